// Beside an opened pile of more events than a ring can hold: the list of them, in the spiral's order.

#include "ui/event_row.h"
#include "ui/gestures.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/text.h"
#include "scene/map_layout.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kWidth = 320, kHead = 40, kAway = 20, kEdge = 12;

// The box round the pile's symbols on the map; w = 0: it was panned away.
Box2 pile_box(const PanelIn& in, std::vector<EventRef>& events) {
  float x0 = 1e9f, y0 = 1e9f, x1 = -1e9f, y1 = -1e9f;
  for (const Hit& hit : in.picture.hits) {
    if (hit.kind != HitKind::event || hit.events.size() != 1) continue;
    const EventKey key = in.key_of(hit.events.front());
    if (std::find(in.view.spidered.begin(), in.view.spidered.end(), key) == in.view.spidered.end()) continue;
    events.push_back(hit.events.front());
    x0 = std::min(x0, hit.at.x - hit.radius), x1 = std::max(x1, hit.at.x + hit.radius);
    y0 = std::min(y0, hit.at.y - hit.radius), y1 = std::max(y1, hit.at.y + hit.radius);
  }
  return events.empty() ? Box2{} : Box2{x0, y0, x1 - x0, y1 - y0};
}

// To the right of the pile where there is room, else to its left.
Box2 list_box(const PanelIn& in, const Box2& pile, std::size_t count) {
  const Box2& map = in.layout.map;
  // Out of the way of the card that a click on a row opens: the list must not jump then.
  const float right_end = map.x + map.w - (map.w > 3 * kWidth ? in.layout.card_width + 2 * kEdge : kEdge);
  const float w = std::min(kWidth, map.w - 2 * kEdge);
  const float h =
      std::min(kHead + kEventRow * static_cast<float>(count) + 8, std::min(map.h - 2 * kEdge, 460.0f));
  float x = pile.x + pile.w + kAway;
  if (x + w > right_end) x = pile.x - kAway - w;
  if (x < map.x + kEdge) x = std::max(map.x + kEdge, right_end - w);
  const float middle = pile.y + pile.h / 2 - h / 2;
  return {std::round(x), std::round(std::clamp(middle, map.y + kEdge, map.y + map.h - kEdge - h)), w, h};
}

}  // namespace

void draw_pile_list(const PanelIn& in, Intents& out) {
  in.memory.pile = {};
  if (in.view.spidered.size() <= kMostInRing) return;
  std::vector<EventRef> events;
  const Box2 pile = pile_box(in, events);
  if (events.empty()) return;
  std::sort(events.begin(), events.end(),
            [&](EventRef a, EventRef b) { return comes_before(in.snapshot, a, b); });
  const Box2 box = in.memory.pile = list_box(in, pile, events.size());
  PanelFrame frame("##pile", box, in.theme.panel, 0, 12, in.theme.line_strong);
  put_line(frame.list(), in.fonts.strong, {box.x + 16, box.y + 20}, in.theme.text,
           thousands(static_cast<long long>(events.size())) + " events at one place");
  if (icon_button(in, "##close-pile", {box.x + box.w - 36, box.y + 6, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close the pile (Esc)"}))
    out.add(OpenPile{});
  ImGui::SetCursorScreenPos({box.x + 8, box.y + kHead});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  ImGui::BeginChild("##pile-rows", {box.w - 10, box.h - kHead - 6});
  bool pointed = false;
  for (const EventRef event : events) {
    const RowUse use = event_row(in, out, event, box.w - 26);
    pointed |= use != RowUse::none;
    if (use == RowUse::clicked) out.add(Select{in.key_of(event)});
  }
  if (!pointed) tell_hover(in, out, {}, HoverPlace::list);
  ImGui::EndChild();
  ImGui::PopStyleVar();
}

}  // namespace vidik
