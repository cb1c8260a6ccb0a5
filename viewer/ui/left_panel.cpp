#include "ui/count_words.h"
#include "ui/icons.h"
#include "ui/overlay_rows.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/text.h"
#include "ui/event_facts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vidik {

namespace {

struct Downward {  // where the next section begins
  float x, w, y;
};

void rule(const PanelIn& in, ImDrawList& list, Downward& at) {
  at.y += 10;
  list.AddLine({at.x - 14, std::floor(at.y) + 0.5f}, {at.x + at.w + 12, std::floor(at.y) + 0.5f},
               im(in.theme.line));
  at.y += 6;
}

void caption(const PanelIn& in, ImDrawList& list, Downward& at, std::string_view words,
             std::string_view right = {}) {
  at.y += 12;
  put_caps(list, in.fonts.caps, {at.x, at.y}, in.theme.text2, words);
  if (!right.empty()) put_line_right(list, in.fonts.micro, {at.x + at.w, at.y}, in.theme.text3, right);
  at.y += 14;
}

void overlays(const PanelIn& in, Intents& out, ImDrawList& list, Downward& at) {
  caption(in, list, at, "OVERLAYS", in.overlays.empty() ? "" : "shown / all");
  if (in.overlays.empty()) {
    const char* words =
        !in.desk.safe_start.empty()
            ? "Overlays wait for your answer."
            : "No overlays yet. Drop a file of events onto the window, open one with \"vidik FILE\", or "
              "install a plugin.";
    put_text(list, in.fonts.small, {at.x, at.y - 4}, in.theme.text3, words, at.w);
    at.y += text_size(in.fonts.small, words, at.w).y + 4;
  }
  for (const OverlayRow& row : in.overlays) at.y += overlay_row(in, out, row, at.x, at.y, at.w);
  if (word_button(in, "##plugins", {at.x, at.y + 2, at.w, 28}, "Plugins and parameters",
                  {.active = in.desk.plugins_open, .hint = "All overlays: start, stop, set"}))
    out.add(ShowPart{Part::plugins, !in.desk.plugins_open});
  at.y += 32;
}

void confidence(const PanelIn& in, Intents& out, ImDrawList& list, Downward& at) {
  caption(in, list, at, "CONFIDENCE");
  const float w = (at.w - 8) / 2;
  for (int s = 0; s < kStatusCount; ++s) {
    const auto i = static_cast<std::size_t>(s);
    const Box2 box{at.x + static_cast<float>(s % 2) * (w + 8), at.y + static_cast<float>(s / 2) * 32 - 4, w,
                   28};
    const bool on = in.desk.choices.status[i];
    const std::string id = "##status" + std::to_string(s);
    const bool clicked = hit(id.c_str(), box);
    const bool hovered = ImGui::IsItemHovered();
    hint_tip(in, on ? "Click to leave out, Alt click for only these"
                    : "Click to take in, Alt click for only these");
    if (clicked && ImGui::GetIO().KeyAlt) {
      out.add(OnlyStatus{s});
    } else if (clicked) {
      out.add(SetStatus{s, !on});
    }
    const ImVec2 a{box.x, box.y}, b{box.x + box.w, box.y + box.h};
    if (on || hovered) list.AddRectFilled(a, b, im(hovered ? in.theme.control_hover : in.theme.raised), 6);
    list.AddRect({a.x + 0.5f, a.y + 0.5f}, {b.x - 0.5f, b.y - 0.5f}, im(in.theme.line), 6);
    const float y = box.y + box.h / 2;
    draw_symbol(list, in.theme, {box.x + 16, y}, 5, SymbolShape::diamond, 0, static_cast<SymbolStyle>(s),
                in.theme.text2, on ? 1.0f : 0.5f);
    const Color ink = on ? in.theme.text : quiet_ink(in.theme, hovered);
    const std::string words{status_words(static_cast<Status>(s))};
    const float room = w - 29 - 8 - 6 - text_size(in.fonts.body, words).x;
    const auto& counts = in.picture.counts.by_status;
    const std::uint64_t n = i < counts.size() ? counts[i] : 0;
    std::string count = !on                               ? "off"
                        : in.picture.counts.by_index_only ? ""
                                                          : thousands(static_cast<long long>(n));
    if (on && text_size(in.fonts.strong, count).x > room) count = short_count(n);
    const float count_w = put_line_right(list, in.fonts.strong, {box.x + box.w - 8, y}, ink, count);
    put_line(list, in.fonts.body, {box.x + 29, y}, ink, words, w - 29 - 8 - 4 - count_w);
  }
  at.y += 64;
}

// Two letters as the design has them; countries without a short form show their first letters.
std::string short_country(const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kShort{
      {{"Albania", "AL"},
       {"Bosnia and Herzegovina", "BA"},
       {"Kosovo", "XK"},
       {"Montenegro", "ME"},
       {"North Macedonia", "MK"},
       {"Serbia", "RS"}}};
  for (const auto& [long_name, code] : kShort) {
    if (name == long_name) return std::string(code);
  }
  return {};
}

void places(const PanelIn& in, Intents& out, ImDrawList& list, Downward& at) {
  std::vector<std::pair<std::string, std::string>> chips;
  for (const std::string& name : in.countries) {
    const std::string code = short_country(name);
    if (!code.empty()) chips.emplace_back(code, name);
  }
  if (chips.empty()) return;
  rule(in, list, at);
  caption(in, list, at, "PLACE");
  const float w = (at.w - 5 * 6) / 6;
  const auto& chosen = in.desk.choices.countries;
  for (std::size_t i = 0; i < chips.size(); ++i) {
    const Box2 box{at.x + static_cast<float>(i % 6) * (w + 6), at.y - 4, w, 24};
    const bool on = std::find(chosen.begin(), chosen.end(), chips[i].second) != chosen.end();
    const std::string id = "##place" + chips[i].first;
    const std::string hint = (on ? "Every place again: leave out " : "Only events in ") + chips[i].second;
    if (word_button(in, id.c_str(), box, chips[i].first, {.active = on, .hint = hint})) {
      out.add(SetCountry{chips[i].second, !on});
    }
  }
  at.y += 26;
}

}  // namespace

void draw_left_panel(const PanelIn& in, Intents& out) {
  const Box2& box = in.layout.left;
  PanelFrame frame("##left", box, in.theme.panel);
  frame.list().AddLine({box.x + box.w - 0.5f, box.y}, {box.x + box.w - 0.5f, box.y + box.h},
                       im(in.theme.line));
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild("##scroll", {box.w - 1, box.h});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 top = ImGui::GetCursorScreenPos();  // moves with the scrolling
  Downward at{box.x + 14, box.w - 14 - 12, top.y + 4};
  overlays(in, out, list, at);
  rule(in, list, at);
  confidence(in, out, list, at);
  places(in, out, list, at);
  bool any = std::any_of(in.problems.begin(), in.problems.end(),
                         [&](const std::string& p) { return !told_elsewhere(in, p); });
  for (const ReadingRow& row : in.readings)
    any = any || row.dropped > 0 || !row.failure.empty() || !row.notes.empty() || !row.questions.empty();
  if (any) {
    rule(in, list, at);
    caption(in, list, at, "DATA");
    at.y += reading_rows(in, out, at.x, at.y, at.w);
  }
  ImGui::SetCursorScreenPos({box.x, at.y});
  ImGui::Dummy({1, 8});
  ImGui::EndChild();
}

void draw_rail(const PanelIn& in, Intents& out) {
  const Box2& box = in.layout.rail;
  PanelFrame frame("##rail", box, in.theme.panel);
  ImDrawList& list = frame.list();
  list.AddLine({box.x + box.w - 0.5f, box.y}, {box.x + box.w - 0.5f, box.y + box.h}, im(in.theme.line));
  if (icon_button(in, "##open-left", {box.x + 6, box.y + 8, 32, 32}, icon::layers,
                  {.active = in.desk.left_open, .bare = true, .hint = "Overlays and filters (Ctrl B)"})) {
    out.add(ShowPart{Part::left_panel, !in.desk.left_open});
  }
  float y = box.y + 48;
  for (const OverlayRow& row : in.overlays) {
    if (row.layer < 0 || y + 32 > box.y + box.h) continue;
    const auto layer = static_cast<std::uint32_t>(row.layer);
    const bool on = layer < in.view.layer_on.size() ? in.view.layer_on[layer] : true;
    const std::string id = "##rail" + row.name, hint = (on ? "Hide " : "Show ") + row.title;
    if (hit(id.c_str(), {box.x + 6, y, 32, 32})) out.add(SetLayer{layer, !on});
    if (ImGui::IsItemHovered()) {
      list.AddRectFilled({box.x + 6, y}, {box.x + 38, y + 32}, im(in.theme.control_hover), 6);
    }
    hint_tip(in, hint);
    overlay_symbol(in, list, row, {box.x + 22, y + 16}, on ? 1.0f : 0.35f);
    y += 34;
  }
}

}  // namespace vidik
