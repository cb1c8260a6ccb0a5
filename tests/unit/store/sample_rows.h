#pragma once
// Batches for tests, one call a row.

#include "store/event_batch.h"
#include "store/layer_builder.h"

#include <cmath>

namespace vidik {

inline When instant(std::int64_t us) { return {Time{us}, Time{us}, Time{us}, Time{us}, Precision::second}; }
inline When from_to(std::int64_t begin, std::int64_t end) {
  return {Time{begin}, Time{begin}, Time{end}, Time{end}, Precision::second};
}

inline void add_row(EventBatch& batch, std::string_view id, const When& when, double lon = 20,
                    double lat = 43) {
  batch.when.push_back(when);
  batch.lon.push_back(lon);
  batch.lat.push_back(lat);
  batch.source_row.push_back(batch.source_row.size() + 2);  // after the header
  batch.texts.begin_record();
  batch.texts.put(Field::id, id);
}

// Of the row added last: runs of places, all of one kind.
inline void add_geometry(EventBatch& batch, GeometryKind kind,
                         const std::vector<std::vector<PlaceE7>>& runs) {
  std::uint32_t end = 0;
  for (const auto& run : runs) {
    end += static_cast<std::uint32_t>(run.size());
    batch.geometry_parts.push_back({end, kind, {}});
    batch.geometry_points.insert(batch.geometry_points.end(), run.begin(), run.end());
  }
  batch.geometries.push_back(
      {static_cast<std::uint32_t>(batch.size() - 1), static_cast<std::uint32_t>(runs.size()), end});
}

inline LayerRef layer_of(const EventBatch& batch, Problems* problems = nullptr) {
  Problems own;
  LayerBuilder builder("test", "Test");
  builder.append(batch, problems != nullptr ? *problems : own);
  return builder.build();
}

inline std::string ids_of(const Layer& layer) {
  std::string out;
  for (Row row = 0; row < layer.size(); ++row) {
    out.append(row == 0 ? "" : " ").append(layer.text(row, Field::id));
  }
  return out;
}

}  // namespace vidik
