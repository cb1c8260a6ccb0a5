#pragma once
// A draw list as calls to a VectorSink, mark by mark in the order in which the painter paints it, looking as the painter
// has it. Only images of the map (the relief, a user's own raster) are pictures; everything else is shapes and letters.
//
// Units: px at 1x. Ownership: borrows everything for the call. Threads: that of `fonts`. Errors: marks that name what was not kept,
// lie outside their pool or have numbers that are not finite are counted and left out, as the painter does.
// Cost: O(marks + points); areas and lines of the map what is in view of them, the shipped page well below a second.

#include "export/vector_parts.h"
#include "export/vector_sink.h"
#include "text/fonts.h"

#include <cstdint>

namespace vidik {

struct VectorWalkStats {
  std::uint64_t marks = 0, left_out = 0;
  std::uint64_t images = 0;  // pictures in it
};

VectorPage vector_page(const DrawList& list);
VectorWalkStats walk_picture(const DrawList& list, const VectorParts& parts, Fonts& fonts, VectorSink& sink);

}  // namespace vidik
