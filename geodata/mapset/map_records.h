#pragma once
// What the map can be asked about: countries, units, places, waters and credits, as bytes for the cache and back.
//
// Ownership: what read_records() gives borrows the bytes, points and ends it was given.
// Errors: read_records() is false when the bytes are not what write_records() makes; it never reads past them.

#include "mapset/map_input.h"
#include "mapset/map_set.h"

#include <string>
#include <vector>

namespace vidik {

inline constexpr std::size_t kRecordedNames = 7;  // en … bs, in NameIn's order

struct RecordBytes {
  std::string records;
  std::vector<Fixed2> points;       // of all shapes, one after another
  std::vector<std::uint32_t> ends;  // of all shapes; each shape counts from its own first point
};

struct MapRecords {
  std::vector<Country> countries;
  std::vector<AdminUnit> units;
  std::vector<Place> places;
  std::vector<Water> waters;
  std::vector<Credit> credits;
  LonLatBox frame, region;
};

RecordBytes write_records(const MapInput& input);
bool read_records(std::string_view records, std::span<const Fixed2> points,
                  std::span<const std::uint32_t> ends, MapRecords& out);

}  // namespace vidik
