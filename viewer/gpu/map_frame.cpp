#include "gpu/map_frame.h"

#include <cmath>

namespace vidik {

namespace {

constexpr double kUnits = 4294967296.0;  // of the world
constexpr double kNear = 4096;           // px
constexpr double kMostStep = 27;         // as a power of two: 1/32 of the world

}  // namespace

MapFrame map_frame(const DrawList& list, Size target, const PxRect& tile) {
  MapFrame frame;
  frame.target = target;
  frame.tile = tile;
  frame.box = intersection(device_rect(list.view.box, list.scale), tile);
  const double s = list.scale;
  const Box2& box = list.view.box;
  frame.unit = list.view.px_per_world * s / kUnits;
  const double x = list.view.centre_x * kUnits - kUnits / 2, y = list.view.centre_y * kUnits - kUnits / 2;
  if (!(std::abs(x) < 1e15) || !(std::abs(y) < 1e15) || !std::isfinite(frame.unit)) {
    frame.box = {};  // nothing of the map is seen
    return frame;
  }
  // Near enough that what is in view keeps its bits, and never so far that the world ends in between.
  const double step = std::exp2(std::clamp(std::floor(std::log2(kNear / frame.unit)), 0.0, kMostStep));
  const double whole_x = std::round(x / step) * step, whole_y = std::round(y / step) * step;
  const auto wrapped = [](double v) {  // 2^31 and -2^31 are the same meridian
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(static_cast<std::int64_t>(v)));
  };
  frame.centre_x = wrapped(whole_x), frame.centre_y = wrapped(whole_y);
  frame.origin_x = on_grid((static_cast<double>(box.x) + box.w / 2.0) * s + (whole_x - x) * frame.unit);
  frame.origin_y = on_grid((static_cast<double>(box.y) + box.h / 2.0) * s + (whole_y - y) * frame.unit);
  return frame;
}

bool MapFrame::sees(const FixedBox& chunk, double margin) const {
  const auto px = [this](std::int32_t v, std::int32_t centre, double origin) {
    return origin + (static_cast<double>(v) - centre) * unit;
  };
  const double west = px(chunk.west, centre_x, origin_x), east = px(chunk.east, centre_x, origin_x);
  const double north = px(chunk.north, centre_y, origin_y), south = px(chunk.south, centre_y, origin_y);
  return east + margin >= box.x && west - margin <= box.x + box.w && south + margin >= box.y &&
         north - margin <= box.y + box.h;
}

Px MapFrame::to_px(Fixed2 place) const {
  return {static_cast<float>(origin_x + on_grid((static_cast<double>(place.x) - centre_x) * unit)),
          static_cast<float>(origin_y + on_grid((static_cast<double>(place.y) - centre_y) * unit))};
}

void MapFrame::set(const Program& program) const {
  set_page(program, tile);
  program.set(Uniform::centre, centre_x, centre_y);
  program.set(Uniform::origin, static_cast<float>(origin_x), static_cast<float>(origin_y));
  program.set(Uniform::unit, static_cast<float>(unit));
}

StencilClip::StencilClip(std::uint8_t bits, std::uint8_t without) : on_((bits | without) != 0) {
  if (!on_) return;
  glEnable(GL_STENCIL_TEST);
  glStencilFunc(GL_EQUAL, bits, static_cast<GLuint>(bits | without));
  glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
}

StencilClip::~StencilClip() {
  if (on_) glDisable(GL_STENCIL_TEST);
}

void DrawRuns::add(GLint first, GLsizei count) {
  if (count <= 0) return;
  if (!firsts.empty() && firsts.back() + counts.back() == first)
    counts.back() += count;
  else
    firsts.push_back(first), counts.push_back(count);
}

void DrawRuns::draw(GLenum what) const {
  if (!firsts.empty())
    glMultiDrawArrays(what, firsts.data(), counts.data(), static_cast<GLsizei>(firsts.size()));
}

void set_color(const Program& program, Color color) {
  const float a = static_cast<float>(color.a) / 255;
  const auto part = [a](std::uint8_t v) { return static_cast<float>(v) / 255 * a; };
  glUniform4f(program.at(Uniform::color), part(color.r), part(color.g), part(color.b), a);
}

}  // namespace vidik
