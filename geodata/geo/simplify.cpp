#include "geo/simplify.h"

#include <limits>

namespace vidik {
namespace {

std::int32_t snapped(std::int32_t value, std::int32_t grid) {
  const std::int64_t g = grid;
  const std::int64_t up = std::int64_t{value} + g / 2;
  std::int64_t on = (up >= 0 ? up / g : -((-up + g - 1) / g)) * g;  // floor
  if (on > std::numeric_limits<std::int32_t>::max()) on -= g;       // the grid's last line inside the world
  return static_cast<std::int32_t>(on);
}

// A product of two differences of int32 needs 66 bits.
__extension__ using Wide = __int128;

Wide cross(Fixed2 a, Fixed2 b, Fixed2 c) {
  const Wide abx = Wide{b.x} - a.x, aby = Wide{b.y} - a.y;
  const Wide bcx = Wide{c.x} - b.x, bcy = Wide{c.y} - b.y;
  return abx * bcy - aby * bcx;
}

bool goes_on(Fixed2 a, Fixed2 b, Fixed2 c) {
  const Wide dot = (Wide{b.x} - a.x) * (Wide{c.x} - b.x) + (Wide{b.y} - a.y) * (Wide{c.y} - b.y);
  return cross(a, b, c) == 0 && dot > 0;
}

}  // namespace

Fixed2 snapped(Fixed2 point, std::int32_t grid) { return {snapped(point.x, grid), snapped(point.y, grid)}; }

void simplify_ring(std::span<const Fixed2> ring, std::int32_t grid, std::vector<Fixed2>& out) {
  const std::size_t first = out.size();
  const auto kept = [&] { return out.size() - first; };
  for (const Fixed2& point : ring) {
    const Fixed2 p = snapped(point, grid);
    // A middle point on the line of its neighbours holds no area, whether the ring goes on or turns back there.
    while (kept() >= 2 && cross(out[out.size() - 2], out.back(), p) == 0) out.pop_back();
    if (kept() == 0 || out.back() != p) out.push_back(p);
  }
  // The same where the end meets the beginning.
  for (bool again = true; again && kept() >= 3;) {
    again = false;
    const std::size_t last = out.size() - 1;
    if (out[last] == out[first] || cross(out[last - 1], out[last], out[first]) == 0) {
      out.pop_back();
      again = true;
    } else if (cross(out[last], out[first], out[first + 1]) == 0) {
      out.erase(out.begin() + static_cast<std::ptrdiff_t>(first));
      again = true;
    }
  }
  if (kept() < 3) out.resize(first);
}

void simplify_line(std::span<const Fixed2> line, std::int32_t grid, std::vector<Fixed2>& out) {
  const std::size_t first = out.size();
  const auto kept = [&] { return out.size() - first; };
  for (const Fixed2& point : line) {
    const Fixed2 p = snapped(point, grid);
    if (kept() > 0 && out.back() == p) continue;
    while (kept() >= 2 && goes_on(out[out.size() - 2], out.back(), p)) out.pop_back();
    out.push_back(p);
  }
  if (kept() < 2) out.resize(first);
}

}  // namespace vidik
