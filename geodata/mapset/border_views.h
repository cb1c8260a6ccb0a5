#pragma once
// Points of view: how each contested line is drawn and named, as data (geodata/sets/views/*.json).
//
// Ownership: plain values. Threads: pure but for the files. Errors: a file that cannot be read or says nothing sensible is
// named with its reason; a map without its words on borders must not be drawn.

#include "base/result.h"
#include "base/time.h"
#include "mapset/map_set.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

enum class BorderStyle : std::uint8_t {
  solid,   // as any border between its two countries
  dashed,  // drawn, and contested
  thin,    // as a line inside a state
  absent
};

// How the line between two countries (iso_a3) is drawn in this time; the first rule that fits is the one that holds.
struct BorderRule {
  std::string a, b;
  BorderStyle style{};
  std::optional<Time> from, until;  // [from, until); none: always
  std::string sentence;             // in place of the view's while this rule holds; empty: none
};

// What a country is called in this view.
struct NameRule {
  std::string country;     // iso_a3
  bool as_region = false;  // set as a part of another country, its first town not as a capital
  std::array<std::string, static_cast<std::size_t>(NameIn::count)> by;  // empty: as ever
};

struct BorderView {
  std::string id;        // "de-facto": command line, projects
  std::string label;     // "De facto": on a button
  std::string name;      // "de facto": on the picture
  std::string sentence;  // how the contested line is drawn: on every picture
  std::vector<BorderRule> lines;
  std::vector<NameRule> names;
};

// A line that some view draws otherwise than the data say; its geometry is kept by itself.
struct ContestedLine {
  std::string a, b;        // iso_a3, a < b
  MapContent content{};    // border_contested_1 …
  MapContent as_border{};  // what it is when it is solid: border_inner, border_outer or border_neighbour
};

inline constexpr std::size_t kMostContested = 4;

// All views of a folder, "de-facto" first, then by id. Fails without it.
Result<std::vector<BorderView>> read_border_views(const std::string& folder);

// The lines that any view has a rule for, each once, in a fixed order: at most kMostContested.
std::vector<ContestedLine> contested_lines(const std::vector<BorderView>& views);

// Without a rule a contested line is as the data have it: solid.
BorderStyle style_of(const ContestedLine& line, const BorderView& view, Time at);
// How the lines are drawn at this time, in words.
const std::string& sentence_of(const BorderView& view, Time at);
const NameRule* name_rule(const BorderView& view, std::string_view iso_a3);  // null: as ever

}  // namespace vidik
