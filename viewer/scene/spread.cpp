#include "scene/spread.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vidik {

namespace {

constexpr int kRounds = 40;
constexpr double kMostPushed = 26;
constexpr float kGap = 1.5f;  // px left between two rims

struct Pair {
  std::uint32_t a, b;
};

// Pairs that could ever meet, found along x.
std::vector<Pair> close_pairs(const std::vector<SpreadItem>& items) {
  std::vector<std::uint32_t> order(items.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return items[a].x < items[b].x; });
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < order.size(); ++i)
    for (std::size_t j = i + 1; j < order.size(); ++j) {
      const SpreadItem &a = items[order[i]], &b = items[order[j]];
      const double reach = a.radius + b.radius + 2 * kMostPushed;
      if (b.x - a.x > 40 + 2 * kMostPushed) break;
      if (std::hypot(b.x - a.x, b.y - a.y) < reach && !(a.fixed && b.fixed))
        pairs.push_back({std::min(order[i], order[j]), std::max(order[i], order[j])});
    }
  std::sort(pairs.begin(), pairs.end(), [](Pair p, Pair q) { return p.a != q.a ? p.a < q.a : p.b < q.b; });
  return pairs;
}

}  // namespace

void push_apart(std::vector<SpreadItem>& items) {
  const std::vector<Pair> pairs = close_pairs(items);
  for (int round = 0; round < kRounds; ++round) {
    bool moved = false;
    for (const auto& [i, j] : pairs) {
      SpreadItem &a = items[i], &b = items[j];
      double vx = b.x + b.dx - a.x - a.dx, vy = b.y + b.dy - a.y - a.dy;
      double apart = std::hypot(vx, vy);
      const double need = a.radius + b.radius + kGap;
      if (apart >= need) continue;
      if (apart < 1e-6) {  // one place: fan out by the golden angle, the same way every time
        const double angle = 2.399963229728653 * (i * 7 + j);
        vx = std::cos(angle), vy = std::sin(angle), apart = 1;
      }
      // The smaller one gives way.
      const double share = a.fixed ? 0 : b.fixed ? 1 : static_cast<double>(b.radius) / (a.radius + b.radius);
      const double by = (need - std::min(apart, need)) / apart * 0.6;
      a.dx -= vx * by * share, a.dy -= vy * by * share;
      b.dx += vx * by * (1 - share), b.dy += vy * by * (1 - share);
      for (SpreadItem* item : {&a, &b}) {
        const double far = std::hypot(item->dx, item->dy);
        if (far > item->most) item->dx *= item->most / far, item->dy *= item->most / far;
      }
      moved = true;
    }
    if (!moved) break;
  }
}

}  // namespace vidik
