#include "ingest/event_rows.h"

#include "base/number.h"
#include "base/text.h"
#include "ingest/instant_text.h"
#include "ingest/layout_codes.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vidik {
namespace {

constexpr std::size_t kMaxCategories = 4000;
constexpr std::string_view kTooMany = "other";
constexpr std::size_t kMostZones = 10;  // unknown ones that are told

Field extra_field(std::size_t k) {
  return static_cast<Field>(static_cast<std::size_t>(Field::first_extra) + k);
}

bool is_true(std::string_view text) {
  const std::string word = lower_ascii(text.substr(0, 5));
  return word == "true" || word == "1" || word == "yes" || word == "t" || word == "y";
}

Status status_of(std::string_view text) {
  const std::string word = lower_ascii(text.substr(0, 12));
  if (word == "confirmed") return Status::confirmed;
  if (word == "alleged") return Status::alleged;
  if (word == "disputed") return Status::disputed;
  return Status::reported;
}

// The site of a link: what stands for a source without a name.
std::string_view host_of(std::string_view url) {
  const std::size_t at = url.find("://");
  if (at != std::string_view::npos) url.remove_prefix(at + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  return url.substr(0, 4) == "www." ? url.substr(4) : url;
}

// In KML and GPX a clock time without zone is UTC.
void say_utc(std::string& iso) {
  const std::size_t at = iso.find('T');
  if (at == std::string::npos || iso.find('/') != std::string::npos) return;
  if (iso.find_first_of("Z+-", at) == std::string::npos) iso += 'Z';
}

std::string reason_of(std::string_view what, const Error& error) {
  std::string reason = std::string(what) + ": " + error.text;
  return reason.size() > 300 ? repaired_utf8(std::string_view(reason).substr(0, 300)) : reason;
}

}  // namespace

std::uint16_t FileNames::category(std::string_view id) {
  const auto found = category_at.find(std::string(id));
  if (found != category_at.end()) return found->second;
  if (category_ids.size() >= kMaxCategories && id != kTooMany) return category(kTooMany);
  const auto at = static_cast<std::uint16_t>(category_ids.size());
  category_ids.emplace_back(id);
  category_at.emplace(std::string(id), at);
  return at;
}

std::size_t FileNames::extra(const std::string& name) {
  const auto at = std::find(extra_names.begin(), extra_names.end(), name);
  if (at != extra_names.end()) return static_cast<std::size_t>(at - extra_names.begin());
  extra_names.push_back(name);
  return extra_names.size() - 1;
}

EventRows::EventRows(const SourceFacts& facts, RowRules rules, FileNames& names)
    : facts_(facts),
      rules_(std::move(rules)),
      names_(names),
      place_(rules_.roles, rules_.place),
      usual_zone_{rules_.zone, rules_.zone_chosen} {
  const auto& played = rules_.roles.column;
  for (std::size_t column = 0; column < facts.columns.size(); ++column) {
    const int number = static_cast<int>(column);
    // The code of the area says more than its own part in placing: it stays among the texts.
    const bool plays =
        std::find(played.begin(), played.end(), number) != played.end() && number != rules_.roles[Role::area];
    if (!plays) extras_.emplace_back(number, extra_field(names_.extra(facts.columns[column])));
  }
}

std::string_view EventRows::field(const Record& record, Role role) const {
  const int column = rules_.roles[role];
  return column < 0 ? std::string_view() : trimmed(record.fields[static_cast<std::size_t>(column)]);
}

const EventRows::Zone& EventRows::zone_of(const Record& record) {
  const std::string_view name = field(record, Role::zone);
  if (name.empty()) return usual_zone_;
  const auto known = zones_.find(name);
  if (known != zones_.end()) return known->second;
  Result<TimeZone> zone = TimeZone::find(name);
  // A column of other things must not fill the memory with their names.
  if (!zone.ok() && unknown_zones_.size() >= kMostZones) return usual_zone_;
  if (!zone.ok()) {
    unknown_zones_.push_back({record.row, "the zone \"" + repaired_utf8(name.substr(0, 60)) +
                                              "\" is not known; times with it are read in " +
                                              rules_.zone.name()});
  }
  return zones_.emplace(std::string(name), zone.ok() ? Zone{zone.value(), true} : usual_zone_).first->second;
}

// Year, month and day in columns of their own; 0 is an unknown one.
std::string EventRows::read_columns_of_date(const Record& record, std::string& iso) const {
  iso.clear();
  const std::string_view year = field(record, Role::begin);
  if (is_no_value(year)) return "no date";
  const std::optional<std::int64_t> y = parse_int(year);
  const std::optional<std::int64_t> m = parse_int(field(record, Role::month)),
                                    d = parse_int(field(record, Role::day));
  const auto two = [](std::int64_t value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
  if (!y || *y < 1 || *y > 9999)
    return "begin: \"" + std::string(year.substr(0, 40)) + "\" is not a year from 1 to 9999";
  iso = std::string(4 - std::to_string(*y).size(), '0') + std::to_string(*y);
  if (!m || *m < 1) return {};
  iso += two(*m);
  if (d && *d > 0) iso += two(*d);
  return {};
}

std::string_view EventRows::precision_word(std::string_view code) const {
  if (rules_.roles.codes != Codes::words) return date_precision_word(code, rules_.roles.codes);
  // A column that is called so and holds something else must not cost its rows.
  return code.empty() || !parse_precision(code).ok() ? std::string_view() : code;
}

std::string EventRows::read_when(const Record& record, When& when) {
  begin_iso_.clear();
  end_iso_.clear();
  if (rules_.roles.timeless) {
    when = {kOpenBegin, kOpenBegin, kOpenEnd, kOpenEnd, Precision::second, false, false, true};
    return {};
  }
  const std::string_view begin = field(record, Role::begin), end = field(record, Role::end);
  const std::string_view precision = precision_word(field(record, Role::date_precision));
  const bool ongoing = is_true(field(record, Role::ongoing));
  if (precision.empty() && !ongoing && !rules_.begin.midnight_is_no_time && instants(begin, end, when)) {
    begin_iso_ = begin;
    end_iso_ = end;
    return when.end_latest < when.begin_earliest ? "the end lies before the begin" : std::string();
  }
  if (rules_.roles.has(Role::month)) {
    std::string trouble = read_columns_of_date(record, begin_iso_);
    if (!trouble.empty()) return trouble;
  } else {
    if (is_no_value(begin) && (begin.empty() || is_no_value(end))) return "no date";
    Result<std::string> iso =
        is_no_value(begin) ? Result<std::string>(std::string()) : iso_date(begin, rules_.begin);
    if (!iso.ok()) return reason_of("begin", iso.error());
    begin_iso_ = std::move(iso).value();
  }
  if (!is_no_value(end) && end.substr(0, 10) != "9999-12-31") {
    Result<std::string> iso = iso_date(end, rules_.end);
    if (!iso.ok()) return reason_of("end", iso.error());
    end_iso_ = std::move(iso).value();
  }
  if (facts_.clock_is_utc) {
    say_utc(begin_iso_);
    say_utc(end_iso_);
  }
  const bool open_end = ongoing || end.substr(0, 10) == "9999-12-31";
  const Zone& zone = zone_of(record);
  Result<When> read = begin_iso_.empty()
                          ? parse_when("../" + end_iso_, zone.zone)
                          : parse_when_columns(begin_iso_, end_iso_, precision, open_end, zone.zone);
  if (!read.ok()) return reason_of("date", read.error());
  when = read.value();
  when.zone_stated = when.zone_stated || zone.stated;
  return {};
}

void EventRows::put(Field field, std::string_view text) {
  if (text.empty()) return;
  bytes_ += text.size();
  if (facts_.may_need_repair && !is_valid_utf8(text)) {
    batch_.texts.put(field, repaired_utf8(text));
  } else {
    batch_.texts.put(field, text);
  }
}

std::uint16_t EventRows::category_of(const Record& record, std::string_view& shown) {
  shown = category_word(field(record, Role::category), rules_.roles.codes);
  if (shown.empty()) return names_.category(rules_.roles.has(Role::category) ? "other" : "event");
  if (facts_.may_need_repair && !is_valid_utf8(shown)) return names_.category(repaired_utf8(shown));
  return names_.category(shown);
}

void EventRows::put_texts(const Record& record, std::string_view category) {
  std::string_view id = field(record, Role::id);
  const std::string_view title = field(record, Role::title);
  const std::string_view place = field(record, Role::place);
  const std::string number = id.empty() ? std::to_string(record.row) : std::string();
  if (id.empty()) id = number;
  put(Field::id, id);
  if (!title.empty()) {
    put(Field::title, title);
  } else if (!category.empty() && !place.empty()) {
    put(Field::title, std::string(category) + ": " + std::string(place));
  } else {
    put(Field::title, !place.empty() ? place : !category.empty() ? category : id);
  }
  put(Field::begin_written, begin_iso_);
  put(Field::end_written, end_iso_);
  static constexpr std::pair<Role, Field> kPlain[] = {{Role::summary, Field::summary},
                                                      {Role::zone, Field::zone},
                                                      {Role::place, Field::place},
                                                      {Role::country, Field::country},
                                                      {Role::subtype, Field::subtype},
                                                      {Role::magnitude_note, Field::magnitude_note},
                                                      {Role::alleged_by, Field::says},
                                                      {Role::denied_by, Field::denies},
                                                      {Role::verify_note, Field::verify_note}};
  for (const auto& [role, target] : kPlain) put(target, field(record, role));
  const std::string_view actors = field(record, Role::actors), others = field(record, Role::actors2);
  if (others.empty() || actors.empty()) {
    put(Field::actors, actors.empty() ? others : actors);
  } else {
    put(Field::actors, std::string(actors) + "; " + std::string(others));
  }
  static constexpr std::pair<Role, Role> kSources[] = {{Role::source_name, Role::source_url},
                                                       {Role::source2_name, Role::source2_url}};
  for (const auto& [name_role, url_role] : kSources) {
    const std::string_view name = field(record, name_role), url = field(record, url_role);
    if (name.empty() && url.empty()) continue;
    put(Field::source_name, name.empty() ? host_of(url) : name);
    put(Field::source_url, url);
    if (name_role != Role::source_name) continue;
    put(Field::source_archive, field(record, Role::source_archive));
    put(Field::source_date, field(record, Role::source_date));
  }
  for (const auto& [column, target] : extras_) put(target, record.fields[static_cast<std::size_t>(column)]);
}

void EventRows::put_sides(const Record& record) {
  const auto row = static_cast<std::uint32_t>(batch_.when.size() - 1);
  const auto amount = [&](Role role) {
    const std::optional<double> value = number_of(field(record, role), rules_.place.decimal_comma);
    // -1, -9, -99 stand for "not recorded" in every layout that has them.
    return value && *value >= 0 ? *value : std::numeric_limits<double>::quiet_NaN();
  };
  if (rules_.roles.has(Role::magnitude_low) || rules_.roles.has(Role::magnitude_best) ||
      rules_.roles.has(Role::magnitude_high)) {
    const Magnitude m{amount(Role::magnitude_low), amount(Role::magnitude_best),
                      amount(Role::magnitude_high)};
    if (!std::isnan(m.low) || !std::isnan(m.best) || !std::isnan(m.high)) {
      const std::string_view said = field(record, Role::magnitude_type);
      const std::string unit(said.empty() ? std::string_view(rules_.roles.unit) : said);
      put(Field::magnitude_unit, unit);
      batch_.magnitudes.push_back({row, m, facts_.may_need_repair ? repaired_utf8(unit) : unit});
    }
  }
  if (std::isnan(batch_.lon.back())) return;
  std::optional<PlacePrecision> precision;
  const std::optional<double> metres = number_of(field(record, Role::radius), rules_.place.decimal_comma);
  if (metres && *metres > 0 && *metres < 2e7) {
    precision = PlacePrecision{PlaceKind::radius, static_cast<float>(*metres)};
  } else {
    precision = place_precision(field(record, Role::geo_precision), rules_.roles.codes);
  }
  if (!precision || precision->kind == PlaceKind::exact) return;
  batch_.places.push_back({row, *precision});
  if (precision->kind != PlaceKind::radius) put(Field::area, field(record, Role::area));
}

// Into shape_points_. What cannot be drawn is counted: a point stands for it.
bool EventRows::take_shape(const Record& record) {
  shape_points_.clear();
  std::string trouble = record.shape_trouble;
  if (trouble.empty() && record.shape == nullptr) return false;
  if (trouble.empty()) trouble = place_.take_shape(*record.shape, shape_points_);
  if (trouble.empty()) return true;
  if (shapes_left_++ == 0) first_shape_left_ = {record.row, std::move(trouble)};
  return false;
}

std::string EventRows::add(const Record& record, bool keep) {
  if (!record.trouble.empty()) return record.trouble;
  When when;
  std::string trouble = read_when(record, when);
  if (!trouble.empty()) return trouble;
  double lon = 0, lat = 0;
  trouble = place_.take(record, lon, lat);
  if (!trouble.empty()) return trouble;
  if (!when.zone_stated) ++zone_not_stated_;
  if (std::isnan(lon)) ++without_place_;
  const bool has_shape = !std::isnan(lon) && take_shape(record);
  if (!keep) return {};
  std::string_view category;
  batch_.category.push_back(category_of(record, category));
  batch_.when.push_back(when);
  batch_.lon.push_back(lon);
  batch_.lat.push_back(lat);
  batch_.status.push_back(status_of(field(record, Role::status)));
  batch_.unverified.push_back(is_true(field(record, Role::unverified)) ? 1 : 0);
  batch_.source_row.push_back(record.row);
  batch_.texts.begin_record();
  put_texts(record, category);
  put_sides(record);
  if (has_shape) {
    batch_.geometries.push_back({static_cast<std::uint32_t>(batch_.when.size() - 1),
                                 static_cast<std::uint32_t>(record.shape->parts.size()),
                                 static_cast<std::uint32_t>(shape_points_.size())});
    batch_.geometry_parts.insert(batch_.geometry_parts.end(), record.shape->parts.begin(),
                                 record.shape->parts.end());
    batch_.geometry_points.insert(batch_.geometry_points.end(), shape_points_.begin(), shape_points_.end());
    bytes_ += shape_points_.size() * sizeof(PlaceE7);
  }
  return {};
}

EventBatch EventRows::take() {
  batch_.category_ids = names_.category_ids;
  batch_.extra_names = names_.extra_names;
  bytes_ = 0;
  return std::exchange(batch_, {});
}

}  // namespace vidik
