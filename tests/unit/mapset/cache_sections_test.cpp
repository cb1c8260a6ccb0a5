#include "mapset/cache_sections.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

const SourceStamps kStamps{FileStamp{10, 1}, FileStamp{20, 2}, FileStamp{30, 3}, FileStamp{40, 4}};
const std::string kRelief = "relief pixels";
const std::vector<Section> kSections{{{SectionKind::vertices, 3, 1}, "twelve bytes"},
                                     {{SectionKind::chunks, 0, 0}, ""},
                                     {{SectionKind::records, 0, 0}, "names and the like, thirty-five long"},
                                     {{SectionKind::relief, 1, 2048}, kRelief}};

std::string file() {
  std::string head, whole;
  for (const std::string_view part : file_parts(kSections, kStamps, head)) whole += part;
  return whole;
}

TEST(CacheSections, WhatWasWrittenIsReadBack) {
  const std::string bytes = file();
  const auto sections = read_sections(bytes, kStamps);
  ASSERT_TRUE(sections.has_value());
  ASSERT_EQ(sections->size(), kSections.size());
  for (std::size_t i = 0; i < kSections.size(); ++i) {
    EXPECT_EQ((*sections)[i].name, kSections[i].name);
    EXPECT_EQ((*sections)[i].bytes, kSections[i].bytes);
    EXPECT_EQ(static_cast<std::size_t>((*sections)[i].bytes.data() - bytes.data()) % 8, 0u);
  }
}

TEST(CacheSections, AFileCutShortAnywhereIsRefused) {
  const std::string bytes = file();
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    EXPECT_FALSE(read_sections(std::string_view(bytes).substr(0, n), kStamps).has_value()) << n;
  }
  EXPECT_FALSE(read_sections(bytes + "x", kStamps).has_value());
}

TEST(CacheSections, AChangedBitAnywhereButInReliefAndPaddingIsRefused) {
  const std::string good = file();
  const auto sections = read_sections(good, kStamps);
  ASSERT_TRUE(sections.has_value());
  std::size_t refused = 0;
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 4);
    refused += !read_sections(bad, kStamps).has_value();
  }
  std::size_t content = 112 + kSections.size() * 32;
  for (const Section& section : kSections) {
    if (section.name.kind != SectionKind::relief) content += section.bytes.size();
  }
  EXPECT_EQ(refused, content);
}

TEST(CacheSections, ACacheOfOtherSourcesIsRefused) {
  const std::string bytes = file();
  for (std::size_t i = 0; i < kStamps.size(); ++i) {
    SourceStamps newer = kStamps, longer = kStamps;
    ++newer[i].changed_ns;
    ++longer[i].size;
    EXPECT_FALSE(read_sections(bytes, newer).has_value());
    EXPECT_FALSE(read_sections(bytes, longer).has_value());
  }
}

TEST(CacheSections, TheChecksumDependsOnOrderAndLength) {
  EXPECT_NE(checksum("abcd", 0), checksum("abdc", 0));
  EXPECT_NE(checksum(std::string(64, '\0'), 0), checksum(std::string(96, '\0'), 0));
  EXPECT_NE(checksum("abcd", 0), checksum("abcd", 1));
  std::string a(64, 'x'), b(64, 'x');
  a[3] = 'y';  // the same change in two places of one lane must not cancel out
  a[35] = 'y';
  EXPECT_NE(checksum(a, 0), checksum(b, 0));
}

TEST(CacheSections, AnArrayOfTheWrongSizeIsNone) {
  EXPECT_FALSE(array_of<std::uint32_t>("abc").has_value());
  alignas(8) const char four[] = "abcd";
  EXPECT_EQ(array_of<std::uint32_t>(std::string_view(four, 4))->size(), 1u);
}

}  // namespace
}  // namespace vidik
