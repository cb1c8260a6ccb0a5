#include "base/time_text.h"

#include "base/time_view.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TimeZone belgrade() { return TimeZone::display_default(); }
Time at(std::string_view text) { return parse_when(text, belgrade()).value().begin_earliest; }

constexpr std::int64_t kHour = kMicrosPerHour;

TEST(Duration, TableOfLengths) {
  const struct {
    const char* text;
    Duration expected;
  } rows[] = {
      {"7d", {0, 7, 0}},
      {"30d", {0, 30, 0}},
      {"2w", {0, 14, 0}},
      {"1mo", {1, 0, 0}},
      {"1y", {12, 0, 0}},
      {"6h", {0, 0, 6 * kHour}},
      {"30min", {0, 0, kHour / 2}},
      {"45s", {0, 0, 45'000'000}},
      {"0.5s", {0, 0, 500'000}},
      {"1y2mo3d4h", {14, 3, 4 * kHour}},
      {"P1M", {1, 0, 0}},
      {"P1Y2M10DT2H30M", {14, 10, 5 * kHour / 2}},
      {"PT6H", {0, 0, 6 * kHour}},
      {"PT1M", {0, 0, 60'000'000}},
      {"PT0.25S", {0, 0, 250'000}},
      {"P2W", {0, 14, 0}},
  };
  for (const auto& row : rows) {
    const Result<Duration> d = parse_duration(row.text);
    ASSERT_TRUE(d.ok()) << row.text;
    EXPECT_EQ(*d, row.expected) << row.text;
  }
}

TEST(Duration, TableOfRefusals) {
  for (const char* text :
       {"",    "7",    "d",  "5m",  "1.5d", "0d",   "-7d",    "7 d",           "7days",
        "P",   "PT",   "P7", "P1H", "PT1D", "1e3d", "20000y", "999999999999h", "9999999999999d",
        "7d!", "nan d"}) {
    const Result<Duration> d = parse_duration(text);
    ASSERT_FALSE(d.ok()) << text;
    EXPECT_EQ(d.error().code, Code::bad_usage) << text;
  }
  std::string many;
  for (int i = 0; i < 30'000; ++i) many += "10000y";
  EXPECT_FALSE(parse_duration(many).ok());
  EXPECT_NE(parse_duration("5m").error().text.find("minutes (min) or months (mo)"), std::string::npos);
}

TEST(Duration, CalendarUnitsFollowTheLocalCalendar) {
  const auto plus_one = [](const char* from, const char* length, int sign) {
    return iso_with_offset(add(at(from), parse_duration(length).value(), belgrade(), sign), belgrade());
  };
  EXPECT_EQ(plus_one("2023-03-25T12:00", "1d", 1), "2023-03-26T12:00:00+02:00");   // 23 hours
  EXPECT_EQ(plus_one("2023-03-25T12:00", "24h", 1), "2023-03-26T13:00:00+02:00");  // exact
  EXPECT_EQ(plus_one("2024-03-31T00:00", "1mo", -1), "2024-02-29T00:00:00+01:00");
  EXPECT_EQ(plus_one("2024-02-29T00:00", "1y", 1), "2025-02-28T00:00:00+01:00");
  EXPECT_EQ(plus_one("2025-03-16T00:00", "30d", -1), "2025-02-14T00:00:00+01:00");
  EXPECT_EQ(add(kOpenEnd, parse_duration("1d").value(), belgrade(), -1), kOpenEnd);
}

TEST(TimeView, ModesGoByTheirWords) {
  for (const std::string_view word : {"instant", "window", "trail", "cumulative", "all"}) {
    ASSERT_TRUE(mode_of(word).has_value()) << word;
    EXPECT_EQ(word_of(*mode_of(word)), word);
  }
  EXPECT_EQ(mode_of("Window"), std::nullopt);
  EXPECT_EQ(mode_of(""), std::nullopt);
}

TEST(Moment, ADateIsItsWholeDayAndAClockTimeAnInstant) {
  const Moment day = parse_moment("2025-03-15", belgrade()).value();
  EXPECT_EQ(iso_with_offset(day.span.begin, belgrade()), "2025-03-15T00:00:00+01:00");
  EXPECT_EQ(iso_with_offset(day.span.end, belgrade()), "2025-03-16T00:00:00+01:00");
  EXPECT_EQ(day.precision, Precision::day);
  const Moment month = parse_moment("2025-03", belgrade()).value();
  EXPECT_EQ(iso_with_offset(month.span.end, belgrade()), "2025-04-01T00:00:00+02:00");
  const Moment instant = parse_moment("2024-11-29T20:00", belgrade()).value();
  EXPECT_EQ(instant.span.begin, instant.span.end);
  EXPECT_EQ(instant.precision, Precision::minute);
  const Moment hour = parse_moment("2024-11-29T20", belgrade()).value();
  EXPECT_EQ(hour.span.begin, hour.span.end);
}

TEST(Moment, WhatIsNotOnePointInTimeIsRefused) {
  for (const char* text : {"", "now", "2024-11/2024-12", "2024-11~", "2024-XX", "29.11.2024", "2024-11-31"}) {
    const Result<Moment> moment = parse_moment(text, belgrade());
    ASSERT_FALSE(moment.ok()) << text;
    EXPECT_EQ(moment.error().code, Code::bad_usage);
  }
}

TEST(TimeText, IsoTextReadsBackAsTheSameTime) {
  for (const char* text : {"2024-11-29T19:10:00Z", "1914-06-28T10:50:00Z", "0001-01-01T00:00:00Z",
                           "9999-12-31T12:00:00Z", "2023-10-29T00:30:00Z", "2023-10-29T01:30:00Z",
                           "2050-07-01T12:34:56.000789Z", "1850-01-01T00:00:01Z"}) {
    const Time t = at(text);
    EXPECT_EQ(at(iso_with_offset(t, belgrade())), t) << iso_with_offset(t, belgrade());
  }
  EXPECT_EQ(iso_with_offset(at("2023-10-29T01:30:00Z"), belgrade()), "2023-10-29T02:30:00+01:00");
  EXPECT_EQ(iso_with_offset(at("2024-11-29T19:10:00Z"), TimeZone::find("America/St_Johns").value()),
            "2024-11-29T15:40:00-03:30");
}

TEST(TimeText, OffsetsAreSaidInWords) {
  EXPECT_EQ(offset_words(at("2025-01-15"), belgrade()), "UTC+1");
  EXPECT_EQ(offset_words(at("2025-07-15"), belgrade()), "UTC+2");
  EXPECT_EQ(offset_words(at("2025-07-15"), TimeZone::utc()), "UTC");
  EXPECT_EQ(offset_words(at("2025-07-15"), TimeZone::find("Asia/Kolkata").value()), "UTC+5:30");
  EXPECT_EQ(offset_words(at("2025-07-15"), TimeZone::find("America/New_York").value()), "UTC\u22124");
}

}  // namespace
}  // namespace vidik
