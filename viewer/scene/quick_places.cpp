#include "scene/quick_places.h"

#include "scene/camera.h"
#include "scene/pen.h"

#include <algorithm>

namespace vidik {

QuickPlaces::QuickPlaces(const MapView& view, float reach) {
  MapView wide = view;
  wide.box = grown(view.box, reach);
  width_ = wide.box.w, height_ = wide.box.h, world_ = view.px_per_world;
  x_per_lon_ = world_ / 3.6e9;
  x0_ = (0.5 - wide.centre_x) * world_ + width_ / 2;

  const LonLatBox shown = shown_box(wide);
  lat0_ = shown.north * 1e7;
  rows_per_lat_ = kRows / std::max(1.0, (shown.north - shown.south) * 1e7);
  y_.reserve(kRows + 2);
  for (int i = 0; i <= kRows + 1; ++i) {
    const double lat = (lat0_ - i / rows_per_lat_) / 1e7;
    y_.push_back((to_unit({0, lat}).y - wide.centre_y) * world_ + height_ / 2);
  }
}

}  // namespace vidik
