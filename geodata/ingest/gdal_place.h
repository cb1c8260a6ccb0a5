#pragma once
// Coordinates of GDAL's layers as degrees of WGS 84, longitude first.
//
// Errors: a system that PROJ does not know is Code::bad_usage.

#include "ingest/read_plan.h"

class OGRLayer;
class OGRGeometry;

namespace vidik {

struct LayerCrs {
  bool unknown = false;      // the file does not say
  PlaceTransform transform;  // empty = already degrees
};
Result<LayerCrs> crs_of(OGRLayer& layer);

// The point that stands for a shape: itself, the middle of a line, a point inside an area. False = empty.
bool point_of(const OGRGeometry& geometry, double& x, double& y);

}  // namespace vidik
