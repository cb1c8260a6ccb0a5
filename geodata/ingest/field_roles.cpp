#include "ingest/field_roles.h"

#include "base/text.h"

#include <algorithm>

namespace vidik {
namespace {

struct RoleNames {
  Role role;
  std::string_view word;
  std::string_view columns;  // names that mean it, likeliest first
};

constexpr RoleNames kNames[] = {
    {Role::begin, "begin",
     "begin start start_date date_start start_time starttime startdate begin_date event_date eventdate date "
     "datum "
     "datetime date_time timestamp time when occurred occurred_at event_time day_of_event pocetak data"},
    {Role::end, "end", "end end_date date_end end_time endtime enddate finish until stop kraj"},
    {Role::month, "month", ""},
    {Role::day, "day", ""},
    {Role::date_precision, "date_precision", "date_precision time_precision precision"},
    {Role::ongoing, "ongoing", "ongoing"},
    {Role::zone, "zone", "zone timezone time_zone tz"},
    {Role::lon, "lon", "lon longitude lng long x lon_deg longitud geo_lon point_x"},
    {Role::lat, "lat", "lat latitude y lat_deg latitud geo_lat point_y"},
    {Role::point, "point",
     "point coordinates coordinate coords latlon lat_lon latlng lonlat lon_lat geom_wkt wkt wkt_geom "
     "geometry geom "
     "the_geom position georss_point"},
    {Role::geo_precision, "geo_precision", "geo_precision geoprecision place_precision"},
    {Role::radius, "radius", "radius radius_m uncertainty_m coordinate_uncertainty_m accuracy_m"},
    {Role::area, "area", "area_id iso_a2"},
    {Role::id, "id", "id event_id eventid uid uuid identifier"},
    {Role::title, "title", "title name headline label event naziv naslov"},
    {Role::summary, "summary", "summary description notes text details abstract desc opis"},
    {Role::category, "category", "category type event_type kind class kategorija"},
    {Role::subtype, "subtype", "subtype sub_type sub_event_type subcategory"},
    {Role::status, "status", "confidence status"},
    {Role::unverified, "unverified", "unverified"},
    {Role::verify_note, "verify_note", "verify_note"},
    {Role::magnitude_low, "magnitude_low", "magnitude_low low low_death low_estimate"},
    {Role::magnitude_best, "magnitude_best",
     "magnitude_best magnitude best best_death fatalities deaths killed"},
    {Role::magnitude_high, "magnitude_high", "magnitude_high high high_death high_estimate"},
    {Role::magnitude_type, "magnitude_type", "magnitude_type magnitude_unit unit"},
    {Role::magnitude_note, "magnitude_note", "magnitude_note"},
    {Role::place, "place", "place location place_name city town mesto"},
    {Role::country, "country", "country country_name drzava"},
    {Role::actors, "actors", "actors actor actor1 side_a"},
    {Role::actors2, "actors2", "actor2 side_b"},
    {Role::alleged_by, "alleged_by", "alleged_by"},
    {Role::denied_by, "denied_by", "denied_by"},
    {Role::source_name, "source_name", "source_name source source1_name"},
    {Role::source_url, "source_url", "source_url url link source1_url sourceurl href"},
    {Role::source_archive, "source_archive", "source_archive archive_url archive"},
    {Role::source_date, "source_date", "source_date"},
    {Role::source2_name, "source2_name", "source2_name"},
    {Role::source2_url, "source2_url", "source2_url"},
};

// Layouts with names of their own; a name here goes before those above.
struct Layout {
  std::string_view marks;  // it is this layout when all of these are there
  Codes codes;
  std::string_view unit;
  std::string_view roles;  // role=column …
};

constexpr Layout kLayouts[] = {
    {"date_start date_end date_prec where_prec dyad_name", Codes::ucdp, "deaths",
     "begin=date_start end=date_end date_precision=date_prec geo_precision=where_prec title=dyad_name "
     "category=type_of_violence place=where_coordinates actors=side_a actors2=side_b magnitude_low=low "
     "magnitude_best=best magnitude_high=high source_name=source_office source_date=source_date"},
    {"year month day type_of_violence side_a side_b", Codes::ucdp, "deaths",
     "begin=year month=month day=day title=conflict_name category=type_of_violence actors=side_a "
     "actors2=side_b"},
    {"event_id_cnty event_date geo_precision", Codes::acled, "deaths",
     "id=event_id_cnty begin=event_date date_precision=time_precision category=event_type "
     "subtype=sub_event_type "
     "actors=actor1 actors2=actor2 place=location magnitude_best=fatalities source_name=source "
     "summary=notes"},
    {"eventid iyear imonth iday", Codes::gtd, "deaths",
     "id=eventid begin=iyear month=imonth day=iday end=resolution geo_precision=specificity place=city "
     "country=country_txt category=attacktype1_txt subtype=weaptype1_txt actors=gname actors2=target1 "
     "magnitude_best=nkill source_name=scite1"},
    {"globaleventid sqldate actiongeo_lat actiongeo_long", Codes::gdelt, "",
     "id=globaleventid begin=sqldate lon=actiongeo_long lat=actiongeo_lat place=actiongeo_fullname "
     "country=actiongeo_countrycode category=eventrootcode subtype=eventcode actors=actor1name "
     "actors2=actor2name "
     "geo_precision=actiongeo_type source_url=sourceurl"},
};

std::string plain_name(std::string_view column) {
  std::string out = lower_ascii(trimmed(column));
  for (char& c : out) {
    if (c == ' ' || c == '-' || c == '.' || c == ':') c = '_';
  }
  return out;
}

class Names {
 public:
  explicit Names(const std::vector<std::string>& columns) {
    for (const std::string& column : columns) names_.push_back(plain_name(column));
  }
  int find(std::string_view name) const {
    const auto at = std::find(names_.begin(), names_.end(), name);
    return at == names_.end() ? -1 : static_cast<int>(at - names_.begin());
  }
  bool has_all(std::string_view marks) const {
    for (const std::string_view mark : split(marks, ' ')) {
      if (find(mark) < 0) return false;
    }
    return true;
  }

 private:
  std::vector<std::string> names_;
};

}  // namespace

std::string_view word_of(Role role) { return kNames[static_cast<std::size_t>(role)].word; }

std::optional<Role> role_named(std::string_view word) {
  for (const RoleNames& names : kNames) {
    if (names.word == word) return names.role;
  }
  return std::nullopt;
}

Roles guess_roles(const std::vector<std::string>& columns) {
  const Names names(columns);
  Roles roles;
  for (const Layout& layout : kLayouts) {
    if (!names.has_all(layout.marks)) continue;
    roles.codes = layout.codes;
    roles.unit = layout.unit;
    for (const std::string_view pair : split(layout.roles, ' ')) {
      const std::size_t at = pair.find('=');
      if (at == std::string_view::npos) continue;
      const std::optional<Role> role = role_named(pair.substr(0, at));
      if (role) roles[*role] = names.find(pair.substr(at + 1));
    }
    break;
  }
  std::vector<bool> taken(columns.size(), false);
  for (const int column : roles.column) {
    if (column >= 0) taken[static_cast<std::size_t>(column)] = true;
  }
  for (const RoleNames& row : kNames) {
    if (roles.has(row.role)) continue;
    for (const std::string_view name : split(row.columns, ' ')) {
      const int column = name.empty() ? -1 : names.find(name);
      if (column < 0 || taken[static_cast<std::size_t>(column)]) continue;
      roles[row.role] = column;
      taken[static_cast<std::size_t>(column)] = true;
      break;
    }
  }
  if (!roles.has(Role::begin) && names.find("year") >= 0) {
    roles[Role::begin] = names.find("year");
    roles[Role::month] = names.find("month");
    roles[Role::day] = names.find("day");
  }
  // Alone neither is a place.
  if (roles.has(Role::lon) != roles.has(Role::lat)) roles[Role::lon] = roles[Role::lat] = -1;
  if (roles.has(Role::lon)) roles[Role::point] = -1;
  return roles;
}

Result<> set_roles(const std::map<std::string, std::string>& said, const std::vector<std::string>& columns,
                   Roles& roles) {
  for (const auto& [word, column] : said) {
    const std::optional<Role> role = role_named(word);
    if (!role)
      return fail(Code::bad_usage,
                  "there is no role \"" + word + "\"; roles are begin, end, lon, lat, title, id, category …");
    if (column == "none") {
      roles[*role] = -1;
      if (*role == Role::begin) roles.timeless = true;
      continue;
    }
    const auto at = std::find(columns.begin(), columns.end(), column);
    if (at == columns.end())
      return fail(Code::bad_usage, "there is no column \"" + column + "\" for the role " + word);
    // A begin in one column ends year, month, day in three.
    if (*role == Role::begin) {
      roles[Role::month] = roles[Role::day] = -1;
      roles.timeless = false;
    }
    for (int& other : roles.column) {
      if (other == at - columns.begin()) other = -1;
    }
    roles[*role] = static_cast<int>(at - columns.begin());
  }
  if (said.count("month") != 0)
    roles[Role::month] =
        static_cast<int>(std::find(columns.begin(), columns.end(), said.at("month")) - columns.begin());
  if (said.count("day") != 0)
    roles[Role::day] =
        static_cast<int>(std::find(columns.begin(), columns.end(), said.at("day")) - columns.begin());
  for (const Role role : {Role::month, Role::day}) {
    if (roles[role] >= static_cast<int>(columns.size())) roles[role] = -1;
  }
  return Done{};
}

std::map<std::string, std::string> named(const Roles& roles, const std::vector<std::string>& columns) {
  std::map<std::string, std::string> out;
  for (const RoleNames& names : kNames) {
    const int column = roles[names.role];
    if (column >= 0) out[std::string(names.word)] = columns[static_cast<std::size_t>(column)];
  }
  return out;
}

}  // namespace vidik
