#include "geo/projection.h"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>

namespace vidik {
namespace {

constexpr double kWorld = 4294967296.0;  // 2^32
constexpr double kRadians = std::numbers::pi / 180.0;
// The equator times cos 43°: see the header.
const double kSquare = 40075016.685578488 * std::cos(43 * kRadians);  // m
// The disc of the earth has about twice the authalic radius (GRS 80: 6 371 007.2 m); PROJ refuses what lies outside.
constexpr double kDisc = 0.99 * 2 * 6371007.0;

// EPSG:3035's parameters, written out so that no look into PROJ's database is needed. Its false easting and northing only
// move the origin, which here is the centre.
constexpr const char* kEqualArea = "+proj=laea +lat_0=52 +lon_0=10 +x_0=0 +y_0=0 +ellps=GRS80 +units=m";

class Laea {
 public:
  Laea() : context_(proj_context_create()), laea_(proj_create(context_.get(), kEqualArea)) {}
  // Radians to metres.
  void forward(double* x, double* y, std::size_t stride, std::size_t count) const {
    proj_trans_generic(laea_.get(), PJ_FWD, x, stride, count, y, stride, count, nullptr, 0, 0, nullptr, 0, 0);
  }
  PJ_COORD inverse(PJ_COORD metres) const { return proj_trans(laea_.get(), PJ_INV, metres); }

 private:
  struct End {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* transformation) const { proj_destroy(transformation); }
  };
  std::unique_ptr<PJ_CONTEXT, End> context_;
  std::unique_ptr<PJ, End> laea_;
};

const Laea& laea() {
  thread_local const Laea one;
  return one;
}

// HUGE_VAL is PROJ's word for a place that has none.
double unit_x(double metres) { return std::isfinite(metres) ? 0.5 + metres / kSquare : 0; }
double unit_y(double metres) { return std::isfinite(metres) ? 0.5 - metres / kSquare : 0; }

std::int32_t fixed(double unit) {
  const double whole = std::floor(unit * kWorld + 0.5) - kWorld / 2;
  return static_cast<std::int32_t>(std::clamp<double>(whole, INT32_MIN, INT32_MAX));
}

}  // namespace

std::string_view projection_id(Projection projection) {
  return projection == Projection::web_mercator ? "web-mercator" : "equal-area";
}

std::optional<Projection> projection_named(std::string_view id) {
  for (const Projection one : {Projection::web_mercator, Projection::equal_area})
    if (id == projection_id(one)) return one;
  return std::nullopt;
}

Unit2 to_unit(Projection projection, LonLat place) {
  if (projection == Projection::web_mercator) return to_unit(place);
  double x = place.lon * kRadians, y = place.lat * kRadians;
  laea().forward(&x, &y, sizeof(double), 1);
  return {unit_x(x), unit_y(y)};
}

LonLat from_unit(Projection projection, Unit2 unit) {
  if (projection == Projection::web_mercator) return from_unit({unit.x, std::clamp(unit.y, 0.0, 1.0)});
  double x = (unit.x - 0.5) * kSquare, y = (0.5 - unit.y) * kSquare;
  if (const double far = std::hypot(x, y); far > kDisc) x *= kDisc / far, y *= kDisc / far;
  const PJ_COORD place = laea().inverse(proj_coord(x, y, 0, 0));
  return {place.lp.lam / kRadians, place.lp.phi / kRadians};
}

Fixed2 to_fixed(Projection projection, LonLat place) {
  if (projection == Projection::web_mercator) return to_fixed(place);
  const Unit2 unit = to_unit(projection, place);
  return {fixed(unit.x), fixed(unit.y)};
}

void project(Projection projection, std::span<const Fixed2> mercator, std::span<Fixed2> out) {
  if (projection == Projection::web_mercator) {
    std::copy(mercator.begin(), mercator.end(), out.begin());
    return;
  }
  struct Xy {
    double x, y;
  };
  std::array<Xy, 1024> piece;
  for (std::size_t first = 0; first < mercator.size(); first += piece.size()) {
    const std::size_t count = std::min(piece.size(), mercator.size() - first);
    for (std::size_t i = 0; i < count; ++i) {
      const LonLat place = from_fixed(mercator[first + i]);
      piece[i] = {place.lon * kRadians, place.lat * kRadians};
    }
    laea().forward(&piece[0].x, &piece[0].y, sizeof(Xy), count);
    for (std::size_t i = 0; i < count; ++i)
      out[first + i] = {fixed(unit_x(piece[i].x)), fixed(unit_y(piece[i].y))};
  }
}

double metres_per_unit(Projection projection, double lat_deg) {
  return projection == Projection::web_mercator ? metres_per_unit(lat_deg) : kSquare;
}

double north_angle_deg(Projection projection, LonLat place) {
  if (projection == Projection::web_mercator) return 0;
  const double step = 0.01;
  const Unit2 south = to_unit(projection, {place.lon, std::max(place.lat - step, -90.0)});
  const Unit2 north = to_unit(projection, {place.lon, std::min(place.lat + step, 90.0)});
  return std::atan2(north.x - south.x, south.y - north.y) / kRadians;
}

}  // namespace vidik
