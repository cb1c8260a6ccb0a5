#pragma once
// What every part of the scene works on: the input, the page being made and the words both are read with.
//
// Ownership: borrows everything for one draw_scene call.

#include "base/time_zone.h"
#include "scene/pen.h"
#include "scene/scene.h"

#include <algorithm>

namespace vidik {

struct Sheet {
  const SceneIn& in;
  const ViewState& view;
  const Theme& theme;
  const TimeZone& zone;
  MapView map;
  Picture& out;
  Pen base, top;

  bool dark() const { return view.theme == ThemeName::dark; }
  Color category(CategoryId id) const { return category_color(theme, in.snapshot->categories[id].role); }
  bool picked(EventRef e) const { return std::binary_search(in.picked.begin(), in.picked.end(), e); }
  bool layer_on(std::size_t layer) const { return layer >= view.layer_on.size() || view.layer_on[layer]; }
};

}  // namespace vidik
