#include "mapset/map_input.h"

#include "base/number.h"
#include "ingest/source.h"

#include <cmath>
#include <utility>

namespace vidik {
namespace {

Shape shape_of(const MapTable& table, std::size_t feature) {
  Shape shape;
  const bool area = table.features[feature].kind == ShapeKind::polygons;
  std::uint32_t polygon = 0;
  for (const MapTable::Part& part : table.parts_of(feature)) {
    if (area && part.polygon != polygon && !shape.ring_ends.empty()) {
      shape.part_ends.push_back(static_cast<std::uint32_t>(shape.ring_ends.size()));
    }
    polygon = part.polygon;
    const std::span<const double> xy = table.points_of(part);
    for (std::size_t i = 0; i + 1 < xy.size(); i += 2) shape.points.push_back({xy[i], xy[i + 1]});
    shape.ring_ends.push_back(static_cast<std::uint32_t>(shape.points.size()));
  }
  if (area && !shape.ring_ends.empty()) {
    shape.part_ends.push_back(static_cast<std::uint32_t>(shape.ring_ends.size()));
  }
  return shape;
}

}  // namespace

std::string MapFeature::text(const std::string& column) const {
  const auto found = texts.find(column);
  return found == texts.end() ? std::string() : found->second;
}

std::int64_t MapFeature::number(const std::string& column) const {
  const std::optional<double> value = parse_double(text(column));
  return value && std::abs(*value) < 9e15 ? static_cast<std::int64_t>(*value) : 0;
}

MapFeatures features_of(const MapTable& table) {
  MapFeatures features;
  for (std::size_t row = 0; row < table.features.size(); ++row) {
    MapFeature feature;
    feature.shape = shape_of(table, row);
    if (feature.shape.points.empty()) continue;
    for (std::size_t c = 0; c < table.attributes.columns.size(); ++c) {
      const std::string_view cell = table.attributes.cell(row, static_cast<int>(c));
      if (!cell.empty()) feature.texts.emplace(table.attributes.columns[c], cell);
    }
    features.push_back(std::move(feature));
  }
  return features;
}

Result<MapInput> read_map_input(const std::string& sets_dir) {
  MapInput input;
  const std::pair<const char*, MapFeatures*> tables[] = {{"countries", &input.countries},
                                                         {"boundaries", &input.boundaries},
                                                         {"sea", &input.sea},
                                                         {"coast", &input.coast},
                                                         {"admin1", &input.admin1},
                                                         {"municipalities", &input.municipalities},
                                                         {"places", &input.places},
                                                         {"admin_lines", &input.admin_lines},
                                                         {"rivers", &input.rivers},
                                                         {"lakes", &input.lakes}};
  for (const auto& [name, features] : tables) {
    VIDIK_TRY(const MapTable table, read_map_table(sets_dir + "/western_balkans.gpkg", name));
    *features = features_of(table);
  }
  VIDIK_TRY(input.credits, read_credits(sets_dir + "/attribution.json"));
  return input;
}

}  // namespace vidik
