#include "scene/seen_points.h"

#include "scene/camera.h"
#include "scene/count_cells.h"

#include "scene_stage.h"

namespace vidik {
namespace {

Px px_of_row(const Stage& stage, Row row) {
  const Layer& layer = *stage.snapshot->layers[0];
  return px_of(map_view(stage.view.camera, stage.view.map), LonLat{layer.lon(row), layer.lat(row)});
}

std::span<const std::uint32_t> rows_drawn(const Picture& picture) {
  for (const Mark& mark : picture.list.top)
    if (const auto* points = std::get_if<MapPoints>(&mark)) {
      EXPECT_EQ(points->first, points->last);
      return std::span(picture.list.rows).subspan(points->extra.first, points->extra.count);
    }
  return {};
}

TEST(SeenPoints, OfACrowdEveryPointIsDrawnOrLiesUnderALaterOne) {
  Stage stage(scattered(30000));
  for (const double zoom : {8.0, 9.0}) {  // further out they are too many for dots
    stage.view.camera.zoom = zoom;
    const Picture picture = stage.draw();
    EXPECT_TRUE(says(picture, "Dots hide one another"));
    const auto drawn = rows_drawn(picture);
    ASSERT_FALSE(drawn.empty());
    EXPECT_LT(drawn.size(), 30000u) << zoom;
    std::vector<std::uint32_t> place(30000, UINT32_MAX);  // in painting order
    for (std::size_t i = 0; i < drawn.size(); ++i) place[drawn[i]] = static_cast<std::uint32_t>(i);
    const VisibleRows& rows = stage.set.layers[0];
    std::vector<Row> order;
    for (Row p = rows.first; p < rows.last; ++p) order.push_back(stage.indexes->layers[0]->row_at(p));
    for (const Row p : rows.extra) order.push_back(stage.indexes->layers[0]->row_at(p));
    ASSERT_EQ(order.size(), 30000u);
    for (std::size_t i = 0; i < order.size(); i += 97) {
      const Px at = px_of_row(stage, order[i]);
      if (place[order[i]] != UINT32_MAX || !stage.view.map.contains(at.x, at.y)) continue;
      bool hidden = false;
      for (std::size_t later = i + 1; later < order.size() && !hidden; ++later) {
        const Px other = px_of_row(stage, order[later]);
        hidden = place[order[later]] != UINT32_MAX && std::abs(other.x - at.x) <= 2.02f &&
                 std::abs(other.y - at.y) <= 2.02f;
      }
      EXPECT_TRUE(hidden) << zoom << ' ' << order[i];
    }
    for (std::size_t i = 1, at = 0; i < drawn.size(); ++i) {
      while (at < order.size() && order[at] != drawn[i - 1]) ++at;
      EXPECT_NE(std::find(order.begin() + static_cast<std::ptrdiff_t>(at), order.end(), drawn[i]),
                order.end())
          << "order";
      if (i > 300) break;
    }
  }
}

TEST(SeenPoints, MoreThanDotsCanTellApartAreCountedInHexagons) {
  Stage stage(scattered(30000));
  stage.view.camera.zoom = 5;
  const Picture picture = stage.draw();
  EXPECT_TRUE(says(picture, "counted in hexagons"));
  EXPECT_TRUE(says(picture, "Events in a hexagon"));
  EXPECT_TRUE(rows_drawn(picture).empty());
  std::size_t hexagons = 0;
  for (const Mark& mark : picture.list.top)
    if (const auto* area = std::get_if<Polygon>(&mark)) hexagons += area->points.count == 6;
  CountCells cells(picture.list.view);
  const Layer& layer = *stage.snapshot->layers[0];
  for (Row row = 0; row < layer.size(); ++row)
    cells.add(layer.columns.lon_e7[row], layer.columns.lat_e7[row]);
  EXPECT_EQ(hexagons, cells.cells().size());
  EXPECT_GT(cells.in_view(), kCrowd);
  std::uint64_t counted = 0;
  for (const CountCells::Cell& cell : cells.cells()) counted += cell.count;
  EXPECT_GE(counted, cells.in_view());
}

TEST(SeenPoints, ASparseViewOfACrowdShowsEveryEventThatIsInIt) {
  EventRows rows = scattered(25000);
  for (int i = 0; i < 5000; ++i) rows.add(30 + 0.001 * (i % 100), 60 + 0.001 * (i / 100), at_day(2024, 3, 1));
  Stage stage(rows);
  stage.view.camera = {30.05, 60.025, 13};  // some 6 px from one to the next
  const Picture picture = stage.draw();
  std::size_t inside = 0;
  for (Row row = 0; row < 30000; ++row) {
    const Px at = px_of_row(stage, row);
    inside += stage.view.map.contains(at.x, at.y);
  }
  EXPECT_EQ(picture.counts.shown, 30000u);
  ASSERT_GT(inside, 2001u);
  EXPECT_GE(rows_drawn(picture).size(), inside);
}

TEST(SeenPoints, AViewAcrossTheDateLineSeesBothSides) {
  for (const double lon : {179.9, -179.9}) {
    SeenPoints points(map_view({lon, 10, 8}, {0, 0, 600, 400}), 2.5f);
    EXPECT_TRUE(points.see(1'799'500'000, 100'000'000)) << lon;
    EXPECT_TRUE(points.see(-1'799'500'000, 100'000'000)) << lon;
    EXPECT_FALSE(points.see(-1'799'500'000, 100'000'000)) << lon;
    EXPECT_FALSE(points.see(0, 100'000'000)) << lon;
    EXPECT_FALSE(points.see(1'799'500'000, -300'000'000)) << lon;
  }
}

}  // namespace
}  // namespace vidik
