#pragma once
// Which events stand together as one disc: the same events give the same clusters wherever the map is.
//
// Units: px of the map at a zoom step, counted from the world's corner, not from the view. Threads: pure.
// Cost: O(n * neighbours).

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

struct ClusterPoint {
  double x = 0, y = 0;
  int severity = 2;
  bool alone = false;  // never clusters: drawn by an overlay, opened by a click
};

struct Cluster {
  double x = 0, y = 0;
  float radius = 0;
  std::vector<std::uint32_t> members;  // ascending
  std::int32_t largest = -1;           // a member of severity >= 4 that shows on the rim
};

struct Grouping {
  std::vector<Cluster> clusters;
  std::vector<std::uint32_t> singles;  // ascending
};

inline constexpr double kClusterReach = 27;  // LOOK §6

double cluster_zoom(double zoom);  // the step that grouping happens at
float cluster_radius(std::size_t members);
Grouping group_points(std::span<const ClusterPoint> points, double reach = kClusterReach);

}  // namespace vidik
