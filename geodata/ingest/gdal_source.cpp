#include "ingest/gdal_source.h"

#include "base/text.h"
#include "ingest/gdal_place.h"
#include "ingest/gdal_session.h"
#include "ingest/gdal_shape.h"
#include "ingest/kml_time.h"
#include "ingest/layer_name.h"
#include "ingest/zip_reader.h"

#include <ogrsf_frmts.h>
#include <sys/stat.h>
#include <algorithm>
#include <array>
#include <utility>

namespace vidik {
namespace {

// What KML calls them; ours are read by expat, exactly as written (kml_time.h).
constexpr std::array<std::string_view, 3> kKmlTimes = {"timestamp", "begin", "end"};

class GdalSource : public RecordSource {
 public:
  GdalSource(OpenDataset dataset, const NamedLayer& layer, GdalFormat format, LayerCrs crs,
             std::uint64_t bytes, std::shared_ptr<const KmlTimes> times, std::shared_ptr<MemoryFile> memory)
      : memory_(std::move(memory)),
        dataset_(std::move(dataset)),
        layer_(*layer.layer),
        format_(format),
        crs_(std::move(crs)),
        bytes_(bytes),
        times_(std::move(times)) {
    facts_.layer = layer.name;
    const OGRFeatureDefn& definition = *layer_.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
      std::string name = repaired_utf8(definition.GetFieldDefn(i)->GetNameRef());
      if (times_ && std::find(kKmlTimes.begin(), kKmlTimes.end(), name) != kKmlTimes.end()) continue;
      if (times_ && name == "Name") name_at_ = static_cast<int>(fields_.size());
      fields_.push_back(i);
      facts_.columns.push_back(std::move(name));
    }
    if (times_) facts_.columns.insert(facts_.columns.end(), {"id", "begin", "end"});
    facts_.has_shapes = definition.GetGeomFieldCount() > 0 && definition.GetGeomType() != wkbNone;
    facts_.crs_unknown = facts_.has_shapes && crs_.unknown;
    facts_.clock_is_utc = format == GdalFormat::kml || format == GdalFormat::gpx;
    texts_.resize(facts_.columns.size());
    views_.resize(facts_.columns.size());
    const GIntBig count = layer_.GetFeatureCount(FALSE);
    expected_ = count > 0 ? static_cast<std::uint64_t>(count) : 0;
  }

  const SourceFacts& facts() const override { return facts_; }

  bool next(Record& record) override {
    feature_.reset(layer_.GetNextFeature());
    if (!feature_) {
      if (CPLGetLastErrorType() == CE_Failure)
        error_ = "it is damaged after row " + std::to_string(row_) + " (" + last_words() + ")";
      return false;
    }
    ++row_;
    const bool is_sheet = format_ == GdalFormat::xlsx || format_ == GdalFormat::ods;
    record.row = is_sheet && feature_->GetFID() > 0 ? static_cast<std::uint64_t>(feature_->GetFID()) : row_;
    record.trouble.clear();
    for (std::size_t i = 0; i < fields_.size(); ++i) field_text(*feature_, fields_[i], texts_[i]);
    if (times_) add_times();
    for (std::size_t i = 0; i < texts_.size(); ++i) views_[i] = texts_[i];
    record.fields = views_;
    take_place(record);
    return true;
  }
  Result<> rewind() override {
    layer_.ResetReading();
    CPLErrorReset();
    row_ = 0;
    return Done{};
  }
  // GDAL does not say how far it is in the file; rows do.
  std::uint64_t bytes_done() const override {
    return expected_ == 0 ? 0 : std::min(row_, expected_) * (bytes_ / expected_);
  }
  std::uint64_t bytes_total() const override { return bytes_; }
  std::string error() const override { return error_; }
  void note(std::string words) { facts_.notes.push_back(std::move(words)); }

 private:
  void add_times() {
    if (name_at_ < 0) return;
    const KmlTime time = times_->of(texts_[static_cast<std::size_t>(name_at_)]);
    texts_[texts_.size() - 3] = time.id;
    texts_[texts_.size() - 2] = time.begin;
    texts_[texts_.size() - 1] = time.end;
  }
  void take_place(Record& record) {
    record.lon = record.lat = std::numeric_limits<double>::quiet_NaN();
    record.shape = nullptr;
    record.shape_trouble.clear();
    const OGRGeometry* geometry = feature_->GetGeometryRef();
    if (geometry == nullptr || !point_of(*geometry, record.lon, record.lat)) return;
    if (crs_.transform && !crs_.transform(record.lon, record.lat))
      record.trouble = "the place cannot be turned into degrees";
    if (wkbFlatten(geometry->getGeometryType()) == wkbPoint || !record.trouble.empty()) return;
    shape_.points.clear();
    shape_.parts.clear();
    record.shape_trouble = take_shape(*geometry, shape_);
    if (record.shape_trouble.empty() && crs_.transform) {
      for (RecordShape::Place& p : shape_.points) {
        if (crs_.transform(p.x, p.y)) continue;
        record.shape_trouble = "not all of it can be turned into degrees";
        break;
      }
    }
    if (record.shape_trouble.empty() && !shape_.parts.empty()) record.shape = &shape_;
  }

  std::shared_ptr<MemoryFile> memory_;  // outlives the dataset that reads it
  OpenDataset dataset_;
  OGRLayer& layer_;
  GdalFormat format_;
  LayerCrs crs_;
  std::uint64_t bytes_, expected_ = 0, row_ = 0;
  std::shared_ptr<const KmlTimes> times_;
  int name_at_ = -1;
  std::vector<int> fields_;
  SourceFacts facts_;
  std::vector<std::string> texts_;
  std::vector<std::string_view> views_;
  OGRFeatureUniquePtr feature_;
  RecordShape shape_;
  std::string error_;
};

bool is_wanted(const NamedLayer& layer, GdalFormat format, const std::string& wanted) {
  if (!wanted.empty()) return layer.name == wanted;
  // Routes and tracks are the lines through points that are read themselves.
  if (format == GdalFormat::gpx)
    return layer.name == "waypoints" || (layer.name == "track_points" && layer.layer->GetFeatureCount() > 0);
  // A document that only holds folders is a layer without placemarks.
  return format != GdalFormat::kml || layer.layer->GetFeatureCount() > 0;
}

}  // namespace

Result<GdalFormat> format_of(const std::string& path, FileKind kind) {
  switch (kind) {
    case FileKind::geojson:
      return GdalFormat::geojson;
    case FileKind::geojson_lines:
      return GdalFormat::geojson_lines;
    case FileKind::gpkg:
      return GdalFormat::gpkg;
    case FileKind::kml:
      return GdalFormat::kml;
    case FileKind::gpx:
      return GdalFormat::gpx;
    case FileKind::gml:
      return GdalFormat::gml;
    case FileKind::shapefile:
      return GdalFormat::shapefile;
    case FileKind::flatgeobuf:
      return GdalFormat::flatgeobuf;
    case FileKind::zip: {
      VIDIK_TRY(const ZipKind zip, zip_kind(path));
      return zip == ZipKind::xlsx  ? GdalFormat::xlsx
             : zip == ZipKind::ods ? GdalFormat::ods
                                   : GdalFormat::kml;
    }
    case FileKind::delimited:
    case FileKind::refused:
      break;
  }
  return fail(Code::bad_input, "this is no kind of file that Vidik reads");
}

Result<OpenedFile> open_with_gdal(const std::string& path, FileKind kind, const ReadRequest& request) {
  VIDIK_TRY(const GdalFormat format, format_of(path, kind));
  OpenedFile file;
  file.format = kind == FileKind::zip && format == GdalFormat::kml ? "KMZ" : std::string(name_of(format));
  struct stat about {};
  ::stat(path.c_str(), &about);
  std::shared_ptr<KmlTimes> times;
  std::shared_ptr<MemoryFile> memory;
  if (format == GdalFormat::kml) {
    VIDIK_TRY(std::string document, kind == FileKind::zip ? kml_of_kmz(path) : whole_text(path));
    VIDIK_TRY(KmlDocument read, read_kml_times(document));
    times = std::make_shared<KmlTimes>(std::move(read.times));
    memory = std::make_shared<MemoryFile>("document.kml", std::move(read.text));
    if (read.links > 0) {
      file.notes.push_back(std::to_string(read.links) + (read.links == 1 ? " link was" : " links were") +
                           " not opened");
    }
  } else if (format == GdalFormat::xlsx || format == GdalFormat::ods) {
    VIDIK_TRY(Done fits, check_members(path));
    (void)fits;
  }
  VIDIK_TRY(const OpenDataset dataset, open_dataset(memory ? memory->path() : path, format));
  std::size_t left_out = 0;
  const std::vector<NamedLayer> layers = layers_of(dataset, format, left_out);
  for (const NamedLayer& layer : layers) {
    if (!is_wanted(layer, format, request.layer)) continue;
    VIDIK_TRY(LayerCrs crs, crs_of(*layer.layer));
    auto source = std::make_unique<GdalSource>(dataset, layer, format, std::move(crs),
                                               static_cast<std::uint64_t>(about.st_size), times, memory);
    file.sources.push_back(std::move(source));
  }
  if (left_out > 0) {
    file.notes.push_back(std::to_string(left_out) + (left_out == 1 ? " view is" : " views are") +
                         " not read: only tables are");
  }
  if (!file.sources.empty()) return file;
  if (!request.layer.empty())
    return fail(Code::not_found, "there is no layer \"" + request.layer + "\" in it");
  return fail(Code::bad_input, "there is nothing in it to read");
}

}  // namespace vidik
