#include "geo/simplify.h"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace vidik {

namespace {

// A line is thinned in pieces: whole, a million points would be gone over some twenty times. Each joint stays as a point.
constexpr std::size_t kPiece = 512;

// Appends the piece without its last point.
void thin_piece(GEOSContextHandle_t handle, std::span<const Fixed2> piece, std::int32_t tolerance,
                std::vector<Fixed2>& out) {
  const auto whole = [&] { out.insert(out.end(), piece.begin(), piece.end() - 1); };
  GEOSCoordSequence* points = GEOSCoordSeq_create_r(handle, static_cast<unsigned>(piece.size()), 2);
  if (points == nullptr) return whole();
  for (std::size_t i = 0; i < piece.size(); ++i)
    GEOSCoordSeq_setXY_r(handle, points, static_cast<unsigned>(i), piece[i].x, piece[i].y);
  const auto destroy = [handle](GEOSGeometry* g) { GEOSGeom_destroy_r(handle, g); };
  using Geometry = std::unique_ptr<GEOSGeometry, decltype(destroy)>;
  const Geometry all(GEOSGeom_createLineString_r(handle, points), destroy);
  if (!all) return whole();
  const Geometry fewer(GEOSSimplify_r(handle, all.get(), tolerance), destroy);
  const GEOSCoordSequence* kept = fewer ? GEOSGeom_getCoordSeq_r(handle, fewer.get()) : nullptr;
  unsigned n = 0;
  if (kept == nullptr || GEOSCoordSeq_getSize_r(handle, kept, &n) == 0 || n < 2) return whole();
  for (unsigned i = 0; i + 1 < n; ++i) {
    double x = 0, y = 0;
    GEOSCoordSeq_getXY_r(handle, kept, i, &x, &y);
    out.push_back({static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))});
  }
}

}  // namespace

void thin_line(std::span<const Fixed2> line, std::int32_t tolerance, std::vector<Fixed2>& out) {
  if (line.size() < 3 || tolerance < 1) {
    out.insert(out.end(), line.begin(), line.end());
    return;
  }
  const std::unique_ptr<GEOSContextHandle_HS, decltype(&GEOS_finish_r)> context(GEOS_init_r(),
                                                                                &GEOS_finish_r);
  for (std::size_t first = 0; first + 1 < line.size(); first += kPiece - 1)
    thin_piece(context.get(), line.subspan(first, std::min(kPiece, line.size() - first)), tolerance, out);
  out.push_back(line.back());
}

}  // namespace vidik
