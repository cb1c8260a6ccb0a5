#pragma once
// From shapes in degrees to what a painter keeps: triangles and lines in fixed coordinates, by content and detail.
//
// Units: fixed coordinates. Errors: an area that cannot be cut or triangulated. Same input, same bytes.
// Cost: seconds for the whole set; done once, then kept in the cache.

#include "base/result.h"
#include "mapset/border_views.h"
#include "mapset/map_input.h"

#include <array>
#include <vector>

namespace vidik {

struct PreparedGeometry {
  std::vector<Fixed2> vertices;
  std::vector<std::uint32_t> line_ends;
  std::vector<GeometryChunk> chunks;
};
using PreparedDetails = std::array<PreparedGeometry, kMapDetails>;
using PreparedMap = std::array<PreparedDetails, kMapContents>;

// The grid that points are snapped to, and what a thinned outline may be off by: a quarter pixel at the largest zoom a
// detail is shown at (2^32 units are 256 * 2^zoom px), 1 for the last.
inline constexpr std::array<std::int32_t, kMapDetails> kDetailGrids{1 << 19, 1 << 18, 1 << 17, 1 << 16,
                                                                    1 << 15, 1 << 14, 1 << 13, 1};
// Islands, lakes and closed lines that are smaller than this many grid steps, a pixel at most, are left out of all
// details but the last.
inline constexpr std::int32_t kLeastSteps = 4;

enum class Split : std::uint8_t { at_cells, never };  // never: for dashed lines, which restart at each piece

Result<PreparedDetails> prepare_areas(const std::vector<const Shape*>& areas);
PreparedDetails prepare_lines(const std::vector<const Shape*>& lines, Split split);

// Lines between two countries that are among `contested` get a geometry of their own.
Result<PreparedMap> prepare_map(const MapInput& input, const std::vector<ContestedLine>& contested = {});

}  // namespace vidik
