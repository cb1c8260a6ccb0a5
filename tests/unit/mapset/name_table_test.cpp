// Names by hand: read as data, laid over the names of the set, and what stands in where a language has none.
#include "mapset/name_table.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace vidik {
namespace {

constexpr auto kNone = NameIn::count;

class Names : public testing::Test {
 protected:
  std::string path = testing::TempDir() + "vidik_names_test.tsv";
  void TearDown() override { std::filesystem::remove(path); }
  Result<NameTable> read(const std::string& text) const {
    std::ofstream(path) << text;
    return read_names(path);
  }
};

Place place_named(std::string_view en, std::string_view iso, bool core) {
  Place place;
  place.names.by[0] = en;
  place.iso_a2 = iso;
  place.core = core;
  return place;
}

TEST_F(Names, CroatianAndMontenegrinTakeTheBosnianOneThenTheEnglish) {
  MapNames names;
  names.by = {"Vienna", "Wien", "", "", "", "", "Beč"};
  EXPECT_EQ(names.in(NameIn::hr), "Beč");
  EXPECT_EQ(names.in(NameIn::cnr), "Beč");
  EXPECT_EQ(names.in(NameIn::sq), "Vienna");
  names.by[static_cast<std::size_t>(NameIn::hr)] = "Bečki";
  EXPECT_EQ(names.in(NameIn::hr), "Bečki");
  names.by = {"", "Wien"};
  EXPECT_EQ(names.in(NameIn::hr), "Wien");
}

TEST_F(Names, ARowIsLaidOverTheSetAndOneOfACountryUnderIt) {
  const auto table = read(
      "# a comment\n\n"
      "place\tXK\t*\tusual=sq+sr_latn\tlocal=@sq\n"
      "place\tXK\tPeja\thr=Peć\tsq=Peja\n"
      "country\tRO\tRomania\thr=Rumunjska\n");
  ASSERT_TRUE(table.ok()) << table.error().message();
  MapRecords records;
  records.places = {place_named("Peja", "XK", true), place_named("Peja", "HR", false)};
  Country romania;
  romania.iso_a2 = "RO";
  romania.names.by[0] = "Romania";
  records.countries = {romania};
  put_names(*table, records);
  const MapNames& peja = records.places[0].names;
  EXPECT_EQ(peja.in(NameIn::hr), "Peć");
  EXPECT_EQ(peja.in(NameIn::local), "Peja");
  EXPECT_EQ(peja.usual, (std::array{NameIn::sq, NameIn::sr_latn}));
  EXPECT_EQ(records.places[1].names.usual, (std::array{kNone, kNone}))
      << "another country's town of that name";
  EXPECT_EQ(records.places[1].names.in(NameIn::hr), "Peja");
  EXPECT_EQ(records.countries[0].names.in(NameIn::hr), "Rumunjska");
}

TEST_F(Names, InTheSixBosnianTakesTheSerbianNameInLatinLetters) {
  MapRecords records;
  records.places = {place_named("Ferizaj", "XK", true), place_named("Graz", "AT", false)};
  records.places[0].names.by[2] = "Uroševac";
  records.places[1].names.by[2] = "Grac";
  put_names({}, records);
  EXPECT_EQ(records.places[0].names.in(NameIn::bs), "Uroševac");
  EXPECT_EQ(records.places[0].names.in(NameIn::hr), "Uroševac");
  EXPECT_EQ(records.places[1].names.in(NameIn::hr), "Graz")
      << "Latin letters are left as they are written there";
}

TEST_F(Names, ALineThatIsNoneIsNamedByItsNumber) {
  for (const char* line : {"place\tXK\tPeja\tde=Pej", "town\tXK\tPeja\thr=Peć", "place\tXK\tPeja\thr",
                           "place\tXK\tPeja\tusual=sq", "place\tXK\tPeja\thr=@sq", "place\tXK\tPeja"}) {
    const auto table = read(std::string("# names\n") + line + "\n");
    ASSERT_FALSE(table.ok()) << line;
    EXPECT_NE(table.error().message().find("line 2"), std::string::npos) << table.error().message();
  }
  EXPECT_FALSE(read("place\tXK\tPeja\thr=a\nplace\tXK\tPeja\thr=b\n").ok());
}

TEST_F(Names, NoFileIsNoNames) {
  const auto table = read_names(path + ".none");
  ASSERT_TRUE(table.ok());
  EXPECT_TRUE(table->empty());
}

}  // namespace
}  // namespace vidik
