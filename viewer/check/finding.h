#pragma once
// What one check found. The numbers cross between vidik-plugin-probe and the checking program.

#include <cstdint>
#include <string>
#include <string_view>

namespace vidik {

enum class Outcome : std::int32_t { pass, warn, fail, skipped, crashed, timed_out };
std::string_view word_of(Outcome outcome);  // "timed out"
inline bool is_failure(Outcome o) {
  return o == Outcome::fail || o == Outcome::crashed || o == Outcome::timed_out;
}

struct Finding {
  Outcome outcome = Outcome::pass;
  std::string why;  // one sentence, without a full stop; empty when it passed
};

}  // namespace vidik
