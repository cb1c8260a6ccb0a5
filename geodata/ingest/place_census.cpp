#include "ingest/place_census.h"

#include "base/text.h"
#include "ingest/date_column.h"

#include <cmath>

namespace vidik {
namespace {

bool is_possible(double lon, double lat) { return std::abs(lat) <= 90 && std::abs(lon) <= 360; }
// The Western Balkans and what is near: swapped it lies in Arabia.
bool is_in_region(double lon, double lat) { return lon >= 13 && lon <= 24 && lat >= 38 && lat <= 47; }

}  // namespace

void PlaceCensus::see_place(double x, double y) {
  if (!std::isfinite(x) || !std::isfinite(y) || (x == 0 && y == 0)) return;
  ++places_;
  if (!is_possible(x, y)) ++impossible_;
  if (is_possible(y, x)) ++possible_swapped_;
  if (is_in_region(x, y)) ++in_region_;
  if (is_in_region(y, x)) ++in_region_swapped_;
}

void PlaceCensus::see(const Record& record) {
  const auto text_of = [&](Role role) {
    return trimmed(record.fields[static_cast<std::size_t>(roles_[role])]);
  };
  if (roles_.has(Role::lon)) {
    const std::string_view lon = text_of(Role::lon), lat = text_of(Role::lat);
    for (const std::string_view text : {lon, lat}) {
      if (!number_of(text, true)) continue;
      if (text.find(',') != std::string_view::npos)
        ++commas_;
      else if (text.find('.') != std::string_view::npos)
        ++points_;
    }
    const std::optional<double> x = number_of(lon, true), y = number_of(lat, true);
    if (x && y) see_place(*x, *y);
  } else if (roles_.has(Role::point)) {
    const std::string_view text = text_of(Role::point);
    if (is_no_value(text)) return;
    const std::optional<NumberPair> pair = pair_of(text, false);
    if (!pair) return;
    if (pair->is_wkt) {
      see_place(pair->first, pair->second);
      return;
    }
    if (pairs_++ == 0) example_ = text;
    if (std::abs(pair->first) > 90) ++first_beyond_;
    if (std::abs(pair->second) > 90) ++second_beyond_;
  } else {
    see_place(record.lon, record.lat);
  }
}

bool PlaceCensus::looks_projected() const {
  return places_ > 0 && impossible_ * 2 > places_ && possible_swapped_ * 2 <= places_;
}

bool PlaceCensus::looks_swapped() const {
  if (places_ == 0) return false;
  if (impossible_ * 2 > places_ && possible_swapped_ * 2 > places_) return true;
  return in_region_swapped_ * 10 >= places_ * 9 && in_region_ * 10 < places_;
}

}  // namespace vidik
