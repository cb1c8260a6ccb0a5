#include "store/event.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

constexpr double kNone = NAN;

int best(double value, const char* unit) { return severity_of({kNone, value, kNone}, unit); }

TEST(Severity, PeoplePresentGrowByPowersOfTen) {
  for (const char* unit : {"crowd", "participants", "persons", "troops", "personnel", "detained"}) {
    EXPECT_EQ(best(0, unit), 1) << unit;
    EXPECT_EQ(best(99, unit), 1) << unit;
    EXPECT_EQ(best(100, unit), 2) << unit;
    EXPECT_EQ(best(999, unit), 2) << unit;
    EXPECT_EQ(best(1'000, unit), 3) << unit;
    EXPECT_EQ(best(10'000, unit), 4) << unit;
    EXPECT_EQ(best(100'000, unit), 5) << unit;
  }
}

TEST(Severity, DeathsWeighMore) {
  EXPECT_EQ(best(0, "deaths"), 2);
  EXPECT_EQ(best(1, "deaths"), 3);
  EXPECT_EQ(best(2, "deaths"), 3);
  EXPECT_EQ(best(3, "deaths"), 4);
  EXPECT_EQ(best(9, "deaths"), 4);
  EXPECT_EQ(best(10, "deaths"), 5);
}

TEST(Severity, InjuredOfEveryKindCount) {
  EXPECT_EQ(best(9, "injured"), 2);
  EXPECT_EQ(best(10, "soldiers_injured"), 3);
  EXPECT_EQ(best(100, "police_injured"), 4);
}

TEST(Severity, AnotherUnitOrNoneIsTwo) {
  EXPECT_EQ(best(1e6, "votes"), 2);
  EXPECT_EQ(best(1e6, ""), 2);
  EXPECT_EQ(severity_of({kNone, kNone, kNone}, "crowd"), 2);
  EXPECT_EQ(severity_of({kNone, kNone, 50'000}, "crowd"), 2);  // "at most" says nothing about the size
  EXPECT_EQ(best(-5, "crowd"), 2);
}

TEST(Severity, WithoutABestTheGeometricMeanDecides) {
  EXPECT_EQ(severity_of({100'000, kNone, 325'000}, "crowd"), 5);
  EXPECT_EQ(severity_of({50, kNone, 150}, "crowd"), 1);        // 86.6, though the mean is 100
  EXPECT_EQ(severity_of({20'000, kNone, kNone}, "crowd"), 4);  // "at least"
  EXPECT_EQ(severity_of({100, 50'000, 200}, "crowd"), 4);
}

TEST(Facts, EachFactHasItsOwnBits) {
  Facts f;
  f.set_precision(Precision::year);
  f.set_status(Status::disputed);
  f.set_severity(5);
  f.set(Facts::kGeometry, true);
  f.set(Facts::kUnverified, true);
  f.set(Facts::kUnverified, false);
  EXPECT_EQ(f.precision(), Precision::year);
  EXPECT_EQ(f.status(), Status::disputed);
  EXPECT_EQ(f.severity(), 5);
  EXPECT_TRUE(f.has(Facts::kGeometry));
  EXPECT_FALSE(f.has(Facts::kUnverified));
  f.set_precision(Precision::day);
  f.set_status(Status::reported);
  f.set_severity(2);
  EXPECT_EQ(f.precision(), Precision::day);
  EXPECT_EQ(f.status(), Status::reported);
  EXPECT_EQ(f.severity(), 2);
}

}  // namespace
}  // namespace vidik
