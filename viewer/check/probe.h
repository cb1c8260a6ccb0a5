#pragma once
// What every check works with, inside vidik-plugin-probe: overlays made from the plugin's code, asked as vidik-guest asks
// them, with all they say kept.
//
// Ownership: a Probe owns the opened binary and the link to the checking program; a Subject owns one overlay and destroys it.
// Threads: one, but where a check says so. Errors: a check answers a Finding; a fault that ends the process is seen by the
// checking program, which is told of every call before it is made.

#include "check/finding.h"

#include "guest/child_host.h"
#include "guest/child_limits.h"
#include "guest/child_module.h"

#include <deque>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vidik {

inline Finding passed() { return {}; }
inline Finding failed(std::string why) { return {Outcome::fail, std::move(why)}; }
inline Finding warned(std::string why) { return {Outcome::warn, std::move(why)}; }
inline Finding skipped(std::string why) { return {Outcome::skipped, std::move(why)}; }

inline Finding none_of(const char* service) { return skipped(std::string("it does not offer ") + service); }

// The n-th parameter; a later, larger struct has a larger stride.
inline const vidik_param& param_at(const vidik_params_service& service, std::uint64_t n) {
  return *reinterpret_cast<const vidik_param*>(reinterpret_cast<const char*>(service.params) +
                                               n * service.params->size);
}

// What the checking program says when it starts the probe.
struct ProbeWords {
  std::string check;
  std::uint64_t seed = 1;
  int seconds = 10;                         // of fuzz
  std::string id, name, version, services;  // of the manifest; services with a blank between
  bool may_use_network = false;
};

// Made-up events for an overlay that asks for those of others.
struct OtherEvents {
  std::size_t n = 3;
  bool at_the_edges = false;  // of every range, and with what is not known
};

// Keeps what the overlay says. Tables are read by the checking program; queries are answered from OtherEvents.
class ListeningLink final : public ChildLink {
 public:
  ListeningLink(ChildLink& checker) : ChildLink(-1), checker_(checker) {}
  void send(WireOut&& message) override;
  Message receive(std::string& payload) override;
  bool cancelled() override { return cancel; }

  struct Said {
    Message type{};
    std::string payload;
  };
  std::vector<Said> said;
  std::string last_words;  // of vidik_host.report
  OtherEvents others;
  bool cancel = false;

 private:
  ChildLink& checker_;
  std::deque<Said> answers_;
};

struct Loaded {
  vidik_status status = VIDIK_OK;
  std::string thrown;
  std::uint64_t events = 0;
  vidik_span span{VIDIK_TIME_OPEN_BEGIN, VIDIK_TIME_OPEN_END};  // open: no event has a time
  std::string bytes;                                            // categories and events, as they would cross
  std::string fault, text_fault;  // of the first refused event, of the first text that is not
};

struct Drawn {
  vidik_status status = VIDIK_OK;
  std::string thrown;
  std::string bytes;  // the marks, as they would cross
  std::string fault;  // of the first refused mark
  std::uint64_t marks = 0;
  std::uint64_t strangers = 0;   // marks of events that were never handed over
  std::uint64_t after_full = 0;  // calls of the writer after it had said VIDIK_E_FULL
  bool bad() const { return status < 0 && status != VIDIK_E_FULL; }
};

class Probe {
 public:
  Probe(ChildLink& checker, ProbeWords words);
  const ProbeWords& words() const { return words_; }
  ChildLink& checker() { return checker_; }
  void say_call(std::string_view call);  // the checking program keeps the last one
  Result<const vidik_module*> module();  // opened once
  std::mt19937_64& random() { return random_; }

 private:
  ChildLink& checker_;
  ProbeWords words_;
  const vidik_module* module_ = nullptr;
  std::mt19937_64 random_;
};

// The host in another dress: what it answers is what the overlay is given, and lives as long as the overlay.
using HostDress = std::function<const vidik_host*(const vidik_host&)>;

class Subject {
 public:
  explicit Subject(Probe& probe, const HostDress& dress = {});
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;
  ~Subject() { destroy(); }
  void destroy();

  bool ok() const { return why_.empty(); }
  const std::string& why() const { return why_; }
  const ChildModule& made() const { return made_; }
  const vidik_host& host() const { return host_.host(); }
  ListeningLink& link() { return link_; }

  // "it answers VIDIK_E_DATA (-4)", and what it reported last.
  std::string answers(std::string_view who, vidik_status status) const;
  Loaded load();  // once its parameters have their values, as Vidik does
  // Draws `view`; a view, a budget or a writer of another making may be passed through `as`.
  struct As {
    const vidik_view* view = nullptr;
    const vidik_budget* budget = nullptr;
    bool larger_writer = false;
  };
  Drawn prepare(const vidik_view& view, const vidik_budget& budget) { return prepare(view, budget, As{}); }
  Drawn prepare(const vidik_view& view, const vidik_budget& budget, const As& as);
  vidik_status set(const std::vector<vidik_param_value>& values, std::string& thrown);
  std::vector<vidik_param_value> default_values() const;
  const Loaded& loaded() const { return loaded_; }

  // A view of the whole region with every event visible, and one of `n` events of them.
  vidik_view view(std::uint64_t most_visible = kMaxVisible);

 private:
  Probe& probe_;
  ListeningLink link_;
  ChildHost host_;
  ChildModule made_;
  std::string why_;
  Loaded loaded_;
  std::vector<vidik_visible> visible_;
};

inline constexpr vidik_budget kUsualBudget{sizeof(vidik_budget), 2000, 100'000, 2'000'000, 8000};

std::string status_word(vidik_status status);  // "VIDIK_E_DATA (-4)"
bool is_known_status(vidik_status status);

using CheckFunction = Finding (*)(Probe&);

}  // namespace vidik
