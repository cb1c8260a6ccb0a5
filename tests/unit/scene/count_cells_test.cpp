#include "scene/count_cells.h"

#include "scene/camera.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace vidik {
namespace {

std::int32_t e7(double degrees) { return static_cast<std::int32_t>(std::llround(degrees * 1e7)); }

MapView view_at(double lon, double lat, double zoom) {
  return map_view({lon, lat, zoom}, {100, 50, 800, 600});
}

TEST(CountCells, EveryEventIsInTheHexagonWhoseMiddleIsNearest) {
  const MapView view = view_at(20.5, 43, 7.3);
  std::mt19937 random(5);
  std::uniform_real_distribution<double> lon(17, 24), lat(41, 45);
  for (int i = 0; i < 400; ++i) {
    CountCells one(view);
    const double x = lon(random), y = lat(random);
    one.add(e7(x), e7(y));
    const Px at = px_of(view, LonLat{x, y});
    const auto cells = one.cells();
    if (cells.empty()) {
      EXPECT_FALSE(view.box.contains(at.x, at.y));
      continue;
    }
    ASSERT_EQ(cells.size(), 1u);
    EXPECT_EQ(cells[0].count, 1u);
    EXPECT_EQ(one.in_view(), view.box.contains(at.x, at.y) ? 1u : 0u);
    // Inside a hexagon with a pointed top: nowhere further than its corners, nor beyond its straight sides.
    const double dx = std::abs(at.x - cells[0].middle.x), dy = std::abs(at.y - cells[0].middle.y),
                 r = one.radius();
    EXPECT_LE(dx, r * std::sqrt(3.0) / 2 + 0.05);
    EXPECT_LE(dy + dx / std::sqrt(3.0), r + 0.05);
  }
}

TEST(CountCells, PanningMovesCellsAndChangesNoCount) {
  std::mt19937 random(9);
  std::uniform_real_distribution<double> lon(20.2, 20.8), lat(42.8, 43.2);
  std::vector<std::pair<std::int32_t, std::int32_t>> places;
  for (int i = 0; i < 5000; ++i) places.emplace_back(e7(lon(random)), e7(lat(random)));
  const auto counted = [&](const MapView& view) {
    CountCells cells(view);
    for (const auto& [x, y] : places) cells.add(x, y);
    EXPECT_EQ(cells.in_view(), places.size());
    return cells.cells();
  };
  const MapView before = view_at(20.5, 43, 8);
  MapView after = before;
  after.centre_x += 37.25 / before.px_per_world, after.centre_y -= 18.5 / before.px_per_world;
  const auto a = counted(before), b = counted(after);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].count, b[i].count) << i;
    EXPECT_NEAR(a[i].middle.x - b[i].middle.x, 37.25, 0.01);
    EXPECT_NEAR(a[i].middle.y - b[i].middle.y, -18.5, 0.01);
  }
}

TEST(CountCells, TheirSizeStaysAboutTheSameAtEveryZoom) {
  for (double zoom = 2; zoom < 20; zoom += 0.07)
    EXPECT_NEAR(CountCells(view_at(20, 43, zoom)).radius() / kCellPx, 1, 0.091) << zoom;
}

TEST(CountCells, AcrossTheDateLineBothEndsAreSeen) {
  CountCells cells(view_at(179.9, 0, 5));
  cells.add(e7(179), 0), cells.add(e7(-179), 0), cells.add(e7(20), 0);
  EXPECT_EQ(cells.in_view(), 2u);
}

TEST(CountClasses, EndAtTheLargestCountAndMeetWithoutGaps) {
  for (const std::uint32_t largest : {1u, 2u, 3u, 9u, 10u, 29u, 30u, 299u, 5000u, 1000000u}) {
    const CountClasses classes(largest);
    ASSERT_GE(classes.size(), 1u);
    ASSERT_LE(classes.size(), CountClasses::kMost);
    EXPECT_EQ(classes.class_of(1), 0u);
    EXPECT_EQ(classes.class_of(largest), classes.size() - 1);
    std::size_t before = 0;
    for (std::uint32_t count = 1; count <= largest; count += std::max(1u, largest / 5000)) {
      const std::size_t k = classes.class_of(count);
      EXPECT_TRUE(k == before || k == before + 1) << largest << ' ' << count;
      before = k;
    }
  }
  EXPECT_EQ(CountClasses(299).words(0), "1–2");
  EXPECT_EQ(CountClasses(299).words(4), "100–299");
  EXPECT_EQ(CountClasses(1).words(0), "1");
  EXPECT_EQ(CountClasses(5000).words(0), "1–29");  // eight classes would be too many: the lowest are one
  EXPECT_EQ(CountClasses(5000).words(5), "3,000–5,000");
}

}  // namespace
}  // namespace vidik
