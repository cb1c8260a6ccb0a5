#include "ingest/gdal_place.h"

#include "ingest/open_file.h"

#include <ogr_api.h>
#include <ogr_geometry.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>
#include <memory>

namespace vidik {
namespace {

struct DestroyTransform {
  void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
};

OGRSpatialReference degrees() {
  OGRSpatialReference out;
  out.importFromEPSG(4326);
  out.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return out;
}

Result<PlaceTransform> to_degrees(OGRSpatialReference from) {
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  const OGRSpatialReference to = degrees();
  std::shared_ptr<OGRCoordinateTransformation> made(OGRCreateCoordinateTransformation(&from, &to),
                                                    DestroyTransform());
  if (!made) return fail(Code::bad_input, "its coordinate system cannot be turned into degrees");
  return PlaceTransform([made](double& x, double& y) { return made->Transform(1, &x, &y) != 0; });
}

constexpr std::size_t kLargeArea =
    3'200'000;  // bytes, 200,000 vertices: beyond it finding a point inside takes seconds

}  // namespace

Result<PlaceTransform> transform_to_degrees(const std::string& crs) {
  OGRSpatialReference from;
  const bool is_code = crs.substr(0, 5) == "EPSG:" && crs.size() > 5 && crs.size() < 12 &&
                       crs.find_first_not_of("0123456789", 5) == std::string::npos;
  // Only codes: other texts could name files and addresses.
  if (!is_code || from.importFromEPSG(std::atoi(crs.c_str() + 5)) != OGRERR_NONE) {
    return fail(Code::bad_usage,
                "the answer crs=" + crs + " is no coordinate system that is known (crs=EPSG:3857 …)");
  }
  return to_degrees(from);
}

Result<LayerCrs> crs_of(OGRLayer& layer) {
  LayerCrs out;
  const OGRSpatialReference* said = layer.GetSpatialRef();
  if (said == nullptr) {
    out.unknown = true;
    return out;
  }
  if (said->IsSame(std::make_unique<OGRSpatialReference>(degrees()).get(), nullptr) ||
      said->EPSGTreatsAsLatLong()) {
    const char* code = said->GetAuthorityCode(nullptr);
    if (code != nullptr && std::string(code) == "4326") return out;
  }
  const char* name = said->GetName();
  if (said->IsGeographic() && name != nullptr && std::string(name).find("WGS 84") != std::string::npos)
    return out;
  VIDIK_TRY(out.transform, to_degrees(*said));
  return out;
}

bool point_of(const OGRGeometry& geometry, double& x, double& y) {
  if (geometry.IsEmpty()) return false;
  const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
  if (type == wkbPoint) {
    x = geometry.toPoint()->getX();
    y = geometry.toPoint()->getY();
    return true;
  }
  OGRPoint point;
  if (type == wkbLineString) {
    const OGRLineString* line = geometry.toLineString();
    line->Value(line->get_Length() / 2, &point);
  } else if (type == wkbPolygon || type == wkbMultiPolygon) {
    // The C function alone has it; it does not change what it is given.
    auto* handle = OGRGeometry::ToHandle(const_cast<OGRGeometry*>(&geometry));
    const std::unique_ptr<OGRGeometry> inside(
        geometry.WkbSize() < kLargeArea ? OGRGeometry::FromHandle(OGR_G_PointOnSurface(handle)) : nullptr);
    if (inside && !inside->IsEmpty()) point = *inside->toPoint();
  }
  if (point.IsEmpty()) geometry.Centroid(&point);
  if (point.IsEmpty()) {
    OGREnvelope box;
    geometry.getEnvelope(&box);
    point = OGRPoint((box.MinX + box.MaxX) / 2, (box.MinY + box.MaxY) / 2);
  }
  x = point.getX();
  y = point.getY();
  return true;
}

}  // namespace vidik
