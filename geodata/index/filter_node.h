#pragma once
// The tree that a filter expression becomes; only the filter's own sources need it.

#include "index/filter.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vidik {

struct Filter::Node {
  enum class Kind : std::uint8_t { all_of, any_of, none_of, test };
  enum class Key : std::uint8_t {
    id,
    layer,
    title,
    summary,
    category,
    status,
    unverified,
    severity,
    precision,
    magnitude,
    begin,
    end,
    hour,
    weekday,
    month,
    lon,
    lat,
    country,
    place,
    area,
    actors,
    text,
    extra
  };
  enum class Op : std::uint8_t { equal, not_equal, contains, not_contains, at_least, more, less, at_most };

  Kind kind = Kind::all_of;
  std::vector<Node> children;  // all_of, any_of; none_of has one

  Key key = Key::id;
  Op op = Op::equal;
  std::vector<std::string> values;  // as the key compares them: folded, or exact for ids
  std::vector<double> numbers;      // of number keys
  std::vector<Span> dates;          // of begin and end; an instant covers its microsecond
  std::optional<TimeZone> zone;     // of hour, weekday and month
  std::string extra;                // name of the extra column, and the same folded
  std::string extra_folded;

  bool mentions(Key wanted) const {
    if (kind == Kind::test) return key == wanted;
    for (const Node& child : children) {
      if (child.mentions(wanted)) return true;
    }
    return false;
  }
};

// What kind of values a key takes.
enum class FilterValues : std::uint8_t { ids, words, numbers, dates, yes_no, texts };
FilterValues values_of(Filter::Node::Key key);
// Fills values, numbers or dates of the test from what was written; the reason when a value does not suit the key.
Result<> take_filter_values(Filter::Node& test, const std::vector<std::string>& written,
                            const TimeZone& zone);

bool passes_test(const Filter::Node& test, const Snapshot& snapshot, EventRef event);

}  // namespace vidik
