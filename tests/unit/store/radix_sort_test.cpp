#include "store/radix_sort.h"

#include <gtest/gtest.h>

#include <random>

namespace vidik {
namespace {

struct Record {
  std::uint64_t key;
  std::uint32_t place;
  bool operator==(const Record&) const = default;
};

TEST(RadixSort, GivesWhatAStableSortGives) {
  std::mt19937_64 random(7);
  for (const std::size_t size : {0u, 1u, 100u, 8192u, 20'000u}) {
    for (const std::uint64_t largest : {std::uint64_t{3}, std::uint64_t{1} << 20, UINT64_MAX}) {
      std::vector<Record> records(size);
      for (std::size_t i = 0; i < size; ++i) {
        records[i] = {largest == UINT64_MAX ? random() : random() % largest, static_cast<std::uint32_t>(i)};
      }
      std::vector<Record> expected = records;
      std::stable_sort(expected.begin(), expected.end(),
                       [](const Record& a, const Record& b) { return a.key < b.key; });
      radix_sort(records, [](const Record& r) { return r.key; });
      EXPECT_TRUE(records == expected) << size << " keys below " << largest;
    }
  }
}

}  // namespace
}  // namespace vidik
