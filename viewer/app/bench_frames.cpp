// Frames beside their yardsticks: scrubbing, playing, panning, picking, searching, and what they are made of.

#include "app/bench.h"
#include "app/sample_times.h"
#include "geo/mercator.h"
#include "gpu/yardstick.h"
#include "scene/pick.h"
#include "ui/camera_moves.h"

#include <cstdio>
#include <numeric>

namespace vidik {

namespace {

constexpr int kSteps = 120;
constexpr std::int64_t kLongestFilterMs = 60'000;
constexpr std::int64_t kWindowUs = 30 * kMicrosPerDay;

BenchDocument pair_of(const SampleTimes& times) { return {{"median", times.median()}, {"p95", times.p95()}}; }

Span window_at(Span range, int step) {
  const double share = static_cast<double>(step) / (kSteps - 1);
  const auto room = static_cast<double>(range.end.us - range.begin.us - kWindowUs);
  const Time begin = plus(range.begin, static_cast<std::int64_t>(std::max(0.0, room) * share));
  return {begin, plus(begin, kWindowUs)};
}

void set_window(ViewState& view, Span window) {
  view.time.window = window;
  view.time.cursor = window.end;
}

// One finished frame: from the window that was set to pixels in memory.
double frame_ms(Session& session, Headless& headless, Picture& picture, OffscreenTarget& target,
                std::vector<std::uint8_t>& rgba) {
  return timed_ms([&] {
    headless.canvas().draw(session, picture);
    headless.canvas().paint(picture, target.framebuffer());
    target.read(rgba);
  });
}

double used_memory_mb() {
  long pages = 0, resident = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%ld %ld", &pages, &resident) != 2) resident = 0;
    std::fclose(file);
  }
  return static_cast<double>(resident) * 4096 / 1e6;
}

// The same points bare, in the order of the index, in clip coordinates of the bench's map.
std::vector<float> clip_points(const Session& session, const ViewState& view) {
  const Layer& layer = *session.snapshot()->layers[0];
  const MapView map = map_view(view.camera, view.map);
  std::vector<float> xy;
  xy.reserve(std::size_t{layer.size()} * 2);
  for (Row row = 0; row < layer.size(); ++row) {
    const Unit2 unit = to_unit(map.projection, {layer.lon(row), layer.lat(row)});
    const Px at = map.to_px(unit.x, unit.y);
    xy.push_back(at.x / kBenchWidth * 2 - 1);
    xy.push_back(1 - at.y / kBenchHeight * 2);
  }
  return xy;
}

void bench_queries(Session& session, Span range, BenchDocument& document) {
  ViewState& view = session.view();
  SampleTimes visible_ms, histogram_ms, scan_ms, search_ms;
  const std::shared_ptr<const TimeIndex> held = session.indexes()->layers[0];  // a filter makes others
  const TimeIndex& index = *held;
  const Layer& layer = index.layer();
  constexpr std::size_t kBars = 200;
  const std::size_t categories = session.snapshot()->categories.size();
  std::vector<Time> edges;
  for (std::size_t i = 0; i <= kBars; ++i) {
    edges.push_back(
        plus(range.begin, static_cast<std::int64_t>(static_cast<double>(range.end.us - range.begin.us) *
                                                    static_cast<double>(i) / kBars)));
  }
  std::uint64_t sink = 0;
  for (int step = 0; step < kSteps; ++step) {
    set_window(view, window_at(range, step));
    visible_ms.add(
        timed_ms([&] { sink += visible_set(*session.indexes(), view.time, view.layer_on).count; }));
    std::vector<std::uint32_t> counts(kBars * categories, 0);
    histogram_ms.add(
        timed_ms([&] { index.count_begins(edges, categories, session.snapshot()->category_of[0], counts); }));
    sink += counts[0];
  }
  for (int i = 0; i < 15; ++i) {
    volatile std::uint64_t kept = 0;  // volatile: the sum is wanted, so that no compiler leaves the work out
    scan_ms.add(timed_ms([&] {
      std::uint64_t sum = 0;
      for (const std::int64_t begin : layer.columns.begin.span()) sum += static_cast<std::uint64_t>(begin);
      kept = sum;
    }));
    sink += kept;
  }
  // A keystroke in the window's search field: the filter over all rows, as it is there.
  for (const char* typed : {"b", "be", "bel", "prot", "protest p", "mostar", "zabljak"}) {
    search_ms.add(timed_ms([&] {
      if (!session.set_filter(std::string("text~\"") + typed + "\"").ok()) return;
      session.wait_until_ready(kLongestFilterMs);
      sink += session.visible().count;
    }));
  }
  if (const auto cleared = session.set_filter(""); !cleared.ok()) return;
  session.wait_until_ready(kLongestFilterMs);
  document["visible_ms"] = visible_ms.median();
  document["histogram_ms"] = histogram_ms.median();
  document["scan_ms"] = scan_ms.median();
  document["search_ms"] = search_ms.median();
  volatile std::uint64_t used = sink;
  (void)used;
}

}  // namespace

Result<> bench_frames(Session& session, Headless& headless, Span range, BenchDocument& document) {
  lay_out_bench(session);
  ViewState& view = session.view();
  view.timeline_span = range;
  VIDIK_TRY(const auto target, OffscreenTarget::create(kBenchWidth, kBenchHeight));
  VIDIK_TRY(const auto yardstick, Yardstick::create(kBenchWidth, kBenchHeight));
  yardstick->keep(clip_points(session, view));
  std::vector<std::uint8_t> rgba, bare;
  Picture picture;
  SampleTimes scrub, bare_ground, floor, play, pan, fill, pick, timeline;

  set_window(view, window_at(range, 0));
  frame_ms(session, headless, picture, *target, rgba);  // the base map and the glyphs are there from now on
  view.moving = true;                                   // as the window says in all that follows
  const std::shared_ptr<const TimeIndex> held = session.indexes()->layers[0];  // a filter makes others
  const TimeIndex& index = *held;
  for (int step = 0; step < kSteps; ++step) {
    set_window(view, window_at(range, step));
    scrub.add(frame_ms(session, headless, picture, *target, rgba));
    Row first = 0, last = 0;
    index.beginning_in(view.time.window, first, last);
    floor.add(timed_ms([&] { yardstick->points(first, last - first, bare); }));
    const Px at{view.map.x + view.map.w * 0.5F, view.map.y + view.map.h * 0.5F};
    pick.add(timed_ms([&] { pick_event(session.scene_in(headless.canvas().fonts()), picture, at); }));
  }
  // The same over bare ground: what the base map costs a frame in which it stays.
  const MapPartSet shown = view.hidden;
  for (int i = 0; i < kMapParts; ++i) view.hidden.set(static_cast<MapPart>(i), true);
  for (int step = -1; step < kSteps; ++step) {
    set_window(view, window_at(range, std::max(step, 0)));
    const double ms = frame_ms(session, headless, picture, *target, rgba);
    if (step >= 0) bare_ground.add(ms);
  }
  view.hidden = shown;
  set_window(view, window_at(range, 0));
  frame_ms(session, headless, picture, *target, rgba);
  for (int step = 0; step < kSteps; ++step) {
    const Time begin = plus(range.begin, step * kMicrosPerDay);
    set_window(view, {begin, plus(begin, kWindowUs)});
    play.add(frame_ms(session, headless, picture, *target, rgba));
    timeline.add(timed_ms([&] { draw_timeline(session.scene_in(headless.canvas().fonts()), picture); }));
  }
  const Camera home = view.camera;
  for (int step = 0; step < kSteps; ++step) {
    // A hand drags the map, turns the wheel, drags it: thirty frames each.
    const bool drags = step / 30 % 2 == 0;
    if (drags)
      view.camera = panned(view.camera, view.map, 7, 4);
    else
      view.camera.zoom += step < 60 ? 0.02 : -0.02;
    pan.add(frame_ms(session, headless, picture, *target, rgba));
    fill.add(timed_ms([&] { yardstick->fill(bare); }));
  }
  view.camera = home;
  view.moving = false;
  bench_queries(session, range, document);
  document["scrub_ms"] = pair_of(scrub);
  document["scrub_bare_ms"] = pair_of(bare_ground);
  document["floor_ms"] = pair_of(floor);
  document["play_ms"] = pair_of(play);
  document["pan_ms"] = pair_of(pan);
  document["fill_ms"] = fill.median();
  document["pick_ms"] = pick.median();
  document["timeline_ms"] = timeline.median();
  document["rss_mb"] = used_memory_mb();
  const Layer& layer = index.layer();
  document["bytes_per_event"] = static_cast<double>(layer.heap_bytes_without_text() + index.heap_bytes()) /
                                std::max(1.0, static_cast<double>(layer.size()));
  return Done{};
}

}  // namespace vidik
