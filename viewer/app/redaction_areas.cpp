#include "app/redaction_areas.h"

#include "geo/mercator.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace vidik {

Fixed2 middle_of(const MapShape& shape) {
  const double y = (static_cast<double>(shape.box.north) + shape.box.south) / 2 + 0.5;  // through no corner
  std::vector<double> crossings;
  std::uint32_t first = 0;
  for (const std::uint32_t end : shape.ends) {
    for (std::uint32_t i = first, j = end - 1; i < end; j = i++) {
      const Fixed2 a = shape.points[i], b = shape.points[j];
      if ((a.y > y) == (b.y > y)) continue;
      crossings.push_back(a.x +
                          (static_cast<double>(b.x) - a.x) * (y - a.y) / (static_cast<double>(b.y) - a.y));
    }
    first = end;
  }
  std::sort(crossings.begin(), crossings.end());
  double x = (static_cast<double>(shape.box.west) + shape.box.east) / 2, widest = 0;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    if (crossings[i + 1] - crossings[i] <= widest) continue;
    widest = crossings[i + 1] - crossings[i];
    x = crossings[i] + widest / 2;
  }
  return {static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))};
}

AreaAt municipality_areas(std::shared_ptr<const MapSet> map) {
  if (!map) return {};
  auto known = std::make_shared<std::map<std::size_t, AreaPlace>>();
  return [map = std::move(map), known](double lon, double lat) -> std::optional<AreaPlace> {
    const AdminUnit* unit = map->admin_unit_at({lon, lat});
    if (unit == nullptr) return std::nullopt;
    const auto [at, fresh] = known->try_emplace(static_cast<std::size_t>(unit - map->admin_units().data()));
    if (fresh) {
      const LonLat middle = from_fixed(middle_of(unit->shape));
      at->second = {middle.lon, middle.lat, std::string(unit->names.in(NameIn::en))};
    }
    return at->second;
  };
}

}  // namespace vidik
