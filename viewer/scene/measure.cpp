#include "scene/measure.h"

#include "base/number.h"
#include "base/text.h"
#include "geo/geodesic.h"
#include "scene/camera.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr double kBend = 24;  // px between places of a way: what bends is drawn bent
constexpr double kMostParts = 256;

// Three digits that count, or all before the point.
std::string digits(double value) {
  if (value >= 100) return thousands(std::llround(value));
  return fixed(value, value >= 10 ? 1 : 2);
}

double way_m(const Measure& measure) {
  double metres = 0;
  for (std::size_t i = 1; i < measure.points.size(); ++i)
    metres += geodesic_m(measure.points[i - 1], measure.points[i]);
  return metres;
}

std::vector<Px> way_px(const Sheet& sheet, const Measure& measure) {
  std::vector<LonLat> places;
  const std::size_t count = measure.points.size();
  if (count > 0) places.push_back(measure.points[0]);
  for (std::size_t i = 1; i < count + (measure.closed ? 1 : 0); ++i) {
    const LonLat a = measure.points[i - 1], b = measure.points[i % count];
    const Px from = px_of(sheet.map, a), to = px_of(sheet.map, b);
    const double parts = std::hypot(to.x - from.x, to.y - from.y) / kBend;
    add_geodesic(a, b, static_cast<int>(std::clamp(parts, 1.0, kMostParts)), places);
  }
  std::vector<Px> out;
  for (const LonLat p : places) out.push_back(px_of(sheet.map, p));
  return out;
}

// A box with words that stays on the map, beside `at` or in the middle of a shape.
void draw_words(Sheet& sheet, const std::string& words, Px at, bool centred) {
  TextStyle style;
  style.face = Face::semibold;
  style.size = 13;
  style.color = sheet.theme.text;
  const float w = sheet.top.width(words, style) + 20, h = 26;
  Box2 box = centred ? Box2{at.x - w / 2, at.y - h / 2, w, h} : Box2{at.x + 12, at.y - h - 8, w, h};
  const Box2& map = sheet.map.box;
  box.x = std::round(std::clamp(box.x, map.x + 4, std::max(map.x + 4, map.x + map.w - w - 4)));
  box.y = std::round(std::clamp(box.y, map.y + 4, std::max(map.y + 4, map.y + map.h - h - 4)));
  sheet.top.rect(box, sheet.theme.panel_map, 6, sheet.theme.line_strong, 1);
  sheet.top.text(words, {box.x + 10, box.y + 18}, style);
}

}  // namespace

std::string measured_length(double metres) {
  if (metres < 999.5) return fixed(metres, metres < 10 ? 1 : 0) + " m";
  return digits(metres / 1000) + " km";
}

std::string measured_area(double square_metres) {
  if (square_metres < 1e5) return thousands(std::llround(square_metres)) + " m²";
  return digits(square_metres / 1e6) + " km²";
}

std::string measured_words(const Measure& measure) {
  if (measure.points.size() < 2) return {};
  if (!measure.closed || measure.points.size() < 3) return measured_length(way_m(measure));
  const RingSize size = geodesic_ring(measure.points);
  return measured_area(size.area_m2) + " · " + measured_length(size.perimeter_m) + " round";
}

void draw_measure(Sheet& sheet) {
  const Measure& measure = sheet.view.measure;
  if (measure.points.empty()) return;
  const Theme& theme = sheet.theme;
  const std::vector<Px> way = way_px(sheet, measure);
  const bool area = measure.closed && measure.points.size() > 2;
  if (area) sheet.top.area(way, with_alpha(theme.select, 0.10));
  if (way.size() > 1) {
    sheet.top.path(way, theme.symbol_case, 4);
    sheet.top.path(way, theme.select, 1.6f);
  }
  Px middle{};
  const auto count = static_cast<float>(measure.points.size());
  for (const LonLat p : measure.points) {
    const Px at = px_of(sheet.map, p);
    sheet.top.disc(at, 4, theme.select, theme.symbol_case, 1.5f);
    middle.x += at.x / count, middle.y += at.y / count;
  }
  const std::string words = measured_words(measure);
  if (!words.empty()) draw_words(sheet, words, area ? middle : px_of(sheet.map, measure.points.back()), area);
}

}  // namespace vidik
