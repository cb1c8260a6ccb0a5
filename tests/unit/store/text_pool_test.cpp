#include "store/text_pool.h"

#include <gtest/gtest.h>

#include <random>

namespace vidik {
namespace {

TextPool two_records() {
  TextPool pool;
  pool.begin_record();
  pool.put(Field::id, "a");
  pool.put(Field::title, "");
  pool.put(Field::source_name, "one");
  pool.put(Field::source_name, "two");
  pool.begin_record();
  pool.put(Field::title, std::string(1000, 'x'));
  pool.put(static_cast<Field>(64 + 900), "extra");
  return pool;
}

std::string told(const TextPool& pool, std::uint32_t record) {
  std::string out;
  pool.each(record, [&](Field f, std::string_view text) {
    out += std::to_string(static_cast<int>(f)) + "=" + std::string(text.substr(0, 8)) + " ";
  });
  return out;
}

TEST(TextPool, TextsAreFoundByRecordAndField) {
  const TextPool pool = two_records();
  ASSERT_EQ(pool.record_count(), 2u);
  EXPECT_EQ(pool.text(0, Field::id), "a");
  EXPECT_EQ(pool.text(0, Field::source_name), "one");
  EXPECT_EQ(pool.text(1, Field::title).size(), 1000u);
  EXPECT_EQ(pool.text(1, static_cast<Field>(964)), "extra");
}

TEST(TextPool, WhatIsNotThereIsEmpty) {
  const TextPool pool = two_records();
  EXPECT_EQ(pool.text(0, Field::title), "");
  EXPECT_EQ(pool.text(1, Field::id), "");
  EXPECT_EQ(pool.text(7, Field::id), "");
  EXPECT_EQ(TextPool().record_count(), 0u);
}

TEST(TextPool, RepeatedFieldsKeepTheirOrder) { EXPECT_EQ(told(two_records(), 0), "0=a 14=one 14=two "); }

TEST(TextPool, CopiesAndMovedPoolsStandOnTheirOwn) {
  auto first = std::make_unique<TextPool>(two_records());
  TextPool copy = *first;
  const TextPool moved = std::move(*first);
  first.reset();
  copy.begin_record();
  copy.put(Field::id, "c");
  EXPECT_EQ(copy.text(0, Field::id), "a");
  EXPECT_EQ(copy.text(2, Field::id), "c");
  EXPECT_EQ(moved.record_count(), 2u);
}

TEST(TextPool, AnAppendedPoolFollows) {
  TextPool pool = two_records();
  pool.append(two_records());
  ASSERT_EQ(pool.record_count(), 4u);
  EXPECT_EQ(told(pool, 2), told(pool, 0));
  EXPECT_EQ(told(pool, 3), told(pool, 1));
  TextPool moved_from;
  const TextPool taken = std::move(moved_from);
  moved_from = TextPool();
  moved_from.append(pool);
  EXPECT_EQ(moved_from.record_count(), 4u);
}

TEST(TextPool, ForeignMemoryIsCheckedBeforeItIsUsed) {
  const TextPool pool = two_records();
  const auto keep = std::make_shared<int>(0);
  std::vector<std::uint64_t> offsets(pool.offsets().begin(), pool.offsets().end());
  TextPool out;
  EXPECT_TRUE(TextPool::adopt(offsets, pool.bytes(), keep, out));
  EXPECT_EQ(told(out, 0), told(pool, 0));
  TextPool copy = out;
  EXPECT_EQ(told(copy, 1), told(pool, 1));
  EXPECT_FALSE(TextPool::adopt({}, pool.bytes(), keep, out));
  offsets[1] = offsets[2] + 1;
  EXPECT_FALSE(TextPool::adopt(offsets, pool.bytes(), keep, out));
  offsets[1] = 3;
  offsets[2] += 1;
  EXPECT_FALSE(TextPool::adopt(offsets, pool.bytes(), keep, out));
}

TEST(TextPool, DamagedBytesAreNeverReadPastTheirRecord) {
  const TextPool pool = two_records();
  const auto keep = std::make_shared<int>(0);
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::vector<char> bytes(pool.bytes().begin(), pool.bytes().end());
    for (int i = 0; i < 3; ++i) bytes[random() % 20] = static_cast<char>(random() % 256);
    TextPool out;
    ASSERT_TRUE(TextPool::adopt(pool.offsets(), bytes, keep, out));
    std::size_t sum = 0;
    for (std::uint32_t k = 0; k < 2; ++k) {
      out.each(k, [&](Field, std::string_view text) { sum += text.size(); });
    }
    EXPECT_LE(sum, bytes.size());
  }
}

}  // namespace
}  // namespace vidik
