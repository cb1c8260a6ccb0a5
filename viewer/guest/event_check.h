#pragma once
// What an event from a guest must be, and the way between its columns and the store's batches.
//
// Units: as in vidik_plugin.h on one side, as in store/event_batch.h on the other.
// Ownership: EventColumns owns the arrays behind its vidik_events; its texts point into the batch it was made from.
// Errors: a refused event is reported with its row and reason, never guessed right. Text that is not UTF-8 is repaired.

#include "base/limits.h"
#include "base/problems.h"
#include "guest/event_wire.h"
#include "store/event_batch.h"

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace vidik {

// Why event `i` cannot be taken, or null.
const char* event_fault(const vidik_events& events, std::uint64_t i);

// All extra columns of one load in order of their first appearance: every batch names those that came before, so that the
// store takes its texts over as they are.
class ExtraNames {
 public:
  // A layer from a guest has no more than one message may name; the store's larger limit is for files. The names are
  // copied with every batch, so all of them together are short.
  static constexpr std::size_t kMost = kMaxExtraColumns, kMostBytes = std::size_t{64} << 10;
  static_assert(kMost <= limits::kExtraColumns && kMostBytes >= limits::kNameBytes);
  // The number of the column of this name; none when there is room for no more.
  std::optional<std::size_t> number_of(const std::string& name);
  const std::vector<std::string>& names() const { return names_; }
  const std::string& first_left_out() const { return first_left_out_; }  // empty: all had room

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::size_t> numbers_;
  std::size_t bytes_ = 0;
  std::string first_left_out_;
};

// The events that pass, as a batch; `first` is the ordinal of the first row in this load. Ordinals of the kept
// ones are appended to `kept`.
EventBatch batch_of(const vidik_events& events, std::uint64_t first, std::vector<std::uint64_t>& kept,
                    ExtraNames& extras, Problems& problems);

// A batch as columns, to hand a table's rows to a guest.
class EventColumns {
 public:
  explicit EventColumns(const EventBatch& batch);
  const vidik_events& events() const { return events_; }

 private:
  void take_record(const EventBatch& batch, std::uint32_t row);
  vidik_text* column(std::size_t slot, std::size_t n);

  vidik_events events_{};
  std::deque<std::vector<vidik_text>> texts_;
  std::vector<vidik_moment> begin_, end_;
  std::vector<std::uint8_t> precision_, place_kind_, severity_, status_;
  std::vector<float> radius_;
  std::vector<vidik_magnitude> magnitude_;
  std::vector<std::uint32_t> flags_;
  std::vector<std::uint64_t> actor_ends_, claim_ends_, source_ends_;
  std::vector<vidik_text> actors_, names_;
  std::vector<vidik_claim> claims_;
  std::vector<vidik_source> sources_;
  std::vector<const vidik_text*> extra_;
  std::vector<std::string> extra_names_;
};

}  // namespace vidik
