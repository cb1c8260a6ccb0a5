#include "export/film_palette.h"

#include "base/expect.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace vidik {

namespace {

constexpr std::size_t kColors = std::size_t{1} << 24;
constexpr std::uint16_t kNotAsked = 0xffff;
constexpr int kRounds = 4;
constexpr int kWeight[3] = {2, 4, 3};  // of a difference in red, green and blue, about as eyes see it

struct Spot {
  double at[3], weight;
};
struct Box {
  std::size_t first, last;  // of the spots
  double mean[3] = {}, spread = 0;
  int axis = 0;
};

Box box_of(const std::vector<Spot>& spots, std::size_t first, std::size_t last) {
  Box box{first, last};
  double weight = 0, squares[3] = {};
  for (std::size_t i = first; i < last; ++i) {
    weight += spots[i].weight;
    for (int c = 0; c < 3; ++c) box.mean[c] += spots[i].weight * spots[i].at[c];
  }
  for (double& mean : box.mean) mean /= weight;
  for (std::size_t i = first; i < last; ++i)
    for (int c = 0; c < 3; ++c) {
      const double off = spots[i].at[c] - box.mean[c];
      squares[c] += kWeight[c] * spots[i].weight * off * off;
    }
  for (int c = 0; c < 3; ++c) {
    if (squares[c] <= box.spread) continue;
    box.spread = squares[c];
    box.axis = c;
  }
  return box;
}

std::vector<Box> split_up(std::vector<Spot>& spots, std::size_t most) {
  std::vector<Box> boxes{box_of(spots, 0, spots.size())};
  while (boxes.size() < most) {
    const auto widest = std::max_element(boxes.begin(), boxes.end(),
                                         [](const Box& a, const Box& b) { return a.spread < b.spread; });
    if (widest->spread <= 0) break;
    const Box box = *widest;
    const auto first = spots.begin() + static_cast<std::ptrdiff_t>(box.first),
               last = spots.begin() + static_cast<std::ptrdiff_t>(box.last);
    const auto middle = std::stable_partition(
        first, last, [&](const Spot& spot) { return spot.at[box.axis] < box.mean[box.axis]; });
    if (middle == first || middle == last) {  // all at the mean, but for the rounding
      widest->spread = 0;
      continue;
    }
    const auto cut = static_cast<std::size_t>(middle - spots.begin());
    *widest = box_of(spots, box.first, cut);
    boxes.push_back(box_of(spots, cut, box.last));
  }
  return boxes;
}

double distance(const double* a, const double* b) {
  double sum = 0;
  for (int c = 0; c < 3; ++c) sum += kWeight[c] * (a[c] - b[c]) * (a[c] - b[c]);
  return sum;
}

// Each mean goes to the middle of the spots that are nearest to it.
void settle(const std::vector<Spot>& spots, std::vector<Box>& boxes) {
  std::vector<std::array<double, 4>> sums(boxes.size());
  for (const Spot& spot : spots) {
    std::size_t best = 0;
    double least = distance(spot.at, boxes[0].mean);
    for (std::size_t i = 1; i < boxes.size(); ++i) {
      const double off = distance(spot.at, boxes[i].mean);
      if (off >= least) continue;
      least = off;
      best = i;
    }
    for (int c = 0; c < 3; ++c) sums[best][static_cast<std::size_t>(c)] += spot.weight * spot.at[c];
    sums[best][3] += spot.weight;
  }
  for (std::size_t i = 0; i < boxes.size(); ++i)
    for (int c = 0; c < 3; ++c)
      if (sums[i][3] > 0) boxes[i].mean[c] = sums[i][static_cast<std::size_t>(c)] / sums[i][3];
}

}  // namespace

FilmPalette::FilmPalette() : cells_(std::size_t{1} << 18), seen_(kColors) {}

void FilmPalette::count(const Rgba& before, const Rgba& now) {
  for (std::size_t i = 0; i < now.size(); i += 4) {
    const std::uint8_t* px = &now[i];
    if (px[3] < 128 || (!before.empty() && std::memcmp(&before[i], px, 4) == 0)) continue;
    Cell& cell = cells_[static_cast<std::size_t>((px[0] >> 2) << 12 | (px[1] >> 2) << 6 | px[2] >> 2)];
    ++cell.pixels;
    for (int c = 0; c < 3; ++c) cell.sum[c] += px[c];
    if (exact_.size() > kMost) continue;
    const std::uint32_t color = static_cast<std::uint32_t>(px[0] << 16 | px[1] << 8 | px[2]);
    if (seen_[color]) continue;
    seen_[color] = true;
    exact_.push_back(color);
  }
}

void FilmPalette::choose() {
  VIDIK_EXPECT(colors_.empty());
  answers_.assign(kColors, kNotAsked);
  if (exact_.size() <= kMost) {
    std::sort(exact_.begin(), exact_.end());
    for (const std::uint32_t color : exact_)
      colors_.push_back({static_cast<std::uint8_t>(color >> 16), static_cast<std::uint8_t>(color >> 8),
                         static_cast<std::uint8_t>(color)});
    if (colors_.empty()) colors_.push_back({0, 0, 0});
    return;
  }
  std::vector<Spot> spots;
  for (const Cell& cell : cells_) {
    if (cell.pixels == 0) continue;
    const auto pixels = static_cast<double>(cell.pixels);
    Spot spot{{}, std::sqrt(pixels)};
    for (int c = 0; c < 3; ++c) spot.at[c] = static_cast<double>(cell.sum[c]) / pixels;
    spots.push_back(spot);
  }
  std::vector<Box> boxes = split_up(spots, kMost);
  for (int round = 0; round < kRounds; ++round) settle(spots, boxes);
  for (const Box& box : boxes) {
    PaletteColor color;
    for (int c = 0; c < 3; ++c)
      color[static_cast<std::size_t>(c)] = static_cast<std::uint8_t>(std::lround(box.mean[c]));
    colors_.push_back(color);
  }
  std::sort(colors_.begin(), colors_.end());
  colors_.erase(std::unique(colors_.begin(), colors_.end()), colors_.end());
}

std::uint8_t FilmPalette::nearest(std::uint8_t r, std::uint8_t g, std::uint8_t b) {
  std::uint16_t& answer = answers_[static_cast<std::size_t>(r << 16 | g << 8 | b)];
  if (answer != kNotAsked) return static_cast<std::uint8_t>(answer);
  const int wanted[3] = {r, g, b};
  int least = -1;
  for (std::size_t i = 0; i < colors_.size(); ++i) {
    int off = 0;
    for (int c = 0; c < 3; ++c) {
      const int apart = wanted[c] - colors_[i][static_cast<std::size_t>(c)];
      off += kWeight[c] * apart * apart;
    }
    if (least >= 0 && off >= least) continue;
    least = off;
    answer = static_cast<std::uint16_t>(i);
  }
  return static_cast<std::uint8_t>(answer);
}

}  // namespace vidik
