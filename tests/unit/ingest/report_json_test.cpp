#include "ingest/report_json.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vidik {
namespace {

ImportReport sample() {
  ImportReport report;
  report.path = "a/b.csv";
  report.format = "CSV";
  LayerReport layer;
  layer.name = "b\x1B[2J\xFF";
  layer.rows = 3;
  layer.kept = 2;
  layer.dropped = 1;
  layer.drops = {{3, "no date"}};
  layer.columns = {"start", "x"};
  layer.roles = {{"begin", "start"}};
  layer.questions = {{"axes", "which?", {"as-named", "swapped"}}};
  report.layers.push_back(layer);
  return report;
}

TEST(ReportJson, HasTheKeysThatScriptsRelyOn) {
  const FileReport files[] = {{sample(), ""},
                              {{"gone.csv", "", {}, {}, false, false}, "there is no such file: gone.csv"}};
  const nlohmann::json json = nlohmann::json::parse(info_json(files));
  const auto& file = json.at("files").at(0);
  EXPECT_EQ(file.at("path"), "a/b.csv");
  EXPECT_EQ(file.at("format"), "CSV");
  const auto& layer = file.at("layers").at(0);
  EXPECT_EQ(layer.at("rows"), 3);
  EXPECT_EQ(layer.at("kept"), 2);
  EXPECT_EQ(layer.at("dropped"), 1);
  EXPECT_EQ(layer.at("drops").at(0).at("row"), 3);
  EXPECT_EQ(layer.at("drops").at(0).at("reason"), "no date");
  EXPECT_EQ(layer.at("roles").at("begin"), "start");
  EXPECT_EQ(layer.at("questions").at(0).at("answers").at(1), "swapped");
  EXPECT_EQ(json.at("files").at(1).at("error"), "there is no such file: gone.csv");
}

TEST(ReportJson, WordsForTheTerminalHoldNoEscapes) {
  const std::string words = info_words(sample());
  EXPECT_EQ(words.find('\x1B'), std::string::npos);
  EXPECT_NE(words.find("3 rows, 2 kept, 1 dropped"), std::string::npos);
  EXPECT_NE(words.find("dropped, row 3: no date"), std::string::npos);
  EXPECT_NE(words.find("to be answered: which?"), std::string::npos);
}

TEST(ReportJson, ANoteReadsBackAndAnythingElseIsRefused) {
  const std::string note = note_of(sample());
  const Result<ImportReport> back = parse_note(note);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back.value().layers.at(0).drops.at(0).row, 3u);
  EXPECT_EQ(info_words(back.value()), info_words(sample()));
  EXPECT_FALSE(parse_note(note.substr(1)).ok());
  EXPECT_FALSE(parse_note("").ok());
}

}  // namespace
}  // namespace vidik
