#include "scene/land_shape.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace vidik {

namespace {

constexpr double kLong = 1.35;          // as long as wide, to have a way along
constexpr double kMostSlope = 0.3;      // of a curve against its own direction
constexpr double kMostArch = 0.09;      // of its length
constexpr double kThin = 0.12;          // of the widest: where an area is thinner its line ends
constexpr double kTowardsMiddle = 0.4;  // what a step away from the centre of mass costs
constexpr int kPoints = 33;

}  // namespace

bool LandShape::land(int row, int column) const {
  constexpr int kSide = LandMask::kSide;
  return row >= 0 && column >= 0 && row < kSide && column < kSide &&
         mask_.cells_[static_cast<std::size_t>(row * kSide + column)];
}

Unit2 LandShape::unit_of(double x, double y) const {
  return {(mask_.west_ + (column_ + 0.5) * mask_.cell_w_ + x + 2147483648.0) / 4294967296.0,
          (mask_.north_ + (row_ + 0.5) * mask_.cell_h_ + y + 2147483648.0) / 4294967296.0};
}

void LandShape::find(double steepest) {
  find_middle();
  mask_.middle_ = unit_of(0, 0);
  mask_.lines_.clear();
  find_body();
  if (body_.size() < 12) return;
  double x = 0, y = 0, xx = 0, xy = 0, yy = 0;
  const auto count = static_cast<double>(body_.size());
  for (const Cell& c : body_) x += c.x, y += c.y;
  x /= count, y /= count;
  for (const Cell& c : body_)
    xx += (c.x - x) * (c.x - x), xy += (c.x - x) * (c.y - y), yy += (c.y - y) * (c.y - y);
  const double half = (xx + yy) / 2, root = std::hypot((xx - yy) / 2, xy);
  const double longer = std::sqrt((half + root) / std::max(half - root, 1e-9));
  const double angle = 0.5 * std::atan2(2 * xy, xx - yy);  // -90 to 90 degrees
  if (longer >= kLong && std::abs(angle) * 180 / std::numbers::pi <= steepest) {
    std::vector<Unit2> line = line_at(angle);
    if (!line.empty()) mask_.lines_.push_back(std::move(line));
  }
  std::vector<Unit2> level = line_at(0);
  if (!level.empty()) mask_.lines_.push_back(std::move(level));
}

void LandShape::find_middle() {
  // How far each cell is from the nearest outside, in two sweeps.
  constexpr int kSide = LandMask::kSide, kRow = kSide + 2;
  std::vector<double> far(static_cast<std::size_t>(kRow) * kRow, 0);
  const auto cell = [&](int r, int c) -> double& {
    return far[static_cast<std::size_t>((r + 1) * kRow + c + 1)];
  };
  double sum_x = 0, sum_y = 0, count = 0;
  for (int r = 0; r < kSide; ++r)
    for (int c = 0; c < kSide; ++c)
      if (land(r, c)) cell(r, c) = 1e30, sum_x += c, sum_y += r, ++count;
  const double w = mask_.cell_w_, h = mask_.cell_h_, across = std::hypot(w, h);
  for (int r = 0; r < kSide; ++r)
    for (int c = 0; c < kSide; ++c)
      cell(r, c) = std::min({cell(r, c), cell(r - 1, c) + h, cell(r, c - 1) + w, cell(r - 1, c - 1) + across,
                             cell(r - 1, c + 1) + across});
  for (int r = kSide - 1; r >= 0; --r)
    for (int c = kSide - 1; c >= 0; --c)
      cell(r, c) = std::min({cell(r, c), cell(r + 1, c) + h, cell(r, c + 1) + w, cell(r + 1, c + 1) + across,
                             cell(r + 1, c - 1) + across});
  double best = -1e30;
  row_ = column_ = kSide / 2;
  for (int r = 0; r < kSide; ++r)
    for (int c = 0; c < kSide; ++c) {
      if (cell(r, c) <= 0) continue;
      const double off = std::hypot((c - sum_x / count) * w, (r - sum_y / count) * h);
      const double worth = cell(r, c) - kTowardsMiddle * off;
      if (worth > best) best = worth, row_ = r, column_ = c;
    }
}

void LandShape::find_body() {
  constexpr int kSide = LandMask::kSide;
  body_.clear();
  if (!land(row_, column_)) return;
  std::vector<bool> seen(static_cast<std::size_t>(kSide) * kSide);
  std::vector<std::pair<int, int>> open{{row_, column_}};
  seen[static_cast<std::size_t>(row_ * kSide + column_)] = true;
  while (!open.empty()) {
    const auto [r, c] = open.back();
    open.pop_back();
    body_.push_back({(c - column_) * mask_.cell_w_, (r - row_) * mask_.cell_h_});
    for (const auto& [nr, nc] : {std::pair{r - 1, c}, {r + 1, c}, {r, c - 1}, {r, c + 1}}) {
      if (!land(nr, nc) || seen[static_cast<std::size_t>(nr * kSide + nc)]) continue;
      seen[static_cast<std::size_t>(nr * kSide + nc)] = true;
      open.push_back({nr, nc});
    }
  }
}

std::vector<Unit2> LandShape::line_at(double angle) const {
  // The area in slices across the direction; of each the stretch that goes on from the slice before.
  const double along_x = std::cos(angle), along_y = std::sin(angle);
  const double step = 1.5 * std::max(mask_.cell_w_, mask_.cell_h_);
  std::map<int, std::vector<double>> slices;
  for (const Cell& c : body_)
    slices[static_cast<int>(std::lround((c.x * along_x + c.y * along_y) / step))].push_back(c.y * along_x -
                                                                                            c.x * along_y);
  struct Stretch {
    double from, to;
  };
  std::map<int, Stretch> stretches;
  for (const int way : {1, -1}) {
    Stretch last{0, 0};
    for (int i = way == 1 ? 0 : -1;; i += way) {
      const auto slice = slices.find(i);
      if (slice == slices.end()) break;
      std::vector<double>& all = slice->second;
      std::sort(all.begin(), all.end());
      Stretch best{0, -1};
      for (std::size_t a = 0; a < all.size();) {
        std::size_t b = a;
        while (b + 1 < all.size() && all[b + 1] - all[b] < step) ++b;
        const Stretch one{all[a] - step / 2, all[b] + step / 2};
        const bool meets = one.from <= last.to && one.to >= last.from;
        if (meets && one.to - one.from > best.to - best.from) best = one;
        a = b + 1;
      }
      if (best.to < best.from) break;
      stretches[i] = last = best;
    }
    if (stretches.empty()) return {};
  }
  double widest = 0;
  for (const auto& [i, s] : stretches) widest = std::max(widest, s.to - s.from);
  std::vector<Px> middles;
  std::vector<float> weights;
  // px are floats: in steps, so that they stay small numbers.
  for (const auto& [i, s] : stretches) {
    middles.push_back({static_cast<float>(i), static_cast<float>((s.from + s.to) / 2 / step)});
    weights.push_back(static_cast<float>((s.to - s.from) / widest));
  }
  CurveFit fit = fit_curve(middles, weights, 2);
  fit.b = std::clamp(fit.b, -kMostSlope * fit.reach, kMostSlope * fit.reach);
  fit.c = std::clamp(fit.c, -kMostArch * 2 * fit.reach, kMostArch * 2 * fit.reach);
  double off = 0, weight = 0;
  for (std::size_t i = 0; i < middles.size(); ++i) {
    off += static_cast<double>(weights[i]) *
           (static_cast<double>(middles[i].y) - fit.at(static_cast<double>(middles[i].x)));
    weight += static_cast<double>(weights[i]);
  }
  fit.a += off / weight;

  // From the middle slice out to where the curve leaves the area or the area is a tail.
  const auto holds = [&](int i) {
    const auto found = stretches.find(i);
    if (found == stretches.end()) return false;
    const Stretch& s = found->second;
    const double v = fit.at(i) * step;
    return s.to - s.from >= kThin * widest && v > s.from && v < s.to;
  };
  if (!holds(0)) return {};
  int first = 0, last = 0;
  while (holds(first - 1)) --first;
  while (holds(last + 1)) ++last;
  if (last - first < 4) return {};
  std::vector<Unit2> line;
  for (int k = 0; k < kPoints; ++k) {
    const double u = first - 0.5 + (last - first + 1.0) * k / (kPoints - 1), v = fit.at(u);
    line.push_back(unit_of((u * along_x - v * along_y) * step, (u * along_y + v * along_x) * step));
  }
  return line;
}

}  // namespace vidik
