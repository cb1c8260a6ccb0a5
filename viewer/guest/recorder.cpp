#include "guest/recorder.h"

#include <algorithm>

namespace vidik {
namespace {

// LOOK §6: radius of a symbol by severity, for a mark that leaves its size to us.
constexpr float kSeverityRadius[] = {5, 5, 6.5F, 8.5F, 11, 14};
constexpr float kLabelSize = 11.5F;

Color rgba(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 24), static_cast<std::uint8_t>(value >> 16),
          static_cast<std::uint8_t>(value >> 8), static_cast<std::uint8_t>(value)};
}

}  // namespace

HandedEvents::HandedEvents(LayerRef layer, std::vector<std::uint64_t> kept)
    : layer_(std::move(layer)), kept_(std::move(kept)), row_of_record_(kept_.size(), UINT32_MAX) {
  for (Row row = 0; row < layer_->size(); ++row) {
    const std::uint32_t record = layer_->columns.record[row];
    if (record < row_of_record_.size()) row_of_record_[record] = row;
  }
}

bool HandedEvents::row_of(std::uint64_t ordinal, Row& row) const {
  const auto at = std::lower_bound(kept_.begin(), kept_.end(), ordinal);
  if (at == kept_.end() || *at != ordinal) return false;
  row = row_of_record_[static_cast<std::size_t>(at - kept_.begin())];
  return row != UINT32_MAX;
}

std::uint64_t HandedEvents::ordinal_of(Row row) const {
  const std::uint32_t record = layer_ && row < layer_->size() ? layer_->columns.record[row] : UINT32_MAX;
  return record < kept_.size() ? kept_[record] : VIDIK_NO_EVENT;
}

void Recorder::refuse(const char* why) {
  ++out_.refused;
  if (first_fault_.empty()) first_fault_ = why;
}

bool Recorder::set_event(std::uint64_t event, OverlayMark& out) {
  if (event == VIDIK_NO_EVENT) return true;
  Row row = 0;
  if (!events_.row_of(event, row)) return false;
  const std::string_view id = events_.layer()->text(row, Field::id);
  // Marks of one event mostly follow each other.
  if (out_.event_ids.empty() || out_.event_ids.back() != id) out_.event_ids.emplace_back(id);
  out.event = static_cast<std::uint32_t>(out_.event_ids.size() - 1);
  if (out.kind != OverlayKind::symbol) return true;
  if (out_.own_symbol_ids.empty() || out_.own_symbol_ids.back() != id) out_.own_symbol_ids.emplace_back(id);
  if (out.size_px == 0)
    out.size_px = kSeverityRadius[std::min(5, events_.layer()->columns.facts[row].severity())];
  return true;
}

void Recorder::set_style(const vidik_style& style, OverlayMark& out) const {
  out.opacity = style.opacity;
  out.fill_opacity = style.fill_opacity;
  out.width_px = style.width_pt;
  out.dash_px = style.dash_pt;
  out.gap_px = style.gap_pt;
  out.over = style.layer == VIDIK_LAYER_OVER;
  out.casing = (style.flags & VIDIK_STYLE_CASING) != 0;
  out.tether = (style.flags & VIDIK_STYLE_TETHER) != 0;
  switch (style.colour) {
    case VIDIK_COLOUR_RGBA:
      out.color = rgba(style.rgba);
      break;
    case VIDIK_COLOUR_TEXT:
      out.color = theme_.text;
      break;
    case VIDIK_COLOUR_TEXT_QUIET:
      out.color = theme_.text2;
      break;
    case VIDIK_COLOUR_LINE:
      out.color = theme_.line_strong;
      break;
    case VIDIK_COLOUR_WATER:
      out.color = theme_.label_water;
      break;
    default:
      out.color = Color{0, 0, 0, 0};  // the category's, which the scene takes from its theme
      out.category_role = style.category < categories_.size() ? categories_[style.category].role : -1;
      break;
  }
}

void Recorder::add_legend(const WireMark& mark) {
  if (out_.legend.size() >= kMaxLegendRows) {
    full_ = true;
    return;
  }
  OverlayMarks::LegendRow row;
  row.kind = static_cast<OverlayMarks::LegendKind>(mark.symbol.reserved);  // the same order
  set_style(mark.style, row.look);
  if (mark.style.category < categories_.size())
    row.look.shape = static_cast<SymbolShape>(categories_[mark.style.category].shape);
  row.words = mark.text;
  out_.legend.push_back(std::move(row));
}

bool Recorder::add(const WireMark& mark) {
  if (++seen_ > 4 * budget_.marks) return false;
  if (const char* fault = mark_fault(mark)) {
    refuse(fault);
    return true;
  }
  if (mark.kind == MarkKind::label) ++labels_;
  if (out_.marks.size() >= budget_.marks || out_.points.size() + points_of(mark) > budget_.points ||
      labels_ > budget_.labels) {
    full_ = true;
    return true;
  }
  if (mark.kind == MarkKind::legend) {
    add_legend(mark);
    return true;
  }
  OverlayMark out;
  out.kind = static_cast<OverlayKind>(mark.kind);  // the same order
  out.shape = static_cast<SymbolShape>(mark.symbol.shape);
  out.style = static_cast<SymbolStyle>(mark.symbol.status);
  out.size_px = mark.kind == MarkKind::label ? kLabelSize : mark.symbol.radius_pt;
  if (!set_event(mark.symbol.event, out)) {
    refuse("it belongs to an event that was not handed over");
    return true;
  }
  set_style(mark.style, out);
  if (mark.kind == MarkKind::symbol && out.size_px == 0) out.size_px = kSeverityRadius[0];
  out.inner_px = mark.low_pt;
  out.outer_px = mark.high_pt;
  out.radius_m = mark.radius_m;
  out.offset_x_px = mark.symbol.dx_pt;
  out.offset_y_px = mark.symbol.dy_pt;
  out.text = mark.text;
  out.points.first = static_cast<std::uint32_t>(out_.points.size());
  if (mark.kind == MarkKind::line || mark.kind == MarkKind::polygon) {
    for (const vidik_lonlat& p : mark.points) out_.points.push_back({p.lon, p.lat});
  } else {
    out_.points.push_back({mark.symbol.at.lon, mark.symbol.at.lat});
  }
  out.points.count = static_cast<std::uint32_t>(out_.points.size()) - out.points.first;
  out.ring_ends.first = static_cast<std::uint32_t>(out_.ring_ends.size());
  for (const std::uint64_t end : mark.ring_ends) out_.ring_ends.push_back(static_cast<std::uint32_t>(end));
  out.ring_ends.count = static_cast<std::uint32_t>(mark.ring_ends.size());
  out_.marks.push_back(std::move(out));
  return true;
}

static_assert(static_cast<int>(OverlayKind::symbol) == static_cast<int>(MarkKind::symbol) &&
              static_cast<int>(OverlayKind::label) == static_cast<int>(MarkKind::label) &&
              static_cast<int>(OverlayKind::polygon) == static_cast<int>(MarkKind::polygon));
static_assert(static_cast<int>(OverlayMarks::LegendKind::words) == VIDIK_LEGEND_WORDS);
static_assert(static_cast<int>(SymbolShape::letter) == VIDIK_SHAPE_LETTER &&
              static_cast<int>(SymbolShape::pentagon) == VIDIK_SHAPE_PENTAGON);

}  // namespace vidik
