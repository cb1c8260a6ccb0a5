#include "store/layer.h"

#include <algorithm>
#include <atomic>

namespace vidik {

namespace {

template <typename Side>
const Side* find_side(const Column<Side>& column, Row row) {
  const auto rows = column.span();
  const auto at =
      std::lower_bound(rows.begin(), rows.end(), row, [](const Side& s, Row r) { return s.row < r; });
  return at != rows.end() && at->row == row ? &*at : nullptr;
}

}  // namespace

EventTimes Layer::times(Row row) const {
  const Time begin{columns.begin[row]};
  const Time end{columns.end[row]};
  EventTimes out{begin, begin, end, end};
  if (columns.facts[row].has(Facts::kDoubt)) {
    if (const DoubtRow* doubt = find_side(columns.doubts, row)) {
      out.begin_latest = Time{doubt->begin_latest};
      out.end_earliest = Time{doubt->end_earliest};
    }
  }
  return out;
}

const Magnitude* Layer::magnitude(Row row) const {
  const MagnitudeRow* side = find_side(columns.magnitudes, row);
  return side != nullptr ? &side->magnitude : nullptr;
}

PlacePrecision Layer::place_precision(Row row) const {
  if (!columns.facts[row].has(Facts::kPlacePrecision)) return {};
  const PlaceRow* side = find_side(columns.places, row);
  return side != nullptr ? PlacePrecision{side->kind, side->radius_m} : PlacePrecision{};
}

std::optional<GeometryView> Layer::geometry(Row row) const {
  if (!columns.facts[row].has(Facts::kGeometry)) return std::nullopt;
  const GeometryRow* side = find_side(columns.geometries, row);
  if (side == nullptr) return std::nullopt;
  return GeometryView{columns.geometry_points.span().subspan(side->first_point, side->points),
                      columns.geometry_parts.span().subspan(side->first_part, side->parts), side->box};
}

std::size_t Layer::heap_bytes_without_text() const {
  const LayerColumns& c = columns;
  return c.begin.bytes() + c.end.bytes() + c.ends_sorted.bytes() + c.lon_e7.bytes() + c.lat_e7.bytes() +
         c.category.bytes() + c.facts.bytes() + c.record.bytes() + c.doubts.bytes() + c.magnitudes.bytes() +
         c.places.bytes() + c.geometries.bytes() + c.geometry_parts.bytes() + c.geometry_points.bytes();
}

std::uint64_t Layer::next_serial() {
  static std::atomic<std::uint64_t> last{0};  // identity within the process, never part of any output
  return ++last;
}

void Layer::count_unverified() {
  unverified_ = 0;
  for (const Facts facts : columns.facts.span()) unverified_ += facts.has(Facts::kUnverified) ? 1u : 0u;
}

}  // namespace vidik
