#pragma once
// Events on their way into a layer: rows in any order, as a reader or a guest hands them over.
//
// Ownership: the batch owns its columns and text. Threads: one owner. Errors: nothing is checked here;
// LayerBuilder::append checks each row and says why it refuses one.

#include "store/event.h"
#include "store/geometry.h"
#include "store/text_pool.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

struct EventBatch {
  std::vector<When> when;               // one a row
  std::vector<double> lon, lat;         // degrees; NaN = no place
  std::vector<std::uint16_t> category;  // index into category_ids
  std::vector<Status> status;
  std::vector<std::uint8_t> unverified;
  std::vector<std::uint64_t> source_row;  // line of the file on which the record begins (0 = not from a file)
  TextPool texts;                         // record k = row k
  struct Side {
    std::uint32_t row;
    Magnitude magnitude;
    std::string unit;
  };
  std::vector<Side> magnitudes;  // ascending rows
  struct Place {
    std::uint32_t row;
    PlacePrecision precision;
  };
  std::vector<Place> places;  // ascending rows
  struct Severity {
    std::uint32_t row;
    int severity;
  };
  std::vector<Severity> severities;  // a guest's own table; ascending rows
  struct Geometry {
    std::uint32_t row;
    std::uint32_t parts, points;  // how many of the two pools below, which hold one event after the other
  };
  std::vector<Geometry> geometries;  // ascending rows
  std::vector<GeometryPart> geometry_parts;
  std::vector<PlaceE7> geometry_points;
  std::vector<std::string> category_ids;
  std::vector<std::string> extra_names;  // Field::first_extra + k

  std::size_t size() const { return when.size(); }
};

}  // namespace vidik
