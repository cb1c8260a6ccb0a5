// What the store and the index cost on a million events like those of make_events: one number a line.
//
//   bench_index [EVENTS]
#include "index/visible.h"
#include "store/layer_builder.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>

namespace vidik {
namespace {

constexpr std::int64_t kFirst = 1'514'764'800;  // 2018-01-01, in seconds
constexpr std::int64_t kLast = 1'767'225'600;   // 2026-01-01

// 60 % instants, 30 % up to 3 days, 10 % up to 90 days, in no order.
std::vector<EventBatch> sample(std::size_t rows) {
  std::mt19937_64 random(20180101);
  std::vector<EventBatch> batches;
  for (std::size_t i = 0; i < rows; ++i) {
    if (i % 65'536 == 0) {
      batches.emplace_back();
      batches.back().category_ids = {"protest", "border",   "crime",   "accident",
                                     "weather", "election", "culture", "sport"};
    }
    EventBatch& batch = batches.back();
    const std::int64_t begin =
        kFirst + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(kLast - kFirst));
    const std::uint64_t kind = random() % 10;
    const std::uint64_t days = kind == 9 ? 3 + random() % 87 : kind >= 6 ? random() % 3 : 0;
    const Time a{begin * kMicrosPerSecond};
    const Time b = plus(a, static_cast<std::int64_t>(days) * kMicrosPerDay);
    batch.when.push_back({a, a, b, b, Precision::second});
    batch.lon.push_back(13 + static_cast<double>(random() % 1'010'000) * 1e-5);
    batch.lat.push_back(39.6 + static_cast<double>(random() % 730'000) * 1e-5);
    batch.category.push_back(static_cast<std::uint16_t>(random() % 8));
    batch.texts.begin_record();
    batch.texts.put(Field::id, std::to_string(i + 1));
    batch.texts.put(Field::title, "protest Mostar town 017");
  }
  return batches;
}

// Median of the runs, in milliseconds.
double timed(int runs, const std::function<void(int)>& work) {
  std::vector<double> ms;
  for (int i = 0; i < runs; ++i) {
    const auto from = std::chrono::steady_clock::now();
    work(i);
    ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
  }
  std::nth_element(ms.begin(), ms.begin() + runs / 2, ms.end());
  return ms[static_cast<std::size_t>(runs / 2)];
}

int run(std::size_t rows) {
  const auto say = [](const char* key, double value) { std::printf("%s %.4f\n", key, value); };
  const std::vector<EventBatch> batches = sample(rows);
  LayerRef layer;
  say("store_build_ms", timed(3, [&](int) {
        Problems problems;
        LayerBuilder builder("bench", "Bench");
        for (const EventBatch& batch : batches) builder.append(batch, problems);
        layer = builder.build();
      }));
  IndexesRef indexes;
  const SnapshotRef snapshot = make_snapshot({layer});
  say("index_build_ms", timed(3, [&](int) { indexes = make_indexes(snapshot, Filter()); }));
  IndexesRef filtered;
  const Filter filter = Filter::parse("category=crime,sport").value();
  say("filter_ms", timed(3, [&](int) { filtered = make_indexes(snapshot, filter); }));
  say("bytes_per_event",
      static_cast<double>(layer->heap_bytes_without_text() + indexes->layers[0]->heap_bytes()) /
          layer->size());

  // 120 steps of a 30-day window over the whole range.
  const auto view_at = [](int step) {
    const Time begin{(kFirst + (kLast - kFirst) / 120 * (step % 120)) * kMicrosPerSecond};
    TimeView view;
    view.window = {begin, plus(begin, 30 * kMicrosPerDay)};
    view.cursor = view.window.end;
    view.mode = Mode::window;
    return view;
  };
  std::uint64_t sink = 0;
  say("visible_ms", timed(480, [&](int i) { sink += visible_set(*indexes, view_at(i), {true}).count; }));
  say("visible_filtered_ms",
      timed(480, [&](int i) { sink += visible_set(*filtered, view_at(i), {true}).count; }));
  std::vector<Time> edges;
  for (int i = 0; i <= 200; ++i) {
    edges.push_back(Time{(kFirst + (kLast - kFirst) / 200 * i) * kMicrosPerSecond});
  }
  std::vector<std::uint32_t> counts(200 * snapshot->categories.size());
  say("histogram_ms", timed(240, [&](int) {
        std::fill(counts.begin(), counts.end(), 0u);
        indexes->layers[0]->count_begins(edges, snapshot->categories.size(), snapshot->category_of[0],
                                         counts);
        sink += counts[0];
      }));
  say("active_ms", timed(240, [&](int) {
        indexes->layers[0]->count_active(edges, std::span(counts).first(200));
        sink += counts[1];
      }));
  say("scan_ms", timed(60, [&](int) {
        for (const std::int64_t begin : layer->columns.begin.span()) {
          sink += static_cast<std::uint64_t>(begin);
        }
      }));
  return sink == 0 ? 1 : 0;  // so that nothing above can be left out
}

}  // namespace
}  // namespace vidik

int main(int argc, char** argv) {
  const long long rows = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
  return vidik::run(static_cast<std::size_t>(std::max(1LL, rows)));
}
