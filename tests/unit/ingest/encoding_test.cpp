#include "ingest/encoding.h"
#include "reading.h"

namespace vidik {
namespace {

EncodingGuess guess_of(std::string_view bytes) {
  const TempFile file("t.csv", bytes);
  auto open = FileBytes::open(file.path());
  return guess_encoding(*open.value());
}

TEST(Encoding, Utf8WithLettersOfAllScriptsIsUtf8) {
  const EncodingGuess guess = guess_of("a,b\nČačak,Скопје\n");
  EXPECT_EQ(guess.encoding, "UTF-8");
  EXPECT_TRUE(guess.valid_utf8);
  EXPECT_TRUE(guess.fits.empty());
}

TEST(Encoding, LettersThatReadDifferentlyAreAskedAbout) {
  // Čačak, Vučić in Windows-1250, which Windows-1252 reads as Èaèak, Vuèiæ.
  const EncodingGuess guess = guess_of(
      "a\n\xC8"
      "a\xE8"
      "ak\nVu\xE8i\xE6\n");
  EXPECT_EQ(guess.fits, (std::vector<std::string>{"windows-1250", "windows-1252"}));
}

TEST(Encoding, LettersThatReadAlikeNeedNoQuestion) {
  // š and ž have the same place in Windows-1250 and 1252.
  const EncodingGuess guess = guess_of("a\nNi\x9A\nU\x9Eice\n");
  EXPECT_EQ(guess.fits, std::vector<std::string>{"windows-1250"});
}

TEST(Encoding, WordsOfCyrillicOnlyAreWindows1251) {
  const EncodingGuess guess =
      guess_of("a\n\xD1\xEA\xEE\xEF\xE8\xE5\n\xCE\xF5\xF0\xE8\xE4\n\xC1\xE8\xF2\xEE\xEB\xE0\n");
  EXPECT_EQ(guess.fits, std::vector<std::string>{"windows-1251"});
}

TEST(Encoding, OneBadByteInMuchUtf8IsDamage) {
  std::string text = "a\n";
  for (int i = 0; i < 30; ++i) text += "č\n";
  const EncodingGuess guess = guess_of(text + "\xE8\n");
  EXPECT_EQ(guess.encoding, "UTF-8");
  EXPECT_FALSE(guess.valid_utf8);
  EXPECT_TRUE(guess.fits.empty());
}

TEST(Encoding, AnAnsweredEncodingDecodesTheText) {
  const Reading read = read_text(
      "date,title\n2024-01-01,\xC8"
      "a\xE8"
      "ak\n",
      {{"encoding", "windows-1250"}});
  ASSERT_EQ(read.rows(), 1u) << read.error << read.asked();
  EXPECT_EQ(read.text(0, Field::title), "Čačak");
}

TEST(Encoding, AnOpenEncodingHandsNothingOver) {
  const Reading read = read_text(
      "date,title\n2024-01-01,\xC8"
      "a\xE8"
      "ak\n");
  EXPECT_EQ(read.asked(), "encoding");
  EXPECT_EQ(read.rows(), 0u);
  EXPECT_EQ(read.layer().kept, 1u);
}

TEST(Encoding, AnUnknownEncodingIsRefusedByName) {
  EXPECT_NE(read_text("date\n2024\n", {{"encoding", "klingon"}}).error.find("klingon"), std::string::npos);
}

TEST(Encoding, BadBytesBecomeReplacementCharacters) {
  std::string text = "date,title\n";
  for (int i = 0; i < 30; ++i) text += "2024-01-01,č\n";
  const Reading read = read_text(text + "2024-01-01,x\xFF\n");
  ASSERT_EQ(read.rows(), 31u);
  EXPECT_EQ(read.text(30, Field::title), "x\xEF\xBF\xBD");
}

}  // namespace
}  // namespace vidik
