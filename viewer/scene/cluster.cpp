#include "scene/cluster.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace vidik {

namespace {

constexpr double kPileReach = 14;      // px in which large symbols cannot be told apart by pushing
constexpr std::size_t kMostApart = 3;  // so many of them still can
constexpr std::size_t kLeast = 3;      // LOOK §6: 3 or more events

// Points by square cells, so that neighbours are found without looking at all.
class Cells {
 public:
  Cells(std::span<const ClusterPoint> points, double size) : points_(points), size_(size) {
    for (std::uint32_t i = 0; i < points.size(); ++i)
      cells_[key(cell(points[i].x), cell(points[i].y))].push_back(i);
  }
  template <typename F>
  void near(double x, double y, double reach, F&& f) const {
    const std::int64_t cx = cell(x), cy = cell(y);
    for (std::int64_t dy = -1; dy <= 1; ++dy)
      for (std::int64_t dx = -1; dx <= 1; ++dx) {
        const auto found = cells_.find(key(cx + dx, cy + dy));
        if (found == cells_.end()) continue;
        for (const std::uint32_t j : found->second)
          if (std::hypot(points_[j].x - x, points_[j].y - y) <= reach) f(j);
      }
  }

 private:
  std::int64_t cell(double v) const { return static_cast<std::int64_t>(std::floor(v / size_)); }
  static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return static_cast<std::uint64_t>(x) << 32 ^ (static_cast<std::uint64_t>(y) & 0xffffffffu);
  }
  std::span<const ClusterPoint> points_;
  double size_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;  // only looked up, never walked
};

// Severity >= 4 stands alone unless so many are at one place that pushing could not part them.
std::vector<bool> joinable(std::span<const ClusterPoint> points, const Cells& cells) {
  std::vector<bool> may(points.size());
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    if (points[i].alone) continue;
    std::size_t large = 0;
    if (points[i].severity >= 4)
      cells.near(points[i].x, points[i].y, kPileReach,
                 [&](std::uint32_t j) { large += !points[j].alone && points[j].severity >= 4; });
    may[i] = large <= kMostApart ? points[i].severity < 4 : true;
  }
  return may;
}

void settle(Cluster& c, std::span<const ClusterPoint> points) {
  std::sort(c.members.begin(), c.members.end());
  c.x = c.y = 0;
  c.largest = -1;
  for (const std::uint32_t i : c.members) {
    c.x += points[i].x;
    c.y += points[i].y;
    if (points[i].severity >= 4 &&
        (c.largest < 0 || points[i].severity > points[static_cast<std::size_t>(c.largest)].severity))
      c.largest = static_cast<std::int32_t>(i);
  }
  c.x /= static_cast<double>(c.members.size());
  c.y /= static_cast<double>(c.members.size());
  c.radius = cluster_radius(c.members.size());
}

// Discs that would cover one another become one.
void merge_touching(std::vector<Cluster>& clusters, std::span<const ClusterPoint> points) {
  for (bool again = true; again;) {
    again = false;
    for (std::size_t a = 0; a < clusters.size(); ++a)
      for (std::size_t b = a + 1; b < clusters.size();) {
        const double apart = std::hypot(clusters[a].x - clusters[b].x, clusters[a].y - clusters[b].y);
        if (apart >= clusters[a].radius + clusters[b].radius - 1) {
          ++b;
          continue;
        }
        clusters[a].members.insert(clusters[a].members.end(), clusters[b].members.begin(),
                                   clusters[b].members.end());
        clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(b));
        settle(clusters[a], points);
        b = a + 1;
        again = true;
      }
  }
}

}  // namespace

double cluster_zoom(double zoom) { return std::round(zoom * 4) / 4; }

float cluster_radius(std::size_t members) {
  return std::min(20.0f, 8.6f + 2.35f * std::log2(static_cast<float>(members)));
}

Grouping group_points(std::span<const ClusterPoint> points, double reach) {
  Grouping result;
  const Cells cells(points, reach);
  const std::vector<bool> may = joinable(points, cells);
  std::vector<std::uint32_t> around(points.size(), 0);
  for (std::uint32_t i = 0; i < points.size(); ++i)
    if (may[i]) cells.near(points[i].x, points[i].y, reach, [&](std::uint32_t j) { around[i] += may[j]; });
  // The busiest places first, so that a town's events gather round the town.
  std::vector<std::uint32_t> order(points.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return around[a] > around[b]; });
  std::vector<bool> taken(points.size());
  for (const std::uint32_t i : order) {
    if (!may[i] || taken[i]) continue;
    Cluster c;
    cells.near(points[i].x, points[i].y, reach, [&](std::uint32_t j) {
      if (may[j] && !taken[j]) c.members.push_back(j);
    });
    if (c.members.size() < kLeast) continue;
    for (const std::uint32_t j : c.members) taken[j] = true;
    settle(c, points);
    result.clusters.push_back(std::move(c));
  }
  merge_touching(result.clusters, points);
  // What would lie under a disc joins it.
  for (std::uint32_t i = 0; i < points.size(); ++i) {
    if (taken[i] || !may[i]) continue;
    for (Cluster& c : result.clusters)
      if (std::hypot(c.x - points[i].x, c.y - points[i].y) < c.radius) {
        c.members.push_back(i);
        taken[i] = true;
        break;
      }
  }
  for (Cluster& c : result.clusters) settle(c, points);
  merge_touching(result.clusters, points);
  for (std::uint32_t i = 0; i < points.size(); ++i)
    if (!taken[i]) result.singles.push_back(i);
  std::sort(result.clusters.begin(), result.clusters.end(),
            [](const Cluster& a, const Cluster& b) { return a.members.front() < b.members.front(); });
  return result;
}

}  // namespace vidik
