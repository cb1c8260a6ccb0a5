#pragma once
// What an overlay lets the user set, and the controls of its own panel: plain data, checked when it came in.
//
// Units: as the overlay says. Ownership: plain values. Threads: plain data. Errors: none; values are inside their range.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace vidik {

enum class ParamKind : std::uint8_t { number, whole, toggle, choice, text };

struct ParamValue {
  double number = 0;
  std::string text;
  bool operator==(const ParamValue&) const = default;
};

struct OverlayParam {
  ParamKind kind{};
  std::string id, name, unit, help;
  double low = 0, high = 1;
  std::vector<std::string> choices;
  ParamValue value;  // until somebody sets it
};

// By parameter; what is not in it is as declared.
using ParamValues = std::map<std::string, ParamValue>;

enum class ControlKind : std::uint8_t { text, button, toggle, slider, choice };

// `key` tells controls apart from one build to the next; 0 for a text.
struct PanelControl {
  ControlKind kind{};
  std::uint32_t key = 0;
  std::string name;
  double low = 0, high = 1, value = 0;
  std::vector<std::string> items;
  bool operator==(const PanelControl&) const = default;
};

// What the user did with one: a button's value is 1, a toggle's 0 or 1, a choice's its number.
struct PanelPress {
  std::uint32_t key = 0;
  double value = 0;
};

}  // namespace vidik
