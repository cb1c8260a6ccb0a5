#pragma once
// The lines, areas and sets of places of GDAL's features, taken apart into parts.
//
// Units: the file's own. Cost: O(points).

#include "ingest/record.h"

class OGRGeometry;

namespace vidik {

// Appends its parts; of a collection those of all members, whatever their kinds. The answer is empty, or says why a point
// must stand for it; `out` is then worthless.
std::string take_shape(const OGRGeometry& geometry, RecordShape& out);

}  // namespace vidik
