#pragma once
// Which events take part, whatever their time: CONTRACT §6's `--filter` language as data.
//
// Language: key=value[,value]  key!=value  key~text  key>=n  key>n key<n key<=n, joined by and, or, not, brackets.
// Keys: id layer title category status unverified severity precision lon lat country place actors text (any text),
// and extra columns by their name. `unverified=any|yes|no`; without a word about it, `no` holds.
// Errors: parse names the place (1-based column) and what was expected.

#include "base/result.h"
#include "store/snapshot.h"

#include <memory>
#include <string>
#include <string_view>

namespace vidik {

class Filter {
 public:
  Filter();  // only `unverified=no`
  static Result<Filter> parse(std::string_view text);
  const std::string& text() const { return text_; }  // as given
  bool passes(const Snapshot& snapshot, EventRef event) const;
  // True when every row of the layer passes for certain (no O(n) pass needed).
  bool passes_whole(const Layer& layer) const;
  Filter both(const Filter& other) const;  // and
  bool operator==(const Filter& other) const { return text_ == other.text_; }

 private:
  struct Node;
  std::string text_;
  std::shared_ptr<const Node> root_;  // null = everything verified
  bool unverified_said_ = false;
};

}  // namespace vidik
