// The data set that ships: is it whole, and does the prepared map keep what it says?

#include "geo/mercator.h"
#include "geo/triangulate.h"
#include "ingest/source.h"
#include "mapset/border_views.h"
#include "mapset/map_input.h"
#include "mapset/map_set.h"
#include "mapset/name_table.h"
#include "mapset/prepare.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

namespace fs = std::filesystem;
const std::string kSets = VIDIK_SETS_DIR;

// Area of a shape whose points were put into fixed coordinates first.
double fixed_area(const Shape& shape) {
  Shape fixed = shape;
  for (LonLat& p : fixed.points) {
    const Fixed2 at = to_fixed(p);
    p = {static_cast<double>(at.x), static_cast<double>(at.y)};
  }
  return area(fixed);
}

double fixed_outline(const Shape& shape) {
  double length = 0;
  for (std::size_t r = 0; r < shape.rings(); ++r) {
    const std::span<const LonLat> ring = shape.ring(r);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Fixed2 a = to_fixed(ring[i]), b = to_fixed(ring[(i + 1) % ring.size()]);
      length += std::hypot(static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y);
    }
  }
  return length;
}

class ShippedSet : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    cache = testing::TempDir() + "vidik_shipped_set_test";
    fs::remove_all(cache);
    Result<std::shared_ptr<const MapSet>> loaded = MapSet::load(kSets, cache);
    ASSERT_TRUE(loaded.ok()) << loaded.error().message();
    set = loaded.value();
  }
  static void TearDownTestSuite() {
    set.reset();
    fs::remove_all(cache);
  }
  static std::string cache_file() { return fs::directory_iterator(cache)->path().string(); }
  static bool loads_from_cache() {
    const Result<std::shared_ptr<const MapSet>> loaded = MapSet::load(kSets, cache);
    EXPECT_TRUE(loaded.ok());
    return loaded.ok() && loaded.value()->from_cache();
  }

  static inline std::string cache;
  static inline std::shared_ptr<const MapSet> set;
};

TEST_F(ShippedSet, TrianglesOfEveryAreaTableHaveTheAreaOfTheirShapes) {
  for (const char* name : {"countries", "sea", "lakes", "admin1", "municipalities"}) {
    const Result<MapTable> table = read_map_table(kSets + "/western_balkans.gpkg", name);
    ASSERT_TRUE(table.ok()) << table.error().message();
    const MapFeatures features = features_of(*table);
    std::vector<const Shape*> shapes;
    double wanted = 0, outline = 0;
    for (const MapFeature& feature : features) {
      shapes.push_back(&feature.shape);
      wanted += fixed_area(feature.shape);
      outline += fixed_outline(feature.shape);
    }
    const Result<PreparedDetails> details = prepare_areas(shapes);
    ASSERT_TRUE(details.ok()) << name;
    EXPECT_NEAR(triangles_area((*details)[kMapDetails - 1].vertices) / wanted, 1, 1e-6) << name;
    // A thinned outline is off by its grid at most, on average by less than half of it.
    for (std::size_t d = 0; d + 1 < kMapDetails; ++d) {
      EXPECT_NEAR(triangles_area((*details)[d].vertices), wanted, outline * kDetailGrids[d] / 2) << name << d;
    }
  }
}

TEST_F(ShippedSet, EveryContentIsThereInEveryDetail) {
  const auto contested = static_cast<int>(set->contested().size());
  EXPECT_EQ(contested, 2);
  for (int c = 0; c < kMapContents; ++c) {
    // Every disputed line has a rule in some view, and only so many slots are used.
    if (c == static_cast<int>(MapContent::border_disputed)) continue;
    if (c >= static_cast<int>(MapContent::border_contested_1) + contested &&
        c < static_cast<int>(MapContent::admin1))
      continue;
    for (int d = 0; d < kMapDetails; ++d) {
      const RetainedGeometry g = set->geometry(static_cast<MapContent>(c), d);
      EXPECT_FALSE(g.vertices.empty()) << c << ' ' << d;
      EXPECT_FALSE(g.chunks.empty()) << c << ' ' << d;
    }
  }
}

TEST_F(ShippedSet, CapitalsLieInTheirCountries) {
  int capitals = 0;
  for (const Place& place : set->places()) {
    if (!place.capital || !place.core) continue;
    ++capitals;
    const Country* country = set->country_at(place.at);
    ASSERT_NE(country, nullptr);
    EXPECT_EQ(country->iso_a2, place.iso_a2);
    EXPECT_FALSE(set->at_sea(place.at));
  }
  EXPECT_EQ(capitals, 6);
}

TEST_F(ShippedSet, ThereAreSixCountriesWithNamesInEveryLanguage) {
  int core = 0;
  for (const Country& country : set->countries()) {
    if (!country.core) continue;
    ++core;
    for (std::size_t i = 0; i < kRecordedNames; ++i)
      EXPECT_FALSE(country.names.by[i].empty()) << country.iso_a2;
    EXPECT_TRUE(contains(country.shape, to_fixed(country.label))) << country.iso_a2;
  }
  EXPECT_EQ(core, 6);
}

TEST_F(ShippedSet, TheAdriaticIsSeaAndLakeOhridIsNot) {
  EXPECT_TRUE(set->at_sea({18.0, 42.2}));
  EXPECT_TRUE(set->at_sea({18.720, 42.478}));  // the inner Bay of Kotor …
  EXPECT_TRUE(set->at_sea({18.680, 42.466}));  // … and the Verige strait that leads to it
  EXPECT_FALSE(set->at_sea({20.72, 41.03}));
  EXPECT_EQ(set->admin_unit_at({18.0, 42.2}), nullptr);
}

TEST_F(ShippedSet, AMunicipalityIsFoundWhereThereAreSomeElseADistrict) {
  const AdminUnit* prizren = set->admin_unit_at({20.7397, 42.2139});
  ASSERT_NE(prizren, nullptr);
  EXPECT_EQ(prizren->level, 2);
  EXPECT_EQ(prizren->names.in(NameIn::en), "Prizren");
  const AdminUnit* nis = set->admin_unit_at({21.9033, 43.3247});
  ASSERT_NE(nis, nullptr);
  EXPECT_EQ(nis->level, 1);
}

TEST_F(ShippedSet, TheFrameAndTheReliefAreAsTheSourcesSay) {
  EXPECT_EQ(set->frame(), (LonLatBox{12, 34, 30, 49}));
  for (const ReliefTheme theme : {ReliefTheme::dark, ReliefTheme::light}) {
    const Relief relief = set->relief(theme);
    EXPECT_EQ(relief.width, 2048);
    EXPECT_EQ(relief.height, 2296);
    EXPECT_EQ(relief.rgba.size(), 2048u * 2296u * 4u);
    EXPECT_EQ(relief.box.west, to_fixed({12, 49}).x);
    EXPECT_EQ(relief.box.north, to_fixed({12, 49}).y);
    for (int level = 1; level < kReliefLevels; ++level) {
      const Relief half = set->relief(theme, level);
      EXPECT_EQ(half.width, 2048 >> level);
      EXPECT_EQ(half.box, relief.box);
      EXPECT_EQ(half.rgba.size(),
                static_cast<std::size_t>(half.width) * static_cast<std::size_t>(half.height) * 4);
    }
  }
}

TEST_F(ShippedSet, CreditsNameEverySource) {
  std::string all;
  for (const Credit& credit : set->credits()) all += credit.text + "\n";
  for (const char* word : {"© OpenStreetMap contributors", "Natural Earth", "GeoNames", "GSHHG", "SRTM"}) {
    EXPECT_NE(all.find(word), std::string::npos) << word;
  }
}

TEST_F(ShippedSet, TheSecondLoadComesFromTheCacheAndIsTheSame) {
  const Result<std::shared_ptr<const MapSet>> again = MapSet::load(kSets, cache);
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE(again.value()->from_cache());
  const MapSet& other = **again;
  for (int c = 0; c < kMapContents; ++c) {
    const RetainedGeometry a = set->geometry(static_cast<MapContent>(c), 1),
                           b = other.geometry(static_cast<MapContent>(c), 1);
    EXPECT_TRUE(std::equal(a.vertices.begin(), a.vertices.end(), b.vertices.begin(), b.vertices.end()));
    EXPECT_TRUE(std::equal(a.line_ends.begin(), a.line_ends.end(), b.line_ends.begin(), b.line_ends.end()));
  }
  EXPECT_EQ(other.places().size(), set->places().size());
  EXPECT_EQ(other.places()[100].names.by, set->places()[100].names.by);
  const Relief a = set->relief(ReliefTheme::light), b = other.relief(ReliefTheme::light);
  EXPECT_TRUE(std::equal(a.rgba.begin(), a.rgba.end(), b.rgba.begin(), b.rgba.end()));
}

TEST_F(ShippedSet, ADamagedCacheIsRebuilt) {
  (void)loads_from_cache();
  ASSERT_TRUE(loads_from_cache());
  {
    std::fstream file(cache_file(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(1'000'000);
    file.put('!');
    file.put('?');
  }
  EXPECT_FALSE(loads_from_cache());
  EXPECT_TRUE(loads_from_cache());
}

TEST_F(ShippedSet, ACacheFolderThatCannotBeMadeIsNoError) {
  const Result<std::shared_ptr<const MapSet>> loaded = MapSet::load(kSets, "/dev/null/cache");
  ASSERT_TRUE(loaded.ok());
  EXPECT_FALSE(loaded.value()->from_cache());
}

TEST(MapSetLoad, AFolderWithoutTheDataSetIsAnError) {
  EXPECT_FALSE(MapSet::load(testing::TempDir() + "no such set", "").ok());
}

// Every row of names.tsv is about something that is in the set; else a name was mistyped and says nothing.
TEST_F(ShippedSet, EveryRowOfNamesFindsItsPlace) {
  const Result<NameTable> table = read_names(kSets + "/names.tsv");
  ASSERT_TRUE(table.ok()) << table.error().message();
  EXPECT_GT(table->size(), 50u);
  for (const auto& [key, row] : *table) {
    const auto& [what, iso, name] = key;
    bool found = false;
    for (const Country& c : set->countries())
      found = found || (what == "country" && c.iso_a2 == iso && c.names.by[0] == name);
    for (const Place& p : set->places())
      found = found || (what == "place" && p.iso_a2 == iso &&
                        (name == "*" || name == p.names.by[0] || !row.by[0].empty()));
    EXPECT_TRUE(found) << what << " " << iso << " " << name;
  }
}

TEST_F(ShippedSet, KosovosTownsHaveTwoUsualNamesAndCroatianHasItsOwn) {
  int athens = 0, pristina = 0;
  for (const Place& place : set->places()) {
    if (place.iso_a2 == "XK") {
      EXPECT_EQ(place.names.usual[0], NameIn::sq) << place.names.by[0];
    }
    const std::string_view en = place.names.by[0];
    athens += en == "Athens" && place.names.in(NameIn::hr) == "Atena";
    pristina += en == "Pristina" && place.names.in(NameIn::cnr) == "Priština";
  }
  EXPECT_EQ(athens, 1);
  EXPECT_EQ(pristina, 1);
  EXPECT_EQ(set->country("RO")->names.in(NameIn::hr), "Rumunjska");
  EXPECT_EQ(set->country("MK")->names.in(NameIn::cnr), "Sjeverna Makedonija");
}

}  // namespace
}  // namespace vidik
