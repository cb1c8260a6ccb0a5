#pragma once
// How an area lies: its middle and the lines that a name may follow. Made once for each land mask.
//
// Units: fixed coordinates. Threads: one owner. Cost: O(cells).

#include "scene/name_path.h"

#include "scene/land_mask.h"

namespace vidik {

class LandShape {
 public:
  explicit LandShape(LandMask& mask) : mask_(mask) {}
  void find(double steepest);

 private:
  struct Cell {
    double x, y;  // fixed units from the middle
  };
  void find_middle();
  void find_body();  // the cells that hang together with the middle
  bool land(int row, int column) const;
  Unit2 unit_of(double x, double y) const;
  std::vector<Unit2> line_at(double angle) const;

  LandMask& mask_;
  int row_ = 0, column_ = 0;  // of the middle
  std::vector<Cell> body_;
};

}  // namespace vidik
