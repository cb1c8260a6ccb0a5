#include "guest/guest.h"

#include "base/atomic_file.h"
#include "base/paths_posix.h"
#include "base/text.h"

#include <algorithm>
#include <cstring>

namespace vidik {
namespace {

constexpr std::int64_t kHelloMs = 2'000, kLoadMs = 10'000, kPrepareMs = 250, kExportMs = 10'000,
                       kServiceMs = 2'000, kPanelMs = 100, kDestroyMs = 1'000;
// A call that is over its time but has hardly been given a processor is waited for so much longer: a busy machine is
// no fault of the guest's.
constexpr std::int64_t kStarvedMs = 5'000;
constexpr std::int64_t kClosedMs =
    5'000;  // between the end of the pipe and the end of the process, which a busy machine draws out
constexpr std::int64_t kMinuteMs = 60'000;
constexpr const char* kSealedFile = "/proc/self/fd/4";  // what was hashed, whatever lies in the folder by now
constexpr std::size_t kLogKept = 64u << 10;

std::string told(const Ending& ending) {
  return ending.signal != 0 ? "signal " + std::to_string(ending.signal)
                            : "exit code " + std::to_string(ending.exit_code);
}

}  // namespace

const char* Guest::word_of(Call call) {
  switch (call) {
    case Call::create:
      return "in create";
    case Call::load:
      return "in load";
    case Call::prepare:
      return "in prepare";
    case Call::set_params:
      return "in set";
    case Call::load_state:
      return "in state.load";
    case Call::save_state:
      return "in save";
    case Call::panel:
      return "in build";
    case Call::destroy:
      return "in destroy";
    case Call::none:
      break;
  }
  return "between calls";
}

Guest::Guest(GuestSetup setup, OverlayEntry& entry) : setup_(std::move(setup)), entry_(&entry) {
  entry_->log_path = setup_.log_path;
}

void Guest::move_to(OverlayEntry& entry) {
  entry = std::move(*entry_);
  entry_ = &entry;
  setup_.on_trial = false;
}

Guest::~Guest() {
  bury();
  write_log();
}

void Guest::start(std::int64_t now_ms) {
  if (process_) return;
  falls_.clear();
  entry_->reason.clear();
  entry_->state = GuestState::starting;
  launch(now_ms);
}

// What vidik-guest is called with: nothing for a shared object, which is descriptor 4, else the command to become.
std::vector<std::string> Guest::program_words() const {
  std::vector<std::string> out;
  const Manifest& m = setup_.manifest;
  if (!setup_.folder.empty()) out = {"--folder", setup_.folder};
  for (const std::string& right : m.asks) out.push_back("--" + right);
  if (!m.command.empty()) out.emplace_back("--");
  for (const std::string& word : m.command) out.push_back(word == m.binary ? kSealedFile : word);
  return out;
}

void Guest::launch(std::int64_t now_ms) {
  restart_at_ = -1;
  changed_ = true;
  entry_->isolation.clear();
  Result<GuestProcess> process = GuestProcess::start(setup_.program, setup_.binary.get(), program_words());
  if (!process.ok()) return give_up(process.error().message());
  process_.emplace(std::move(process).value());
  entry_->process_id = process_->id();
  entry_->state = GuestState::starting;
  closed_since_ = 0;
  if (!setup_.sentinel_dir.empty()) sentinel_.emplace(setup_.sentinel_dir, entry_->id, entry_->name);
  begin(Call::create, now_ms);
  WireOut out(Message::start);
  out.number(kWireVersion);
  out.number(std::uint32_t{VIDIK_EPOCH});
  out.number(std::uint32_t{VIDIK_LEVEL});
  out.text("Vidik");
  out.text(VIDIK_VERSION);
  process_->send(out.take());
  process_->pump();
}

void Guest::begin(Call call, std::int64_t now_ms) {
  note(call);
  said_.clear();
  call_began_ = last_progress_ = now_ms;
  cpu_at_start_ = process_->cpu_us();
}

void Guest::note(Call call) {
  call_ = call;
  if (sentinel_) sentinel_->say(word_of(call));
}

void Guest::stop(std::int64_t now_ms) {
  entry_->state = GuestState::off;
  entry_->reason.clear();
  restart_at_ = -1;
  changed_ = true;
  if (process_) {
    process_->send(WireOut(Message::cancel).take());
    process_->send(WireOut(Message::stop).take());
    process_->pump();
    bury();
    dying_.emplace(std::move(*process_));
    dying_until_ = setup_.watchdog ? now_ms + kDestroyMs : INT64_MAX;
    process_.reset();
  }
  end_process();
}

// The last of a process that was told to leave: what still runs is killed, what it printed is kept.
void Guest::bury() {
  if (!dying_) return;
  dying_->pump();
  keep_log(dying_->log());
  dying_.reset();
  write_log();
}

void Guest::end_process() {
  if (process_) {
    keep_log(process_->log());
    process_.reset();
    write_log();
  }
  entry_->process_id = 0;
  sentinel_.reset();
  table_.reset();
  query_.reset();
  builder_.reset();
  recorder_.reset();
  call_ = Call::none;
  loaded_ = false;
  state_given_ = false;
  params_new_ = true;
  pressed_ = false;
  state_changed_ms_ = -1;
  save_at_once_ = false;
}

bool Guest::poll(std::int64_t now_ms) {
  if (dying_) {
    dying_->pump();
    dying_->forget_messages();
    if (dying_->ending() || now_ms >= dying_until_) bury();
  }
  if (restart_at_ >= 0 && now_ms >= restart_at_) launch(now_ms);
  if (process_) {
    process_->pump();
    take_messages(now_ms);
  }
  if (process_ && table_) {
    if (!table_->step(*process_)) {
      if (!table_->why().empty()) {
        keep_log("table: " + table_->why() + "\n");
        if (entry_->reason.empty()) entry_->reason = table_->why();
        if (call_ == Call::load) entry_->lost = "table: " + table_->why();
      }
      table_.reset();
    }
    last_progress_ = now_ms;  // the host is at work, not the guest
    process_->pump();
  }
  if (process_ && query_) {
    if (!query_->step(*process_)) query_.reset();
    last_progress_ = now_ms;
    process_->pump();
  }
  if (process_) watch(now_ms);
  const bool asks =
      process_ && call_ == Call::none && entry_->state == GuestState::ready && setup_.with_events;
  if (asks && !ask_first(now_ms)) {
    if (!loaded_ && !entry_->events_complete)
      send_load(now_ms);
    else if (ask_is_new_ && entry_->draws)
      send_prepare(now_ms);
    else
      ask_last(now_ms);
  }
  return std::exchange(changed_, false);
}

void Guest::take_messages(std::int64_t now_ms) {
  for (;;) {
    Message type{};
    std::string_view payload;
    switch (process_->next(type, payload)) {
      case GuestProcess::Next::nothing:
        return;
      case GuestProcess::Next::nonsense:
        return fall(std::string("spoke nonsense ") + word_of(call_), now_ms);
      case GuestProcess::Next::closed: {
        const std::optional<Ending> ending = process_->ending();
        if (ending) return fall("stopped (" + told(*ending) + " " + word_of(call_) + ")", now_ms);
        if (closed_since_ == 0) closed_since_ = now_ms;
        if (now_ms - closed_since_ > kClosedMs)
          fall(std::string("closed its connection ") + word_of(call_), now_ms);
        return;
      }
      case GuestProcess::Next::message:
        break;
    }
    last_progress_ = now_ms;
    if (!take(type, WireIn(payload), now_ms))
      return fall(std::string("spoke nonsense ") + word_of(call_), now_ms);
    if (!process_) return;
  }
}

std::int64_t Guest::limit_ms() const {
  switch (call_) {
    case Call::create:
      return kHelloMs;
    case Call::load:
      return kLoadMs;
    case Call::prepare:
      return asked_for_export_ ? kExportMs : kPrepareMs;
    case Call::set_params:
    case Call::load_state:
    case Call::save_state:
      return kServiceMs;
    case Call::panel:
      return kPanelMs;
    case Call::destroy:
      return kDestroyMs;
    case Call::none:
      break;
  }
  return INT64_MAX;
}

void Guest::watch(std::int64_t now_ms) {
  if (call_ == Call::none || closed_since_ != 0 || !setup_.watchdog) return;
  const std::int64_t since = call_ == Call::load ? last_progress_ : call_began_;
  const std::int64_t limit = limit_ms();
  if (now_ms - since <= limit) return;
  const bool starved =
      process_->is_running_or_ready() && (process_->cpu_us() - cpu_at_start_) / 1000 < limit * 4 / 5;
  if (starved && now_ms - since <= limit + kStarvedMs) return;
  fall(std::string("did not answer ") + word_of(call_), now_ms);
}

void Guest::refuse(std::string reason) {
  if (process_) process_->kill();
  end_process();
  entry_->state = GuestState::refused;
  entry_->reason = std::move(reason);
  changed_ = true;
}

void Guest::give_up(std::string reason) {
  if (process_) process_->kill();
  end_process();
  entry_->state = GuestState::failed;
  entry_->reason = std::move(reason);
  changed_ = true;
}

void Guest::fall(std::string reason, std::int64_t now_ms) {
  keep_log(reason + "\n");
  const Call call = call_;
  process_->kill();
  end_process();
  changed_ = true;
  entry_->events_complete = false;
  if (!setup_.with_events || setup_.on_trial) {  // only asked whether it starts, or whether it may take over
    entry_->state = GuestState::failed;
    entry_->reason = std::move(reason);
    return;
  }
  falls_.push_back(now_ms);
  const auto in_last_minute =
      std::count_if(falls_.begin(), falls_.end(), [&](std::int64_t t) { return now_ms - t < kMinuteMs; });
  if (in_last_minute >= 3) {
    entry_->state = GuestState::quarantined;
    entry_->reason = "switched off after 3 failures in a minute; the last: " + reason;
    return;
  }
  constexpr std::int64_t kDelays[] = {0, 1'000, 4'000};
  const std::int64_t delay = kDelays[std::min<std::size_t>(falls_.size() - 1, std::size(kDelays) - 1)];
  ++entry_->restarts;
  entry_->state = GuestState::starting;
  entry_->reason =
      reason + (delay == 0 ? "; restarted" : "; restarted after " + std::to_string(delay / 1000) + " s");
  note_bad_state(call);
  ask_is_new_ = asked_.has_value();
  restart_at_ = now_ms + delay;
}

void Guest::ask(const AskView& view) {
  asked_ = view;
  ask_is_new_ = true;
  entry_->marks_current = !entry_->draws;
}

void Guest::add_wake_fds(std::vector<int>& out) const {
  if (process_ && process_->wake_fd() >= 0) out.push_back(process_->wake_fd());
  if (table_ && table_->wake_fd() >= 0) out.push_back(table_->wake_fd());
}

void Guest::keep_log(const std::string& line) {
  log_ += line;
  if (log_.size() > kLogKept) log_.erase(0, log_.size() - kLogKept);
}

void Guest::write_log() const {
  const std::string text = process_ ? log_ + process_->log() : log_;
  if (setup_.log_path.empty() || text.empty()) return;
  const std::string folder = setup_.log_path.substr(0, setup_.log_path.rfind('/'));
  if (make_dirs(folder).ok())
    static_cast<void>(write_file_atomically(setup_.log_path, text));  // no log is no failure
}

}  // namespace vidik
