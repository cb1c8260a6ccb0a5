#include "ingest/instant_text.h"

namespace vidik {
namespace {

// Two digits, or something above 99.
unsigned two(const char* at) {
  const auto tens = static_cast<unsigned>(static_cast<unsigned char>(at[0])) - '0';
  const auto ones = static_cast<unsigned>(static_cast<unsigned char>(at[1])) - '0';
  return tens > 9 || ones > 9 ? 1000 : tens * 10 + ones;
}

bool instant(std::string_view text, Time& out) {
  const char* at = text.data();
  if (text.size() != 20 || at[4] != '-' || at[7] != '-' || at[10] != 'T' || at[13] != ':' || at[16] != ':' ||
      at[19] != 'Z') {
    return false;
  }
  const unsigned century = two(at), years = two(at + 2), month = two(at + 5), day = two(at + 8);
  const unsigned hour = two(at + 11), minute = two(at + 14), second = two(at + 17);
  // 29 to 31 and second 60 need a calendar: the other way has one.
  if (century > 99 || years > 99 || month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 ||
      minute > 59 || second > 59) {
    return false;
  }
  const CivilDate date{static_cast<int>(century * 100 + years), static_cast<int>(month),
                       static_cast<int>(day)};
  if (date.year < 1 || (day > 28 && !is_valid(date))) return false;
  out.us = days_from_civil(date) * kMicrosPerDay +
           static_cast<std::int64_t>(hour * 3600 + minute * 60 + second) * kMicrosPerSecond;
  return true;
}

}  // namespace

bool instants(std::string_view begin, std::string_view end, When& when) {
  Time from, to;
  if (!instant(begin, from)) return false;
  to = from;
  if (!end.empty() && !instant(end, to)) return false;
  when = {from, from, to, to, Precision::second, false, false, true};
  return true;
}

}  // namespace vidik
