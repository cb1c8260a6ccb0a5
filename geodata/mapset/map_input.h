#pragma once
// The tables of the shipped data set as plain shapes and texts, before anything is prepared.
//
// Units: degrees. Ownership: owns everything. Errors: read_map_input() says which table cannot be read; a feature
// without a usable shape is left out.

#include "base/result.h"
#include "geo/shape.h"
#include "mapset/map_set.h"

#include <map>
#include <string>
#include <vector>

namespace vidik {

struct MapFeature {
  Shape shape;                               // one point for places
  std::map<std::string, std::string> texts;  // column -> cell, empty cells left out
  std::string text(const std::string& column) const;
  std::int64_t number(const std::string& column) const;  // 0 when it is none
};
using MapFeatures = std::vector<MapFeature>;

struct MapInput {
  MapFeatures countries, boundaries, sea, coast, admin1, municipalities, admin_lines, places, rivers, lakes;
  std::vector<Credit> credits;
};

struct MapTable;
// What of a table is taken over; nothing else of the reader is known here.
MapFeatures features_of(const MapTable& table);

Result<MapInput> read_map_input(const std::string& sets_dir);

// attribution.json, see geodata/sets/SOURCES.md.
Result<std::vector<Credit>> read_credits(const std::string& path);

}  // namespace vidik
