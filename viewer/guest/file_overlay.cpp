#include "guest/file_overlay.h"

namespace vidik {

void FileOverlay::start(std::int64_t) {
  changed_ = true;
  entry_->marks_current = true;  // it draws nothing
  entry_->isolation = {"no code of its own", "its file is read by vidik-ingest in a process of its own"};
  const Result<ReadRequest> request = table_request(setup_.manifest.tables.at("events"), setup_.reading);
  if (!request.ok()) {
    entry_->state = GuestState::failed;
    entry_->reason = request.error().message();
    return;
  }
  entry_->state = GuestState::ready;
  entry_->reason.clear();
  if (!setup_.with_events) return;
  ReadRequest events = *request;
  events.purpose = ReadFor::events;
  Result<ReadJob> job = start_read(events);
  if (!job.ok()) {
    entry_->state = GuestState::failed;
    entry_->reason = job.error().message();
    return;
  }
  entry_->events_complete = false;
  entry_->lost.clear();
  problems_ = Problems();
  builder_ = std::make_unique<LayerBuilder>(entry_->short_name, entry_->name);
  for (const std::string& credit : setup_.manifest.credits) builder_->attribute(credit);
  for (const Category& category : setup_.manifest.categories) builder_->define(category);
  job_.emplace(std::move(job).value());
}

void FileOverlay::stop(std::int64_t) {
  job_.reset();
  builder_.reset();
  entry_->state = GuestState::off;
  entry_->reason.clear();
  changed_ = true;
}

bool FileOverlay::poll(std::int64_t) {
  if (job_) {
    ReadOutput out;
    const ReadState state = job_->poll(out);
    for (const EventBatch& batch : out.events) builder_->append(batch, problems_);
    const ReadProgress progress = job_->progress();
    if (progress.bytes_total > 0) {
      entry_->progress = static_cast<double>(progress.bytes) / static_cast<double>(progress.bytes_total);
    }
    if (state == ReadState::failed) {
      entry_->state = GuestState::failed;
      entry_->reason = job_->error().message();
      job_.reset();
      changed_ = true;
    } else if (state == ReadState::finished) {
      finish();
    }
  }
  return std::exchange(changed_, false);
}

void FileOverlay::finish() {
  changed_ = true;
  if (const Question* open = first_question(job_->report())) {
    entry_->state = GuestState::failed;
    entry_->reason = open->text;
    entry_->events_complete = true;
    job_.reset();
    builder_.reset();
    return;
  }
  entry_->lost = what_was_dropped(job_->report());
  if (problems_.count() > 0) {
    const Problem& first = problems_.list().front();
    entry_->lost += (entry_->lost.empty() ? "" : "; ") + std::to_string(problems_.count()) +
                    (problems_.count() == 1 ? " row" : " rows") + " refused, the first on line " +
                    std::to_string(first.row) + ": " + first.reason;
  }
  entry_->reason = entry_->lost;
  job_.reset();
  entry_->layer = builder_->build();
  builder_.reset();
  entry_->events_complete = true;
  entry_->progress = 1;
}

void FileOverlay::add_wake_fds(std::vector<int>& out) const {
  if (job_ && job_->wake_fd() >= 0) out.push_back(job_->wake_fd());
}

}  // namespace vidik
