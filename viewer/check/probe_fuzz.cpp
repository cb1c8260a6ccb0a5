// Level 5: random views, values, presses and lives, one after another, as long as it was told to.
#include "check/probe_checks.h"

#include "base/text.h"
#include "guest/child_services.h"
#include "guest/service_wire.h"

#include <chrono>
#include <cmath>
#include <memory>

namespace vidik {
namespace {

class Fuzz {
 public:
  explicit Fuzz(Probe& probe) : probe_(probe), random_(probe.random()) {}

  // What went wrong in this step, or nothing.
  std::string step() {
    if (subject_ == nullptr || random_() % 50 == 0) return begin();
    switch (random_() % 6) {
      case 0:
        return set();
      case 1:
        return press();
      case 2:
        return save();
      default:
        return draw();
    }
  }

 private:
  double between(double low, double high) {
    return low + (high - low) * (static_cast<double>(random_() >> 11) * 0x1p-53);
  }

  std::string begin() {
    subject_.reset();
    subject_ = std::make_unique<Subject>(probe_);
    if (!subject_->ok()) return subject_->why();
    const ChildModule& m = subject_->made();
    if (m.state != nullptr && random_() % 2 == 0) {
      std::string bytes = saved_;
      if (!bytes.empty() && random_() % 2 == 0)
        bytes[random_() % bytes.size()] ^= static_cast<char>(random_());
      std::string thrown;
      probe_.say_call("in load of a state");
      guarded([&] { return m.state->load(m.plugin, m.state->version, bytes.data(), bytes.size()); }, thrown);
      if (!thrown.empty()) return thrown;
    }
    const Loaded loaded = subject_->load();
    return loaded.thrown.empty() ? loaded.fault : loaded.thrown;
  }

  std::string draw() {
    vidik_view view = subject_->view(random_() % 3 == 0 ? random_() % 100 : kMaxVisible);
    const double lon = between(-190, 190), lat = between(-90, 90), half = std::exp(between(-9, 5));
    if (random_() % 2 == 0)
      view.box = {lon - half, std::max(-90.0, lat - half), lon + half, std::min(90.0, lat + half)};
    view.zoom = static_cast<float>(between(0, 22));
    view.m_per_pt = 156543.034 / std::exp2(view.zoom);
    view.mode = static_cast<std::uint32_t>(random_() % 5);
    view.theme = static_cast<std::uint32_t>(random_() % 2);
    view.serial = ++serial_;
    if (random_() % 2 == 0) {
      const auto a = static_cast<vidik_time>(between(-6.2e16, 2.5e17)),
                 b = static_cast<vidik_time>(between(-6.2e16, 2.5e17));
      view.window = {std::min(a, b), std::max(a, b)};
      view.cursor = view.window.end;
    }
    subject_->link().others = {random_() % 500, random_() % 2 == 0};
    vidik_budget budget = kUsualBudget;
    if (random_() % 4 == 0) budget.max_marks = random_() % 50;
    const Drawn drawn = subject_->prepare(view, budget);
    if (!drawn.thrown.empty()) return drawn.thrown;
    if (drawn.bad()) return subject_->answers("prepare", drawn.status);
    return drawn.fault;
  }

  std::string set() {
    std::vector<vidik_param_value> values = subject_->default_values();
    const vidik_params_service* params = subject_->made().params;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const vidik_param& p = param_at(*params, i);
      if (p.kind == VIDIK_PARAM_NUMBER) values[i].number = between(p.low, p.high);
      if (p.kind == VIDIK_PARAM_WHOLE) values[i].number = std::round(between(p.low, p.high));
      if (p.kind == VIDIK_PARAM_SWITCH) values[i].number = static_cast<double>(random_() % 2);
      if (p.kind == VIDIK_PARAM_CHOICE) values[i].number = static_cast<double>(random_() % p.choice_n);
    }
    std::string thrown;
    const vidik_status status = subject_->set(values, thrown);
    if (!thrown.empty()) return thrown;
    return status < 0 ? subject_->answers("params", status) : std::string();
  }

  std::string press() {
    if (subject_->made().panel == nullptr) return {};
    std::vector<PanelPress> presses;
    for (std::uint64_t n = random_() % 6; n > 0; --n)
      presses.push_back({static_cast<std::uint32_t>(random_() % 12), std::floor(between(-2, 40))});
    WireOut out(Message::build_panel);
    encode_presses(presses, out);
    const std::string bytes = out.take().substr(kWireHead);
    std::string thrown;
    probe_.say_call("in panel");
    const vidik_status status = build_panel(subject_->link(), subject_->made(), WireIn(bytes), thrown);
    if (!thrown.empty()) return thrown;
    return status < 0 ? subject_->answers("panel", status) : std::string();
  }

  std::string save() {
    if (subject_->made().state == nullptr) return {};
    std::string thrown;
    probe_.say_call("in save");
    subject_->link().said.clear();
    save_state(subject_->link(), subject_->made(), thrown);
    for (const ListeningLink::Said& one : subject_->link().said) {
      WireIn in(one.payload);
      if (one.type != Message::state) continue;
      in.number<std::uint32_t>();
      saved_ = std::string(in.text(kMaxState));
    }
    return thrown;
  }

  Probe& probe_;
  std::mt19937_64& random_;
  std::unique_ptr<Subject> subject_;
  std::string saved_;
  std::uint32_t serial_ = 0;
};

}  // namespace

Finding check_fuzz(Probe& probe) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::seconds(probe.words().seconds);
  Fuzz fuzz(probe);
  std::uint64_t steps = 0;
  for (; Clock::now() < end; ++steps) {
    if (const std::string fault = fuzz.step(); !fault.empty())
      return failed("step " + std::to_string(steps) + ": " + for_terminal(fault));
  }
  return passed();
}

}  // namespace vidik
