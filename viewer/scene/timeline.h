#pragma once
// Lays the timeline out and draws it: flag, axis, histogram, lanes, window, playhead, overview.
//
// Units: px at 1x. Cost: O(px * log n) a layer.

#include "scene/histogram.h"
#include "scene/lanes.h"
#include "scene/sheet.h"

namespace vidik {

inline constexpr float kRangeRow = 15;  // px a row of names over the axis is high
inline constexpr int kMostRangeRows = 3;

// How strongly the plot's marks are seen: alpha from x0 to x1, rising evenly; stretches touch and cover the plot.
struct Tone {
  float x0, x1, alpha0, alpha1;
};
std::vector<Tone> tones_of(const TimeView& time, const Axis& axis);
float alpha_at(std::span<const Tone> tones, float x);

// Boxes only; `lanes`: how many there are.
TimelinePlaces lay_out_timeline(const ViewState& view, std::size_t lanes, Span data_range,
                                std::span<const Span> gaps = {});

struct TimelineScale {
  std::uint64_t top = 1;
};  // of the histogram's y; held during a drag
// Axis lines, bars, lanes and gutter go to the list's kept part, which is made anew only when they change; what follows
// the clock goes to its top. Without a timeline on the page it leaves neither.
void draw_timeline(Sheet& sheet, TimelineScale& scale);

struct BarHeights {
  std::uint64_t top = 1;  // count of the full height
  BarScale scale = BarScale::linear;
  bool share = false;  // every bar has the full height
};

// Parts, each in its own file.
void draw_histogram(Sheet& sheet, const Bars& bars, const Axis& axis, const Box2& box,
                    std::span<const Tone> tones, const BarHeights& heights);
void draw_lane(Sheet& sheet, const LaneMarks& marks, const Axis& axis, const Box2& box);
// The folded gaps of an axis, from y0 to y1: torn edges, and nothing between them.
void draw_gaps(Sheet& sheet, const Axis& axis, float y0, float y1);
void draw_ranges(Sheet& sheet, const TimelinePlaces& places);
// The selected event keeps its symbol and points up to the axis, however small its lane is.
void draw_selected_in_lane(Sheet& sheet, EventRef ref, const Axis& axis, const Box2& lane);
void draw_overview(Sheet& sheet, const TimelinePlaces& places);
void draw_overview_cursor(Sheet& sheet, const TimelinePlaces& places);
void draw_gutter(Sheet& sheet, const TimelinePlaces& places, const TimelineRows& rows, CalendarStep bar,
                 std::uint64_t top);
// "Events per half-week", and what is special about them: "log scale · on the map"; empty = nothing is.
std::string bar_title(const TimelineStyle& style, CalendarStep bar);
std::string bar_notes(const TimelineStyle& style, std::uint64_t without_place);
// Boxes of the ranges in sight, into `places`.
void lay_out_ranges(const ViewState& view, TimelinePlaces& places);

// Shortened with an ellipsis to `most` px.
std::string fitted(Pen& pen, std::string_view text, const TextStyle& style, float most);
std::string flag_words(const ViewState& view, const TimeZone& zone);

}  // namespace vidik
