// Forces & bases: strength by symbol size with its range as a ring, and what shares one place fanned out round it.
#include <vidik.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>
#include <vector>

namespace {

using namespace vidik::plugin;

constexpr std::uint32_t kTroops = 3;  // row of the host's category table

struct Force {
  vidik_lonlat at{};
  std::uint32_t status = VIDIK_STATUS_CONFIRMED;
  double low = 0, high = 0;  // troops; 0: not known
};

// Area follows the number of troops: 100 about 4 pt, 1,000 about 10 pt, 5,000 about 22 pt.
float radius_of(double troops) { return static_cast<float>(std::clamp(0.315 * std::sqrt(troops), 4.0, 26.0)); }

// Two records stand at one place when their coordinates agree to about a metre.
std::pair<std::int64_t, std::int64_t> place_key(vidik_lonlat at) {
  return {std::llround(at.lon * 1e5), std::llround(at.lat * 1e5)};
}

struct Troops {
  explicit Troops(Host h) : host(h) {}

  void load(EventWriter& out) {
    forces.clear();
    host.read_table("events", [&](const vidik_table_batch& rows) {
      const vidik_events& events = *rows.events;
      for (std::uint64_t i = 0; i < events.n; ++i) {
        Force force{{events.lon[i], events.lat[i]}, events.status[i], 0, 0};
        const std::string_view unit = view_of(events.unit[i]);
        const vidik_magnitude& m = events.magnitude[i];
        if ((unit == "troops" || unit == "personnel") && m.low > 0) {
          force.low = m.low;
          force.high = m.high >= m.low ? m.high : m.low;  // no upper figure: "at least"
        }
        forces.push_back(force);
      }
      out.batch(events);
    });
  }

  void put(const vidik_visible& now, float dx, float dy, float radius, Draw& draw) const {
    const Force& force = forces[now.event];
    vidik_style look = style(kTroops);
    look.layer = VIDIK_LAYER_OVER;
    if (dx != 0 || dy != 0) look.flags = VIDIK_STYLE_TETHER;
    vidik_symbol symbol{};
    symbol.at = force.at;
    symbol.dx_pt = dx;
    symbol.dy_pt = dy;
    symbol.radius_pt = radius;
    symbol.shape = VIDIK_SHAPE_SQUARE;
    symbol.status = force.status;
    symbol.event = now.event;
    draw.symbol(look, symbol);
    if (force.high > force.low) {
      vidik_style range = style(kTroops);
      range.opacity = 0.8F;
      range.fill_opacity = 0.15F;
      range.layer = VIDIK_LAYER_OVER;
      draw.ring(range, force.at, dx, dy, radius_of(force.low), radius_of(force.high), now.event);
    }
  }

  float symbol_radius(const vidik_visible& now) const {
    const Force& force = forces[now.event];
    return force.low > 0 ? radius_of(std::sqrt(force.low * force.high)) : 0.0F;  // 0: as the host draws it
  }

  // Rings of places round the point, filled in the order of the events (that of time), each ring wide enough for the
  // largest of all. The same events give the same picture at every zoom.
  void fan_out(const std::vector<vidik_visible>& pile, Draw& draw) const {
    float largest = 5;
    for (const vidik_visible& now : pile) largest = std::max(largest, symbol_radius(now));
    const float step = 2 * largest + 4;
    std::size_t i = 0;
    for (int ring = 1; i < pile.size(); ++ring) {
      const float radius = step * static_cast<float>(ring);
      const auto room = static_cast<std::size_t>(2 * std::numbers::pi_v<float> * radius / step);
      const std::size_t here = std::min(room, pile.size() - i);
      for (std::size_t k = 0; k < here; ++k, ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(here);
        const auto dx = static_cast<float>(radius * std::sin(angle)), dy = static_cast<float>(-radius * std::cos(angle));
        if (std::max(std::fabs(dx), std::fabs(dy)) > 400) return;  // more than the host moves a symbol; it clusters the rest
        put(pile[i], dx, dy, symbol_radius(pile[i]), draw);
      }
    }
  }

  void prepare(const vidik_view& view, Draw& draw) const {
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<vidik_visible>> places;
    for (const vidik_visible& now : visible(view)) {
      const vidik_lonlat at = forces[now.event].at;
      if (std::isfinite(at.lon)) places[place_key(at)].push_back(now);
    }
    for (const auto& [key, pile] : places) {
      if (pile.size() > 2) fan_out(pile, draw);  // two are pushed apart by the host
      else for (const vidik_visible& now : pile) if (forces[now.event].low > 0) put(now, 0, 0, symbol_radius(now), draw);
    }
  }

  Host host;
  std::vector<Force> forces;  // in the order handed over
};

}  // namespace

VIDIK_PLUGIN(Troops, "org.vidik.troops", "Forces & bases", "1.0.0")
