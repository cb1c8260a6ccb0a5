#pragma once
// Draws the lines, areas and sets of places of visible events, under their symbols.
//
// Units: px at 1x. Cost: O(visible shapes); the paths of one view are kept, so while only time moves no point is projected
// again.

#include "scene/map_events.h"
#include "scene/shape_path.h"

#include <map>

namespace vidik {

class ShapePaths {
 public:
  void see(const Sheet& sheet);  // call before the others when the view may have changed
  // The path of an event that has geometry, as the view seen last shows it.
  std::shared_ptr<const ShapePath> path(const Sheet& sheet, EventRef event);

 private:
  std::uint64_t view_ = 0;
  std::map<std::pair<std::uint64_t, Row>, std::shared_ptr<const ShapePath>>
      paths_;  // by layer serial and row
};

void draw_shapes(Sheet& sheet, const MapEvents& events, ShapePaths& paths);

// What names keep off: the lines.
std::vector<Box2> shape_boxes(const Sheet& sheet, const MapEvents& events, ShapePaths& paths);

}  // namespace vidik
