#pragma once
// GDAL locked down: one driver at a time, no network, no code of others, no writing; and its answers as ours.
//
// Ownership: an OpenDataset closes itself. Threads: one. Errors: GDAL's last words, cut to one line.
// This header and gdal_*.cpp are the only places that see GDAL.

#include "base/result.h"
#include "ingest/sniff.h"

#include <gdal.h>
#include <memory>
#include <string>
#include <vector>

class OGRLayer;
class OGRFeature;
class OGRSpatialReference;

namespace vidik {

struct CloseDataset {
  void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using OpenDataset = std::shared_ptr<void>;  // a GDALDatasetH: sources of several layers share it

enum class GdalFormat : std::uint8_t {
  geojson,
  geojson_lines,
  gpkg,
  kml,
  gpx,
  gml,
  shapefile,
  flatgeobuf,
  xlsx,
  ods
};

std::string_view name_of(GdalFormat format);  // "GeoJSON", as reports call it

// `path` is a resolved file, or memory of our own.
Result<OpenDataset> open_dataset(const std::string& path, GdalFormat format);

Result<OpenDataset> open_raster(const std::string& path);  // GeoTIFF, MBTiles or GeoPackage tiles

struct NamedLayer {
  std::string name;
  OGRLayer* layer;
};
// Those that may be read: no views of a database, which may never end. `left_out` counts the others.
std::vector<NamedLayer> layers_of(const OpenDataset& dataset, GdalFormat format, std::size_t& left_out);

std::string last_words();  // what GDAL complained about last, or empty

// A field as text: dates as ISO, numbers as short as they read back, lists with "; ".
void field_text(const OGRFeature& feature, int field, std::string& out);

// Bytes as a file in GDAL's memory, gone with the object.
class MemoryFile {
 public:
  MemoryFile(std::string name, std::string bytes);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_, bytes_;
};

}  // namespace vidik
