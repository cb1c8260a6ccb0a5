// Route: a line from town to town with its length and travel time. Shows vidik.panel/1, vidik.state/1 and vidik.params/1,
// and reads its towns through vidik.table/1.
#include <vidik.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <string>
#include <vector>

namespace {

using namespace vidik::plugin;

constexpr double kRadian = std::numbers::pi / 180;
constexpr std::size_t kMostStops = 50;
enum Key : std::uint32_t { kTown = 1, kAdd, kRemove, kClear };

struct Town {
  std::string name;
  vidik_lonlat at{};
};

// Great circle on the sphere of the mean radius, by the haversine (R. W. Sinnott, Sky and Telescope 68, 1984).
double kilometres(vidik_lonlat a, vidik_lonlat b) {
  const double dlat = (b.lat - a.lat) * kRadian, dlon = (b.lon - a.lon) * kRadian;
  const double h = std::pow(std::sin(dlat / 2), 2) +
                   std::cos(a.lat * kRadian) * std::cos(b.lat * kRadian) * std::pow(std::sin(dlon / 2), 2);
  return 2 * 6371.0088 * std::asin(std::sqrt(std::min(1.0, h)));
}

std::string time_words(double hours) {
  const long minutes = std::lround(hours * 60);
  char out[40];
  if (minutes < 60)
    std::snprintf(out, sizeof out, "%ld min", minutes);
  else
    std::snprintf(out, sizeof out, "%ld h %02ld min", minutes / 60, minutes % 60);
  return out;
}

struct Route {
  explicit Route(Host h) : host(h) {}

  static std::span<const vidik_param> params() {
    static const vidik_param all[] = {number_param("speed", "Speed", 5, 130, 60, "km/h"),
                                      number_param("detour", "Detour", 1, 2, 1.3, "×",
                                                   "How much longer the road is than the straight line.")};
    return all;
  }
  Changed set(std::span<const vidik_param_value> values) {
    speed = values[0].number;
    detour = values[1].number;
    return Changed::marks;
  }

  // The towns are read when they are first needed: a table can be read in load and in prepare, and there is no load here.
  void read_towns() {
    if (!towns.empty()) return;
    host.read_table("towns", [&](const vidik_table_batch& rows) {
      const vidik_column *name = column(rows, "name"), *lon = column(rows, "lon"), *lat = column(rows, "lat");
      if (name == nullptr || lon == nullptr || lat == nullptr || lon->number == nullptr ||
          lat->number == nullptr)
        throw Failure(VIDIK_E_DATA, "towns.csv needs the columns name, lon and lat");
      for (std::uint64_t i = 0; i < rows.n; ++i) {
        if (std::isfinite(lon->number[i]) && std::isfinite(lat->number[i]))
          towns.push_back({std::string(view_of(name->text[i])), {lon->number[i], lat->number[i]}});
      }
    });
    host.redraw();  // the panel has towns now
  }

  const Town* town(const std::string& name) const {
    const auto at = std::find_if(towns.begin(), towns.end(), [&](const Town& t) { return t.name == name; });
    return at == towns.end() ? nullptr : &*at;
  }

  Changed panel(Panel& panel) {
    if (towns.empty()) {
      panel.text("Reading the towns …");
      return Changed::marks;
    }
    std::vector<vidik_text> names;
    for (const Town& t : towns) names.push_back(text_of(t.name));
    chosen = panel.choice(kTown, "Town", names,
                          std::min<std::uint32_t>(chosen, static_cast<std::uint32_t>(towns.size() - 1)));
    const auto before = stops;
    if (panel.button(kAdd, "Add") && stops.size() < kMostStops) stops.push_back(towns[chosen].name);
    if (panel.button(kRemove, "Remove the last") && !stops.empty()) stops.pop_back();
    if (panel.button(kClear, "Clear")) stops.clear();
    std::string words;
    for (const std::string& stop : stops) words += (words.empty() ? "" : " – ") + stop;
    panel.text(words.empty() ? "No stops yet." : words.substr(0, utf8_length(words, 380)));
    if (stops != before) host.state_changed();
    return Changed::marks;
  }

  void prepare(const vidik_view&, Draw& draw) {
    read_towns();
    vidik_style look = style(0);
    look.colour = VIDIK_COLOUR_TEXT;
    look.width_pt = 2;
    look.dash_pt = 8, look.gap_pt = 5;
    look.flags = VIDIK_STYLE_CASING;
    vidik_style words = look;
    words.layer = VIDIK_LAYER_OVER;
    double km = 0;
    const Town* from = nullptr;
    for (const std::string& stop : stops) {
      const Town* to = town(stop);
      if (to == nullptr) continue;
      if (from != nullptr) {
        const vidik_lonlat ends[] = {from->at, to->at};
        draw.line(look, ends);
        km += kilometres(from->at, to->at);
      }
      from = to;
    }
    if (km == 0) return;
    char label[60];
    std::snprintf(label, sizeof label, "%.0f km, %s", km * detour, time_words(km * detour / speed).c_str());
    draw.label(words, from->at, 0, -18, label);
    draw.legend(look, VIDIK_LEGEND_LINE, "Route, estimated");
    std::snprintf(label, sizeof label, "Straight line × %.2f at %.0f km/h", detour, speed);
    draw.legend(look, VIDIK_LEGEND_WORDS, label);
  }

  static constexpr std::uint32_t kStateVersion = 1;
  std::string save() const {
    std::string out;
    for (const std::string& stop : stops) out += stop + "\n";
    return out;
  }
  // From a project that anybody may have written: at most so many stops of sane length; towns that are not known are kept
  // in the list and drawn no line to.
  void restore(std::uint32_t version, std::string_view bytes) {
    if (version != kStateVersion) throw Failure(VIDIK_E_DATA, "the stops were saved by another version");
    std::vector<std::string> read;
    while (!bytes.empty()) {
      const std::size_t end = std::min(bytes.find('\n'), bytes.size());
      const std::string_view stop = bytes.substr(0, end);
      if (stop.empty() || stop.size() > 60 || utf8_length(stop) != stop.size() || read.size() == kMostStops)
        throw Failure(VIDIK_E_DATA, "the saved stops are no list of towns");
      read.emplace_back(stop);
      bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    stops = std::move(read);
  }

  Host host;
  std::vector<Town> towns;
  std::vector<std::string> stops;
  std::uint32_t chosen = 0;
  double speed = 60, detour = 1.3;
};

}  // namespace

VIDIK_PLUGIN(Route, "org.vidik.route", "Route", "1.0.0")
