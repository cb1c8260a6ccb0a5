// Sabotage & attacks: events from a table, and the thing that was hit where it is a line, from a second table.
#include <vidik.hpp>

#include <cmath>
#include <map>
#include <vector>

namespace {

using namespace vidik::plugin;

constexpr std::uint32_t kSabotage = 1;  // row of the host's category table

struct Thing {
  std::string name;
  std::vector<vidik_lonlat> line;
};

// The middle of the longest piece between two points.
vidik_lonlat longest_stretch(const std::vector<vidik_lonlat>& line) {
  vidik_lonlat middle = line.front();
  double longest = 0;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double length = std::hypot(line[i].lon - line[i - 1].lon, line[i].lat - line[i - 1].lat);
    if (length <= longest) continue;
    longest = length;
    middle = {(line[i].lon + line[i - 1].lon) / 2, (line[i].lat + line[i - 1].lat) / 2};
  }
  return middle;
}

struct Sabotage {
  explicit Sabotage(Host h) : host(h) {}

  void load(EventWriter& out) {
    things.clear();
    hit.clear();
    host.read_table("things", [&](const vidik_table_batch& rows) {
      const vidik_column *event = column(rows, "event"), *thing = column(rows, "thing");
      const vidik_column *lon = column(rows, "lon"), *lat = column(rows, "lat");
      if (!event || !thing || !lon || !lat || !lon->number || !lat->number) {
        throw Failure(VIDIK_E_DATA, "things.csv needs the columns event, thing, lon, lat");
      }
      for (std::uint64_t i = 0; i < rows.n; ++i) {
        Thing& one = things[std::string(view_of(event->text[i]))];
        one.name = view_of(thing->text[i]);
        one.line.push_back({lon->number[i], lat->number[i]});
      }
    });
    host.read_table("events", [&](const vidik_table_batch& rows) {
      for (std::uint64_t i = 0; i < rows.n; ++i)
        hit.push_back(things.find(std::string(view_of(rows.events->id[i]))));
      out.batch(*rows.events);
    });
  }

  void prepare(const vidik_view& view, Draw& draw) const {
    vidik_style line = style(kSabotage);
    line.width_pt = 3;
    line.dash_pt = 7;  // dashed: the course is approximate
    line.gap_pt = 3;
    line.flags = VIDIK_STYLE_CASING;
    vidik_style text = style(kSabotage);
    text.colour = VIDIK_COLOUR_TEXT_QUIET;
    text.layer = VIDIK_LAYER_OVER;
    for (const vidik_visible& now : visible(view)) {
      const auto thing = hit[now.event];
      if (thing == things.end() || thing->second.line.size() < 2) continue;
      draw.line(line, thing->second.line, now.event);
      // The name stands beside the longest stretch, where there is room for it.
      if (view.zoom >= 9)
        draw.label(text, longest_stretch(thing->second.line), 64, -4, thing->second.name, now.event);
    }
  }

  Host host;
  std::map<std::string, Thing> things;                            // by event id
  std::vector<std::map<std::string, Thing>::const_iterator> hit;  // by event, in the order handed over
};

}  // namespace

VIDIK_PLUGIN(Sabotage, "org.vidik.sabotage", "Sabotage & attacks", "1.0.0")
