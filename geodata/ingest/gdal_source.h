#pragma once
// Files that GDAL reads, as record sources and as maps; GDAL itself stays inside gdal_*.cpp.
//
// Threads: one. Errors: GDAL's words, as one sentence.

#include "ingest/open_file.h"
#include "ingest/sniff.h"

namespace vidik {

enum class GdalFormat : std::uint8_t;

// Of an archive by its members.
Result<GdalFormat> format_of(const std::string& path, FileKind kind);

Result<OpenedFile> open_with_gdal(const std::string& path, FileKind kind, const ReadRequest& request);
Result<> read_map_with_gdal(const std::string& path, FileKind kind, const ReadRequest& request, MapSink& sink,
                            ImportReport& report);

// Only formats of pictures that say where they lie: GeoTIFF, MBTiles, GeoPackage tiles.
Result<> read_raster_with_gdal(const std::string& path, BaseSink& sink, ImportReport& report);

}  // namespace vidik
