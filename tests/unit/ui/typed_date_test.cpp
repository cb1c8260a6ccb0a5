#include "ui/typed_date.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TimeZone belgrade() { return TimeZone::find("Europe/Belgrade").value(); }
std::string said(std::string_view text, Time from = {}) {
  const auto moment = moment_typed(text, belgrade(), from);
  return moment.ok() ? iso_with_offset(moment->span.end, belgrade()) : "refused";
}

TEST(TypedTime, LandsToTheSecond) {
  EXPECT_EQ(said("2023-09-24 03:00"), "2023-09-24T03:00:00+02:00");
  EXPECT_EQ(said("2023-09-24T03:00:17"), "2023-09-24T03:00:17+02:00");
  EXPECT_EQ(said("24 Sep 2023"), "2023-09-25T00:00:00+02:00")
      << "that whole day: the playhead stands at its end";
  EXPECT_EQ(said("24 Sep 2023, 03:00"), "2023-09-24T03:00:00+02:00");
  EXPECT_EQ(said("2023-09-24T01:00Z"), "2023-09-24T03:00:00+02:00");
}

TEST(TypedTime, CountsFromWhatStandsThereInDaysOfTheCalendar) {
  const Time noon = belgrade().to_time({{2023, 3, 28}, 12, 0, 0, 0});
  EXPECT_EQ(said("-3d", noon), "2023-03-25T12:00:00+01:00") << "over the change of the clocks";
  EXPECT_EQ(said("-72h", noon), "2023-03-25T11:00:00+01:00");
  EXPECT_EQ(said("+2w", noon), "2023-04-11T12:00:00+02:00");
  EXPECT_EQ(said("- 1 month", noon), "2023-02-28T12:00:00+01:00");
  EXPECT_EQ(said("−3 days", noon), "2023-03-25T12:00:00+01:00");
  EXPECT_EQ(said("-3", noon), "refused");
  EXPECT_EQ(said("--3d", noon), "refused");
}

TEST(TypedTime, LengthsAreReadAsTheyAreWritten) {
  EXPECT_EQ(length_typed("26 days").value(), (Duration{0, 26, 0}));
  EXPECT_EQ(length_typed("2w").value(), (Duration{0, 14, 0}));
  EXPECT_EQ(length_typed("1 month").value(), (Duration{1, 0, 0}));
  EXPECT_EQ(length_typed("6 Hours").value(), (Duration{0, 0, 6 * kMicrosPerHour}));
  EXPECT_EQ(length_typed("P1M").value(), (Duration{1, 0, 0}));
  EXPECT_EQ(length_typed("45 min").value(), (Duration{0, 0, 45 * kMicrosPerMinute}));
  for (const char* bad : {"", "days", "0 days", "-3 days", "5m", "3 fortnights", "1e9y"})
    EXPECT_FALSE(length_typed(bad).ok()) << bad;
}

TEST(TypedTime, SpeedsAreLengthsASecond) {
  EXPECT_EQ(speed_typed("3 days / s").value(), 3 * kMicrosPerDay);
  EXPECT_EQ(speed_typed("12h/s").value(), 12 * kMicrosPerHour);
  EXPECT_EQ(speed_typed("1w").value(), 7 * kMicrosPerDay);
  EXPECT_EQ(speed_typed("30s").value(), 30'000'000);
  EXPECT_EQ(speed_typed("1 month / s").value(), 30 * kMicrosPerDay);
  EXPECT_EQ(speed_typed("1 year").value(), 365 * kMicrosPerDay);
  for (const char* bad : {"", "fast", "0d", "-1d / s", "2000y"}) EXPECT_FALSE(speed_typed(bad).ok()) << bad;
}

}  // namespace
}  // namespace vidik
