#pragma once
// Shapes and attributes of one table of a map file: points, lines and polygons as plain numbers.
//
// Units: degrees, WGS 84, longitude first. Ownership: owns everything. Threads: const members from any
// thread.
// Errors: only finite numbers with |lat| <= 90 come out; a feature whose shape has others, or is of another
// kind, has no parts and is named in the report. Rings are as the file has them: closed, any direction,
// unchecked.

#include "ingest/text_table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

enum class ShapeKind : std::uint8_t { none, points, lines, polygons };

struct MapTable {
  struct Feature {
    ShapeKind kind = ShapeKind::none;
    std::uint32_t first_part = 0, part_count = 0;
  };
  // A multi-point's points stand in one part; each line or ring is a part of its own.
  struct Part {
    std::uint64_t first_point = 0;  // xy[2 * first_point] is its first longitude
    std::uint32_t point_count = 0;
    std::uint32_t polygon =
        0;  // within the feature: rings of one polygon have the same; its outer ring is first
    bool hole = false;
  };

  std::vector<Feature> features;  // feature k has row k of `attributes`
  std::vector<Part> parts;
  std::vector<double> xy;  // lon, lat, lon, lat …
  TextTable attributes;

  std::span<const Part> parts_of(std::size_t feature) const {
    return std::span(parts).subspan(features[feature].first_part, features[feature].part_count);
  }
  // lon, lat pairs of a part: 2 * point_count numbers.
  std::span<const double> points_of(const Part& part) const {
    return std::span(xy).subspan(part.first_point * 2, std::size_t{part.point_count} * 2);
  }
};

}  // namespace vidik
