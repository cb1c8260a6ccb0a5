#include "ingest/open_file.h"

#include "ingest/byte_stream.h"
#include "ingest/gdal_source.h"
#include "ingest/sniff.h"

#include <cstdlib>
#include <memory>

namespace vidik {
namespace {

constexpr std::size_t kHead = 16 << 10;

// The one real path of a regular file: no name that a library would take for an address, a driver or an
// archive.
Result<std::string> real_file(const std::string& path) {
  const auto refuse = [&](const char* why) { return fail(Code::refused, why); };
  if (path.empty() || path.find('\0') != std::string::npos) return refuse("this is no name of a file");
  if (path.find("://") != std::string::npos) return refuse("addresses are not opened, only files");
  if (path.substr(0, 4) == "/vsi") return refuse("only files are opened");
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
  if (real == nullptr) {
    const auto file = FileBytes::open(path);  // says why
    if (!file.ok()) return file.error();
    return fail(Code::not_found, "there is no such file");
  }
  std::string out = real.get();
  if (out.substr(0, 4) == "/vsi" || out.find("://") != std::string::npos)
    return refuse("only files are opened");
  return out;
}

bool is_raster(std::string_view head) {
  const auto begins = [&](std::string_view with) { return head.substr(0, with.size()) == with; };
  using namespace std::string_view_literals;
  // TIFF of either byte order, and the one for large files.
  for (const std::string_view magic : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
    if (begins(magic)) return true;
  return begins("SQLite format 3\0"sv);  // MBTiles, or a GeoPackage of tiles
}

}  // namespace

Result<OpenedFile> open_file(const ReadRequest& request) {
  VIDIK_TRY(const std::string path, real_file(request.path));
  VIDIK_TRY(auto bytes, FileBytes::open(path));
  const Sniffed sniffed = sniff(bytes->head(kHead));
  bytes.reset();
  if (sniffed.kind == FileKind::refused) return fail(Code::bad_input, sniffed.why);
  if (sniffed.kind == FileKind::delimited) return open_delimited(path, request.answers);
  return open_with_gdal(path, sniffed.kind, request);
}

Result<> read_map(const ReadRequest& request, MapSink& sink, ImportReport& report) {
  VIDIK_TRY(const std::string path, real_file(request.path));
  VIDIK_TRY(auto bytes, FileBytes::open(path));
  const Sniffed sniffed = sniff(bytes->head(kHead));
  if (sniffed.kind == FileKind::refused) return fail(Code::bad_input, sniffed.why);
  if (sniffed.kind == FileKind::delimited) return fail(Code::bad_input, "it holds no shapes");
  return read_map_with_gdal(path, sniffed.kind, request, sink, report);
}

Result<> read_base(const ReadRequest& request, BaseSink& sink, ImportReport& report) {
  VIDIK_TRY(const std::string path, real_file(request.path));
  VIDIK_TRY(auto bytes, FileBytes::open(path));
  const std::string head(bytes->head(kHead));
  bytes.reset();
  const Sniffed sniffed = sniff(head);
  // A GeoPackage may hold shapes, tiles or both: shapes come first.
  if (is_raster(head) && sniffed.kind != FileKind::gpkg) return read_raster_with_gdal(path, sink, report);
  if (sniffed.kind == FileKind::refused) return fail(Code::bad_input, sniffed.why);
  if (sniffed.kind == FileKind::delimited)
    return fail(Code::bad_input, "it is a table, not a map; open it as events");
  const Result<> read = read_map_with_gdal(path, sniffed.kind, request, sink, report);
  const bool shapes = read.ok() && !report.layers.empty();
  if (shapes || sniffed.kind != FileKind::gpkg) return read;
  return read_raster_with_gdal(path, sink, report);
}

}  // namespace vidik
