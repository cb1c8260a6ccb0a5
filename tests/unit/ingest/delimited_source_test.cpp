#include "ingest/delimited_source.h"
#include "reading.h"

namespace vidik {
namespace {

struct Rows {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> cells;
  std::vector<std::uint64_t> lines;
  std::vector<std::string> troubles;
};

Rows rows_of(std::string_view text) {
  const TempFile file("t.csv", text);
  Result<OpenedFile> opened = open_delimited(file.path(), {});
  Rows out;
  if (!opened.ok()) {
    out.troubles.push_back(opened.error().text);
    return out;
  }
  RecordSource& source = *opened->sources.at(0);
  out.columns = source.facts().columns;
  Record record;
  while (source.next(record)) {
    out.cells.emplace_back(record.fields.begin(), record.fields.end());
    out.lines.push_back(record.row);
    out.troubles.push_back(record.trouble);
  }
  return out;
}

using Cells = std::vector<std::vector<std::string>>;
using Lines = std::vector<std::uint64_t>;

TEST(DelimitedSource, QuotedFieldsHoldSeparatorsQuotesAndLineBreaks) {
  const Rows rows = rows_of("a,b\n\"x,\"\"y\"\"\",1\n\"two\nlines\",2\n3,4\n");
  EXPECT_EQ(rows.cells, (Cells{{"x,\"y\"", "1"}, {"two\nlines", "2"}, {"3", "4"}}));
  EXPECT_EQ(rows.lines, (Lines{2, 3, 5}));
}

TEST(DelimitedSource, WindowsLineEndsAndALastLineWithoutEndAreRead) {
  EXPECT_EQ(rows_of("a,b\r\n1,\"2\"\r\n3,4").cells, (Cells{{"1", "2"}, {"3", "4"}}));
}

TEST(DelimitedSource, LinesMayEndWithCarriageReturnAlone) {
  const Rows rows = rows_of("a,b\r1,2\r\r3,4\r");
  EXPECT_EQ(rows.cells, (Cells{{"1", "2"}, {"3", "4"}}));
  EXPECT_EQ(rows.lines, (Lines{2, 4}));
}

TEST(DelimitedSource, BlankLinesAreNoRecordsButCountAsLines) {
  const Rows rows = rows_of("\n\na,b\n\n1,2\n\n\n3,4\n\n");
  EXPECT_EQ(rows.columns, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(rows.lines, (Lines{5, 8}));
}

TEST(DelimitedSource, SemicolonTabAndBarAreFoundOut) {
  EXPECT_EQ(rows_of("a;b\n1,5;2\n").cells, (Cells{{"1,5", "2"}}));
  EXPECT_EQ(rows_of("a\tb\n1, x\t2, y\n").cells, (Cells{{"1, x", "2, y"}}));
  EXPECT_EQ(rows_of("a|b\n1|2\n").cells, (Cells{{"1", "2"}}));
}

TEST(DelimitedSource, ASpreadsheetsSepLineIsObeyed) {
  const Rows rows = rows_of("sep=;\r\na;b,c\r\n1;2,3\r\n");
  EXPECT_EQ(rows.columns, (std::vector<std::string>{"a", "b,c"}));
  EXPECT_EQ(rows.lines, (Lines{3}));
}

TEST(DelimitedSource, AByteOrderMarkIsNoPartOfTheFirstName) {
  EXPECT_EQ(rows_of("\xEF\xBB\xBF"
                    "a,b\n1,2\n")
                .columns.at(0),
            "a");
  EXPECT_EQ(rows_of("\xC3\xAF\xC2\xBB\xC2\xBF"
                    "eventid,b\n1,2\n")
                .columns.at(0),
            "eventid");
}

TEST(DelimitedSource, Utf16IsReadByItsMark) {
  std::string text = "\xFF\xFE";
  for (const char c : std::string("a,b\n1,2\n")) {
    text += c;
    text += '\0';
  }
  EXPECT_EQ(rows_of(text).cells, (Cells{{"1", "2"}}));
}

TEST(DelimitedSource, ARowWithMoreFieldsThanTheHeaderIsInTrouble) {
  const Rows rows = rows_of("a,b\n1,2,3\n4,5,,\n6\n");
  EXPECT_EQ(rows.troubles, (std::vector<std::string>{"has 3 fields, the header has 2", "", ""}));
  EXPECT_EQ(rows.cells.at(1), (std::vector<std::string>{"4", "5"}));
  EXPECT_EQ(rows.cells.at(2), (std::vector<std::string>{"6", ""}));
}

TEST(DelimitedSource, AQuoteInsideAFieldIsALetter) {
  EXPECT_EQ(rows_of("a,b\n5\" gun,x\n\"he\" said,y\n").cells,
            (Cells{{"5\" gun", "x"}, {"\"he\" said", "y"}}));
}

TEST(DelimitedSource, ALoneQuoteInATsvDoesNotSwallowRows) {
  const Rows rows = rows_of("a\tb\n\"x\t1\ny\t2\n\"z\t3\n");
  EXPECT_EQ(rows.cells, (Cells{{"\"x", "1"}, {"y", "2"}, {"\"z", "3"}}));
}

TEST(DelimitedSource, AQuoteThatNeverClosesCostsOneRow) {
  const Rows rows = rows_of("a,b\n1,2\n3,\"4\n5,6\n7,8\n");
  EXPECT_EQ(rows.lines, (Lines{2, 3, 4, 5}));
  EXPECT_EQ(rows.troubles, (std::vector<std::string>{"", "a quote is opened here and never closed", "", ""}));
}

TEST(DelimitedSource, AFileThatEndsInsideAQuoteEnds) {
  const Rows rows = rows_of("date,title\n2024-01-01,\"abc");
  EXPECT_EQ(rows.cells, (Cells{{"2024-01-01", "\"abc"}}));
  EXPECT_EQ(rows.troubles, (std::vector<std::string>{"a quote is opened here and never closed"}));
  EXPECT_EQ(rows_of("a,b\n1,\"x\n2,\"y").troubles.size(), 2u);
  EXPECT_EQ(rows_of("a\tb\n1\t\"x\n2\t\"y").cells, (Cells{{"1", "\"x"}, {"2", "\"y"}}));
  EXPECT_EQ(rows_of("a,\"b").troubles.size(), 1u);
}

TEST(DelimitedSource, AQuotedLineOfTwentyMegabytesIsARowInTrouble) {
  const std::string long_text(std::size_t{20} << 20, 'x');
  const Rows rows = rows_of("a,b\n\"" + long_text + ",1\n2,3\n\"" + long_text + ",4\n5,6\n");
  ASSERT_EQ(rows.troubles.size(), 4u);
  EXPECT_FALSE(rows.troubles[0].empty());
  EXPECT_EQ(rows.cells[1], (std::vector<std::string>{"2", "3"}));
  EXPECT_FALSE(rows.troubles[2].empty());
  EXPECT_EQ(rows.cells[3], (std::vector<std::string>{"5", "6"}));
  EXPECT_EQ(rows_of("a,b\n\"" + long_text).troubles.size(), 1u);
}

TEST(DelimitedSource, ARecordMayCrossEveryBlockBorder) {
  std::string text = "a,b\n";
  Cells expected;
  for (int i = 0; i < 30'000; ++i) {
    const std::string word(static_cast<std::size_t>(i % 300 + 1), static_cast<char>('a' + i % 26));
    text += "\"" + word + "\n\"\"" + word + "\"," + std::to_string(i) + "\n";
    expected.push_back({word + "\n\"" + word, std::to_string(i)});
  }
  EXPECT_TRUE(rows_of(text).cells == expected);
}

TEST(DelimitedSource, ALineOfTwentyMegabytesIsARowInTroubleAndTheNextOneIsRead) {
  const Rows rows = rows_of("a,b\n" + std::string(std::size_t{20} << 20, 'x') + ",1\n2,3\n");
  ASSERT_EQ(rows.troubles.size(), 2u);
  EXPECT_EQ(rows.troubles[0], "the line is longer than 16 MiB");
  EXPECT_EQ(rows.cells[1], (std::vector<std::string>{"2", "3"}));
}

TEST(DelimitedSource, NamesOfColumnsAreMadeDifferent) {
  EXPECT_EQ(rows_of("a,a,,a\n1,2,3,4\n").columns,
            (std::vector<std::string>{"a", "a (2)", "column 3", "a (3)"}));
}

TEST(DelimitedSource, AnEmptyFileSaysSo) { EXPECT_EQ(rows_of("").troubles.at(0), "the file is empty"); }

TEST(DelimitedSource, GdeltHasNoHeaderAndNoQuotes) {
  std::string line = "881990832\t20181024\t201810\t2018";
  for (int i = 4; i < 60; ++i) line += "\t";
  const Rows rows = rows_of(line + "\t\"x\n" + line + "\ty\n");
  EXPECT_EQ(rows.columns.size(), 61u);
  EXPECT_EQ(rows.columns.at(52), "ActionGeo_FullName");
  EXPECT_EQ(rows.lines, (Lines{1, 2}));
  EXPECT_EQ(rows.cells.at(0).back(), "\"x");
}

}  // namespace
}  // namespace vidik
