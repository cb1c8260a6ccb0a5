// "Go to": times and lengths by typing, to the second.

#include "ui/count_words.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/typed_date.h"
#include "ui/widgets.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr float kWidth = 420, kRow = 38, kLabel = 92;

// As it is typed back: the day alone when it is midnight.
std::string typed_back(Time t, const TimeZone& zone, bool is_end) {
  const CivilTime c = zone.to_civil(t);
  const bool midnight = c.hour == 0 && c.minute == 0 && c.second == 0;
  // An end at midnight is written as the last day that is inside.
  if (midnight) return date_words(is_end ? plus(t, -1) : t, zone);
  char second[8] = "";
  if (c.second != 0) std::snprintf(second, sizeof second, ":%02d", c.second);
  return date_time_words(t, zone) + second;
}

struct Row {
  const char *id, *label, *hint;
  std::string& text;
};

// True when Enter was pressed in it.
bool row(const PanelIn& in, const Row& r, const Box2& box, float y, bool takes_keys) {
  put_line(*ImGui::GetWindowDrawList(), in.fonts.body, {box.x + 16, y + 15}, in.theme.text2, r.label);
  const Typed typed = text_field(in, r.id, {box.x + 16 + kLabel, y, box.w - 32 - kLabel, 30}, r.hint, r.text,
                                 {.most = 63, .takes_keys = takes_keys});
  if (typed.changed) in.memory.go_to_trouble.clear();
  return typed.entered && !r.text.empty();
}

void fail_with(const PanelIn& in, const Error& error) { in.memory.go_to_trouble = error.text; }

void done(Intents& out) {
  out.add(Settle{});
  out.add(ShowPart{Part::go_to, false});
}

// One edge typed: the other stays, unless it would stand on the wrong side; then the window keeps its length.
void type_edge(const PanelIn& in, Intents& out, const std::string& text, bool end) {
  const TimeView& time = in.view.time;
  const Result<Moment> moment = moment_typed(text, in.zone, end ? time.window.end : time.window.begin);
  if (!moment.ok()) return fail_with(in, moment.error());
  const std::int64_t length = time.window.end.us - time.window.begin.us;
  Span window = time.window;
  if (end) {
    window.end = moment->span.end;
    if (window.end <= window.begin) window.begin = plus(window.end, -length);
  } else {
    window.begin = moment->span.begin;
    if (window.end <= window.begin) window.end = plus(window.begin, length);
  }
  out.add(SetWindow{window, std::clamp(time.cursor, window.begin, window.end)});
  done(out);
}

}  // namespace

void draw_go_to(const PanelIn& in, Intents& out) {
  UiMemory& m = in.memory;
  const TimeView& time = in.view.time;
  if (!in.desk.go_to_open) {
    m.go_to.clear(), m.go_to_trouble.clear();
    m.go_to_fresh = true;
    return;
  }
  if (m.go_to_fresh && m.go_to.empty()) {
    m.go_from = typed_back(time.window.begin, in.zone, false);
    m.go_until = typed_back(time.window.end, in.zone, true);
    m.go_length = length_words(time.window);
  }
  const float trouble_h =
      m.go_to_trouble.empty() ? 0 : text_size(in.fonts.small, m.go_to_trouble, kWidth - 32).y + 8;
  const Box2 box = centred_box(in, kWidth, 90 + 4 * kRow + trouble_h);
  PanelFrame frame("##go-to", box, in.theme.panel, 0, 12, in.theme.line_strong);
  ImDrawList& list = frame.list();
  put_line(list, in.fonts.strong, {box.x + 16, box.y + 24}, in.theme.text, "Go to");
  if (close_cross(in, box)) out.add(ShowPart{Part::go_to, false});
  float y = box.y + 46;
  const auto next = [&] {
    const float now = y;
    y += kRow;
    return now;
  };
  const bool cursor = row(in, {"##date", "Playhead", "24 Sep 2023, 2023-09-24 03:00, -3d", m.go_to}, box,
                          next(), m.go_to_fresh);
  m.go_to_fresh = false;
  const bool from = row(in, {"##from", "Window from", "2024-11-01, +2w", m.go_from}, box, next(), false);
  const bool until = row(in, {"##until", "until", "15 Mar 2025, -1 month", m.go_until}, box, next(), false);
  const bool length =
      row(in, {"##length", "or as long as", "26 days, 6 h, 1 month", m.go_length}, box, next(), false);
  if (!m.go_to_trouble.empty())
    put_text(list, in.fonts.small, {box.x + 16, y}, in.theme.danger, m.go_to_trouble, box.w - 32);
  put_line(list, in.fonts.small, {box.x + 16, box.y + box.h - 22}, in.theme.text3,
           "Enter takes a line. All times are of " + in.zone.name() + ".", box.w - 32);
  if (cursor) {
    const Result<Moment> moment = moment_typed(m.go_to, in.zone, time.cursor);
    if (!moment.ok()) {
      m.go_to_fresh = true;
      return fail_with(in, moment.error());
    }
    out.add(SetCursor{moment->span.end});
    done(out);
  }
  if (from) type_edge(in, out, m.go_from, false);
  if (until) type_edge(in, out, m.go_until, true);
  if (length) {  // the end stays, as with --window
    const Result<Duration> typed = length_typed(m.go_length);
    if (!typed.ok()) return fail_with(in, typed.error());
    const Span window{add(time.window.end, *typed, in.zone, -1), time.window.end};
    out.add(SetWindow{window, std::clamp(time.cursor, window.begin, window.end)});
    done(out);
  }
}

}  // namespace vidik
