#include "geo/mercator.h"
#include "geo/triangulate.h"
#include "mapset/prepare.h"

#include "sample_map.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace vidik {
namespace {

const PreparedGeometry& of(const PreparedMap& map, MapContent content) {
  return map[static_cast<std::size_t>(content)][kMapDetails - 1];
}

bool has(const PreparedGeometry& geometry, LonLat place) {
  return std::find(geometry.vertices.begin(), geometry.vertices.end(), to_fixed(place)) !=
         geometry.vertices.end();
}

class PrepareMap : public testing::Test {
 protected:
  void SetUp() override {
    Result<PreparedMap> made = prepare_map(sample_map());
    ASSERT_TRUE(made.ok());
    map = std::move(made).value();
  }
  PreparedMap map;
};

TEST_F(PrepareMap, ABorderGoesWhereItsSidesAndStatusSay) {
  EXPECT_TRUE(has(of(map, MapContent::border_inner), {20, 43}));
  EXPECT_TRUE(has(of(map, MapContent::border_outer), {22, 44}));
  EXPECT_TRUE(has(of(map, MapContent::border_disputed), {22, 42}));
  EXPECT_TRUE(of(map, MapContent::border_neighbour).vertices.empty());
}

TEST_F(PrepareMap, MaritimeLinesAreNotDrawn) {
  for (int c = static_cast<int>(MapContent::border_outer); c <= static_cast<int>(MapContent::border_disputed);
       ++c) {
    EXPECT_FALSE(has(of(map, static_cast<MapContent>(c)), {19, 43})) << c;
  }
}

TEST_F(PrepareMap, TheSixLieOnLandThatFillsTheWholeFrame) {
  EXPECT_TRUE(has(of(map, MapContent::land_focus), {20, 44}));
  EXPECT_FALSE(has(of(map, MapContent::land_focus), {23, 44}));
  const PreparedGeometry& land = of(map, MapContent::land);
  FixedBox frame;
  for (const MapInput input = sample_map(); const MapFeatures* features : {&input.countries, &input.sea}) {
    for (const MapFeature& feature : *features) {
      for (const LonLat& p : feature.shape.points) frame.add(to_fixed(p));
    }
  }
  const double area =
      (static_cast<double>(frame.east) - frame.west) * (static_cast<double>(frame.south) - frame.north);
  EXPECT_NEAR(triangles_area(land.vertices) / area, 1, 1e-6);
}

TEST_F(PrepareMap, CoastAndAdminLinesAreTakenByTheirColumn) {
  EXPECT_TRUE(has(of(map, MapContent::coast_focus), {20.25, 42}));
  EXPECT_TRUE(has(of(map, MapContent::coast_neighbour), {19, 42}));
  EXPECT_TRUE(has(of(map, MapContent::admin1), {21, 42}));
  EXPECT_TRUE(has(of(map, MapContent::municipalities), {21.5, 42}));
}

TEST_F(PrepareMap, RiversHaveThreeRanks) {
  EXPECT_TRUE(has(of(map, MapContent::rivers_1), {20, 43.5}));
  EXPECT_TRUE(has(of(map, MapContent::rivers_2), {20, 43.6}));
  EXPECT_TRUE(has(of(map, MapContent::rivers_3), {20, 43.7}));
}

TEST_F(PrepareMap, ALakeHasAShoreThatCloses) {
  const PreparedGeometry& shore = of(map, MapContent::lake_shores);
  ASSERT_EQ(shore.line_ends.size(), 1u);
  EXPECT_EQ(shore.vertices.front(), shore.vertices.back());
  EXPECT_FALSE(of(map, MapContent::lakes).vertices.empty());
}

TEST_F(PrepareMap, TheSameMapTwiceIsTheSame) {
  const Result<PreparedMap> again = prepare_map(sample_map());
  ASSERT_TRUE(again.ok());
  for (std::size_t c = 0; c < map.size(); ++c) {
    for (std::size_t d = 0; d < map[c].size(); ++d) {
      EXPECT_EQ((*again)[c][d].vertices, map[c][d].vertices);
      EXPECT_EQ((*again)[c][d].line_ends, map[c][d].line_ends);
    }
  }
}

}  // namespace
}  // namespace vidik
