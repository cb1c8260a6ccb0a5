#include "ingest/gdal_source.h"

namespace vidik {
Result<OpenedFile> open_with_gdal(const std::string&, FileKind, const ReadRequest&) { return fail(Code::refused, "not yet"); }
Result<> read_map_with_gdal(const std::string&, FileKind, const ReadRequest&, MapSink&, ImportReport&) { return fail(Code::refused, "not yet"); }
Result<PlaceTransform> transform_to_degrees(const std::string&) { return fail(Code::refused, "not yet"); }
}  // namespace vidik
