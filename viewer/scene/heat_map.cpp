#include "scene/heat_map.h"

#include "base/number.h"
#include "base/text.h"
#include "scene/camera.h"
#include "scene/cluster.h"
#include "scene/pen.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr double kCell = 5;  // px, at the steps of zoom that cells are laid out for
constexpr double kBell = 3;  // sigmas that count
constexpr std::size_t kMostBands = 6;

float reach_of(double side) { return static_cast<float>(kBell * kHeatSigmaPx + 2 * side); }

std::string number(double value) {
  if (value >= 10) return thousands(std::llround(value));
  const double digits = std::pow(10.0, 1 - std::floor(std::log10(value)));  // two that count
  return shortest(std::round(value * digits) / digits);
}

// Along rows (`step` 1) or columns.
void blur(const std::vector<float>& from, std::vector<float>& to, int lines, int length, std::size_t across,
          std::size_t along, const std::vector<float>& bell) {
  const int half = static_cast<int>(bell.size()) - 1;
  for (int line = 0; line < lines; ++line) {
    const float* in = &from[static_cast<std::size_t>(line) * across];
    float* out = &to[static_cast<std::size_t>(line) * across];
    for (int i = 0; i < length; ++i) {
      const float v = in[static_cast<std::size_t>(i) * along];
      if (v == 0) continue;  // most of a map is empty
      for (int k = std::max(-half, -i); k <= std::min(half, length - 1 - i); ++k)
        out[static_cast<std::size_t>(i + k) * along] += v * bell[static_cast<std::size_t>(std::abs(k))];
    }
  }
}

}  // namespace

HeatMap::HeatMap(const MapView& view)
    : view_(view),
      side_(kCell * std::exp2(zoom_of(view) - cluster_zoom(zoom_of(view)))),
      reach_(reach_of(side_)),
      places_(view, reach_) {
  // The corners of cells stand on whole multiples of their side from the corner of the world.
  const double west = view.centre_x * view.px_per_world - view.box.w / 2.0 - static_cast<double>(reach_);
  const double north = view.centre_y * view.px_per_world - view.box.h / 2.0 - static_cast<double>(reach_);
  left_ = (std::floor(west / side_) - 1) * side_ - west,
  top_ = (std::floor(north / side_) - 1) * side_ - north;
  cols_ = static_cast<int>(std::ceil(places_.width() / side_)) + 4;
  rows_ = static_cast<int>(std::ceil(places_.height() / side_)) + 4;
  counts_.resize(static_cast<std::size_t>(cols_) * static_cast<std::size_t>(rows_));
}

void HeatMap::add(std::int32_t lon_e7, std::int32_t lat_e7) {
  double x = 0, y = 0;
  if (!places_.find(lon_e7, lat_e7, x, y)) return;
  const auto col = static_cast<std::size_t>((x - left_) / side_),
             row = static_cast<std::size_t>((y - top_) / side_);
  counts_[row * static_cast<std::size_t>(cols_) + col] += 1;
  const double px = x - static_cast<double>(reach_), py = y - static_cast<double>(reach_);
  in_view_ += px >= 0 && px < view_.box.w && py >= 0 && py < view_.box.h ? 1 : 0;
}

std::vector<float> HeatMap::smooth() const {
  const double sigma = kHeatSigmaPx / side_;
  std::vector<float> bell;
  double sum = 0;
  for (int k = 0; k <= static_cast<int>(std::ceil(kBell * sigma)); ++k) {
    bell.push_back(static_cast<float>(std::exp(-k * k / (2 * sigma * sigma))));
    sum += (k == 0 ? 1 : 2) * static_cast<double>(bell.back());
  }
  for (float& v : bell) v = static_cast<float>(static_cast<double>(v) / sum);
  std::vector<float> rows(counts_.size()), all(counts_.size());
  const auto wide = static_cast<std::size_t>(cols_);
  blur(counts_, rows, rows_, cols_, wide, 1, bell);
  blur(rows, all, cols_, rows_, 1, wide, bell);
  return all;
}

double HeatMap::cell_km2(int row) const {
  const double y = top_ + (row + 0.5) * side_ - static_cast<double>(reach_);
  const LonLat at = place_at(view_, {view_.box.x + view_.box.w / 2, view_.box.y + static_cast<float>(y)});
  const double km = metres_per_px(view_, at.lat) * side_ / 1000;
  return km * km;
}

HeatBands HeatMap::bands() const {
  HeatBands out;
  out.sigma_m = metres_per_px(view_) * kHeatSigmaPx;
  std::vector<float> values = smooth();
  float highest = 0;
  for (int row = 0; row < rows_; ++row) {
    const double per_100_km2 = 100 / cell_km2(row);
    for (int col = 0; col < cols_; ++col) {
      float& v = values[static_cast<std::size_t>(row) * static_cast<std::size_t>(cols_) +
                        static_cast<std::size_t>(col)];
      v = static_cast<float>(static_cast<double>(v) * per_100_km2);
      // A closed ring needs a low border; it lies outside the view.
      if (row == 0 || col == 0 || row + 1 == rows_ || col + 1 == cols_) v = 0;
      highest = std::max(highest, v);
    }
  }
  out.highest = static_cast<double>(highest);
  if (!(highest > 0)) return out;
  // 1, 3, 10, 30 …: the last that the highest reaches, and those before it.
  int half_steps = static_cast<int>(std::floor(2 * std::log10(out.highest))) + 1;
  const auto edge = [](int half) {
    const int whole = static_cast<int>(std::floor(half / 2.0));
    return std::pow(10.0, whole) * (half % 2 != 0 ? 3 : 1);
  };
  while (edge(half_steps) > out.highest) --half_steps;
  for (int half = half_steps - static_cast<int>(kMostBands) + 1; half <= half_steps; ++half) {
    HeatBand band;
    band.from = edge(half);
    contour(values, cols_, rows_, static_cast<float>(band.from), band);
    for (Px& p : band.points) {
      p.x = static_cast<float>(view_.box.x + left_ + (static_cast<double>(p.x) + 0.5) * side_) - reach_;
      p.y = static_cast<float>(view_.box.y + top_ + (static_cast<double>(p.y) + 0.5) * side_) - reach_;
    }
    out.bands.push_back(std::move(band));
  }
  return out;
}

std::string HeatBands::words(std::size_t k) const {
  const double to = k + 1 < bands.size() ? bands[k + 1].from : highest;
  return number(bands[k].from) + "–" + number(to);
}

}  // namespace vidik
