#include "ingest/gdal_shape.h"

#include <ogr_geometry.h>
#include <memory>

namespace vidik {
namespace {

constexpr std::size_t kMostPoints = 4'000'000;  // of one event: 64 MB here, 32 MB for good
constexpr int kDeepest = 32;                    // collections in collections

void end_part(RecordShape& out, GeometryKind kind) {
  const auto end = static_cast<std::uint32_t>(out.points.size());
  const std::uint32_t from = out.parts.empty() ? 0 : out.parts.back().end;
  if (end == from) return;
  // What has no inside or no length is shown as what it is.
  if (kind == GeometryKind::ring && end - from < 3) kind = GeometryKind::line;
  if (kind == GeometryKind::line && end - from < 2) kind = GeometryKind::places;
  out.parts.push_back({end, kind, {}});
}

void take_curve(const OGRSimpleCurve& curve, GeometryKind kind, RecordShape& out) {
  int count = curve.getNumPoints();
  if (kind == GeometryKind::ring && count > 1 && curve.getX(0) == curve.getX(count - 1) &&
      curve.getY(0) == curve.getY(count - 1))
    --count;
  for (int i = 0; i < count; ++i) out.points.push_back({curve.getX(i), curve.getY(i)});
  end_part(out, kind);
}

std::string take(const OGRGeometry& geometry, RecordShape& out, int depth) {
  if (geometry.IsEmpty()) return {};
  if (depth > kDeepest) return "it is nested too deeply";
  if (out.points.size() > kMostPoints) return "it has more than 4 million points";
  switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
      out.points.push_back({geometry.toPoint()->getX(), geometry.toPoint()->getY()});
      end_part(out, GeometryKind::places);
      return {};
    case wkbLineString:
      take_curve(*geometry.toLineString(), GeometryKind::line, out);
      return {};
    case wkbPolygon:
    case wkbTriangle:
      for (const OGRLinearRing* ring : *geometry.toPolygon()) take_curve(*ring, GeometryKind::ring, out);
      return {};
    case wkbMultiPoint:
      for (const OGRPoint* point : *geometry.toMultiPoint())
        if (!point->IsEmpty()) out.points.push_back({point->getX(), point->getY()});
      end_part(out, GeometryKind::places);
      return {};
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
      for (const OGRGeometry* member : *geometry.toGeometryCollection()) {
        std::string trouble = take(*member, out, depth + 1);
        if (!trouble.empty()) return trouble;
      }
      return {};
    default:
      break;
  }
  if (!geometry.hasCurveGeometry()) return "surfaces in space are not drawn";
  const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
  return straight == nullptr ? "its curves cannot be straightened" : take(*straight, out, depth + 1);
}

}  // namespace

std::string take_shape(const OGRGeometry& geometry, RecordShape& out) {
  std::string trouble = take(geometry, out, 0);
  // The last member alone may have gone beyond the limit.
  if (trouble.empty() && out.points.size() > kMostPoints) trouble = "it has more than 4 million points";
  return trouble;
}

}  // namespace vidik
