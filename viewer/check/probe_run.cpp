#include "check/probe_run.h"

#include "base/text.h"
#include "guest/process.h"
#include "guest/table_serve.h"
#include "guest/wait_posix.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace vidik {
namespace {

constexpr std::int64_t kLimitMs = 60'000, kLeaveMs = 2000;
constexpr const char* kZone = "Europe/Belgrade";

std::vector<std::string> words_of(const ProbeRun& run) {
  const Manifest& m = *run.manifest;
  std::string services;
  for (const std::string& one : m.services) services += (services.empty() ? "" : " ") + one;
  std::vector<std::string> out = {"--folder",   run.folder,
                                  "--check",    std::string(run.check),
                                  "--seed",     std::to_string(run.seed),
                                  "--seconds",  std::to_string(run.seconds),
                                  "--id",       m.id,
                                  "--name",     m.name,
                                  "--version",  m.version,
                                  "--services", services};
  for (const char* right : {"files", "network"})
    if (std::find(m.asks.begin(), m.asks.end(), right) != m.asks.end())
      out.push_back(std::string("--") + right);
  return out;
}

class Watched {
 public:
  Watched(const ProbeRun& run, GuestProcess process) : run_(run), process_(std::move(process)) {}

  Finding wait() {
    const std::int64_t end = monotonic_ms() + kLimitMs + (run_.check == "fuzz" ? run_.seconds * 1000 : 0);
    while (monotonic_ms() < end) {
      process_.pump();
      if (table_ && !table_->step(process_)) table_.reset();
      if (const std::optional<Finding> over = take()) return *over;
      std::vector<int> fds{process_.wake_fd()};
      if (table_ && table_->wake_fd() >= 0) fds.push_back(table_->wake_fd());
      wait_readable(fds, process_.unsent_bytes() > 0 ? 2 : 20);
    }
    process_.kill();
    return {Outcome::timed_out, "no answer in a minute" + where()};
  }

 private:
  std::string where() const { return call_.empty() ? std::string() : " " + call_; }

  std::optional<Finding> take() {
    Message type{};
    std::string_view payload;
    for (;;) {
      switch (process_.next(type, payload)) {
        case GuestProcess::Next::nothing:
          return std::nullopt;
        case GuestProcess::Next::closed:
          return ended();
        case GuestProcess::Next::nonsense:
          return Finding{Outcome::crashed, "it wrote into the descriptors of Vidik" + where()};
        case GuestProcess::Next::message:
          if (std::optional<Finding> over = take_one(type, WireIn(payload))) return over;
      }
    }
  }

  std::optional<Finding> take_one(Message type, WireIn in) {
    if (type == Message::report) {
      in.number<std::int32_t>();
      in.number<std::int32_t>();
      call_ = for_terminal(in.text(512));
    } else if (type == Message::table_read) {
      read_table(std::string(in.text(200)));
    } else if (type == Message::done) {
      const auto outcome = in.number<std::int32_t>();
      const std::string why(in.text(4096));
      if (in.finished() && outcome >= 0 && outcome <= static_cast<std::int32_t>(Outcome::skipped))
        return Finding{static_cast<Outcome>(outcome), why};
      return Finding{Outcome::crashed, "it spoke in the name of the check" + where()};
    }
    return std::nullopt;
  }

  void read_table(const std::string& name) {
    const auto found = run_.manifest->tables.find(name);
    if (found != run_.manifest->tables.end()) {
      table_.emplace(found->second, TableReading{run_.folder, kZone, {}});
      return;
    }
    WireOut out(Message::table_end);
    out.number(std::int32_t{-6});  // VIDIK_E_DENIED: no such table
    process_.send(out.take());
  }

  Finding ended() {
    std::optional<Ending> how;
    for (const std::int64_t end = monotonic_ms() + kLeaveMs; !how && monotonic_ms() < end;) {
      how = process_.ending();
      if (!how) wait_readable({}, 5);
    }
    if (!how) return {Outcome::timed_out, "it closed the descriptors of Vidik and stayed" + where()};
    std::string said = process_.log();  // a sanitizer's or the library's last words
    said =
        said.empty()
            ? said
            : " (it said: " + for_terminal(said.substr(0, std::min<std::size_t>(said.find('\n'), 200))) + ")";
    if (how->signal != 0)
      return {Outcome::crashed, "it was ended by signal " + std::to_string(how->signal) + where() + said};
    return {Outcome::crashed, "it left with exit code " + std::to_string(how->exit_code) + where() + said};
  }

  const ProbeRun& run_;
  GuestProcess process_;
  std::optional<TableServe> table_;
  std::string call_;
};

}  // namespace

Finding run_probe(const ProbeRun& run) {
  Result<GuestProcess> process = GuestProcess::start(run.program, run.binary, words_of(run));
  if (!process.ok()) return {Outcome::crashed, process.error().message()};
  return Watched(run, std::move(process).value()).wait();
}

}  // namespace vidik
