// vidik-ingest: reads delimited text itself, becomes vidik-ingest-gdal for the rest.

#include "ingest/hand_over.h"

#include "base/paths_posix.h"
#include "ingest/byte_stream.h"
#include "ingest/gdal_source.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace vidik {

namespace {

constexpr std::size_t kHead = 16 << 10;

bool is_for_gdal(const ReadRequest& request) {
  if (request.purpose == ReadFor::map || request.purpose == ReadFor::base || request.answers.contains("crs"))
    return true;
  const auto bytes = FileBytes::open(request.path);
  if (!bytes.ok()) return false;
  const FileKind kind = sniff((*bytes)->head(kHead)).kind;
  return kind != FileKind::delimited && kind != FileKind::refused;
}

Error without_gdal() {
  return fail(Code::unavailable,
              "this format needs vidik-ingest-gdal, which is not installed beside vidik-ingest");
}

}  // namespace

void hand_over_to_gdal(const ReadRequest& request, std::span<const char> head, std::span<const char> body) {
  if (!is_for_gdal(request)) return;
  const int memory = ::memfd_create("request", MFD_CLOEXEC);
  if (memory < 0) return;
  const bool whole = ::write(memory, head.data(), head.size()) == static_cast<ssize_t>(head.size()) &&
                     ::write(memory, body.data(), body.size()) == static_cast<ssize_t>(body.size());
  if (!whole || ::lseek(memory, 0, SEEK_SET) != 0 || ::dup2(memory, kHandedRequest) != kHandedRequest) return;
  if (memory == kHandedRequest) ::fcntl(memory, F_SETFD, 0);  // dup2 onto itself leaves it to be closed
  const std::string program = program_dir() + "/vidik-ingest-gdal";
  ::execl(program.c_str(), program.c_str(), "handed-over", nullptr);
}

Result<OpenedFile> open_with_gdal(const std::string&, FileKind, const ReadRequest&) { return without_gdal(); }

Result<> read_raster_with_gdal(const std::string&, BaseSink&, ImportReport&) { return without_gdal(); }

Result<> read_map_with_gdal(const std::string&, FileKind, const ReadRequest&, MapSink&, ImportReport&) {
  return without_gdal();
}

Result<PlaceTransform> transform_to_degrees(const std::string&) { return without_gdal(); }

}  // namespace vidik
