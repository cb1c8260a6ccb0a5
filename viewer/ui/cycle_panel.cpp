// Hours against weekdays, and a rose of the months: how the visible events lie in the day, the week and the year; brushed,
// it is a filter.

#include "ui/count_words.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

constexpr float kCellW = 15, kCellH = 20, kLabel = 46, kRose = 66;
constexpr float kWidth = 16 + kLabel + 24 * kCellW + 36 + 2 * kRose + 60, kHeight = 258;
constexpr std::array<const char*, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
// What a drag brushes.
enum class Brush : std::uint32_t { none, cells, hours, weekdays };

bool takes(std::uint32_t bits, int i) { return bits == 0 || (bits >> i & 1u) != 0; }
std::uint32_t bits_between(int a, int b) {
  std::uint32_t bits = 0;
  for (int i = std::min(a, b); i <= std::max(a, b); ++i) bits |= 1u << i;
  return bits;
}

// The strength of a count: a root, so that few are told from none beside many.
float strength(std::uint32_t count, std::uint32_t most) {
  return count == 0
             ? 0.0f
             : 0.16f + 0.84f * std::sqrt(static_cast<float>(count) / static_cast<float>(std::max(most, 1u)));
}

std::string cell_words(int day, int hour, std::uint32_t count) {
  char clock[32];
  std::snprintf(clock, sizeof clock, "%02d:00 to %02d:00", hour, hour + 1);
  return std::string(kDays[static_cast<std::size_t>(day)]) + ", " + clock + ": " + event_count_words(count);
}

struct Grid {
  ImVec2 at;  // of the first cell
  // The pointer may be nowhere (a huge number): first the clamp, then the cast.
  int hour_at(float x) const { return static_cast<int>(std::clamp((x - at.x) / kCellW, 0.0f, 23.0f)); }
  int day_at(float y) const { return static_cast<int>(std::clamp((y - at.y) / kCellH, 0.0f, 6.0f)); }
};

void draw_cells(const PanelIn& in, ImDrawList& list, const Grid& grid) {
  const CycleChoice& chosen = in.desk.choices.cycle;
  std::uint32_t most = 0;
  for (const auto& day : in.cycles.hours) most = std::max(most, *std::max_element(day.begin(), day.end()));
  for (int d = 0; d < 7; ++d)
    for (int h = 0; h < 24; ++h) {
      const std::uint32_t n = in.cycles.hours[static_cast<std::size_t>(d)][static_cast<std::size_t>(h)];
      const ImVec2 a{grid.at.x + static_cast<float>(h) * kCellW, grid.at.y + static_cast<float>(d) * kCellH};
      const ImVec2 b{a.x + kCellW - 1, a.y + kCellH - 1};
      const bool on = takes(chosen.hours, h) && takes(chosen.weekdays, d);
      list.AddRectFilled(a, b, im(in.theme.plot));
      if (n > 0)
        list.AddRectFilled(a, b, im(with_alpha(in.theme.text, strength(n, most) * (on ? 1.0f : 0.3f))));
      if (on && chosen.any() && (chosen.hours | chosen.weekdays) != 0)
        list.AddRect(a, b, im(with_alpha(in.theme.select, 0.7)));
    }
}

// The headings are buttons of their own: the keyboard's way of brushing.
void headings(const PanelIn& in, Intents& out, const Grid& grid) {
  CycleChoice chosen = in.desk.choices.cycle;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  for (int h = 0; h < 24; ++h) {
    const Box2 box{grid.at.x + static_cast<float>(h) * kCellW, grid.at.y - 20, kCellW, 18};
    const std::string id = "##hour" + std::to_string(h);
    if (hit(id.c_str(), box)) {
      chosen.hours ^= 1u << h;
      out.add(SetCycle{chosen});
    }
    hint_tip(in, "Only, or also, this hour");
    if (h % 3 == 0) put_line(list, in.fonts.micro, {box.x, box.y + 9}, in.theme.text2, std::to_string(h));
    if (chosen.hours != 0 && takes(chosen.hours, h))
      list.AddLine({box.x + 1, grid.at.y - 2}, {box.x + kCellW - 2, grid.at.y - 2}, im(in.theme.select), 2);
  }
  for (int d = 0; d < 7; ++d) {
    const Box2 box{grid.at.x - kLabel, grid.at.y + static_cast<float>(d) * kCellH, kLabel - 4, kCellH};
    const bool on = chosen.weekdays != 0 && takes(chosen.weekdays, d);
    if (word_button(in, kDays[static_cast<std::size_t>(d)], box, kDays[static_cast<std::size_t>(d)],
                    {.active = on, .bare = true, .hint = "Only, or also, this weekday"})) {
      chosen.weekdays ^= 1u << d;
      out.add(SetCycle{chosen});
    }
  }
}

void brush_cells(const PanelIn& in, Intents& out, const Grid& grid) {
  UiMemory& m = in.memory;
  ImGui::SetCursorScreenPos(grid.at);
  ImGui::InvisibleButton("##cells", {24 * kCellW, 7 * kCellH});
  const ImVec2 p = ImGui::GetIO().MousePos;
  const int hour = grid.hour_at(p.x), day = grid.day_at(p.y);
  if (ImGui::IsItemActivated()) {
    m.cycle_drag = static_cast<std::uint32_t>(Brush::cells);
    m.cycle_x = hour, m.cycle_y = day;
  }
  if (ImGui::IsItemActive() && m.cycle_drag != 0) {
    CycleChoice chosen = in.desk.choices.cycle;
    chosen.hours = bits_between(m.cycle_x, hour);
    chosen.weekdays = bits_between(m.cycle_y, day);
    if (!(chosen == in.desk.choices.cycle)) out.add(SetCycle{chosen});
  }
  if (ImGui::IsItemDeactivated()) {
    m.cycle_drag = 0;
    out.add(Settle{});
  }
  if (ImGui::IsItemHovered() && !ImGui::IsMouseDown(0))
    tip_box(in, {p.x + 14, p.y + 14}, {},
            cell_words(day, hour,
                       in.cycles.hours[static_cast<std::size_t>(day)][static_cast<std::size_t>(hour)]));
}

// Petals from January at the top, clockwise; their areas are as their counts.
void month_rose(const PanelIn& in, Intents& out, ImVec2 c) {
  constexpr float kPetal = 2 * std::numbers::pi_v<float> / 12;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  CycleChoice chosen = in.desk.choices.cycle;
  const std::uint32_t most =
      std::max(1u, *std::max_element(in.cycles.months.begin(), in.cycles.months.end()));
  list.AddCircle(c, kRose, im(in.theme.line), 48);
  for (int m = 0; m < 12; ++m) {
    const auto i = static_cast<std::size_t>(m);
    const float from = -std::numbers::pi_v<float> / 2 + (static_cast<float>(m) - 0.5f) * kPetal + 0.02f;
    const float share = std::sqrt(static_cast<float>(in.cycles.months[i]) / static_cast<float>(most));
    const bool on = takes(chosen.months, m);
    if (share > 0) {
      list.PathLineTo(c);
      list.PathArcTo(c, share * kRose, from, from + kPetal - 0.04f, 10);
      list.PathFillConvex(im(with_alpha(in.theme.text, on ? 0.75 : 0.25)));
    }
    const float middle = from + kPetal / 2 - 0.02f;
    const ImVec2 at{c.x + std::cos(middle) * (kRose + 17), c.y + std::sin(middle) * (kRose + 13)};
    const Box2 box{at.x - 18, at.y - 10, 36, 20};
    const bool picked = chosen.months != 0 && on;
    if (word_button(in, kMonths[i], box, kMonths[i],
                    {.active = picked, .bare = true, .hint = event_count_words(in.cycles.months[i])})) {
      chosen.months ^= 1u << m;
      out.add(SetCycle{chosen});
    }
  }
}

}  // namespace

void draw_cycle_panel(const PanelIn& in, Intents& out) {
  if (!in.desk.cycle_open) return;
  const Box2 room = in.layout.map;
  const Box2 box{room.x + std::max((room.w - kWidth) / 2, 8.0f), room.y + room.h - kHeight - 16,
                 std::min(kWidth, room.w - 16), kHeight};
  PanelFrame frame("##cycle", box, in.theme.panel, 0, 12, in.theme.line_strong);
  ImDrawList& list = frame.list();
  put_line(list, in.fonts.strong, {box.x + 16, box.y + 22}, in.theme.text, "Hours, weekdays, months");
  if (icon_button(in, "##close", {box.x + box.w - 40, box.y + 8, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close (Esc)"}))
    out.add(ShowPart{Part::cycle, false});
  const Grid grid{{box.x + 16 + kLabel, box.y + 66}};
  draw_cells(in, list, grid);
  headings(in, out, grid);
  brush_cells(in, out, grid);
  month_rose(in, out, {grid.at.x + 24 * kCellW + 30 + kRose + 24, box.y + 46 + kRose + 20});
  const CycleCounts& counts = in.cycles;
  std::string said = event_count_words(counts.all) + " that are shown, by their begin";
  if (counts.no_hour > 0)
    said += "; " + thousands(static_cast<long long>(counts.no_hour)) + " with no known hour";
  if (counts.no_weekday > 0) said += ", " + thousands(static_cast<long long>(counts.no_weekday)) + " no day";
  if (counts.no_month > 0) said += ", " + thousands(static_cast<long long>(counts.no_month)) + " no month";
  const float y = box.y + box.h - 22;
  const bool any = in.desk.choices.cycle.any();
  put_line(list, in.fonts.small, {box.x + 16, y}, in.theme.text2, said, box.w - (any ? 150 : 32));
  if (any && word_button(in, "##cycle-all", {box.x + box.w - 116, y - 14, 100, 28}, "All of it",
                         {.hint = "No filter of hours, weekdays and months"}))
    out.add(SetCycle{});
}

}  // namespace vidik
