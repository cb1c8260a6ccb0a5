// Protests & strikes: events from a table, and for each crowd that was counted differently a ring from low to high.
#include <vidik.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace {

using namespace vidik::plugin;

constexpr std::uint32_t kProtest = 0;  // row of the host's category table

// Area follows the number of people: 10,000 are 8 pt, 100,000 about 25 pt, 325,000 about 46 pt.
float radius_of(double people) {
  return static_cast<float>(std::clamp(0.08 * std::sqrt(people), 3.0, 100.0));
}

struct Crowd {
  vidik_lonlat at{};
  double low = 0, high = 0;  // high is NaN: at least so many
  bool counted = false;      // people, not sites or arrests
};

struct Protests {
  explicit Protests(Host h) : host(h) {}

  void load(EventWriter& out) {
    crowds.clear();
    host.read_table("events", [&](const vidik_table_batch& rows) {
      const vidik_events& events = *rows.events;
      for (std::uint64_t i = 0; i < events.n; ++i) {
        const std::string_view unit = view_of(events.unit[i]);
        const vidik_magnitude& m = events.magnitude[i];
        Crowd crowd{{events.lon[i], events.lat[i]}, m.low, m.high, false};
        crowd.counted = (unit == "crowd" || unit == "participants") && m.low > 0;
        crowds.push_back(crowd);
      }
      out.batch(events);
    });
  }

  void prepare(const vidik_view& view, Draw& draw) const {
    vidik_style range = style(kProtest);
    range.fill_opacity = 0.12F;
    range.opacity = 0.7F;
    vidik_style at_least = range;
    at_least.dash_pt = 4;
    at_least.gap_pt = 3;
    for (const vidik_visible& now : visible(view)) {
      const Crowd& crowd = crowds[now.event];
      if (!crowd.counted) continue;
      const float low = radius_of(crowd.low);
      if (crowd.high > crowd.low)
        draw.ring(range, crowd.at, 0, 0, low, radius_of(crowd.high), now.event);
      else if (std::isnan(crowd.high))
        draw.ring(at_least, crowd.at, 0, 0, low, low, now.event);  // no upper figure
    }
  }

  Host host;
  std::vector<Crowd> crowds;  // in the order handed over
};

}  // namespace

VIDIK_PLUGIN(Protests, "org.vidik.protests", "Protests & strikes", "1.0.0")
