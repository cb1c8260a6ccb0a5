#include "scene/taken.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kCell = 64;

std::int32_t cell_of(float v) { return static_cast<std::int32_t>(std::floor(v / kCell)); }

float common_area(const Box2& a, const Box2& b) {
  const float w = std::min(a.x + a.w, b.x + b.w) - std::max(a.x, b.x);
  const float h = std::min(a.y + a.h, b.y + b.h) - std::max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

}  // namespace

template <typename F>
void TakenBoxes::each_cell(const Box2& box, F&& f) const {
  for (std::int32_t y = cell_of(box.y); y <= cell_of(box.y + box.h); ++y)
    for (std::int32_t x = cell_of(box.x); x <= cell_of(box.x + box.w); ++x)
      f(static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32 | static_cast<std::uint32_t>(y));
}

void TakenBoxes::add(const Box2& box) {
  if (box.w <= 0 || box.h <= 0 || box.w > 1e5f || box.h > 1e5f) return;
  const auto id = static_cast<std::uint32_t>(boxes_.size());
  boxes_.push_back(box);
  each_cell(box, [&](std::uint64_t cell) { cells_[cell].push_back(id); });
}

bool TakenBoxes::free(const Box2& box) const {
  bool is_free = true;
  each_cell(box, [&](std::uint64_t cell) {
    const auto found = cells_.find(cell);
    if (found == cells_.end()) return;
    for (const std::uint32_t id : found->second) is_free = is_free && common_area(boxes_[id], box) == 0;
  });
  return is_free;
}

float TakenBoxes::overlap(const Box2& box) const {
  std::vector<std::uint32_t> near;
  each_cell(box, [&](std::uint64_t cell) {
    const auto found = cells_.find(cell);
    if (found != cells_.end()) near.insert(near.end(), found->second.begin(), found->second.end());
  });
  std::sort(near.begin(), near.end());
  near.erase(std::unique(near.begin(), near.end()), near.end());
  float area = 0;
  for (const std::uint32_t id : near) area += common_area(boxes_[id], box);
  return area;
}

void add_line_boxes(const Box2& map, std::span<const Px> line, std::vector<Box2>& boxes) {
  constexpr float kStep = 10, kHalf = 4;
  constexpr int kMostBoxes = 400;
  int made = 0;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const Px a = line[i], b = line[i + 1];
    const float length = std::min(std::hypot(b.x - a.x, b.y - a.y), 4000.0f);
    const int steps = std::max(1, static_cast<int>(length / kStep));
    for (int k = 0; k <= steps && made < kMostBoxes; ++k) {
      const float t = static_cast<float>(k) / static_cast<float>(steps);
      const Px at{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
      if (!map.contains(at.x, at.y)) continue;
      boxes.push_back({at.x - kHalf, at.y - kHalf, 2 * kHalf, 2 * kHalf});
      ++made;
    }
  }
}

}  // namespace vidik
