#include "geo/clip.h"

#include <geos_c.h>

#include <cmath>
#include <memory>

namespace vidik {
namespace {

struct Context {
  GEOSContextHandle_t handle = GEOS_init_r();
  Context() = default;
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context() { GEOS_finish_r(handle); }
};

struct Destroy {
  GEOSContextHandle_t handle;
  void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

// GEOS wants rings closed; null when the ring has fewer than three different points.
GEOSGeometry* linear_ring(GEOSContextHandle_t handle, std::span<const LonLat> ring) {
  std::size_t n = ring.size();
  if (n > 0 && ring.front() == ring.back()) --n;
  if (n < 3) return nullptr;
  GEOSCoordSequence* points = GEOSCoordSeq_create_r(handle, static_cast<unsigned>(n + 1), 2);
  if (points == nullptr) return nullptr;
  for (std::size_t i = 0; i <= n; ++i) {
    const LonLat& p = ring[i == n ? 0 : i];
    GEOSCoordSeq_setXY_r(handle, points, static_cast<unsigned>(i), p.lon, p.lat);
  }
  return GEOSGeom_createLinearRing_r(handle, points);
}

Geometry multi_polygon(GEOSContextHandle_t handle, const Shape& area) {
  std::vector<GEOSGeometry*> polygons;
  std::size_t ring = 0;
  for (const std::uint32_t end : area.part_ends) {
    GEOSGeometry* outer = nullptr;
    std::vector<GEOSGeometry*> holes;
    for (bool first = true; ring < end; ++ring, first = false) {
      GEOSGeometry* made = linear_ring(handle, area.ring(ring));
      if (first)
        outer = made;
      else if (made != nullptr)
        holes.push_back(made);
    }
    if (outer == nullptr) {
      for (GEOSGeometry* hole : holes) GEOSGeom_destroy_r(handle, hole);
      continue;
    }
    GEOSGeometry* polygon =
        GEOSGeom_createPolygon_r(handle, outer, holes.data(), static_cast<unsigned>(holes.size()));
    if (polygon != nullptr) polygons.push_back(polygon);
  }
  return Geometry(GEOSGeom_createCollection_r(handle, GEOS_MULTIPOLYGON, polygons.data(),
                                              static_cast<unsigned>(polygons.size())),
                  Destroy{handle});
}

void append_ring(GEOSContextHandle_t handle, const GEOSGeometry* ring, Shape& out) {
  const GEOSCoordSequence* points = GEOSGeom_getCoordSeq_r(handle, ring);
  unsigned n = 0;
  if (points == nullptr || GEOSCoordSeq_getSize_r(handle, points, &n) == 0) return;
  for (unsigned i = 0; i + 1 < n; ++i) {  // the last repeats the first
    LonLat p;
    GEOSCoordSeq_getXY_r(handle, points, i, &p.lon, &p.lat);
    out.points.push_back(p);
  }
  out.ring_ends.push_back(static_cast<std::uint32_t>(out.points.size()));
}

// Clipping may leave touching points and edges beside the areas; only areas are taken.
void append_areas(GEOSContextHandle_t handle, const GEOSGeometry* geometry, Shape& out) {
  const int type = GEOSGeomTypeId_r(handle, geometry);
  if (type == GEOS_POLYGON) {
    const GEOSGeometry* outer = GEOSGetExteriorRing_r(handle, geometry);
    if (outer == nullptr || GEOSisEmpty_r(handle, geometry) != 0) return;
    append_ring(handle, outer, out);
    const int holes = GEOSGetNumInteriorRings_r(handle, geometry);
    for (int i = 0; i < holes; ++i) append_ring(handle, GEOSGetInteriorRingN_r(handle, geometry, i), out);
    out.part_ends.push_back(static_cast<std::uint32_t>(out.ring_ends.size()));
  } else if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
    const int n = GEOSGetNumGeometries_r(handle, geometry);
    for (int i = 0; i < n; ++i) append_areas(handle, GEOSGetGeometryN_r(handle, geometry, i), out);
  }
}

int cell_of(double degrees, double cell) { return static_cast<int>(std::floor(degrees / cell)); }

}  // namespace

Result<std::vector<CellPiece>> clip_to_cells(const Shape& area, double cell_deg) {
  std::vector<CellPiece> pieces;
  const LonLatBox box = area.box();
  if (box.empty()) return pieces;
  const Context context;
  GEOSContextHandle_t handle = context.handle;
  const Geometry whole = multi_polygon(handle, area);
  const Error refused = fail(Code::bad_input, "an area cannot be cut into cells");
  if (!whole) return refused;
  // Columns first, then the rows of each column: every point is looked at columns + rows times, not columns * rows.
  for (int column = cell_of(box.west, cell_deg); column <= cell_of(box.east, cell_deg); ++column) {
    const double west = column * cell_deg, east = (column + 1) * cell_deg;
    const Geometry strip(GEOSClipByRect_r(handle, whole.get(), west, box.south - 1, east, box.north + 1),
                         Destroy{handle});
    if (!strip) return refused;
    for (int row = cell_of(box.south, cell_deg); row <= cell_of(box.north, cell_deg); ++row) {
      const Geometry cell(
          GEOSClipByRect_r(handle, strip.get(), west, row * cell_deg, east, (row + 1) * cell_deg),
          Destroy{handle});
      if (!cell) return refused;
      CellPiece piece{column, row, {}};
      append_areas(handle, cell.get(), piece.shape);
      if (!piece.shape.points.empty()) pieces.push_back(std::move(piece));
    }
  }
  return pieces;
}

}  // namespace vidik
