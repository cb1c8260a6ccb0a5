#include "reading.h"

namespace vidik {
namespace {

TEST(ReadPlan, AFileWithoutDatesAsksWhichColumnIsTheBegin) {
  const Reading read = read_text("id,title,lat,lon\n1,a,44,20\n2,b,45,21\n");
  EXPECT_EQ(read.asked(), "begin");
  EXPECT_EQ(read.layer().questions.at(0).answers,
            (std::vector<std::string>{"id", "title", "lat", "lon", "none"}));
  EXPECT_EQ(read.layer().rows, 2u);
  EXPECT_EQ(read.layer().kept, 2u);
  EXPECT_EQ(read.rows(), 0u);
}

TEST(ReadPlan, BeginNoneMakesTimelessEvents) {
  const Reading read = read_text("id,title\n1,a\n", {{"begin", "none"}});
  ASSERT_EQ(read.rows(), 1u) << read.error;
  EXPECT_EQ(read.batches[0].when[0].begin_latest, kOpenBegin);
  EXPECT_EQ(read.batches[0].when[0].end_earliest, kOpenEnd);
}

TEST(ReadPlan, ADateColumnOfAnyNameIsFoundByItsValues) {
  const Reading read = read_text("n,kad,što\n1,2024-01-01,a\n2,2024-01-02,b\n");
  EXPECT_EQ(read.layer().roles.at("begin"), "kad");
  EXPECT_EQ(read.rows(), 2u);
}

TEST(ReadPlan, DayAndMonthAreAskedForWhenNoRowTells) {
  const std::string_view text = "date,title\n4/5/1999,a\n6/7/1999,b\n";
  EXPECT_EQ(read_text(text).asked(), "date_order");
  const Reading day_first = read_text(text, {{"date_order", "dmy"}}),
                month_first = read_text(text, {{"date_order", "mdy"}});
  EXPECT_EQ(day_first.text(0, Field::begin_written), "1999-05-04");
  EXPECT_EQ(month_first.text(0, Field::begin_written), "1999-04-05");
}

TEST(ReadPlan, ALateRowDecidesForTheWholeColumn) {
  std::string text = "date\n";
  for (int i = 0; i < 5000; ++i) text += "4/5/1999\n";
  const Reading read = read_text(text + "31/5/1999\n");
  EXPECT_EQ(read.asked(), "");
  EXPECT_EQ(read.text(0, Field::begin_written), "1999-05-04");
  EXPECT_EQ(read.rows(), 5001u);
}

TEST(ReadPlan, TheEndColumnTellsTheOrderOfTheBegin) {
  const Reading read = read_text("start,end\n4/5/1999,25/5/1999\n");
  EXPECT_EQ(read.asked(), "");
  EXPECT_EQ(read.text(0, Field::begin_written), "1999-05-04");
}

TEST(ReadPlan, SwappedAxesAreAskedAboutAndExchangedWhenTold) {
  const std::string_view text = "date,lat,lon\n2024-01-01,20.4,44.8\n2024-01-02,21.1,42.6\n";
  EXPECT_EQ(read_text(text).asked(), "axes");
  EXPECT_EQ(read_text(text, {{"axes", "swapped"}}).batches.at(0).lat[0], 44.8);
  EXPECT_EQ(read_text(text, {{"axes", "as-named"}}).batches.at(0).lat[0], 20.4);
  EXPECT_NE(read_text(text, {{"axes", "sideways"}}).error.find("as-named, swapped"), std::string::npos);
}

TEST(ReadPlan, PairsInOneColumnAreAskedAboutUnlessANumberTells) {
  EXPECT_EQ(read_text("date,coordinates\n2024-01-01,\"44.8, 20.4\"\n").asked(), "axes");
  const Reading told = read_text("date,coordinates\n2024-01-01,\"44.8, 20.4\"\n", {{"axes", "lat-lon"}});
  EXPECT_EQ(told.batches.at(0).lon[0], 20.4);
  const Reading plain = read_text("date,coordinates\n2024-01-01,\"44.8, 120.4\"\n");
  EXPECT_EQ(plain.asked(), "");
  EXPECT_EQ(plain.batches.at(0).lon[0], 120.4);
  EXPECT_EQ(read_text("date,wkt\n2024-01-01,POINT (20.4 44.8)\n").batches.at(0).lat[0], 44.8);
}

TEST(ReadPlan, MetresAreAskedAbout) {
  const Reading read = read_text("date,x,y\n2024-01-01,7457000,4962000\n");
  EXPECT_EQ(read.asked(), "crs");
}

TEST(ReadPlan, DecimalCommasAreReadWhereTheyAreTheOnlyOnes) {
  const Reading read = read_text("date;lat;lon\n2024-01-01;44,8125;20,4612\n");
  EXPECT_EQ(read.asked(), "");
  EXPECT_EQ(read.batches.at(0).lat[0], 44.8125);
  EXPECT_EQ(read_text("date;lat;lon\n2024-01-01;44,8125;20.4612\n").asked(), "decimal");
}

TEST(ReadPlan, CommasThatSplitAsWellAsSemicolonsAreAskedAbout) {
  const std::string_view text = "date,a;b,c\n2024-01-01,1;2,3\n2024-01-02,1;2,3\n";
  EXPECT_EQ(read_text(text).asked().substr(0, 7), "decimal");
  EXPECT_EQ(read_text(text, {{"decimal", "point"}}).layer().columns,
            (std::vector<std::string>{"date", "a;b", "c"}));
  EXPECT_EQ(read_text(text, {{"decimal", "comma"}, {"begin", "none"}}).layer().columns,
            (std::vector<std::string>{"date,a", "b,c"}));
}

TEST(ReadPlan, EpochNumbersAreANote) {
  const Reading read = read_text("timestamp,title\n1732907400,a\n");
  ASSERT_EQ(read.rows(), 1u);
  EXPECT_EQ(read.layer().notes.at(0), "column timestamp is read as Unix seconds");
}

TEST(ReadPlan, KeptAndDroppedAreAlwaysAllRows) {
  const Reading read = read_text(
      "date,lat,lon\n2024-01-01,44,20\nsoon,44,20\n,44,20\n2024-02-30,44,20\n2024-01-01,95,20\n"
      "2024-01-01,x,20\n2024-01-01,44,20,9\n");
  EXPECT_EQ(read.layer().rows, 7u);
  EXPECT_EQ(read.layer().kept, 1u);
  EXPECT_EQ(read.layer().dropped, 6u);
  ASSERT_EQ(read.layer().drops.size(), 6u);
  EXPECT_EQ(read.layer().drops[0].row, 3u);
  EXPECT_NE(read.layer().drops[0].reason.find("\"soon\" is not a date"), std::string::npos);
  EXPECT_EQ(read.layer().drops[1].reason, "no date");
  EXPECT_EQ(read.layer().drops[3].reason, "the latitude 95 is beyond 90 degrees");
  EXPECT_EQ(read.layer().drops[4].reason, "lat: \"x\" is not a finite number");
  EXPECT_EQ(read.layer().drops[5].reason, "has 4 fields, the header has 3");
}

TEST(ReadPlan, ALimitOfRowsIsSaid) {
  const TempFile file("t.csv", "date\n2024\n2025\n2026\n");
  Result<OpenedFile> opened = open_delimited(file.path(), {});
  Reading out;
  ReadRequest request;
  request.limits.rows = 2;
  ASSERT_TRUE(read_events(*opened, request, {}, out, out.report).ok());
  EXPECT_TRUE(out.report.incomplete);
  EXPECT_EQ(out.rows(), 2u);
}

TEST(ReadPlan, ATableIsEveryCellAsItStands) {
  const TempFile file("t.csv", "a,b\n 1 ,\"x\n\"\"y\"\"\"\n,2\n");
  Result<OpenedFile> opened = open_delimited(file.path(), {});
  Reading out;
  ASSERT_TRUE(read_table(*opened, {}, out, out.report).ok());
  ASSERT_EQ(out.cells.rows(), 2u);
  EXPECT_EQ(out.cells.cell(0, 0), " 1 ");
  EXPECT_EQ(out.cells.cell(0, out.cells.column("b")), "x\n\"y\"");
  EXPECT_EQ(out.cells.cell(1, 0), "");
  EXPECT_EQ(out.cells.cell(1, 1), "2");
  EXPECT_EQ(out.cells.cell(2, 0), "");
  EXPECT_EQ(out.cells.cell(0, -1), "");
}

}  // namespace
}  // namespace vidik
