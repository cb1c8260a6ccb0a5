#include "geo/simplify.h"

#include <geos_c.h>

#include <cmath>
#include <memory>

namespace vidik {

void thin_line(std::span<const Fixed2> line, std::int32_t tolerance, std::vector<Fixed2>& out) {
  const auto whole = [&] { out.insert(out.end(), line.begin(), line.end()); };
  if (line.size() < 3 || tolerance < 1) return whole();
  const std::unique_ptr<GEOSContextHandle_HS, decltype(&GEOS_finish_r)> context(GEOS_init_r(),
                                                                                &GEOS_finish_r);
  GEOSContextHandle_t handle = context.get();
  GEOSCoordSequence* points = GEOSCoordSeq_create_r(handle, static_cast<unsigned>(line.size()), 2);
  if (points == nullptr) return whole();
  for (std::size_t i = 0; i < line.size(); ++i) {
    GEOSCoordSeq_setXY_r(handle, points, static_cast<unsigned>(i), line[i].x, line[i].y);
  }
  const auto destroy = [handle](GEOSGeometry* g) { GEOSGeom_destroy_r(handle, g); };
  using Geometry = std::unique_ptr<GEOSGeometry, decltype(destroy)>;
  const Geometry all(GEOSGeom_createLineString_r(handle, points), destroy);
  if (!all) return whole();
  const Geometry fewer(GEOSSimplify_r(handle, all.get(), tolerance), destroy);
  const GEOSCoordSequence* kept = fewer ? GEOSGeom_getCoordSeq_r(handle, fewer.get()) : nullptr;
  unsigned n = 0;
  if (kept == nullptr || GEOSCoordSeq_getSize_r(handle, kept, &n) == 0 || n < 2) return whole();
  for (unsigned i = 0; i < n; ++i) {
    double x = 0, y = 0;
    GEOSCoordSeq_getXY_r(handle, kept, i, &x, &y);
    out.push_back({static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))});
  }
}

}  // namespace vidik
