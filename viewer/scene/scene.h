#pragma once
// What to draw, as data: snapshot, clock and view in, draw list and hit places out. No GL, no ImGui, no clock of its own.
//
// Units: px at 1x, y down. Ownership: borrows everything in SceneIn for the call. Threads: pure but for `memory`,
// one owner. Errors: none. Cost: O(visible + pixels * log events); nothing O(events). With more than
// kMostSymbols events in view they are drawn as points (MapPoints), not as symbols and clusters.

#include "frame/draw_list.h"
#include "frame/overlay_marks.h"
#include "index/visible.h"
#include "mapset/map_set.h"
#include "mapset/own_base.h"
#include "scene/axis.h"
#include "scene/lane_set.h"
#include "text/fonts.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vidik {

inline constexpr std::uint64_t kMostSymbols = 2000;  // LOOK §14

// A file of the user's own, as far as it has been read.
struct SceneBase {
  int slot = 0;                   // of its geometry and pictures
  const OwnBase* base = nullptr;  // null while it is read
};

// The events as the timeline shows them; what costs O(events) to make is made apart from any frame.
struct TimelineRows {
  std::uint64_t serial = 0;  // grows with each that is made; part of no output
  IndexesRef bars;           // what the histogram counts: all that pass the filter, or what lies on the map
  LaneSetRef lanes;
  LaneSetRef by_category;           // of `bars`; only where bars count what is active
  std::vector<Span> gaps;           // folded, where style.fold_gaps: no event begins in them
  std::uint64_t without_place = 0;  // left out by style.in_map because they lie nowhere
};
// `on_map`: the map whose ground counts when style.in_map. Threads: pure. Cost: O(events) at most.
TimelineRows make_timeline_rows(const IndexesRef& indexes, const TimelineStyle& style, const MapView& on_map);

struct SceneIn {
  const Snapshot* snapshot = nullptr;
  const Indexes* indexes = nullptr;
  const VisibleSet* visible = nullptr;     // of view.time under the filter
  const TimelineRows* timeline = nullptr;  // as view.timeline_style asks; null: made anew from the indexes
  const ViewState* view = nullptr;
  const MapSet* map = nullptr;          // null: only ground and graticule (still loading)
  const BorderView* borders = nullptr;  // the point of view of view.borders; null: none is said
  std::span<const SceneBase> bases;     // one for each of view.bases
  std::span<const OverlayMarks> overlays;
  std::span<const std::string> credits;       // attribution lines of everything drawn, verbatim
  std::optional<EventRef> selected, hovered;  // view.selected / hovered, resolved
  std::span<const EventRef> picked;           // view.picked, resolved, ascending
  Fonts* fonts = nullptr;
};

enum class HitKind : std::uint8_t { event, cluster };
struct Hit {  // topmost last
  HitKind kind{};
  Px at;
  float radius = 0;              // lane bars: half their length
  std::vector<EventRef> events;  // one, or the cluster's in list order
  float half_height = 0;         // > 0: a box of that half height, not a disc (lane bars)
  std::uint64_t count = 0;       // lane ticks: events it stands for, of which `events` holds up to 64
};

struct ShapePath;  // scene/shape_path.h
// The line or area of an event as it is drawn; topmost last.
struct ShapeHit {
  EventRef event;
  std::shared_ptr<const ShapePath> path;
};

// Where things of the timeline are, for the panel that lays controls over it.
struct TimelinePlaces {
  Box2 plot, axis, histogram, lanes, overview, range_rows;
  Box2 window_body, handle_begin, handle_end, playhead, flag;
  struct Bar {
    float x0, x1;
    Span span;
    std::vector<std::uint32_t> counts;         // by category
    std::optional<std::uint64_t> year_before;  // in the same period, where the style asks
  };
  std::vector<Bar> bars;    // these two stay while DrawList::kept does
  std::vector<Hit> marks;   // ticks and bars of the lanes
  std::vector<Time> snaps;  // begins of those that are one event, and ends of those that last; ascending
  struct Lane {
    Box2 box;
    std::size_t lane;  // of the lane set
  };
  std::vector<Lane> rows;     // the lanes that find room, from ViewState::first_lane on
  std::size_t all_lanes = 0;  // with those that do not
  struct Range {
    Box2 box;           // where it is in sight; a note's is 0 wide at its moment
    std::size_t index;  // of TimelineStyle::ranges
  };
  std::vector<Range> ranges;
  float x_of(Time t) const;  // in the plot; clamped to ±1e6
  Time time_at(float x) const;
  Span span;  // what the plot shows
  Span overview_span;
  std::vector<Span> gaps;  // of TimelineRows; what of them is folded, the axis says
  Axis plot_axis() const { return {span, plot.x, plot.x + plot.w, gaps}; }
  Axis overview_axis() const { return {overview_span, overview.x, overview.x + overview.w, gaps}; }
};

// Numbers that the legend, the pill and the panels show; all from the visible set.
struct SceneCounts {
  std::uint64_t shown = 0, shown_surely = 0, outside_map = 0, no_place = 0, timeless = 0;
  std::uint64_t zone_not_stated = 0;
  // Above kMostCounted (map_events.h) visible events only what the indexes answer is told: where they are, their status
  // and whether their zone is stated is not counted.
  bool by_index_only = false;
  std::vector<std::uint64_t> by_category, by_status, by_layer;
};

struct Picture {
  DrawList list;
  std::vector<Hit> hits;
  std::vector<ShapeHit> shapes;
  TimelinePlaces timeline;
  SceneCounts counts;
  double metres_per_px = 0;  // at the centre of the map
  bool as_points = false;    // more than kMostSymbols in view: dots, no symbols and no hits
  Box2 scale_bar;            // w = 0: none
  MapView inset;             // how the small map is seen; box.w = 0: there is none
};

class SceneMemory;  // label directions, cluster grid, cached base; at rest it changes no byte of the output
std::shared_ptr<SceneMemory> make_scene_memory();

void draw_scene(const SceneIn& in, SceneMemory& memory, Picture& out);
// Only the timeline, all of it, into `out.list` and `out.timeline`: what `vidik bench` times.
void draw_timeline(const SceneIn& in, Picture& out);

// The camera that shows the six countries (or any lon/lat box) inside the free part of the map box.
Camera fit_region(const ViewState& view);  // "Fit": the six countries
// How high the timeline wants to be: flag, axis, histogram, up to 8 lanes, overview (LOOK §7 without the transport row).
float timeline_height(std::size_t lanes, int page_height, int range_rows = 0);
// How many rows the names of the ranges need so that none lies over another: 0 to 3.
int range_row_count(const TimelineStyle& style);
// The page of a still without panels: sets map, timeline and plot_x from size and furniture. `lanes` 0 = one a layer.
void lay_out_page(ViewState& view, std::size_t lanes = 0);

}  // namespace vidik
