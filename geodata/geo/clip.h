#pragma once
// Cuts areas into cells of a degree grid, so that each piece can be triangulated and culled alone.
//
// Units: degrees. Errors: an area that the geometry library refuses (not a valid polygon) gives an Error.
// Cost: about O(points * (columns + rows)) of the cells it spans; the sea of 234,908 points takes about half a second.

#include "base/result.h"
#include "geo/shape.h"

#include <vector>

namespace vidik {

struct CellPiece {
  int column = 0, row = 0;  // floor(lon / cell), floor(lat / cell)
  Shape shape;
};

// In order of column, then row; cells that the area does not reach are left out.
Result<std::vector<CellPiece>> clip_to_cells(const Shape& area, double cell_deg);

}  // namespace vidik
