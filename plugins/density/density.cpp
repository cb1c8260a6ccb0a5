// Density: how many of the visible events lie in each hexagon. Shows vidik.query/1, vidik.params/1 and a legend of its own.
#include <vidik.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

namespace {

using namespace vidik::plugin;

constexpr double kPi = std::numbers::pi;
constexpr double kEarth = 6378137;  // m, the radius of the Mercator sphere

const vidik_text kSizes[] = {{VIDIK_LIT("Small")}, {VIDIK_LIT("Medium")}, {VIDIK_LIT("Large")}};
constexpr std::array<double, 3> kSizePt = {14, 22, 34};  // about so large in the picture, corner to middle

// Mercator metres: shapes keep their angles, so hexagons stay regular.
struct Metres {
  double x, y;
};
Metres metres_of(vidik_lonlat p) {
  const double lat = std::clamp(p.lat, -85.0, 85.0) * kPi / 180;
  return {kEarth * std::remainder(p.lon, 360.0) * kPi / 180, kEarth * std::asinh(std::tan(lat))};
}
vidik_lonlat lonlat_of(Metres m) {
  return {m.x / kEarth * 180 / kPi, std::atan(std::sinh(m.y / kEarth)) * 180 / kPi};
}

// A hexagon by its axial coordinates, corners up and down. Source of the rounding: the cube coordinates x + y + z = 0,
// where the one that was rounded furthest is set right by the two others.
using Cell = std::pair<long, long>;
Cell cell_of(Metres m, double radius) {
  const double q = (std::sqrt(3.0) / 3 * m.x - m.y / 3) / radius, r = 2.0 / 3 * m.y / radius;
  double x = std::round(q), z = std::round(r), y = std::round(-q - r);
  const double dx = std::abs(x - q), dy = std::abs(y + q + r), dz = std::abs(z - r);
  if (dx > dy && dx > dz)
    x = -y - z;
  else if (dz >= dy)
    z = -x - y;
  return {std::lround(x), std::lround(z)};
}
Metres middle_of(Cell cell, double radius) {
  const auto q = static_cast<double>(cell.first), r = static_cast<double>(cell.second);
  return {radius * std::sqrt(3.0) * (q + r / 2), radius * 1.5 * r};
}

// From so many events on: 1, 3, 10, 30, 100, 300; as many classes as there are counts for, 6 at most.
constexpr std::array<std::uint64_t, 6> kFrom = {1, 3, 10, 30, 100, 300};
std::size_t class_of(std::uint64_t count) {
  std::size_t k = 0;
  while (k + 1 < kFrom.size() && count >= kFrom[k + 1]) ++k;
  return k;
}
std::string class_words(std::size_t k, std::size_t last) {
  if (k == last && k + 1 == kFrom.size()) return std::to_string(kFrom[k]) + " and more";
  const std::uint64_t to = kFrom[k + 1] - 1;
  return std::to_string(kFrom[k]) + (to > kFrom[k] ? "–" + std::to_string(to) : "");
}

vidik_style shade(std::size_t k) {
  vidik_style out = style(0);
  out.colour = VIDIK_COLOUR_TEXT;  // light on the dark theme, dark on the light one
  out.fill_opacity = 0.10F + 0.12F * static_cast<float>(k);
  out.opacity = 0.35F;
  out.width_pt = 0.75F;
  return out;
}

struct Density {
  explicit Density(Host h) : host(h) {}

  static std::span<const vidik_param> params() {
    static const vidik_param all[] = {
        choice_param("size", "Hexagons", kSizes, 1),
        switch_param("exact", "Only exact places", true,
                     "Leaves out events whose place is known less well than a hexagon is wide.")};
    return all;
  }
  Changed set(std::span<const vidik_param_value> values) {
    size = static_cast<std::size_t>(values[0].number);
    only_exact = values[1].number != 0;
    return Changed::marks;
  }

  // Halves and doubles with the zoom, so that hexagons stay where they are while the map moves.
  double radius(const vidik_view& view) const {
    const double wanted = kSizePt[size] * 40075016.685578488 / (256 * std::exp2(view.zoom));
    return std::exp2(std::round(std::log2(wanted)));
  }

  void prepare(const vidik_view& view, Draw& draw) const {
    const double r = radius(view);
    std::map<Cell, std::uint64_t> counts;
    std::uint64_t left_out = 0;
    vidik_query all{};
    all.size = sizeof all;
    all.box = view.box;
    host.visible_events(all, [&](const vidik_query_batch& batch) {
      const vidik_events& e = *batch.events;
      for (std::uint64_t i = 0; i < e.n; ++i) {
        if (!std::isfinite(e.lon[i]) || !std::isfinite(e.lat[i])) continue;
        const double ground = std::cos(e.lat[i] * kPi / 180) * r;  // a Mercator metre there
        const bool wide = e.place_kind[i] >= VIDIK_PLACE_MUNICIPALITY || e.radius_m[i] > ground;
        if (only_exact && wide)
          ++left_out;
        else
          ++counts[cell_of(metres_of({e.lon[i], e.lat[i]}), r)];
      }
    });
    std::size_t most = 0;
    for (const auto& [cell, count] : counts) {
      most = std::max(most, class_of(count));
      draw_cell(middle_of(cell, r), r, shade(class_of(count)), draw);
    }
    explain(view, r, counts.empty() ? 0 : most + 1, left_out, draw);
  }

  static void draw_cell(Metres middle, double r, const vidik_style& look, Draw& draw) {
    std::array<vidik_lonlat, 6> corners{};
    for (std::size_t k = 0; k < corners.size(); ++k) {
      const double angle = kPi / 180 * (60 * static_cast<double>(k) + 30);
      corners[k] = lonlat_of({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
    }
    const std::uint64_t end = corners.size();
    draw.polygon(look, corners, {&end, 1});
  }

  static void explain(const vidik_view& view, double r, std::size_t classes, std::uint64_t left_out,
                      Draw& draw) {
    const double lat = (view.box.south + view.box.north) / 2;
    const double across = std::sqrt(3.0) * r * std::cos(lat * kPi / 180) / 1000;
    char words[60];
    std::snprintf(words, sizeof words,
                  across < 10 ? "Events in a hexagon of %.1f km" : "Events in a hexagon of %.0f km", across);
    draw.legend(shade(0), VIDIK_LEGEND_WORDS, words);
    for (std::size_t k = 0; k < classes; ++k)
      draw.legend(shade(k), VIDIK_LEGEND_SWATCH, class_words(k, classes - 1));
    if (left_out == 0) return;
    std::snprintf(words, sizeof words, "Left out, place not exact: %llu",
                  static_cast<unsigned long long>(left_out));
    draw.legend(shade(0), VIDIK_LEGEND_WORDS, words);
  }

  Host host;
  std::size_t size = 1;
  bool only_exact = true;
};

}  // namespace

VIDIK_PLUGIN(Density, "org.vidik.density", "Density", "1.0.0")
