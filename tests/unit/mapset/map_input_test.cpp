#include "mapset/map_input.h"

#include "base/atomic_file.h"
#include "ingest/map_table.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

// One feature of two polygons, the first with a hole, and one without a shape.
MapTable table() {
  MapTable t;
  t.attributes.columns = {"name_en", "level"};
  const auto ring = [&](std::uint32_t polygon, bool hole, double at) {
    t.parts.push_back({t.xy.size() / 2, 4, polygon, hole});
    t.xy.insert(t.xy.end(), {at, at, at + 1, at, at, at + 1, at, at});
  };
  t.features.push_back({ShapeKind::polygons, 0, 3});
  ring(0, false, 1);
  ring(0, true, 1.1);
  ring(1, false, 5);
  t.features.push_back({ShapeKind::none, 3, 0});
  for (const char* cell : {"First", "2", "Second", ""}) t.attributes.add_cell(cell);
  t.attributes.source_row = {1, 2};
  return t;
}

TEST(MapInput, PolygonsKeepTheirRingsTogether) {
  const MapFeatures features = features_of(table());
  ASSERT_EQ(features.size(), 1u);
  const Shape& shape = features[0].shape;
  EXPECT_EQ(shape.ring_ends, (std::vector<std::uint32_t>{4, 8, 12}));
  EXPECT_EQ(shape.part_ends, (std::vector<std::uint32_t>{2, 3}));
  EXPECT_EQ(shape.points[8], (LonLat{5, 5}));
}

TEST(MapInput, CellsAreTextsByColumn) {
  const MapFeatures features = features_of(table());
  EXPECT_EQ(features[0].text("name_en"), "First");
  EXPECT_EQ(features[0].number("level"), 2);
  EXPECT_EQ(features[0].text("missing"), "");
  EXPECT_EQ(features[0].number("name_en"), 0);
}

class CreditsFile : public testing::Test {
 protected:
  Result<std::vector<Credit>> read(std::string_view json) {
    const std::string path = testing::TempDir() + "credits_test.json";
    EXPECT_TRUE(write_file_atomically(path, json).ok());
    return read_credits(path);
  }
};

TEST_F(CreditsFile, ACreditHasItsFourParts) {
  const auto credits = read(R"([{"layers":["sea"],"text":"GSHHG","licence":"LGPL","long":"More"}])");
  ASSERT_TRUE(credits.ok());
  ASSERT_EQ(credits->size(), 1u);
  EXPECT_EQ((*credits)[0].layers, std::vector<std::string>{"sea"});
  EXPECT_EQ((*credits)[0].text, "GSHHG");
  EXPECT_EQ((*credits)[0].licence, "LGPL");
  EXPECT_EQ((*credits)[0].long_text, "More");
}

TEST_F(CreditsFile, WhatIsNoListOrHasNoTextIsRefused) {
  EXPECT_FALSE(read("{}").ok());
  EXPECT_FALSE(read("[{\"layers\":[]}]").ok());
  EXPECT_FALSE(read("not json").ok());
  EXPECT_FALSE(read_credits(testing::TempDir() + "no such file").ok());
}

}  // namespace
}  // namespace vidik
