#include "base/text.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TEST(Text, Utf8IsValidOnlyInItsShortestForm) {
  EXPECT_TRUE(is_valid_utf8("Zvečan · Звечан · 😀"));
  EXPECT_TRUE(is_valid_utf8(""));
  for (const char* bad : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "abc\xC5",
                          "\xF8\x88\x80\x80\x80", "plain text and then \xFF"}) {
    EXPECT_FALSE(is_valid_utf8(bad)) << bad;
  }
}

TEST(Text, BadBytesBecomeReplacementCharactersAndAreCounted) {
  std::size_t replaced = 0;
  EXPECT_EQ(repaired_utf8("a\xFF\xC5z", &replaced), "a\uFFFD\uFFFDz");
  EXPECT_EQ(replaced, 2u);
  EXPECT_EQ(repaired_utf8("Čačak", &replaced), "Čačak");
  EXPECT_EQ(replaced, 0u);
}

TEST(Text, CodePointsGoThroughUtf8Unchanged) {
  for (const char32_t c :
       {U'a', U'č', U'Ж', U'€', U'😀', char32_t{0x7FF}, char32_t{0xFFFF}, char32_t{0x10FFFF}}) {
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    EXPECT_EQ(next_code_point(text, at), c);
    EXPECT_EQ(at, text.size());
  }
}

TEST(Text, AnEscapeSequenceIsShownInsteadOfObeyed) {
  EXPECT_EQ(for_terminal("\x1b[2J\n"), "␛[2J␊");
  EXPECT_EQ(for_terminal("a\u202Eb\u200Bc\u0085"), "a‹U+202E›b‹U+200B›c‹U+0085›");
  EXPECT_EQ(for_terminal(std::string_view("\0\x7f", 2)), "␀␡");
  EXPECT_EQ(for_terminal("Čačak 5 °C"), "Čačak 5 °C");
}

TEST(Text, TheUserInterfaceKeepsNewlines) {
  EXPECT_EQ(for_ui("one\ntwo\t\u2066"), "one\ntwo␉‹U+2066›");
  EXPECT_EQ(for_ui("\xFF"), "\uFFFD");
}

TEST(Text, BlanksAreTrimmedAtBothEnds) {
  EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
  EXPECT_EQ(trimmed(" \n"), "");
}

TEST(Text, SplittingKeepsEmptyParts) {
  EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
  EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(Text, BothScriptsOfANameFoldToOneWord) {
  for (const char* name : {"Zvečan", "ZVEČAN", "Звечан", "Zve\u030Ccan", "zvecan"}) {
    EXPECT_EQ(folded(name), "zvecan");
  }
  EXPECT_EQ(folded("Đurđevac"), folded("Ђурђевац"));
  EXPECT_EQ(folded("Njegoš"), folded("Његош"));
  EXPECT_EQ(folded("Džep"), folded("Џеп"));
  EXPECT_EQ(folded("Ǆep"), "dzep");
  EXPECT_EQ(folded("Skënderaj"), "skenderaj");
  EXPECT_EQ(folded("Straße, Łódź, Ærø"), "strasse, lodz, aero");
  EXPECT_EQ(folded("Žabljak ¼ Ѓорче Ќ"), "zabljak ¼ gorce k");
}

TEST(Text, EveryLetterOfTheFoldingTablesHasAnEntry) {
  for (char32_t c = 0xC0; c <= 0x45F; ++c) {
    const bool tabled = c <= 0x17F || c >= 0x400;
    std::string text;
    append_utf8(text, c);
    if (!tabled) continue;
    const std::string out = folded(text);
    for (const char letter : out) EXPECT_TRUE((letter >= 'a' && letter <= 'z') || letter == '/') << text;
    EXPECT_EQ(out.empty(), c == 0x42C || c == 0x44C) << text << " gives " << out;
  }
  EXPECT_EQ(folded("ÿ ſ ё џ Я"), "y s e dz ja");  // the last of each table: nothing is shifted
}

TEST(Text, ThousandsAreSetApartByCommas) {
  EXPECT_EQ(thousands(0), "0");
  EXPECT_EQ(thousands(999), "999");
  EXPECT_EQ(thousands(1240), "1,240");
  EXPECT_EQ(thousands(-1234567), "-1,234,567");
}

}  // namespace
}  // namespace vidik
