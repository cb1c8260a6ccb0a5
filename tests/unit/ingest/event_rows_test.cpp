#include "reading.h"

#include <cmath>

namespace vidik {
namespace {

const TimeZone kBelgrade = TimeZone::display_default();

TEST(EventRows, ABareDateIsTheDayOfTheDisplayZone) {
  const Reading read = read_text("date\n2024-03-31\n");
  const When& when = read.batches.at(0).when[0];
  EXPECT_EQ(when.begin_earliest, kBelgrade.start_of_day({2024, 3, 31}));
  EXPECT_EQ(when.end_latest, kBelgrade.start_of_day({2024, 4, 1}));
  EXPECT_EQ(when.precision, Precision::day);
}

TEST(EventRows, AClockTimeWithoutZoneIsNoted) {
  const Reading read = read_text("date\n2024-03-31T12:00\n");
  EXPECT_FALSE(read.batches.at(0).when[0].zone_stated);
  EXPECT_TRUE(read.report.zone_not_stated);
}

TEST(EventRows, AZoneColumnSaysWhereTheClockHangs) {
  const Reading read = read_text("date,zone\n2024-07-01T12:00,Europe/London\n");
  EXPECT_EQ(read.batches.at(0).when[0].begin_earliest,
            TimeZone::find("Europe/London").value().to_time({{2024, 7, 1}, 12, 0, 0, 0}));
}

TEST(EventRows, AZoneOfTheRowOrOfTheUserIsAStatedOne) {
  const Reading by_row = read_text("date,zone\n2024-07-01T12:00,Europe/London\n");
  EXPECT_TRUE(by_row.batches.at(0).when[0].zone_stated);
  EXPECT_FALSE(by_row.report.zone_not_stated);
  const Reading chosen = read_text("date\n2024-07-01T12:00\n", {{"zone", "Europe/London"}});
  ASSERT_EQ(chosen.rows(), 1u) << chosen.error;
  EXPECT_TRUE(chosen.batches.at(0).when[0].zone_stated);
  EXPECT_EQ(chosen.layer().notes, std::vector<std::string>{"1 event has no place"});
}

TEST(EventRows, AZoneThatNobodyKnowsIsTold) {
  const Reading read =
      read_text("date,zone\n2024-07-01T12:00,UTC\n2024-07-01T12:00,Mars/Base\n2024-07-02T12:00,Mars/Base\n");
  EXPECT_FALSE(read.batches.at(0).when[1].zone_stated);
  ASSERT_EQ(read.layer().notes.size(), 3u);
  EXPECT_EQ(read.layer().notes[0], "zone not stated: clock times are read in Europe/Belgrade");
  EXPECT_EQ(read.layer().notes[1],
            "row 3: the zone \"Mars/Base\" is not known; times with it are read in Europe/Belgrade");
}

TEST(EventRows, OngoingAndFarEndsAreOpen) {
  const Reading read =
      read_text("start,end,ongoing\n2024,,true\n2024-01-01,9999-12-31,\n2024-01-01,,false\n");
  EXPECT_EQ(read.batches.at(0).when[0].end_latest, kOpenEnd);
  EXPECT_EQ(read.batches.at(0).when[1].end_latest, kOpenEnd);
  EXPECT_NE(read.batches.at(0).when[2].end_latest, kOpenEnd);
}

TEST(EventRows, TheCuratedWordsBecomeStatusPrecisionAndSides) {
  const Reading read = read_text(
      "id,title,category,start,date_precision,lon,lat,geo_precision,iso_a2,magnitude_type,magnitude_low,"
      "magnitude_high,"
      "confidence,unverified,source_name,source_url,source2_name,source2_url,strand\n"
      "a,T,Protest,2024-05-01,month,20,44,town,RS,crowd,100,,alleged,true,N1,http://a,N2,http://b,s\n"
      "b,T,sabotage,2024-05-01,day,20,44,country,XK,,,,,false,,http://www.c.org/x,,,\n");
  ASSERT_EQ(read.rows(), 2u) << read.error << read.asked();
  const EventBatch& batch = read.batches[0];
  EXPECT_EQ(batch.category_ids, (std::vector<std::string>{"protest", "sabotage"}));
  EXPECT_EQ(batch.status[0], Status::alleged);
  EXPECT_EQ(batch.status[1], Status::reported);
  EXPECT_EQ(batch.unverified[0], 1);
  EXPECT_EQ(batch.when[0].precision, Precision::month);
  ASSERT_EQ(batch.magnitudes.size(), 1u);
  EXPECT_EQ(batch.magnitudes[0].magnitude.low, 100);
  EXPECT_TRUE(std::isnan(batch.magnitudes[0].magnitude.high));
  EXPECT_EQ(batch.magnitudes[0].unit, "crowd");
  ASSERT_EQ(batch.places.size(), 2u);
  EXPECT_EQ(batch.places[0].precision, (PlacePrecision{PlaceKind::radius, 3000}));
  EXPECT_EQ(batch.places[1].precision.kind, PlaceKind::country);
  EXPECT_EQ(read.text(1, Field::area), "XK");
  EXPECT_EQ(read.text(1, Field::source_name), "c.org");
  std::string sources;
  batch.texts.each(0, [&](Field field, std::string_view text) {
    if (field == Field::source_name || field == Field::source_url) sources += std::string(text) + " ";
  });
  EXPECT_EQ(sources, "N1 http://a N2 http://b ");
  const auto strand =
      std::find(batch.extra_names.begin(), batch.extra_names.end(), "strand") - batch.extra_names.begin();
  EXPECT_EQ(read.text(0, static_cast<Field>(static_cast<int>(Field::first_extra) + static_cast<int>(strand))),
            "s");
}

TEST(EventRows, UcdpCodesBecomeWordsAndMissingNumbersStayMissing) {
  const Reading read = read_text(
      "id,date_start,date_end,date_prec,where_prec,dyad_name,type_of_violence,latitude,longitude,best,high,"
      "low\n"
      "1,1992-05-25 00:00:00.000,1992-05-28 00:00:00.000,2,6,A - B,1,44,20,-1,5,3\n");
  ASSERT_EQ(read.rows(), 1u);
  EXPECT_EQ(read.batches[0].category_ids.at(0), "State-based violence");
  EXPECT_EQ(read.batches[0].when[0].precision, Precision::week);
  EXPECT_EQ(read.batches[0].when[0].end_latest, kBelgrade.start_of_day({1992, 5, 29}));
  EXPECT_TRUE(std::isnan(read.batches[0].magnitudes.at(0).magnitude.best));
  EXPECT_EQ(read.batches[0].magnitudes.at(0).unit, "deaths");
  EXPECT_EQ(read.batches[0].places.at(0).precision.kind, PlaceKind::country);
}

TEST(EventRows, UnknownMonthAndDayMakeTheDateCoarser) {
  const Reading read = read_text("year,month,day\n1999,0,0\n1999,3,0\n1999,3,24\n0,1,1\n");
  const auto& when = read.batches.at(0).when;
  ASSERT_EQ(when.size(), 3u);
  EXPECT_EQ(when[0].precision, Precision::year);
  EXPECT_EQ(when[1].precision, Precision::month);
  EXPECT_EQ(when[2].precision, Precision::day);
  EXPECT_EQ(read.layer().drops.at(0).reason, "no date");
}

TEST(EventRows, ZeroZeroIsAMissingPlaceAndLongitudesAreWrapped) {
  const Reading read = read_text("date,lat,lon\n2024,0,0\n2024,10,190\n2024,,\n");
  const EventBatch& batch = read.batches.at(0);
  EXPECT_TRUE(std::isnan(batch.lon[0]));
  EXPECT_EQ(batch.lon[1], -170);
  EXPECT_TRUE(std::isnan(batch.lon[2]));
  EXPECT_EQ(read.layer().notes.at(0), "1 place at 0, 0 taken as missing");
}

TEST(EventRows, ALongitudeBeyondEveryTurnIsNotWrappedIntoAPlace) {
  std::string text = "date,lat,lon\n2024,43,2046.0\n2024,43,-541\n2024,43,539\n";
  for (int i = 0; i < 20; ++i) text += "2024,43,20.46\n";
  const Reading read = read_text(text);
  EXPECT_EQ(read.rows(), 21u) << read.asked();
  ASSERT_EQ(read.layer().drops.size(), 2u);
  EXPECT_EQ(read.layer().drops[0].row, 2u);
  EXPECT_NE(read.layer().drops[0].reason.find("2046"), std::string::npos);
}

TEST(EventRows, ARowWithoutIdOrTitleGetsThemFromWhatItHas) {
  const Reading read = read_text("date,category,place\n2024,protest,Niš\n");
  EXPECT_EQ(read.text(0, Field::id), "2");
  EXPECT_EQ(read.text(0, Field::title), "protest: Niš");
}

TEST(EventRows, EndBeforeBeginIsDroppedAfterDaysAreFilled) {
  const Reading read = read_text(
      "start,end\n2024-01-01T20:00:00+01:00,2024-01-01\n2024-01-02,2024-01-01\n"
      "2024-01-02T00:00:00Z,2024-01-01T00:00:00Z\n");
  EXPECT_EQ(read.rows(), 1u);
  ASSERT_EQ(read.layer().drops.size(), 2u);
  for (const Problem& drop : read.layer().drops)
    EXPECT_NE(drop.reason.find("the end lies before the begin"), std::string::npos);
}

TEST(EventRows, AColumnCalledPrecisionThatIsNoneCostsNoRows) {
  EXPECT_EQ(read_text("date,precision\n2024-01-01,0.37\n").rows(), 1u);
}

}  // namespace
}  // namespace vidik
