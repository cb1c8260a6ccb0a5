#pragma once
// Loads the shipped map set beside everything else, and hands its parts to who paints it.
//
// Threads: the load runs on a thread of its own, which the destructor waits for. Errors: as mapset/map_set.h.
// Cost: about 30 ms when Vidik's cache is warm, some seconds the first time.

#include "app/base_files.h"
#include "base/result.h"
#include "frame/parts_keeper.h"
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

// Hands a painter those parts of one map that pictures name, each once: of 20 contents in 8 details and two reliefs in
// 4 levels a view shows few. They are handed over in the picture's projection; another one hands them over anew. Cost of keep(): O(marks of the base);
// O(size) for a part that is new.
class MapParts {
 public:
  // `map` may be missing. What is of a file that is no longer among `own` is taken from the painter.
  void keep(const MapSet* map, std::span<const BaseFile> own, const DrawList& list, PartsKeeper& painter);

 private:
  Projection projection_ = Projection::web_mercator;  // of all that is kept
  std::vector<GeometryId> geometry_;
  std::vector<ImageId> images_;
};
// Of what is drawn: the parts that are not hidden, and the land and sea that always are.
std::vector<std::string> map_credits(const MapSet& map, const MapPartSet& hidden);

}  // namespace vidik
