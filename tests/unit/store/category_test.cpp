#include "store/category.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TEST(Category, TheShippedEightStandInTheirOrder) {
  const CategoryTable table;
  std::string ids;
  for (const Category& row : table.rows()) ids += row.id + "=" + std::to_string(row.role) + " ";
  EXPECT_EQ(ids, "protest=0 sabotage=1 clash=2 troops=3 political=4 sanction=5 disinformation=6 disaster=7 ");
  EXPECT_EQ(table[3].name, "Forces");
  EXPECT_EQ(table.find("sanction"), 5);
  EXPECT_EQ(table.find("Sanction"), -1);
}

TEST(Category, AddedOnesTakeStarBarAndLetters) {
  CategoryTable table;
  EXPECT_EQ(table.intern("border"), 8);
  EXPECT_EQ(table.intern("cyber_attack"), 9);
  EXPECT_EQ(table.intern("crime"), 10);
  EXPECT_EQ(table.intern("border"), 8);
  EXPECT_EQ(table[8].shape, CategoryShape::star);
  EXPECT_EQ(table[9].shape, CategoryShape::bar);
  EXPECT_EQ(table[9].name, "Cyber attack");
  EXPECT_EQ(table[10].shape, CategoryShape::letter);
  EXPECT_EQ(table[10].letter, 'A');
  EXPECT_EQ(table[10].role, -1);
}

TEST(Category, AnEmptyIdIsOther) {
  CategoryTable table;
  EXPECT_EQ(table[table.intern("")].id, "other");
  EXPECT_EQ(table.intern("other"), table.intern(""));
}

TEST(Category, TheShippedOnesCannotBeRedefined) {
  CategoryTable table;
  EXPECT_EQ(table.intern(Category{"protest", "Riot", CategoryShape::star, 'A', 3}), 0);
  EXPECT_EQ(table[0].name, "Protest");
  EXPECT_EQ(table[0].shape, CategoryShape::circle);
}

TEST(Category, ADefinitionReplacesALookThatWasGiven) {
  CategoryTable table;
  table.intern("election");
  EXPECT_EQ(table.intern(Category{"election", "Election", CategoryShape::hexagon, 'A', 4}), 8);
  EXPECT_EQ(table[8].shape, CategoryShape::hexagon);
  EXPECT_EQ(table[8].role, 4);
}

TEST(Category, ANeutralDefinitionThatLooksLikeAnotherGetsAFreeLook) {
  CategoryTable table;
  table.intern("border");
  const CategoryId id = table.intern(Category{"crime", "Crime", CategoryShape::star, 'A', -1});
  EXPECT_EQ(table[id].shape, CategoryShape::bar);
}

TEST(Category, AColumnOfFreeTextEndsInOther) {
  CategoryTable table;
  for (int i = 0; i < 10'000; ++i) table.intern("c" + std::to_string(i));
  EXPECT_LE(table.size(), 4097u);
  EXPECT_EQ(table[table.intern("one more")].id, "other");
  EXPECT_EQ(table[table.intern("c17")].id, "c17");
}

}  // namespace
}  // namespace vidik
