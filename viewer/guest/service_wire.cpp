#include "guest/service_wire.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace vidik {
namespace {

bool is_id(std::string_view id) {
  return !id.empty() && id.size() <= 40 && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

bool is_shown(std::string_view text, std::size_t most) { return text.size() <= most && is_valid_utf8(text); }

std::string fault_of(const OverlayParam& p) {
  if (!is_id(p.id)) return "its id is not [a-z0-9_]{1,40}";
  if (p.name.empty() || !is_shown(p.name, kMaxParamName)) return "its name is empty or longer than 60 bytes";
  if (!is_shown(p.unit, kMaxParamName) || !is_shown(p.help, kMaxPanelText))
    return "its unit or help is too long";
  const bool ranged = p.kind == ParamKind::number || p.kind == ParamKind::whole;
  if (ranged && !(std::isfinite(p.low) && std::isfinite(p.high) && p.low < p.high))
    return "its range is not finite and ascending";
  if (p.kind == ParamKind::choice && (p.choices.size() < 2 || p.choices.size() > kMaxChoices))
    return "it has not 2 to 32 choices";
  for (const std::string& choice : p.choices)
    if (choice.empty() || !is_shown(choice, kMaxParamName))
      return "a choice is empty or longer than 60 bytes";
  if (!(fitted(p, p.value) == p.value)) return "its value is outside its range";
  return {};
}

}  // namespace

ParamValue fitted(const OverlayParam& param, ParamValue value) {
  if (param.kind == ParamKind::text) {
    value.number = 0;
    if (!is_valid_utf8(value.text)) value.text = repaired_utf8(value.text);
    // At a letter's begin, so that the rest stays one.
    std::size_t size = std::min(value.text.size(), kMaxParamText);
    while (size > 0 && size < value.text.size() &&
           (static_cast<unsigned char>(value.text[size]) & 0xC0) == 0x80)
      --size;
    value.text.resize(size);
    return value;
  }
  value.text.clear();
  if (!std::isfinite(value.number)) return param.value;
  double low = param.low, high = param.high;
  if (param.kind == ParamKind::toggle) low = 0, high = 1;
  if (param.kind == ParamKind::choice) low = 0, high = static_cast<double>(param.choices.size()) - 1;
  if (param.kind != ParamKind::number) value.number = std::round(value.number);
  value.number = std::clamp(value.number, low, high);
  return value;
}

std::string params_fault(std::span<const OverlayParam> params) {
  if (params.empty() || params.size() > kMaxParams) return "it has not 1 to 64 parameters";
  std::set<std::string_view> ids;
  for (const OverlayParam& p : params) {
    std::string fault = fault_of(p);
    if (fault.empty() && !ids.insert(p.id).second) fault = "its id occurs twice";
    if (!fault.empty())
      return "parameter \"" + for_terminal(std::string_view(p.id).substr(0, 40)) + "\": " + fault;
  }
  return {};
}

std::vector<OverlayParam> params_of(const vidik_params_service& service) {
  std::vector<OverlayParam> out;
  const std::size_t stride = service.params->size;
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(service.n, kMaxParams + 1); ++i) {
    // A later, larger struct has a larger stride.
    const auto& from =
        *reinterpret_cast<const vidik_param*>(reinterpret_cast<const char*>(service.params) + i * stride);
    OverlayParam p;
    p.kind = static_cast<ParamKind>(std::min<std::uint32_t>(from.kind, VIDIK_PARAM_TEXT));
    p.id = view_of(from.id);
    p.name = view_of(from.name);
    p.unit = view_of(from.unit);
    p.help = view_of(from.help);
    p.low = from.low;
    p.high = from.high;
    for (std::uint64_t c = 0; c < std::min<std::uint64_t>(from.choice_n, kMaxChoices + 1) && from.choices;
         ++c)
      p.choices.emplace_back(view_of(from.choices[c]));
    p.value = {p.kind == ParamKind::text ? 0 : from.value, std::string(view_of(from.text))};
    if (p.kind != ParamKind::text) p.value.text.clear();
    out.push_back(std::move(p));
  }
  return out;
}

void encode_params(std::span<const OverlayParam> params, WireOut& out) {
  out.number(static_cast<std::uint32_t>(params.size()));
  for (const OverlayParam& p : params) {
    out.number(static_cast<std::uint32_t>(p.kind));
    for (const std::string* text : {&p.id, &p.name, &p.unit, &p.help}) out.text(*text);
    out.number(p.low);
    out.number(p.high);
    out.number(p.value.number);
    out.text(p.value.text);
    out.number(static_cast<std::uint32_t>(p.choices.size()));
    for (const std::string& choice : p.choices) out.text(choice);
  }
}

bool decode_params(WireIn& in, std::vector<OverlayParam>& out) {
  const std::uint32_t n = in.count(kMaxParams, 52);
  for (std::uint32_t i = 0; i < n && in.ok(); ++i) {
    OverlayParam p;
    const auto kind = in.number<std::uint32_t>();
    if (kind > VIDIK_PARAM_TEXT) return false;
    p.kind = static_cast<ParamKind>(kind);
    for (std::string* text : {&p.id, &p.name, &p.unit, &p.help}) *text = in.text(kMaxPanelText);
    p.low = in.number<double>();
    p.high = in.number<double>();
    p.value.number = in.number<double>();
    p.value.text = in.text(kMaxParamText);
    const std::uint32_t choices = in.count(kMaxChoices, 4);
    for (std::uint32_t c = 0; c < choices && in.ok(); ++c) p.choices.emplace_back(in.text(kMaxParamText));
    out.push_back(std::move(p));
  }
  return in.finished() && params_fault(out).empty();
}

void encode_values(std::span<const OverlayParam> params, const ParamValues& set, WireOut& out) {
  out.number(static_cast<std::uint32_t>(params.size()));
  for (const OverlayParam& p : params) {
    const auto found = set.find(p.id);
    const ParamValue value = found == set.end() ? p.value : fitted(p, found->second);
    out.text(p.id);
    out.number(value.number);
    out.text(value.text);
  }
}

bool decode_values(WireIn& in, DecodedValues& out) {
  const std::uint32_t n = in.count(kMaxParams, 16);
  for (std::uint32_t i = 0; i < n && in.ok(); ++i) {
    vidik_param_value value{};
    value.id = text_of(in.text(40));
    value.number = in.number<double>();
    value.text = text_of(in.text(kMaxParamText));
    out.values.push_back(value);
  }
  return in.finished();
}

const char* control_fault(const PanelControl& c, std::span<const PanelControl> others) {
  if (others.size() >= kMaxControls) return "more than 64 controls";
  if (!is_shown(c.name, c.kind == ControlKind::text ? kMaxPanelText : kMaxParamName))
    return "a text that is too long or not UTF-8";
  if (c.kind == ControlKind::text) return nullptr;
  if (c.key == 0 || std::any_of(others.begin(), others.end(), [&](const PanelControl& o) {
        return o.kind != ControlKind::text && o.key == c.key;
      }))
    return "a key that is 0 or used twice";
  if (c.kind == ControlKind::slider && !(std::isfinite(c.low) && std::isfinite(c.high) && c.low < c.high))
    return "a slider whose range is not finite and ascending";
  const double high = c.kind == ControlKind::slider   ? c.high
                      : c.kind == ControlKind::choice ? static_cast<double>(c.items.size()) - 1
                                                      : 1;
  const double low = c.kind == ControlKind::slider ? c.low : 0;
  if (c.kind == ControlKind::choice && (c.items.empty() || c.items.size() > kMaxChoices))
    return "a choice of none or more than 32";
  for (const std::string& item : c.items)
    if (!is_shown(item, kMaxParamName)) return "an item that is too long or not UTF-8";
  return c.value >= low && c.value <= high ? nullptr : "a value outside its range";
}

void encode_controls(std::span<const PanelControl> controls, WireOut& out) {
  out.number(static_cast<std::uint32_t>(controls.size()));
  for (const PanelControl& c : controls) {
    out.number(static_cast<std::uint32_t>(c.kind));
    out.number(c.key);
    out.text(c.name);
    for (const double v : {c.low, c.high, c.value}) out.number(v);
    out.number(static_cast<std::uint32_t>(c.items.size()));
    for (const std::string& item : c.items) out.text(item);
  }
}

bool decode_controls(WireIn& in, std::vector<PanelControl>& out) {
  const std::uint32_t n = in.count(kMaxControls, 40);
  for (std::uint32_t i = 0; i < n && in.ok(); ++i) {
    PanelControl c;
    const auto kind = in.number<std::uint32_t>();
    if (kind > static_cast<std::uint32_t>(ControlKind::choice)) return false;
    c.kind = static_cast<ControlKind>(kind);
    c.key = in.number<std::uint32_t>();
    c.name = in.text(kMaxPanelText);
    for (double* v : {&c.low, &c.high, &c.value}) *v = in.number<double>();
    const std::uint32_t items = in.count(kMaxChoices, 4);
    for (std::uint32_t k = 0; k < items && in.ok(); ++k) c.items.emplace_back(in.text(kMaxParamText));
    if (!in.ok() || control_fault(c, out) != nullptr) return false;
    out.push_back(std::move(c));
  }
  return in.finished();
}

void encode_presses(std::span<const PanelPress> presses, WireOut& out) {
  out.number(static_cast<std::uint32_t>(presses.size()));
  for (const PanelPress& press : presses) {
    out.number(press.key);
    out.number(press.value);
  }
}

bool decode_presses(WireIn& in, std::vector<PanelPress>& out) {
  const std::uint32_t n = in.count(kMaxControls, 12);
  for (std::uint32_t i = 0; i < n && in.ok(); ++i) {
    const auto key = in.number<std::uint32_t>();
    out.push_back({key, in.number<double>()});
  }
  return in.finished();
}

}  // namespace vidik
