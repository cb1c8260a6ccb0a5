#include "ingest/gdal_place.h"
#include "ingest/gdal_session.h"
#include "ingest/gdal_source.h"

#include <ogrsf_frmts.h>
#include <algorithm>
#include <cmath>

namespace vidik {
namespace {

constexpr std::size_t kPiecePoints = 200'000;  // a piece of about 4 MB, unless one shape is larger

// Takes shapes of one kind apart into parts.
class Shapes {
 public:
  Shapes(MapTable& out, const PlaceTransform& transform) : out_(out), transform_(transform) {}

  // False = a number in it is none, or lies beyond the poles.
  bool add(const OGRGeometry& geometry, MapTable::Feature& feature) {
    good_ = true;
    polygon_ = 0;
    kind_ = ShapeKind::none;
    feature.first_part = static_cast<std::uint32_t>(out_.parts.size());
    const std::size_t points = out_.xy.size();
    take(geometry);
    feature.kind = kind_;
    if (!good_) {
      out_.parts.resize(feature.first_part);
      out_.xy.resize(points);
      feature.kind = ShapeKind::none;
    }
    feature.part_count = static_cast<std::uint32_t>(out_.parts.size() - feature.first_part);
    return good_;
  }

 private:
  void take(const OGRGeometry& geometry) {
    if (geometry.IsEmpty() || !good_) return;
    switch (wkbFlatten(geometry.getGeometryType())) {
      case wkbPoint:
        if (!is(ShapeKind::points)) return;
        if (polygon_ == 0) begin_part(false);
        polygon_ = 1;
        point(geometry.toPoint()->getX(), geometry.toPoint()->getY());
        break;
      case wkbLineString:
        if (is(ShapeKind::lines)) line(*geometry.toLineString(), false);
        break;
      case wkbPolygon:
        if (!is(ShapeKind::polygons)) return;
        for (const OGRLinearRing* ring : *geometry.toPolygon()) {
          line(*ring, ring != geometry.toPolygon()->getExteriorRing());
        }
        ++polygon_;
        break;
      case wkbMultiPoint:
      case wkbMultiLineString:
      case wkbMultiPolygon:
      case wkbGeometryCollection:
        for (const OGRGeometry* one : *geometry.toGeometryCollection()) take(*one);
        break;
      default: {
        const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
        if (straight && wkbFlatten(straight->getGeometryType()) != wkbFlatten(geometry.getGeometryType()))
          take(*straight);
      }
    }
  }
  // The first kind in a collection is the shape's; others are left out.
  bool is(ShapeKind kind) {
    if (kind_ == ShapeKind::none) kind_ = kind;
    return kind_ == kind;
  }
  void begin_part(bool hole) { out_.parts.push_back({out_.xy.size() / 2, 0, polygon_, hole}); }
  void point(double x, double y) {
    if (transform_ && !transform_(x, y)) good_ = false;
    if (!std::isfinite(x) || !std::isfinite(y) || std::abs(y) > 90.000001) good_ = false;
    out_.xy.push_back(x);
    out_.xy.push_back(std::clamp(y, -90.0, 90.0));
    ++out_.parts.back().point_count;
  }
  void line(const OGRSimpleCurve& curve, bool hole) {
    begin_part(hole);
    for (int i = 0; i < curve.getNumPoints() && good_; ++i) point(curve.getX(i), curve.getY(i));
  }

  MapTable& out_;
  const PlaceTransform& transform_;
  ShapeKind kind_ = ShapeKind::none;
  std::uint32_t polygon_ = 0;
  bool good_ = true;
};

void clear(MapTable& piece) {
  piece.features.clear();
  piece.parts.clear();
  piece.xy.clear();
  piece.attributes.source_row.clear();
  piece.attributes.ends.clear();
  piece.attributes.text.clear();
}

Result<OGRLayer*> wanted_layer(const std::vector<NamedLayer>& layers, const std::string& name) {
  if (name.empty() && layers.size() == 1) return layers.front().layer;
  for (const NamedLayer& layer : layers) {
    if (layer.name == name) return layer.layer;
  }
  std::string list;
  for (const NamedLayer& layer : layers) list += (list.empty() ? "" : ", ") + layer.name;
  return fail(Code::not_found,
              "there is no table \"" + name + "\" in it; it has " + (list.empty() ? "none" : list));
}

Result<> read_layer(OGRLayer& layer, bool with_attributes, MapSink& sink, ImportReport& report) {
  VIDIK_TRY(const LayerCrs crs, crs_of(layer));
  LayerReport& about = report.layers.emplace_back();
  about.name = layer.GetName();
  MapTable piece;
  const OGRFeatureDefn& definition = *layer.GetLayerDefn();
  const int fields = with_attributes ? definition.GetFieldCount() : 0;
  for (int i = 0; i < fields; ++i) {
    piece.attributes.columns.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
  }
  about.columns = piece.attributes.columns;
  Shapes shapes(piece, crs.transform);
  std::string text;
  bool sent = false;
  for (const auto& feature : layer) {
    ++about.rows;
    ++about.kept;
    piece.attributes.source_row.push_back(about.rows);
    for (int i = 0; i < fields; ++i) {
      field_text(*feature, i, text);
      piece.attributes.add_cell(text);
    }
    MapTable::Feature& taken = piece.features.emplace_back();
    taken.first_part = static_cast<std::uint32_t>(piece.parts.size());
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (geometry != nullptr && !shapes.add(*geometry, taken)) {
      about.notes.push_back("feature " + std::to_string(about.rows) + " has no usable shape");
    }
    if (piece.xy.size() / 2 < kPiecePoints && piece.attributes.text.size() < (std::size_t{4} << 20)) continue;
    sink.map(piece);
    sent = true;
    clear(piece);
  }
  if (!sent || !piece.features.empty()) sink.map(piece);
  if (CPLGetLastErrorType() == CE_Failure)
    return fail(Code::bad_input, "it is damaged (" + last_words() + ")");
  return Done{};
}

}  // namespace

Result<> read_map_with_gdal(const std::string& path, FileKind kind, const ReadRequest& request, MapSink& sink,
                            ImportReport& report) {
  VIDIK_TRY(const GdalFormat format, format_of(path, kind));
  report.format = name_of(format);
  VIDIK_TRY(const OpenDataset dataset, open_dataset(path, format));
  std::size_t left_out = 0;
  const std::vector<NamedLayer> layers = layers_of(dataset, format, left_out);
  if (request.purpose == ReadFor::base) {
    for (const NamedLayer& one : layers) {
      if (one.layer->GetGeomType() == wkbNone) continue;
      VIDIK_TRY([[maybe_unused]] const Done done, read_layer(*one.layer, false, sink, report));
    }
    return Done{};
  }
  VIDIK_TRY(OGRLayer* const found, wanted_layer(layers, request.layer));
  return read_layer(*found, true, sink, report);
}

}  // namespace vidik
