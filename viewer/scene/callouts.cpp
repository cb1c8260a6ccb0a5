#include "scene/callouts.h"

#include "scene/event_words.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kHeadLine = 17, kTextLine = 15, kGap = 16, kNear = 46, kTextWidth = 176;
constexpr float kNumber = 8;  // radius of a numbered disc
constexpr std::size_t kMostLines = 3;

// What a call-out can point at: a symbol, or the largest event of a cluster.
struct Candidate {
  EventRef ref;
  Px at;
  float radius = 5;
  int severity = 0;
  double amount = 0;  // of people, deaths …: what is larger is named first
};

double amount_of(const Layer& layer, Row row) {
  const Magnitude* m = layer.magnitude(row);
  if (m == nullptr) return 0;
  for (const double v : {m->best, m->high, m->low})
    if (std::isfinite(v)) return v;
  return 0;
}

std::vector<Candidate> candidates_of(const Sheet& sheet, const MapEvents& events, const MapLayout& layout) {
  std::vector<Candidate> out;
  const auto add = [&](std::uint32_t event, Px at, float radius) {
    const MapEvent& e = events.events[event];
    if (sheet.map.box.contains(at.x, at.y))
      out.push_back(
          {e.ref, at, radius, e.severity, amount_of(*sheet.in.snapshot->layers[e.ref.layer], e.ref.row)});
  };
  for (const PlacedSymbol& s : layout.symbols) add(s.event, s.at, s.radius);
  for (const PlacedCluster& c : layout.clusters)
    for (const std::uint32_t i : c.events) add(i, c.at, c.radius);
  return out;
}

struct Wanted {
  Candidate at;
  std::string head, text;
};

// Those of the project, or of the most severe that do not stand close to one another.
std::vector<Wanted> wanted_of(const Sheet& sheet, std::vector<Candidate> all) {
  std::vector<Wanted> out;
  const auto& asked = sheet.view.page.callouts;
  const Snapshot& snapshot = *sheet.in.snapshot;
  if (asked) {
    for (const CallOut& callout : *asked) {
      const auto at = std::find_if(all.begin(), all.end(), [&](const Candidate& c) {
        const Layer& layer = *snapshot.layers[c.ref.layer];
        return layer.name == callout.event.layer && layer.text(c.ref.row, Field::id) == callout.event.id;
      });
      if (at != all.end() && out.size() < kMostCallOuts) out.push_back({*at, callout.head, callout.text});
    }
    return out;
  }
  const auto begin = [&](EventRef e) { return snapshot.layers[e.layer]->columns.begin[e.row]; };
  std::sort(all.begin(), all.end(), [&](const Candidate& a, const Candidate& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.amount != b.amount) return a.amount > b.amount;
    if (begin(a.ref) != begin(b.ref)) return begin(a.ref) < begin(b.ref);
    return a.ref < b.ref;
  });
  for (const Candidate& c : all) {
    // What is severe; where little is, what comes next.
    if (c.severity < (out.size() < 2 ? 3 : 4) || out.size() == kMostCallOuts) break;
    const bool close = std::any_of(out.begin(), out.end(), [&](const Wanted& w) {
      return std::hypot(w.at.at.x - c.at.x, w.at.at.y - c.at.y) < kNear;
    });
    if (!close) out.push_back({c, {}, {}});
  }
  return out;
}

TextStyle head_style(const Sheet& sheet) {
  TextStyle style;
  style.face = Face::semibold;
  style.size = 13;
  style.color = sheet.theme.text;
  style.halo = with_alpha(sheet.theme.app, 0.9);
  style.halo_width = 3.2f;
  return style;
}
TextStyle text_style(const Sheet& sheet) {
  TextStyle style = head_style(sheet);
  style.face = Face::regular;
  style.size = 12.5f;
  style.color = sheet.theme.text2;
  return style;
}

// The name before the first comma is the town's.
std::string place_of(const Sheet& sheet, EventRef event) {
  std::string place = event_place(*sheet.in.snapshot, event);
  place = place.substr(0, place.find(','));
  return place;
}

PlacedCallOut worded(Sheet& sheet, const Wanted& wanted, float most) {
  PlacedCallOut out;
  out.anchor = wanted.at.at;
  out.clear = wanted.at.radius + 3.5f;
  std::string head = wanted.head;
  if (head.empty()) {
    // The date keeps together.
    const std::string place = place_of(sheet, wanted.at.ref);
    const std::string when = event_when(*sheet.in.snapshot, wanted.at.ref, sheet.zone);
    head = when.substr(0, when.find(','));
    if (!place.empty() && sheet.top.width(place + ", " + head, head_style(sheet)) <= most)
      head = place + ", " + head;
    else if (!place.empty())
      sheet.top.wrap(place + ",", head_style(sheet), most, out.head);
  }
  sheet.top.wrap(head, head_style(sheet), most, out.head);
  const std::string text = wanted.text.empty() ? event_title(*sheet.in.snapshot, wanted.at.ref) : wanted.text;
  const TextStyle style = text_style(sheet);
  sheet.top.wrap(text, style, most, out.lines);
  if (out.lines.size() > kMostLines) {
    out.lines.resize(kMostLines);
    out.lines.back() += " …";
  }
  float w = 0;
  for (const std::string& line : out.head) w = std::max(w, sheet.top.width(line, head_style(sheet)));
  for (const std::string& line : out.lines) w = std::max(w, sheet.top.width(line, style));
  out.box.w = w;
  out.box.h =
      kHeadLine * static_cast<float>(out.head.size()) + kTextLine * static_cast<float>(out.lines.size());
  return out;
}

// One side's words, from the top down: each as near to the height of its symbol as those above and below leave it.
void stack(std::vector<PlacedCallOut*>& side, float top, float bottom) {
  std::sort(side.begin(), side.end(), [](const PlacedCallOut* a, const PlacedCallOut* b) {
    return a->anchor.y != b->anchor.y ? a->anchor.y < b->anchor.y : a->anchor.x < b->anchor.x;
  });
  float y = top;
  for (PlacedCallOut* c : side) {
    c->box.y = std::max(y, c->anchor.y - kHeadLine / 2);
    y = c->box.y + c->box.h + kGap;
  }
  float limit = bottom;
  for (auto c = side.rbegin(); c != side.rend(); ++c) {
    (*c)->box.y = std::min((*c)->box.y, limit - (*c)->box.h);
    limit = (*c)->box.y - kGap;
  }
}

void lead(PlacedCallOut& c) {
  const float y = c.box.y + kHeadLine / 2;
  const Px from{c.right_aligned ? c.box.x + c.box.w + 7 : c.box.x - 7, y};
  const float dx = c.anchor.x - from.x, dy = c.anchor.y - from.y;
  Px elbow = from;
  if (std::abs(dx) > std::abs(dy)) elbow.x = c.anchor.x - std::copysign(std::abs(dy), dx);
  const float far = std::hypot(c.anchor.x - elbow.x, c.anchor.y - elbow.y);
  Px end = c.anchor;
  if (far > c.clear) {
    end.x -= (c.anchor.x - elbow.x) / far * c.clear, end.y -= (c.anchor.y - elbow.y) / far * c.clear;
  } else {
    elbow = from, end = {c.anchor.x - std::copysign(c.clear, dx), y};
  }
  c.leader = {from, elbow, end};
}

void lay_beside(std::vector<PlacedCallOut>& all, const PresentPlan& plan, const Box2& title) {
  float middle = 0, least = plan.width, most = 0;
  for (const PlacedCallOut& c : all) {
    middle += c.anchor.x / static_cast<float>(all.size());
    least = std::min(least, c.anchor.x), most = std::max(most, c.anchor.x);
  }
  const float left_edge = std::min(0.36f * plan.width, least - 40);
  const float right_edge = std::max(0.80f * plan.width, most + 40);
  const float clear = plan.key.x + plan.key.w + 12;  // the key keeps its column
  std::vector<PlacedCallOut*> left, right;
  for (PlacedCallOut& c : all) {
    const bool fits = left_edge - c.box.w >= clear;
    c.right_aligned = fits && c.anchor.x < middle;
    (c.right_aligned ? left : right).push_back(&c);
    c.box.x = c.right_aligned ? left_edge - c.box.w : right_edge;
  }
  const float bottom = plan.strip.y - 80;
  float top = plan.free.y;
  for (const PlacedCallOut* c : left)
    if (c->box.x < title.x + title.w + 12) top = std::max(top, title.y + title.h + 10);
  stack(left, top, bottom);
  stack(right, plan.free.y, bottom);
  for (PlacedCallOut& c : all) lead(c);
}

// Numbers on the map, words in a list; what finds no room in it stays away from the map too.
void lay_in_list(std::vector<PlacedCallOut>& all, const Box2& notes) {
  std::sort(all.begin(), all.end(), [](const PlacedCallOut& a, const PlacedCallOut& b) {
    return a.anchor.y != b.anchor.y ? a.anchor.y < b.anchor.y : a.anchor.x < b.anchor.x;
  });
  float y = notes.y;
  std::size_t n = 0;
  for (PlacedCallOut& c : all) {
    if (y + c.box.h > notes.y + notes.h) break;
    c.number = static_cast<int>(++n);
    c.box.x = notes.x + 2 * kNumber + 8, c.box.y = y;
    y += c.box.h + 9;
  }
  all.resize(n);
}

// Beside the symbol, where it hides least of the others.
Px number_at(const PlacedCallOut& c, std::span<const Box2> symbols) {
  constexpr float kTurn = 0.7071f;
  const float far = c.clear + kNumber - 1;
  Px best = c.anchor;
  float least = INFINITY;
  for (const Px way : {Px{kTurn, -kTurn}, Px{kTurn, kTurn}, Px{-kTurn, -kTurn}, Px{-kTurn, kTurn}, Px{1, 0},
                       Px{0, -1}, Px{-1, 0}, Px{0, 1}}) {
    const Px at{c.anchor.x + way.x * far, c.anchor.y + way.y * far};
    const Box2 own{at.x - kNumber, at.y - kNumber, 2 * kNumber, 2 * kNumber};
    float hidden = 0;
    for (const Box2& b : symbols) {
      const float w = std::min(own.x + own.w, b.x + b.w) - std::max(own.x, b.x);
      const float h = std::min(own.y + own.h, b.y + b.h) - std::max(own.y, b.y);
      if (w > 0 && h > 0) hidden += w * h;
    }
    if (hidden < least) best = at, least = hidden;
  }
  return best;
}

void draw_number(Sheet& sheet, Px at, int number) {
  TextStyle style;
  style.face = Face::semibold;
  style.size = 11;
  style.color = sheet.theme.on_accent;
  style.anchor = Anchor::centre;
  sheet.top.disc(at, kNumber + 1.4f, sheet.theme.symbol_case);
  sheet.top.disc(at, kNumber, sheet.theme.accent);
  sheet.top.text(std::to_string(number), {at.x, at.y + 4}, style);
}

}  // namespace

std::vector<PlacedCallOut> place_callouts(Sheet& sheet, const MapEvents& events, const MapLayout& layout,
                                          const PresentPlan& plan, const Box2& title, const Box2& notes) {
  std::vector<PlacedCallOut> out;
  const float most = plan.leaders ? kTextWidth : notes.w - 2 * kNumber - 8;
  for (const Wanted& wanted : wanted_of(sheet, candidates_of(sheet, events, layout)))
    out.push_back(worded(sheet, wanted, most));
  if (plan.leaders)
    lay_beside(out, plan, title);
  else
    lay_in_list(out, notes);
  const std::vector<Box2> symbols = boxes_of(layout);
  for (PlacedCallOut& c : out)
    if (c.number > 0) c.number_at = number_at(c, symbols);
  return out;
}

std::vector<Box2> boxes_of(const std::vector<PlacedCallOut>& callouts) {
  std::vector<Box2> out;
  for (const PlacedCallOut& c : callouts) {
    if (c.number > 0) {
      const Px at = c.number_at;
      out.push_back({at.x - kNumber, at.y - kNumber, 2 * kNumber, 2 * kNumber});
      continue;
    }
    out.push_back({c.box.x - 6, c.box.y - 3, c.box.w + 12, c.box.h + 6});
    // A slanting line as a row of small boxes: the box round it would keep half the map free.
    for (std::size_t i = 0; i + 1 < c.leader.size(); ++i) {
      const Px a = c.leader[i], b = c.leader[i + 1];
      const int parts = a.y == b.y ? 1 : 1 + static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / 10);
      for (int k = 0; k < parts; ++k) {
        const float f = static_cast<float>(k) / static_cast<float>(parts),
                    g = static_cast<float>(k + 1) / static_cast<float>(parts);
        const Px p{a.x + (b.x - a.x) * f, a.y + (b.y - a.y) * f},
            q{a.x + (b.x - a.x) * g, a.y + (b.y - a.y) * g};
        out.push_back({std::min(p.x, q.x) - 2, std::min(p.y, q.y) - 2, std::abs(p.x - q.x) + 4,
                       std::abs(p.y - q.y) + 4});
      }
    }
  }
  return out;
}

void draw_leaders(Sheet& sheet, const std::vector<PlacedCallOut>& callouts) {
  for (const PlacedCallOut& c : callouts) {
    if (c.leader.empty()) continue;
    sheet.top.path(c.leader, sheet.theme.symbol_case, 3.5f);
    sheet.top.path(c.leader, sheet.theme.select, 1.25f);
  }
}

void draw_callouts(Sheet& sheet, const std::vector<PlacedCallOut>& callouts) {
  for (const PlacedCallOut& c : callouts) {
    TextStyle head = head_style(sheet), text = text_style(sheet);
    float x = c.box.x;
    if (c.right_aligned) head.anchor = text.anchor = Anchor::right, x += c.box.w;
    float y = c.box.y + 13 - kHeadLine;
    if (c.number > 0) {
      draw_number(sheet, c.number_at, c.number);
      draw_number(sheet, {c.box.x - kNumber - 8, c.box.y + kHeadLine / 2}, c.number);
      head.halo_width = text.halo_width = 0;
    }
    for (const std::string& line : c.head) sheet.top.text(line, {x, y += kHeadLine}, head);
    for (const std::string& line : c.lines) sheet.top.text(line, {x, y += kTextLine}, text);
  }
}

}  // namespace vidik
