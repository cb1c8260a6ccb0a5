#include "base/number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace vidik {
namespace {

TEST(Number, OnlyAWholeTextIsANumber) {
  EXPECT_EQ(parse_double("21.5"), 21.5);
  EXPECT_EQ(parse_double("+21.5"), 21.5);
  EXPECT_EQ(parse_double("-1e3"), -1000.0);
  for (const char* bad : {"", " 1", "1 ", "1,5", "1.5x", "nan", "inf", "+-1", "0x10", "1e999"}) {
    EXPECT_EQ(parse_double(bad), std::nullopt) << bad;
  }
}

TEST(Number, WholeNumbersDoNotWrap) {
  EXPECT_EQ(parse_int("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(parse_int("9223372036854775808"), std::nullopt);
  EXPECT_EQ(parse_int("1.0"), std::nullopt);
}

TEST(Number, ShortestTextReadsBackTheSame) {
  for (const double value : {0.1, 20.9, 1.0 / 3.0, 1e22, -42.600001, 5e-324}) {
    EXPECT_EQ(parse_double(shortest(value)), value) << shortest(value);
  }
  EXPECT_EQ(shortest(20.9), "20.9");
  EXPECT_EQ(shortest(-0.0), "0");
}

TEST(Number, HalvesAreRoundedAwayFromZero) {
  EXPECT_EQ(fixed(0.125, 2), "0.13");
  EXPECT_EQ(fixed(-0.125, 2), "-0.13");
  EXPECT_EQ(fixed(0.5, 0), "1");
  EXPECT_EQ(fixed(1.5, 0), "2");
  EXPECT_EQ(fixed(2.5, 0), "3");
  EXPECT_EQ(fixed(99.5, 0), "100");
  EXPECT_EQ(fixed(-9.5, 0), "-10");
  EXPECT_EQ(fixed(2.675, 2), "2.67");  // the double lies just below the half
  EXPECT_EQ(fixed(1e21, 1), "1000000000000000000000.0");
}

TEST(Number, NothingIsMinusZero) {
  EXPECT_EQ(fixed(-0.0, 1), "0.0");
  EXPECT_EQ(fixed(-0.04, 1), "0.0");
  EXPECT_EQ(fixed(-0.0001, 0), "0");
}

}  // namespace
}  // namespace vidik
