// Lines of equal value in a grid, joined to rings.

#include "scene/heat_map.h"

#include <array>

namespace vidik {

namespace {

constexpr std::uint32_t kNone = ~0u;

// The sides of a cell that the line enters and leaves by, the higher values to its right: 0 top, 1 right, 2 bottom, 3 left.
// By its high corners: 1 the upper left, 2 the upper right, 4 the lower right, 8 the lower left. Of two that lie across
// (5 and 10) the line goes round each, or, where the middle of the cell is high, round the two low ones.
using Way = std::array<int, 2>;
constexpr std::array<Way, 16> kWays{{{},
                                     {3, 0},
                                     {0, 1},
                                     {3, 1},
                                     {1, 2},
                                     {},
                                     {0, 2},
                                     {3, 2},
                                     {2, 3},
                                     {2, 0},
                                     {},
                                     {2, 1},
                                     {1, 3},
                                     {1, 0},
                                     {0, 3},
                                     {}}};
constexpr std::array<Way, 2> kRoundHigh[2] = {{{{3, 0}, {1, 2}}}, {{{0, 1}, {2, 3}}}},
                             kRoundLow[2] = {{{{3, 2}, {1, 0}}}, {{{0, 3}, {2, 1}}}};

// Calls f(from, to) for each piece of line in the cell.
template <typename F>
void each_way(int high, bool middle_high, F&& f) {
  if (high == 0 || high == 15) return;
  if (high != 5 && high != 10) return f(kWays[static_cast<std::size_t>(high)]);
  for (const Way& way : (middle_high ? kRoundLow : kRoundHigh)[high == 10 ? 1 : 0]) f(way);
}

}  // namespace

void contour(const std::vector<float>& values, int cols, int rows, float level, HeatBand& out) {
  const auto value = [&](int col, int row) {
    return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(cols) +
                  static_cast<std::size_t>(col)];
  };
  // Sides of cells: the level ones first, then the upright ones, each under its upper left corner.
  const auto corners = static_cast<std::uint32_t>(cols) * static_cast<std::uint32_t>(rows);
  const auto side = [&](int col, int row, int which) {
    const auto at = [&](int c, int r) {
      return static_cast<std::uint32_t>(r) * static_cast<std::uint32_t>(cols) + static_cast<std::uint32_t>(c);
    };
    if (which == 0) return at(col, row);
    if (which == 2) return at(col, row + 1);
    return corners + (which == 3 ? at(col, row) : at(col + 1, row));
  };
  std::vector<std::uint32_t> next(2 * static_cast<std::size_t>(corners), kNone);
  std::vector<std::uint32_t> begun;
  for (int row = 0; row + 1 < rows; ++row)
    for (int col = 0; col + 1 < cols; ++col) {
      const float a = value(col, row), b = value(col + 1, row), c = value(col + 1, row + 1),
                  d = value(col, row + 1);
      const int high =
          (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
      each_way(high, (a + b + c + d) / 4 >= level, [&](const Way& way) {
        next[side(col, row, way[0])] = side(col, row, way[1]);
        begun.push_back(side(col, row, way[0]));
      });
    }
  const auto place = [&](std::uint32_t of) {
    const bool upright = of >= corners;
    const std::uint32_t at = upright ? of - corners : of;
    const int col = static_cast<int>(at % static_cast<std::uint32_t>(cols)),
              row = static_cast<int>(at / static_cast<std::uint32_t>(cols));
    const float v0 = value(col, row), v1 = upright ? value(col, row + 1) : value(col + 1, row);
    const float f = (level - v0) / (v1 - v0);
    return upright ? Px{static_cast<float>(col), static_cast<float>(row) + f}
                   : Px{static_cast<float>(col) + f, static_cast<float>(row)};
  };
  for (const std::uint32_t first : begun) {
    std::uint32_t at = first;
    while (next[at] != kNone) {
      out.points.push_back(place(at));
      const std::uint32_t on = next[at];
      next[at] = kNone;
      at = on;
    }
    const std::uint32_t before = out.ends.empty() ? 0 : out.ends.back();
    if (out.points.size() > before) out.ends.push_back(static_cast<std::uint32_t>(out.points.size()));
  }
}

}  // namespace vidik
