#include "ingest/row_place.h"

#include "base/number.h"
#include "base/text.h"
#include "ingest/date_column.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace vidik {
namespace {

constexpr double kMostLon = 540;

std::string quoted(std::string_view text) {
  return "\"" + repaired_utf8(text.substr(0, 60)) + (text.size() > 60 ? "…\"" : "\"");
}

std::string no_number(std::string_view column, std::string_view text) {
  return std::string(column) + ": " + quoted(text) + " is not a finite number";
}

// Turns each place to within half a turn of the one before. The answer is what all are still to be moved by, NaN (and
// nothing turned) when they reach too far round.
double shape_turns(std::vector<RecordShape::Place>& places) {
  constexpr double kMostKept = 214;  // GeometryView's
  std::vector<RecordShape::Place> turned = places;
  double west = turned[0].x, east = west;
  for (std::size_t i = 1; i < turned.size(); ++i) {
    turned[i].x = turned[i - 1].x + std::remainder(turned[i].x - turned[i - 1].x, 360.0);
    west = std::min(west, turned[i].x);
    east = std::max(east, turned[i].x);
  }
  const double by = -360 * std::round((west + east) / 2 / 360);
  if (west + by < -kMostKept || east + by > kMostKept) return std::numeric_limits<double>::quiet_NaN();
  places = std::move(turned);
  return by;
}

}  // namespace

std::optional<double> number_of(std::string_view text, bool decimal_comma) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  if (text.find(',') == std::string_view::npos) return parse_double(text);
  if (!decimal_comma || text.size() > 40) return std::nullopt;
  std::string out;
  for (const char c : text) {
    if (c == '.') continue;  // 1.079,5: thousands
    out += c == ',' ? '.' : c;
  }
  return parse_double(out);
}

std::optional<NumberPair> pair_of(std::string_view text, bool decimal_comma) {
  text = trimmed(text);
  NumberPair pair{0, 0, false};
  if (lower_ascii(text.substr(0, 5)) == "point") {
    const std::size_t open = text.find('('), close = text.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open)
      return std::nullopt;
    text = trimmed(text.substr(open + 1, close - open - 1));
    pair.is_wkt = true;
    decimal_comma = false;
  }
  const std::size_t at = text.find_first_of(pair.is_wkt ? " " : decimal_comma ? "; " : ",; ");
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view second = text.substr(at);
  while (!second.empty() && (second.front() == ' ' || second.front() == ',' || second.front() == ';'))
    second.remove_prefix(1);
  if (pair.is_wkt) second = second.substr(0, second.find(' '));  // a height may follow
  const std::optional<double> a = number_of(text.substr(0, at), decimal_comma),
                              b = number_of(second, decimal_comma);
  if (!a || !b) return std::nullopt;
  pair.first = *a;
  pair.second = *b;
  return pair;
}

std::string RowPlace::take(const Record& record, double& lon, double& lat) {
  lon = record.lon;
  lat = record.lat;
  const auto text_of = [&](Role role) {
    const int column = roles_[role];
    return column < 0 ? std::string_view() : trimmed(record.fields[static_cast<std::size_t>(column)]);
  };
  if (roles_.has(Role::lon)) {
    const std::string_view lon_text = text_of(Role::lon), lat_text = text_of(Role::lat);
    // "0" is a number here, unlike in a date.
    const bool no_lon = lon_text != "0" && is_no_value(lon_text),
               no_lat = lat_text != "0" && is_no_value(lat_text);
    if (!no_lon && !no_lat) {
      const std::optional<double> x = number_of(lon_text, rules_.decimal_comma);
      if (!x) return no_number("lon", lon_text);
      const std::optional<double> y = number_of(lat_text, rules_.decimal_comma);
      if (!y) return no_number("lat", lat_text);
      lon = *x;
      lat = *y;
    }
  } else if (roles_.has(Role::point) && !is_no_value(text_of(Role::point))) {
    const std::optional<NumberPair> pair = pair_of(text_of(Role::point), rules_.decimal_comma);
    if (!pair) return "the place " + quoted(text_of(Role::point)) + " is not a pair of numbers";
    lon = pair->first;
    lat = pair->second;
    if (!pair->is_wkt && rules_.point_order == PointOrder::lat_lon) std::swap(lon, lat);
  }
  if (std::isnan(lon) && std::isnan(lat)) return {};
  if (!std::isfinite(lon) || !std::isfinite(lat)) return "the place is not finite";
  if (rules_.swapped) std::swap(lon, lat);
  if (lon == 0 && lat == 0) {
    ++at_zero_;
    lon = lat = std::numeric_limits<double>::quiet_NaN();
    return {};
  }
  if (rules_.transform && (!rules_.transform(lon, lat) || !std::isfinite(lon) || !std::isfinite(lat))) {
    return "the place cannot be turned into degrees";
  }
  if (std::abs(lat) > 90) return "the latitude " + shortest(lat) + " is beyond 90 degrees";
  if (lon > 180 || lon < -180) {
    // One and a half turns, as in the store: files with 0…360 and tracks across 180° are common. What lies farther out
    // has lost its decimal point or is in another unit, and wrapping it would invent a place.
    if (std::abs(lon) > kMostLon)
      return "the longitude " + shortest(lon) + " is not between -180 and 180 degrees";
    lon = std::remainder(lon, 360.0);
  }
  return {};
}

std::string RowPlace::take_shape(const RecordShape& shape, std::vector<PlaceE7>& points) const {
  std::vector<RecordShape::Place> places = shape.points;
  for (RecordShape::Place& p : places) {
    if (rules_.swapped) std::swap(p.x, p.y);
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return "a place in it is not finite";
    if (rules_.transform && (!rules_.transform(p.x, p.y) || !std::isfinite(p.x) || !std::isfinite(p.y)))
      return "not all of it can be turned into degrees";
    if (std::abs(p.y) > 90) return "a latitude in it is beyond 90 degrees";
    if (std::abs(p.x) > kMostLon) return "a longitude in it is not between -180 and 180 degrees";
  }
  // From each point to the next the short way round, so that what crosses the date line stays whole; what reaches too far
  // round for that is taken as it is written.
  const double before = shape_turns(places);
  for (const RecordShape::Place& p : places) {
    const double lon = std::isnan(before) ? std::remainder(p.x, 360.0) : p.x + before;
    points.push_back({static_cast<std::int32_t>(std::lround(lon * 1e7)),
                      static_cast<std::int32_t>(std::lround(p.y * 1e7))});
  }
  return {};
}

std::optional<PlacePrecision> place_precision(std::string_view code, Codes codes) {
  const auto radius = [](float metres) { return PlacePrecision{PlaceKind::radius, metres}; };
  const int number = code.size() == 1 && code[0] >= '0' && code[0] <= '9' ? code[0] - '0' : -1;
  switch (codes) {
    case Codes::words: {
      const std::string word = lower_ascii(code);
      if (word == "exact") return PlacePrecision{};
      if (word == "site") return radius(300);
      if (word == "town") return radius(3000);
      if (word == "area") return radius(5000);
      if (word == "municipality") return PlacePrecision{PlaceKind::municipality, 0};
      if (word == "country") return PlacePrecision{PlaceKind::country, 0};
      return std::nullopt;
    }
    // UCDP: 2 is "within about 25 km"; the districts and regions of 3 to 5 have no outline of ours: their
    // usual sizes.
    case Codes::ucdp: {
      static constexpr std::array<float, 8> kMetres = {0, 300, 25'000, 25'000, 75'000, 75'000, 0, 200'000};
      if (number == 6) return PlacePrecision{PlaceKind::country, 0};
      if (number < 1 || number > 7) return std::nullopt;
      return radius(kMetres[static_cast<std::size_t>(number)]);
    }
    case Codes::acled:
      if (number < 1 || number > 3) return std::nullopt;
      return radius(number == 1 ? 3000.0F : number == 2 ? 15'000.0F : 75'000.0F);
    case Codes::gtd:
      if (number < 1 || number > 4) return std::nullopt;
      return radius(number == 1 ? 3000.0F : number == 2 ? 15'000.0F : 75'000.0F);
    case Codes::gdelt:
      if (number == 1) return PlacePrecision{PlaceKind::country, 0};
      if (number == 3 || number == 4) return radius(5000);
      if (number == 2 || number == 5) return radius(75'000);
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace vidik
