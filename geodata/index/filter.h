#pragma once
// Which events take part, whatever their time: CONTRACT §6's `--filter` language as data.
//
// Language: key=value[,value]  key!=value  key~text  key!~text  key>=n  key>n  key<n  key<=n, joined by and, or, not,
// brackets. Keys: id layer title summary category status unverified severity precision magnitude begin end lon lat
// hour weekday month country place area actors text (any text), and extra columns by their name; words with blanks or signs stand in
// quotes ("Event type"="x"). Texts are compared without case and diacritics, Cyrillic as Latin; ids exactly.
// begin and end take dates: begin>=2024-11 is from 1 November on, in the display zone. hour (0 to 23), weekday (mon to
// sun, or 1 to 7) and month (jan to dec, or 1 to 12) are those of the begin in the display zone; an event whose date is
// not known that well has none, and passes no test of it but != (index/cycle.h). `unverified=any|yes|no`;
// without a word about it, `no` holds.
// Errors: bad_usage; parse names the place (1-based column) and what was expected.
// Threads: immutable. Cost: passes() O(tests), those of texts O(text).

#include "base/result.h"
#include "base/time_zone.h"
#include "store/snapshot.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

class Filter {
 public:
  Filter();  // only `unverified=no`
  // Dates in it are calendar days of `zone`.
  static Result<Filter> parse(std::string_view text, const TimeZone& zone = TimeZone::display_default());
  const std::string& text() const { return text_; }  // as given
  bool passes(const Snapshot& snapshot, EventRef event) const;
  // True when every row of the layer passes for certain (no O(n) pass needed).
  bool passes_whole(const Layer& layer) const;
  Filter both(const Filter& other) const;  // and
  // Keys that no layer of the snapshot knows, in order: a misspelt key passes nothing, and the user should hear of it.
  std::vector<std::string> unknown_keys(const Snapshot& snapshot) const;
  bool operator==(const Filter& other) const { return text_ == other.text_; }

  struct Node;

 private:
  std::string text_;
  std::shared_ptr<const Node> root_;  // null = everything verified
  bool unverified_said_ = false;
};

}  // namespace vidik
