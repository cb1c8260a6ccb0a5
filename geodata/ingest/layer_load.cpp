#include "ingest/layer_load.h"

#include "base/paths_posix.h"
#include "ingest/layer_cache.h"
#include "ingest/layer_name.h"
#include "ingest/report_json.h"
#include "store/layer_builder.h"
#include "store/layer_file.h"

#include <poll.h>
#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

namespace vidik {

std::string default_cache_dir() {
  const std::string dir = cache_dir();
  return dir.empty() ? dir : dir + "/layers";
}

struct LayerLoad::Body {
  LayerRequest request;
  CachePlace cache;
  ReadState state = ReadState::reading;
  Error error;
  ImportReport report;
  std::optional<ReadJob> job;
  LayerBuilder builder{"", ""};
  Problems refused;
  LayerRef layer;
  bool from_cache = false;
  ReadProgress progress;
  std::thread writer;

  ~Body() {
    if (writer.joinable()) writer.join();
  }

  void fail_with(Error why) {
    state = ReadState::failed;
    error = std::move(why);
    job.reset();
  }
  bool open_cached();
  void start();
  void finish();
  void account_for_refused();
  void write_cache();
};

bool LayerLoad::Body::open_cached() {
  if (cache.file.empty()) return false;
  const Result<LayerRef> cached = LayerFile::open(cache.file, cache.key);
  const Result<std::string> note =
      cached.ok() ? LayerFile::note(cache.file, cache.key) : Result<std::string>(cached.error());
  if (!note.ok()) return false;
  Result<ImportReport> kept = parse_note(note.value());
  if (!kept.ok() || cached.value()->name != request.name || cached.value()->title != request.title)
    return false;
  layer = cached.value();
  report = std::move(kept).value();
  report.path = request.read.path;
  from_cache = true;
  state = ReadState::finished;
  return true;
}

void LayerLoad::Body::start() {
  if (request.name.empty()) request.name = layer_name_of(request.read.path);
  if (request.title.empty()) request.title = request.name;
  cache = cache_place(request.read, request.cache_dir);
  if (open_cached()) return;
  request.read.purpose = ReadFor::events;
  builder = LayerBuilder(request.name, request.title);
  Result<ReadJob> started = start_read(request.read);
  if (!started.ok()) return fail_with(started.error());
  job.emplace(std::move(started).value());
}

// The store has the last word on a row: what it refuses was not kept after all.
void LayerLoad::Body::account_for_refused() {
  if (report.layers.empty() || refused.count() == 0) return;
  LayerReport& first = report.layers.front();
  const std::uint64_t lost = std::min(refused.count(), first.kept);
  first.kept -= lost;
  first.dropped += lost;
  first.drops.insert(first.drops.end(), refused.list().begin(), refused.list().end());
  std::stable_sort(first.drops.begin(), first.drops.end(),
                   [](const Problem& a, const Problem& b) { return a.row < b.row; });
}

void LayerLoad::Body::write_cache() {
  if (cache.file.empty() || report.incomplete || !make_dirs(request.cache_dir).ok()) return;
  writer = std::thread([place = cache, made = layer, note = note_of(report)] {
    // Whoever changed the source while it was read gets it read again.
    (void)LayerFile::write(place.file, place.key, *made, note).ok();
  });
}

void LayerLoad::Body::finish() {
  report = job->report();
  progress = job->progress();
  job.reset();
  for (const LayerReport& one : report.layers) {
    if (!one.questions.empty())
      return fail_with(fail(Code::question, one.questions.front().text, request.read.path));
  }
  account_for_refused();
  Problems again;
  layer = builder.build(&again);
  if (again.count() > 0) {
    report.notes.push_back(std::to_string(again.count()) +
                           (again.count() == 1 ? " id occurs" : " ids occur") +
                           " more than once and got a number");
  }
  state = ReadState::finished;
  const CachePlace now = cache_place(request.read, request.cache_dir);
  if (now.key == cache.key) write_cache();
}

LayerLoad::LayerLoad(LayerRequest request) : body_(std::make_unique<Body>()) {
  body_->request = std::move(request);
  body_->start();
}
LayerLoad::LayerLoad(LayerLoad&&) noexcept = default;
LayerLoad& LayerLoad::operator=(LayerLoad&&) noexcept = default;
LayerLoad::~LayerLoad() = default;

ReadState LayerLoad::poll() {
  Body& b = *body_;
  if (b.state != ReadState::reading) return b.state;
  ReadOutput out;
  const ReadState state = b.job->poll(out);
  for (const EventBatch& batch : out.events) b.builder.append(batch, b.refused);
  if (state == ReadState::failed) {
    b.fail_with(b.job->error());
  } else if (state == ReadState::finished) {
    b.finish();
  }
  return b.state;
}

ReadState LayerLoad::wait() {
  while (poll() == ReadState::reading) {
    pollfd wait_for{wake_fd(), POLLIN, 0};
    ::poll(&wait_for, 1, 200);
  }
  return body_->state;
}

void LayerLoad::cancel() {
  if (body_->state != ReadState::reading) return;
  body_->job->cancel();
  body_->fail_with(body_->job->error());
}

LayerRef LayerLoad::layer() const { return body_->layer; }
LayerRef LayerLoad::layer_so_far() const {
  if (body_->layer) return body_->layer;
  return body_->builder.kept() == 0 ? nullptr : body_->builder.build_so_far();
}
std::uint64_t LayerLoad::kept_so_far() const {
  return body_->layer ? body_->layer->size() : body_->builder.kept();
}
bool LayerLoad::from_cache() const { return body_->from_cache; }
int LayerLoad::wake_fd() const { return body_->job ? body_->job->wake_fd() : -1; }
ReadProgress LayerLoad::progress() const { return body_->job ? body_->job->progress() : body_->progress; }
const ImportReport& LayerLoad::report() const { return body_->report; }
const Error& LayerLoad::error() const { return body_->error; }

}  // namespace vidik
