#include "canvas.h"

namespace vidik {
namespace {

class PxMarksTest : public PainterTest {};

TEST_F(PxMarksTest, AnEmptyListIsItsGround) {
  list.ground = rgb(0x102030);
  const Pixels page = paint();
  EXPECT_EQ(page.at(0, 0), rgb(0x102030));
  EXPECT_EQ(page.at(63, 63), rgb(0x102030));
}

TEST_F(PxMarksTest, ARectCoversItsPixelsAndNoOther) {
  list.top.push_back(Rect{{10, 20, 5, 3}, 0, kRed});
  const Pixels page = paint();
  EXPECT_EQ(page.at(10, 20), kRed);
  EXPECT_EQ(page.at(14, 22), kRed);
  EXPECT_EQ(page.at(9, 20), kBlack);
  EXPECT_EQ(page.at(15, 22), kBlack);
  EXPECT_EQ(page.at(10, 19), kBlack);
  EXPECT_EQ(page.at(10, 23), kBlack);
}

TEST_F(PxMarksTest, ARectBetweenPixelsCoversThemInPart) {
  list.top.push_back(Rect{{10.5F, 20, 4, 4}, 0, kWhite});
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(10, 22), rgb(0x808080)));
  EXPECT_TRUE(is_near(page.at(12, 22), kWhite));
  EXPECT_TRUE(is_near(page.at(14, 22), rgb(0x808080)));
}

TEST_F(PxMarksTest, ABorderLiesInsideItsRectAndCornersAreRound) {
  list.top.push_back(Rect{{10, 10, 40, 40}, 8, kRed, kGreen, 1});
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(10, 30), kGreen));
  EXPECT_TRUE(is_near(page.at(49, 30), kGreen));
  EXPECT_TRUE(is_near(page.at(11, 30), kRed));
  EXPECT_TRUE(is_near(page.at(9, 30), kBlack));
  EXPECT_EQ(page.at(10, 10), kBlack);
}

TEST_F(PxMarksTest, TranslucentInkIsBlendedInSrgb) {
  list.top.push_back(Rect{{0, 0, 64, 64}, 0, with_alpha(kWhite, .5)});
  EXPECT_TRUE(is_near(paint().at(5, 5), rgb(0x808080), 1));
}

TEST_F(PxMarksTest, LaterMarksLieOnEarlierOnesWhateverTheirKind) {
  list.top.push_back(Rect{{0, 0, 64, 64}, 0, kRed});
  list.top.push_back(Disc{{32, 32}, 20, kGreen});
  list.top.push_back(Rect{{30, 30, 4, 4}, 0, kBlue});
  const Pixels page = paint();
  EXPECT_EQ(page.at(2, 2), kRed);
  EXPECT_EQ(page.at(20, 32), kGreen);
  EXPECT_EQ(page.at(31, 31), kBlue);
}

TEST_F(PxMarksTest, ADiscHasTheAreaOfItsCircle) {
  list.top.push_back(Disc{{31.3F, 32.6F}, 12, kWhite});
  EXPECT_NEAR(paint().ink(), 3.14159 * 144, 3);
}

TEST_F(PxMarksTest, AnArcRunsClockwiseFromUp) {
  list.top.push_back(Arc{{32, 32}, 20, 4, 0, 90, kWhite});
  const Pixels page = paint();
  EXPECT_TRUE(is_near(page.at(46, 18), kWhite));  // between up and right
  EXPECT_EQ(page.at(18, 18), kBlack);
  EXPECT_EQ(page.at(46, 46), kBlack);
  EXPECT_EQ(page.at(32, 32), kBlack);
  EXPECT_NEAR(page.ink(), 2 * 3.14159 * 20 * 4 / 4, 3);
}

TEST_F(PxMarksTest, AnArcOfMoreThanHalfATurnHasItsArea) {
  list.top.push_back(Arc{{32, 32}, 20, 4, 30, 300, kWhite});
  EXPECT_NEAR(paint().ink(), 2 * 3.14159 * 20 * 4 * 270 / 360, 4);
}

TEST_F(PxMarksTest, APolygonHasItsAreaAndItsHollow) {
  list.top.push_back(Polygon{list.add_points({{10, 10}, {32, 30}, {54, 10}, {54, 50}, {10, 50}}), kWhite});
  const Pixels page = paint();
  EXPECT_EQ(page.at(32, 15), kBlack);  // the notch
  EXPECT_TRUE(is_near(page.at(32, 40), kWhite));
  EXPECT_NEAR(page.ink(), 44 * 40 - 44 * 20 / 2.0, 6);
}

TEST_F(PxMarksTest, APolygonLeavesItsHolesOpenWhicheverWayTheyTurn) {
  const std::vector<Px> outline{{8, 8}, {56, 8}, {56, 56}, {8, 56}},
      hole{{24, 24}, {40, 24}, {40, 40}, {24, 40}};
  const std::vector<Px> island{{30, 30}, {34, 30}, {34, 34}, {30, 34}};
  for (const bool turned : {false, true}) {
    list.points.clear();
    std::vector<Px> all = outline;
    if (turned)
      all.insert(all.end(), hole.rbegin(), hole.rend());
    else
      all.insert(all.end(), hole.begin(), hole.end());
    all.insert(all.end(), island.begin(), island.end());
    list.rows = {4, 8, 12};
    list.top = {Polygon{list.add_points(all), kWhite, {0, 3}}};
    const Pixels page = paint();
    EXPECT_EQ(page.at(12, 12), kWhite) << turned;
    EXPECT_EQ(page.at(26, 26), kBlack) << turned;
    EXPECT_EQ(page.at(32, 32), kWhite) << turned;
    EXPECT_EQ(page.at(60, 60), kBlack) << turned;
  }
  list.rows = {4, 99, 12};  // not in the pool of points
  const std::uint64_t left_out = painter->stats().left_out;
  paint();
  EXPECT_EQ(painter->stats().left_out, left_out + 1);
}

TEST_F(PxMarksTest, APolygonThatCrossesItselfIsEvenOdd) {
  list.top = {Polygon{list.add_points({{8, 8}, {56, 56}, {56, 8}, {8, 56}}), kWhite}};
  const Pixels page = paint();
  EXPECT_EQ(page.at(14, 32), kWhite);
  EXPECT_EQ(page.at(50, 32), kWhite);
  EXPECT_EQ(page.at(32, 14), kBlack);
  EXPECT_EQ(page.at(32, 50), kBlack);
}

TEST_F(PxMarksTest, APolygonIsTheSameWhicheverWayItTurns) {
  list.top = {Polygon{list.add_points({{10.3F, 10}, {50, 20}, {30, 55}}), kWhite}};
  const Pixels one = paint();
  list.top = {Polygon{list.add_points({{30, 55}, {50, 20}, {10.3F, 10}}), kWhite}};
  EXPECT_NEAR(paint().ink(), one.ink(), .5);
}

TEST_F(PxMarksTest, AClipHoldsUntilItIsEnded) {
  list.top.push_back(Clip{{10, 10, 20, 20}});
  list.top.push_back(Rect{{0, 0, 64, 64}, 0, kRed});
  list.top.push_back(Clip{});
  list.top.push_back(Rect{{40, 40, 5, 5}, 0, kGreen});
  const Pixels page = paint();
  EXPECT_EQ(page.at(9, 15), kBlack);
  EXPECT_EQ(page.at(10, 10), kRed);
  EXPECT_EQ(page.at(29, 29), kRed);
  EXPECT_EQ(page.at(30, 29), kBlack);
  EXPECT_EQ(page.at(42, 42), kGreen);
}

TEST_F(PxMarksTest, AMarkWithARangeOutsideItsPoolIsLeftOutAndCounted) {
  list.top.push_back(Polygon{{7, 3}, kRed});
  list.top.push_back(Stroke{{0, 2}, kRed, 2});
  list.top.push_back(GlyphRun{Face::medium, 13, kRed, {}, 0, {1, 1}, "x"});
  list.top.push_back(Disc{{NAN, 3}, 5, kRed});
  const Pixels page = paint();
  EXPECT_EQ(page.ink(), 0);
  EXPECT_EQ(painter->stats().left_out, 4u);
  EXPECT_EQ(painter->stats().marks, 4u);
}

TEST_F(PxMarksTest, WildNumbersDoNoHarm) {
  for (const float wild : {1e30F, -1e30F, 1e-30F, INFINITY}) {
    list.top.push_back(Rect{{wild, 0, 5, wild}, wild, kRed, kRed, wild});
    list.top.push_back(Arc{{0, wild}, wild, 3, 0, wild, kRed});
    list.top.push_back(
        Symbol{{wild, wild}, wild, SymbolShape::star, SymbolStyle::disputed, kRed, kRed, kRed});
    list.top.push_back(Stroke{list.add_points({{0, 0}, {wild, wild}, {wild, 3}}), kRed, wild, wild, wild});
    list.top.push_back(Polygon{list.add_points({{0, 0}, {wild, wild}, {wild, 3}}), kRed});
  }
  list.top.push_back(Clip{{NAN, NAN, 5, NAN}});
  list.top.push_back(Clip{{NAN, 0, 5, 5}});
  list.top.push_back(Rect{{0, 0, 64, 64}, 0, kRed});
  list.view.centre_x = NAN;
  list.view.px_per_world = INFINITY;
  EXPECT_EQ(paint().width, 64);
}

TEST_F(PxMarksTest, TheSameListGivesTheSameBytes) {
  list.top.push_back(Disc{{20.2F, 30.7F}, 9.4F, with_alpha(kRed, .3)});
  list.top.push_back(
      Stroke{list.add_points({{1, 2}, {60.5F, 40}, {3, 50}}), with_alpha(kGreen, .6), 3.3F, 4, 3});
  list.top.push_back(
      text_mark(list, fonts(), "Ђаковица", {5, 20}, {.color = kWhite, .halo = kBlue, .halo_width = 3}));
  const Pixels one = paint();
  EXPECT_EQ(paint(), one);
  auto other = Painter::create(loader(), fonts());
  ASSERT_TRUE(other);
  EXPECT_EQ(paint(**other, list), one);
}

TEST_F(PxMarksTest, TwiceTheScaleIsTheSamePictureTwiceAsLarge) {
  list.top.push_back(Rect{{10, 10, 20, 20}, 0, kRed});
  list.top.push_back(Disc{{44, 44}, 10, kGreen});
  const Pixels small = paint();
  list.scale = 2;
  const Pixels large = paint();
  ASSERT_EQ(large.width, 128);
  for (const auto& [x, y] :
       {std::pair(12, 12), std::pair(29, 29), std::pair(31, 12), std::pair(44, 44), std::pair(60, 44)})
    EXPECT_EQ(large.at(x * 2, y * 2), small.at(x, y)) << x << ',' << y;
  EXPECT_NEAR(large.ink(), small.ink() * 4, 12);
}

TEST_F(PxMarksTest, AFadeGoesEvenlyFromOneColourToTheOther) {
  list.top = {Fade{{0, 0, 64, 64}, kWhite, {255, 255, 255, 0}, true}};
  const Pixels across = paint();
  EXPECT_TRUE(is_near(across.at(0, 10), {253, 253, 253, 255}));
  EXPECT_TRUE(is_near(across.at(32, 60), {126, 126, 126, 255}, 3));
  EXPECT_TRUE(is_near(across.at(63, 10), {2, 2, 2, 255}));
  list.top = {Fade{{0, 0, 64, 64}, kRed, kBlue, false}};
  const Pixels down = paint();
  EXPECT_TRUE(is_near(down.at(10, 0), {253, 0, 2, 255}, 3));
  EXPECT_TRUE(is_near(down.at(10, 63), {2, 0, 253, 255}, 3));
}

}  // namespace
}  // namespace vidik
