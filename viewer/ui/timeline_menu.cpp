// What the timeline shows and how: lanes, bars, their scale, how time is tested; and the display zone.

#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/time_text.h"

#include <array>

namespace vidik {

namespace {

constexpr std::array<const char*, 5> kLanes{"One an overlay", "One a category", "One a status",
                                            "One a country", "One an actor"};
constexpr std::array<const char*, 2> kBars{"Events that begin", "Events that are active"};
constexpr std::array<const char*, 3> kScales{"Linear scale", "Root scale", "Log scale"};
// The zones that are asked for here; any other by its name.
constexpr std::array<const char*, 5> kZones{"Europe/Belgrade", "UTC", "Europe/London", "Europe/Istanbul",
                                            "America/New_York"};

template <typename Choice, std::size_t N>
void choice_rows(const PanelIn& in, Intents& out, const std::array<const char*, N>& rows,
                 Choice TimelineStyle::*which, const char* words) {
  for (std::size_t i = 0; i < N; ++i) {
    const auto choice = static_cast<Choice>(i);
    const TimelineStyle& now = in.view.timeline_style;
    if (!menu_row(in, rows[i], now.*which == choice, true) || now.*which == choice) continue;
    TimelineStyle style = now;
    style.*which = choice;
    out.add(SetTimelineStyle{style, words});
  }
}

void switch_row(const PanelIn& in, Intents& out, const char* row, bool TimelineStyle::*which,
                const char* words) {
  const TimelineStyle& now = in.view.timeline_style;
  if (!menu_row(in, row, now.*which, true)) return;
  TimelineStyle style = now;
  style.*which = !(now.*which);
  out.add(SetTimelineStyle{style, words});
}

void test_rows(const PanelIn& in, Intents& out) {
  const TimeView& now = in.view.time;
  const auto row = [&](const char* words, bool chosen, TimeTest test, Sureness sureness) {
    if (menu_row(in, words, chosen, true)) out.add(SetTest{test, sureness});
  };
  row("What overlaps it", now.test == TimeTest::overlap, TimeTest::overlap, now.sureness);
  row("What begins in it", now.test == TimeTest::starts_in, TimeTest::starts_in, now.sureness);
  const bool surely = now.sureness == Sureness::surely;
  row("Only what is surely inside", surely, now.test, surely ? Sureness::possibly : Sureness::surely);
}

// Where the transport has no room for both, the zoom matters more than the zone's name.
bool says_offset_only(const PanelIn& in) { return in.view.size.width < 1240; }

}  // namespace

void draw_timeline_menu(const PanelIn& in, Intents& out, const Box2& box) {
  if (icon_button(in, "##timeline-menu", box, icon::tune,
                  {.bare = true, .hint = "Lanes, bars and scale of the timeline"}))
    ImGui::OpenPopup("##timeline-choices");
  ImGui::SetNextWindowPos({box.x + box.w, box.y - 4}, ImGuiCond_Appearing, {1, 1});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(6, 6));
  const bool open = ImGui::BeginPopup("##timeline-choices", ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar();
  if (!open) return;
  close_on_escape(in);
  ImGui::BeginGroup();
  menu_caption(in, "LANES");
  choice_rows(in, out, kLanes, &TimelineStyle::lanes, "change the lanes");
  menu_caption(in, "THE WINDOW SHOWS");
  test_rows(in, out);
  switch_row(in, out, "Named ranges", &TimelineStyle::ranges_shown, "show the ranges");
  ImGui::EndGroup();
  ImGui::SameLine(0, 18);
  ImGui::BeginGroup();
  menu_caption(in, "BARS COUNT");
  choice_rows(in, out, kBars, &TimelineStyle::bars, "change what bars count");
  switch_row(in, out, "Only on the map as shown", &TimelineStyle::in_map, "count on the map");
  choice_rows(in, out, kScales, &TimelineStyle::scale, "change the scale");
  switch_row(in, out, "Shares of each bar", &TimelineStyle::share, "show shares");
  switch_row(in, out, "Line: a year before", &TimelineStyle::year_before, "compare with a year before");
  switch_row(in, out, "Fold long gaps", &TimelineStyle::fold_gaps, "fold the gaps");
  if (menu_row(in, "Ranges and notes … (K)", false)) out.add(ShowPart{Part::ranges, true});
  if (menu_row(in, "Hours, weekdays, months … (H)", false)) out.add(ShowPart{Part::cycle, true});
  ImGui::EndGroup();
  ImGui::EndPopup();
}

float zone_menu_width(const PanelIn& in) {
  const float offset = text_size(in.fonts.body, offset_words(in.view.time.cursor, in.zone)).x;
  if (says_offset_only(in)) return offset + 20;
  return offset + text_size(in.fonts.body, in.zone.name()).x + 46;
}

void draw_zone_menu(const PanelIn& in, Intents& out, const Box2& box) {
  const std::string offset = offset_words(in.view.time.cursor, in.zone);
  const bool narrow = says_offset_only(in);
  if (word_button(in, "##zone", box, "", {.bare = true, .hint = "Time zone of all dates and clocks"}))
    ImGui::OpenPopup("##zones");
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = box.y + box.h / 2;
  float right = box.x + box.w - 10;
  right -= put_line_right(list, in.fonts.body, {right, y}, in.theme.text3, offset) + 5;
  if (!narrow) {
    put_line_right(list, in.fonts.body, {right, y}, in.theme.text, in.zone.name());
    put_icon(list, in.fonts.icons_small, {box.x + 14, y}, in.theme.text2, icon::globe);
  }
  ImGui::SetNextWindowPos({box.x + box.w, box.y - 4}, ImGuiCond_Appearing, {1, 1});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(6, 6));
  const bool open = ImGui::BeginPopup("##zones", ImGuiWindowFlags_NoMove);
  ImGui::PopStyleVar();
  if (!open) return;
  close_on_escape(in);
  for (const char* zone : kZones)
    if (menu_row(in, zone, in.zone.name() == zone) && in.zone.name() != zone) out.add(SetZone{zone});
  std::string& typed = in.memory.zone_typed;
  if (menu_field(in, "##zone-typed", "Another, as Asia/Tokyo", typed, "")) {
    out.add(SetZone{typed});
    typed.clear();
    ImGui::CloseCurrentPopup();
  }
  ImGui::EndPopup();
}

}  // namespace vidik
