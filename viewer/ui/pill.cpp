#include "ui/count_words.h"
#include "ui/event_row.h"
#include "ui/gestures.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/text.h"
#include "base/time_text.h"
#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr std::size_t kMostListed = 500;  // in the popup; the event list window has them all
constexpr std::size_t kMostLooked = 200'000;

std::vector<EventRef> outside_events(const PanelIn& in) {
  std::vector<EventRef> out;
  const Box2& map = in.view.map;
  const MapView view = map_view(in.view.camera, map);
  const std::vector<EventRef>& listed = in.listed();
  for (std::size_t i = 0; i < std::min(listed.size(), kMostLooked) && out.size() < kMostListed; ++i) {
    const Layer& layer = *in.snapshot.layers[listed[i].layer];
    const Row row = listed[i].row;
    const Px at = px_of(view, LonLat{layer.lon(row), layer.lat(row)});
    if (!map.contains(at.x, at.y) || layer.columns.facts[row].has(Facts::kNoPlace)) out.push_back(listed[i]);
  }
  return out;
}

void outside_popup(const PanelIn& in, Intents& out, float width) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(6, 8));
  ImGui::SetNextWindowSizeConstraints({width, 40}, {width, 340});
  const bool open = ImGui::BeginPopup("##outside");
  ImGui::PopStyleVar();
  if (!open) return;
  close_on_escape(in);
  const std::vector<EventRef> events = outside_events(in);
  bool pointed = false;
  for (const EventRef e : events) {
    const RowUse use = event_row(in, out, e, width - 24);
    pointed |= use != RowUse::none;
    if (use != RowUse::clicked) continue;
    out.add(Select{in.key_of(e)});
    const Layer& layer = *in.snapshot.layers[e.layer];
    if (!layer.columns.facts[e.row].has(Facts::kNoPlace))
      out.add(FlyTo{layer.lon(e.row), layer.lat(e.row), 0});
    ImGui::CloseCurrentPopup();
  }
  if (!pointed) tell_hover(in, out, {}, HoverPlace::list);
  if (events.size() == kMostListed) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    put_line(*ImGui::GetWindowDrawList(), in.fonts.small, {at.x + 28, at.y + 12}, in.theme.text3,
             "The first " + std::to_string(kMostListed) + "; the event list has all", width - 58);
    ImGui::Dummy({width - 24, 24});
  }
  ImGui::EndPopup();
}

// The one change that helps most when nothing is shown (LOOK §11 "Empty map").
struct Help {
  std::string words, button;
  Intent intent;
};

// The begin nearest to the clock, on either side of it, among what passes the filter and is switched on.
std::optional<Time> nearest_event(const PanelIn& in) {
  std::optional<Time> best;
  const Time now = in.view.time.cursor;
  const auto consider = [&](std::int64_t begin) {
    if (begin == kOpenBegin.us) return;
    const auto far = [&](std::int64_t us) {
      return std::abs(static_cast<double>(us) - static_cast<double>(now.us));
    };
    if (!best || far(begin) < far(best->us)) best = Time{begin};
  };
  for (std::size_t l = 0; l < in.indexes.layers.size(); ++l) {
    if (l < in.view.layer_on.size() && !in.view.layer_on[l]) continue;
    const TimeIndex& index = *in.indexes.layers[l];
    Row first = 0, last = 0;
    index.beginning_in({kOpenBegin, now}, first, last);
    if (last > first) consider(index.layer().columns.begin[index.row_at(last - 1)]);
    if (last < index.size()) consider(index.layer().columns.begin[index.row_at(last)]);
  }
  return best;
}

std::optional<Help> help_for_empty(const PanelIn& in) {
  if (in.picture.counts.shown > 0 || in.snapshot.event_count() == 0) return std::nullopt;
  if (const std::optional<Time> t = nearest_event(in)) {
    // The nearest may begin at the very cursor, which a half-open window leaves out: go a step past it.
    return Help{"Nearest: ", date_words(*t, in.zone),
                SetCursor{plus(*t, std::max(in.view.time.step_us / 2, kMicrosPerHour))}};
  }
  if (in.desk.choices.count() > 0) {
    const std::uint64_t hidden = in.indexes.hidden_by_filter;
    return Help{"Hidden by filters: " + thousands(static_cast<long long>(hidden)), "Clear filters",
                ClearFilters{}};
  }
  return std::nullopt;
}

}  // namespace

void draw_pill(const PanelIn& in, Intents& out) {
  const Theme& t = in.theme;
  const SceneCounts& counts = in.picture.counts;
  // LOOK §11: what takes less than 300 ms says nothing of itself.
  UiMemory& m = in.memory;
  m.counting_since = !in.counting ? -1 : m.counting_since < 0 ? in.now_s : m.counting_since;
  const bool late = m.counting_since >= 0 && in.now_s - m.counting_since > 0.3;
  const std::string shown = shown_words(counts) + (late ? ", counting …" : ""),
                    dates = clock_words(in.view.time, in.zone);
  const std::string elsewhere = elsewhere_words(counts);
  const int filters = in.desk.choices.count();
  const std::string filter_words = std::to_string(filters) + (filters == 1 ? " filter" : " filters");
  const std::optional<Help> help = help_for_empty(in);

  float w = 13 + text_size(in.fonts.strong, shown).x;
  if (!elsewhere.empty()) w += 8 + text_size(in.fonts.body, elsewhere).x + 18;
  w += 14 + text_size(in.fonts.body, dates).x + 13;
  if (filters > 0) w += 12 + text_size(in.fonts.small, filter_words).x + 28;
  float help_w = 0;
  if (help) {
    help_w = text_size(in.fonts.body, help->button).x + 24;
    w += 14 + text_size(in.fonts.body, help->words).x + help_w + 6;
  }
  in.memory.pill = {in.layout.map.x + 16, in.layout.map.y + 16, std::min(std::ceil(w), in.layout.map.w - 32),
                    30};
  const Box2& box = in.memory.pill;
  PanelFrame frame("##pill", box, t.panel_map, 0, 8, t.line);
  ImDrawList& list = frame.list();
  const float y = box.y + 15;
  float x = box.x + 13;
  x += put_line(list, in.fonts.strong, {x, y}, t.text, shown);
  if (!elsewhere.empty()) {
    const float room = text_size(in.fonts.body, elsewhere).x + 24;
    if (word_button(in, "##elsewhere", {x + 3, box.y + 3, room, 24}, elsewhere,
                    {.bare = true, .hint = "List them"})) {
      ImGui::OpenPopup("##outside");
    }
    ImGui::SetNextWindowPos({box.x, box.y + 36}, ImGuiCond_Appearing);
    outside_popup(in, out, std::min(380.0f, in.layout.map.w - 32));
    x += room + 2;
  }
  x += 14;
  x += put_line(list, in.fonts.body, {x, y}, t.text2, dates);
  if (filters > 0) {
    x += 12;
    list.AddLine({x + 0.5f, box.y + 8}, {x + 0.5f, box.y + 22}, im(t.line_strong));
    x += 10;
    x += put_line(list, in.fonts.small, {x, y}, t.text, filter_words) + 2;
    if (icon_button(in, "##clear", {x, box.y + 3, 24, 24}, icon::close,
                    {.bare = true, .hint = "Clear filters"})) {
      out.add(ClearFilters{});
    }
    x += 26;
  }
  if (help) {
    x += 14;
    x += put_line(list, in.fonts.body, {x, y}, t.text2, help->words) + 6;
    if (word_button(in, "##help-empty", {x, box.y + 3, help_w, 24}, help->button, {})) out.add(help->intent);
  }
}

}  // namespace vidik
