#include "app/flight.h"

#include "geo/projection.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr double kGlideRate = 1 / 0.04;  // three of these make LOOK's 120 ms
constexpr double kNear = 0.002;          // of a zoom step: less cannot be seen

double eased(double t) { return t < 0.5 ? 4 * t * t * t : 1 - std::pow(2 - 2 * t, 3) / 2; }

// The centre goes evenly with the width of what is seen, so that the goal comes straight in when zooming: at an even pace
// it would first run off the screen.
Camera between(const Camera& from, const Camera& to, double e) {
  Camera at = to;
  at.zoom = from.zoom + (to.zoom - from.zoom) * e;
  const double a = std::exp2(-from.zoom), b = std::exp2(-to.zoom);
  const double share = std::abs(from.zoom - to.zoom) < 1e-6 ? e : (a - std::exp2(-at.zoom)) / (a - b);
  const Unit2 u = to_unit(to.projection, {from.lon, from.lat}), v = to_unit(to.projection, {to.lon, to.lat});
  const LonLat centre = from_unit(to.projection, {u.x + (v.x - u.x) * share, u.y + (v.y - u.y) * share});
  at.lon = centre.lon, at.lat = centre.lat;
  return at;
}

}  // namespace

void Flight::fly(const Camera& from, const Camera& to, const Box2& map) {
  from_ = from;
  to_ = to;
  done_s_ = 0;
  // Another projection comes at once: there is no way between the two.
  from_.projection = to.projection;
  const MapView a = map_view(from_, map), b = map_view(to, map);
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
    camera = between(from_, to_, e);
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
