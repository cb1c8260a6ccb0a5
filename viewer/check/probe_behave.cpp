// Level 2: does it behave?
#include "check/probe_checks.h"
#include "check/trace_posix.h"

#include "base/text.h"
#include "guest/child_services.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

namespace vidik {
namespace {

constexpr int kLives = 50;
constexpr std::size_t kMostRounds = 8;  // of that many lives

Finding could_not(const Subject& subject) { return failed(subject.why()); }

// A whole short life; what went wrong first, in the order of the calls.
struct Life {
  std::string why;  // it could not be made
  Loaded loaded;
  Drawn drawn;
  std::string thrown;  // out of any call
  std::string words;   // that it reported last
};

Life live(Probe& probe, const HostDress& dress = {}) {
  Life out;
  Subject subject(probe, dress);
  out.why = subject.why();
  if (!subject.ok()) {
    if (out.why.find("exception") != std::string::npos) out.thrown = out.why;
    return out;
  }
  out.loaded = subject.load();
  out.drawn = subject.prepare(subject.view(), kUsualBudget);
  out.words = subject.link().last_words;
  out.thrown = out.loaded.thrown.empty() ? out.drawn.thrown : out.loaded.thrown;
  if (out.thrown.empty() && subject.made().panel != nullptr) {
    probe.say_call("in panel");
    build_panel(subject.link(), subject.made(), WireIn(std::string_view("\0\0\0\0", 4)), out.thrown);
  }
  if (out.thrown.empty() && subject.made().state != nullptr) {
    probe.say_call("in save");
    save_state(subject.link(), subject.made(), out.thrown);
  }
  return out;
}

std::string words_of(vidik_status status, const Life& life) {
  return "it answers " + status_word(status) + (life.words.empty() ? "" : "; its words: " + life.words);
}

// A copy whose end is the end of what may be read.
template <typename T>
class AtTheEdge {
 public:
  explicit AtTheEdge(const T& from) : page_(static_cast<std::size_t>(sysconf(_SC_PAGESIZE))) {
    static_assert(sizeof(T) % alignof(T) == 0 && sizeof(T) <= 4096);
    memory_ = mmap(nullptr, 2 * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory_ == MAP_FAILED || mprotect(static_cast<char*>(memory_) + page_, page_, PROT_NONE) != 0) return;
    copy_ = reinterpret_cast<T*>(static_cast<char*>(memory_) + page_ - sizeof(T));
    std::memcpy(copy_, &from, sizeof from);
  }
  AtTheEdge(const AtTheEdge&) = delete;
  AtTheEdge& operator=(const AtTheEdge&) = delete;
  ~AtTheEdge() {
    if (memory_ != MAP_FAILED) munmap(memory_, 2 * page_);
  }
  const T* get() const { return copy_; }

 private:
  std::size_t page_;
  void* memory_ = MAP_FAILED;
  T* copy_ = nullptr;
};

// The struct of a later level: more behind it, all of it junk to a plugin of this one.
template <typename T>
struct Larger {
  T known;
  std::array<char, 256> later;
  explicit Larger(const T& from) : known(from) {
    later.fill('\xA5');
    known.size = sizeof *this;
  }
};

}  // namespace

Finding check_creates(Probe& probe) {
  Subject subject(probe);
  if (!subject.ok() && subject.why().find("exception") == std::string::npos) return could_not(subject);
  return passed();
}

Finding check_load_basic(Probe& probe) {
  Subject subject(probe);
  if (!subject.ok()) return passed();  // an exception: `no-exceptions-escape` says so
  const Loaded loaded = subject.load();
  if (!loaded.thrown.empty() || !is_known_status(loaded.status)) return passed();  // others say so
  return loaded.status < 0 ? failed(subject.answers("it", loaded.status)) : passed();
}

Finding check_prepare_basic(Probe& probe) {
  const Life life = live(probe);
  if (!life.thrown.empty() || !is_known_status(life.drawn.status)) return passed();
  if (life.drawn.bad()) return failed(words_of(life.drawn.status, life));
  return passed();
}

Finding check_no_exceptions_escape(Probe& probe) {
  const Life life = live(probe);
  return life.thrown.empty() ? passed() : failed(for_terminal(life.thrown));
}

Finding check_statuses_known(Probe& probe) {
  const Life life = live(probe);
  for (const auto& [call, status] :
       {std::pair("load", life.loaded.status), std::pair("prepare", life.drawn.status)})
    if (!is_known_status(status)) return failed(std::string(call) + " answers " + std::to_string(status));
  return passed();
}

Finding check_create_destroy_100(Probe& probe) {
  // Memory that the libraries keep for later fills up at first, and now and then later: a leak grows in every round.
  std::vector<Holdings> after;
  std::uint64_t leak = 0;
  do {
    for (int life = 0; life < kLives; ++life) {
      Subject subject(probe);
      if (!subject.ok()) return could_not(subject);
      if (life % 10 == 0) subject.load();
    }
    const Holdings now = holdings();
    if (!after.empty()) {
      const std::uint64_t before = after.back().heap_bytes;
      const std::uint64_t more = now.heap_bytes > before ? now.heap_bytes - before : 0;
      leak = after.size() == 1 ? more : std::min(leak, more);
    }
    after.push_back(now);
  } while (after.size() < 3 || (leak >= kLives * 8U && after.size() < kMostRounds));
  if (after[2].threads > after[0].threads)
    return failed(std::to_string(after[2].threads - after[1].threads) + " threads are left");
  if (after[2].descriptors > after[0].descriptors)
    return failed(std::to_string(after[2].descriptors - after[1].descriptors) + " descriptors are left");
  if (leak >= kLives * 8U)
    return failed(std::to_string(leak / kLives) + " bytes of memory are left in each life");
  return passed();
}

Finding check_create_twice(Probe& probe) {
  auto first = std::make_unique<Subject>(probe);
  auto second = std::make_unique<Subject>(probe);
  if (!second->ok()) return failed("the second: " + second->why());
  const Loaded alone = first->load(), beside = second->load();
  const Drawn before = second->prepare(second->view(), kUsualBudget);
  first.reset();
  const Drawn after = second->prepare(second->view(), kUsualBudget);
  if (alone.bytes != beside.bytes) return failed("the second hands over other events");
  if (before.bytes != after.bytes) return failed("the second draws otherwise once the first is gone");
  return passed();
}

Finding check_unknown_service_null(Probe& probe) {
  const Subject subject(probe);
  if (!subject.ok()) return could_not(subject);
  probe.say_call("in find");
  for (const char* name : {"nope/1", "vidik.draw/1x", "vidik.draw/2", "vidik.events", "", "VIDIK.EVENTS/1"})
    if (subject.made().plugin->find(subject.made().plugin, name) != nullptr)
      return failed("it answers \"" + std::string(name) + "\" with a pointer");
  return passed();
}

Finding check_find_the_same(Probe& probe) {
  const Subject subject(probe);
  if (!subject.ok()) return could_not(subject);
  probe.say_call("in find");
  for (const char* name : {VIDIK_EVENTS_1, VIDIK_DRAW_1, VIDIK_PARAMS_1, VIDIK_PANEL_1, VIDIK_STATE_1}) {
    const void* first = subject.made().plugin->find(subject.made().plugin, name);
    if (subject.made().plugin->find(subject.made().plugin, name) != first)
      return failed("another pointer for " + std::string(name));
  }
  return passed();
}

Finding check_old_host(Probe& probe) {
  std::optional<AtTheEdge<vidik_host>> at_edge;
  Subject subject(probe, [&](const vidik_host& host) { return at_edge.emplace(host).get(); });
  if (!subject.ok()) return could_not(subject);
  subject.load();
  const vidik_view view = subject.view();
  const AtTheEdge<vidik_view> view_at_edge(view);
  const AtTheEdge<vidik_budget> budget(kUsualBudget);
  subject.prepare(view, kUsualBudget, {view_at_edge.get(), budget.get(), false});
  return passed();  // reading on would have ended the process
}

Finding check_newer_host(Probe& probe) {
  const Life usual = live(probe);
  std::optional<Larger<vidik_host>> larger;
  Subject subject(probe, [&](const vidik_host& host) {
    larger.emplace(host).known.level = 9;
    return &larger->known;
  });
  if (!subject.ok()) return could_not(subject);
  const Loaded loaded = subject.load();
  const Larger<vidik_view> view(subject.view());
  const Larger<vidik_budget> budget(kUsualBudget);
  const Drawn after = subject.prepare(view.known, kUsualBudget, {&view.known, &budget.known, true});
  if (loaded.bytes != usual.loaded.bytes) return failed("it hands over other events");
  if (after.bytes != usual.drawn.bytes || after.status != usual.drawn.status)
    return failed("it draws something else");
  return passed();
}

Finding check_minimal_host(Probe& probe) {
  vidik_host bare{};
  const Life life = live(probe, [&](const vidik_host& host) {
    bare = host;
    bare.find = [](const vidik_host*, const char*) -> const void* { return nullptr; };
    return &bare;
  });  // what it cannot do without them it may say; it lives
  return life.thrown.empty() ? passed() : failed(for_terminal(life.thrown));
}

Finding check_stdout_clean(Probe& probe) {
  OutputTrap trap;
  live(probe);
  const std::string text = trap.caught();
  if (text.empty()) return passed();
  return failed("it prints \"" + for_terminal(text.substr(0, std::min<std::size_t>(text.find('\n'), 60))) +
                "\"; vidik_host.report says things");
}

Finding check_process_untouched(Probe& probe) {
  const Settings before = settings();
  live(probe);
  const std::string changed = what_changed(before, settings());
  return changed.empty() ? passed() : failed("it changes " + changed);
}

}  // namespace vidik
