#pragma once
// Finds events by words in their titles and places, as they are typed.
//
// Units: none. Ownership: keeps its snapshot alive; holds one folded copy of titles and places (about 30 bytes an event).
// Threads: immutable once built; build it off the frame. Errors: none; an empty query finds nothing.
// Cost: build O(text); find is one pass over the folded text until `most` are found, about 1 ms for 10 MB.

#include "store/snapshot.h"

#include <string>
#include <string_view>
#include <vector>

namespace vidik {

class SearchIndex {
 public:
  explicit SearchIndex(SnapshotRef snapshot);

  // Events whose title or place contains every word of the query (base/text.h folded(): case, diacritics and script do
  // not matter), in list order, at most `most`.
  std::vector<EventRef> find(std::string_view query, std::size_t most) const;
  const SnapshotRef& snapshot() const { return snapshot_; }

 private:
  struct LayerText {
    std::string folded;                 // one line an event, ended by '\n'
    std::vector<std::uint64_t> starts;  // of each line, and the end
  };
  SnapshotRef snapshot_;
  std::vector<LayerText> layers_;
};

}  // namespace vidik
