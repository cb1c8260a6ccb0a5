// @TITLE@: the rows of events.csv, handed over as events, and a circle of 20 km round each that is visible now.
#include <vidik.hpp>

#include <cmath>
#include <vector>

namespace {

using namespace vidik::plugin;

struct Overlay {
  explicit Overlay(Host h) : host(h) {}

  // All events, in batches. What is thrown in here ends the load and is told to the user.
  void load(EventWriter& out) {
    places.clear();
    host.read_table("events", [&](const vidik_table_batch& rows) {  // under "tables" in plugin.json
      // To change something: copy *rows.events and put your own columns in place of some. column(rows, "note") is one
      // that plugin.json gives no role.
      const vidik_events& events = *rows.events;
      for (std::uint64_t i = 0; i < events.n; ++i) places.push_back({events.lon[i], events.lat[i]});
      out.batch(events);
    });
  }

  // What points cannot say. The same view must give the same marks: no clock, no random numbers.
  void prepare(const vidik_view& view, Draw& draw) const {
    vidik_style near = style(0);
    near.colour = VIDIK_COLOUR_TEXT_QUIET;
    near.fill_opacity = 0.15F;
    for (const vidik_visible& now : visible(view)) {
      const vidik_lonlat at = places[now.event];  // counted in the order handed over
      if (std::isfinite(at.lon)) draw.circle(near, at, 20'000, now.event);
    }
  }

  Host host;
  std::vector<vidik_lonlat> places;
};

}  // namespace

// Id, name and version as in plugin.json.
VIDIK_PLUGIN(Overlay, "@ID@", "@TITLE@", "0.1.0")
