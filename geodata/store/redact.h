#pragma once
// A layer with what must not leave the program taken out: every reader of the new layer sees only that.
//
// Units: degrees, km, metres. Threads: pure. Errors: none; what can be no place is left without one.
// Cost: O(rows), their text and geometry. Same layer, same redaction, same result.
//
// grid: a place becomes the middle of its cell. Rows of cells are grid_km high from the equator on; each row has as many
// cells round the earth as are at least grid_km wide at their middle. What was known no better than within r metres is
// then known within half the cell's diagonal + r: the circle covers the true place. Lines and rings go from middle to middle.
// Texts: the name of the place and columns kept as text go with the exact place; any other text that gives coordinates
// (a number with two decimals or more that is the event's own, degrees with a sign, two numbers as a pair) is withheld whole.
// Other texts may still name a place in words: nobody can know.

#include "base/redaction.h"
#include "store/layer.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

inline constexpr double kElsewhereGridKm = 25;  // municipalities: where there is none

// A place on which all places of one area are put.
struct AreaPlace {
  double lon = 0, lat = 0;
  std::string name;
};
using AreaAt = std::function<std::optional<AreaPlace>(double lon, double lat)>;

struct RedactedLayer {
  LayerRef layer;
  std::uint64_t too_young = 0;       // rows left out
  std::uint64_t texts_withheld = 0;  // because they give coordinates
};

// `how.as_of` must be there where `how.hide_hours` is. `area_at` is asked for how.municipalities; it may be empty.
RedactedLayer redacted(const Layer& layer, const Redaction& how, const AreaAt& area_at = {});

// The middle of the cell that a place lies in, and how far from there its farthest corner is.
struct GridCell {
  double lon = 0, lat = 0, reach_m = 0;
};
GridCell grid_cell(double lon, double lat, double grid_km);

// What Redaction::drop may name beside columns kept as text.
std::vector<std::string_view> droppable_fields();
bool gives_place(std::string_view text, double lon, double lat);

}  // namespace vidik
