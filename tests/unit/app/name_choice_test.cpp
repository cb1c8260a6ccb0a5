#include "app/name_choice.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TEST(NameChoice, EveryWordIsReadAndWrittenAlike) {
  for (const char* text :
       {"en", "local", "both", "sr-Latn", "sr-Cyrl", "bs", "hr", "cnr", "sq", "mk", "en+local", "hr+both"}) {
    const auto names = parse_names(text);
    ASSERT_TRUE(names.ok()) << text;
    EXPECT_EQ(names_text(*names), text);
  }
  EXPECT_EQ(parse_names("me")->first, Lang::cnr);
  for (const char* text : {"usual", "sq-first", "sr-first"})
    EXPECT_EQ(pair_order_text(*parse_pair_order(text)), text);
}

TEST(NameChoice, OtherWordsAreRefusedWithThoseThereAre) {
  for (const char* text : {"", "de", "en+", "+en", "en+de", "en+sq+mk", "EN"}) {
    const auto names = parse_names(text);
    ASSERT_FALSE(names.ok()) << text;
    EXPECT_NE(names.error().text.find("cnr"), std::string::npos);
  }
  EXPECT_FALSE(parse_pair_order("sq").ok());
}

}  // namespace
}  // namespace vidik
