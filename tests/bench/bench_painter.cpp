// What a frame costs at 1600x900, beside the bare cost of clearing, 10,000 points and reading back.
//
// Prints "name milliseconds cpu-milliseconds" a line: medians of many frames, each read back so that all work is
// done. The second number is of all threads together and says something on a busy machine too.

#include "gpu/context_egl.h"
#include "gpu/painter.h"
#include "gpu/yardstick.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

using namespace vidik;

constexpr int kWidth = 1600, kHeight = 900;
constexpr std::uint32_t kPoints = 10'000;

struct Cost {
  double wall_ms = 0, cpu_ms = 0;
};

double cpu_now_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <typename Frame>
Cost median_of(int frames, const Frame& frame) {
  std::vector<double> wall, cpu;
  for (int i = 0; i < frames + 3; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const double cpu_begin = cpu_now_ms();
    frame(i);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    if (i < 3) continue;  // the first ones compile shaders
    wall.push_back(took.count());
    cpu.push_back(cpu_now_ms() - cpu_begin);
  }
  std::sort(wall.begin(), wall.end());
  std::sort(cpu.begin(), cpu.end());
  return {wall[wall.size() / 2], cpu[cpu.size() / 2]};
}

struct Dice {  // the same numbers everywhere
  std::uint64_t state = 1;
  double next() {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return static_cast<double>(state >> 11) / 9007199254740992.0;
  }
};

std::int32_t fixed_of(double unit) {
  return static_cast<std::int32_t>(std::llround((unit - 0.5) * 4294967296.0));
}

template <typename T>
T checked(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message().c_str());
    std::exit(1);
  }
  return std::move(result).value();
}

// A wandering line of `count` points inside the view, as a coast is.
void keep_coast(Painter& painter, GeometryId id, const MapView& view, std::uint32_t count) {
  std::vector<Fixed2> points;
  Dice dice;
  double x = view.centre_x, y = view.centre_y, turn = 0;
  const double step = 2 / view.px_per_world, reach = 700 / view.px_per_world;
  for (std::uint32_t i = 0; i < count; ++i) {
    turn += (dice.next() - 0.5) * 1.5;
    if (std::hypot(x - view.centre_x, y - view.centre_y) > reach)
      turn = std::atan2(view.centre_y - y, view.centre_x - x);
    x += step * std::cos(turn), y += step * std::sin(turn);
    points.push_back({fixed_of(x), fixed_of(y)});
  }
  const std::uint32_t ends[] = {count};
  const GeometryChunk chunks[] = {{{INT32_MIN, INT32_MIN, INT32_MAX, INT32_MAX}, 0, count}};
  painter.keep_geometry(id, {points, ends, chunks});
}

void keep_land(Painter& painter, GeometryId id, const MapView& view, int side) {
  std::vector<Fixed2> corners;
  const double reach = 600 / view.px_per_world, step = reach / side;
  for (int j = 0; j < side; ++j) {
    for (int i = 0; i < side; ++i) {
      const double x = view.centre_x - reach / 2 + i * step, y = view.centre_y - reach / 2 + j * step;
      const Fixed2 a{fixed_of(x), fixed_of(y)}, b{fixed_of(x + step), fixed_of(y)},
          c{fixed_of(x), fixed_of(y + step)}, d{fixed_of(x + step), fixed_of(y + step)};
      corners.insert(corners.end(), {a, b, c, c, b, d});
    }
  }
  const GeometryChunk chunks[] = {
      {{INT32_MIN, INT32_MIN, INT32_MAX, INT32_MAX}, 0, static_cast<std::uint32_t>(corners.size())}};
  painter.keep_geometry(id, {corners, {}, chunks});
}

FixedBox box_around(const MapView& view) {
  const double rx = 1000 / view.px_per_world, ry = 700 / view.px_per_world;
  return {fixed_of(view.centre_x - rx), fixed_of(view.centre_y - ry), fixed_of(view.centre_x + rx),
          fixed_of(view.centre_y + ry)};
}

}  // namespace

int main() {
  const auto context = checked(EglContext::create());
  const auto fonts = checked(Fonts::create());
  const auto painter = checked(Painter::create(context->loader(), *fonts));
  const auto target = checked(OffscreenTarget::create(kWidth, kHeight));
  const auto yardstick = checked(Yardstick::create(kWidth, kHeight));
  std::printf("# %s, %dx%d\n", painter->renderer().c_str(), kWidth, kHeight);
  std::vector<std::uint8_t> rgba;

  Dice dice;
  std::vector<float> xy;
  for (std::uint32_t i = 0; i < kPoints * 2; ++i) xy.push_back(static_cast<float>(dice.next() * 2 - 1));
  yardstick->keep(xy);
  const Cost floor = median_of(60, [&](int) { yardstick->points(0, kPoints, rgba); });
  std::printf("floor %.2f %.2f\n", floor.wall_ms, floor.cpu_ms);

  const Theme& colors = theme(ThemeName::dark);
  DrawList list;
  list.size = {kWidth, kHeight};
  list.ground = colors.sea;
  list.view = map_view({20, 43, 6.6}, {0, 0, kWidth, 640});
  list.base_key = 1;
  const GeometryId land{MapLayer::land_focus, 0}, coast{MapLayer::coast_focus, 0},
      border{MapLayer::border_inner, 0};
  keep_land(*painter, land, list.view, 150);
  keep_coast(*painter, coast, list.view, 60'000);
  keep_coast(*painter, border, list.view, 10'000);
  std::vector<std::uint8_t> relief(std::size_t{2048} * 2296 * 4);
  for (std::size_t i = 0; i < relief.size(); ++i) relief[i] = static_cast<std::uint8_t>(i * 7 % 61);
  painter->keep_image(ImageId::relief_dark, 2048, 2296, relief);

  list.base.push_back(MapFill{land, colors.land_focus, 1});
  list.base.push_back(MapImage{ImageId::relief_dark, box_around(list.view), .95F, 1});
  list.base.push_back(MapStroke{coast, colors.coast, 1.1F});
  list.base.push_back(MapStroke{border, colors.border_case, 4, 0, 0, true});
  list.base.push_back(MapStroke{border, colors.border_inner, 1.3F, 5, 3.4F});

  std::vector<Fixed2> places;
  std::vector<std::uint16_t> categories;
  for (std::uint32_t i = 0; i < kPoints; ++i) {
    places.push_back({fixed_of(list.view.centre_x + (dice.next() - 0.5) * kWidth / list.view.px_per_world),
                      fixed_of(list.view.centre_y + (dice.next() - 0.5) * 640 / list.view.px_per_world)});
    categories.push_back(static_cast<std::uint16_t>(i % 8));
  }
  painter->keep_points(7, places, categories);
  list.colors.assign(colors.category, colors.category + 8);
  const Mark points = MapPoints{7, 0, kPoints, {}, {0, 8}, 5, 1};
  std::vector<Mark> timeline{Rect{{0, 640, kWidth, 260}, 0, colors.panel},
                             Rect{{288, 680, 1312, 44}, 0, colors.plot}};
  for (int i = 0; i < 1500; ++i) {
    const auto height = static_cast<float>(2 + dice.next() * 20);
    timeline.push_back(Rect{
        {288 + static_cast<float>(i % 300) * 4.37F, 724 - height, 3, height}, 0, colors.category[i % 8]});
  }
  std::vector<Mark> symbols;
  for (int i = 0; i < 2000; ++i)
    symbols.push_back(
        Symbol{{static_cast<float>(dice.next() * kWidth), static_cast<float>(dice.next() * 640)},
               8.5F,
               static_cast<SymbolShape>(i % 8),
               static_cast<SymbolStyle>(i / 8 % 4),
               colors.category[i % 8],
               colors.land_focus,
               colors.symbol_case});
  std::vector<Mark> labels;
  for (int i = 0; i < 200; ++i)
    labels.push_back(text_mark(list, *fonts, "Подгорица Prishtinë",
                               {static_cast<float>(dice.next() * kWidth), 20.F + static_cast<float>(i) * 3},
                               {.color = colors.label_city, .halo = colors.halo_focus, .halo_width = 3.2F}));

  const auto frame_of = [&](const char* name, std::vector<Mark> top, bool moves = false) {
    list.top = std::move(top);
    const Cost cost = median_of(moves ? 20 : 60, [&](int) {
      if (moves) ++list.base_key;
      painter->paint(list, target->framebuffer());
      target->read(rgba);
    });
    std::printf("%s %.2f %.2f (%.2f, %.2f x floor)\n", name, cost.wall_ms, cost.cpu_ms,
                cost.wall_ms / floor.wall_ms, cost.cpu_ms / floor.cpu_ms);
  };
  frame_of("base_copied", {});
  frame_of("points_10k", {points});
  frame_of("timeline_1500", timeline);
  std::vector<Mark> scrub{points};
  scrub.insert(scrub.end(), timeline.begin(), timeline.end());
  frame_of("scrub", scrub);
  frame_of("symbols_2000", symbols);
  frame_of("labels_200", labels);
  frame_of("base_repainted", {}, true);
  const std::vector<Mark> all = list.base;
  const char* const parts[] = {"base_fill", "base_image", "base_coast_60k", "base_casing_once_10k",
                               "base_dashed_10k"};
  for (std::size_t i = 0; i < all.size(); ++i) {
    list.base = i == 1 ? std::vector<Mark>{all[0], all[1]} : std::vector<Mark>{all[i]};
    frame_of(parts[i], {}, true);
  }
  return 0;
}
