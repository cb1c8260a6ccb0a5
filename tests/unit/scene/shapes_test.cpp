#include "scene/shape_path.h"

#include "scene/camera.h"
#include "scene/pick.h"
#include "scene_stage.h"

namespace vidik {
namespace {

constexpr Box2 kBox{0, 0, 100, 100};

std::string told(const PxPaths& paths) {
  std::string out;
  for (std::size_t i = 0; i < paths.runs.size(); ++i) {
    for (const Px p : paths.run(i))
      out += std::to_string(std::lround(p.x)) + "," + std::to_string(std::lround(p.y)) + " ";
    out += paths.runs[i].closed ? "o " : "| ";
  }
  return out;
}

PxPaths line(std::vector<FarPx> points, bool closed = false) {
  PxPaths out;
  clip_line(points, closed, kBox, out);
  return out;
}

PxPaths ring(std::vector<FarPx> points) {
  PxPaths out;
  clip_ring(points, kBox, out);
  return out;
}

TEST(ClipPath, ALineIsCutWhereItLeavesAndGoesOnWhereItComesBack) {
  EXPECT_EQ(told(line({{10, 10}, {90, 90}})), "10,10 90,90 | ");
  EXPECT_EQ(told(line({{-50, 50}, {50, 50}, {50, 150}, {70, 150}, {70, 50}})),
            "0,50 50,50 50,100 | 70,100 70,50 | ");
  EXPECT_EQ(told(line({{-50, -10}, {150, -10}})), "");
  EXPECT_EQ(told(line({{-1e9, 50}, {1e9, 50}})), "0,50 100,50 | ");
}

TEST(ClipPath, APointThatIsTheLastStaysHoweverNear) {
  EXPECT_EQ(line({{10, 10}, {10.1, 10}, {10.2, 10}}).points.size(), 2u);
  EXPECT_EQ(line({{10, 10}, {20, 10}, {20.1, 10}}).points.size(), 3u);
}

TEST(ClipPath, ARimIsClosedOnlyWhenItNeverLeaves) {
  EXPECT_EQ(told(line({{10, 10}, {50, 10}, {50, 50}}, true)), "10,10 50,10 50,50 o ");
  EXPECT_EQ(told(line({{50, 50}, {150, 50}, {150, 80}, {50, 80}}, true)),
            "50,50 100,50 | 100,80 50,80 50,50 | ");
}

TEST(ClipPath, ARingKeepsWhatItEnclosesOfTheBox) {
  EXPECT_EQ(told(ring({{-100, -100}, {200, -100}, {200, 200}, {-100, 200}})), "0,100 0,0 100,0 100,100 o ");
  EXPECT_EQ(told(ring({{200, 200}, {300, 200}, {300, 300}})), "");
}

void add_shape(EventRows& rows, GeometryKind kind, const std::vector<PlaceE7>& run) {
  EventBatch& b = rows.batch;
  b.geometry_parts.push_back({static_cast<std::uint32_t>(run.size()), kind, {}});
  b.geometry_points.insert(b.geometry_points.end(), run.begin(), run.end());
  b.geometries.push_back(
      {static_cast<std::uint32_t>(b.size() - 1), 1, static_cast<std::uint32_t>(run.size())});
}

constexpr PlaceE7 e7(double lon, double lat) {
  return {static_cast<std::int32_t>(lon * 1e7), static_cast<std::int32_t>(lat * 1e7)};
}

// A line along 44 N in March, an area round Podgorica in June.
EventRows line_and_area() {
  EventRows rows;
  rows.add(20, 44, at_day(2024, 3, 1));
  add_shape(rows, GeometryKind::line, {e7(19, 44), e7(20, 44), e7(21, 44)});
  rows.add(19.3, 42.4, at_day(2024, 6, 1), 1, Status::alleged);
  add_shape(rows, GeometryKind::ring, {e7(19, 42), e7(19.6, 42), e7(19.6, 42.8), e7(19, 42.8)});
  return rows;
}

TEST(Shapes, AreDrawnWhileTheirEventIsVisible) {
  Stage stage(line_and_area());
  Picture picture = stage.draw();
  ASSERT_EQ(picture.shapes.size(), 2u);
  EXPECT_EQ(picture.shapes[0].event, (EventRef{0, 0}));
  const std::size_t polygons = count_of<Polygon>(picture.list.top);
  stage.view.time.cursor = at_day(2024, 4, 1);
  stage.view.time.mode = Mode::cumulative;
  picture = stage.draw();
  ASSERT_EQ(picture.shapes.size(), 1u);
  EXPECT_EQ(picture.shapes[0].event, (EventRef{0, 0}));
  EXPECT_EQ(count_of<Polygon>(picture.list.top), polygons - 1);  // the area's inside
  stage.view.layer_on = {false};
  EXPECT_TRUE(stage.draw().shapes.empty());
}

TEST(Shapes, FollowTheMap) {
  Stage stage(line_and_area());
  const Px before = stage.draw().shapes[0].path->edges.points.front();
  stage.view.camera.lon += 1;
  const Px after = stage.draw().shapes[0].path->edges.points.front();
  EXPECT_LT(after.x, before.x - 10);
  EXPECT_EQ(px_of(stage.draw().list.view, LonLat{19, 44}), after);
}

TEST(Shapes, WhatReachesIntoTheMapIsNotCountedAsOutsideIt) {
  EventRows rows;
  rows.add(-30, 60, at_day(2024, 3, 1));
  add_shape(rows, GeometryKind::line, {e7(-30, 60), e7(20, 43)});
  rows.add(-30, 60, at_day(2024, 3, 1));
  Stage stage(rows);
  EXPECT_EQ(stage.draw().counts.outside_map, 1u);
}

TEST(Shapes, ALineIsPickedAlongItAndAnAreaInsideIt) {
  Stage stage(line_and_area());
  const Picture picture = stage.draw();
  const auto picked = [&](double lon, double lat, float dy = 0) {
    const Px at = px_of(picture.list.view, LonLat{lon, lat});
    return pick_event(stage.in(), picture, {at.x, at.y + dy});
  };
  EXPECT_EQ(picked(20.7, 44, 3), (EventRef{0, 0}));
  EXPECT_EQ(picked(20.7, 44, 12), std::nullopt);
  EXPECT_EQ(picked(19.1, 42.1), (EventRef{0, 1}));
  EXPECT_EQ(picked(18.8, 42.1), std::nullopt);
}

TEST(Shapes, AHoleIsNotInside) {
  const PlaceE7 points[] = {{0, 0}, {90, 0}, {90, 90}, {0, 90}, {30, 30}, {60, 30}, {60, 60}, {30, 60}};
  const GeometryPart parts[] = {{4, GeometryKind::ring, {}}, {8, GeometryKind::ring, {}}};
  MapView view;
  view.box = {0, 0, 400, 400};
  view.px_per_world = 360e7;  // about one px a unit
  const ShapePath path = shape_path({points, parts, {0, 0, 90, 90}}, view);
  const Px zero = px_of(view, LonLat{0, 0});
  EXPECT_TRUE(holds(path, {zero.x + 10, zero.y - 10}, ShapePart::inside, 0));
  EXPECT_FALSE(holds(path, {zero.x + 45, zero.y - 45}, ShapePart::inside, 0));
  EXPECT_TRUE(holds(path, {zero.x + 45, zero.y - 31}, ShapePart::edge, 3));
}

}  // namespace
}  // namespace vidik
