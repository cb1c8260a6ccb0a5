#include "frame/map_parts.h"

#include <gtest/gtest.h>

#include <set>

namespace vidik {
namespace {

TEST(MapParts, EachHasAnIdOfItsOwnThatNamesIt) {
  std::set<std::string_view> ids;
  for (int i = 0; i < kMapParts; ++i) {
    const auto part = static_cast<MapPart>(i);
    EXPECT_EQ(part_named(words_of(part).id), part);
    EXPECT_FALSE(words_of(part).words.empty());
    EXPECT_NE(part_ids().find(words_of(part).id), std::string::npos);
    ids.insert(words_of(part).id);
  }
  EXPECT_EQ(ids.size(), static_cast<std::size_t>(kMapParts));
  EXPECT_FALSE(part_named("sea"));
  EXPECT_FALSE(part_named(""));
}

TEST(MapParts, ASetHoldsEachOnItsOwn) {
  MapPartSet set;
  EXPECT_TRUE(set.empty());
  set.set(MapPart::rivers, true), set.set(MapPart::water_names, true), set.set(MapPart::rivers, false);
  EXPECT_FALSE(set.has(MapPart::rivers));
  EXPECT_TRUE(set.has(MapPart::water_names));
  for (int i = 0; i + 1 < kMapParts; ++i) EXPECT_FALSE(set.has(static_cast<MapPart>(i))) << i;
}

}  // namespace
}  // namespace vidik
