#pragma once
// Cuts what reaches over the edge: lines to the pieces inside a box, areas to the part inside it.
//
// Units: any plane ones, in doubles, because the world is millions of px wide where the view is near. Threads: any.
// Errors: none; what is not finite is not inside. Cost: O(points).

#include "export/vector_sink.h"

#include <span>
#include <utility>
#include <vector>

namespace vidik {

struct PagePoint {  // on the page, px
  double x = 0, y = 0;
  bool operator==(const PagePoint&) const = default;
};
struct PageBox {  // edges
  double west = 0, north = 0, east = 0, south = 0;
  bool empty() const { return !(west < east && north < south); }
  PageBox grown(double by) const { return {west - by, north - by, east + by, south + by}; }
  bool holds(const PageBox& other) const {
    return other.west >= west && other.east <= east && other.north >= north && other.south <= south;
  }
  bool meets(const PageBox& other) const {
    return other.west <= east && other.east >= west && other.north <= south && other.south >= north;
  }
  bool operator==(const PageBox&) const = default;
};
PageBox page_box(const Box2& box);
PageBox intersection(const PageBox& a, const PageBox& b);
PageBox bounds_of(std::span<const PagePoint> points);

using PageLine = std::vector<PagePoint>;
// A line, and how far along the one it was cut from it begins.
struct CutLine {
  PageLine points;
  double begin = 0;
};
// Appends the pieces inside `box`.
void cut_line(std::span<const PagePoint> line, const PageBox& box, std::vector<CutLine>& out);
// The part of a ring (not closed) inside `box`; by the even-odd rule right for several rings at once too. May be empty.
PageLine cut_ring(std::span<const PagePoint> ring, const PageBox& box);

// Curves as lines that are nowhere more than 0.02 px off: one an opened or closed piece of the path.
struct FlatPiece {
  PageLine points;
  bool closed = false;
};
std::vector<FlatPiece> flattened(const VectorPath& path);
PageBox bounds_of(const VectorPath& path);  // of its points and control points

void append_line(std::span<const PagePoint> line, bool closed, VectorPath& path);

}  // namespace vidik
