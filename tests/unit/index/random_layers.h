#pragma once
// Layers of random events on a short stretch of time, so that edges meet often.

#include "index/visible.h"
#include "store/layer_builder.h"

#include <cmath>
#include <random>

namespace vidik {

using Random = std::mt19937;

inline std::int64_t pick(Random& random, std::int64_t from, std::int64_t to) {
  return std::uniform_int_distribution<std::int64_t>(from, to)(random);
}

// Instants, spans, doubtful spans, open sides and no date at all, inside [0, most].
inline When random_when(Random& random, std::int64_t most) {
  const std::int64_t a = pick(random, 0, most);
  const std::int64_t b = pick(random, a, most);
  const std::int64_t c = pick(random, 0, most);
  switch (pick(random, 0, 9)) {
    case 0:
      return {kOpenBegin, kOpenBegin, kOpenEnd, kOpenEnd, Precision::day};
    case 1:
      return {Time{a}, Time{a}, kOpenEnd, kOpenEnd, Precision::day};
    case 2:
      return {kOpenBegin, kOpenBegin, Time{a}, Time{a}, Precision::day};
    case 3:  // some time inside
      return {Time{a}, Time{b}, Time{a}, Time{b + 1}, Precision::month};
    case 4:  // may have ended, or not
      return {Time{a}, Time{b}, Time{b}, kOpenEnd, Precision::year};
    case 5:
      return {Time{std::min(a, c)}, Time{std::max(a, c)}, Time{std::max(a, c)}, Time{std::max(a, c) + 3},
              Precision::week};
    case 6:
    case 7:
      return {Time{a}, Time{a}, Time{a}, Time{a}, Precision::second};
    default:
      return {Time{a}, Time{a}, Time{b}, Time{b}, Precision::minute};
  }
}

inline LayerRef random_layer(Random& random, const std::string& name, std::size_t rows, std::int64_t most) {
  EventBatch batch;
  batch.category_ids = {"protest", "troops", "flood", "strike"};
  for (std::size_t i = 0; i < rows; ++i) {
    batch.when.push_back(random_when(random, most));
    batch.lon.push_back(pick(random, 0, 20) == 0 ? NAN : 20);
    batch.lat.push_back(std::isnan(batch.lon.back()) ? NAN : 43);
    batch.category.push_back(static_cast<std::uint16_t>(pick(random, 0, 3)));
    batch.status.push_back(static_cast<Status>(pick(random, 0, 3)));
    batch.unverified.push_back(pick(random, 0, 9) == 0 ? 1 : 0);
    batch.texts.begin_record();
    batch.texts.put(Field::id, name + std::to_string(i));
  }
  Problems problems;
  LayerBuilder builder(name, name);
  builder.append(batch, problems);
  return builder.build();
}

inline SnapshotRef random_snapshot(Random& random, std::size_t rows, std::int64_t most) {
  return make_snapshot({random_layer(random, "a", rows, most), random_layer(random, "b", rows / 3, most),
                        random_layer(random, "c", 0, most), random_layer(random, "d", rows, most)});
}

inline TimeView random_view(Random& random, std::int64_t most) {
  TimeView view;
  view.window.begin = Time{pick(random, -2, most)};
  view.window.end = Time{pick(random, view.window.begin.us, most + 4)};
  view.cursor = Time{pick(random, view.window.begin.us, view.window.end.us)};
  view.step_us = pick(random, 1, 9);
  view.mode = static_cast<Mode>(pick(random, 0, 4));
  view.test = static_cast<TimeTest>(pick(random, 0, 1));
  view.sureness = static_cast<Sureness>(pick(random, 0, 1));
  return view;
}

// Filters that let a layer pass whole, in part, and not at all.
inline Filter random_filter(Random& random) {
  const char* texts[] = {"unverified=any",
                         "",
                         "category=troops,flood and unverified=any",
                         "layer=a and status!=alleged",
                         "not layer=d",
                         "severity>4"};
  return Filter::parse(texts[pick(random, 0, 5)]).value();
}

}  // namespace vidik
