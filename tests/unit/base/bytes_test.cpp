#include "base/bytes.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

std::string sample() {
  ByteWriter out;
  out.put(std::uint8_t{7});
  out.put(std::int64_t{-5});
  out.put(2.5);
  out.text("Čačak");
  out.column(std::vector<std::int32_t>{1, -2, 3});
  return out.take();
}

TEST(Bytes, WhatIsWrittenIsRead) {
  const std::string bytes = sample();
  ByteReader in(bytes);
  EXPECT_EQ(in.get<std::uint8_t>(), 7);
  EXPECT_EQ(in.get<std::int64_t>(), -5);
  EXPECT_EQ(in.get<double>(), 2.5);
  EXPECT_EQ(in.text(), "Čačak");
  std::vector<std::int32_t> column;
  EXPECT_TRUE(in.column(column));
  EXPECT_EQ(column, (std::vector<std::int32_t>{1, -2, 3}));
  EXPECT_TRUE(in.ok());
  EXPECT_TRUE(in.at_end());
}

TEST(Bytes, NumbersAreLittleEndian) {
  ByteWriter out;
  out.put(std::uint32_t{0x01020304});
  EXPECT_EQ(out.bytes(), "\x04\x03\x02\x01");
}

TEST(Bytes, AMessageCutShortAnywhereFailsAndStaysFailed) {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ByteReader in(std::string_view(bytes).substr(0, size));
    in.get<std::uint8_t>();
    in.get<std::int64_t>();
    in.get<double>();
    in.text();
    std::vector<std::int32_t> column;
    in.column(column);
    EXPECT_FALSE(in.ok()) << size;
    EXPECT_EQ(in.get<std::uint8_t>(), 0) << size;
    EXPECT_FALSE(in.ok());
  }
}

TEST(Bytes, AHugeLengthAllocatesNothing) {
  ByteWriter out;
  out.put(std::uint64_t{UINT64_MAX / 4});
  ByteReader column_in(out.bytes());
  std::vector<std::int64_t> column{1};
  EXPECT_FALSE(column_in.column(column));
  EXPECT_TRUE(column.empty());
  ByteReader text_in(out.bytes());
  EXPECT_EQ(text_in.text(), "");
  EXPECT_FALSE(text_in.ok());
}

TEST(Bytes, LongerThanTheCapFails) {
  const std::string bytes = sample();
  ByteReader in(std::string_view(bytes).substr(17));
  EXPECT_EQ(in.text(3), "");
  EXPECT_FALSE(in.ok());
}

}  // namespace
}  // namespace vidik
