// What a session gives to a picture: overlay questions, attributions, the scene's input.

#include "app/session_state.h"

#include "base/text.h"
#include "scene/camera.h"
#include "scene/map_base.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

// The visible events of one layer, as an overlay that draws is told them.
AskLayer asked_layer(const Layer& layer, const TimeIndex& index, const VisibleRows& rows,
                     const ViewState& view) {
  AskLayer out;
  out.serial = layer.serial;
  const auto add = [&](Row position) {
    const Row row = index.row_at(position);
    const auto is = [&](const EventKey& key) {
      return key.layer == layer.name && key.id == layer.text(row, Field::id);
    };
    out.events.push_back({row, visible(layer.times(row), view.time), is(view.selected), is(view.hovered)});
  };
  for (Row position = rows.first; position < rows.last; ++position) add(position);
  for (const Row position : rows.extra) add(position);
  return out;
}

}  // namespace

void Session::ask_overlays(double metres_per_px, AskFor purpose) {
  State& s = *state_;
  if (!s.roster || s.view.redaction.on()) return;  // what they draw lies where it was
  const MapView map = map_view(s.view.camera, s.view.map);
  AskView ask;
  const LonLatBox shown_ground = shown_box(map);
  ask.west = shown_ground.west;
  ask.north = shown_ground.north;
  ask.east = shown_ground.east;
  ask.south = shown_ground.south;
  ask.time = s.view.time;
  ask.width_px = static_cast<int>(s.view.map.w);
  ask.height_px = static_cast<int>(s.view.map.h);
  ask.px_ratio = s.view.scale;
  ask.metres_per_px = metres_per_px;
  ask.for_export = purpose == AskFor::still;
  ask.zoom = s.view.camera.zoom;
  ask.theme = s.view.theme;
  tell_params();
  const VisibleSet& shown = visible();
  const auto& overlays = s.roster->entries();
  const bool queries = std::any_of(overlays.begin(), overlays.end(), [](const OverlayEntry& entry) {
    return entry.queries && entry.state == GuestState::ready;
  });
  if (queries || s.options.reload) {  // a build on trial may be the first that asks
    ask.all.version = visible_version();
    ask.all.give = [this] { return everything_visible(); };
  }
  for (const OverlayEntry& entry : s.roster->entries()) {
    const auto at = std::find(s.snapshot->layers.begin(), s.snapshot->layers.end(), entry.layer);
    if (!entry.draws || at == s.snapshot->layers.end()) continue;
    const auto i = static_cast<std::size_t>(at - s.snapshot->layers.begin());
    ask.layers.push_back(asked_layer(**at, *s.indexes->layers[i], shown.layers[i], s.view));
  }
  if (s.asked && *s.asked == ask) return;
  s.asked = ask;
  s.roster->ask(ask);
}

// What the view has of the parameters is what the overlays must have before they draw.
void Session::tell_params() {
  State& s = *state_;
  if (s.view.params == s.params_told) return;
  std::map<std::string, ParamValues> all = s.params_told;
  for (auto& [name, values] : all) values.clear();  // what is set no more is as declared
  for (const auto& [name, values] : s.view.params) all[name] = values;
  for (const auto& [name, values] : all) s.roster->set_params(name, values);
  s.params_told = s.view.params;
}

std::vector<AskLayer> Session::everything_visible() {
  State& s = *state_;
  const VisibleSet& shown = visible();
  std::vector<AskLayer> out;
  for (std::size_t i = 0; i < s.snapshot->layers.size() && i < shown.layers.size(); ++i) {
    const Layer& layer = *s.snapshot->layers[i];
    out.push_back(asked_layer(layer, *s.indexes->layers[i], shown.layers[i], s.view));
    // By begin and id, which is the order of rows; the index counts long events apart.
    std::sort(out.back().events.begin(), out.back().events.end(),
              [](const AskEvent& a, const AskEvent& b) { return a.row < b.row; });
    out.back().layer = s.snapshot->layers[i];
  }
  return out;
}

bool Session::overlays_current() const {
  const State& s = *state_;
  if (!s.roster || s.view.redaction.on()) return true;
  return std::all_of(s.roster->entries().begin(), s.roster->entries().end(), [](const OverlayEntry& entry) {
    return entry.state != GuestState::ready || !entry.draws || entry.marks_current;
  });
}

void Session::note_missing_overlays() {
  State& s = *state_;
  std::string& note = s.missing;
  note.clear();
  if (!s.roster) return;
  const bool drawn = !s.view.redaction.on();
  for (const OverlayEntry& entry : s.roster->entries()) {
    const bool gone = entry.wanted && entry.state != GuestState::ready;
    const bool late = drawn && entry.state == GuestState::ready && entry.draws && !entry.marks_current;
    if (!gone && !late) continue;
    if (late) s.problem(entry.name + ": its drawing is missing (did not answer)");
    note += (note.empty() ? "" : "; ") + for_ui(entry.name) + (late ? ": drawing missing" : ": missing");
  }
}

std::vector<std::string> Session::attributions() const {
  const State& s = *state_;
  std::vector<std::string> out;
  const auto add = [&](const std::string& credit) {
    if (std::find(out.begin(), out.end(), credit) == out.end()) out.push_back(credit);
  };
  if (s.map) {
    MapPartSet unused = s.view.hidden;
    if (s.view.camera.zoom >= kReliefEnds) unused.set(MapPart::relief, true);
    for (const std::string& credit : map_credits(*s.map, unused)) add(credit);
  }
  for (const OwnBaseView& own : s.view.bases) {
    const BaseFile* file = s.bases.find(own.path);
    if (own.on && file != nullptr && file->base) add("own base: " + for_ui(file->base->name()));
  }
  for (std::size_t i = 0; i < s.snapshot->layers.size(); ++i) {
    if (i < s.view.layer_on.size() && !s.view.layer_on[i]) continue;
    for (const std::string& credit : s.snapshot->layers[i]->attributions) add(credit);
  }
  return out;
}

std::optional<EventRef> Session::State::found_event(int which, const EventKey& key, const Session& session) {
  auto& cached = found[which];
  if (cached.serial != snapshot->serial || !(cached.key == key)) {
    cached = {snapshot->serial, key, session.find(key)};
  }
  return cached.event;
}

SceneIn Session::scene_in(Fonts& fonts) {
  State& s = *state_;
  s.credits = attributions();
  s.tell_note();
  SceneIn in;
  in.snapshot = s.snapshot.get();
  in.indexes = s.indexes.get();
  in.visible = &visible();
  in.view = &s.view;
  in.timeline = &timeline();
  in.map = s.map.get();
  s.scene_bases = s.bases.scene(s.view.bases);
  in.bases = s.scene_bases;
  if (!s.view.redaction.on()) in.overlays = s.marks;
  in.credits = s.credits;
  in.borders = s.map ? s.map->view(s.view.borders) : nullptr;
  in.selected = selected();
  in.hovered = hovered();
  in.picked = picked();
  in.fonts = &fonts;
  return in;
}

}  // namespace vidik
