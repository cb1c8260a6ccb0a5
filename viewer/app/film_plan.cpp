#include "app/film_plan.h"

#include "app/view_options.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace vidik {

namespace {

Time mark(const FilmPlan& plan, std::uint64_t n) {
  const auto times = static_cast<int>(n);
  const Duration way{plan.step.months * times, plan.step.days * times,
                     plan.step.us * static_cast<std::int64_t>(n)};
  return add(plan.span.begin, way, plan.zone, 1);
}

// No step of this length is shorter, whatever the calendar says of it.
double least_us(const Duration& step) {
  return step.months * 28.0 * kMicrosPerDay + step.days * 23.0 * kMicrosPerHour +
         static_cast<double>(step.us);
}

Duration step_of_project(std::int64_t step_us) {
  if (step_us % kMicrosPerDay != 0) return {0, 0, step_us};
  return {0, static_cast<int>(step_us / kMicrosPerDay), 0};
}

Result<Duration> length_of(const char* option, const std::string& text) {
  const auto length = parse_duration(text);
  if (!length) return fail(Code::bad_usage, std::string(option) + ": " + length.error().message());
  return *length;
}

}  // namespace

Result<FilmPlan> film_plan(const ViewState& start, const Options& options, const TimeZone& zone) {
  if (options.at) {
    return fail(Code::bad_usage,
                "--at is the cursor of one picture; a film goes --from one time --to another");
  }
  FilmPlan plan{{}, step_of_project(start.time.step_us), {}, {}, zone};
  Options words = options;  // how --window and --from/--to go together is a film's own business
  words.window.reset();
  ViewState view = start;
  VIDIK_TRY([[maybe_unused]] const Done done, apply_clock_options(view, words, zone));
  plan.time = view.time;
  plan.span = view.time.window;
  if (options.film.step) {
    VIDIK_TRY(plan.step, length_of("--step", *options.film.step));
  }
  if (options.window) {
    VIDIK_TRY(plan.sliding, length_of("--window", *options.window));
  } else if (plan.time.mode == Mode::window && !options.mode) {
    plan.time.mode = Mode::cumulative;
  }
  const auto span_us = static_cast<double>(plan.span.end.us) - static_cast<double>(plan.span.begin.us);
  if (!(span_us > 0)) return fail(Code::bad_usage, "the film ends where it begins (--from, --to)");
  const double about = span_us / least_us(plan.step);
  const std::uint64_t count =
      about < 2.0 * kMostFrames ? frame_count(plan) : static_cast<std::uint64_t>(about);
  if (count > kMostFrames) {
    return fail(Code::bad_usage,
                "the film would have " + std::string(about < 2.0 * kMostFrames ? "" : "about ") +
                    thousands(static_cast<long long>(count)) + " frames, which is more than " +
                    thousands(kMostFrames) + "; a longer --step makes it shorter");
  }
  return plan;
}

std::uint64_t frame_count(const FilmPlan& plan) {
  const auto span_us = static_cast<double>(plan.span.end.us - plan.span.begin.us);
  // The first mark at or after the end, by halves; there are never more steps than the shortest ones would be.
  std::uint64_t first = 0, last = static_cast<std::uint64_t>(span_us / least_us(plan.step)) + 1;
  while (first < last) {
    const std::uint64_t middle = (first + last) / 2;
    if (mark(plan, middle) < plan.span.end)
      first = middle + 1;
    else
      last = middle;
  }
  return first;
}

Span span_of_frame(const FilmPlan& plan, std::uint64_t frame) {
  return {mark(plan, frame), std::min(mark(plan, frame + 1), plan.span.end)};
}

void set_frame(ViewState& view, const FilmPlan& plan, std::uint64_t frame) {
  view.time = plan.time;
  const Span span = span_of_frame(plan, frame);
  view.time.cursor = span.end;
  view.time.moment = span;
  if (plan.sliding) view.time.window = {add(span.end, *plan.sliding, plan.zone, -1), span.end};
  view.timeline_span = timeline_of(view.time.window);
}

std::string words_of_frame(const FilmPlan& plan, std::uint64_t frame) {
  const Span span = span_of_frame(plan, frame);
  const CivilDate date = plan.zone.to_civil(span.begin).date;
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  const std::string day = text.data();
  for (const std::size_t length : {std::size_t{10}, std::size_t{7}, std::size_t{4}}) {
    const auto named = parse_moment(day.substr(0, length), plan.zone);
    if (named && named->span == span) return day.substr(0, length);
  }
  return iso_with_offset(span.begin, plan.zone) + "/" + iso_with_offset(span.end, plan.zone);
}

}  // namespace vidik
