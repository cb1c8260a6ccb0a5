// What each key of a filter takes, and how an event is compared with it.
#include "index/filter_node.h"

#include "base/number.h"
#include "base/text.h"
#include "base/when.h"
#include "index/cycle.h"

#include <algorithm>
#include <cmath>

namespace vidik {

using Node = Filter::Node;
using Key = Node::Key;
using Op = Node::Op;

namespace {

constexpr std::string_view kStatusWords[kStatusCount] = {"confirmed", "reported", "alleged", "disputed"};

Error no_such_value(const std::string& value, std::string_view expected) {
  return fail(Code::bad_usage, "\"" + for_terminal(value) + "\" is not one of " + std::string(expected));
}

Result<Span> parse_date_value(const std::string& value, const TimeZone& zone) {
  const Result<When> when = parse_when(value, zone);
  if (!when) return fail(Code::bad_usage, when.error().text);
  const Span covers{when->begin_earliest, when->end_latest};
  if (covers.begin == kOpenBegin || covers.end == kOpenEnd) {
    return fail(Code::bad_usage, "a date with an open side cannot be compared with");
  }
  return Span{covers.begin, covers.end > covers.begin ? covers.end : plus(covers.begin, 1)};
}

template <typename T>
bool compares(Op op, T value, T from, T past) {
  switch (op) {
    case Op::at_least:
      return value >= from;
    case Op::more:
      return value >= past;
    case Op::less:
      return value < from;
    case Op::at_most:
      return value < past;
    default:
      return value >= from && value < past;
  }
}

bool is_negative(Op op) { return op == Op::not_equal || op == Op::not_contains; }

bool passes_number(const Node& test, double value) {
  bool any = false;
  for (const double wanted : test.numbers) {
    // The next double after `wanted` makes one rule of [from, past) for numbers too.
    any = any || compares(test.op, value, wanted, std::nextafter(wanted, INFINITY));
  }
  return any != (test.op == Op::not_equal);
}

bool passes_date(const Node& test, Time value) {
  bool any = false;
  for (const Span& wanted : test.dates) any = any || compares(test.op, value, wanted.begin, wanted.end);
  return any != (test.op == Op::not_equal);
}

// The whole text, or one of its "; "-separated parts, as lists of people are written.
bool equals_text(std::string_view folded_text, const std::string& wanted) {
  if (folded_text == wanted) return true;
  if (folded_text.find(';') == std::string_view::npos) return false;
  for (const std::string_view part : split(folded_text, ';')) {
    if (trimmed(part) == wanted) return true;
  }
  return false;
}

bool matches_text(const Node& test, std::string_view text) {
  const std::string folded_text = folded(text);
  for (const std::string& wanted : test.values) {
    const bool hit = test.op == Op::contains || test.op == Op::not_contains
                         ? folded_text.find(wanted) != std::string::npos
                         : equals_text(folded_text, wanted);
    if (hit) return true;
  }
  return false;
}

bool matches_id(const Node& test, std::string_view id) {
  const bool inside = test.op == Op::contains || test.op == Op::not_contains;
  for (const std::string& wanted : test.values) {
    if (inside ? id.find(wanted) != std::string_view::npos : id == wanted) return true;
  }
  return false;
}

bool matches_field(const Node& test, const Layer& layer, Row row, Field wanted) {
  bool any = false;
  layer.texts.each(layer.columns.record[row], [&](Field field, std::string_view text) {
    any = any || (field == wanted && matches_text(test, text));
  });
  return any;
}

bool matches_any_text(const Node& test, const Layer& layer, Row row) {
  bool any = false;
  layer.texts.each(layer.columns.record[row],
                   [&](Field, std::string_view text) { any = any || matches_text(test, text); });
  return any;
}

bool matches_extra(const Node& test, const Layer& layer, Row row) {
  const auto& names = layer.extra_names;
  auto at = std::find(names.begin(), names.end(), test.extra);
  if (at == names.end()) {
    at = std::find_if(names.begin(), names.end(),
                      [&](const std::string& n) { return folded(n) == test.extra_folded; });
  }
  if (at == names.end()) return false;
  const auto column =
      static_cast<std::size_t>(Field::first_extra) + static_cast<std::size_t>(at - names.begin());
  const Field field = static_cast<Field>(column);
  if (test.numbers.empty()) return matches_field(test, layer, row, field);
  const std::optional<double> value = parse_double(trimmed(layer.text(row, field)));
  return value && passes_number(test, *value);
}

double magnitude_of(const Layer& layer, Row row) {
  const Magnitude* m = layer.magnitude(row);
  if (m == nullptr) return NAN;
  if (!std::isnan(m->best)) return m->best;
  return !std::isnan(m->low) ? m->low : m->high;
}

// The last moment of the event: a day's end is the next midnight, and the day is what people mean.
Time last_moment(const EventTimes& times) {
  return times.end_latest > times.begin_earliest ? plus(times.end_latest, -1) : times.end_latest;
}

}  // namespace

namespace {

bool is_cycle(Key key) { return key == Key::hour || key == Key::weekday || key == Key::month; }
Cycle cycle_of_key(Key key) {
  return key == Key::hour ? Cycle::hour : key == Key::weekday ? Cycle::weekday : Cycle::month;
}

// A number, or the English name as far as it is written, three letters at least.
Result<int> cycle_value(Key key, const std::string& value) {
  struct Names {
    int first, last;
    std::string_view names, said;
  };
  const Names known =
      key == Key::hour ? Names{0, 23, "", "an hour from 0 to 23"}
      : key == Key::weekday
          ? Names{1, 7, "monday tuesday wednesday thursday friday saturday sunday", "a weekday (mon … sun)"}
          : Names{1, 12,
                  "january february march april may june july august september october november december",
                  "a month (jan … dec)"};
  if (const std::optional<std::int64_t> number = parse_int(value))
    if (*number >= known.first && *number <= known.last) return static_cast<int>(*number);
  const std::string lower = lower_ascii(value);
  int at = known.first;
  if (lower.size() >= 3 && !known.names.empty())
    for (const std::string_view name : split(known.names, ' ')) {
      if (name.starts_with(lower)) return at;
      ++at;
    }
  return fail(Code::bad_usage, "\"" + for_terminal(value) + "\" is not " + std::string(known.said));
}

}  // namespace

FilterValues values_of(Key key) {
  switch (key) {
    case Key::id:
    case Key::layer:
    case Key::category:
      return FilterValues::ids;
    case Key::status:
    case Key::precision:
      return FilterValues::words;
    case Key::unverified:
      return FilterValues::yes_no;
    case Key::severity:
    case Key::magnitude:
    case Key::lon:
    case Key::lat:
    case Key::hour:
    case Key::weekday:
    case Key::month:
      return FilterValues::numbers;
    case Key::begin:
    case Key::end:
      return FilterValues::dates;
    default:
      return FilterValues::texts;
  }
}

Result<> take_filter_values(Node& test, const std::vector<std::string>& written, const TimeZone& zone) {
  const bool ordered = test.op >= Op::at_least;
  const bool contains = test.op == Op::contains || test.op == Op::not_contains;
  const FilterValues kind = values_of(test.key);
  if (ordered && written.size() > 1) return fail(Code::bad_usage, "only one value can be compared with");
  if (ordered && test.key != Key::extra && kind != FilterValues::numbers && kind != FilterValues::dates) {
    return fail(Code::bad_usage, "this key has no order; use =, != or ~");
  }
  if (contains && kind != FilterValues::texts && kind != FilterValues::ids) {
    return fail(Code::bad_usage, "~ is for texts; use = or !=");
  }
  for (const std::string& value : written) {
    if (is_cycle(test.key)) {
      VIDIK_TRY(const int number, cycle_value(test.key, value));
      test.numbers.push_back(number);
      test.zone = zone;
    } else if (kind == FilterValues::numbers || (test.key == Key::extra && ordered)) {
      const std::optional<double> number = parse_double(value);
      if (!number) return fail(Code::bad_usage, "\"" + for_terminal(value) + "\" is not a number");
      test.numbers.push_back(*number);
    } else if (kind == FilterValues::dates) {
      VIDIK_TRY(const Span covers, parse_date_value(value, zone));
      test.dates.push_back(covers);
    } else if (kind == FilterValues::yes_no) {
      if (value != "any" && value != "yes" && value != "no") return no_such_value(value, "any, yes, no");
      test.values.push_back(value);
    } else if (test.key == Key::status) {
      if (std::find(kStatusWords, kStatusWords + kStatusCount, value) == kStatusWords + kStatusCount) {
        return no_such_value(value, "confirmed, reported, alleged, disputed");
      }
      test.values.push_back(value);
    } else if (test.key == Key::precision) {
      if (!parse_precision(value)) {
        return no_such_value(value, "second, minute, hour, day, week, month, year");
      }
      test.values.push_back(lower_ascii(value));
    } else {
      test.values.push_back(kind == FilterValues::ids ? value : folded(value));
    }
  }
  return Done{};
}

bool passes_test(const Node& test, const Snapshot& snapshot, EventRef event) {
  const Layer& layer = *snapshot.layers[event.layer];
  const Row row = event.row;
  const Facts facts = layer.columns.facts[row];
  const auto with_sign = [&](bool matches) { return matches != is_negative(test.op); };
  const bool no_place = facts.has(Facts::kNoPlace);
  switch (test.key) {
    case Key::id:
      return with_sign(matches_id(test, layer.text(row, Field::id)));
    case Key::layer:
      return with_sign(matches_id(test, layer.name));
    case Key::category:
      return with_sign(matches_id(test, layer.categories[layer.columns.category[row]].id));
    case Key::status:
      return with_sign(matches_id(test, kStatusWords[static_cast<int>(facts.status())]));
    case Key::precision:
      return with_sign(matches_id(test, word_of(facts.precision())));
    case Key::unverified: {
      bool matches = false;
      for (const std::string& v : test.values) {
        matches = matches || v == "any" || (v == "yes") == facts.has(Facts::kUnverified);
      }
      return with_sign(matches);
    }
    case Key::severity:
      return passes_number(test, facts.severity());
    case Key::magnitude:
      return passes_number(test, magnitude_of(layer, row));
    case Key::lon:
      return passes_number(test, no_place ? NAN : layer.lon(row));
    case Key::lat:
      return passes_number(test, no_place ? NAN : layer.lat(row));
    case Key::begin:
      return passes_date(test, layer.times(row).begin_earliest);
    case Key::end:
      return passes_date(test, last_moment(layer.times(row)));
    case Key::hour:
    case Key::weekday:
    case Key::month: {
      const std::optional<int> value = cycle_of(layer, row, cycle_of_key(test.key), *test.zone);
      return value ? passes_number(test, *value) : test.op == Op::not_equal;
    }
    case Key::title:
      return with_sign(matches_field(test, layer, row, Field::title));
    case Key::summary:
      return with_sign(matches_field(test, layer, row, Field::summary));
    case Key::country:
      return with_sign(matches_field(test, layer, row, Field::country));
    case Key::place:
      return with_sign(matches_field(test, layer, row, Field::place));
    case Key::area:
      return with_sign(matches_field(test, layer, row, Field::area));
    case Key::actors:
      return with_sign(matches_field(test, layer, row, Field::actors));
    case Key::text:
      return with_sign(matches_any_text(test, layer, row));
    case Key::extra:
      return test.numbers.empty() ? with_sign(matches_extra(test, layer, row))
                                  : matches_extra(test, layer, row);
  }
  return false;
}

}  // namespace vidik
