// The draw writer inside the guest process: checks for the plugin's sake, counts the budget, sends in portions.
#include "guest/child_host.h"

#include "guest/event_wire.h"

#include <algorithm>

namespace vidik {

namespace {
constexpr std::size_t kPortion = 256u << 10;
}

struct ChildDraw {
  static WireMark mark(MarkKind kind, vidik_lonlat at, std::uint64_t event) {
    WireMark out;
    out.kind = kind;
    out.symbol.at = at;
    out.symbol.event = event;
    return out;
  }

  static vidik_status symbol(const vidik_draw* draw, const vidik_style* style, const vidik_symbol* symbols,
                             std::uint64_t n) {
    WireMark one = mark(MarkKind::symbol, {}, VIDIK_NO_EVENT);
    if (draw == nullptr || (symbols == nullptr && n > 0) || !read_style(style, one.style)) return VIDIK_E_ARG;
    vidik_status worst = VIDIK_OK;
    for (std::uint64_t i = 0; i < n; ++i) {
      one.symbol = symbols[i];
      const vidik_status status = ChildHost::of(draw).add(one);
      if (status == VIDIK_E_FULL) return status;
      worst = std::min(worst, status);
    }
    return worst;
  }

  static vidik_status circle(const vidik_draw* draw, const vidik_style* style, vidik_lonlat at,
                             double radius_m, std::uint64_t event) {
    WireMark one = mark(MarkKind::circle, at, event);
    one.radius_m = radius_m;
    return draw == nullptr || !read_style(style, one.style) ? VIDIK_E_ARG : ChildHost::of(draw).add(one);
  }

  static vidik_status ring(const vidik_draw* draw, const vidik_style* style, vidik_lonlat at, float dx_pt,
                           float dy_pt, float low_pt, float high_pt, std::uint64_t event) {
    WireMark one = mark(MarkKind::ring, at, event);
    one.symbol.dx_pt = dx_pt;
    one.symbol.dy_pt = dy_pt;
    one.low_pt = low_pt;
    one.high_pt = high_pt;
    return draw == nullptr || !read_style(style, one.style) ? VIDIK_E_ARG : ChildHost::of(draw).add(one);
  }

  static vidik_status line(const vidik_draw* draw, const vidik_style* style, const vidik_lonlat* points,
                           std::uint64_t n, std::uint64_t event) {
    WireMark one = mark(MarkKind::line, {}, event);
    if (draw == nullptr || points == nullptr || !read_style(style, one.style)) return VIDIK_E_ARG;
    if (n > kMaxMarkPoints) return VIDIK_E_FULL;
    one.points.assign(points, points + n);
    return ChildHost::of(draw).add(one);
  }

  static vidik_status polygon(const vidik_draw* draw, const vidik_style* style, const vidik_lonlat* points,
                              const std::uint64_t* ring_ends, std::uint64_t rings, std::uint64_t event) {
    WireMark one = mark(MarkKind::polygon, {}, event);
    if (draw == nullptr || points == nullptr || ring_ends == nullptr || rings == 0) return VIDIK_E_ARG;
    if (!read_style(style, one.style)) return VIDIK_E_ARG;
    if (rings > kMaxMarkPoints || ring_ends[rings - 1] > kMaxMarkPoints) return VIDIK_E_FULL;
    one.points.assign(points, points + ring_ends[rings - 1]);
    one.ring_ends.assign(ring_ends, ring_ends + rings);
    return ChildHost::of(draw).add(one);
  }

  static vidik_status label(const vidik_draw* draw, const vidik_style* style, vidik_lonlat at, float dx_pt,
                            float dy_pt, vidik_text text, std::uint64_t event) {
    WireMark one = mark(MarkKind::label, at, event);
    if (draw == nullptr || !read_style(style, one.style)) return VIDIK_E_ARG;
    if (text.ptr == nullptr || text.len > 200) return VIDIK_E_DATA;
    one.symbol.dx_pt = dx_pt;
    one.symbol.dy_pt = dy_pt;
    one.text = view_of(text);
    return ChildHost::of(draw).add(one);
  }

  static vidik_status legend(const vidik_draw* draw, const vidik_style* style, std::uint32_t kind,
                             vidik_text words) {
    WireMark one = mark(MarkKind::legend, {}, VIDIK_NO_EVENT);
    if (draw == nullptr || !read_style(style, one.style)) return VIDIK_E_ARG;
    if (words.ptr == nullptr || words.len > kMaxLegendText) return VIDIK_E_DATA;
    one.symbol.reserved = kind;
    one.text = view_of(words);
    return ChildHost::of(draw).add(one);
  }
};

const vidik_draw& ChildHost::begin_prepare(const vidik_budget& budget) {
  budget_ = budget;
  preparing_ = true;
  mark_count_ = point_count_ = label_count_ = legend_count_ = refused_ = 0;
  marks_ = WireOut(Message::marks);
  draw_ = {sizeof draw_,
           0,
           this,
           ChildDraw::symbol,
           ChildDraw::circle,
           ChildDraw::ring,
           ChildDraw::line,
           ChildDraw::polygon,
           ChildDraw::label,
           ChildDraw::legend};
  return draw_;
}

vidik_status ChildHost::add(const WireMark& mark) {
  if (mark_fault(mark) != nullptr) {
    ++refused_;  // goes over all the same: the host counts and judges for itself
    if (refused_ > budget_.max_marks) return VIDIK_E_FULL;
    encode_mark(mark, marks_);
    if (marks_.size() > kPortion) send_marks();
    return VIDIK_E_DATA;
  }
  if (mark.kind == MarkKind::legend && legend_count_++ >= kMaxLegendRows) return VIDIK_E_FULL;
  const std::uint64_t points = points_of(mark), labels = mark.kind == MarkKind::label ? 1 : 0;
  if (mark_count_ + 1 > budget_.max_marks || point_count_ + points > budget_.max_points ||
      label_count_ + labels > budget_.max_labels) {
    return VIDIK_E_FULL;
  }
  ++mark_count_;
  point_count_ += points;
  label_count_ += labels;
  encode_mark(mark, marks_);
  if (marks_.size() > kPortion) send_marks();
  return VIDIK_OK;
}

void ChildHost::send_marks() {
  link_.send(std::move(marks_));
  marks_ = WireOut(Message::marks);
}

void ChildHost::end_prepare() {
  preparing_ = false;
  if (marks_.size() > kWireHead) send_marks();
}

}  // namespace vidik
