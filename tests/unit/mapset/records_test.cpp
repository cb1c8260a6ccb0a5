#include "mapset/map_records.h"

#include "geo/mercator.h"

#include "sample_map.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

class Records : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(read_records(bytes.records, bytes.points, bytes.ends, read)); }
  RecordBytes bytes = write_records(sample_map());
  MapRecords read;
};

TEST_F(Records, TheSixComeFirstEachPartByCode) {
  ASSERT_EQ(read.countries.size(), 3u);
  EXPECT_EQ(read.countries[0].iso_a2, "NO");
  EXPECT_EQ(read.countries[1].iso_a2, "SO");
  EXPECT_EQ(read.countries[2].iso_a2, "ZN");
  EXPECT_TRUE(read.countries[1].core);
  EXPECT_FALSE(read.countries[2].core);
  EXPECT_EQ(read.countries[0].label, (LonLat{20.5, 42.25}));
}

TEST_F(Records, ANameThatIsMissingIsTheEnglishOne) {
  const MapNames& names = read.countries[0].names;
  EXPECT_EQ(names.in(NameIn::sr_cyrl), "име");
  EXPECT_EQ(names.in(NameIn::sq), "NOO");
}

TEST_F(Records, PlacesAreByRankThenPopulation) {
  ASSERT_EQ(read.places.size(), 3u);
  EXPECT_EQ(read.places[0].names.in(NameIn::en), "Great");
  EXPECT_EQ(read.places[1].names.in(NameIn::en), "Middle");
  EXPECT_EQ(read.places[2].names.in(NameIn::en), "Small");
  EXPECT_TRUE(read.places[0].capital);
  EXPECT_EQ(read.places[1].population, 9000);
  EXPECT_EQ(read.places[0].fixed, to_fixed({21, 42.5}));
}

TEST_F(Records, UnitsAreMunicipalitiesFirstAndOnlyOfTheSix) {
  ASSERT_EQ(read.units.size(), 2u);
  EXPECT_EQ(read.units[0].code, "SO-1");
  EXPECT_EQ(read.units[0].level, 2);
  EXPECT_EQ(read.units[1].code, "SO-A");
}

TEST_F(Records, OnlyWatersWithANameAreKept) {
  ASSERT_EQ(read.waters.size(), 2u);
  EXPECT_EQ(read.waters[0].kind, WaterKind::river);
  EXPECT_EQ(read.waters[1].kind, WaterKind::lake);
  EXPECT_TRUE(contains(read.waters[1].shape, to_fixed({21.3, 42.3})));
}

TEST_F(Records, CreditsAreVerbatim) {
  ASSERT_EQ(read.credits.size(), 1u);
  EXPECT_EQ(read.credits[0].text, "Short");
  EXPECT_EQ(read.credits[0].long_text, "Longer words");
  EXPECT_EQ(read.credits[0].layers, (std::vector<std::string>{"sea", "coast"}));
}

TEST_F(Records, TheRegionIsTheSixAndTheFrameIsAll) {
  EXPECT_EQ(read.region, (LonLatBox{20, 42, 22, 44}));
  EXPECT_EQ(read.frame, (LonLatBox{19, 42, 23, 44}));
}

TEST_F(Records, BytesCutShortAnywhereAreRefused) {
  MapRecords out;
  for (std::size_t n = 0; n < bytes.records.size(); ++n) {
    EXPECT_FALSE(read_records(std::string_view(bytes.records).substr(0, n), bytes.points, bytes.ends, out))
        << n;
  }
}

TEST_F(Records, ShapesThatPointOutsideAreRefused) {
  MapRecords out;
  EXPECT_FALSE(
      read_records(bytes.records, std::span(bytes.points).first(bytes.points.size() - 1), bytes.ends, out));
  std::vector<std::uint32_t> ends = bytes.ends;
  ends[0] = 1'000'000;
  EXPECT_FALSE(read_records(bytes.records, bytes.points, ends, out));
}

TEST_F(Records, ChangedBytesNeverReadOutside) {
  MapRecords out;
  for (std::size_t i = 0; i < bytes.records.size(); ++i) {
    std::string changed = bytes.records;
    changed[i] = static_cast<char>(changed[i] ^ 0x81);
    (void)read_records(changed, bytes.points, bytes.ends, out);  // the sanitizers watch
    for (const Country& c : out.countries) (void)contains(c.shape, to_fixed({21, 42.5}));
  }
}

}  // namespace
}  // namespace vidik
