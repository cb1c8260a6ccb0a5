#pragma once
// Where a record says it happened: numbers in two columns, both in one text, or the shape the source gave.
//
// Units: degrees, WGS 84 after `transform`. Errors: take() answers the reason in words; a missing place is
// none (NaN).

#include "ingest/field_roles.h"
#include "ingest/record.h"
#include "store/event.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

enum class PointOrder : std::uint8_t { lon_lat, lat_lon };

struct PlaceRules {
  bool swapped = false;                          // the column called lon holds latitudes
  PointOrder point_order = PointOrder::lon_lat;  // of a pair in one text; WKT is always lon lat
  bool decimal_comma = false;
  std::function<bool(double&, double&)> transform;  // into degrees; empty = they are degrees
};

// A number as people write it: 20.46, 20,46 when commas are decimal, surrounding blanks.
std::optional<double> number_of(std::string_view text, bool decimal_comma);

// "44.8, 20.4", "44.8 20.4", "POINT (20.4 44.8)": first and second number; `is_wkt` for the last.
struct NumberPair {
  double first, second;
  bool is_wkt;
};
std::optional<NumberPair> pair_of(std::string_view text, bool decimal_comma);

class RowPlace {
 public:
  RowPlace(const Roles& roles, PlaceRules rules) : roles_(roles), rules_(std::move(rules)) {}
  std::string take(const Record& record, double& lon, double& lat);
  // The points of a record's shape by the same rules; the answer is empty or says why they cannot be had.
  std::string take_shape(const RecordShape& shape, std::vector<PlaceE7>& points) const;
  std::uint64_t at_zero() const { return at_zero_; }  // 0, 0 is a missing place, not one off Ghana

 private:
  Roles roles_;
  PlaceRules rules_;
  std::uint64_t at_zero_ = 0;
};

// How well the place is known, by the code or word of the layout; nothing = not said.
std::optional<PlacePrecision> place_precision(std::string_view code, Codes codes);

}  // namespace vidik
