#include "app/apply.h"

#include "app/apply_clock.h"
#include "app/step_name.h"
#include "base/text.h"
#include "scene/camera.h"
#include "scene/scene.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

void go_to(Stage s, const Camera& camera) {
  if (s.desk.reduced_motion) {
    s.flight.stop();
    s.view.camera = camera;
  } else {
    s.flight.fly(s.view.camera, camera, s.view.map);
  }
}

void zoom(Stage s, const ZoomMap& z) {
  if (!(z.factor > 0)) return;
  const double goal = s.flight.zoom_goal(s.view.camera) + std::log2(z.factor);
  if (s.desk.reduced_motion) {
    s.flight.stop();
    s.view.camera = zoomed_at(s.view.camera, s.view.map, z.at, goal);
  } else {
    s.flight.glide(s.view.camera, z.at, goal);
  }
}

// The part of the map that nothing floats on, as wide as it goes: left of the card, right of the zoom buttons.
Box2 free_map(const ViewState& view) {
  Box2 free = view.map;
  if (view.card.w > 0 && view.card.x - view.map.x > 320) free.w = view.card.x - view.map.x;
  return {free.x + 24, free.y + 24, std::max(free.w - 48, 64.0f), std::max(free.h - 48, 64.0f)};
}

void set_layer(Stage s, const StageFacts& facts, std::uint32_t layer, bool on, bool only) {
  if (layer >= facts.layers) return;
  s.view.layer_on.resize(facts.layers, true);
  if (only) std::fill(s.view.layer_on.begin(), s.view.layer_on.end(), false);
  s.view.layer_on[layer] = on;
}

void show_part(Stage s, const ShowPart& part, Effects& effects) {
  Desk& d = s.desk;
  switch (part.part) {
    case Part::left_panel:
      d.left_open = part.on;
      break;
    case Part::timeline:
      d.timeline_open = part.on;
      break;
    case Part::event_list:
      d.list_open = part.on;
      break;
    case Part::shortcuts:
      d.shortcuts_open = part.on;
      break;
    case Part::go_to:
      d.go_to_open = part.on;
      break;
    case Part::map:
      d.map_open = part.on;
      break;
    case Part::plugins:
      d.plugins_open = part.on;
      break;
    case Part::settings:
      d.settings_open = part.on;
      break;
    case Part::bookmarks:
      d.bookmarks_open = part.on;
      break;
    case Part::ranges:
      d.ranges_open = part.on;
      break;
    case Part::exporting:
      d.export_open = part.on;
      break;
    case Part::cycle:
      d.cycle_open = part.on;
      break;
    case Part::outside:
      d.outside_open = part.on;
      break;
    case Part::full_screen:
      d.full_screen = part.on;
      effects.full_screen = true;
      break;
  }
}

void add_base(ViewState& view, const std::string& path) {
  const auto named = [&](const OwnBaseView& one) { return one.path == path; };
  if (std::none_of(view.bases.begin(), view.bases.end(), named)) view.bases.push_back({path, true, 1});
}

void refilter(Stage s, const Choices& choices, Effects& effects) {
  if (choices == s.desk.choices) return;
  s.desk.choices = choices;
  effects.filter = FilterWords{filter_text(choices), cycle_text(choices.cycle)};
}

void set_country(Choices& choices, const SetCountry& c) {
  auto& list = choices.countries;
  const auto at = std::lower_bound(list.begin(), list.end(), c.name);
  const bool there = at != list.end() && *at == c.name;
  if (c.on && !there) list.insert(at, c.name);
  if (!c.on && there) list.erase(at);
}

void restore(Stage s, const UndoState& state, const StageFacts& facts, Effects& effects) {
  s.flight.stop();
  if (!(s.view.camera == state.camera)) go_to(s, state.camera);
  s.view.time = state.time;
  s.view.timeline_span = state.timeline_span;
  s.view.timeline_style = state.timeline_style;
  if (s.view.zone != state.zone) effects.zone = s.view.zone = state.zone;
  s.view.layer_on = state.layer_on;
  if (s.view.layer_on.size() != facts.layers) s.view.layer_on.resize(facts.layers, true);
  s.view.selected = state.selected;
  s.view.spidered = state.spidered;
  s.view.picked = state.picked;
  s.view.params = state.params;
  s.view.hidden = state.hidden;
  s.view.density = state.density;
  s.view.names = state.names;
  s.view.redaction = state.redaction;
  s.view.bases = state.bases;
  if (!(s.view.measure == state.measure)) s.desk.measuring = !state.measure.points.empty();
  s.view.measure = state.measure;
  effects.bookmarks = effects.bookmarks || !(s.desk.bookmarks == state.bookmarks);
  s.desk.bookmarks = state.bookmarks;
  s.desk.playing = false;
  refilter(s, state.choices, effects);
}

constexpr std::size_t kMostMeasured = 1000, kMostBookmarks = 200;

void measure_at(Measure& measure, LonLat place) {
  if (measure.closed) measure = {};
  if (measure.points.size() >= kMostMeasured || (!measure.points.empty() && measure.points.back() == place))
    return;
  measure.points.push_back(place);
}

void drop_measured(Measure& measure) {
  if (measure.closed)
    measure.closed = false;
  else if (!measure.points.empty())
    measure.points.pop_back();
}

bool is_own(const Desk& desk, std::size_t index) {
  return index < desk.bookmarks.size() && !desk.bookmarks[index].from_project;
}

void add_bookmark(Stage s, const std::string& wanted, Effects& effects) {
  std::vector<Bookmark>& all = s.desk.bookmarks;
  if (all.size() >= kMostBookmarks)
    return notice(s.desk, "No more than 200 views are kept; delete one first");
  std::string name(trimmed(wanted));
  if (name.empty()) name = "View " + std::to_string(all.size() + 1);
  all.push_back({std::move(name), s.flight.goal(s.view.camera, s.view.map), false});
  effects.bookmarks = true;
}

void change(const Intent& intent, Stage s, const StageFacts& facts, Effects& effects) {
  ViewState& v = s.view;
  Desk& d = s.desk;
  if (change_clock(intent, s, facts, effects)) return;
  Choices choices = d.choices;
  std::visit(Overloaded{[&](const PanMap& p) {
                          s.flight.stop();
                          v.camera = panned(v.camera, v.map, p.dx, p.dy);
                        },
                        [&](const ZoomMap& z) { zoom(s, z); },
                        [&](const FitMap&) { go_to(s, fit_region(v)); },
                        [&](const FitBox& b) {
                          Camera camera = fit_camera({b.west, b.south, b.east, b.north}, v.map, free_map(v),
                                                     v.camera.projection);
                          camera.zoom = std::clamp(camera.zoom, kLeastZoom, kMostZoom);
                          go_to(s, camera);
                        },
                        [&](const FlyTo& f) { go_to(s, centred(v.camera, f.lon, f.lat, f.zoom)); },
                        [&](const FlyToView& f) {
                          go_to(s, centred(v.camera, f.camera.lon, f.camera.lat, f.camera.zoom));
                        },
                        [&](const StopCamera&) { s.flight.stop(); },
                        [&](const SetProjection& p) {
                          s.flight.stop();
                          v.camera.projection = p.projection;
                        },
                        [&](const SetDensity& one) { v.density = one.density; },
                        [&](const SetInset& i) { v.furniture.inset = i.on; },
                        [&](const MeasureMap& m) {
                          d.measuring = m.on;
                          if (!m.on) v.measure = {};
                        },
                        [&](const AddMeasured& m) {
                          measure_at(v.measure, {m.lon, m.lat});
                        },
                        [&](const CloseMeasured&) { v.measure.closed = v.measure.points.size() > 2; },
                        [&](const DropMeasured&) { drop_measured(v.measure); },
                        [&](const AddBookmark& b) { add_bookmark(s, b.name, effects); },
                        [&](const RenameBookmark& b) {
                          if (!is_own(d, b.index) || trimmed(b.name).empty()) return;
                          d.bookmarks[b.index].name = std::string(trimmed(b.name));
                          effects.bookmarks = true;
                        },
                        [&](const RemoveBookmark& b) {
                          if (!is_own(d, b.index)) return;
                          d.bookmarks.erase(d.bookmarks.begin() + static_cast<std::ptrdiff_t>(b.index));
                          effects.bookmarks = true;
                        },
                        [&](const Hover& h) { v.hovered = h.event; },
                        [&](const Select& e) { v.selected = e.event; },
                        [&](const OpenPile& p) { v.spidered = p.events; },
                        [&](const PickEvents& p) { v.picked = p.events; },
                        [&](const SetLayer& l) { set_layer(s, facts, l.layer, l.on, false); },
                        [&](const OnlyLayer& l) { set_layer(s, facts, l.layer, true, true); },
                        [&](const SetStatus& st) {
                          if (st.status >= 0 && st.status < kStatusCount)
                            choices.status[static_cast<std::size_t>(st.status)] = st.on;
                          refilter(s, choices, effects);
                        },
                        [&](const OnlyStatus& st) {
                          if (st.status < 0 || st.status >= kStatusCount) return;
                          choices.status.fill(false);
                          choices.status[static_cast<std::size_t>(st.status)] = true;
                          refilter(s, choices, effects);
                        },
                        [&](const SetCountry& c) {
                          set_country(choices, c);
                          refilter(s, choices, effects);
                        },
                        [&](const SetCycle& c) {
                          choices.cycle = c.cycle;
                          refilter(s, choices, effects);
                        },
                        [&](const SetWords& w) {
                          choices.words = w.words;
                          refilter(s, choices, effects);
                        },
                        [&](const ClearFilters&) {
                          Choices clear;
                          clear.from_project = choices.from_project;
                          refilter(s, clear, effects);
                        },
                        [&](const SetTheme& t) { v.theme = t.theme; },
                        [&](const SetBorders& b) {
                          v.borders = b.view;
                          v.borders_chosen = true;
                        },
                        [&](const SetNames& n) { v.names = n.names; },
                        [&](const ShowMapPart& p) { v.hidden.set(p.part, !p.on); },
                        [&](const AddBase& b) { add_base(v, b.path); },
                        [&](const SetBase& b) {
                          for (OwnBaseView& one : v.bases)
                            if (one.path == b.base.path) one = b.base;
                        },
                        [&](const RemoveBase& b) {
                          std::erase_if(v.bases, [&](const OwnBaseView& one) { return one.path == b.path; });
                        },
                        [&](const ShowPart& p) { show_part(s, p, effects); },
                        [&](const SetScale& sc) {
                          d.user_scale = std::clamp(sc.user_scale, 0.8f, 2.0f);
                          effects.scale = true;
                        },
                        [&](const SetReducedMotion& m) { d.reduced_motion = m.on; },
                        [&](const FocusSearch&) { d.focus_search = true; },
                        [&](const CopyText& c) {
                          effects.clipboard = c.text;
                          notice(d, c.said);
                        },
                        [&](const OpenLink& l) {
                          if (l.url.rfind("https://", 0) == 0 || l.url.rfind("http://", 0) == 0)
                            effects.links.push_back(l.url);
                        },
                        [&](const AddFile& f) { effects.files.push_back(f.path); },
                        [&](const AnswerFile& a) { effects.answers.push_back(a); },
                        [&](const Say& said) { notice(d, said.words); },
                        [&](const TakePicture&) { effects.picture = true; },
                        [&](const SetExport& e) {
                          d.export_choice = e.choice;
                          effects.export_choice = true;
                        },
                        [&](const Export& e) { effects.exporting = e.to; },
                        [&](const StopExport&) { effects.stop_export = true; },
                        [&](const SetRedaction& r) { v.redaction = r.redaction; },
                        [&](const AnswerSafeStart& a) {
                          d.safe_start.clear();
                          effects.start_overlays = a.as_usual;
                        },
                        [&](const SwitchOverlay& sw) { effects.switches.push_back(sw); },
                        [&](const SetParam& p) { v.params[p.overlay][p.id] = p.value; },
                        [&](const PressControl& p) { effects.presses.push_back(p); },
                        [&](const RestartOverlay& r) { effects.restarts.push_back(r.layer); },
                        [&](const Undo&) {
                          if (!s.history.can_undo()) return notice(d, "Nothing to undo");
                          notice(d, "Undone: " + s.history.undo_words());
                          restore(s, s.history.undo(undo_state(s)), facts, effects);
                        },
                        [&](const Redo&) {
                          if (!s.history.can_redo()) return notice(d, "Nothing to redo");
                          notice(d, "Done again: " + s.history.redo_words());
                          restore(s, s.history.redo(undo_state(s)), facts, effects);
                        },
                        [&](const Settle&) { s.history.settle(); },
                        [](const auto&) {}},  // of the clock: apply_clock.cpp
             intent);
}

}  // namespace

UndoState undo_state(const Stage& s) {
  return {s.flight.goal(s.view.camera, s.view.map),
          s.view.time,
          s.view.timeline_span,
          s.view.timeline_style,
          s.view.zone,
          s.view.layer_on,
          s.desk.choices,
          s.view.params,
          s.view.hidden,
          s.view.density,
          s.view.bases,
          s.view.selected,
          s.view.spidered,
          s.view.picked,
          s.view.measure,
          s.desk.bookmarks,
          s.view.names,
          s.view.redaction};
}

void notice(Desk& desk, std::string words) {
  desk.notice = std::move(words);
  ++desk.notice_serial;
}

void apply(const Intent& intent, Stage stage, const StageFacts& facts, Effects& effects) {
  const StepName name = step_name(intent);
  UndoState before;
  if (*name.words != 0) before = undo_state(stage);
  change(intent, stage, facts, effects);
  effects.changed = effects.changed || !std::holds_alternative<Settle>(intent);
  if (*name.words == 0) return;
  const bool play = std::holds_alternative<Play>(intent);  // what follows changes the clock without intents
  if (play || !(undo_state(stage) == before)) {
    stage.history.record(std::move(before), name.words, intent.index(), name.merge);
  }
}

}  // namespace vidik
