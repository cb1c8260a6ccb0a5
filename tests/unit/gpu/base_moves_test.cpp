// When the view moves by whole px the painter moves the base it has; the picture must be the one painted from nothing.

#include "canvas.h"

namespace vidik {
namespace {

constexpr GeometryId kLand{MapLayer::land_focus, 0}, kCoast{MapLayer::coast_focus, 0},
    kBorder{MapLayer::border_inner, 0};

class BaseMovesTest : public PainterTest {
 protected:
  BaseMovesTest() {
    list.base_look = 5;
    list.base = {Clip{list.view.box},
                 MapFill{kLand, {40, 120, 60, 255}, 1},
                 MapImage{ImageId::first_own, box_round(200), .6F, 1},
                 MapStroke{kCoast, {20, 30, 90, 255}, 12, 0, 0, false, 1},
                 MapStroke{kCoast, kWhite, 1.1F},
                 MapStroke{kBorder, {255, 255, 255, 140}, 4, 0, 0, true},
                 MapStroke{kBorder, kRed, 1.3F, 5, 3.4F},
                 Clip{}};
    keep(*painter);
  }

  FixedBox box_round(double reach) const {
    const Fixed2 nw = place(home, -reach, -reach), se = place(home, reach, reach);
    return {nw.x, nw.y, se.x, se.y};
  }

  void keep(Painter& with) const {
    const auto at = [&](double x, double y) { return place(home, x, y); };
    const std::vector<Fixed2> land{at(-50, -40), at(60, -20), at(-10, 70)};
    const GeometryChunk all[] = {{kEverywhere, 0, 3}};
    with.keep_geometry(kLand, {land, {}, all});
    std::vector<Fixed2> coast, border;
    for (int i = 0; i < 160; ++i) {
      const double x = i - 80;
      coast.push_back(at(x, 20 * std::sin(x / 7)));
      border.push_back(at(20 * std::cos(x / 9), x));
    }
    const std::uint32_t ends[] = {160};
    const GeometryChunk points[] = {{kEverywhere, 0, 160}};
    with.keep_geometry(kCoast, {coast, ends, points});
    with.keep_geometry(kBorder, {border, ends, points});
    std::vector<std::uint8_t> image(32 * 32 * 4);
    for (std::size_t i = 0; i < image.size(); ++i) image[i] = static_cast<std::uint8_t>(i * 37 % 150);
    with.keep_image(ImageId::first_own, 32, 32, image);
  }

  void move(double right, double down) {
    list.view.centre_x -= right / list.scale / list.view.px_per_world;
    list.view.centre_y -= down / list.scale / list.view.px_per_world;
    ++list.base_key;
  }

  // Every channel of every px; the two differ by how numbers round, not by what is drawn.
  int largest_difference() {
    const Pixels moved = paint();
    auto other = Painter::create(loader(), fonts());
    EXPECT_TRUE(other);
    keep(**other);
    const Pixels anew = paint(**other, list);
    EXPECT_GT(anew.ink(), 50);  // there is something to compare
    int most = 0;
    for (std::size_t i = 0; i < anew.rgba.size(); ++i)
      most = std::max(most, std::abs(anew.rgba[i] - moved.rgba[i]));
    return most;
  }

  const MapView home = list.view;
};

TEST_F(BaseMovesTest, AMoveByWholePxPaintsWhatCameIntoView) {
  list.base_key = 1;
  paint();
  for (const auto& [right, down] : {std::pair(7, 4), {-3, 9}, {0, -12}, {15, 0}, {-20, -20}}) {
    move(right, down);
    EXPECT_EQ(largest_difference(), 0) << right << ", " << down;
  }
  EXPECT_EQ(painter->stats().base_repaints, 1u);
  EXPECT_EQ(painter->stats().base_moves, 5u);
}

TEST_F(BaseMovesTest, AMapThatEndsInsideADevicePxLeavesNoTrace) {
  list.scale = 1.28F;
  list.view.box = {3.3F, 2.7F, 55.1F, 57.9F};
  list.base.front() = Clip{list.view.box};
  list.base_key = 1;
  paint();
  for (const auto& [right, down] : {std::pair(6, 5), {-9, -2}}) {
    move(right, down);
    EXPECT_EQ(largest_difference(), 0) << right << ", " << down;
  }
  EXPECT_EQ(painter->stats().base_moves, 2u);
}

TEST_F(BaseMovesTest, WhatIsOffByLessThanAPxDoesNotAddUp) {
  list.base_key = 1;
  paint();
  for (int i = 0; i < 10; ++i) {
    move(1.015, 0);
    paint();
  }
  EXPECT_EQ(largest_difference(), 0);
  EXPECT_GT(painter->stats().base_repaints, 1u);
}

TEST_F(BaseMovesTest, AnythingElseIsPaintedAnew) {
  list.base_key = 1;
  paint();
  const auto repaints_after = [&](auto&& change) {
    const std::uint64_t before = painter->stats().base_repaints;
    change();
    paint();
    return painter->stats().base_repaints - before;
  };
  EXPECT_EQ(repaints_after([&] { move(0.5, 0); }), 1u);
  EXPECT_EQ(repaints_after([&] { move(1, 0), ++list.base_look; }), 1u);
  EXPECT_EQ(repaints_after([&] { move(60, 0); }), 1u);  // next to nothing of it is left
  EXPECT_EQ(repaints_after([&] { move(1, 0), keep(*painter); }), 1u);
  EXPECT_EQ(repaints_after([&] { move(1, 0), list.base_look = 0; }), 1u);
  EXPECT_EQ(repaints_after([&] { move(1, 0); }), 1u);  // and 0 is never the same
  EXPECT_EQ(painter->stats().base_moves, 0u);
}

TEST_F(BaseMovesTest, NamesStayOverTheBase) {
  list.base_key = 1, list.names_key = 1;
  list.names = {Rect{{10, 10, 8, 8}, 0, kBlue}};
  EXPECT_EQ(paint().at(12, 12), kBlue);
  const std::uint64_t marks = painter->stats().marks;
  EXPECT_EQ(paint().at(12, 12), kBlue);
  EXPECT_EQ(painter->stats().marks, marks);  // nothing was painted
  move(5, 0);
  const Pixels moved = paint();
  EXPECT_EQ(moved.at(12, 12), kBlue);
  EXPECT_FALSE(moved.at(21, 12) == kBlue);  // it did not go along with the base
  list.names = {Rect{{40, 40, 8, 8}, 0, kBlue}};
  list.names_key = 2;
  const Pixels other = paint();
  EXPECT_EQ(other.at(42, 42), kBlue);
  EXPECT_FALSE(other.at(12, 12) == kBlue);
  EXPECT_EQ(painter->stats().base_repaints, 1u);
}

}  // namespace
}  // namespace vidik
