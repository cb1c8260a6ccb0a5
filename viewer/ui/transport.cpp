#include "ui/count_words.h"
#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/typed_date.h"
#include "ui/widgets.h"

#include "base/time_text.h"

#include <array>
#include <cmath>

namespace vidik {

namespace {

struct ModeName {
  Mode mode;
  const char* words;
  const char* hint;
};
constexpr std::array<ModeName, 5> kModes{
    {{Mode::instant, "Instant", "What is active at the playhead (1)"},
     {Mode::window, "Window", "Everything between the handles (2)"},
     {Mode::trail, "Trail", "Up to the playhead, fading with age (3)"},
     {Mode::cumulative, "Cumulative", "From the left handle to the playhead (4)"},
     {Mode::all, "All", "Everything, whatever its time (5)"}}};
struct Preset {
  const char* words;
  int days;
  const char* hint;
};
constexpr std::array<Preset, 5> kPresets{{{"1 D", 1, "Show a day"},
                                          {"1 W", 7, "Show a week"},
                                          {"1 M", 30, "Show a month"},
                                          {"6 M", 182, "Show half a year"},
                                          {"All", 0, "Show all data"}}};

void buttons(const PanelIn& in, Intents& out, float y) {
  const auto tool = [&](const char* id, float x, unsigned code, const char* hint) {
    return icon_button(in, id, {x, y - 14, 28, 28}, code, {.bare = true, .hint = hint});
  };
  if (tool("##begin", 12, icon::skip_previous, "Window start (Home)")) out.add(CursorToEnd{false});
  if (tool("##back", 44, icon::chevron_left, "Step back (←)")) out.add(StepCursor{-1});
  if (icon_button(in, "##play", {76, y - 15, 40, 30}, in.desk.playing ? icon::pause : icon::play,
                  {.primary = true, .hint = in.desk.playing ? "Pause (Space)" : "Play (Space)"})) {
    out.add(Play{!in.desk.playing});
  }
  if (tool("##forward", 120, icon::chevron_right, "Step forward (→)")) out.add(StepCursor{1});
  if (tool("##end", 152, icon::skip_next, "Window end (End)")) out.add(CursorToEnd{true});
  const Playback& now = in.desk.playback;
  const bool bounce = now.repeat == Repeat::bounce;
  if (icon_button(in, "##loop", {184, y - 14, 28, 28}, bounce ? icon::sync : icon::repeat,
                  {.active = now.repeat != Repeat::once,
                   .hint = now.repeat == Repeat::once   ? "Begin again at the end (L)"
                           : now.repeat == Repeat::loop ? "Stop at the end (L)"
                                                        : "It turns back at the end; stop there (L)"})) {
    Playback playback = now;
    playback.repeat = now.repeat == Repeat::once ? Repeat::loop : Repeat::once;
    out.add(SetPlayback{playback});
  }
}

void step_rows(const PanelIn& in, Intents& out) {
  for (const Step& step : kSteps) {
    if (menu_row(in, step.words, step.us == in.view.time.step_us)) out.add(SetStep{step.us});
  }
  UiMemory& m = in.memory;
  if (!menu_field(in, "##step-typed", "45 min, 2 days …", m.step_typed, m.step_trouble)) return;
  const Result<Duration> length = length_typed(m.step_typed);
  if (!length.ok()) {
    m.step_trouble = length.error().text;
    return;
  }
  out.add(SetStep{add(in.view.time.cursor, *length, in.zone, 1).us - in.view.time.cursor.us});
  m.step_typed.clear(), m.step_trouble.clear();
  ImGui::CloseCurrentPopup();
}

void speed_rows(const PanelIn& in, Intents& out) {
  const Playback& now = in.desk.playback;
  const auto with = [&](auto&& change) {
    Playback playback = now;
    change(playback);
    out.add(SetPlayback{playback});
  };
  for (const Speed& speed : kSpeeds)
    if (menu_row(in, speed.words, speed.us_per_second == now.us_per_second))
      with([&](Playback& p) { p.us_per_second = speed.us_per_second; });
  UiMemory& m = in.memory;
  if (menu_field(in, "##speed-typed", "5 days / s, 12h …", m.speed_typed, m.speed_trouble)) {
    const Result<std::int64_t> speed = speed_typed(m.speed_typed);
    m.speed_trouble = speed.ok() ? "" : speed.error().text;
    if (speed.ok()) {
      with([&](Playback& p) { p.us_per_second = *speed; });
      m.speed_typed.clear();
      ImGui::CloseCurrentPopup();
    }
  }
  if (menu_row(in, "Backwards (R)", now.reverse, true)) with([](Playback& p) { p.reverse = !p.reverse; });
  if (menu_row(in, "Pass over time without a change", now.skip_empty, true))
    with([](Playback& p) { p.skip_empty = !p.skip_empty; });
  constexpr const char* kAtEnd[] = {"At the end: stop", "At the end: begin again", "At the end: turn back"};
  for (const Repeat repeat : {Repeat::once, Repeat::loop, Repeat::bounce})
    if (menu_row(in, kAtEnd[static_cast<int>(repeat)], now.repeat == repeat, true))
      with([&](Playback& p) { p.repeat = repeat; });
}

void step_menu(const PanelIn& in, Intents& out, const Box2& box) {
  if (!menu_button(in, "##step", box, "Step", step_words(in.view.time.step_us))) return;
  step_rows(in, out);
  ImGui::EndPopup();
}
void speed_menu(const PanelIn& in, Intents& out, const Box2& box) {
  const Playback& now = in.desk.playback;
  if (!menu_button(in, "##speed", box, "Speed", (now.reverse ? "−" : "") + speed_words(now.us_per_second)))
    return;
  speed_rows(in, out);
  ImGui::EndPopup();
}
// Both in one menu where there is no room for two.
void pace_menu(const PanelIn& in, Intents& out, const Box2& box) {
  if (!menu_button(in, "##pace", box, "", step_words(in.view.time.step_us))) return;
  ImGui::BeginGroup();
  menu_caption(in, "STEP");
  step_rows(in, out);
  ImGui::EndGroup();
  ImGui::SameLine();
  ImGui::BeginGroup();
  menu_caption(in, "SPEED");
  speed_rows(in, out);
  ImGui::EndGroup();
  ImGui::EndPopup();
}

float segment_width(const PanelIn& in, const ModeName& m) {
  return text_size(in.fonts.strong, m.words).x + 22;
}

float modes(const PanelIn& in, Intents& out, float x, float y) {
  float w = 4;
  for (const ModeName& m : kModes) w += segment_width(in, m);
  ImGui::GetWindowDrawList()->AddRectFilled({x, y - 14}, {x + w, y + 14}, im(in.theme.control), 6);
  float at = x + 2;
  for (const ModeName& m : kModes) {
    const Box2 box{at, y - 12, segment_width(in, m), 24};
    const bool active = in.view.time.mode == m.mode;
    if (word_button(in, m.words, box, m.words, {.active = active, .bare = true, .hint = m.hint}))
      out.add(SetMode{m.mode});
    at += box.w;
  }
  return w;
}

bool preset_is_shown(const PanelIn& in, const Preset& preset) {
  const Span shown = in.view.timeline_span;
  const std::int64_t length = shown.end.us - shown.begin.us;
  if (preset.days > 0) return std::abs(length - preset.days * kMicrosPerDay) < kMicrosPerHour * 2;
  const Span all = in.snapshot.time_range();
  return all.begin < all.end && shown.begin <= all.begin && all.end <= shown.end;
}

void presets(const PanelIn& in, Intents& out, float right, float y) {
  if (in.layout.zoom_in_menu) {
    const char* now = "Free";
    for (const Preset& p : kPresets) {
      if (preset_is_shown(in, p)) now = p.words;
    }
    if (!menu_button(in, "##zoom-menu", {right - 106, y - 14, 106, 28}, "Zoom", now)) return;
    for (const Preset& p : kPresets) {
      if (menu_row(in, p.words, preset_is_shown(in, p))) out.add(ShowDays{p.days});
    }
    ImGui::EndPopup();
    return;
  }
  float x = right - 40 * static_cast<float>(kPresets.size());
  put_line_right(*ImGui::GetWindowDrawList(), in.fonts.body, {x - 10, y}, in.theme.text3, "Zoom");
  for (const Preset& p : kPresets) {
    const bool shown = preset_is_shown(in, p);
    const std::string id = std::string("##zoom") + p.words;
    // The chosen one is a control, not the accent: it is a place on a scale, not a mode (see the pictures).
    if (word_button(in, id.c_str(), {x, y - 13, 38, 26}, p.words, {.bare = !shown, .hint = p.hint})) {
      out.add(ShowDays{p.days});
    }
    x += 40;
  }
}

}  // namespace

void draw_transport(const PanelIn& in, Intents& out) {
  const Box2& bar = in.layout.transport;
  const Theme& t = in.theme;
  PanelFrame frame("##transport", bar, t.panel);
  ImDrawList& list = frame.list();
  list.AddLine({bar.x, bar.y + 0.5f}, {bar.x + bar.w, bar.y + 0.5f}, im(t.line));
  const float y = std::floor(bar.y + bar.h / 2);
  buttons(in, out, y);

  float x = in.layout.breadth == Breadth::wide ? std::max(in.layout.plot_x - 22, 228.0f) : 224;
  if (in.layout.step_in_menu) {
    pace_menu(in, out, {x, y - 14, 92, 28});
    x += 92 + 12;
  } else {
    step_menu(in, out, {x, y - 14, 108, 28});
    speed_menu(in, out, {x + 116, y - 14, 148, 28});
    x += 116 + 148 + 18;
  }
  x += modes(in, out, x, y);

  const float zone_w = zone_menu_width(in);
  float right = bar.w - 8 - zone_w;
  draw_zone_menu(in, out, {right, y - 14, zone_w, 28});
  right -= 6 + 28;
  draw_timeline_menu(in, out, {right, y - 14, 28, 28});
  right -= 8;
  if (right - (in.layout.zoom_in_menu ? 106.0f : 250.0f) > x) presets(in, out, right, y);
}

}  // namespace vidik
