// The map in the equal-area projection: where things are on it, and that they are the same things.

#include "geo/geodesic.h"
#include "scene/camera.h"
#include "scene/quick_places.h"
#include "scene/scale_bar.h"

#include "scene_stage.h"

#include <array>

namespace vidik {
namespace {

Camera equal_area(double lon, double lat, double zoom) { return {lon, lat, zoom, Projection::equal_area}; }

std::int32_t e7(double degrees) { return static_cast<std::int32_t>(std::llround(degrees * 1e7)); }

TEST(EqualAreaMap, PxAndPlacesAreEachOthersInverse) {
  const MapView view = map_view(equal_area(20, 43, 7), {100, 50, 900, 600});
  const Px centre = px_of(view, LonLat{20, 43});
  EXPECT_NEAR(centre.x, 550, 1e-3);
  EXPECT_NEAR(centre.y, 350, 1e-3);
  const Px back = px_of(view, place_at(view, {321, 456}));
  EXPECT_NEAR(back.x, 321, 0.01);
  EXPECT_NEAR(back.y, 456, 0.01);
}

TEST(EqualAreaMap, ShowsAboutAsMuchGroundAtAZoomAsWebMercatorDoes) {
  for (const LonLat place : {LonLat{20, 43}, LonLat{16.5, 44.5}, LonLat{20, 41}}) {
    const double mercator = metres_per_px(map_view({place.lon, place.lat, 7}, {0, 0, 800, 600}));
    const double here = metres_per_px(map_view(equal_area(place.lon, place.lat, 7), {0, 0, 800, 600}));
    EXPECT_NEAR(here / mercator, 1, 0.04);
  }
}

TEST(EqualAreaMap, TheMapSetsCoordinatesAreWhereTheirDegreesAre) {
  const MapView view = map_view(equal_area(20, 43, 9), {0, 0, 800, 600});
  for (const LonLat place : {LonLat{20.4, 43.2}, LonLat{19.2, 42.5}, LonLat{21, 43.4}}) {
    const Px a = px_of(view, place), b = px_of(view, to_fixed(place));
    EXPECT_NEAR(a.x, b.x, 0.01);
    EXPECT_NEAR(a.y, b.y, 0.01);
  }
}

TEST(EqualAreaMap, FitPutsTheWholeBoxIntoTheFreePart) {
  const Box2 map{288, 44, 1312, 592}, free{600, 60, 640, 560};
  const MapView view = map_view(fit_camera(kTheSix, map, free, Projection::equal_area), map);
  float least = 1e9f;
  for (const Px at : outline_px(view, kTheSix, 40)) {
    EXPECT_GE(at.x, free.x - 1);
    EXPECT_LE(at.x, free.x + free.w + 1);
    EXPECT_GE(at.y, free.y - 1);
    EXPECT_LE(at.y, free.y + free.h + 1);
    least = std::min({least, at.y - free.y, free.y + free.h - at.y, at.x - free.x, free.x + free.w - at.x});
  }
  EXPECT_LT(least, 1) << "as large as it can be";
}

TEST(EqualAreaMap, TheShownBoxHoldsEveryPlaceOfTheMap) {
  const MapView view = map_view(equal_area(20, 43, 5), {0, 0, 1400, 700});
  const LonLatBox shown = shown_box(view);
  for (float x = 0; x <= 1400; x += 50)
    for (float y = 0; y <= 700; y += 50) {
      const LonLat at = place_at(view, {x, y});
      EXPECT_TRUE(at.lon >= shown.west - 0.05 && at.lon <= shown.east + 0.05 &&
                  at.lat >= shown.south - 0.05 && at.lat <= shown.north + 0.05)
          << at.lon << ' ' << at.lat;
    }
}

TEST(EqualAreaMap, QuickPlacesAreWithinATenthOfAPixel) {
  for (const double zoom : {4.0, 5.5, 7.0, 9.0, 12.0, 16.0}) {
    const MapView view = map_view(equal_area(20.5, 43, zoom), {40, 30, 1600, 900});
    const QuickPlaces quick(view, 10);
    int inside = 0;
    for (float x = 45; x < 1640; x += 37)
      for (float y = 35; y < 930; y += 41) {
        const LonLat place = place_at(view, {x, y});
        double found_x = 0, found_y = 0;
        ASSERT_TRUE(quick.find(e7(place.lon), e7(place.lat), found_x, found_y))
            << zoom << ' ' << x << ' ' << y;
        const Px at = px_of(view, LonLat{e7(place.lon) / 1e7, e7(place.lat) / 1e7});
        EXPECT_NEAR(found_x - 10 + 40, at.x, 0.1) << zoom;
        EXPECT_NEAR(found_y - 10 + 30, at.y, 0.1) << zoom;
        ++inside;
      }
    EXPECT_GT(inside, 900);
    double x = 0, y = 0;
    const LonLat outside = place_at(view, {0, 0});
    EXPECT_FALSE(quick.find(e7(outside.lon), e7(outside.lat), x, y)) << zoom;
  }
}

TEST(EqualAreaMap, TheScaleBarHoldsToOnePercent) {
  for (const double lat : {40.0, 43.0, 46.0})
    for (const double zoom : {5.0, 7.0, 10.0}) {
      const MapView view = map_view(equal_area(20, lat, zoom), {0, 0, 1000, 600});
      const ScaleBar bar = scale_bar(view, 130);
      const LonLat a = place_at(view, {500 - bar.px / 2, 300}), b = place_at(view, {500 + bar.px / 2, 300});
      EXPECT_NEAR(geodesic_m(a, b) / bar.metres, 1, 0.01) << lat << ' ' << zoom;
    }
}

// North is not up: a place can be inside the box of degrees that the map shows and yet off the map.
TEST(EqualAreaMap, CountsAsOutsideWhatIsOffThePage) {
  for (const int each : {1, 3000}) {  // a few are projected, many are looked up
    EventRows rows;
    const MapView view = map_view(equal_area(21, 43, 6), {0, 0, 1000, 500});
    const LonLatBox shown = shown_box(view);
    std::size_t off = 0, all = 0;
    for (int i = 0; i < 20; ++i)
      for (int j = 0; j < 20; ++j) {
        const LonLat at{shown.west + (shown.east - shown.west) * (i + 0.5) / 20,
                        shown.south + (shown.north - shown.south) * (j + 0.5) / 20};
        const Px px = px_of(view, at);
        if (std::abs(px.x) < 1 || std::abs(px.x - 1000) < 1 || std::abs(px.y) < 1 || std::abs(px.y - 500) < 1)
          continue;
        for (int k = 0; k < (each > 1 ? 12 : 1); ++k) {
          rows.add(at.lon, at.lat, at_day(2024, 3, 1), at_day(2024, 3, 2));
          ++all, off += !view.box.contains(px.x, px.y);
        }
      }
    ASSERT_GT(off, 10u);
    Stage stage(rows);
    stage.view.camera = equal_area(21, 43, 6);
    stage.view.map = {0, 0, 1000, 500};
    const Picture picture = stage.draw();
    EXPECT_EQ(picture.counts.shown, all);
    EXPECT_EQ(picture.counts.outside_map, off);
  }
}

TEST(EqualAreaMap, SaysSoOnThePicture) {
  Stage stage(EventRows().add(20, 43, at_day(2024, 3, 1), at_day(2024, 3, 2)));
  const auto says = [&] {
    const Picture picture = stage.draw();
    bool sentence = false, arrow = false;
    for (const Mark& mark : picture.list.top)
      if (const auto* run = std::get_if<GlyphRun>(&mark)) {
        sentence = sentence || run->text.find("EPSG:3035") != std::string::npos;
        arrow = arrow || run->text == "N";
      }
    return std::array{sentence, arrow};
  };
  EXPECT_EQ(says(), (std::array{false, false}));
  stage.view.camera.projection = Projection::equal_area;
  EXPECT_EQ(says(), (std::array{true, true}));
}

}  // namespace
}  // namespace vidik
