#pragma once
// A window without a window: panels drawn by ImGui with no painter, moved by a scripted pointer and keys.

#include "ui/panels.h"

#include "store/layer_builder.h"
#include "ui/theme_style.h"

#include <imgui.h>

#include <cmath>
#include <string>
#include <vector>

namespace vidik {

class PanelStage {
 public:
  explicit PanelStage(Size size = {1600, 900}, int events = 3) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    unsigned char* pixels = nullptr;
    int w = 0, h = 0;
    io.Fonts->AddFontDefault();
    io.Fonts->GetTexDataAsRGBA32(&pixels, &w, &h);
    ImFont* font = io.Fonts->Fonts[0];
    fonts_ = {{font, 11}, {font, 11}, {font, 12}, {font, 13}, {font, 13},
              {font, 18}, {font, 15}, {font, 18}, {font, 16}};
    apply_style(theme(ThemeName::dark));
    fill_store(events);
    view.size = size;
    view.time.window = {day(20), day(70)};
    view.time.cursor = day(50);
    view.timeline_span = {day(0), day(100)};
    view.layer_on = {true};
    view.camera = {20, 43, 7};
    lay_out();
    frame();
    frame();
  }
  ~PanelStage() { ImGui::DestroyContext(); }
  PanelStage(const PanelStage&) = delete;
  PanelStage& operator=(const PanelStage&) = delete;

  static Time day(int n) { return Time{n * kMicrosPerDay}; }

  // --- the script ---
  std::vector<Intent> move(float x, float y) {
    ImGui::GetIO().MousePos = {x, y};
    return frame();
  }
  std::vector<Intent> press() {
    ImGui::GetIO().MouseDown[0] = true;
    return frame();
  }
  std::vector<Intent> release() {
    ImGui::GetIO().MouseDown[0] = false;
    return frame();
  }
  std::vector<Intent> click(float x, float y) {
    std::vector<Intent> all = move(x, y);
    move(x, y);
    for (const auto& more : {press(), release()}) all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  std::vector<Intent> wheel(float notches) {
    ImGui::GetIO().MouseWheel += notches;
    return frame();
  }
  std::vector<Intent> key(KeyPress press) {
    keys_ = {press};
    std::vector<Intent> out = frame();
    keys_.clear();
    return out;
  }

  std::vector<Intent> frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(view.size.width), static_cast<float>(view.size.height)};
    io.DeltaTime = 1.0f / 60;
    now_s += 1.0 / 60;
    const std::vector<std::string> no_words;
    overlays = {{"protests", "Protests & strikes", 0, OverlayState::ready, -1, 0, trouble,
                 "line one\nline two", true}};
    std::vector<EventRef> listed;
    for (Row r = 0; r < snapshot->layers[0]->size(); ++r) listed.push_back({0, r});
    std::optional<EventRef> selected;
    for (const EventRef e : listed) {
      if (key_of(e) == view.selected) selected = e;
    }
    const TimeZone zone = TimeZone::utc();
    const TimelineRows rows = make_timeline_rows(indexes, view.timeline_style, {});
    PanelIn in{view,
               desk,
               layout,
               picture,
               *snapshot,
               *indexes,
               rows,
               cycles,
               theme(view.theme),
               fonts_,
               zone,
               "Western Balkans",
               overlays,
               plugins,
               readings,
               no_words,
               countries,
               borders,
               map_credits,
               base_rows,
               nullptr,
               selected,
               std::nullopt,
               picked,
               [&]() -> const std::vector<EventRef>& { return listed; },
               [this](Px, float) { return dot; },
               [this](EventRef e) { return key_of(e); },
               keys_,
               "",
               "",
               flying,
               false,
               now_s,
               memory};
    Intents out;
    ImGui::NewFrame();
    draw_panels(in, out);
    ImGui::Render();
    return out.take();
  }

  void lay_out() {
    layout = lay_out_window({view.size, desk.left_open, desk.timeline_open, 1, 0, 288});
    view.map = layout.map;
    view.timeline = layout.timeline;
    view.plot_x = layout.plot_x;
    TimelinePlaces& p = picture.timeline;
    const float x = layout.plot_x, w = layout.plot_right - x, y = layout.timeline.y;
    p.span = view.timeline_span;
    p.overview_span = {day(-900), day(1100)};
    p.plot = {x, y + 18, w, 90};
    p.axis = {x, y + 18, w, 20};
    p.histogram = {x, y + 38, w, 44};
    p.lanes = {x, y + 90, w, 16};
    p.overview = {x, y + 112, w, 26};
    const float a = p.x_of(view.time.window.begin), b = p.x_of(view.time.window.end),
                c = p.x_of(view.time.cursor);
    p.window_body = {a, y + 27, b - a, 18};
    p.handle_begin = {a - 5, y + 27, 10, 18};
    p.handle_end = {b - 5, y + 27, 10, 18};
    p.playhead = {c - 8, y, 16, 106};
    p.flag = {c - 40, y, 80, 22};
    picture.hits = {{HitKind::event, {900, 300}, 8, {{0, 1}}},
                    {HitKind::cluster, {700, 400}, 14, {{0, 0}, {0, 1}, {0, 2}}}};
    picture.counts.shown = picture.counts.shown_surely = 3;
    picture.counts.by_layer = {3};
    picture.counts.by_status = {2, 1, 0, 0};
  }
  EventKey key_of(EventRef e) const {
    return {snapshot->layers[0]->name, std::string(snapshot->layers[0]->text(e.row, Field::id))};
  }

  ViewState view;
  Desk desk;
  Layout layout;
  Picture picture;
  UiMemory memory;
  std::optional<EventRef> dot;  // what is under the pointer where dots are shown
  SnapshotRef snapshot;
  IndexesRef indexes;
  std::vector<OverlayRow> overlays;
  std::vector<PluginRow> plugins;
  std::vector<BorderChoice> borders{{"de-facto", "De facto"}, {"kosovo", "Kosovo"}, {"serbia", "Serbia"}};
  std::vector<MapCredit> map_credits{{"relief", "relief SRTM"}};
  std::vector<BaseRow> base_rows;
  std::vector<ReadingRow> readings;
  std::vector<std::string> countries{"Kosovo", "Serbia"};
  std::string trouble;
  bool flying = false;
  CycleCounts cycles;
  std::vector<EventRef> picked;
  double now_s = 1;

 private:
  void fill_store(int events) {
    EventBatch batch;
    batch.category_ids = {"protest"};
    for (int i = 0; i < events; ++i) {
      When when;
      when.begin_earliest = when.begin_latest = day(30 + i * 10);
      when.end_earliest = when.end_latest = day(31 + i * 10);
      when.precision = Precision::day;
      batch.when.push_back(when);
      batch.lon.push_back(20 + i);
      batch.lat.push_back(43 + i * 0.5);
      batch.category.push_back(0);
      batch.status.push_back(i == 2 ? Status::reported : Status::confirmed);
      batch.unverified.push_back(0);
      batch.source_row.push_back(static_cast<std::uint64_t>(i + 2));
      batch.texts.begin_record();
      batch.texts.put(Field::id, "e" + std::to_string(i));
      batch.texts.put(Field::title, "Event " + std::to_string(i));
      batch.texts.put(Field::country, "Serbia");
      batch.texts.put(Field::says, "Somebody");
      batch.texts.put(Field::denies, "Somebody else");
      batch.texts.put(Field::source_name, "A paper");
      batch.texts.put(Field::source_url, "https://example.org/a");
    }
    LayerBuilder builder("protests", "Protests & strikes");
    Problems problems;
    builder.append(batch, problems);
    snapshot = make_snapshot({builder.build()});
    indexes = make_indexes(snapshot, Filter());
  }

  UiFonts fonts_;
  std::vector<KeyPress> keys_;
};

template <typename T>
const T* find_intent(const std::vector<Intent>& list) {
  for (const Intent& intent : list) {
    if (const T* found = std::get_if<T>(&intent)) return found;
  }
  return nullptr;
}

}  // namespace vidik
