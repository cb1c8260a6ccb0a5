#include "geo/outline.h"

#include <algorithm>
#include <tuple>

namespace vidik {

namespace {

struct Edge {
  Fixed2 a, b;  // in order
};

auto order(Fixed2 p) { return std::tuple(p.x, p.y); }
auto order(const Edge& e) { return std::tuple(e.a.x, e.a.y, e.b.x, e.b.y); }

// What stands there an odd number of times.
std::vector<Edge> edges_of(std::span<const Fixed2> triangles) {
  std::vector<Edge> all;
  all.reserve(triangles.size());
  for (std::size_t i = 0; i + 2 < triangles.size(); i += 3)
    for (const auto& [from, to] : {std::pair(i, i + 1), std::pair(i + 1, i + 2), std::pair(i + 2, i)}) {
      const Fixed2 a = triangles[from], b = triangles[to];
      if (a == b) continue;
      all.push_back(order(a) < order(b) ? Edge{a, b} : Edge{b, a});
    }
  std::sort(all.begin(), all.end(), [](const Edge& x, const Edge& y) { return order(x) < order(y); });
  std::vector<Edge> odd;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t same = i;
    while (same < all.size() && order(all[same]) == order(all[i])) ++same;
    if ((same - i) % 2 != 0) odd.push_back(all[i]);
    i = same;
  }
  return odd;
}

struct End {  // one of the two of an edge
  Fixed2 at;
  std::uint32_t edge;
};

}  // namespace

Outline outline_of(std::span<const Fixed2> triangles) {
  const std::vector<Edge> edges = edges_of(triangles);
  std::vector<End> ends;
  ends.reserve(edges.size() * 2);
  for (std::uint32_t i = 0; i < edges.size(); ++i) {
    ends.push_back({edges[i].a, i});
    ends.push_back({edges[i].b, i});
  }
  std::sort(ends.begin(), ends.end(), [](const End& x, const End& y) {
    return std::tuple(order(x.at), x.edge) < std::tuple(order(y.at), y.edge);
  });
  // Every place has an even number of ends, so each way that is begun comes back to where it began.
  std::vector<std::uint8_t> used(edges.size(), 0);
  const auto leave = [&](Fixed2 at) -> std::int64_t {
    auto it = std::lower_bound(ends.begin(), ends.end(), at,
                               [](const End& e, Fixed2 p) { return order(e.at) < order(p); });
    for (; it != ends.end() && it->at == at; ++it)
      if (used[it->edge] == 0) return it->edge;
    return -1;
  };
  Outline out;
  for (std::size_t first = 0; first < edges.size(); ++first) {
    if (used[first] != 0) continue;
    const Fixed2 begin = edges[first].a;
    Fixed2 at = begin;
    for (std::int64_t edge = static_cast<std::int64_t>(first); edge >= 0; edge = leave(at)) {
      const Edge& e = edges[static_cast<std::size_t>(edge)];
      used[static_cast<std::size_t>(edge)] = 1;
      out.points.push_back(at);
      at = e.a == at ? e.b : e.a;
      if (at == begin) break;
    }
    out.ring_ends.push_back(static_cast<std::uint32_t>(out.points.size()));
  }
  return out;
}

}  // namespace vidik
