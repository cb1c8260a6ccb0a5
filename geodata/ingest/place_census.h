#pragma once
// Looks at the places of a layer's first rows: degrees or not, swapped or not, points or commas.
//
// Units: as written. Errors: none.

#include "ingest/row_place.h"

namespace vidik {

class PlaceCensus {
 public:
  explicit PlaceCensus(const Roles& roles) : roles_(roles) {}
  void see(const Record& record);

  bool decimal_comma() const { return commas_ > 0 && points_ == 0; }
  bool decimal_is_open() const { return commas_ > 0 && points_ > 0; }
  bool looks_swapped()
      const;  // as columns are named most places cannot be, or all of them leave the region for another sea
  bool looks_projected() const;  // most places are no degrees at all
  bool pair_order_is_open() const { return pairs_ > 0 && (first_beyond_ > 0) == (second_beyond_ > 0); }
  PointOrder pair_order() const { return second_beyond_ > 0 ? PointOrder::lat_lon : PointOrder::lon_lat; }
  std::string example() const { return example_; }

 private:
  void see_place(double x, double y);
  Roles roles_;
  std::uint64_t places_ = 0, impossible_ = 0, possible_swapped_ = 0, in_region_ = 0, in_region_swapped_ = 0;
  std::uint64_t commas_ = 0, points_ = 0, pairs_ = 0, first_beyond_ = 0, second_beyond_ = 0;
  std::string example_;
};

}  // namespace vidik
