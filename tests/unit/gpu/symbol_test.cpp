#include "canvas.h"

namespace vidik {
namespace {

class SymbolTest : public PainterTest {
 protected:
  Symbol symbol(SymbolShape shape, SymbolStyle style, float radius = 14) {
    return {{32, 32}, radius, shape, style, kWhite, kBlack, {0, 0, 0, 0}, 1, 0};
  }
  Pixels drawn(const Symbol& mark) {
    list.top = {mark};
    return paint();
  }
};

TEST_F(SymbolTest, AllShapesLookEquallyLarge) {
  const double circle = drawn(symbol(SymbolShape::circle, SymbolStyle::reported)).ink();
  for (const SymbolShape shape : {SymbolShape::diamond, SymbolShape::square, SymbolShape::hexagon,
                                  SymbolShape::pentagon, SymbolShape::plus, SymbolShape::star,
                                  SymbolShape::bar, SymbolShape::triangle_up, SymbolShape::triangle_down}) {
    Symbol mark = symbol(shape, SymbolStyle::confirmed);
    mark.ground = kWhite;
    const double area = drawn(mark).ink();
    EXPECT_GT(area, .78 * 3.14159 * 14 * 14) << static_cast<int>(shape);
    EXPECT_LT(area, 1.15 * 3.14159 * 14 * 14) << static_cast<int>(shape);
  }
  EXPECT_GT(circle, 0);
}

TEST_F(SymbolTest, ConfirmedIsSolidWithADarkerEdge) {
  const Pixels page = drawn(symbol(SymbolShape::square, SymbolStyle::confirmed));
  EXPECT_TRUE(is_near(page.at(32, 32), kWhite));
  EXPECT_TRUE(is_near(page.at(44, 32), mix(kWhite, kBlack, .42), 40));
}

TEST_F(SymbolTest, ReportedIsTheGroundMixedWithItsColourInAFullOutline) {
  const Pixels page = drawn(symbol(SymbolShape::circle, SymbolStyle::reported));
  EXPECT_TRUE(is_near(page.at(32, 32), mix(kBlack, kWhite, .34)));
  EXPECT_TRUE(is_near(page.at(45, 32), kWhite, 40));
}

TEST_F(SymbolTest, AllegedIsHollowAndItsOutlineIsBroken) {
  const Pixels page = drawn(symbol(SymbolShape::circle, SymbolStyle::alleged));
  EXPECT_EQ(page.at(32, 32), kBlack);
  const double whole = drawn(symbol(SymbolShape::circle, SymbolStyle::reported)).ink();
  EXPECT_GT(page.ink(), 20);
  EXPECT_LT(page.ink(), whole);
  // dash .52 of gap .36: about three fifths of the ring
  EXPECT_NEAR(page.ink(), 2 * 3.14159 * 14 * 2 * .52 / .88, 8);
}

TEST_F(SymbolTest, DisputedIsSolidOnTheLeftOnly) {
  for (const SymbolShape shape : {SymbolShape::circle, SymbolShape::diamond, SymbolShape::triangle_up}) {
    const Pixels page = drawn(symbol(shape, SymbolStyle::disputed));
    EXPECT_TRUE(is_near(page.at(28, 35), kWhite));
    EXPECT_TRUE(is_near(page.at(36, 35), kBlack));
  }
}

TEST_F(SymbolTest, TheCasingLiesUnderTheSymbolAndShowsAroundIt) {
  list.ground = kRed;
  Symbol mark = symbol(SymbolShape::square, SymbolStyle::confirmed, 10);
  mark.casing = kBlue;
  const Pixels page = drawn(mark);
  EXPECT_TRUE(is_near(page.at(32, 32), kWhite));
  EXPECT_TRUE(is_near(page.at(42, 32), kBlue, 60));  // half side 8.9, casing 1.6 + .8 beyond
  EXPECT_TRUE(is_near(page.at(46, 32), kRed));
}

TEST_F(SymbolTest, TrianglesPointWhereTheyAreNamedFor) {
  const Pixels up = drawn(symbol(SymbolShape::triangle_up, SymbolStyle::confirmed));
  EXPECT_GT(up.at(24, 42).g, 100);
  EXPECT_EQ(up.at(24, 22), kBlack);
  const Pixels down = drawn(symbol(SymbolShape::triangle_down, SymbolStyle::confirmed));
  EXPECT_GT(down.at(24, 22).g, 100);
  EXPECT_EQ(down.at(24, 42), kBlack);
}

TEST_F(SymbolTest, AlphaFadesTheWholeSymbolAtOnce) {
  Symbol mark = symbol(SymbolShape::circle, SymbolStyle::confirmed);
  mark.alpha = .3F;
  EXPECT_TRUE(is_near(drawn(mark).at(32, 32), mix(kBlack, kWhite, .3)));
}

TEST_F(SymbolTest, ALetterIsReadableOnItsDisc) {
  Symbol mark = symbol(SymbolShape::letter, SymbolStyle::confirmed);
  mark.letter = 'I';
  const Pixels page = drawn(mark);
  EXPECT_TRUE(is_near(page.at(32, 32), kBlack, 60));
  EXPECT_TRUE(is_near(page.at(25, 32), kWhite));
}

TEST_F(SymbolTest, ARingIsTheOutlineAloneWithSharpCorners) {
  list.top = {SymbolRing{{32, 32}, 20, SymbolShape::square, kWhite, 2}};
  const Pixels page = paint();
  EXPECT_EQ(page.at(32, 32), kBlack);
  EXPECT_NEAR(page.ink(), 4 * 2 * .89 * 20 * 2, 3);
  EXPECT_GT(page.at(49, 49).g, 200);
}

}  // namespace
}  // namespace vidik
