// The reader of symbol tables, on real objects and on every kind of damage.
#include "check/elf_symbols.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <sstream>

namespace vidik {
namespace {

std::string object(const char* name) {
  std::stringstream out;
  out << std::ifstream(std::string(CHECK_DIR) + "/bad-" + name + ".vidik/bad-" + name + ".so").rdbuf();
  return out.str();
}

bool has(const std::vector<std::string>& all, const char* name) {
  return std::find(all.begin(), all.end(), name) != all.end();
}

TEST(ElfSymbols, NamesWhatIsExportedAndImported) {
  const Result<DynamicSymbols> good = read_dynamic_symbols(object("none"));
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good->exported, std::vector<std::string>{"vidik_entry_1"});
  EXPECT_TRUE(has(good->imported, "calloc"));
  const Result<DynamicSymbols> more = read_dynamic_symbols(object("one-symbol"));
  ASSERT_TRUE(more.ok());
  EXPECT_TRUE(has(more->exported, "one_more"));
}

TEST(ElfSymbols, RefusesWhatIsNone) {
  EXPECT_FALSE(read_dynamic_symbols("").ok());
  EXPECT_FALSE(read_dynamic_symbols("\x7f"
                                    "ELF")
                   .ok());
  EXPECT_FALSE(read_dynamic_symbols(std::string(100'000, 'x')).ok());
}

TEST(ElfSymbols, ReadsNothingBesideADamagedFile) {
  const std::string whole = object("none");
  std::mt19937_64 random(7);
  for (int i = 0; i < 3000; ++i) {
    std::string damaged = whole.substr(0, i % 3 == 0 ? random() % whole.size() : whole.size());
    for (int k = 0; k < 8 && !damaged.empty(); ++k)  // the head and the table of sections hold every offset
      damaged[k % 2 == 0 ? random() % std::min<std::size_t>(64, damaged.size())
                         : damaged.size() - 1 - random() % std::min<std::size_t>(2048, damaged.size())] =
          static_cast<char>(random());
    const Result<DynamicSymbols> read = read_dynamic_symbols(damaged);
    EXPECT_EQ(read.ok(), read.ok() || read.error().text.empty());
  }
}

}  // namespace
}  // namespace vidik
