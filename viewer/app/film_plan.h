#pragma once
// Which times a film shows: how many frames, and where the clock's hands stand in each.
//
// From A to B in steps: frame k shows [A + k·step, A + (k+1)·step), the last one to B; its cursor stands at that end. Hence
// frame k is what `render` draws with the same options and `--at` words_of(frame k), byte for byte.
// Calendar steps (d w mo y) are counted from A in the display zone, so that months do not lose days and an hour of summer
// time none; there are ⌈span/step⌉ frames. Pure. Errors: bad_usage, with the option's name.

#include "app/options.h"
#include "base/result.h"
#include "base/time_text.h"
#include "base/time_view.h"
#include "base/time_zone.h"
#include "frame/view_state.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vidik {

inline constexpr std::uint64_t kMostFrames = 100'000;

struct FilmPlan {
  Span span;  // from A to B
  Duration step;
  TimeView time;                    // mode, test and the rest; its window holds unless one slides
  std::optional<Duration> sliding;  // length of a window that ends at the cursor
  TimeZone zone;
};

// `start`: the project's clock, before any option (start_clock). A film of mode window whose window does not slide would
// show the same in every frame: it is taken as cumulative unless --mode says otherwise.
Result<FilmPlan> film_plan(const ViewState& start, const Options& options, const TimeZone& zone);

std::uint64_t frame_count(const FilmPlan& plan);
Span span_of_frame(const FilmPlan& plan, std::uint64_t frame);
// Window, cursor, and in instant mode the frame's span; the timeline's detail view goes with the window.
void set_frame(ViewState& view, const FilmPlan& plan, std::uint64_t frame);
// What `render --at` calls the frame: "2025-03-15", "2025-03", "2025", or its two ends.
std::string words_of_frame(const FilmPlan& plan, std::uint64_t frame);

}  // namespace vidik
