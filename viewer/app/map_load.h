#pragma once
// Loads the shipped map set beside everything else, and hands its geometry to a painter.
//
// Threads: the load runs on a thread of its own, which the destructor waits for. Errors: as mapset/map_set.h.
// Cost: about 30 ms when Vidik's cache is warm, some seconds the first time.

#include "base/result.h"
#include "gpu/painter.h"
#include "mapset/map_set.h"

#include <memory>
#include <string>
#include <vector>

namespace vidik {

class MapLoad {
 public:
  static std::unique_ptr<MapLoad> start();
  virtual ~MapLoad() = default;
  virtual bool done() const = 0;
  virtual Result<std::shared_ptr<const MapSet>> take() = 0;  // once, when done
};

void keep_map(const MapSet& map, Painter& painter);                       // its geometry
void keep_relief(const MapSet& map, ThemeName theme, Painter& painter);  // one of its two reliefs
std::vector<std::string> map_credits(const MapSet& map);

}  // namespace vidik
