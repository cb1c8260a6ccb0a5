#pragma once
// Rows in the order they arrived become columns in order of time.
//
// Cost: O(n) passes of a radix sort; needs the rows twice for a moment.

#include "store/layer.h"

#include <vector>

namespace vidik {

// What every event has, in arrival order; 40 bytes, together, so that sorting touches each row once.
struct ArrivedRow {
  std::int64_t begin, end;
  std::int32_t lon_e7, lat_e7;
  std::uint32_t record;
  std::uint32_t id_hash;
  CategoryId category;
  Facts facts;
};

struct ArrivedRows {
  std::vector<ArrivedRow> rows;
  // `row` is the place in `rows`, ascending.
  std::vector<DoubtRow> doubts;
  std::vector<MagnitudeRow> magnitudes;
  std::vector<PlaceRow> places;
  std::vector<GeometryRow> geometries;
  std::vector<GeometryPart> geometry_parts;  // in the order of `geometries`
  std::vector<PlaceE7> geometry_points;
};

// Sorted by (begin, id text, arrival).
LayerColumns sorted_columns(ArrivedRows arrived, const TextPool& texts);

}  // namespace vidik
