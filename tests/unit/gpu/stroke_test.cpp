#include "canvas.h"

namespace vidik {
namespace {

class StrokeTest : public PainterTest {};

TEST_F(StrokeTest, ALineOnPixelMiddlesIsCrisp) {
  list.top.push_back(Stroke{list.add_points({{5, 20.5F}, {50, 20.5F}}), kWhite, 1});
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(30, 20), kWhite));
  EXPECT_TRUE(is_near(page.at(30, 19), kBlack));
  EXPECT_TRUE(is_near(page.at(30, 21), kBlack));
}

TEST_F(StrokeTest, ButtEndsStopAtTheEndAndRoundOnesGoBeyond) {
  list.top = {Stroke{list.add_points({{20, 32}, {44, 32}}), kWhite, 10}};
  const Pixels butt = paint();
  EXPECT_NEAR(butt.ink(), 240, 2);
  EXPECT_TRUE(is_near(butt.at(18, 32), kBlack));
  Stroke round{list.add_points({{20, 32}, {44, 32}}), kWhite, 10};
  round.round_caps = true;
  list.top = {round};
  const Pixels capped = paint();
  EXPECT_NEAR(capped.ink(), 240 + 3.14159 * 25, 2);
  EXPECT_TRUE(is_near(capped.at(17, 32), kWhite));
}

TEST_F(StrokeTest, ATranslucentLineIsNoDarkerAtItsJoins) {
  list.top = {Stroke{list.add_points({{8, 50}, {32, 14}, {56, 50}}), with_alpha(kWhite, .5), 9}};
  const Pixels page = paint();
  for (std::size_t i = 0; i < page.rgba.size(); i += 4) ASSERT_LE(page.rgba[i], 131);
  EXPECT_TRUE(is_near(page.at(32, 15), rgb(0x808080)));  // the join itself is there
}

TEST_F(StrokeTest, DashesAndGapsAreAsLongAsAsked) {
  list.top = {Stroke{list.add_points({{0, 10.5F}, {64, 10.5F}}), kWhite, 1, 4, 4}};
  const Pixels page = paint();
  for (int x = 0; x < 64; ++x) EXPECT_TRUE(is_near(page.at(x, 10), x % 8 < 4 ? kWhite : kBlack)) << x;
}

TEST_F(StrokeTest, DashesRunOnOverCorners) {
  list.top = {Stroke{list.add_points({{2.5F, 0}, {2.5F, 6}, {2.5F, 60}}), kWhite, 1, 4, 4}};
  const Pixels page = paint();
  for (int y = 0; y < 60; ++y) EXPECT_TRUE(is_near(page.at(2, y), y % 8 < 4 ? kWhite : kBlack)) << y;
}

TEST_F(StrokeTest, AClosedDashedLineHasWholeDashesAndNoSeam) {
  std::vector<Px> ring;
  for (int i = 0; i < 64; ++i) {
    const double a = i * 6.283185307 / 64;
    ring.push_back({static_cast<float>(32 + 20 * std::cos(a)), static_cast<float>(32 + 20 * std::sin(a))});
  }
  Stroke stroke{list.add_points(ring), kWhite, 2, 5, 5};
  stroke.closed = true;
  list.top = {stroke};
  EXPECT_NEAR(paint().ink(), 3.14159 * 40 * 2 / 2, 3);  // half of the ring's area
}

TEST_F(StrokeTest, AClosedLineIsClosed) {
  Stroke stroke{list.add_points({{10, 10}, {50, 10}, {50, 50}, {10, 50}}), kWhite, 2};
  stroke.closed = true;
  list.top = {stroke};
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(10, 30), kWhite));
  EXPECT_NEAR(page.ink(), 4 * 40 * 2, 3);
}

TEST_F(StrokeTest, PointsOnOneSpotAndSharpTurnsDoNoHarm) {
  list.top.push_back(Stroke{list.add_points({{5, 5}, {5, 5}, {5, 5}}), kWhite, 3});
  list.top.push_back(Stroke{list.add_points({{10, 30}, {50, 30}, {10, 30}}), kWhite, 3});
  list.top.push_back(Stroke{list.add_points({{9, 9}}), kWhite, 3});
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(30, 30), kWhite));
  EXPECT_EQ(painter->stats().left_out, 0u);
}

}  // namespace
}  // namespace vidik
