#pragma once
// The small words of vidik.hpp: texts, failures, parameters and the controls of a panel. Included by it.
//
// Units, ownership, threads: as in vidik_plugin.h. Errors: a control that cannot be is a Failure.

#include <vidik_plugin.h>

#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace vidik::plugin {

inline std::string_view view_of(const vidik_text& text) {
  return text.ptr == nullptr ? std::string_view{} : std::string_view(text.ptr, text.len);
}
inline vidik_text text_of(std::string_view text) { return {text.data(), text.size()}; }

// How many of the first `most` bytes are whole letters of valid UTF-8: to cut a text, or to see whether it is one. Source of
// the ranges: RFC 3629, section 4.
inline std::size_t utf8_length(std::string_view text, std::size_t most = std::string_view::npos) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  std::size_t at = 0;
  while (at < text.size()) {
    const unsigned first = byte(at), second = byte(at + 1);
    const std::size_t n = first < 0x80                    ? 1
                          : first >= 0xC2 && first < 0xE0 ? 2
                          : first >= 0xE0 && first < 0xF0 ? 3
                          : first >= 0xF0 && first < 0xF5 ? 4
                                                          : 0;
    if (n == 0 || n > most - at || at + n > text.size()) return at;
    for (std::size_t i = 1; i < n; ++i)
      if ((byte(at + i) & 0xC0U) != 0x80U) return at;
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
        (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F))
      return at;
    at += n;
  }
  return at;
}

struct Failure : std::runtime_error {
  Failure(vidik_status s, const std::string& text) : std::runtime_error(text), status(s) {}
  vidik_status status;
};

inline void check(vidik_status status, const char* doing) {
  if (status < 0) throw Failure(status, std::string(doing) + " failed");
}

// Whether what a call changed is only drawn, or makes the events others, so that load() is to run again.
enum class Changed { marks, events };

// One parameter, for the list that params() answers; see vidik_plugin.h for what each kind takes.
inline vidik_param number_param(std::string_view id, std::string_view name, double low, double high,
                                double value, std::string_view unit = {}, std::string_view help = {}) {
  return {sizeof(vidik_param),
          VIDIK_PARAM_NUMBER,
          text_of(id),
          text_of(name),
          text_of(unit),
          text_of(help),
          low,
          high,
          value,
          0,
          nullptr,
          {}};
}
inline vidik_param whole_param(std::string_view id, std::string_view name, double low, double high,
                               double value, std::string_view unit = {}, std::string_view help = {}) {
  vidik_param out = number_param(id, name, low, high, value, unit, help);
  out.kind = VIDIK_PARAM_WHOLE;
  return out;
}
inline vidik_param switch_param(std::string_view id, std::string_view name, bool on,
                                std::string_view help = {}) {
  vidik_param out = number_param(id, name, 0, 1, on ? 1 : 0, {}, help);
  out.kind = VIDIK_PARAM_SWITCH;
  return out;
}
inline vidik_param choice_param(std::string_view id, std::string_view name,
                                std::span<const vidik_text> choices, std::uint32_t value = 0,
                                std::string_view help = {}) {
  vidik_param out = number_param(id, name, 0, 1, value, {}, help);
  out.kind = VIDIK_PARAM_CHOICE;
  out.choice_n = choices.size();
  out.choices = choices.data();
  return out;
}
inline vidik_param text_param(std::string_view id, std::string_view name, std::string_view text = {},
                              std::string_view help = {}) {
  vidik_param out = number_param(id, name, 0, 1, 0, {}, help);
  out.kind = VIDIK_PARAM_TEXT;
  out.text = text_of(text);
  return out;
}

// The controls of an overlay's own panel; each answers what the user made of it since the last build.
class Panel {
 public:
  explicit Panel(const vidik_panel* panel) : panel_(panel) {}
  void text(std::string_view words) { check(panel_->text(panel_, text_of(words)), "a text of the panel"); }
  bool button(std::uint32_t key, std::string_view name) {
    std::uint32_t pressed = 0;
    check(panel_->button(panel_, key, text_of(name), &pressed), "a button of the panel");
    return pressed != 0;
  }
  bool toggle(std::uint32_t key, std::string_view name, bool on) {
    std::uint32_t now = on ? 1 : 0;
    check(panel_->toggle(panel_, key, text_of(name), &now), "a switch of the panel");
    return now != 0;
  }
  double slider(std::uint32_t key, std::string_view name, double low, double high, double value) {
    check(panel_->slider(panel_, key, text_of(name), low, high, &value), "a slider of the panel");
    return value;
  }
  std::uint32_t choice(std::uint32_t key, std::string_view name, std::span<const vidik_text> items,
                       std::uint32_t index) {
    check(panel_->choice(panel_, key, text_of(name), items.data(), static_cast<std::uint32_t>(items.size()),
                         &index),
          "a choice of the panel");
    return index;
  }

 private:
  const vidik_panel* panel_;
};

}  // namespace vidik::plugin
