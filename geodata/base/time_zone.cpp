#include "base/time_zone.h"

#include <date/tz.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <vector>

namespace vidik {

// From `begin` on (microseconds UTC) the clock is `offset` ahead of UTC, until the next change.
struct TimeZone::Changes {
  struct Change {
    std::int64_t begin, offset;
  };
  std::vector<Change> list;  // ascending; the first begins at INT64_MIN

  std::size_t at(std::int64_t utc_us) const {
    const auto after = std::upper_bound(list.begin(), list.end(), utc_us,
                                        [](std::int64_t t, const Change& c) { return t < c.begin; });
    return static_cast<std::size_t>(after - list.begin()) - 1;
  }
};

namespace {

constexpr int kLastKnownYear = 2037;  // the last year that the compiled tables of tzdata spell out

int weekday_of_new_year(int year) { return weekday({year, 1, 1}); }

// The latest year of 2010…2037 with the same calendar. Every one of the 14 calendars occurs in those 28 years.
int equivalent_year(int year) {
  for (int known = kLastKnownYear; known > kLastKnownYear - 28; --known) {
    if (is_leap_year(known) == is_leap_year(year) &&
        weekday_of_new_year(known) == weekday_of_new_year(year)) {
      return known;
    }
  }
  return kLastKnownYear;
}

std::int64_t new_year_us(int year) { return days_from_civil({year, 1, 1}) * kMicrosPerDay; }

// How far back a point after 2037 must go to land in a year whose rules are known; 0 for earlier ones.
std::int64_t shift_into_known_us(std::int64_t us) {
  if (us < new_year_us(kLastKnownYear + 1)) return 0;
  const int year = civil_utc_from_time(Time{us}).date.year;
  return new_year_us(year) - new_year_us(equivalent_year(year));
}

std::int64_t civil_us(const CivilTime& c) { return time_from_civil_utc(c).us; }

}  // namespace

Result<TimeZone> TimeZone::find(std::string_view iana_name) {
  if (iana_name == "UTC" || iana_name == "Z") return utc();
  try {
    const date::time_zone* zone = date::locate_zone(std::string(iana_name));
    auto changes = std::make_shared<Changes>();
    date::sys_seconds at = date::sys_days{date::year{1} / 1 / 1};
    const date::sys_seconds stop = date::sys_days{date::year{kLastKnownYear + 1} / 1 / 1};
    while (at < stop) {
      const date::sys_info info = zone->get_info(at);
      const std::int64_t offset = info.offset.count() * kMicrosPerSecond;
      const std::int64_t begin =
          changes->list.empty() ? INT64_MIN : at.time_since_epoch().count() * kMicrosPerSecond;
      if (changes->list.empty() || changes->list.back().offset != offset) {
        changes->list.push_back({begin, offset});
      }
      if (info.end <= at) break;
      at = info.end;
    }
    TimeZone out;
    out.name_ = std::string(iana_name);
    out.changes_ = std::move(changes);
    return out;
  } catch (const std::exception&) {
    return fail(Code::not_found, "there is no time zone of this name; use one like Europe/Belgrade",
                std::string(iana_name));
  }
}

TimeZone TimeZone::utc() { return TimeZone(); }

TimeZone TimeZone::display_default() {
  Result<TimeZone> zone = find("Europe/Belgrade");
  return zone ? std::move(zone).value() : utc();
}

std::int64_t TimeZone::offset_us(std::int64_t utc_us) const {
  if (!changes_) return 0;
  const auto& list = changes_->list;
  // A zone that has not changed its clock since 2024 needs no year to stand for another.
  if (list.back().begin < new_year_us(2024)) return list[changes_->at(utc_us)].offset;
  return list[changes_->at(utc_us - shift_into_known_us(utc_us))].offset;
}

int TimeZone::offset_seconds(Time t) const { return static_cast<int>(offset_us(t.us) / kMicrosPerSecond); }

Time TimeZone::from_local(std::int64_t local_us, InGap in_gap) const {
  if (!changes_) return Time{local_us};
  // Back into the years whose changes are listed; whole days, so the clock time stays.
  const bool steady = changes_->list.back().begin < new_year_us(2024);
  const std::int64_t shift = steady ? 0 : shift_into_known_us(local_us);
  const std::int64_t local = local_us - shift;
  const auto& list = changes_->list;
  // No offset reaches 26 hours: the right stretch begins at or after the one that holds local - 26 h.
  std::size_t i = changes_->at(local - 26 * kMicrosPerHour);
  while (true) {
    const std::int64_t utc = local - list[i].offset;
    if (i + 1 == list.size() || utc < list[i + 1].begin) return Time{utc + shift};
    const std::int64_t next_begin = list[i + 1].begin;
    if (local - list[i + 1].offset < next_begin) {  // the clock jumps over this time
      return Time{(in_gap == InGap::first_after ? next_begin : utc) + shift};
    }
    ++i;
  }
}

Time TimeZone::to_time(const CivilTime& local) const {
  return from_local(civil_us(local), InGap::offset_before);
}

CivilTime TimeZone::to_civil(Time t) const { return civil_utc_from_time(plus(t, offset_us(t.us))); }

Time TimeZone::start_of_day(const CivilDate& d) const {
  return from_local(days_from_civil(d) * kMicrosPerDay, InGap::first_after);
}

std::string tzdata_version() {
  // tzdata.zi begins with "# version 2024a".
  std::FILE* file = std::fopen("/usr/share/zoneinfo/tzdata.zi", "re");
  if (file == nullptr) return "unknown";
  char line[64] = {};
  const char* got = std::fgets(line, sizeof line, file);
  std::fclose(file);
  constexpr std::string_view kPrefix = "# version ";
  std::string_view text = got != nullptr ? got : "";
  if (!text.starts_with(kPrefix)) return "unknown";
  text.remove_prefix(kPrefix.size());
  return std::string(text.substr(0, text.find_first_of(" \r\n")));
}

}  // namespace vidik
