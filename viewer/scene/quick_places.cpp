#include "scene/quick_places.h"

#include "scene/camera.h"
#include "scene/pen.h"

#include <algorithm>

namespace vidik {

QuickPlaces::QuickPlaces(const MapView& view, float reach) {
  MapView wide = view;
  wide.box = grown(view.box, reach);
  width_ = wide.box.w, height_ = wide.box.h, world_ = view.px_per_world;
  if (view.projection == Projection::web_mercator)
    make_table(wide);
  else
    make_net(wide);
}

void QuickPlaces::make_table(const MapView& wide) {
  x_per_lon_ = world_ / 3.6e9;
  x0_ = (0.5 - wide.centre_x) * world_ + width_ / 2;
  const LonLatBox shown = shown_box(wide);
  lat0_ = shown.north * 1e7;
  rows_per_lat_ = kRows / std::max(1.0, (shown.north - shown.south) * 1e7);
  rows_ = kRows + 1;
  y_.reserve(kRows + 2);
  for (int i = 0; i <= kRows + 1; ++i) {
    const double lat = (lat0_ - i / rows_per_lat_) / 1e7;
    y_.push_back((to_unit({0, lat}).y - wide.centre_y) * world_ + height_ / 2);
  }
}

void QuickPlaces::make_net(const MapView& wide) {
  const LonLatBox shown = shown_box(wide);
  // A little more than is shown: between the places that shown_box() looks at its sides may reach further.
  const double more_lon = (shown.east - shown.west) * 0.01 + 1e-6,
               more_lat = (shown.north - shown.south) * 0.01 + 1e-6;
  const double west = shown.west - more_lon, east = shown.east + more_lon;
  const double north = std::min(shown.north + more_lat, 90.0),
               south = std::max(shown.south - more_lat, -90.0);
  lat0_ = north * 1e7, lon0_ = west * 1e7;
  rows_ = kNet;
  rows_per_lat_ = kNet / ((north - south) * 1e7), cols_per_lon_ = kNet / ((east - west) * 1e7);
  net_.reserve((kNet + 1) * (kNet + 1));
  for (int row = 0; row <= kNet; ++row)
    for (int col = 0; col <= kNet; ++col) {
      const Unit2 at =
          to_unit(wide.projection, {west + (east - west) * col / kNet, north - (north - south) * row / kNet});
      net_.push_back(
          {(at.x - wide.centre_x) * world_ + width_ / 2, (at.y - wide.centre_y) * world_ + height_ / 2});
    }
}

}  // namespace vidik
