#include "ingest/batch_wire.h"
#include "ingest/reader_process.h"
#include "ingest/source.h"

#include <poll.h>
#include <chrono>
#include <utility>

namespace vidik {
namespace {

using Clock = std::chrono::steady_clock;  // only for the watchdog; no output depends on it

// A library may be silent while it opens a big file; slower than this a disk is broken.
constexpr std::uint64_t kSlowestBytesPerSecond = 10'000'000;

}  // namespace

struct ReadJob::Body {
  explicit Body(ReaderProcess started) : process(std::move(started)) {}

  ReaderProcess process;
  std::string path;
  ReadLimits limits;
  ReadFor purpose = ReadFor::events;
  ReadState state = ReadState::reading;
  ReadProgress progress;
  ImportReport report;
  Error error;

  FrameHead head;
  std::size_t head_got = 0;
  Payload payload;
  std::size_t payload_got = 0;
  bool idle = false;
  Clock::time_point idle_since;

  void give_up(Code code, std::string text) {
    process.end();
    state = ReadState::failed;
    error = fail(code, std::move(text), path);
  }

  // The child answered in full: nothing more is wanted of it.
  void finish() {
    process.end();
    state = ReadState::finished;
  }

  bool step(std::size_t& budget);
  bool take_frame(ReadOutput& out);
  void fail_by_silence();
};

// Reads on with the frame at hand; false = nothing to read now, or over.
bool ReadJob::Body::step(std::size_t& budget) {
  const bool in_head = head_got < sizeof head;
  char* to = in_head ? reinterpret_cast<char*>(&head) + head_got : payload.bytes.get() + payload_got;
  const std::size_t want = in_head ? sizeof head - head_got : payload.size - payload_got;
  const long got = process.read(to, want);
  if (got < 0) {
    const std::string how = process.end(ReaderProcess::Ending::by_itself);
    const std::string said = "the file could not be read: the reader " + how;
    if (how == ReaderProcess::kOutOfTime) {
      give_up(Code::refused, said);
    } else {
      give_up(Code::unavailable, said + "; the file may be damaged or meant to harm");
    }
    return false;
  }
  if (got == 0) {
    fail_by_silence();
    return false;
  }
  idle = false;
  const auto count = static_cast<std::size_t>(got);
  budget -= std::min(budget, count);
  if (!in_head) {
    payload_got += count;
    return true;
  }
  head_got += count;
  if (head_got < sizeof head) return true;
  if (head.magic != FrameHead::kMagic || head.length > kMaxFrame) {
    give_up(Code::unavailable, "the file could not be read: the reader broke its protocol");
    return false;
  }
  payload.bytes = std::shared_ptr<char[]>(new char[head.length + 1]);  // not filled: it is about to be
  payload.size = head.length;
  payload_got = 0;
  return true;
}

void ReadJob::Body::fail_by_silence() {
  const auto now = Clock::now();
  if (!idle) {
    idle = true;
    idle_since = now;
  }
  const auto allowed = std::chrono::seconds(limits.silent_s + progress.bytes_total / kSlowestBytesPerSecond);
  if (now - idle_since < allowed) return;
  give_up(Code::refused, "the file was given up: nothing came for " + std::to_string(allowed.count()) +
                             " s (limit silent_s)");
}

// One whole frame; false = it makes no sense.
bool ReadJob::Body::take_frame(ReadOutput& out) {
  WireIn in(payload.span());
  switch (static_cast<FrameKind>(head.kind)) {
    case FrameKind::progress:
      return decode(in, progress);
    case FrameKind::events:
      if (purpose != ReadFor::events) return false;
      out.events.emplace_back();
      if (decode(payload, out.events.back())) return true;
      out.events.pop_back();
      return false;
    case FrameKind::table:
      return purpose == ReadFor::table && append_decoded(in, out.table);
    case FrameKind::map:
      return (purpose == ReadFor::map || purpose == ReadFor::base) && append_decoded(in, out.map);
    case FrameKind::image:
      return purpose == ReadFor::base && decode(in, out.image);
    case FrameKind::report:
      if (!decode(in, report)) return false;
      report.path = path;
      finish();
      return true;
    case FrameKind::failed:
      if (!decode(in, error)) return false;
      process.end();
      error.where = path;
      state = ReadState::failed;
      return true;
    case FrameKind::request:
      break;
  }
  return false;
}

ReadJob::ReadJob(std::unique_ptr<Body> body) : body_(std::move(body)) {}
ReadJob::ReadJob(ReadJob&&) noexcept = default;
ReadJob& ReadJob::operator=(ReadJob&&) noexcept = default;
ReadJob::~ReadJob() = default;

ReadState ReadJob::poll(ReadOutput& out, std::size_t budget_bytes) {
  Body& b = *body_;
  while (b.state == ReadState::reading && budget_bytes > 0) {
    const bool whole = b.head_got == sizeof b.head && b.payload_got == b.payload.size;
    if (!whole) {
      if (!b.step(budget_bytes)) break;
      continue;
    }
    if (!b.take_frame(out))
      b.give_up(Code::unavailable, "the file could not be read: the reader broke its protocol");
    b.head_got = 0;
    b.payload = {};
    b.payload_got = 0;
  }
  return b.state;
}

ReadState ReadJob::wait(ReadOutput& out) {
  while (wait_some(out) == ReadState::reading) {
  }
  return body_->state;
}

ReadState ReadJob::wait_some(ReadOutput& out) {
  if (body_->state == ReadState::reading) {
    pollfd wait_for{body_->process.wake_fd(), POLLIN, 0};
    ::poll(&wait_for, 1, 200);  // wakes for the watchdog too
  }
  return poll(out);
}

void ReadJob::cancel() {
  if (body_->state == ReadState::reading) body_->give_up(Code::cancelled, "reading was cancelled");
}

int ReadJob::wake_fd() const { return body_->process.wake_fd(); }
int ReadJob::child_id() const { return body_->process.id(); }
ReadProgress ReadJob::progress() const { return body_->progress; }
const ImportReport& ReadJob::report() const { return body_->report; }
const Error& ReadJob::error() const { return body_->error; }

Result<ReadJob> start_read(const ReadRequest& request) {
  const std::string program =
      request.program.empty() ? ReaderProcess::program_beside_this_one() : request.program;
  VIDIK_TRY(ReaderProcess process, ReaderProcess::start(program));
  WireOut out;
  encode(request, out);
  const FrameHead head{FrameHead::kMagic, static_cast<std::uint32_t>(FrameKind::request), out.bytes().size()};
  // A child that is gone already says how it went when it is read from.
  if (process.say({reinterpret_cast<const char*>(&head), sizeof head}).ok())
    (void)process.say(out.bytes()).ok();
  auto body = std::make_unique<ReadJob::Body>(std::move(process));
  body->path = request.path;
  body->limits = request.limits;
  body->purpose = request.purpose;
  return ReadJob(std::move(body));
}

namespace {

Result<ReadOutput> read_all(const ReadRequest& request, ImportReport* report, bool questions_fail) {
  VIDIK_TRY(ReadJob job, start_read(request));
  ReadOutput out;
  if (job.wait(out) == ReadState::failed) return job.error();
  if (report != nullptr) *report = job.report();
  if (!questions_fail) return out;
  for (const LayerReport& layer : job.report().layers) {
    if (!layer.questions.empty()) return fail(Code::question, layer.questions.front().text, request.path);
  }
  return out;
}

}  // namespace

Result<ImportReport> read_report(ReadRequest request) {
  request.purpose = ReadFor::report;
  ImportReport report;
  VIDIK_TRY(ReadOutput out, read_all(request, &report, false));
  return report;
}

Result<MapTable> read_map_table(const std::string& path, const std::string& table, ImportReport* report) {
  ReadRequest request;
  request.path = path;
  request.layer = table;
  request.purpose = ReadFor::map;
  VIDIK_TRY(ReadOutput out, read_all(request, report, true));
  return std::move(out.map);
}

}  // namespace vidik
