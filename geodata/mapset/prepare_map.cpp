#include "mapset/prepare.h"

#include <future>
#include <set>
#include <utility>

namespace vidik {
namespace {

using Shapes = std::vector<const Shape*>;

template <typename Test>
Shapes shapes_where(const MapFeatures& features, Test test) {
  Shapes shapes;
  for (const MapFeature& feature : features) {
    if (test(feature)) shapes.push_back(&feature.shape);
  }
  return shapes;
}

Shapes all_of(const MapFeatures& features) {
  return shapes_where(features, [](const MapFeature&) { return true; });
}

MapContent border_of(const MapFeature& line, const std::set<std::string>& core,
                     const std::vector<ContestedLine>& contested) {
  const std::string status = line.text("status");
  if (status != "international" && status != "disputed")
    return MapContent::count;  // maritime lines are not drawn
  std::string a = line.text("a3_left"), b = line.text("a3_right");
  if (b < a) std::swap(a, b);
  for (const ContestedLine& one : contested)
    if (one.a == a && one.b == b) return one.content;
  if (status == "disputed") return MapContent::border_disputed;
  const std::size_t sides = core.count(line.text("a3_left")) + core.count(line.text("a3_right"));
  return sides == 2   ? MapContent::border_inner
         : sides == 1 ? MapContent::border_outer
                      : MapContent::border_neighbour;
}

MapContent river_of(const MapFeature& line) {
  const std::int64_t level = line.number("level");
  return level <= 1 ? MapContent::rivers_1 : level == 2 ? MapContent::rivers_2 : MapContent::rivers_3;
}

Shapes areas_of(const MapInput& input, MapContent content) {
  switch (content) {
    case MapContent::sea:
      return all_of(input.sea);
    case MapContent::lakes:
      return all_of(input.lakes);
    default:
      break;
  }
  return shapes_where(input.countries, [](const MapFeature& f) { return f.number("core") == 1; });
}

// All that the data cover: what is neither sea nor one of the six is a neighbour's land, and what is gets painted over.
Shape frame_of(const MapInput& input) {
  LonLatBox box;
  for (const MapFeatures* features : {&input.countries, &input.sea}) {
    for (const MapFeature& feature : *features) {
      for (const LonLat& p : feature.shape.points) box.add(p);
    }
  }
  Shape frame;
  if (box.empty()) return frame;
  frame.points = {{box.west, box.south}, {box.east, box.south}, {box.east, box.north}, {box.west, box.north}};
  frame.ring_ends = {4};
  frame.part_ends = {1};
  return frame;
}

Shapes lines_of(const MapInput& input, MapContent content, const std::vector<ContestedLine>& contested) {
  switch (content) {
    case MapContent::coast_focus:
    case MapContent::coast_neighbour: {
      const std::int64_t core = content == MapContent::coast_focus ? 1 : 0;
      return shapes_where(input.coast, [&](const MapFeature& f) { return f.number("core") == core; });
    }
    case MapContent::rivers_1:
    case MapContent::rivers_2:
    case MapContent::rivers_3:
      return shapes_where(input.rivers, [&](const MapFeature& f) { return river_of(f) == content; });
    case MapContent::lake_shores:
      return all_of(input.lakes);
    case MapContent::admin1:
    case MapContent::municipalities: {
      const std::int64_t level = content == MapContent::admin1 ? 1 : 2;
      return shapes_where(input.admin_lines, [&](const MapFeature& f) { return f.number("level") == level; });
    }
    default:
      break;
  }
  std::set<std::string> core;
  for (const MapFeature& country : input.countries) {
    if (country.number("core") == 1) core.insert(country.text("iso_a3"));
  }
  return shapes_where(input.boundaries,
                      [&](const MapFeature& f) { return border_of(f, core, contested) == content; });
}

}  // namespace

Result<PreparedMap> prepare_map(const MapInput& input, const std::vector<ContestedLine>& contested) {
  PreparedMap map;
  // The sea is as much work as all the rest.
  auto sea = std::async(std::launch::async, [&] { return prepare_areas(areas_of(input, MapContent::sea)); });
  const Shape frame = frame_of(input);
  for (std::size_t i = 0; i < map.size(); ++i) {
    const auto content = static_cast<MapContent>(i);
    if (content == MapContent::sea) continue;
    if (content == MapContent::land) {
      VIDIK_TRY(map[i], prepare_areas({&frame}));
    } else if (is_area(content)) {
      VIDIK_TRY(map[i], prepare_areas(areas_of(input, content)));
    } else {
      // Dashes must run through: what may be dashed is not cut at the cells.
      const bool dashed = content >= MapContent::border_disputed && content <= MapContent::border_contested_4;
      map[i] = prepare_lines(lines_of(input, content, contested), dashed ? Split::never : Split::at_cells);
    }
  }
  VIDIK_TRY(map[static_cast<std::size_t>(MapContent::sea)], sea.get());
  return map;
}

}  // namespace vidik
