#pragma once
// The events of one overlay or opened file: immutable columns in order of time, with side columns for what few rows have.
//
// Units: times are Time, places 1e-7 degree. Ownership: columns are owned or mapped from a cache file that the
// layer keeps open. Threads: immutable, any thread. Errors: none; bad rows were refused by LayerBuilder.
// Cost: 40 bytes an event here (32 of columns, 8 for the sorted ends), without text; lookups in side columns O(log).

#include "store/category.h"
#include "store/event.h"
#include "store/geometry.h"
#include "store/text_pool.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vidik {

// Values that are either owned or mapped.
template <typename T>
class Column {
 public:
  Column() = default;
  explicit Column(std::vector<T> values) {
    auto owned = std::make_shared<const std::vector<T>>(std::move(values));
    view_ = *owned;
    bytes_ = owned->capacity() * sizeof(T);
    keep_ = std::move(owned);
  }
  Column(std::span<const T> view, std::shared_ptr<const void> keep)
      : view_(view), bytes_(view.size_bytes()), keep_(std::move(keep)) {}
  const T& operator[](std::size_t i) const { return view_[i]; }
  std::size_t size() const { return view_.size(); }
  std::span<const T> span() const { return view_; }
  std::size_t bytes() const { return bytes_; }  // owned with its spare room, or mapped

 private:
  std::span<const T> view_;
  std::size_t bytes_ = 0;
  std::shared_ptr<const void> keep_;
};

// Side columns: sorted by row, only for the rows that have them.
struct DoubtRow {
  Row row;
  std::uint32_t reserved;
  std::int64_t begin_latest, end_earliest;
};
struct MagnitudeRow {
  Row row;
  std::uint32_t reserved;
  Magnitude magnitude;
};
struct PlaceRow {
  Row row;
  PlaceKind kind;
  std::uint8_t reserved[3];
  float radius_m;
};

struct GeometryRow {
  Row row;
  std::uint32_t parts, points;  // how many
  std::uint32_t reserved;
  std::uint64_t first_part, first_point;  // of geometry_parts, geometry_points
  GeometryBox box;
};

struct LayerColumns {
  Column<std::int64_t> begin;        // earliest, ascending
  Column<std::int64_t> end;          // latest possible end
  Column<std::int64_t> ends_sorted;  // `end` (an instant's is begin + 1) ascending, for counting
  Column<std::int32_t> lon_e7, lat_e7;
  Column<CategoryId> category;  // of the layer's own table
  Column<Facts> facts;
  Column<std::uint32_t> record;  // into texts
  Column<DoubtRow> doubts;
  Column<MagnitudeRow> magnitudes;
  Column<PlaceRow> places;
  Column<GeometryRow> geometries;
  Column<GeometryPart> geometry_parts;
  Column<PlaceE7> geometry_points;
};

class Layer {
 public:
  std::string name;                       // short, unique: "protests", or the file's name without extension
  std::string title;                      // shown: "Protests & strikes"
  std::vector<std::string> attributions;  // credit lines that pictures must show
  CategoryTable categories;
  std::vector<std::string> extra_names;  // columns kept as text, Field::first_extra + k
  LayerColumns columns;
  TextPool texts;
  std::uint64_t serial = 0;  // differs between any two layers alive in this process

  Row size() const { return static_cast<Row>(columns.begin.size()); }
  EventTimes times(Row row) const;
  const Magnitude* magnitude(Row row) const;  // null = none
  PlacePrecision place_precision(Row row) const;
  std::optional<GeometryView> geometry(Row row) const;
  double lon(Row row) const { return columns.lon_e7[row] / 1e7; }
  double lat(Row row) const { return columns.lat_e7[row] / 1e7; }
  std::string_view text(Row row, Field field) const { return texts.text(columns.record[row], field); }
  std::size_t unverified_count() const { return unverified_; }
  std::size_t heap_bytes_without_text() const;  // measured: capacity of what is owned plus what is mapped

 private:
  friend class LayerBuilder;
  friend class LayerFile;
  static std::uint64_t next_serial();
  void count_unverified();
  std::size_t unverified_ = 0;
};

using LayerRef = std::shared_ptr<const Layer>;

}  // namespace vidik
