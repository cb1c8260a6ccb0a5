#pragma once
// A small made-up map for tests: two countries of the six, one neighbour, a sea, lines and places.

#include "mapset/map_input.h"

#include <initializer_list>

namespace vidik {

inline Shape square(double west, double south, double east, double north) {
  Shape shape;
  shape.points = {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
  shape.ring_ends = {5};
  shape.part_ends = {1};
  return shape;
}

inline Shape path(std::initializer_list<LonLat> points) {
  Shape shape;
  shape.points = points;
  shape.ring_ends = {static_cast<std::uint32_t>(points.size())};
  return shape;
}

inline MapFeature country(const char* a2, const char* a3, const char* core, Shape shape) {
  return {std::move(shape),
          {{"iso_a2", a2},
           {"iso_a3", a3},
           {"core", core},
           {"name_en", a3},
           {"name_sr", "име"},
           {"label_lon", "20.5"},
           {"label_lat", "42.25"}}};
}

inline MapFeature line(std::map<std::string, std::string> texts, Shape shape) {
  return {std::move(shape), std::move(texts)};
}

// South (SO) and north (NO) of the six side by side, a neighbour (ZN) to the east, the sea in the west of SO.
inline MapInput sample_map() {
  MapInput map;
  map.countries = {country("ZN", "ZNN", "0", square(22, 42, 23, 44)),
                   country("SO", "SOO", "1", square(20, 42, 22, 43)),
                   country("NO", "NOO", "1", square(20, 43, 22, 44))};
  map.sea = {line({{"name_en", "Sea"}}, square(19, 42, 20.25, 43))};
  map.boundaries = {
      line({{"a3_left", "SOO"}, {"a3_right", "NOO"}, {"status", "international"}},
           path({{20, 43}, {22, 43}})),
      line({{"a3_left", "NOO"}, {"a3_right", "ZNN"}, {"status", "international"}},
           path({{22, 43}, {22, 44}})),
      line({{"a3_left", "SOO"}, {"a3_right", "ZNN"}, {"status", "disputed"}}, path({{22, 42}, {22, 43}})),
      line({{"a3_left", "SOO"}, {"a3_right", "NOO"}, {"status", "maritime"}}, path({{19, 43}, {20, 43}}))};
  map.coast = {line({{"core", "1"}}, path({{20.25, 42}, {20.25, 43}})),
               line({{"core", "0"}}, path({{19, 42}, {19, 43}, {20, 43}}))};
  map.municipalities = {line({{"code", "SO-1"}, {"iso_a2", "SO"}, {"level", "2"}, {"name_en", "West"}},
                             square(20, 42, 21, 43))};
  map.admin1 = {line({{"code", "SO-A"}, {"iso_a2", "SO"}, {"level", "1"}, {"core", "1"}, {"name_en", "All"}},
                     square(20, 42, 22, 43)),
                line({{"code", "ZN-A"}, {"iso_a2", "ZN"}, {"level", "1"}, {"core", "0"}, {"name_en", "Far"}},
                     square(22, 42, 23, 44))};
  map.admin_lines = {line({{"level", "1"}}, path({{21, 42}, {21, 43}})),
                     line({{"level", "2"}}, path({{21.5, 42}, {21.5, 43}}))};
  map.rivers = {line({{"level", "1"}, {"name_en", "Long"}}, path({{20, 43.5}, {23, 43.5}})),
                line({{"level", "2"}}, path({{20, 43.6}, {21, 43.6}})),
                line({{"level", "4"}}, path({{20, 43.7}, {21, 43.7}}))};
  map.lakes = {line({{"name_en", "Round"}, {"area_km2", "9"}}, square(21.2, 42.2, 21.4, 42.4))};
  const auto place = [](const char* name, const char* rank, const char* population) {
    return line({{"name_en", name},
                 {"rank", rank},
                 {"population", population},
                 {"iso_a2", "SO"},
                 {"core", "1"},
                 {"capital", rank[0] == '1' ? "1" : "0"}},
                path({{21, 42.5}}));
  };
  map.places = {place("Small", "5", "900"), place("Great", "1", "90000"), place("Middle", "5", "9000")};
  map.credits = {{{"sea", "coast"}, "Short", "CC0", "Longer words"}};
  return map;
}

}  // namespace vidik
