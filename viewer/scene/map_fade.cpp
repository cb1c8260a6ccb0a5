#include "scene/map_fade.h"

#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kFade = 96;  // px
constexpr int kSteps = 32;

// How much of the ground covers the map, from the edge inwards; the last step before the ground is all but opaque.
double cover_at(int step) {
  const double through = 1 - (static_cast<double>(step) + 0.5) / kSteps;
  return step < kSteps ? through * through : 0;
}

// The sides are meridians and parallels, and straight: strips of px.
void fade_straight(Sheet& sheet, const LonLatBox& frame) {
  const Px nw = px_of(sheet.map, LonLat{frame.west, frame.north}),
           se = px_of(sheet.map, LonLat{frame.east, frame.south});
  const Box2& box = sheet.map.box;
  const float deep = std::min(kFade, std::min(se.x - nw.x, se.y - nw.y) / 4);
  if (!(deep > 1)) return;
  const float step = deep / kSteps;
  for (int i = 0; i < kSteps; ++i) {
    const Color veil = with_alpha(sheet.theme.app, cover_at(i));
    const float near = step * static_cast<float>(i);
    if (nw.x + near + step > box.x && nw.x + near < box.x + box.w)
      sheet.base.rect({nw.x + near, box.y, step, box.h}, veil);
    if (se.x - near > box.x && se.x - near - step < box.x + box.w)
      sheet.base.rect({se.x - near - step, box.y, step, box.h}, veil);
    if (nw.y + near + step > box.y && nw.y + near < box.y + box.h)
      sheet.base.rect({box.x, nw.y + near, box.w, step}, veil);
    if (se.y - near > box.y && se.y - near - step < box.y + box.h)
      sheet.base.rect({box.x, se.y - near - step, box.w, step}, veil);
  }
}

// The sides are bent: all that lies outside ever smaller outlines, each with as much more as the step needs. Strips side
// by side would let the map shine through their smoothed edges.
void fade_bent(Sheet& sheet, const LonLatBox& frame) {
  constexpr int kParts = 24;  // of a side
  const LonLat middle{(frame.west + frame.east) / 2, (frame.south + frame.north) / 2};
  const auto degrees_of_a_step = [&](LonLat off) {
    const Px a = px_of(sheet.map, middle),
             b = px_of(sheet.map, LonLat{middle.lon + off.lon, middle.lat + off.lat});
    return kFade / kSteps / static_cast<double>(std::hypot(b.x - a.x, b.y - a.y));
  };
  const double lon = std::min(degrees_of_a_step({1, 0}), (frame.east - frame.west) / 4 / kSteps);
  const double lat = std::min(degrees_of_a_step({0, 1}), (frame.north - frame.south) / 4 / kSteps);
  const std::vector<Px> outer = outline_px(sheet.map, frame, kParts);
  const auto count = static_cast<std::uint32_t>(outer.size());
  const std::vector<std::uint32_t> ends{count, 2 * count};
  for (int i = kSteps; i-- > 0;) {
    const double in_lon = (i + 1) * lon, in_lat = (i + 1) * lat;
    const std::vector<Px> inner = outline_px(
        sheet.map, {frame.west + in_lon, frame.south + in_lat, frame.east - in_lon, frame.north - in_lat},
        kParts);
    std::vector<Px> both = outer;
    both.insert(both.end(), inner.begin(), inner.end());
    const double more = 1 - (1 - cover_at(i)) / (1 - cover_at(i + 1));
    sheet.base.area(both, ends, with_alpha(sheet.theme.app, more));
  }
}

}  // namespace

void fade_out(Sheet& sheet, const LonLatBox& frame) {
  if (frame.empty()) return;
  if (sheet.map.projection == Projection::web_mercator)
    fade_straight(sheet, frame);
  else
    fade_bent(sheet, frame);
}

}  // namespace vidik
