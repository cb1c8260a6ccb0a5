#include "ingest/gdal_session.h"

#include "base/number.h"
#include "base/text.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_vsi.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <array>
#include <cstdio>
#include <set>

namespace vidik {
namespace {

struct Driver {
  GdalFormat format;
  const char* name;        // GDAL's
  std::string_view shown;  // ours
  void (*enrol)();
  const char* options[5];
};

constexpr Driver kDrivers[] = {
    {GdalFormat::geojson, "GeoJSON", "GeoJSON", RegisterOGRGeoJSON, {"DATE_AS_STRING=YES", "NATIVE_DATA=NO"}},
    {GdalFormat::geojson_lines, "GeoJSONSeq", "GeoJSON lines", RegisterOGRGeoJSONSeq, {"DATE_AS_STRING=YES"}},
    {GdalFormat::gpkg, "GPKG", "GPKG", RegisterOGRGeoPackage, {"IMMUTABLE=YES", "LIST_ALL_TABLES=NO"}},
    {GdalFormat::kml, "LIBKML", "KML", RegisterOGRLIBKML, {}},
    {GdalFormat::gpx, "GPX", "GPX", RegisterOGRGPX, {}},
    {GdalFormat::gml,
     "GML",
     "GML",
     RegisterOGRGML,
     {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO", "XLINK_RESOLVE=NONE", "HUGE_FILE=NO"}},
    {GdalFormat::shapefile, "ESRI Shapefile", "Shapefile", RegisterOGRShape, {}},
    {GdalFormat::flatgeobuf, "FlatGeobuf", "FlatGeobuf", RegisterOGRFlatGeobuf, {"VERIFY_BUFFERS=YES"}},
    {GdalFormat::xlsx, "XLSX", "XLSX", RegisterOGRXLSX, {}},
    {GdalFormat::ods, "ODS", "ODS", RegisterOGRODS, {}},
};

const Driver& driver_of(GdalFormat format) { return kDrivers[static_cast<std::size_t>(format)]; }

// Over whatever anybody else said, before any driver exists.
void lock_down() {
  static constexpr std::array<std::array<const char*, 2>, 20> kSettings = {{
      {"GDAL_DRIVER_PATH", "disable"},
      {"OGR_DRIVER_PATH", "disable"},
      {"GDAL_PYTHON_DRIVER_PATH", nullptr},
      {"GDAL_VRT_ENABLE_PYTHON", "NO"},
      {"OGR_SQLITE_LOAD_EXTENSIONS", nullptr},
      {"OGR_SQLITE_PRAGMA", "trusted_schema=OFF,cell_size_check=ON,mmap_size=0"},
      {"GDAL_PAM_ENABLED", "NO"},
      {"GDAL_DISABLE_READDIR_ON_OPEN", "NO"},
      {"GDAL_HTTP_CONNECTTIMEOUT", "1"},
      {"GDAL_HTTP_TIMEOUT", "1"},
      {"CPL_DEBUG", "OFF"},
      {"CPL_TMPDIR", "/nonexistent"},
      {"OGR_GEOJSON_MAX_OBJ_SIZE", "200"},
      {"OGR_GEOJSON_MAX_BYTES_FIRST_PASS", "0"},
      {"LIBKML_RESOLVE_STYLE", "NO"},
      {"SHAPE_RESTORE_SHX", "NO"},
      {"GML_DOWNLOAD_SCHEMA", "NO"},
      {"GML_SAVE_RESOLVED_TO", nullptr},
      {"OGR_XLSX_FIELD_TYPES", "AUTO"},
      {"PROJ_NETWORK", "OFF"},
  }};
  for (const auto& [name, value] : kSettings) CPLSetConfigOption(name, value);
  CPLSetErrorHandler(CPLQuietErrorHandler);  // its words are asked for where they matter
  OSRSetPROJEnableNetwork(0);
}

OGRLayer* layer_at(GDALDataset& dataset, int i) { return dataset.GetLayer(i); }

// A view can be endless; only what the database itself calls a table is read.
std::set<std::string> tables_of(GDALDataset& dataset) {
  std::set<std::string> out;
  OGRLayer* found =
      dataset.ExecuteSQL("SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 10000", nullptr, nullptr);
  if (found == nullptr) return out;
  for (const auto& row : *found) out.insert(row->GetFieldAsString(0));
  dataset.ReleaseResultSet(found);
  return out;
}

std::string moment_text(const OGRFeature& feature, int field, OGRFieldType type) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
  float second = 0;
  if (!feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone)) return {};
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
  std::string text = out.data();
  if (type == OFTDate) return text;
  const int millis = static_cast<int>(second * 1000.0F + 0.5F);
  std::snprintf(out.data(), out.size(), "T%02d:%02d:%02d", hour, minute, millis / 1000);
  text += out.data();
  if (millis % 1000 != 0) {
    std::snprintf(out.data(), out.size(), ".%03d", millis % 1000);
    text += out.data();
  }
  if (zone < 100 && zone != 1) return text;  // 0: not known; 1: local time of somewhere
  if (zone == 100) return text + "Z";
  if (zone == 1) return text;
  const int minutes = (zone - 100) * 15;
  std::snprintf(out.data(), out.size(), "%c%02d:%02d", minutes < 0 ? '-' : '+', std::abs(minutes) / 60,
                std::abs(minutes) % 60);
  return text + out.data();
}

}  // namespace

std::string_view name_of(GdalFormat format) { return driver_of(format).shown; }

std::string last_words() {
  std::string words = repaired_utf8(CPLGetLastErrorMsg());
  for (char& c : words) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  return std::string(trimmed(std::string_view(words).substr(0, 300)));
}

Result<OpenDataset> open_dataset(const std::string& path, GdalFormat format) {
  lock_down();
  const Driver& driver = driver_of(format);
  driver.enrol();
  const char* const allowed[] = {driver.name, nullptr};
  CPLErrorReset();
  GDALDatasetH dataset =
      GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed, driver.options, nullptr);
  if (dataset == nullptr) {
    const std::string words = last_words();
    return fail(Code::bad_input, "it begins like " + std::string(driver.shown) + " but cannot be read" +
                                     (words.empty() ? std::string() : " (" + words + ")"));
  }
  return OpenDataset(dataset, CloseDataset());
}

Result<OpenDataset> open_raster(const std::string& path) {
  lock_down();
  GDALRegister_GTiff();
  GDALRegister_MEM();
  GDALRegister_VRT();  // what GDALTranslate makes; none is opened
  RegisterOGRGeoPackage();
  GDALRegister_MBTiles();
  GDALRegister_PNG();
  GDALRegister_JPEG();
  GDALRegister_WEBP();
  static constexpr const char* kAllowed[] = {"GTiff", "MBTiles", "GPKG", nullptr};
  CPLErrorReset();
  GDALDatasetH dataset =
      GDALOpenEx(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, kAllowed, nullptr, nullptr);
  if (dataset != nullptr) return OpenDataset(dataset, CloseDataset());
  const std::string words = last_words();
  return fail(Code::bad_input, "there is no picture in it that Vidik reads" +
                                   (words.empty() ? std::string() : " (" + words + ")"));
}

std::vector<NamedLayer> layers_of(const OpenDataset& dataset, GdalFormat format, std::size_t& left_out) {
  GDALDataset& open = *GDALDataset::FromHandle(dataset.get());
  std::set<std::string> tables;
  if (format == GdalFormat::gpkg) tables = tables_of(open);
  std::vector<NamedLayer> out;
  left_out = 0;
  for (int i = 0; i < open.GetLayerCount(); ++i) {
    OGRLayer* layer = layer_at(open, i);
    if (layer == nullptr) continue;
    const std::string name = repaired_utf8(layer->GetName());
    if (format == GdalFormat::gpkg && tables.count(layer->GetName()) == 0) {
      ++left_out;
      continue;
    }
    out.push_back({name, layer});
  }
  return out;
}

void field_text(const OGRFeature& feature, int field, std::string& out) {
  out.clear();
  if (!feature.IsFieldSetAndNotNull(field)) return;
  const OGRFieldType type = feature.GetFieldDefnRef(field)->GetType();
  switch (type) {
    case OFTReal:
      out = shortest(feature.GetFieldAsDouble(field));
      break;
    case OFTDate:
    case OFTDateTime:
      out = moment_text(feature, field, type);
      break;
    case OFTStringList: {
      char** list = feature.GetFieldAsStringList(field);
      for (; list != nullptr && *list != nullptr; ++list)
        out += (out.empty() ? "" : "; ") + std::string(*list);
      break;
    }
    case OFTBinary:
      break;
    case OFTInteger:
      if (feature.GetFieldDefnRef(field)->GetSubType() == OFSTBoolean) {
        out = feature.GetFieldAsInteger(field) != 0 ? "true" : "false";
        break;
      }
      [[fallthrough]];
    default:
      out = feature.GetFieldAsString(field);
  }
  if (!is_valid_utf8(out)) out = repaired_utf8(out);
}

MemoryFile::MemoryFile(std::string name, std::string bytes)
    : path_("/vsimem/" + std::move(name)), bytes_(std::move(bytes)) {
  VSILFILE* file =
      VSIFileFromMemBuffer(path_.c_str(), reinterpret_cast<GByte*>(bytes_.data()), bytes_.size(), FALSE);
  if (file != nullptr) VSIFCloseL(file);
}
MemoryFile::~MemoryFile() { VSIUnlink(path_.c_str()); }

}  // namespace vidik
