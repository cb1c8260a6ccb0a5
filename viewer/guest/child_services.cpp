#include "guest/child_services.h"

#include "guest/service_wire.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace vidik {
namespace {

// The panel writer of one build: gives back what the user did, records what the plugin wants drawn.
class PanelWriter {
 public:
  explicit PanelWriter(std::vector<PanelPress> presses) : presses_(std::move(presses)) {
    panel_.size = sizeof panel_;
    panel_.ctx = this;
    panel_.text = [](const vidik_panel* p, vidik_text text) -> vidik_status {
      if (p == nullptr || text.len > kMaxPanelText) return VIDIK_E_ARG;
      return of(p).add({ControlKind::text, 0, std::string(view_of(text)), 0, 1, 0, {}});
    };
    panel_.button = [](const vidik_panel* p, std::uint32_t key, vidik_text name,
                       std::uint32_t* pressed) -> vidik_status {
      if (p == nullptr || pressed == nullptr || name.len > kMaxParamName) return VIDIK_E_ARG;
      *pressed = of(p).pressed(key, 0) != 0 ? 1 : 0;
      return of(p).add({ControlKind::button, key, std::string(view_of(name)), 0, 1, 0, {}});
    };
    panel_.toggle = [](const vidik_panel* p, std::uint32_t key, vidik_text name,
                       std::uint32_t* on) -> vidik_status {
      if (p == nullptr || on == nullptr || name.len > kMaxParamName) return VIDIK_E_ARG;
      *on = of(p).pressed(key, *on != 0 ? 1 : 0) != 0 ? 1 : 0;
      const double now = *on;
      return of(p).add({ControlKind::toggle, key, std::string(view_of(name)), 0, 1, now, {}});
    };
    panel_.slider = [](const vidik_panel* p, std::uint32_t key, vidik_text name, double low, double high,
                       double* value) -> vidik_status {
      if (p == nullptr || value == nullptr || name.len > kMaxParamName || !(low < high)) return VIDIK_E_ARG;
      const double now = of(p).pressed(key, *value);
      *value = std::isfinite(now) ? std::clamp(now, low, high) : low;
      return of(p).add({ControlKind::slider, key, std::string(view_of(name)), low, high, *value, {}});
    };
    panel_.choice = [](const vidik_panel* p, std::uint32_t key, vidik_text name, const vidik_text* items,
                       std::uint32_t n, std::uint32_t* index) -> vidik_status {
      if (p == nullptr || index == nullptr || items == nullptr || n == 0 || n > kMaxChoices ||
          name.len > kMaxParamName)
        return VIDIK_E_ARG;
      const double now = of(p).pressed(key, std::min(*index, n - 1));
      *index = static_cast<std::uint32_t>(std::clamp(std::round(now), 0.0, static_cast<double>(n - 1)));
      PanelControl control{ControlKind::choice, key, std::string(view_of(name)), 0, 1, 0, {}};
      control.value = *index;
      for (std::uint32_t i = 0; i < n; ++i)
        control.items.emplace_back(view_of(items[i]).substr(0, kMaxParamName));
      return of(p).add(std::move(control));
    };
  }
  PanelWriter(const PanelWriter&) = delete;
  PanelWriter& operator=(const PanelWriter&) = delete;
  const vidik_panel& panel() const { return panel_; }
  const std::vector<PanelControl>& controls() const { return controls_; }

 private:
  static PanelWriter& of(const vidik_panel* panel) { return *static_cast<PanelWriter*>(panel->ctx); }
  double pressed(std::uint32_t key, double otherwise) const {
    for (const PanelPress& press : presses_)
      if (press.key == key && std::isfinite(press.value)) otherwise = press.value;
    return otherwise;
  }
  vidik_status add(PanelControl control) {
    if (controls_.size() >= kMaxControls) return VIDIK_E_FULL;
    if (control_fault(control, controls_) != nullptr) return VIDIK_E_DATA;
    controls_.push_back(std::move(control));
    return VIDIK_OK;
  }
  vidik_panel panel_{};
  std::vector<PanelPress> presses_;
  std::vector<PanelControl> controls_;
};

}  // namespace

void say_params(ChildLink& link, const ChildModule& m) {
  if (m.params == nullptr) return;
  WireOut out(Message::params);
  encode_params(params_of(*m.params), out);
  link.send(std::move(out));
}

vidik_status set_params(const ChildModule& m, WireIn in, std::string& why) {
  DecodedValues decoded;
  if (!decode_values(in, decoded)) std::_Exit(3);
  if (m.params == nullptr) return VIDIK_E_UNSUPPORTED;
  return guarded([&] { return m.params->set(m.plugin, decoded.values.data(), decoded.values.size()); }, why);
}

vidik_status load_state(const ChildModule& m, WireIn in, std::string& why) {
  const auto version = in.number<std::uint32_t>();
  const std::string_view bytes = in.text(kMaxState);
  if (!in.finished()) std::_Exit(3);
  if (m.state == nullptr) return VIDIK_E_UNSUPPORTED;
  return guarded([&] { return m.state->load(m.plugin, version, bytes.data(), bytes.size()); }, why);
}

vidik_status save_state(ChildLink& link, const ChildModule& m, std::string& why) {
  if (m.state == nullptr) return VIDIK_E_UNSUPPORTED;
  std::string bytes;
  const auto write = [](void* user, const void* from, std::uint64_t n) -> vidik_status {
    auto& to = *static_cast<std::string*>(user);
    if (from == nullptr && n > 0) return VIDIK_E_ARG;
    if (n > kMaxState - to.size()) return VIDIK_E_FULL;
    to.append(static_cast<const char*>(from), n);
    return VIDIK_OK;
  };
  const vidik_status status = guarded([&] { return m.state->save(m.plugin, write, &bytes); }, why);
  if (status < 0) return status;
  WireOut out(Message::state);
  out.number(m.state->version);
  out.text(bytes);
  link.send(std::move(out));
  return status;
}

vidik_status build_panel(ChildLink& link, const ChildModule& m, WireIn in, std::string& why) {
  std::vector<PanelPress> presses;
  if (!decode_presses(in, presses)) std::_Exit(3);
  if (m.panel == nullptr) return VIDIK_E_UNSUPPORTED;
  PanelWriter writer(std::move(presses));
  const vidik_status status = guarded([&] { return m.panel->build(m.plugin, &writer.panel()); }, why);
  if (status < 0) return status;
  WireOut out(Message::panel);
  encode_controls(writer.controls(), out);
  link.send(std::move(out));
  return status;
}

}  // namespace vidik
