#include "ui/icons.h"
#include "ui/panels.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/number.h"
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace vidik {

namespace {

constexpr float kWide = 460, kLabel = 130, kLine = 32;

struct Downwards {  // where the next line of the panel begins
  float x, w, y;
};

// A label on the left; the control that follows has the rest of the line.
void label(const PanelIn& in, Downwards& at, std::string_view words, std::string_view help) {
  put_line(*ImGui::GetWindowDrawList(), in.fonts.body, {at.x, at.y + 14}, in.theme.text2, words, kLabel - 8);
  if (!help.empty()) {
    hit(("##help" + std::string(words)).c_str(), {at.x, at.y, kLabel - 8, 28});
    hint_tip(in, help);
  }
  ImGui::SetCursorScreenPos({at.x + kLabel, at.y + 2});
  ImGui::SetNextItemWidth(at.w - kLabel);
}

bool slider(double& value, double low, double high, bool whole, const std::string& unit) {
  // The unit is part of a format: its own per cent signs are doubled.
  std::string format = whole ? "%.0f" : high - low < 10 ? "%.2f" : "%.1f";
  if (!unit.empty()) format += " ";
  for (const char c : unit) format += c == '%' ? std::string("%%") : std::string(1, c);
  const bool changed = ImGui::SliderScalar("##value", ImGuiDataType_Double, &value, &low, &high,
                                           format.c_str(), ImGuiSliderFlags_AlwaysClamp);
  if (whole) value = std::round(value);
  return changed;
}

bool choice(const PanelIn& in, const std::vector<std::string>& items, std::size_t& chosen) {
  bool changed = false;
  const std::string now = chosen < items.size() ? for_ui(items[chosen]) : std::string();
  if (!ImGui::BeginCombo("##value", now.c_str())) return false;
  close_on_escape(in);
  for (std::size_t i = 0; i < items.size(); ++i) {
    ImGui::PushID(static_cast<int>(i));
    if (ImGui::Selectable(for_ui(items[i]).c_str(), i == chosen)) chosen = i, changed = true;
    ImGui::PopID();
  }
  ImGui::EndCombo();
  return changed;
}

void param_line(const PanelIn& in, Intents& out, const PluginRow& row, const OverlayParam& p, Downwards& at) {
  const auto found = row.set.find(p.id);
  ParamValue value = found == row.set.end() ? p.value : found->second;
  bool changed = false;
  ImGui::PushID(p.id.c_str());
  label(in, at, for_ui(p.name), for_ui(p.help));
  switch (p.kind) {
    case ParamKind::number:
    case ParamKind::whole:
      changed = slider(value.number, p.low, p.high, p.kind == ParamKind::whole, for_ui(p.unit));
      break;
    case ParamKind::toggle:
      if (switch_control(in, "##value", {at.x + kLabel, at.y + 14}, value.number != 0, {}))
        value.number = value.number != 0 ? 0 : 1, changed = true;
      break;
    case ParamKind::choice: {
      auto chosen = static_cast<std::size_t>(std::max(0.0, value.number));
      changed = choice(in, p.choices, chosen);
      value.number = static_cast<double>(chosen);
      break;
    }
    case ParamKind::text: {
      std::array<char, 201> text{};
      std::memcpy(text.data(), value.text.data(), std::min(value.text.size(), text.size() - 1));
      changed = ImGui::InputText("##value", text.data(), text.size());
      value.text = text.data();
      break;
    }
  }
  if (changed) out.add(SetParam{row.name, p.id, value});
  if (ImGui::IsItemDeactivatedAfterEdit()) out.add(Settle{});
  ImGui::PopID();
  at.y += kLine;
}

void control_line(const PanelIn& in, Intents& out, const PluginRow& row, const PanelControl& c,
                  Downwards& at) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const auto press = [&](double value) { out.add(PressControl{row.name, {c.key, value}}); };
  if (c.kind == ControlKind::text) {
    const std::string words = for_ui(c.name);
    put_text(list, in.fonts.body, {at.x, at.y + 4}, in.theme.text2, words, at.w);
    at.y += text_size(in.fonts.body, words, at.w).y + 10;
    return;
  }
  ImGui::PushID(static_cast<int>(c.key));
  if (c.kind == ControlKind::button) {
    const std::string words = for_ui(c.name);
    const float w = std::min(text_size(in.fonts.body, words).x + 24, at.w);
    if (word_button(in, "##press", {at.x, at.y, w, 28}, words, {})) press(1);
  } else {
    label(in, at, for_ui(c.name), {});
    double value = c.value;
    auto chosen = static_cast<std::size_t>(std::max(0.0, value));
    if (c.kind == ControlKind::toggle) {
      if (switch_control(in, "##value", {at.x + kLabel, at.y + 14}, value != 0, {}))
        press(value != 0 ? 0 : 1);
    } else if (c.kind == ControlKind::slider) {
      if (slider(value, c.low, c.high, false, {})) press(value);
    } else if (choice(in, c.items, chosen)) {
      press(static_cast<double>(chosen));
    }
  }
  ImGui::PopID();
  at.y += kLine;
}

// "ready · 1.2.0 · 14 MB · 0.3 s · restarted 2 times"
std::string facts_of(const PluginRow& row) {
  std::string out = row.state + " · " + for_ui(row.version);
  if (row.memory_mb > 0)
    out += " · " + fixed(row.memory_mb, 0) + " MB · " + fixed(row.cpu_s, 1) + " s of processor";
  if (row.restarts > 0)
    out +=
        " · restarted " + (row.restarts == 1 ? std::string("once") : std::to_string(row.restarts) + " times");
  if (!row.asks.empty()) out += " · asks for " + for_ui(row.asks);
  return out;
}

void plugin(const PanelIn& in, Intents& out, const PluginRow& row, Downwards& at) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  ImGui::PushID(row.id.c_str());
  put_line(list, in.fonts.strong, {at.x, at.y + 10}, row.on ? in.theme.text : in.theme.text2,
           for_ui(row.title), at.w - 44);
  if (row.can_switch &&
      switch_control(in, "##on", {at.x + at.w - 30, at.y + 10}, row.on, row.on ? "Stop it" : "Start it"))
    out.add(SwitchOverlay{row.id, !row.on});
  put_line(list, in.fonts.small, {at.x, at.y + 29}, in.theme.text3, facts_of(row), at.w);
  at.y += 42;
  if (!row.reason.empty()) {
    put_text(list, in.fonts.small, {at.x, at.y}, row.trouble ? in.theme.danger : in.theme.text2, row.reason,
             at.w);
    at.y += text_size(in.fonts.small, row.reason, at.w).y + 6;
  }
  if (!row.not_taken.empty()) {
    put_text(list, in.fonts.small, {at.x, at.y}, in.theme.danger, row.not_taken, at.w);
    at.y += text_size(in.fonts.small, row.not_taken, at.w).y + 6;
  }
  if (row.on) {
    for (const OverlayParam& p : row.params) param_line(in, out, row, p, at);
    for (const PanelControl& c : row.panel) control_line(in, out, row, c, at);
  }
  at.y += 6;
  list.AddLine({at.x, std::floor(at.y) + 0.5f}, {at.x + at.w, std::floor(at.y) + 0.5f}, im(in.theme.line));
  at.y += 10;
  ImGui::PopID();
}

}  // namespace

void draw_plugins(const PanelIn& in, Intents& out) {
  if (!in.desk.plugins_open) return;
  const float most = std::max(300.0f, in.layout.map.h - 32);
  const float left = in.layout.map.x + 16;
  const Box2 box{left, kTopBarHeight + 16,
                 std::min(kWide, static_cast<float>(in.view.size.width) - left - 16), std::min(most, 620.0f)};
  PanelFrame frame("##plugins", box, in.theme.panel, 0, 12, in.theme.line_strong);
  put_text(frame.list(), in.fonts.title, {box.x + 20, box.y + 14}, in.theme.text, "Plugins");
  if (icon_button(in, "##close", {box.x + box.w - 40, box.y + 10, 28, 28}, icon::close,
                  {.bare = true, .hint = "Close (Esc)"}))
    out.add(ShowPart{Part::plugins, false});
  const char* words =
      "A plugin is a program. Separate processes keep it from crashing Vidik; they do not make it safe to "
      "run one you do not trust.";
  put_text(frame.list(), in.fonts.small, {box.x + 20, box.y + 44}, in.theme.text3, words, box.w - 40);
  const float head = 52 + text_size(in.fonts.small, words, box.w - 40).y + 8;
  ImGui::SetCursorScreenPos({box.x + 8, box.y + head});
  ImGui::PushFont(in.fonts.body.font);
  // The number stands in the middle of a slider: its handle must not hide it.
  ImGui::PushStyleColor(ImGuiCol_SliderGrab, im(with_alpha(in.theme.handle, 0.4)));
  ImGui::PushStyleColor(ImGuiCol_SliderGrabActive, im(with_alpha(in.theme.handle, 0.6)));
  ImGui::BeginChild("##rows", {box.w - 16, box.h - head - 10});
  const ImVec2 top = ImGui::GetCursorScreenPos();
  Downwards at{top.x + 12, box.w - 16 - 24 - 10, top.y};
  if (in.plugins.empty()) {
    put_text(*ImGui::GetWindowDrawList(), in.fonts.body, {at.x, at.y + 6}, in.theme.text2,
             "None here: a file alone brings no overlays. Open a project, or start with --plugins FOLDER.",
             at.w);
    at.y += 60;
  }
  for (const PluginRow& row : in.plugins) plugin(in, out, row, at);
  ImGui::SetCursorScreenPos({top.x, at.y});
  ImGui::Dummy({1, 4});
  ImGui::EndChild();
  ImGui::PopStyleColor(2);
  ImGui::PopFont();
}

}  // namespace vidik
