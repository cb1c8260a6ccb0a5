#pragma once
// A line that a name is set along, and where each of its letters stands on it.
//
// Units: px at 1x, degrees clockwise. Threads: pure. Errors: a name that the line is too short or too crooked for is not set.

#include "frame/draw_list.h"
#include "text/fonts.h"

#include <optional>
#include <span>
#include <vector>

namespace vidik {

struct PlacedLetter {
  std::uint32_t glyph = 0;
  Px by;  // from the label's place to the letter's origin on the baseline
  float angle_deg = 0;
  Px middle;  // from the label's place to the middle of what the letter takes
};

struct LetterRow {
  Px at;  // the line at the name's middle
  std::vector<PlacedLetter> letters;
  float turned = 0;  // degrees between its most different letters
  float tilt = 0;    // of the whole, -90 to 90
};

class NamePath {
 public:
  // At least two points; turned round where names along it would stand on their heads.
  explicit NamePath(std::vector<Px> points);
  float length() const { return along_.back(); }
  Px at(float along) const;  // held to the ends
  std::span<const Px> points() const { return points_; }
  float along(std::size_t point) const { return along_[point]; }
  // The line moved to its left (up, seen along it) by `by`.
  NamePath moved_up(float by) const;

 private:
  std::vector<Px> points_;
  std::vector<float> along_;
};

// The name with its middle at `middle`, its letters' feet on the line. None where it is too long for the line, where two neighbouring
// letters would turn too much against each other, or touch in a bend.
std::optional<LetterRow> letters_along(const NamePath& path, float middle, const Shaped& shaped,
                                       const TextStyle& style);

// The curve v = a + bu + cu² + du³ nearest to points, u scaled to -1…1 by `reach`.
struct CurveFit {
  double a = 0, b = 0, c = 0, d = 0, reach = 1;
  double at(double u) const {
    const double t = u / reach;
    return a + t * (b + t * (c + t * d));
  }
};
// `degree` 2 or 3; weights may be empty.
CurveFit fit_curve(std::span<const Px> points, std::span<const float> weights, int degree);

}  // namespace vidik
