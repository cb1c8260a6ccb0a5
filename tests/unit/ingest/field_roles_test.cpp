#include "ingest/field_roles.h"

#include "base/text.h"
#include "ingest/delimited_form.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

using Columns = std::vector<std::string>;
using RoleMap = std::map<std::string, std::string>;

Columns words(std::string_view text) {
  Columns out;
  for (const std::string_view word : split(text, ' ')) out.emplace_back(word);
  return out;
}

RoleMap guessed(const Columns& columns) { return named(guess_roles(columns), columns); }

TEST(FieldRoles, TheBenchFilesColumnsAreKnown) {
  EXPECT_EQ(guessed(words("id lon lat start end category title")), (RoleMap{{"id", "id"},
                                                                            {"lon", "lon"},
                                                                            {"lat", "lat"},
                                                                            {"begin", "start"},
                                                                            {"end", "end"},
                                                                            {"category", "category"},
                                                                            {"title", "title"}}));
}

TEST(FieldRoles, CapitalsBlanksAndHyphensDoNotMatter) {
  EXPECT_EQ(
      guessed({"Event-Date", "LATITUDE", "Longitude", "Source URL"}),
      (RoleMap{
          {"begin", "Event-Date"}, {"lat", "LATITUDE"}, {"lon", "Longitude"}, {"source_url", "Source URL"}}));
}

TEST(FieldRoles, UcdpDatesAreASpanWithAPrecision) {
  const Columns columns = words(
      "id relid year active_year type_of_violence dyad_name side_a side_b source_office source_date "
      "where_prec where_coordinates latitude longitude geom_wkt country date_prec date_start date_end "
      "best high low");
  const Roles roles = guess_roles(columns);
  EXPECT_EQ(roles.codes, Codes::ucdp);
  EXPECT_EQ(roles.unit, "deaths");
  const RoleMap map = named(roles, columns);
  EXPECT_EQ(map.at("begin"), "date_start");
  EXPECT_EQ(map.at("end"), "date_end");
  EXPECT_EQ(map.at("title"), "dyad_name");
  EXPECT_EQ(map.count("point"), 0u);
}

TEST(FieldRoles, YearMonthAndDayInColumnsOfTheirOwnMakeABegin) {
  const RoleMap map = guessed(
      words("id year month day country type_of_violence conflict_name side_a side_b latitude longitude "
            "low_death best_death high_death"));
  EXPECT_EQ(map.at("begin"), "year");
  EXPECT_EQ(map.at("month"), "month");
  EXPECT_EQ(map.at("day"), "day");
  EXPECT_EQ(map.at("magnitude_best"), "best_death");
}

TEST(FieldRoles, AcledAndGtdAreKnown) {
  const RoleMap acled = guessed(
      words("event_id_cnty event_date year time_precision disorder_type event_type sub_event_type "
            "actor1 actor2 country location latitude longitude geo_precision source notes fatalities"));
  EXPECT_EQ(acled.at("begin"), "event_date");
  EXPECT_EQ(acled.at("summary"), "notes");
  EXPECT_EQ(acled.at("place"), "location");
  const RoleMap gtd = guessed(
      words("eventid iyear imonth iday approxdate extended resolution country_txt city latitude longitude "
            "specificity summary attacktype1_txt target1 gname nkill"));
  EXPECT_EQ(gtd.at("begin"), "iyear");
  EXPECT_EQ(gtd.at("day"), "iday");
}

TEST(FieldRoles, GdeltsPlaceIsThatOfTheAction) {
  const RoleMap map = guessed(gdelt_columns());
  EXPECT_EQ(map.at("begin"), "SQLDATE");
  EXPECT_EQ(map.at("lon"), "ActionGeo_Long");
  EXPECT_EQ(map.at("category"), "EventRootCode");
}

TEST(FieldRoles, OneCoordinateAloneIsNoPlace) { EXPECT_TRUE(guessed(words("x amount")).empty()); }

TEST(FieldRoles, TheUsersWordGoesOverTheGuess) {
  const Columns columns = words("start other end");
  Roles roles = guess_roles(columns);
  ASSERT_TRUE(set_roles({{"begin", "other"}, {"end", "none"}}, columns, roles).ok());
  EXPECT_EQ(named(roles, columns), (RoleMap{{"begin", "other"}}));
  ASSERT_TRUE(set_roles({{"begin", "none"}}, columns, roles).ok());
  EXPECT_TRUE(roles.timeless);
}

TEST(FieldRoles, UnknownRolesAndColumnsAreRefusedByName) {
  const Columns columns = words("start");
  Roles roles;
  EXPECT_NE(set_roles({{"begun", "start"}}, columns, roles).error().text.find("begun"), std::string::npos);
  EXPECT_NE(set_roles({{"begin", "strat"}}, columns, roles).error().text.find("strat"), std::string::npos);
}

}  // namespace
}  // namespace vidik
