#include "canvas.h"

namespace vidik {
namespace {

constexpr GeometryId kLand{MapLayer::land_focus, 0}, kSea{MapLayer::sea, 0},
    kBorder{MapLayer::border_inner, 0};

class MapMarksTest : public PainterTest {
 protected:
  // A square of land, `x0`…`x1` px from the middle both ways.
  void keep_square(GeometryId id, double x0, double y0, double x1, double y1) {
    const Fixed2 a = place(list.view, x0, y0), b = place(list.view, x1, y0), c = place(list.view, x0, y1),
                 d = place(list.view, x1, y1);
    const std::vector<Fixed2> corners{a, b, c, c, b, d};
    const GeometryChunk chunks[] = {{kEverywhere, 0, 6}};
    painter->keep_geometry(id, {corners, {}, chunks});
  }
  // Polylines through px from the middle.
  void keep_lines(GeometryId id, const std::vector<std::vector<Px>>& lines) {
    std::vector<Fixed2> points;
    std::vector<std::uint32_t> ends;
    for (const auto& line : lines) {
      for (const Px p : line) points.push_back(place(list.view, p.x, p.y));
      ends.push_back(static_cast<std::uint32_t>(points.size()));
    }
    const GeometryChunk chunks[] = {{kEverywhere, 0, static_cast<std::uint32_t>(points.size())}};
    painter->keep_geometry(id, {points, ends, chunks});
  }
};

TEST_F(MapMarksTest, AnAreaIsWhereTheCameraPutsIt) {
  keep_square(kLand, -10, -10, 10, 10);
  list.base.push_back(MapFill{kLand, kGreen});
  const Pixels page = paint();
  EXPECT_EQ(page.at(22, 22), kGreen);
  EXPECT_EQ(page.at(41, 41), kGreen);
  EXPECT_EQ(page.at(21, 32), kBlack);
  EXPECT_EQ(page.at(42, 32), kBlack);
}

TEST_F(MapMarksTest, AtZoomTwentyAPlaceIsStillExactToATenthOfAPixel) {
  for (const double zoom : {4.0, 12.0, 17.5, 20.0}) {
    list.view = map_view({20.4633, 44.8176, zoom}, {0, 0, 64, 64});
    keep_lines(kBorder, {{{-20, -30}, {-20, 30}}});
    list.base = {MapStroke{kBorder, kWhite, 4}};
    ++list.base_key;
    const Pixels page = paint();
    double sum = 0, weight = 0;
    for (int x = 0; x < 64; ++x) sum += page.at(x, 32).g * (x + .5), weight += page.at(x, 32).g;
    // At zoom 4 one fixed unit is far below a px; the place itself is rounded to it.
    EXPECT_NEAR(sum / weight, 12, .1) << zoom;
  }
}

TEST_F(MapMarksTest, LinesOfDifferentPolylinesAreNotJoined) {
  keep_lines(kBorder, {{{-20, -10}, {0, -10}}, {{0, 10}, {20, 10}}});
  list.base.push_back(MapStroke{kBorder, kWhite, 2});
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(22, 21), kWhite));
  EXPECT_TRUE(is_near(page.at(42, 41), kWhite));
  EXPECT_EQ(page.at(32, 32), kBlack);
}

TEST_F(MapMarksTest, DashesStartAnewAtEachPolyline) {
  keep_lines(kBorder, {{{-32, -10}, {-5, -10}}, {{0, 10}, {32, 10}}});
  list.base.push_back(MapStroke{kBorder, kWhite, 2, 4, 4});
  const Pixels page = paint();
  for (int x = 1; x < 25; ++x) EXPECT_EQ(page.at(x, 21).g > 128, x % 8 < 4) << x;
  for (int x = 33; x < 62; ++x) EXPECT_EQ(page.at(x, 41).g > 128, (x - 32) % 8 < 4) << x;
  EXPECT_TRUE(is_near(page.at(31, 41), kBlack));  // butt end
}

TEST_F(MapMarksTest, DashedLinesKeepTheirPatternOverManyPoints) {
  std::vector<Px> line;
  for (int i = -320; i <= 320; ++i) line.push_back({static_cast<float>(i) / 10, 0});
  keep_lines(kBorder, {line});
  list.base.push_back(MapStroke{kBorder, kWhite, 2, 4, 4});
  const Pixels page = paint();
  for (int x = 1; x < 63; ++x) EXPECT_EQ(page.at(x, 32).g > 128, x % 8 < 4) << x;
}

TEST_F(MapMarksTest, ALineOfManyShortPartsIsNoHeavierThanALongOne) {
  std::vector<Px> dense;
  for (int i = -200; i <= 200; ++i) dense.push_back({static_cast<float>(i) / 10, static_cast<float>(i) / 33});
  keep_lines(kBorder, {dense});
  list.base = {MapStroke{kBorder, kWhite, 1.1F}};
  const double length = std::hypot(40, 400 / 33.0);
  EXPECT_NEAR(paint().ink(), 1.1 * length, 2.5);
}

TEST_F(MapMarksTest, OncePaintsCrossingTranslucentLinesOnlyOnce) {
  keep_lines(kBorder, {{{-30, 0}, {30, 0}}, {{0, -30}, {0, 30}}, {{-30, -30}, {30, 30}}});
  MapStroke stroke{kBorder, with_alpha(kWhite, .5), 8};
  stroke.once = true;
  list.base = {stroke};
  const Pixels page = paint();
  for (std::size_t i = 0; i < page.rgba.size(); i += 4) ASSERT_LE(page.rgba[i], 129);
  EXPECT_TRUE(is_near(page.at(32, 32), rgb(0x808080)));
  EXPECT_TRUE(is_near(page.at(10, 32), rgb(0x808080)));
}

TEST_F(MapMarksTest, SeveralOnceStrokesInARowKeepTheirOrder) {
  keep_lines(kBorder, {{{-30, 0}, {30, 0}}});
  keep_lines(kSea, {{{0, -30}, {0, 30}}});
  MapStroke first{kBorder, with_alpha(kRed, .5), 8}, second{kSea, with_alpha(kGreen, .5), 8};
  first.once = second.once = true;
  list.base = {first, second};
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(10, 32), {128, 0, 0, 255}));
  EXPECT_TRUE(is_near(page.at(32, 10), {0, 128, 0, 255}));
  EXPECT_TRUE(is_near(page.at(32, 32), {64, 128, 0, 255}));
}

TEST_F(MapMarksTest, AnImageIsSeenOnlyWhereTheStencilIs) {
  keep_square(kLand, -32, -32, 0, 32);
  const std::vector<std::uint8_t> red(4 * 4 * 4, 255);
  painter->keep_image(ImageId::relief_dark, 4, 4, red);
  const Fixed2 nw = place(list.view, -32, -32), se = place(list.view, 32, 32);
  list.base.push_back(MapFill{kLand, kGreen, 2});
  list.base.push_back(MapImage{ImageId::relief_dark, {nw.x, nw.y, se.x, se.y}, .5F, 2});
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(10, 32), {128, 255, 128, 255}));
  EXPECT_EQ(page.at(50, 32), kBlack);
}

TEST_F(MapMarksTest, AnImageKeepsOffWhereTheStencilSaysSo) {
  keep_square(kLand, -32, -32, 0, 32);
  keep_square(kSea, -32, -32, 32, 0);
  painter->keep_image(ImageId::relief_dark, 4, 4, std::vector<std::uint8_t>(4 * 4 * 4, 255));
  const Fixed2 nw = place(list.view, -32, -32), se = place(list.view, 32, 32);
  for (const int without : {0, 2}) {
    list.base = {
        MapFill{kLand, kGreen, 1}, MapFill{kSea, kBlue, 2},
        MapImage{ImageId::relief_dark, {nw.x, nw.y, se.x, se.y}, 1, 1, static_cast<std::uint8_t>(without)}};
    const Pixels page = paint();
    EXPECT_EQ(page.at(10, 50), kWhite) << without;                         // land alone
    EXPECT_EQ(page.at(10, 10), without == 0 ? kWhite : kBlue) << without;  // both
    EXPECT_EQ(page.at(50, 10), kBlue) << without;                          // sea alone
    EXPECT_EQ(page.at(50, 50), kBlack) << without;
  }
}

TEST_F(MapMarksTest, StrokesAreClippedByTheStencilToo) {
  keep_square(kLand, -32, -32, 0, 32);
  keep_lines(kBorder, {{{-30, 0}, {30, 0}}});
  for (const bool once : {false, true}) {
    MapStroke stroke{kBorder, with_alpha(kWhite, once ? .5 : 1), 8};
    stroke.once = once, stroke.stencil = 1;
    list.base = {MapFill{kLand, kBlack, 1}, stroke};
    const Pixels page = paint();
    EXPECT_GT(page.at(10, 32).g, 120) << once;
    EXPECT_EQ(page.at(50, 32), kBlack) << once;
  }
}

TEST_F(MapMarksTest, AnImageLiesNorthUpOnItsBox) {
  const std::vector<std::uint8_t> rgba{255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255};
  painter->keep_image(ImageId::first_own, 2, 2, rgba);
  const Fixed2 nw = place(list.view, -30, -30), se = place(list.view, 30, 30);
  list.base.push_back(MapImage{ImageId::first_own, {nw.x, nw.y, se.x, se.y}});
  const Pixels page = paint();
  EXPECT_GT(page.at(4, 4).r, page.at(4, 4).g + 100);
  EXPECT_GT(page.at(59, 4).g, page.at(59, 4).r + 100);
  EXPECT_GT(page.at(4, 59).b, page.at(4, 59).r + 100);
  EXPECT_EQ(page.at(1, 1), kBlack);
}

TEST_F(MapMarksTest, AnImageOverANetLiesWhereTheNetIs) {
  const std::vector<std::uint8_t> rgba{255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255};
  painter->keep_image(ImageId::first_own, 2, 2, rgba);
  const Fixed2 nw = place(list.view, -30, -30), se = place(list.view, 30, 30);
  MapImage image{ImageId::first_own, {nw.x, nw.y, se.x, se.y}};
  list.base = {image};
  const Pixels flat = paint();
  // A straight net is the same picture, a leaning one leaves its corner bare.
  const auto net = [&](double lean) {
    list.places.clear();
    for (int j = 0; j <= 3; ++j)
      for (int i = 0; i <= 3; ++i)
        list.places.push_back(place(list.view, -30 + 20 * i + lean * (3 - j), -30 + 20 * j));
    image.net_side = 3, image.net = {0, 16};
    list.base = {image};
    return paint();
  };
  const Pixels straight = net(0);
  for (int y = 0; y < 64; ++y)
    for (int x = 0; x < 64; ++x) EXPECT_TRUE(is_near(straight.at(x, y), flat.at(x, y))) << x << ' ' << y;
  const Pixels leaning = net(10);
  EXPECT_EQ(leaning.at(6, 4), kBlack);
  EXPECT_GT(leaning.at(34, 4).r, leaning.at(34, 4).g + 100);
  EXPECT_GT(leaning.at(4, 59).b, leaning.at(4, 59).r + 100);
  // One that does not fit is left out and counted.
  image.net = {0, 15};
  list.base = {image};
  paint();
  EXPECT_EQ(painter->stats().left_out, 1u);
}

TEST_F(MapMarksTest, PointsHaveTheirCategorysColourAndSize) {
  const std::vector<Fixed2> places{place(list.view, -20, 0), place(list.view, 0, 0), place(list.view, 20, 0)};
  const std::vector<std::uint16_t> categories{0, 1, 1};
  painter->keep_points(5, places, categories);
  list.colors = {kRed, kGreen};
  list.top = {MapPoints{5, 0, 2, {}, {0, 2}, 9, 1}};
  const Pixels page = paint();
  EXPECT_EQ(page.at(12, 32), kRed);
  EXPECT_EQ(page.at(32, 32), kGreen);
  EXPECT_EQ(page.at(52, 32), kBlack);          // its row was not asked for
  EXPECT_EQ(page.at(12 + 4, 32 + 4), kBlack);  // round
  list.rows = {2};
  list.top = {MapPoints{5, 0, 0, {0, 1}, {0, 2}, 9, 1}};
  EXPECT_EQ(paint().at(52, 32), kGreen);
}

TEST_F(MapMarksTest, ManyPointsHaveTheAreaOfTheirCircles) {
  painter->keep_points(5, std::vector<Fixed2>{place(list.view, .3, .2)}, std::vector<std::uint16_t>{0});
  list.colors = {kWhite};
  list.top = {MapPoints{5, 0, 1, {}, {0, 1}, 12, 1}};
  EXPECT_NEAR(paint().ink(), 3.14159 * 36, 3);
}

TEST_F(MapMarksTest, MapMarksStayInTheMapsBox) {
  list.view = map_view({20, 43, 8}, {0, 0, 64, 40});
  keep_square(kLand, -100, -100, 100, 100);
  list.base.push_back(MapFill{kLand, kGreen});
  const Pixels page = paint();
  EXPECT_EQ(page.at(5, 39), kGreen);
  EXPECT_EQ(page.at(5, 40), kBlack);
}

TEST_F(MapMarksTest, WhatIsNotKeptIsLeftOutAndCounted) {
  list.base.push_back(MapFill{kLand, kGreen});
  list.base.push_back(MapStroke{kBorder, kGreen, 1});
  list.base.push_back(MapImage{ImageId::relief_light, kEverywhere});
  list.top.push_back(MapPoints{99, 0, 1, {}, {0, 0}, 5, 1});
  EXPECT_EQ(paint().ink(), 0);
  EXPECT_EQ(painter->stats().left_out, 4u);
}

TEST_F(MapMarksTest, DroppedGeometryAndImagesAreGone) {
  keep_square(kLand, -10, -10, 10, 10);
  keep_lines(kBorder, {{{-20, 0}, {20, 0}}});
  painter->keep_image(ImageId::first_own, 1, 1, std::vector<std::uint8_t>(4, 255));
  list.base = {MapFill{kLand, kGreen}, MapStroke{kBorder, kGreen, 2},
               MapImage{ImageId::first_own, kEverywhere}};
  EXPECT_GT(paint().ink(), 0);
  EXPECT_EQ(painter->stats().left_out, 0u);
  painter->drop_geometry(kLand), painter->drop_geometry(kBorder), painter->drop_image(ImageId::first_own);
  ++list.base_key;
  EXPECT_EQ(paint().ink(), 0);
  EXPECT_EQ(painter->stats().left_out, 3u);
}

TEST_F(MapMarksTest, DroppedPointsAreGone) {
  painter->keep_points(5, std::vector<Fixed2>{place(list.view, 0, 0)}, std::vector<std::uint16_t>{0});
  painter->drop_points(5);
  list.colors = {kWhite};
  list.top = {MapPoints{5, 0, 1, {}, {0, 1}, 9, 1}};
  EXPECT_EQ(paint().ink(), 0);
  EXPECT_EQ(painter->stats().left_out, 1u);
}

TEST_F(MapMarksTest, RowsBeyondTheLayerAreRefused) {
  painter->keep_points(5, std::vector<Fixed2>{place(list.view, 0, 0)}, std::vector<std::uint16_t>{7});
  list.colors = {kWhite};
  list.rows = {1};
  list.top = {MapPoints{5, 0, 2, {}, {0, 1}, 9, 1}, MapPoints{5, 0, 1, {0, 1}, {0, 1}, 9, 1}};
  paint();
  EXPECT_EQ(painter->stats().left_out, 2u);
  list.top = {MapPoints{5, 0, 1, {}, {0, 1}, 9, 1}};  // a category without a colour takes the last
  EXPECT_EQ(paint().at(32, 32), kWhite);
}

TEST_F(MapMarksTest, TheBaseIsPaintedOnceForItsKey) {
  keep_square(kLand, -10, -10, 10, 10);
  list.base = {MapFill{kLand, kGreen}};
  list.base_key = 41;
  paint();
  list.top = {Rect{{0, 0, 5, 5}, 0, kRed}};
  const Pixels page = paint();
  EXPECT_EQ(painter->stats().base_repaints, 1u);
  EXPECT_EQ(page.at(32, 32), kGreen);
  EXPECT_EQ(page.at(2, 2), kRed);
  list.top.clear();
  EXPECT_EQ(paint().at(2, 2), kBlack);  // nothing of the last frame is left
  EXPECT_EQ(painter->stats().base_repaints, 1u);
}

TEST_F(MapMarksTest, TheKeptPartLiesOverItsBoxBetweenBaseAndTop) {
  keep_square(kLand, -32, -32, 32, 32);
  list.base = {MapFill{kLand, kGreen}};
  list.base_key = 41;
  const auto part = std::make_shared<DrawList>();
  part->size = list.size;
  part->top = {Rect{{0, 40, 64, 24}, 0, kRed}, Rect{{0, 0, 10, 10}, 0, kRed}};
  list.kept = {{0, 40, 64, 24}, 7, part};
  list.top = {Rect{{30, 50, 10, 10}, 0, kWhite}};
  for (int frame = 0; frame < 3; ++frame) {
    const Pixels page = paint();
    EXPECT_EQ(page.at(5, 5), kGreen) << frame;  // outside its box it is not seen
    EXPECT_EQ(page.at(5, 45), kRed) << frame;
    EXPECT_EQ(page.at(35, 55), kWhite) << frame;
    EXPECT_EQ(page.at(5, 38), kGreen) << frame;
  }
  const std::uint64_t marks = painter->stats().marks;
  paint();
  EXPECT_EQ(painter->stats().marks, marks + 1);  // only the top was painted
  const auto other = std::make_shared<DrawList>(*part);
  other->top = {Rect{{0, 40, 64, 24}, 0, kWhite}};
  list.kept = {{0, 40, 64, 24}, 8, other};
  EXPECT_EQ(paint().at(5, 45), kWhite);
  list.kept = {};
  EXPECT_EQ(paint().at(5, 45), kGreen);
}

TEST_F(MapMarksTest, TheBaseIsPaintedAgainWhenWhatItShowsChanged) {
  list.base_key = 41;
  list.base = {MapFill{kLand, kGreen}};
  EXPECT_EQ(paint().at(32, 32), kBlack);
  keep_square(kLand, -10, -10, 10, 10);  // it arrived later
  EXPECT_EQ(paint().at(32, 32), kGreen);
  list.base_key = 42;
  paint();
  list.scale = 2;
  paint();
  list.size = {80, 64};
  paint();
  EXPECT_EQ(painter->stats().base_repaints, 5u);
}

}  // namespace
}  // namespace vidik
