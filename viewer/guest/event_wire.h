#pragma once
// Columns of events on the wire: the same bytes from guest to host and, with a table's rows, from host to guest.
//
// Ownership: DecodedEvents owns its arrays; its texts point into the message it was read from.
// Errors: encode answers VIDIK_E_ARG for columns that contradict themselves; decode turns the WireIn bad.
// Nothing here judges values: event_check.h does, on both sides.

#include "base/limits.h"
#include "guest/wire.h"

#include <vidik_plugin.h>

#include <array>
#include <deque>
#include <vector>

namespace vidik {

inline constexpr std::uint64_t kBatchRows = 8192;       // rows a message; longer batches are cut
inline constexpr std::uint32_t kMaxExtraColumns = 256;  // CONTRACT "extra"
inline constexpr std::uint64_t kMaxTextBytes = limits::kTextBytes;
inline constexpr std::uint32_t kMaxListPerEvent = 256;  // actors, claims, sources of one event

inline std::string_view view_of(const vidik_text& text) {
  return text.ptr == nullptr ? std::string_view{} : std::string_view(text.ptr, text.len);
}
inline vidik_text text_of(std::string_view text) { return {text.data(), text.size()}; }

// Appends rows [first, first + n) of `events`. Call with n <= kBatchRows.
vidik_status encode_events(const vidik_events& events, std::uint64_t first, std::uint64_t n, WireOut& out);

class DecodedEvents {
 public:
  // False when the bytes make no sense; `in` is bad then.
  bool read(WireIn& in);
  const vidik_events& events() const { return events_; }

 private:
  const vidik_text* texts(WireIn& in, std::uint32_t n);
  const std::uint64_t* ends(WireIn& in, std::uint32_t n, std::uint32_t& total);

  vidik_events events_{};
  std::deque<std::vector<vidik_text>> texts_;
  std::deque<std::vector<std::uint64_t>> wide_;
  std::deque<std::vector<std::uint8_t>> narrow_;
  std::array<std::vector<vidik_moment>, 2> moments_;
  std::array<std::vector<double>, 2> lonlat_;
  std::vector<float> radius_;
  std::vector<vidik_magnitude> magnitude_;
  std::vector<std::uint32_t> flags_;
  std::vector<vidik_claim> claims_;
  std::vector<vidik_source> sources_;
  std::vector<const vidik_text*> extra_;
};

}  // namespace vidik
