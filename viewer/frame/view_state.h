#pragma once
// Everything a picture depends on besides the data: camera, size, clock, choices. If a pixel can change without
// this, the data or the style changing, it is a bug.
//
// Units: px are design px at 1x; the file or framebuffer has size * scale. Angles in degrees, time in Time.

#include "base/redaction.h"
#include "base/time_view.h"
#include "frame/map_parts.h"
#include "frame/overlay_params.h"
#include "frame/theme.h"
#include "frame/timeline_style.h"
#include "geo/lonlat.h"
#include "geo/projection.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

struct Size {
  int width = 0, height = 0;
  bool operator==(const Size&) const = default;
};
struct Box2 {  // px, y down
  float x = 0, y = 0, w = 0, h = 0;
  bool operator==(const Box2&) const = default;
  bool contains(float px, float py) const { return px >= x && px < x + w && py >= y && py < y + h; }
};

// The square of the projection is 256 * 2^zoom px wide at 1x.
struct Camera {
  double lon = 20.0, lat = 43.0, zoom = 6.0;  // of the centre of the map box
  Projection projection = Projection::web_mercator;
  bool operator==(const Camera&) const = default;
};

// Whose names the map bears. `local`: each place's own; `both`: its own, and both where two are usual.
enum class Lang : std::uint8_t { en, sr_latn, sr_cyrl, sq, mk, bs, hr, cnr, local, both };
// Which of two usual names stands first.
enum class PairOrder : std::uint8_t { usual, albanian_first, serbian_first };
struct NameChoice {
  Lang first = Lang::en;
  std::optional<Lang> second;  // in brackets behind the first, where it is another
  PairOrder pairs = PairOrder::usual;
  bool operator==(const NameChoice&) const = default;
};

// How many events lie where, instead of each of them. `automatic`: in hexagons, once they are too many to be told apart.
enum class Density : std::uint8_t { automatic, hexagons, heat };

struct EventKey {  // survives reloads and saving
  std::string layer, id;
  bool operator==(const EventKey&) const = default;
  bool empty() const { return id.empty(); }
};

// What stands around the map.
struct Furniture {
  bool timeline = true, legend = true, scale_bar = true, credits = true,
       caption = true;  // caption: count and dates
  bool inset = false;   // where the view is, as a small map, once it shows less than the six countries
  std::string title;
  std::string note;  // e.g. "forces: missing (stopped)" when a layer could not be shown
  bool operator==(const Furniture&) const = default;
};

// A few words beside the map, with a line to the event that they are of. Empty words: the event's own place, date and title.
struct CallOut {
  EventKey event;
  std::string head, text;
  bool operator==(const CallOut&) const = default;
};

// A page made to leave the program (LOOK §10) instead of a screen's: title block, key, call-outs, strip of days, footer.
// Its design px are 1500 x 844 or what is left of them in another shape, so that all of it grows with the file.
struct PresentPage {
  bool on = false;
  Size device;                                   // px of the file
  std::string subtitle;                          // empty: the dates, and what dashes mean
  std::optional<std::vector<CallOut>> callouts;  // none: of what is most severe
  std::string border_words;                      // instead of "map lines do not imply endorsement"
  bool transparent = false;                      // no ground: sea and land of others are left out
  bool operator==(const PresentPage&) const = default;
};

// A file of the user's own under the events.
struct OwnBaseView {
  std::string path;
  bool on = true;
  float strength = 1;  // 0.1 … 1
  bool operator==(const OwnBaseView&) const = default;
};

// What is measured on the map: the way along its points, and closed what they enclose.
struct Measure {
  std::vector<LonLat> points;
  bool closed = false;
  bool operator==(const Measure&) const = default;
};

struct ViewState {
  Size size{1600, 900};
  float scale = 1;
  ThemeName theme = ThemeName::dark;
  NameChoice names;
  std::string borders = "de-facto";  // point of view: an id of geodata/sets/views
  bool borders_chosen = false;       // false: the picture says that the default was used
  Density density = Density::automatic;
  MapPartSet hidden;               // parts of the base map that are switched off
  std::vector<OwnBaseView> bases;  // the user's own, the lowest first

  Box2 map;       // where the map is on the page
  Box2 timeline;  // where the timeline is (h = 0: none); the plot starts at `plot_x`
  float plot_x = 0;
  Camera camera;
  std::vector<Box2> covered;  // boxes floating on the map (card, zoom buttons …): labels keep off

  TimeView time;
  Span timeline_span;  // what the detail view of the timeline shows
  TimelineStyle timeline_style;
  std::size_t first_lane = 0;  // shown, where there are more than find room
  std::string zone = "Europe/Belgrade";
  std::vector<bool> layer_on;  // by layer of the snapshot
  std::string filter;          // CONTRACT §6's language

  std::map<std::string, ParamValues> params;  // set by hand, by overlay

  EventKey selected, hovered;
  Box2 card;                       // where the card is (w = 0: none): the leader line ends there
  std::vector<EventKey> spidered;  // a pile opened by a click
  std::vector<EventKey> picked;    // taken together by a box; each wears the ring of a selected one
  bool timeline_drag = false;      // y scale of the histogram holds still during a drag
  // The window's camera or clock is under way: names keep their ground, and none is placed anew. A still never moves.
  bool moving = false;
  Furniture furniture;
  PresentPage page;
  Redaction redaction;  // what may leave the program of what is shown
  Measure measure;
  bool operator==(const ViewState&) const = default;
};

}  // namespace vidik
