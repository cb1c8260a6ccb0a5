#include "ui/gestures.h"
#include "ui/panels.h"

#include <imgui.h>

#include <algorithm>

namespace vidik {

namespace {

bool letter(const KeyPress& k, char c) { return k.key == Key::letter && k.character == c; }

// N and P: along the visible events by date, from the selected one or from the playhead.
void step_event(const PanelIn& in, Intents& out, int direction) {
  const std::vector<EventRef>& listed = in.listed();
  if (listed.empty()) return;
  auto next = listed.begin();
  if (in.selected) {
    const auto before = [&](EventRef a, EventRef b) { return comes_before(in.snapshot, a, b); };
    next = direction > 0 ? std::upper_bound(listed.begin(), listed.end(), *in.selected, before)
                         : std::lower_bound(listed.begin(), listed.end(), *in.selected, before);
    if (direction < 0 && next != listed.begin()) --next;
    if (direction > 0 && next == listed.end()) return;
  } else if (direction < 0) {
    next = listed.end() - 1;
  }
  out.add(Select{in.key_of(*next)});
}

void escape(const PanelIn& in, Intents& out) {
  if (call_off_drag(in, out)) return;
  if (ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel))
    return;  // it closes itself
  if (in.flying) return out.add(StopCamera{});
  if (in.desk.shortcuts_open) return out.add(ShowPart{Part::shortcuts, false});
  if (in.desk.export_open) return out.add(ShowPart{Part::exporting, false});
  if (in.desk.go_to_open) return out.add(ShowPart{Part::go_to, false});
  if (in.desk.plugins_open) return out.add(ShowPart{Part::plugins, false});
  if (in.desk.map_open) return out.add(ShowPart{Part::map, false});
  if (in.desk.ranges_open) return out.add(ShowPart{Part::ranges, false});
  if (in.desk.cycle_open) return out.add(ShowPart{Part::cycle, false});
  if (in.desk.settings_open) return out.add(ShowPart{Part::settings, false});
  if (in.desk.bookmarks_open) return out.add(ShowPart{Part::bookmarks, false});
  if (in.desk.measuring || !in.view.measure.points.empty()) return out.add(MeasureMap{false});
  if (!in.view.spidered.empty()) return out.add(OpenPile{});
  if (!in.view.picked.empty()) return out.add(PickEvents{});
  if (!in.view.selected.empty()) return out.add(Select{});
  if (in.desk.list_open) return out.add(ShowPart{Part::event_list, false});
  if (in.desk.full_screen) out.add(ShowPart{Part::full_screen, false});
}

// Shift with N and P: to where what can be shown changes next, a microsecond past it, so that a begin is in and an end out.
void step_change(const PanelIn& in, Intents& out, bool forward) {
  const Time here = in.view.time.cursor;
  const std::optional<Time> to =
      next_change(in.indexes, in.view.layer_on, forward ? here : plus(here, -1), forward);
  if (!to) return;
  out.add(SetCursor{plus(*to, 1)});
  out.add(Settle{});
}

// With Ctrl; true = taken.
bool command(const PanelIn& in, Intents& out, const KeyPress& k) {
  if (!k.ctrl) return false;
  if (letter(k, 'z')) {
    if (k.shift)
      out.add(Redo{});
    else
      out.add(Undo{});
  } else if (letter(k, 'y')) {
    out.add(Redo{});
  } else if (letter(k, 'l') && k.shift) {
    out.add(SetTheme{in.theme.name == ThemeName::dark ? ThemeName::light : ThemeName::dark});
  } else if (letter(k, 't')) {
    out.add(ShowPart{Part::event_list, !in.desk.list_open});
  } else if (letter(k, 'b')) {
    out.add(ShowPart{Part::left_panel, !in.desk.left_open});
  } else if (letter(k, 'j')) {
    out.add(ShowPart{Part::timeline, !in.desk.timeline_open});
  } else if (letter(k, 'k')) {
    out.add(FocusSearch{});
  } else if (k.key == Key::digit) {
    const auto i = static_cast<std::uint32_t>(k.character - '1');
    if (i < in.view.layer_on.size()) out.add(SetLayer{i, !in.view.layer_on[i]});
  } else if (k.key == Key::left || k.key == Key::right) {
    out.add(PanMap{k.key == Key::left ? 80.0f : -80.0f, 0});
    out.add(Settle{});
  } else if (k.key == Key::up || k.key == Key::down) {
    out.add(PanMap{0, k.key == Key::up ? 80.0f : -80.0f});
    out.add(Settle{});
  } else if (letter(k, 'e')) {
    out.add(ShowPart{Part::exporting, !in.desk.export_open});
  } else if (letter(k, 'c') && k.shift) {
    out.add(Export{ExportTo::clipboard});
  } else if (letter(k, 'c')) {
    copy_pointed(in, out);
  }
  return true;
}

bool always(const PanelIn& in, Intents& out, const KeyPress& k) {
  switch (k.key) {
    case Key::f1:
      out.add(ShowPart{Part::shortcuts, !in.desk.shortcuts_open});
      return true;
    case Key::f11:
      out.add(ShowPart{Part::full_screen, !in.desk.full_screen});
      return true;
    case Key::f12:
      out.add(TakePicture{});
      return true;
    default:
      return false;
  }
}

void selected_place(const PanelIn& in, Intents& out) {
  if (!in.selected) return;
  const Layer& layer = *in.snapshot.layers[in.selected->layer];
  if (layer.columns.facts[in.selected->row].has(Facts::kNoPlace)) return;
  out.add(FlyTo{layer.lon(in.selected->row), layer.lat(in.selected->row), 0});
}

void single(const PanelIn& in, Intents& out, const KeyPress& k) {
  const Px centre{in.layout.map.x + in.layout.map.w / 2, in.layout.map.y + in.layout.map.h / 2};
  const TimeView& time = in.view.time;
  switch (k.key) {
    case Key::space:
      out.add(Play{!in.desk.playing});
      break;
    case Key::escape:
      escape(in, out);
      break;
    case Key::left:
      out.add(StepCursor{k.shift ? -10 : -1});
      break;
    case Key::right:
      out.add(StepCursor{k.shift ? 10 : 1});
      break;
    case Key::up:
      out.add(PanMap{0, 80});
      out.add(Settle{});
      break;
    case Key::down:
      out.add(PanMap{0, -80});
      out.add(Settle{});
      break;
    case Key::home:
      out.add(CursorToEnd{false});
      break;
    case Key::end:
      out.add(CursorToEnd{true});
      break;
    case Key::plus:
      out.add(ZoomMap{centre, 2});
      break;
    case Key::minus:
      out.add(ZoomMap{centre, 0.5});
      break;
    case Key::zero:
      out.add(FitMap{});
      break;
    case Key::backspace:
      if (in.desk.measuring) out.add(DropMeasured{});
      break;
    case Key::enter:  // the keyboard's way of measuring: the map is moved, its middle is taken
      if (in.desk.measuring) out.add(AddMeasured{in.view.camera.lon, in.view.camera.lat});
      break;
    case Key::slash:
      out.add(FocusSearch{});
      break;
    case Key::question:
      out.add(ShowPart{Part::shortcuts, !in.desk.shortcuts_open});
      break;
    case Key::comma:
      out.add(ChangeSpeed{-1});
      break;
    case Key::period:
      out.add(ChangeSpeed{1});
      break;
    case Key::open_bracket:
      out.add(SetWindow{{time.cursor, time.window.end}, time.cursor});
      break;
    case Key::close_bracket:
      out.add(SetWindow{{time.window.begin, time.cursor}, time.cursor});
      break;
    case Key::digit:
      if (k.character >= '1' && k.character <= '5') out.add(SetMode{static_cast<Mode>(k.character - '1')});
      break;
    case Key::letter:
      if (k.character == 'n' && k.shift) step_change(in, out, true);
      if (k.character == 'p' && k.shift) step_change(in, out, false);
      if (k.character == 'n' && !k.shift) step_event(in, out, 1);
      if (k.character == 'p' && !k.shift) step_event(in, out, -1);
      if (k.character == 'c') selected_place(in, out);
      if (k.character == 'l') {
        Playback playback = in.desk.playback;
        playback.repeat = playback.repeat == Repeat::once ? Repeat::loop : Repeat::once;
        out.add(SetPlayback{playback});
      }
      if (k.character == 'r') {
        Playback playback = in.desk.playback;
        playback.reverse = !playback.reverse;
        out.add(SetPlayback{playback});
      }
      if (k.character == 'h') out.add(ShowPart{Part::cycle, !in.desk.cycle_open});
      if (k.character == 'k') out.add(ShowPart{Part::ranges, !in.desk.ranges_open});
      if (k.character == 'm') out.add(ShowPart{Part::map, !in.desk.map_open});
      if (k.character == 'g') out.add(ShowPart{Part::go_to, true});
      if (k.character == 'd') out.add(MeasureMap{!in.desk.measuring});
      if (k.character == 'b') out.add(ShowPart{Part::bookmarks, !in.desk.bookmarks_open});
      break;
    default:
      break;
  }
}

}  // namespace

void read_shortcuts(const PanelIn& in, Intents& out) {
  const bool typing = ImGui::GetIO().WantTextInput;
  const Focus& focus = in.memory.focus;
  for (const KeyPress& k : in.keys) {
    // What has the focus takes Enter and, where it can be moved, the arrows.
    const bool arrow = k.key == Key::left || k.key == Key::right || k.key == Key::up || k.key == Key::down;
    if (focus.shown && ((arrow && focus.takes_arrows && !k.ctrl) || k.key == Key::enter)) continue;
    if (always(in, out, k)) continue;
    if (typing) {
      // Esc leaves the field; what it holds stays. Ctrl Z and the like are the field's own.
      if (k.key == Key::escape && in.desk.go_to_open) out.add(ShowPart{Part::go_to, false});
      continue;
    }
    if (!command(in, out, k)) single(in, out, k);
  }
}

}  // namespace vidik
