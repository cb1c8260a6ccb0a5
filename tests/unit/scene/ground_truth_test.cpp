// What a picture says about the ground, measured in the draw list and held against PROJ's geodesics (Karney 2013).

#include "scene/camera.h"
#include "scene/scale_bar.h"
#include "scene_stage.h"

#include <geodesic.h>

#include <algorithm>

namespace vidik {
namespace {

const geod_geodesic& wgs84() {
  static const geod_geodesic made = [] {
    geod_geodesic g;
    geod_init(&g, 6378137, 1 / 298.257223563);
    return g;
  }();
  return made;
}

double geodesic_m(LonLat a, LonLat b) {
  double metres = 0;
  geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, &metres, nullptr, nullptr);
  return metres;
}

LonLat gone(LonLat from, double azimuth, double metres) {
  LonLat to;
  geod_direct(&wgs84(), from.lat, from.lon, azimuth, metres, &to.lat, &to.lon, nullptr);
  return to;
}

// The bar as it is drawn: the open path of four points whose ends stand up from it.
std::vector<Px> drawn_bar(const DrawList& list) {
  for (const Mark& mark : list.top) {
    const auto* stroke = std::get_if<Stroke>(&mark);
    if (stroke == nullptr || stroke->closed || stroke->points.count != 4) continue;
    const Px* p = &list.points[stroke->points.first];
    if (p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x) return {p, p + 4};
  }
  return {};
}

TEST(GroundTruth, TheDrawnScaleBarIsWithinOnePercentOfTheGeodesic) {
  Stage stage{EventRows()};
  for (const double lat : {40.0, 43.0, 46.0})
    for (double zoom = 4.3; zoom < 16; zoom += 0.37) {
      stage.view.camera = {20, lat, zoom};
      const Picture picture = stage.draw();
      const std::vector<Px> bar = drawn_bar(picture.list);
      ASSERT_EQ(bar.size(), 4u) << zoom;
      // Measured at the centre, which is where the bar holds. Its strokes are 1 px wide: their outer edges count.
      const Box2& box = picture.list.view.box;
      const float middle = box.x + box.w / 2, y = box.y + box.h / 2;
      const float length = bar[2].x - bar[1].x + 1;
      const double metres = geodesic_m(place_at(picture.list.view, {middle - length / 2, y}),
                                       place_at(picture.list.view, {middle + length / 2, y}));
      const ScaleBar said = scale_bar(picture.list.view, 118);
      EXPECT_NEAR(metres, said.metres, said.metres * 0.01) << lat << " N, zoom " << zoom;
      EXPECT_TRUE(says(picture, said.whole));
    }
}

// How far the rim of an arc is from a circle of `metres` on the ground, in px.
double worst_px(const MapView& view, const Arc& arc, LonLat centre, double metres) {
  double worst = 0;
  for (double azimuth = 0; azimuth < 360; azimuth += 15) {
    const Px rim = px_of(view, gone(centre, azimuth, metres));
    worst = std::max(worst, std::fabs(std::hypot(rim.x - arc.centre.x, rim.y - arc.centre.y) -
                                      static_cast<double>(arc.radius)));
  }
  return worst;
}

const Arc* widest_ring(const Picture& picture) {
  const Arc* widest = nullptr;
  for (const Mark& mark : picture.list.top)
    if (const auto* arc = std::get_if<Arc>(&mark);
        arc != nullptr && (!widest || arc->radius > widest->radius))
      widest = arc;
  return widest;
}

TEST(GroundTruth, AFiveKilometreCircleOfAnUncertainPlaceIsFiveKilometresOnTheGround) {
  constexpr LonLat kPlace{20.8701, 42.8902};
  for (const double lat : {40.0, kPlace.lat, 46.2}) {
    EventRows rows;
    rows.add(kPlace.lon, lat, at_day(2024, 3, 1));
    rows.batch.places.push_back({0, {PlaceKind::radius, 5000}});
    Stage stage(rows);
    stage.view.furniture.timeline = stage.view.furniture.legend = false;
    lay_out_page(stage.view);
    // From the smallest that is drawn, 10 px, to one that is drawn because it is selected and fills the page.
    for (const double zoom : {8.05, 9.5, 11.2, 12.6}) {
      if (zoom > 11.5) stage.selected = EventRef{0, 0};
      stage.view.camera = {kPlace.lon, lat, zoom};
      const Picture picture = stage.draw();
      const Arc* ring = widest_ring(picture);
      ASSERT_NE(ring, nullptr) << zoom;
      EXPECT_GT(ring->radius, 10);
      EXPECT_LE(worst_px(picture.list.view, *ring, {kPlace.lon, lat}, 5000), 1) << lat << " N, zoom " << zoom;
    }
  }
}

TEST(GroundTruth, AFiveKilometreCircleOfAnOverlayIsFiveKilometresOnTheGround) {
  constexpr LonLat kPlace{20.8701, 42.8902};
  Stage stage(EventRows().add(kPlace.lon, kPlace.lat, at_day(2024, 3, 1)));
  stage.view.furniture.legend = false;
  OverlayMarks marks;
  marks.layer = "test";
  marks.points.push_back({kPlace.lon, kPlace.lat});
  OverlayMark circle;
  circle.kind = OverlayKind::circle;
  circle.points = {0, 1};
  circle.radius_m = 5000;
  circle.width_px = 1;
  marks.marks.push_back(circle);
  stage.overlays.push_back(marks);
  for (const double zoom : {8.5, 10.0, 12.0}) {
    stage.view.camera = {kPlace.lon, kPlace.lat, zoom};
    const Picture picture = stage.draw();
    const Arc* ring = widest_ring(picture);
    ASSERT_NE(ring, nullptr) << zoom;
    EXPECT_LE(worst_px(picture.list.view, *ring, kPlace, 5000), 1) << zoom;
  }
}

}  // namespace
}  // namespace vidik
