#include "scene/heat_map.h"

#include "scene/camera.h"

#include "scene_stage.h"

#include <random>

namespace vidik {
namespace {

std::int32_t e7(double degrees) { return static_cast<std::int32_t>(std::llround(degrees * 1e7)); }

MapView view_at(double lon, double lat, double zoom, Projection projection = Projection::web_mercator) {
  return map_view({lon, lat, zoom, projection}, {100, 50, 800, 600});
}

bool inside(const HeatBand& band, Px at) {
  bool in = false;
  std::uint32_t first = 0;
  for (const std::uint32_t end : band.ends) {
    for (std::uint32_t i = first; i < end; ++i) {
      const Px a = band.points[i == first ? end - 1 : i - 1], b = band.points[i];
      if ((a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x) in = !in;
    }
    first = end;
  }
  return in;
}

double area(const HeatBand& band) {  // holes count against what they are in
  double twice = 0;
  std::uint32_t first = 0;
  for (const std::uint32_t end : band.ends) {
    for (std::uint32_t i = first; i < end; ++i) {
      const Px a = band.points[i == first ? end - 1 : i - 1], b = band.points[i];
      twice += static_cast<double>(a.x) * b.y - static_cast<double>(b.x) * a.y;
    }
    first = end;
  }
  return std::abs(twice) / 2;
}

TEST(Contour, GoesRoundAHillAndRoundTheHoleInARing) {
  constexpr int kSide = 41;
  std::vector<float> hill, ring;
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const auto far = static_cast<float>(std::hypot(x - 20, y - 20));
      hill.push_back(20 - far);
      ring.push_back(3 - std::abs(far - 10));
    }
  HeatBand one, two;
  contour(hill, kSide, kSide, 8, one);  // a disc of radius 12
  ASSERT_EQ(one.ends.size(), 1u);
  EXPECT_NEAR(area(one), 3.14159 * 144, 3);
  contour(ring, kSide, kSide, 1, two);  // between 8 and 12
  ASSERT_EQ(two.ends.size(), 2u);
  EXPECT_NEAR(area(two), 3.14159 * (144 - 64), 4);
  EXPECT_FALSE(inside(two, {20, 20}));
  EXPECT_TRUE(inside(two, {30, 20}));
}

TEST(Contour, EveryRingIsClosedAndEveryValueOnItsSide) {
  std::mt19937 random(11);
  std::uniform_real_distribution<float> any(0, 1);
  constexpr int kSide = 30;
  for (int run = 0; run < 40; ++run) {
    std::vector<float> values(kSide * kSide);
    for (int y = 1; y + 1 < kSide; ++y)
      for (int x = 1; x + 1 < kSide; ++x) values[static_cast<std::size_t>(y * kSide + x)] = any(random);
    HeatBand band;
    contour(values, kSide, kSide, 0.5f, band);
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) {
        const float v = values[static_cast<std::size_t>(y * kSide + x)];
        if (std::abs(v - 0.5f) < 0.01f) continue;
        EXPECT_EQ(inside(band, {static_cast<float>(x) + 1e-3f, static_cast<float>(y) + 1.3e-3f}), v >= 0.5f)
            << x << ' ' << y;
      }
  }
}

TEST(HeatMap, OneEventIsABellOfItsWidthAndHeight) {
  const MapView view = view_at(20.5, 43, 7.25);
  HeatMap heat(view);
  heat.add(e7(20.5), e7(43));
  const HeatBands bands = heat.bands();
  const double km_px = metres_per_px(view, 43) / 1000;
  const double peak = 100 / (2 * 3.14159265 * kHeatSigmaPx * kHeatSigmaPx * km_px * km_px);
  EXPECT_NEAR(bands.highest / peak, 1, 0.05);  // up to a cell is between the event and the next middle of one
  EXPECT_NEAR(bands.sigma_m, kHeatSigmaPx * km_px * 1000, 1);
  ASSERT_FALSE(bands.bands.empty());
  const HeatBand& top = bands.bands.back();
  // The line of a density: r² = 2 σ² ln(peak / density).
  const double radius = kHeatSigmaPx * std::sqrt(2 * std::log(peak / top.from));
  const Px middle = px_of(view, LonLat{20.5, 43});
  for (const Px p : top.points) EXPECT_NEAR(std::hypot(p.x - middle.x, p.y - middle.y), radius, 3.6);
}

TEST(HeatMap, BandsAreRoundNumbersEachWithinTheOneBefore) {
  const MapView view = view_at(20.5, 43, 7);
  HeatMap heat(view);
  std::mt19937 random(3);
  std::normal_distribution<double> lon(20.5, 0.8), lat(43, 0.5);
  for (int i = 0; i < 5000; ++i) heat.add(e7(lon(random)), e7(lat(random)));
  EXPECT_GT(heat.in_view(), 4900u);
  const HeatBands bands = heat.bands();
  ASSERT_EQ(bands.bands.size(), 6u);
  EXPECT_LE(bands.bands.back().from, bands.highest);
  for (std::size_t k = 1; k < bands.bands.size(); ++k) {
    const double ratio = bands.bands[k].from / bands.bands[k - 1].from;
    EXPECT_TRUE(std::abs(ratio - 3) < 0.01 || std::abs(ratio - 10.0 / 3) < 0.01) << ratio;
    EXPECT_LT(area(bands.bands[k]), area(bands.bands[k - 1]));
    for (const Px p : bands.bands[k].points) EXPECT_TRUE(inside(bands.bands[k - 1], p));
  }
}

TEST(HeatMap, KeepsItsGroundWhileTheMapMoves) {
  for (const Projection projection : {Projection::web_mercator, Projection::equal_area}) {
    const MapView before = view_at(20.5, 43, 7.1, projection);
    MapView after = before;
    after.centre_x += 37.25 / before.px_per_world, after.centre_y -= 18.5 / before.px_per_world;
    HeatMap a(before), b(after);
    for (const LonLat at : {LonLat{20.5, 43}, LonLat{20.7, 43.1}, LonLat{20.6, 42.9}})
      a.add(e7(at.lon), e7(at.lat)), b.add(e7(at.lon), e7(at.lat));
    const HeatBands x = a.bands(), y = b.bands();
    ASSERT_EQ(x.bands.size(), y.bands.size());
    // Density is per ground: in Web Mercator it hangs on the row's latitude, which is the same ground in both.
    EXPECT_NEAR(x.highest / y.highest, 1, 0.002);
    const HeatBand &p = x.bands.back(), &q = y.bands.back();
    ASSERT_EQ(p.points.size(), q.points.size());
    for (std::size_t i = 0; i < p.points.size(); ++i) {
      EXPECT_NEAR(p.points[i].x - 37.25f, q.points[i].x, 0.2);
      EXPECT_NEAR(p.points[i].y + 18.5f, q.points[i].y, 0.2);
    }
  }
}

TEST(HeatMap, NothingIsNoBand) { EXPECT_TRUE(HeatMap(view_at(20, 43, 7)).bands().bands.empty()); }

TEST(CountedMap, ShowsCountsInsteadOfSymbolsWhenAskedTo) {
  EventRows rows;
  for (int i = 0; i < 30; ++i) rows.add(20 + 0.05 * i, 43, at_day(2024, 3, 1), at_day(2024, 3, 2));
  Stage stage(rows);
  const auto says = [&](std::string_view words) {
    const Picture picture = stage.draw();
    return std::any_of(picture.list.top.begin(), picture.list.top.end(), [&](const Mark& mark) {
      const auto* run = std::get_if<GlyphRun>(&mark);
      return run != nullptr && run->text.find(words) != std::string::npos;
    });
  };
  EXPECT_FALSE(says("Events in a hexagon"));
  EXPECT_FALSE(stage.draw().hits.empty());
  stage.view.density = Density::hexagons;
  EXPECT_TRUE(says("Events in a hexagon"));
  EXPECT_FALSE(says("Too many for dots"));
  EXPECT_TRUE(stage.draw().hits.empty());
  stage.view.density = Density::heat;
  EXPECT_TRUE(says("Events on 100 km²"));
  EXPECT_TRUE(says("each event spread over"));
}

}  // namespace
}  // namespace vidik
