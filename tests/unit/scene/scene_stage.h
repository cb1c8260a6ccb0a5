#pragma once
// A small stage for scene tests: events, view and fonts, and the picture they make.

#include "index/filter.h"
#include "index/visible.h"
#include "mapset/border_views.h"
#include "scene/scene.h"
#include "store/layer_builder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <random>
#include <string>

namespace vidik {

inline Time at_day(int year, int month, int day, int hour = 0) {
  return time_from_civil_utc({{year, month, day}, hour, 0, 0, 0});
}

inline Fonts& test_fonts() {
  static const std::unique_ptr<Fonts> fonts = [] {
    auto made = Fonts::create();
    EXPECT_TRUE(made.ok());
    return std::move(made).value();
  }();
  return *fonts;
}

struct EventRows {
  EventBatch batch;
  EventRows() {
    batch.category_ids = {"protest",   "sabotage", "clash",          "troops",
                          "political", "sanction", "disinformation", "disaster"};
  }
  EventRows& add(double lon, double lat, Time begin, Time end, std::uint16_t category = 0,
                 Status status = Status::confirmed, int severity = 2) {
    const auto row = static_cast<std::uint32_t>(batch.when.size());
    When when;
    when.begin_earliest = when.begin_latest = begin;
    when.end_earliest = when.end_latest = end;
    batch.when.push_back(when);
    batch.lon.push_back(lon);
    batch.lat.push_back(lat);
    batch.category.push_back(category);
    batch.status.push_back(status);
    batch.unverified.push_back(0);
    batch.source_row.push_back(row + 2);
    batch.severities.push_back({row, severity});
    batch.texts.begin_record();
    char id[16];
    std::snprintf(id, sizeof id, "e%05u", row);
    batch.texts.put(Field::id, id);
    return *this;
  }
  EventRows& add(double lon, double lat, Time at, std::uint16_t category = 0,
                 Status status = Status::confirmed, int severity = 2) {
    return add(lon, lat, at, at, category, status, severity);
  }
};

inline LayerRef layer_named(std::string name, const EventRows& rows) {
  LayerBuilder builder(name, "Layer " + name);
  Problems problems;
  builder.append(rows.batch, problems);
  EXPECT_EQ(problems.count(), 0u);
  return builder.build();
}

// Instants over a year, everywhere in the six countries; the same every time.
inline EventRows scattered(std::uint32_t count, unsigned seed = 7) {
  std::mt19937 random(seed);
  const auto share = [&] { return static_cast<double>(random()) / 4294967296.0; };
  EventRows rows;
  const Time first = at_day(2024, 1, 1);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Time t =
        plus(first, static_cast<std::int64_t>(share() * 366.0 * static_cast<double>(kMicrosPerDay)));
    const Time end = i % 7 == 0 ? plus(t, static_cast<std::int64_t>(share() * 20) * kMicrosPerDay) : t;
    rows.add(16 + 6.5 * share(), 40 + 6 * share(), t, end, static_cast<std::uint16_t>(random() % 8),
             static_cast<Status>(random() % 4), 1 + static_cast<int>(random() % 5));
  }
  return rows;
}

struct Stage {
  SnapshotRef snapshot;
  IndexesRef indexes;
  VisibleSet set;
  ViewState view;
  std::vector<std::string> credits;
  std::vector<OverlayMarks> overlays;
  std::optional<EventRef> selected, hovered;
  std::shared_ptr<SceneMemory> memory = make_scene_memory();

  explicit Stage(std::vector<LayerRef> layers) {
    snapshot = make_snapshot(std::move(layers));
    indexes = make_indexes(snapshot, Filter());
    view.size = {1200, 760};
    view.zone = "UTC";
    view.time.window = {at_day(2024, 1, 1), at_day(2025, 1, 1)};
    view.time.cursor = view.time.window.end;
    view.time.mode = Mode::window;
    view.timeline_span = view.time.window;
    view.layer_on.assign(snapshot->layers.size(), true);
    lay_out_page(view);
    view.camera = fit_region(view);
  }
  explicit Stage(const EventRows& rows) : Stage(std::vector<LayerRef>{layer_named("test", rows)}) {}

  BorderView borders{
      "de-facto", "De facto",
      "de facto", "The Kosovo–Serbia line is drawn dashed; map lines do not imply endorsement.",
      {},         {}};
  SceneIn in() {
    set = visible_set(*indexes, view.time, view.layer_on);
    SceneIn in;
    in.snapshot = snapshot.get();
    in.indexes = indexes.get();
    in.visible = &set;
    in.view = &view;
    in.overlays = overlays;
    in.selected = selected;
    in.hovered = hovered;
    in.fonts = &test_fonts();
    in.credits = credits;
    in.borders = &borders;
    return in;
  }
  Picture draw() {
    Picture picture;
    draw_scene(in(), *memory, picture);
    return picture;
  }
};

inline bool says(const Picture& picture, std::string_view words) {
  static const std::vector<Mark> kNone;
  const DrawList* kept = picture.list.kept.list.get();
  for (const auto* marks : {&picture.list.base, kept == nullptr ? &kNone : &kept->top, &picture.list.top})
    for (const Mark& mark : *marks)
      if (const auto* run = std::get_if<GlyphRun>(&mark);
          run != nullptr && run->text.find(words) != std::string::npos)
        return true;
  return false;
}

template <typename T>
std::size_t count_of(const std::vector<Mark>& marks) {
  std::size_t n = 0;
  for (const Mark& mark : marks) n += std::holds_alternative<T>(mark);
  return n;
}

}  // namespace vidik
