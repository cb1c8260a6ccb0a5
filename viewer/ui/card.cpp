#include "ui/card_parts.h"
#include "ui/event_facts.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/symbol_art.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kHead = 46, kFoot = 38;

// In light, protest and political are too pale for small text (LOOK §2.3).
Color caption_color(const PanelIn& in, const Category& category) {
  const bool pale = category.role < 0 ||
                    (in.theme.name == ThemeName::light && (category.role == 0 || category.role == 4)) ||
                    category.role > 7;
  return pale ? in.theme.text2 : category_color(in.theme, category.role);
}

void head(const PanelIn& in, Intents& out, const EventFacts& facts, const Box2& box) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Category& category = in.snapshot.categories[facts.category];
  const float y = box.y + 25;
  draw_symbol(list, in.theme, {box.x + 23, y}, 6, category, SymbolStyle::confirmed);
  std::string caps;
  for (const char c : category.name) caps += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  put_caps(list, in.fonts.caps, {box.x + 38, y}, caption_color(in, category), caps);
  const float right = box.x + box.w - 10;
  if (icon_button(in, "##close", {right - 28, y - 14, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close (Esc)"})) {
    out.add(Select{});
  }
  if (!facts.has_place) return;
  if (icon_button(in, "##centre", {right - 58, y - 14, 28, 28}, icon::locate,
                  {.bare = true, .hint = "Centre the map here (C)"})) {
    const Layer& layer = *in.snapshot.layers[in.selected->layer];
    out.add(FlyTo{layer.lon(in.selected->row), layer.lat(in.selected->row), 0});
  }
}

void foot(const PanelIn& in, Intents& out, const EventFacts& facts, const Box2& box) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const Theme& t = in.theme;
  list.AddRectFilled({box.x + 1, box.y}, {box.x + box.w - 1, box.y + box.h - 1}, im(t.raised), 11,
                     ImDrawFlags_RoundCornersBottom);
  list.AddLine({box.x + 1, box.y + 0.5f}, {box.x + box.w - 1, box.y + 0.5f}, im(t.line));
  const std::vector<EventRef>& listed = in.listed();
  const auto here = std::lower_bound(listed.begin(), listed.end(), *in.selected,
                                     [&](EventRef a, EventRef b) { return comes_before(in.snapshot, a, b); });
  const bool found = here != listed.end() && *here == *in.selected;
  const auto index = static_cast<std::size_t>(here - listed.begin());
  const std::string words = (found ? thousands(static_cast<long long>(index + 1)) + " of " : "none of ") +
                            thousands(static_cast<long long>(listed.size())) + " by date";
  const float y = box.y + box.h / 2;
  float x = box.x + 8;
  const bool before = index > 0, after = index + (found ? 1 : 0) < listed.size();
  if (icon_button(in, "##previous", {x, y - 12, 24, 24}, icon::chevron_left,
                  {.enabled = before, .bare = true, .hint = "Earlier event (P)"})) {
    out.add(Select{in.key_of(listed[index - 1])});
  }
  x += 28;
  x += put_line(list, in.fonts.body, {x, y}, t.text2, words) + 4;
  if (icon_button(in, "##next", {x, y - 12, 24, 24}, icon::chevron_right,
                  {.enabled = after, .bare = true, .hint = "Later event (N)"})) {
    out.add(Select{in.key_of(listed[index + (found ? 1 : 0)])});
  }
  const float w = 122;
  if (word_button(in, "##cite", {box.x + box.w - w - 10, y - 13, w, 26}, "Copy citation", {}, icon::quote)) {
    out.add(CopyText{citation(facts), "Citation copied"});
  }
}

}  // namespace

void draw_card(const PanelIn& in, Intents& out) {
  if (!in.selected) {
    in.memory.card = {};
    return;
  }
  const EventFacts facts = event_facts(in.snapshot, *in.selected, in.zone);
  const float w = in.layout.card_width;
  const float most = in.layout.map.h - 16 - 88;  // scale bar and credits stay in sight below
  // The height follows the words; the first frame of a new event uses the last one's and the next corrects it.
  const float wanted = in.memory.card_words + kHead + kFoot;
  const float h = std::clamp(wanted, 180.0f, std::max(most, 180.0f));
  in.memory.card = {in.layout.map.x + in.layout.map.w - w - 16, in.layout.map.y + 16, w, std::ceil(h)};
  const Box2& box = in.memory.card;
  PanelFrame frame("##card", box, in.theme.panel,
                   ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse, 12,
                   in.theme.line_strong);
  head(in, out, facts, box);
  ImGui::SetCursorScreenPos({box.x + 1, box.y + kHead});
  ImGui::BeginChild("##words", {box.w - 2, box.h - kHead - kFoot});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  CardPen pen{in, out, *ImGui::GetWindowDrawList(), box.x + 17, top.y, box.w - 34};
  card_title(pen, facts);
  card_badges(pen, facts);
  card_words(pen, facts);
  card_sources(pen, facts);
  card_extra(pen, facts);
  in.memory.card_words = pen.y - top.y + 4;
  ImGui::SetCursorScreenPos({box.x + 1, pen.y});
  ImGui::Dummy({1, 1});
  ImGui::EndChild();
  foot(in, out, facts, {box.x, box.y + box.h - kFoot, box.w, kFoot});
}

}  // namespace vidik
