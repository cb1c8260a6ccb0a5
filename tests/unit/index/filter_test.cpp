#include "index/filter.h"

#include "index/time_index.h"
#include "store/layer_builder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace vidik {
namespace {

struct Event {
  const char *id, *title, *category, *when, *country, *actors, *extra;
  Status status;
  double lat, deaths;
  bool unverified;
};

const Event kEvents[] = {
    {"canal", "Blast at the canal", "sabotage", "2024-11-29", "Kosovo", "KFOR; Kosovo Police", "near Zvečan",
     Status::confirmed, 42.9, 0, false},
    {"rally", "Протест у Београду", "protest", "2025-03-15", "Serbia", "Students", "", Status::reported, 44.8,
     12, false},
    {"rumour", "A \"rumour\", denied", "flood", "2025-04", "Serbia", "", "7.5", Status::alleged, 44.0, NAN,
     true},
    {"strike", "Strike", "protest", "2024-12-01T10:00Z/..", "Montenegro", "Trade union", "12",
     Status::disputed, NAN, NAN, false},
};

SnapshotRef sample() {
  EventBatch batch;
  batch.category_ids = {"sabotage", "protest", "flood"};
  batch.extra_names = {"Near to"};
  const TimeZone zone = TimeZone::display_default();
  for (const Event& e : kEvents) {
    const auto row = static_cast<std::uint32_t>(batch.size());
    batch.when.push_back(parse_when(e.when, zone).value());
    batch.lon.push_back(std::isnan(e.lat) ? NAN : 20.5);
    batch.lat.push_back(e.lat);
    for (std::uint16_t k = 0; k < 3; ++k) {
      if (batch.category_ids[k] == e.category) batch.category.push_back(k);
    }
    batch.status.push_back(e.status);
    batch.unverified.push_back(e.unverified ? 1 : 0);
    if (!std::isnan(e.deaths)) batch.magnitudes.push_back({row, {NAN, e.deaths, NAN}, "deaths"});
    batch.texts.begin_record();
    batch.texts.put(Field::id, e.id);
    batch.texts.put(Field::title, e.title);
    batch.texts.put(Field::country, e.country);
    batch.texts.put(Field::actors, e.actors);
    batch.texts.put(Field::first_extra, e.extra);
  }
  Problems problems;
  LayerBuilder builder("news", "News");
  builder.append(batch, problems);
  return make_snapshot({builder.build()});
}

// The ids that pass, in the order of kEvents.
std::string passing(std::string_view text) {
  static const SnapshotRef snapshot = sample();
  const Result<Filter> filter = Filter::parse(text);
  if (!filter) return "! " + filter.error().text;
  std::string out;
  for (const Event& e : kEvents) {
    for (Row row = 0; row < snapshot->layers[0]->size(); ++row) {
      if (snapshot->layers[0]->text(row, Field::id) != e.id || !filter->passes(*snapshot, {0, row})) continue;
      out += out.empty() ? e.id : " " + std::string(e.id);
    }
  }
  return out;
}

TEST(Filter, TableOfExpressions) {
  const struct {
    const char *text, *ids;
  } rows[] = {
      {"", "canal rally strike"},
      {"unverified=any", "canal rally rumour strike"},
      {"unverified=yes", "rumour"},
      {"unverified=no", "canal rally strike"},
      {"category=protest", "rally strike"},
      {"category=protest,sabotage", "canal rally strike"},
      {"category!=protest", "canal"},
      {"category!=protest and unverified=any", "canal rumour"},
      {"status=disputed or id=canal", "canal strike"},
      {"not status=disputed", "canal rally"},
      {"not (status=disputed or id=canal)", "rally"},
      {"category=protest and status=reported or id=canal", "canal rally"},
      {"id=canal or category=protest and status=reported", "canal rally"},
      {"(id=canal or category=protest) and not status=reported", "canal strike"},
      {"AND=1 or id=canal", "canal"},
      {"severity>=4", "rally"},
      {"severity=2", "canal strike"},
      {"severity<3 and severity>1", "canal strike"},
      {"magnitude>0", "rally"},
      {"lat>44", "rally"},
      {"lat<=42.9", "canal"},
      {"lon=20.5", "canal rally"},
      {"country=serbia", "rally"},
      {"country~OSO", "canal"},
      {"title~beograd", "rally"},
      {"title~БЛАСТ", "canal"},
      {"title!~blast", "rally strike"},
      {"actors=\"kosovo police\"", "canal"},
      {"actors=Police", ""},
      {"actors~police", "canal"},
      {"text~zvecan", "canal"},
      {"\"near to\"~zvečan", "canal"},
      {"'Near to'>=10", "strike"},
      {"'Near to'>=7 and unverified=any", "rumour strike"},
      {"title=\"A \\\"rumour\\\", denied\" and unverified=yes", "rumour"},
      {"layer=news", "canal rally strike"},
      {"layer!=news", ""},
      {"precision=day", "canal rally"},
      {"precision=month and unverified=any", "rumour"},
      {"begin>=2025-01-01", "rally"},
      {"begin<2024-12", "canal"},
      {"begin=2024-11,2024-12", "canal strike"},
      {"end<=2024-11-29", "canal"},
      {"end<2024-11-29", ""},
      {"end>2025", "strike"},
      {"no_such_column=1", ""},
      {" category = protest ", "rally strike"},
  };
  for (const auto& row : rows) EXPECT_EQ(passing(row.text), row.ids) << row.text;
}

TEST(Filter, TableOfMistakes) {
  const std::string at = "! the filter cannot be read at column ";
  const struct {
    const char *text, *told;
  } rows[] = {
      {"category", "9: =, !=, ~, !~, >=, >, <= or < was expected"},
      {"category=", "10: a value was expected"},
      {"=protest", "1: a key like category, status or title was expected"},
      {"category=protest status=alleged", "18: \"and\", \"or\" or the end was expected"},
      {"(category=protest", "18: \")\" was expected"},
      {"category=protest)", "17: \"and\", \"or\" or the end was expected"},
      {"category=protest and", "21: a key like category, status or title was expected"},
      {"title=\"open", "7: this quote is never closed"},
      {"id=a and status=sure", "10: \"sure\" is not one of confirmed, reported, alleged, disputed"},
      {"precision=century", "1: \"century\" is not one of second, minute, hour, day, week, month, year"},
      {"unverified=maybe", "1: \"maybe\" is not one of any, yes, no"},
      {"severity=high", "1: \"high\" is not a number"},
      {"category>3", "1: this key has no order; use =, != or ~"},
      {"severity~3", "1: ~ is for texts; use = or !="},
      {"lat>=1,2", "1: only one value can be compared with"},
      {"begin>=soon", "1: \"soon\" is not a date: a date begins with a year of four digits (column 1)"},
  };
  for (const auto& row : rows) EXPECT_EQ(passing(row.text), at + row.told) << row.text;
}

TEST(Filter, NoNestingExhaustsTheStack) {
  EXPECT_TRUE(passing(std::string(5000, '(') + "id=a").starts_with("! "));
  std::string nots;
  for (int i = 0; i < 5000; ++i) nots += "not ";
  EXPECT_TRUE(passing(nots + "id=a").starts_with("! "));
  EXPECT_TRUE(passing("id=" + std::string(70'000, 'a')).starts_with("! "));
}

TEST(Filter, BothMeansAnd) {
  const Filter protest = Filter::parse("category=protest or id=rumour").value();
  const Filter any = Filter::parse("unverified=any").value();
  const SnapshotRef snapshot = sample();
  const IndexesRef indexes = make_indexes(snapshot, protest.both(any));
  EXPECT_EQ(indexes->layers[0]->size(), 3u);
  EXPECT_EQ(Filter().both(protest), protest);
  EXPECT_EQ(protest.both(Filter()), protest);
  EXPECT_EQ(Filter::parse(protest.both(any).text()).value(), protest.both(any));
}

TEST(Filter, AWholeLayerIsKnownToPassWithoutAskingItsRows) {
  const SnapshotRef snapshot = sample();
  const Layer& layer = *snapshot->layers[0];
  EXPECT_FALSE(Filter().passes_whole(layer));
  EXPECT_TRUE(Filter::parse("unverified=any").value().passes_whole(layer));
  EXPECT_TRUE(Filter::parse("layer=news and unverified=any").value().passes_whole(layer));
  EXPECT_TRUE(Filter::parse("not layer=other and unverified=any").value().passes_whole(layer));
  EXPECT_FALSE(Filter::parse("category=protest and unverified=any").value().passes_whole(layer));
}

TEST(Filter, AKeyThatNoLayerKnowsIsTold) {
  const SnapshotRef snapshot = sample();
  EXPECT_EQ(Filter::parse("categry=protest or near_to=1 or \"near to\"=1").value().unknown_keys(*snapshot),
            (std::vector<std::string>{"categry", "near_to"}));
}

TEST(Filter, DatesAreDaysOfTheZoneThatIsGiven) {
  EventBatch batch;
  batch.lon = {20};
  batch.lat = {43};
  const Time at = TimeZone::utc().to_time({{2024, 11, 1}, 23, 30, 0, 0});  // 2 November in Belgrade
  batch.when.push_back({at, at, at, at, Precision::second});
  batch.texts.begin_record();
  batch.texts.put(Field::id, "late");
  Problems problems;
  LayerBuilder builder("news", "News");
  builder.append(batch, problems);
  const SnapshotRef snapshot = make_snapshot({builder.build()});
  const auto passes = [&](const char* text, const TimeZone& zone) {
    return Filter::parse(text, zone).value().passes(*snapshot, {0, 0});
  };
  EXPECT_TRUE(passes("begin=2024-11-01", TimeZone::utc()));
  EXPECT_FALSE(passes("begin=2024-11-02", TimeZone::utc()));
  EXPECT_TRUE(passes("begin=2024-11-02", TimeZone::find("Europe/Belgrade").value()));
}

}  // namespace
}  // namespace vidik
