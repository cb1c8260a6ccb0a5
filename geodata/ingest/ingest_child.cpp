// The reading child: takes one request on 0 (or handed over, hand_over.h), answers with batches and a report on 3, and
// goes. Both reading programs are made of it.

#include "ingest/batch_wire.h"
#include "ingest/hand_over.h"
#include "ingest/open_file.h"
#include "ingest/read_events.h"
#include "ingest/sandbox_posix.h"

#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <exception>
#include <thread>

namespace vidik {
namespace {

constexpr int kRequestEnd = 0, kAnswerEnd = 3;
constexpr std::uint64_t kMaxRequest = std::uint64_t{16} << 20;

void write_all(const void* bytes, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t sent = ::write(kAnswerEnd, at, size);
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) ::_exit(1);  // nobody listens any more
    at += sent;
    size -= static_cast<std::size_t>(sent);
  }
}

void send(FrameKind kind, const WireOut& out) {
  const FrameHead head{FrameHead::kMagic, static_cast<std::uint32_t>(kind), out.bytes().size()};
  write_all(&head, sizeof head);
  write_all(out.bytes().data(), out.bytes().size());
}

template <typename T>
void send(FrameKind kind, const T& value) {
  WireOut out;
  encode(value, out);
  send(kind, out);
}

bool read_all(int from, void* to, std::size_t size) {
  char* at = static_cast<char*>(to);
  while (size > 0) {
    const ssize_t got = ::read(from, at, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool take_request(int from, ReadRequest& request) {
  FrameHead head;
  if (!read_all(from, &head, sizeof head)) return false;
  if (head.magic != FrameHead::kMagic || head.kind != static_cast<std::uint32_t>(FrameKind::request) ||
      head.length > kMaxRequest) {
    return false;
  }
  std::vector<char> bytes(head.length);
  if (!read_all(from, bytes.data(), bytes.size())) return false;
  WireIn in(bytes);
  if (!decode(in, request)) return false;
  if (from == kRequestEnd)
    hand_over_to_gdal(request, {reinterpret_cast<const char*>(&head), sizeof head}, bytes);
  if (from == kHandedRequest) ::close(from);
  return true;
}

class PipeSink : public ReadSink, public BaseSink {
 public:
  void events(const EventBatch& batch) override { put(FrameKind::events, batch); }
  void table(const TextTable& piece) override { put(FrameKind::table, piece); }
  void map(const MapTable& piece) override { put(FrameKind::map, piece); }
  void image(const BaseImage& image) override { put(FrameKind::image, image); }
  void progress(const ReadProgress& progress) override { put(FrameKind::progress, progress); }

 private:
  template <typename T>
  void put(FrameKind kind, const T& value) {
    out_.clear();
    encode(value, out_);
    send(kind, out_);
  }
  WireOut out_;  // kept: growing it anew for each batch costs more than the copying
};

Result<ImportReport> answer(const ReadRequest& request) {
  PipeSink sink;
  ImportReport report;
  report.path = request.path;
  // Before the libraries fall silent over it: how patient to be depends on the size.
  struct stat about {};
  if (::stat(request.path.c_str(), &about) == 0 && S_ISREG(about.st_mode)) {
    sink.progress({0, 0, static_cast<std::uint64_t>(about.st_size)});
  }
  if (request.purpose == ReadFor::map) {
    VIDIK_TRY(Done done, read_map(request, sink, report));
    (void)done;
    return report;
  }
  if (request.purpose == ReadFor::base) {
    VIDIK_TRY(Done done, read_base(request, sink, report));
    (void)done;
    return report;
  }
  VIDIK_TRY(OpenedFile file, open_file(request));
  if (request.purpose == ReadFor::table) {
    VIDIK_TRY(Done done, read_table(file, request, sink, report));
    (void)done;
  } else {
    VIDIK_TRY(Done done, read_events(file, request, transform_to_degrees, sink, report));
    (void)done;
  }
  return report;
}

int run(int request_end) {
  ReadRequest request;
  if (!take_request(request_end, request)) return 2;
  const SandboxState sandbox = enter_sandbox({request.limits.memory_mb, request.limits.cpu_s});
  if (!sandbox.calls_forbidden) {
    send(FrameKind::failed, fail(Code::unavailable, "the reader could not give up its rights (seccomp: " +
                                                        sandbox.trouble + "), so it reads nothing"));
    return 0;
  }
  // The program's end of the wire closes when it does not want us any more, however it went.
  std::thread([] {
    char byte = 0;
    while (::read(kRequestEnd, &byte, 1) < 0 && errno == EINTR) {
    }
    ::_exit(1);
  }).detach();
  try {
    const Result<ImportReport> report = answer(request);
    if (report.ok()) {
      send(FrameKind::report, report.value());
    } else {
      send(FrameKind::failed, report.error());
    }
  } catch (const std::bad_alloc&) {
    send(FrameKind::failed,
         fail(Code::refused, "the file needs more memory than the reader may use (limit memory_mb)"));
  } catch (const std::exception& error) {
    send(FrameKind::failed, fail(Code::unavailable, std::string("the reader failed: ") + error.what()));
  }
  return 0;
}

}  // namespace
}  // namespace vidik

int main(int argc, char**) {
  const int code = vidik::run(argc > 1 ? vidik::kHandedRequest : 0);
  ::_exit(code);  // the libraries' own endings take longer than the reading of a small file
}
