#include "ui/event_facts.h"
#include "ui/gestures.h"
#include "ui/panels.h"
#include "ui/widgets.h"

namespace vidik {

void draw_event_tip(const PanelIn& in, Intents&) {
  if (!in.hovered || in.memory.drag != Drag::none) return;
  if (in.selected && *in.selected == *in.hovered) return;                  // the card says it all
  if (in.memory.hover_from == static_cast<int>(HoverPlace::list)) return;  // and the row most of it
  if (in.now_s - in.memory.hover_since < 0.12 && !in.desk.reduced_motion) return;
  const EventFacts facts = event_facts(in.snapshot, *in.hovered, in.zone);
  std::string second = facts.when;
  if (!facts.place.empty()) second += ", " + facts.place;
  std::string third = "Event: ";
  third += status_words(facts.status);
  third[7] = static_cast<char>(third[7] + ('a' - 'A'));
  if (facts.unverified) third += ", unverified";
  const std::size_t n = facts.sources.size();
  third += n == 0 ? ". No source" : n == 1 ? ". 1 source" : ". " + std::to_string(n) + " sources";
  const ImVec2 at = ImGui::GetIO().MousePos;
  tip_box(in, {at.x + 14, at.y + 16}, facts.title, second, third);
}

}  // namespace vidik
