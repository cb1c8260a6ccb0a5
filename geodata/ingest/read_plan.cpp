#include "ingest/read_plan.h"

#include "base/text.h"
#include "ingest/place_census.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace vidik {
namespace {

constexpr std::uint64_t kSample = 2000;  // rows that show a column's habits
constexpr std::uint64_t kAliveEvery = 20'000;

struct Looks {
  std::vector<DateCensus> dates;  // one a column in `watched`
  std::vector<int> watched;
  std::uint64_t rows = 0;
};

std::string_view cell(const Record& record, int column) {
  return record.fields[static_cast<std::size_t>(column)];
}

// A pass over the first `most` rows.
Looks look(RecordSource& source, std::vector<int> columns, std::uint64_t most, PlaceCensus* places,
           const std::function<void()>& still_alive) {
  Looks looks;
  looks.watched = std::move(columns);
  looks.dates.resize(looks.watched.size());
  Record record;
  while (looks.rows < most && source.next(record)) {
    if (++looks.rows % kAliveEvery == 0) still_alive();
    if (!record.trouble.empty()) continue;
    for (std::size_t i = 0; i < looks.watched.size(); ++i) looks.dates[i].see(cell(record, looks.watched[i]));
    if (places != nullptr) places->see(record);
  }
  return looks;
}

std::vector<int> all_columns(const SourceFacts& facts) {
  std::vector<int> out;
  for (std::size_t i = 0; i < std::min<std::size_t>(facts.columns.size(), 200); ++i)
    out.push_back(static_cast<int>(i));
  return out;
}

// A column without a telling name that nevertheless holds dates, and nothing but dates, in most rows.
int column_of_dates(const Looks& looks, const Roles& roles) {
  for (std::size_t i = 0; i < looks.watched.size(); ++i) {
    const DateCensus& dates = looks.dates[i];
    const bool plays =
        std::find(roles.column.begin(), roles.column.end(), looks.watched[i]) != roles.column.end();
    if (!plays && dates.dates() > 0 && dates.dates() == dates.values() && dates.values() * 2 > looks.rows)
      return looks.watched[i];
  }
  return -1;
}

Result<> plan_dates(RecordSource& source, const PlanRequest& request, Looks looks,
                    const std::function<void()>& still_alive, ReadPlan& plan) {
  Roles& roles = plan.rules.roles;
  const SourceFacts& facts = source.facts();
  if (roles.timeless || roles.has(Role::month)) return Done{};
  // A column that is called so and is empty throughout says nothing: KML always has one.
  const bool said = request.roles.count("begin") + request.answers.count("begin") > 0;
  if (!said && roles.has(Role::begin) && looks.rows > 0 && looks.rows < kSample &&
      looks.dates.front().values() == 0 && (looks.dates.size() < 2 || looks.dates[1].values() == 0)) {
    roles[Role::begin] = -1;
  }
  if (!roles.has(Role::begin)) roles[Role::begin] = column_of_dates(looks, roles);
  if (!roles.has(Role::begin)) {
    std::vector<std::string> answers = facts.columns;
    answers.emplace_back("none");
    plan.questions.push_back(
        {"begin",
         "no column of it holds dates that can be told: which column says when (begin=COLUMN), "
         "or is there none (begin=none)?",
         std::move(answers)});
    roles.timeless = true;  // so that rows can be counted; nothing is handed over while the question is open
    return Done{};
  }
  std::vector<int> columns = {roles[Role::begin]};
  if (roles.has(Role::end)) columns.push_back(roles[Role::end]);
  const auto census_of = [&](int column) -> const DateCensus& {
    return looks.dates[static_cast<std::size_t>(
        std::find(looks.watched.begin(), looks.watched.end(), column) - looks.watched.begin())];
  };
  const bool all_rows =
      std::any_of(columns.begin(), columns.end(), [&](int c) { return census_of(c).needs_all_rows(); });
  if (all_rows && looks.rows >= kSample) {
    VIDIK_TRY(Done done, source.rewind());
    (void)done;
    looks = look(source, columns, UINT64_MAX, nullptr, still_alive);
  }
  VIDIK_TRY(const std::string order, answer_to(request.answers, "date_order", {"dmy", "mdy"}));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const DateCensus& census = census_of(columns[i]);
    DateHabits& habits = i == 0 ? plan.rules.begin : plan.rules.end;
    habits = census.habits();
    const std::string name = facts.columns[static_cast<std::size_t>(columns[i])];
    if (habits.numbers != NumberDates::none && habits.numbers != NumberDates::ymd) {
      plan.notes.push_back("column " + name + " is read as " + std::string(words_of(habits.numbers)));
    }
    if (!order.empty()) habits.order = order == "dmy" ? DayOrder::day_first : DayOrder::month_first;
  }
  // The columns of one file are written alike: what one tells holds for the other.
  if (columns.size() == 2) {
    DateHabits &begin = plan.rules.begin, &end = plan.rules.end;
    if (begin.order == DayOrder::unknown) begin.order = end.order;
    if (end.order == DayOrder::unknown) end.order = begin.order;
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const DateHabits& habits = i == 0 ? plan.rules.begin : plan.rules.end;
    if (!order.empty() || habits.order != DayOrder::unknown || !census_of(columns[i]).order_is_open())
      continue;
    plan.questions.push_back({"date_order",
                              "in \"" + repaired_utf8(census_of(columns[i]).example()) + "\" of column " +
                                  facts.columns[static_cast<std::size_t>(columns[i])] +
                                  " day and month cannot be told apart: day first (date_order=dmy) or month "
                                  "first (date_order=mdy)?",
                              {"dmy", "mdy"}});
    plan.rules.begin.order = plan.rules.end.order = DayOrder::day_first;  // for counting only
    break;
  }
  return Done{};
}

Result<> plan_places(const SourceFacts& facts, const PlanRequest& request, const PlaceCensus& places,
                     ReadPlan& plan) {
  PlaceRules& rules = plan.rules.place;
  VIDIK_TRY(const std::string decimal, answer_to(request.answers, "decimal", {"comma", "point"}));
  rules.decimal_comma =
      decimal.empty() ? places.decimal_comma() || places.decimal_is_open() : decimal == "comma";
  if (decimal.empty() && places.decimal_is_open()) {
    plan.questions.push_back(
        {"decimal",
         "its places are written with decimal commas and with decimal points: which is right "
         "(decimal=comma or decimal=point)?",
         {"comma", "point"}});
  }
  if (plan.rules.roles.has(Role::point)) {
    VIDIK_TRY(const std::string order, answer_to(request.answers, "axes", {"lon-lat", "lat-lon"}));
    rules.point_order = order.empty()        ? places.pair_order()
                        : order == "lat-lon" ? PointOrder::lat_lon
                                             : PointOrder::lon_lat;
    if (order.empty() && places.pair_order_is_open()) {
      plan.questions.push_back({"axes",
                                "in \"" + repaired_utf8(places.example()) +
                                    "\" longitude and latitude cannot be told apart: "
                                    "axes=lon-lat or axes=lat-lon?",
                                {"lon-lat", "lat-lon"}});
    }
  }
  VIDIK_TRY(const std::string crs, answer_to(request.answers, "crs", {}));
  if (!crs.empty() && request.transform_maker) {
    if (crs != "EPSG:4326") {
      VIDIK_TRY(rules.transform, request.transform_maker(crs));
    }
  } else if (facts.crs_unknown || places.looks_projected()) {
    plan.questions.push_back(
        {"crs",
         places.looks_projected()
             ? "its places are no degrees: in which coordinate system are they (crs=EPSG:3857 …)?"
             : "the file does not say its coordinate system: which is it (crs=EPSG:4326 for degrees)?",
         {"EPSG:4326", "EPSG:3857", "EPSG:31277", "EPSG:32634", "EPSG:3035"}});
    return Done{};
  }
  if (plan.rules.roles.has(Role::point) || rules.transform) return Done{};
  VIDIK_TRY(const std::string axes, answer_to(request.answers, "axes", {"as-named", "swapped"}));
  rules.swapped = axes == "swapped";
  if (axes.empty() && places.looks_swapped()) {
    plan.questions.push_back(
        {"axes",
         "longitude and latitude seem to be swapped: axes=swapped exchanges them, axes=as-named "
         "leaves them",
         {"as-named", "swapped"}});
  }
  return Done{};
}

}  // namespace

Result<std::string> answer_to(const std::map<std::string, std::string>& answers, const std::string& about,
                              const std::vector<std::string>& allowed) {
  const auto found = answers.find(about);
  if (found == answers.end()) return std::string();
  if (allowed.empty() || std::find(allowed.begin(), allowed.end(), found->second) != allowed.end())
    return found->second;
  std::string list;
  for (const std::string& one : allowed) list += (list.empty() ? "" : ", ") + one;
  return fail(Code::bad_usage, "the answer " + about + "=" + found->second + " is none of " + list);
}

Result<ReadPlan> plan_reading(RecordSource& source, const PlanRequest& request,
                              const std::function<void()>& still_alive) {
  ReadPlan plan;
  plan.rules.zone = request.zone;
  const SourceFacts& facts = source.facts();
  Roles& roles = plan.rules.roles;
  roles = guess_roles(facts.columns);
  if (facts.has_shapes) roles[Role::lon] = roles[Role::lat] = roles[Role::point] = -1;
  std::map<std::string, std::string> said;
  for (const auto& [about, answer] : request.answers) {
    if (role_named(about)) said[about] = answer;
  }
  for (const auto& [role, column] : request.roles) said[role] = column;
  if (!request.one_layer) {
    std::erase_if(said, [&](const auto& entry) {
      return entry.second != "none" &&
             std::find(facts.columns.begin(), facts.columns.end(), entry.second) == facts.columns.end();
    });
  }
  VIDIK_TRY(Done set, set_roles(said, facts.columns, roles));
  (void)set;

  std::vector<int> watched;
  if (roles.has(Role::begin)) {
    watched = {roles[Role::begin]};
    if (roles.has(Role::end)) watched.push_back(roles[Role::end]);
  } else {
    watched = all_columns(facts);
    if (roles.has(Role::end) && roles[Role::end] >= static_cast<int>(watched.size()))
      watched.push_back(roles[Role::end]);
  }
  PlaceCensus places(roles);
  Looks looks = look(source, std::move(watched), kSample, &places, still_alive);
  VIDIK_TRY(Done dates, plan_dates(source, request, std::move(looks), still_alive, plan));
  (void)dates;
  VIDIK_TRY(Done placed, plan_places(facts, request, places, plan));
  (void)placed;
  VIDIK_TRY(Done again, source.rewind());
  (void)again;
  return plan;
}

}  // namespace vidik
