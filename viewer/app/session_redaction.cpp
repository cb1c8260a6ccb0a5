// What of its events a session shows when some of it must not leave the program: everything downstream sees only that.

#include "app/redaction_areas.h"
#include "app/redaction_choice.h"
#include "app/session_state.h"
#include "base/text.h"

#include <algorithm>

namespace vidik {

// With the moment that "the last 48 h" are counted from. While the clock moves in a window it stays: all layers would be made
// anew for each frame. No picture leaves in that time, and what leaves counts for itself.
Redaction Session::State::redaction_now() const {
  Redaction how = view.redaction;
  if (how.hide_hours > 0 && !how.as_of)
    how.as_of = view.moving && redaction.how.as_of ? redaction.how.as_of : view.time.cursor;
  if (how.hide_hours <= 0) how.as_of.reset();
  return how;
}

std::vector<LayerRef> Session::State::redact(const std::vector<LayerRef>& layers, const Redaction& how) {
  if (!(redaction.how == how)) redaction.known.clear();
  redaction.how = how;
  std::vector<LayerRef> out;
  std::vector<Redacted::Known> kept;
  const AreaAt areas = how.municipalities ? municipality_areas(map) : AreaAt();
  for (const LayerRef& layer : layers) {
    const auto known = std::find_if(redaction.known.begin(), redaction.known.end(),
                                    [&](const Redacted::Known& one) { return one.original == layer; });
    if (known != redaction.known.end())
      kept.push_back(*known);
    else
      kept.push_back({layer, redacted(*layer, how, areas)});
    out.push_back(kept.back().made.layer);
  }
  redaction.known = std::move(kept);
  return out;
}

std::string Session::redaction_words() const {
  return redaction_sentence(state_->view.redaction, state_->zone);
}

std::vector<std::string> Session::redaction_notes() const {
  const State& s = *state_;
  std::vector<std::string> out;
  if (!s.view.redaction.on()) return out;
  std::uint64_t young = 0, texts = 0;
  for (const State::Redacted::Known& one : s.redaction.known) {
    young += one.made.too_young;
    texts += one.made.texts_withheld;
  }
  const auto counted = [](std::uint64_t n, const char* one, const char* many) {
    return thousands(static_cast<long long>(n)) + (n == 1 ? one : many);
  };
  if (young > 0) out.push_back("redacted: " + counted(young, " event", " events") + " too young to be shown");
  if (texts > 0)
    out.push_back("redacted: " + counted(texts, " text", " texts") + " withheld that may give coordinates");
  if (s.view.redaction.grid_km > 0 || s.view.redaction.municipalities)
    out.emplace_back("redacted: texts may still name a place in words; read them before you publish");
  return out;
}

std::vector<std::string> Session::unknown_to_redaction() const {
  const State& s = *state_;
  const std::vector<std::string_view> fields = droppable_fields();
  std::vector<std::string> out;
  for (const std::string& name : s.view.redaction.drop) {
    bool known = std::find(fields.begin(), fields.end(), name) != fields.end();
    for (const LayerRef& layer : s.originals)
      known = known || std::find(layer->extra_names.begin(), layer->extra_names.end(), name) !=
                           layer->extra_names.end();
    if (!known) out.push_back(name);
  }
  return out;
}

// Overlays that draw by themselves know exact places: nothing of theirs but their events stays.
std::string Session::State::undrawn_overlays() const {
  std::string names;
  if (!roster || !view.redaction.on()) return names;
  for (const OverlayEntry& entry : roster->entries())
    if (entry.draws && entry.state == GuestState::ready)
      names += (names.empty() ? "" : ", ") + for_ui(entry.name);
  return names.empty() ? names : "Drawings of overlays left out: " + names + ".";
}

void Session::State::tell_note() {
  view.furniture.note.clear();
  for (const std::string& part : {redaction_sentence(view.redaction, zone), undrawn_overlays(), missing})
    if (!part.empty()) view.furniture.note += (view.furniture.note.empty() ? "" : " ") + part;
}

}  // namespace vidik
