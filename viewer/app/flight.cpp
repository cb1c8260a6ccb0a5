#include "app/flight.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr double kGlideRate = 1 / 0.04;  // three of these make LOOK's 120 ms
constexpr double kNear = 0.002;          // of a zoom step: less cannot be seen

double eased(double t) { return t < 0.5 ? 4 * t * t * t : 1 - std::pow(2 - 2 * t, 3) / 2; }

}  // namespace

void Flight::fly(const Camera& from, const Camera& to, const Box2& map) {
  from_ = from;
  to_ = to;
  done_s_ = 0;
  const MapView a = map_view(from, map), b = map_view(to, map);
  const double px = std::hypot(b.centre_x - a.centre_x, b.centre_y - a.centre_y) * a.px_per_world;
  const double screen = std::max(1.0, static_cast<double>(std::max(map.w, map.h)));
  length_s_ = px < screen && std::abs(from.zoom - to.zoom) < 1 ? 0.25 : 0.45;
  kind_ = from == to ? Kind::none : Kind::fly;
}

void Flight::glide(const Camera& from, Px at, double zoom) {
  at_ = at;
  zoom_ = std::clamp(zoom, kLeastZoom, kMostZoom);
  kind_ = std::abs(zoom_ - from.zoom) < kNear ? Kind::none : Kind::glide;
}

Camera Flight::goal(const Camera& now, const Box2& map) const {
  if (kind_ == Kind::fly) return to_;
  return kind_ == Kind::glide ? zoomed_at(now, map, at_, zoom_) : now;
}

bool Flight::advance(Camera& camera, const Box2& map, double dt_s) {
  if (kind_ == Kind::fly) {
    done_s_ += dt_s;
    const double t = std::min(1.0, done_s_ / length_s_);
    const double e = eased(t);
    camera = {from_.lon + (to_.lon - from_.lon) * e, from_.lat + (to_.lat - from_.lat) * e,
              from_.zoom + (to_.zoom - from_.zoom) * e};
    if (t >= 1) {
      camera = to_;
      kind_ = Kind::none;
    }
  } else if (kind_ == Kind::glide) {
    const double left = zoom_ - camera.zoom;
    const double step = std::abs(left) < kNear ? left : left * (1 - std::exp(-dt_s * kGlideRate));
    camera = zoomed_at(camera, map, at_, camera.zoom + step);
    if (std::abs(zoom_ - camera.zoom) < kNear) kind_ = Kind::none;
  }
  return under_way();
}

}  // namespace vidik
