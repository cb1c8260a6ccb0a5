// Level 4: parameters and panel.
#include "check/probe_panel.h"

#include "check/probe_checks.h"

#include "base/text.h"
#include "guest/child_services.h"
#include "guest/service_wire.h"

#include <algorithm>
#include <cmath>

namespace vidik {
namespace {

// What a parameter may be at its edges.
std::vector<vidik_param_value> edges_of(const vidik_param& p) {
  static const std::string kLong(kMaxParamText, 'x');
  switch (p.kind) {
    case VIDIK_PARAM_TEXT:
      return {{p.id, 0, {}},
              {p.id, 0, text_of(kLong)},
              {p.id, 0, {VIDIK_LIT("Zve\xC4\x8D\x61n \xF0\x9F\x97\xBA")}}};
    case VIDIK_PARAM_SWITCH:
      return {{p.id, 0, {}}, {p.id, 1, {}}};
    case VIDIK_PARAM_CHOICE: {
      std::vector<vidik_param_value> out;
      for (std::uint64_t i = 0; i < p.choice_n; ++i) out.push_back({p.id, static_cast<double>(i), {}});
      return out;
    }
    default:
      return {{p.id, p.low, {}}, {p.id, p.high, {}}};
  }
}

}  // namespace

PanelListener::PanelListener() {
  panel_.size = sizeof panel_;
  panel_.ctx = this;
  panel_.text = [](const vidik_panel* p, vidik_text text) {
    return take(p, {ControlKind::text, 0, std::string(view_of(text)), 0, 1, 0, {}});
  };
  panel_.button = [](const vidik_panel* p, std::uint32_t key, vidik_text name, std::uint32_t* pressed) {
    if (pressed == nullptr) return VIDIK_E_ARG + 0;
    *pressed = 0;
    return take(p, {ControlKind::button, key, std::string(view_of(name)), 0, 1, 0, {}});
  };
  panel_.toggle = [](const vidik_panel* p, std::uint32_t key, vidik_text name, std::uint32_t*) {
    return take(p, {ControlKind::toggle, key, std::string(view_of(name)), 0, 1, 0, {}});
  };
  panel_.slider = [](const vidik_panel* p, std::uint32_t key, vidik_text name, double low, double high,
                     double* value) {
    const double now =
        value == nullptr ? std::nan("") : std::clamp(*value, std::min(low, high), std::max(low, high));
    return take(p, {ControlKind::slider, key, std::string(view_of(name)), low, high, now, {}});
  };
  panel_.choice = [](const vidik_panel* p, std::uint32_t key, vidik_text name, const vidik_text* items,
                     std::uint32_t n, std::uint32_t* index) {
    PanelControl one{ControlKind::choice, key, std::string(view_of(name)), 0, 1, 0, {}};
    for (std::uint32_t i = 0; items != nullptr && i < std::min(n, kMaxChoices + 1); ++i)
      one.items.emplace_back(view_of(items[i]));
    if (index != nullptr) one.value = *index;
    return take(p, std::move(one));
  };
}
vidik_status PanelListener::take(const vidik_panel* p, PanelControl control) {
  auto& self = *static_cast<PanelListener*>(p->ctx);
  const char* fault = control_fault(control, self.controls);
  if (fault != nullptr && self.fault.empty()) self.fault = fault;
  self.controls.push_back(std::move(control));
  return fault == nullptr ? VIDIK_OK : VIDIK_E_DATA;
}

void build(Probe& probe, Subject& subject, Built& out) {
  probe.say_call("in panel");
  const ChildModule& m = subject.made();
  out.status = guarded([&] { return m.panel->build(m.plugin, &out.heard.panel()); }, out.thrown);
}

std::string presses_of(std::mt19937_64& random, const std::vector<PanelControl>& controls) {
  std::vector<PanelPress> presses;
  for (const PanelControl& control : controls) {
    if (control.kind == ControlKind::text || random() % 2 == 0) continue;
    const double share = static_cast<double>(random() % 1001) / 1000;
    const double most =
        control.kind == ControlKind::choice ? static_cast<double>(control.items.size()) - 1 : 1;
    const double value = control.kind == ControlKind::slider
                             ? control.low + share * (control.high - control.low)
                             : std::round(share * most);
    presses.push_back({control.key, value});
  }
  if (random() % 4 == 0)
    presses.push_back({static_cast<std::uint32_t>(random() | 1), 1});  // of a control that was there before
  WireOut out(Message::build_panel);
  encode_presses(presses, out);
  return out.take().substr(kWireHead);
}

Finding check_params_accepted(Probe& probe) {
  Subject subject(probe);
  if (!subject.ok()) return failed(subject.why());
  const vidik_params_service* params = subject.made().params;
  if (params == nullptr) return none_of(VIDIK_PARAMS_1);
  subject.load();
  for (std::uint64_t i = 0; i < params->n; ++i) {
    for (const vidik_param_value& edge : edges_of(param_at(*params, i))) {
      std::vector<vidik_param_value> values = subject.default_values();
      values[i] = edge;
      std::string thrown;
      const vidik_status status = subject.set(values, thrown);
      const std::string which = "parameter \"" + for_terminal(view_of(edge.id)) + "\" at " +
                                (edge.text.len > 0 ? "a text" : std::to_string(edge.number));
      if (!thrown.empty()) return failed(which + ": " + for_terminal(thrown));
      if (status < 0) return failed(which + ": " + subject.answers("it", status));
      const Drawn drawn = subject.prepare(subject.view(), kUsualBudget);
      if (drawn.bad() || !drawn.fault.empty())
        return failed(which + ": " +
                      (drawn.fault.empty() ? "prepare answers " + status_word(drawn.status) : drawn.fault));
    }
  }
  return passed();
}

Finding check_panel_basic(Probe& probe) {
  Subject subject(probe);
  if (!subject.ok()) return failed(subject.why());
  if (subject.made().panel == nullptr) return none_of(VIDIK_PANEL_1);
  subject.load();
  for (int round = 0; round < 2; ++round) {  // before it was ever asked to draw, and after
    Built built;
    build(probe, subject, built);
    if (!built.thrown.empty()) return failed(for_terminal(built.thrown));
    if (built.status < 0) return failed(subject.answers("it", built.status));
    if (!built.heard.fault.empty() && built.heard.fault.find("key") == std::string::npos)
      return failed(built.heard.fault);
    subject.prepare(subject.view(), kUsualBudget);
  }
  return passed();
}

Finding check_panel_keys_unique(Probe& probe) {
  Subject subject(probe);
  if (!subject.ok()) return failed(subject.why());
  if (subject.made().panel == nullptr) return none_of(VIDIK_PANEL_1);
  subject.load();
  subject.prepare(subject.view(), kUsualBudget);
  Built built;
  build(probe, subject, built);
  const bool about_keys = built.heard.fault.find("key") != std::string::npos;
  return about_keys ? failed(built.heard.fault) : passed();
}

Finding check_panel_presses(Probe& probe) {
  Subject subject(probe);
  if (!subject.ok()) return failed(subject.why());
  if (subject.made().panel == nullptr) return none_of(VIDIK_PANEL_1);
  subject.load();
  for (int round = 0; round < 200; ++round) {
    Built built;
    build(probe, subject, built);
    std::string thrown;
    const std::string presses = presses_of(probe.random(), built.heard.controls);
    const vidik_status status = build_panel(subject.link(), subject.made(), WireIn(presses), thrown);
    if (!thrown.empty()) return failed("press " + std::to_string(round) + ": " + for_terminal(thrown));
    if (status < 0) return failed("press " + std::to_string(round) + ": " + subject.answers("it", status));
    if (status == VIDIK_RELOAD) subject.load();
    const Drawn drawn = subject.prepare(subject.view(), kUsualBudget);
    if (drawn.bad())
      return failed("press " + std::to_string(round) + ": " + subject.answers("prepare", drawn.status));
  }
  return passed();
}

}  // namespace vidik
