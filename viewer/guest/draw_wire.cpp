#include "guest/draw_wire.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace vidik {
namespace {

bool within(double value, double low, double high) { return value >= low && value <= high; }  // false for NaN

const char* place_fault(vidik_lonlat at) {
  if (within(at.lon, -540, 540) && within(at.lat, -90, 90)) return nullptr;
  return std::isfinite(at.lon) && std::isfinite(at.lat) ? "place is out of range" : "place is not finite";
}

const char* style_fault(const vidik_style& s) {
  if (!within(s.opacity, 0, 1) || !within(s.fill_opacity, 0, 1)) return "opacity outside 0 to 1";
  if (!within(s.width_pt, 0, 64)) return "line width outside 0 to 64 pt";
  if (!within(s.dash_pt, 0, 1000) || !within(s.gap_pt, 0, 1000)) return "dash outside 0 to 1000 pt";
  if (s.colour > VIDIK_COLOUR_WATER || s.layer > VIDIK_LAYER_OVER || s.category >= 64)
    return "unknown colour or layer";
  return nullptr;
}

const char* symbol_fault(const vidik_symbol& s) {
  if (const char* fault = place_fault(s.at)) return fault;
  if (!within(s.dx_pt, -400, 400) || !within(s.dy_pt, -400, 400)) return "offset outside 400 pt";
  if (!(s.radius_pt == 0 || within(s.radius_pt, 1, 64))) return "symbol radius outside 1 to 64 pt";
  if (s.shape > VIDIK_SHAPE_LETTER || s.status > VIDIK_STATUS_DISPUTED) return "unknown shape or status";
  return nullptr;
}

const char* polygon_fault(const WireMark& mark) {
  std::uint64_t before = 0;
  for (const std::uint64_t end : mark.ring_ends) {
    if (end > mark.points.size() || end < before + 3) return "a ring of fewer than three points";
    before = end;
  }
  return mark.ring_ends.empty() || before != mark.points.size() ? "rings that do not cover the points"
                                                                : nullptr;
}

}  // namespace

const char* mark_fault(const WireMark& mark) {
  if (const char* fault = style_fault(mark.style)) return fault;
  if (const char* fault = symbol_fault(mark.symbol)) return fault;
  for (const vidik_lonlat at : mark.points)
    if (const char* fault = place_fault(at)) return fault;
  switch (mark.kind) {
    case MarkKind::symbol:
      return nullptr;
    case MarkKind::circle:
      return within(mark.radius_m, 0.001, 2'000'000) ? nullptr : "circle radius out of range";
    case MarkKind::ring:
      return within(mark.low_pt, 0, 400) && within(mark.high_pt, mark.low_pt, 400)
                 ? nullptr
                 : "ring radii out of range";
    case MarkKind::line:
      return mark.points.size() >= 2 ? nullptr : "a line of fewer than two points";
    case MarkKind::polygon:
      return polygon_fault(mark);
    case MarkKind::label:
      if (mark.text.empty() || mark.text.size() > 200) return "a label of 0 or more than 200 bytes";
      return is_valid_utf8(mark.text) ? nullptr : "a label that is not UTF-8";
    case MarkKind::legend:
      if (mark.symbol.reserved > VIDIK_LEGEND_WORDS) return "an unknown kind of legend row";
      if (mark.text.empty() || mark.text.size() > kMaxLegendText)
        return "a legend row of 0 or more than 60 bytes";
      return is_valid_utf8(mark.text) ? nullptr : "a legend row that is not UTF-8";
  }
  return "an unknown kind of mark";
}

std::uint64_t points_of(const WireMark& mark) { return std::max<std::uint64_t>(1, mark.points.size()); }

bool read_style(const vidik_style* from, vidik_style& to) {
  to = vidik_style{};
  if (from == nullptr || from->size < offsetof(vidik_style, flags) || from->size > 4096) return false;
  std::memcpy(&to, from, std::min<std::size_t>(from->size, sizeof to));
  return true;
}

void encode_mark(const WireMark& mark, WireOut& out) {
  out.number(static_cast<std::uint8_t>(mark.kind));
  out.raw(&mark.style, sizeof mark.style);
  out.raw(&mark.symbol, sizeof mark.symbol);
  out.number(mark.radius_m);
  out.number(mark.low_pt);
  out.number(mark.high_pt);
  out.number(static_cast<std::uint32_t>(mark.points.size()));
  out.raw(mark.points.data(), mark.points.size() * sizeof(vidik_lonlat));
  out.number(static_cast<std::uint32_t>(mark.ring_ends.size()));
  out.raw(mark.ring_ends.data(), mark.ring_ends.size() * sizeof(std::uint64_t));
  out.text(mark.text);
}

WireMark decode_mark(WireIn& in) {
  WireMark mark;
  const auto kind = in.number<std::uint8_t>();
  if (kind > static_cast<std::uint8_t>(MarkKind::legend)) in.fail();
  mark.kind = static_cast<MarkKind>(in.ok() ? kind : 0);
  const std::string_view style = in.raw(sizeof mark.style);
  const std::string_view symbol = in.raw(sizeof mark.symbol);
  if (in.ok()) {
    std::memcpy(&mark.style, style.data(), style.size());
    std::memcpy(&mark.symbol, symbol.data(), symbol.size());
  }
  mark.radius_m = in.number<double>();
  mark.low_pt = in.number<float>();
  mark.high_pt = in.number<float>();
  in.column(in.count(kMaxMarkPoints, sizeof(vidik_lonlat)), mark.points);
  in.column(in.count(kMaxMarkPoints, sizeof(std::uint64_t)), mark.ring_ends);
  mark.text = in.text(4096);
  return mark;
}

void encode_view(const vidik_view& view, const vidik_budget& budget, WireOut& out) {
  vidik_view flat = view;
  flat.visible = nullptr;
  flat.visible_n = std::min(view.visible_n, kMaxVisible);
  out.raw(&flat, sizeof flat);
  out.raw(&budget, sizeof budget);
  out.number(static_cast<std::uint32_t>(flat.visible_n));
  out.raw(view.visible, flat.visible_n * sizeof(vidik_visible));
}

bool decode_view(WireIn& in, DecodedView& out) {
  const std::string_view view = in.raw(sizeof out.view);
  const std::string_view budget = in.raw(sizeof out.budget);
  in.column(in.count(kMaxVisible, sizeof(vidik_visible)), out.visible);
  if (!in.finished()) return false;
  std::memcpy(&out.view, view.data(), view.size());
  std::memcpy(&out.budget, budget.data(), budget.size());
  out.view.size = sizeof out.view;
  out.budget.size = sizeof out.budget;
  out.view.visible = out.visible.data();
  out.view.visible_n = out.visible.size();
  return true;
}

}  // namespace vidik
