#pragma once
// Named time zones from the system's tzdata: local clock time to UTC and back, whatever TZ says.
//
// Ownership: copies share one table of the zone's changes. Threads: all members are const and safe from any thread.
// Errors: an unknown name is Code::not_found. Local times that do not exist (spring gap) are read with the
// offset before the gap; those that occur twice are read as the first.
// Cost: find() reads tzdata (the first call about 15 ms); every other member is one binary search.
// Source: Howard Hinnant's date library over the system's tzdata. Debian's build ignores rules after 2037, so
// later years ask for the same calendar year (same leap-ness and weekday of 1 January) of 2010…2037.

#include "base/result.h"
#include "base/time.h"

#include <memory>
#include <string>
#include <string_view>

namespace vidik {

class TimeZone {
 public:
  static Result<TimeZone> find(std::string_view iana_name);  // "Europe/Belgrade", "UTC"
  static TimeZone utc();
  static TimeZone display_default();  // Europe/Belgrade; UTC when the system has no tzdata

  const std::string& name() const { return name_; }
  int offset_seconds(Time t) const;  // east of Greenwich is positive
  Time to_time(const CivilTime& local) const;
  CivilTime to_civil(Time t) const;
  Time start_of_day(const CivilDate& d) const;  // first instant of that local day (23- and 25-hour days)

  bool operator==(const TimeZone& other) const { return name_ == other.name_; }

 private:
  struct Changes;
  enum class InGap { offset_before, first_after };
  std::int64_t offset_us(std::int64_t utc_us) const;
  Time from_local(std::int64_t local_us, InGap in_gap) const;

  std::string name_ = "UTC";
  std::shared_ptr<const Changes> changes_;  // null = UTC
};

std::string tzdata_version();  // "2024a", or "unknown"

}  // namespace vidik
