// Level 4: state and threads.
#include "check/probe_checks.h"
#include "check/probe_panel.h"

#include "base/text.h"
#include "guest/child_services.h"
#include "guest/service_wire.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace vidik {
namespace {

constexpr std::size_t kMiB = std::size_t{1} << 20;

struct Saved {
  vidik_status status = VIDIK_OK;
  std::string bytes, thrown;
};

Saved save(Probe& probe, Subject& subject, std::size_t most = kMaxState) {
  probe.say_call("in save");
  struct Sink {
    std::string bytes;
    std::size_t most;
    bool full = false;
  } sink{{}, most};
  const auto write = [](void* user, const void* from, std::uint64_t n) -> vidik_status {
    auto& to = *static_cast<Sink*>(user);
    if (from == nullptr && n > 0) return VIDIK_E_ARG;
    if (to.full || n > to.most - to.bytes.size()) {
      to.full = true;
      return VIDIK_E_FULL;
    }
    to.bytes.append(static_cast<const char*>(from), n);
    return VIDIK_OK;
  };
  Saved out;
  const ChildModule& m = subject.made();
  out.status = guarded([&] { return m.state->save(m.plugin, write, &sink); }, out.thrown);
  out.bytes = std::move(sink.bytes);
  return out;
}

// A fresh overlay is given these bytes, and goes on: load, draw, save.
std::string fault_with_state(Probe& probe, std::uint32_t version, const std::string& bytes) {
  Subject subject(probe);
  if (!subject.ok()) return subject.why();
  probe.say_call("in load of a state");
  std::string thrown;
  const ChildModule& m = subject.made();
  // On the heap with nothing behind it, so that a sanitizer sees who reads on.
  const std::vector<char> exact(bytes.begin(), bytes.end());
  const vidik_status status =
      guarded([&] { return m.state->load(m.plugin, version, exact.data(), exact.size()); }, thrown);
  if (!thrown.empty()) return for_terminal(thrown);
  if (!is_known_status(status)) return "it answers " + std::to_string(status);
  subject.load();
  const Drawn drawn = subject.prepare(subject.view(), kUsualBudget);
  if (drawn.bad() || !drawn.thrown.empty()) return "after it " + subject.answers("prepare", drawn.status);
  if (!drawn.fault.empty()) return "it draws nonsense: " + drawn.fault;
  if (m.panel != nullptr) {
    Built built;
    build(probe, subject, built);
    if (!built.thrown.empty()) return for_terminal(built.thrown);
    if (built.status < 0) return "after it " + subject.answers("panel", built.status);
    if (!built.heard.fault.empty()) return "after it its panel has " + built.heard.fault;
  }
  const Saved saved = save(probe, subject);
  return saved.status < 0 ? "it cannot save any more: " + status_word(saved.status) : std::string();
}

std::string random_bytes(std::mt19937_64& random, std::size_t n) {
  std::string out(n, '\0');
  for (char& c : out) c = static_cast<char>(random());
  return out;
}

// An overlay with a state, after its panel was used a little, so that there is something to save.
struct WithState {
  Subject subject;
  Finding none;
  bool go = false;
  WithState(Probe& probe) : subject(probe) {
    if (!subject.ok()) {
      none = failed(subject.why());
      return;
    }
    if (subject.made().state == nullptr) {
      none = none_of(VIDIK_STATE_1);
      return;
    }
    go = true;
    subject.load();
    subject.prepare(subject.view(), kUsualBudget);
    for (int i = 0; i < 8 && subject.made().panel != nullptr; ++i) {
      Built built;
      build(probe, subject, built);
      std::string thrown;
      build_panel(subject.link(), subject.made(), WireIn(presses_of(probe.random(), built.heard.controls)),
                  thrown);
    }
  }
};

Finding bears(const std::string& what, const std::string& fault) {
  return fault.empty() ? passed() : failed(what + ": " + fault);
}

Finding bears_state(Probe& probe, const std::string& what, std::uint32_t version_more,
                    const std::string& bytes) {
  const WithState with(probe);
  if (!with.go) return with.none;
  return bears(what, fault_with_state(probe, with.subject.made().state->version + version_more, bytes));
}

}  // namespace

Finding check_state_round_trip(Probe& probe) {
  WithState with(probe);
  if (!with.go) return with.none;
  const Saved first = save(probe, with.subject);
  if (!first.thrown.empty()) return failed(for_terminal(first.thrown));
  if (first.status < 0) return failed("save answers " + status_word(first.status));
  Subject other(probe);
  if (!other.ok()) return failed(other.why());
  probe.say_call("in load of a state");
  std::string thrown;
  const ChildModule& m = other.made();
  const vidik_status status = guarded(
      [&] { return m.state->load(m.plugin, m.state->version, first.bytes.data(), first.bytes.size()); },
      thrown);
  if (status < 0) return failed("it refuses what it saved: " + status_word(status));
  const Saved second = save(probe, other);
  return second.bytes == first.bytes ? passed()
                                     : failed("it saves other bytes after it loaded what it had saved");
}

Finding check_state_empty(Probe& probe) { return bears_state(probe, "an empty state", 0, ""); }

Finding check_state_random(Probe& probe) {
  for (const std::size_t n : {1U, 16U, 257U, 65'536U}) {
    const std::string bytes = random_bytes(probe.random(), n);
    Finding out = bears_state(probe, std::to_string(n) + " random bytes", 0, bytes);
    if (out.outcome != Outcome::pass) return out;
  }
  return passed();
}

Finding check_state_truncated(Probe& probe) {
  WithState with(probe);
  if (!with.go) return with.none;
  const std::string whole = save(probe, with.subject).bytes;
  const std::size_t step = std::max<std::size_t>(1, whole.size() / 64);
  for (std::size_t n = step; n < whole.size(); n += step) {
    const std::string fault = fault_with_state(probe, with.subject.made().state->version, whole.substr(0, n));
    if (!fault.empty()) return failed("cut after " + std::to_string(n) + " bytes: " + fault);
  }
  return passed();
}

Finding check_state_huge(Probe& probe) {
  return bears_state(probe, "1 MiB of random bytes", 0, random_bytes(probe.random(), kMiB));
}

Finding check_state_other_version(Probe& probe) {
  WithState with(probe);
  if (!with.go) return with.none;
  const std::string whole = save(probe, with.subject).bytes;
  for (const std::uint32_t version : {0U, with.subject.made().state->version + 1, 0xffffffffU}) {
    const std::string fault = fault_with_state(probe, version, whole);
    if (!fault.empty()) return failed("version " + std::to_string(version) + ": " + fault);
  }
  return passed();
}

Finding check_state_write_stops(Probe& probe) {
  WithState with(probe);
  if (!with.go) return with.none;
  const Saved whole = save(probe, with.subject);
  if (whole.bytes.empty()) return skipped("it saved nothing");
  const Saved cut = save(probe, with.subject, whole.bytes.size() - 1);
  if (!cut.thrown.empty()) return failed(for_terminal(cut.thrown));
  return cut.status < 0 ? passed()
                        : failed("save answers " + status_word(cut.status) + " though write had failed");
}

Finding check_cancel_answered(Probe& probe) {
  Subject subject(probe);
  if (!subject.ok()) return failed(subject.why());
  subject.link().cancel = true;
  const Loaded loaded = subject.load();
  if (!is_known_status(loaded.status)) return failed("load answers " + std::to_string(loaded.status));
  subject.link().cancel = false;
  subject.load();
  subject.link().cancel = true;
  const Drawn drawn = subject.prepare(subject.view(), kUsualBudget);
  if (!is_known_status(drawn.status)) return failed("prepare answers " + std::to_string(drawn.status));
  return passed();
}

Finding check_find_while_preparing(Probe& probe) {
  Subject subject(probe);
  if (!subject.ok()) return failed(subject.why());
  subject.load();
  std::atomic<bool> over = false;
  std::atomic<int> lost = 0;
  const ChildModule& m = subject.made();
  std::thread other([&] {
    while (!over) {
      if (m.plugin->find(m.plugin, VIDIK_EVENTS_1) != m.events ||
          m.plugin->find(m.plugin, VIDIK_DRAW_1) != m.draw)
        ++lost;
      std::this_thread::yield();
    }
  });
  const vidik_view view = subject.view(1000);
  for (int i = 0; i < 200; ++i) subject.prepare(view, kUsualBudget);
  over = true;
  other.join();
  return lost == 0 ? passed() : failed("it answers another pointer while it draws");
}

}  // namespace vidik
