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
constexpr float kUnknown = 5;         // pt, where no strength is known
constexpr float kOwnSizeZoom =
    8;  // further out single symbols stay the host's, which clusters them with others

struct Force {
  vidik_lonlat at{};
  std::uint32_t status = VIDIK_STATUS_CONFIRMED;
  double low = 0, high = 0;  // troops; 0: not known
};

// Area follows the number of troops: 100 about 4 pt, 1,000 about 10 pt, 5,000 about 22 pt.
float radius_of(double troops) {
  return static_cast<float>(std::clamp(0.315 * std::sqrt(troops), 4.0, 26.0));
}

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

  float radius(const vidik_visible& now, float scale) const {
    const Force& force = forces[now.event];
    return force.low > 0 ? scale * radius_of(std::sqrt(force.low * force.high)) : scale * kUnknown;
  }

  void put(const vidik_visible& now, float dx, float dy, float scale, Draw& draw) const {
    const Force& force = forces[now.event];
    vidik_style look = style(kTroops);
    look.layer = VIDIK_LAYER_OVER;
    if (dx != 0 || dy != 0) look.flags = VIDIK_STYLE_TETHER;
    vidik_symbol symbol{};
    symbol.at = force.at;
    symbol.dx_pt = dx;
    symbol.dy_pt = dy;
    symbol.radius_pt = radius(now, scale);
    symbol.shape = VIDIK_SHAPE_SQUARE;
    symbol.status = force.status;
    symbol.event = now.event;
    draw.symbol(look, symbol);
    if (force.high > force.low) {
      vidik_style range = style(kTroops);
      range.opacity = 0.8F;
      range.fill_opacity = 0.15F;
      range.layer = VIDIK_LAYER_OVER;
      draw.ring(range, force.at, dx, dy, scale * radius_of(force.low), scale * radius_of(force.high),
                now.event);
    }
  }

  // The strongest stays where it is; the others stand in rings round it, in the order handed over (that of time). The same
  // events at the same zoom give the same picture.
  void fan_out(std::vector<vidik_visible> pile, float scale, Draw& draw) const {
    const auto weaker = [this](const vidik_visible& a, const vidik_visible& b) {
      return forces[a.event].high < forces[b.event].high;
    };
    const auto strongest = std::max_element(pile.begin(), pile.end(), weaker);
    const vidik_visible middle = *strongest;
    pile.erase(strongest);
    float largest = 5 * scale;
    for (const vidik_visible& now : pile) largest = std::max(largest, radius(now, scale));
    const float step = 2 * largest + 5;
    float away = radius(middle, scale) + largest + 8;
    for (std::size_t i = 0; i < pile.size(); away += step) {
      const auto room = static_cast<std::size_t>(2 * std::numbers::pi_v<float> * away / step);
      const std::size_t here = std::min(room, pile.size() - i);
      for (std::size_t k = 0; k < here; ++k, ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(here);
        const auto dx = static_cast<float>(away * std::sin(angle)),
                   dy = static_cast<float>(-away * std::cos(angle));
        if (away <= 400)
          put(pile[i], dx, dy, scale, draw);  // the host moves no symbol further; it clusters the rest
      }
    }
    put(middle, 0, 0, scale, draw);
  }

  void prepare(const vidik_view& view, Draw& draw) const {
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<vidik_visible>> places;
    for (const vidik_visible& now : visible(view)) {
      const vidik_lonlat at = forces[now.event].at;
      if (std::isfinite(at.lon)) places[place_key(at)].push_back(now);
    }
    const float scale = std::clamp((view.zoom - 5.0F) / 3.5F, 0.55F, 1.0F);  // small on a small map
    for (const auto& [key, pile] : places) {
      if (pile.size() > 2) {
        fan_out(pile, scale, draw);  // two are pushed apart by the host
      } else if (view.zoom >= kOwnSizeZoom) {
        for (const vidik_visible& now : pile) {
          if (forces[now.event].low > 0) put(now, 0, 0, scale, draw);
        }
      }
    }
  }

  Host host;
  std::vector<Force> forces;  // in the order handed over
};

}  // namespace

VIDIK_PLUGIN(Troops, "org.vidik.troops", "Forces & bases", "1.0.0")
