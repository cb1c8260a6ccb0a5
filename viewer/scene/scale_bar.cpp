#include "scene/scale_bar.h"

#include "base/number.h"
#include "base/text.h"
#include "geo/distance.h"
#include "scene/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

std::string length_words(double metres, bool with_unit) {
  const bool km = metres >= 1000;
  const double value = km ? metres / 1000 : metres;
  std::string text = value >= 1000 ? thousands(std::llround(value)) : shortest(value);
  if (with_unit) text += km ? " km" : " m";
  return text;
}

}  // namespace

ScaleBar scale_bar(const MapView& view, float most_px) {
  // Measured over the bar's own length, so that it holds where a parallel is not straight on the ground.
  const double probe = std::min<double>(most_px, 0.05 * view.px_per_world);
  const LonLat centre = from_unit(view.projection, {view.centre_x, view.centre_y});
  LonLat east = from_unit(view.projection, {view.centre_x + probe / view.px_per_world, view.centre_y});
  if (view.projection == Projection::web_mercator) east.lat = centre.lat;
  const double per_px = distance_m(centre, east) / probe;
  const double most = per_px * most_px;
  ScaleBar bar;
  const double power = std::pow(10.0, std::floor(std::log10(std::max(most, 1e-3))));
  for (const double step : {1.0, 2.0, 5.0})
    if (step * power <= most) bar.metres = step * power;
  bar.px = static_cast<float>(bar.metres / per_px);
  // Below two metres halves are no round numbers that anybody wants.
  bar.half = length_words(bar.metres / 2, bar.metres >= 1000 && bar.metres < 2000);
  bar.whole = length_words(bar.metres, true);
  return bar;
}

void draw_north(Sheet& sheet, Px centre, double angle_deg) {
  const double turn = angle_deg * std::numbers::pi / 180;
  const auto along = static_cast<float>(std::sin(turn)), up = static_cast<float>(-std::cos(turn));
  const auto at = [&](float far, float aside) {
    return Px{centre.x + along * far - up * aside, centre.y + up * far + along * aside};
  };
  const std::vector<Px> west{at(4, 0), at(-12, -5), at(-8, 0)};
  const std::vector<Px> all{at(4, 0), at(-12, -5), at(-8, 0), at(-12, 5)};
  sheet.top.path(all, sheet.theme.halo_neighbour, 4, true);
  sheet.top.area(west, sheet.theme.text2);
  sheet.top.path(all, sheet.theme.text2, 1, true);
  TextStyle style;
  style.face = Face::semibold;
  style.size = 11;
  style.color = sheet.theme.text2;
  style.halo = sheet.theme.halo_neighbour;
  style.halo_width = 2.4f;
  style.anchor = Anchor::centre;
  const Px letter = at(11, 0);
  sheet.top.text("N", {letter.x, letter.y + 4}, style);
}

void draw_scale_bar(Sheet& sheet, Px at, const ScaleBar& bar) {
  if (bar.px <= 0) return;
  // The left end stands where the length puts it: on a whole px it would be up to 1 % off.
  const float right = std::round(at.x), x0 = right - bar.px + 0.5f, x1 = right - 0.5f,
              y = std::round(at.y) - 0.5f;
  const float middle = (x0 + x1) / 2;
  const std::vector<Px> line{{x0, y - 5}, {x0, y}, {x1, y}, {x1, y - 5}};
  const Color halo = sheet.theme.halo_neighbour;
  sheet.top.path(line, halo, 4);
  sheet.top.line({middle, y - 4}, {middle, y}, halo, 4);
  sheet.top.path(line, sheet.theme.text2, 1);
  sheet.top.line({middle, y - 4}, {middle, y}, sheet.theme.text2, 1);
  TextStyle style;
  style.size = 11;
  style.color = sheet.theme.text2;
  style.halo = halo;
  style.halo_width = 2.4f;
  style.anchor = Anchor::centre;
  style.digits = Digits::tabular;
  sheet.top.text("0", {x0, y - 9}, style);
  if (bar.px >= 90) sheet.top.text(bar.half, {middle, y - 9}, style);
  style.anchor = Anchor::right;
  sheet.top.text(bar.whole, {x1 + 12, y - 9}, style);
}

}  // namespace vidik
