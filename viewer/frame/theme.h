#pragma once
// The colour tokens of both themes (LOOK §2), one table for map, timeline, panels and pages.

#include "frame/color.h"

#include <cstdint>

namespace vidik {

enum class ThemeName : std::uint8_t { dark, light };

struct Theme {
  ThemeName name;
  // interface
  Color app, panel, panel_map, raised, control, control_hover, plot, line, line_strong, text, text2, text3,
      accent, on_accent, select, handle, danger;
  // map
  Color sea, sea_200m, sea_1000m, shelf[3], land_focus, land_neighbour, urban, border_outer, border_inner,
      border_neighbour, border_case, coast, coast_neighbour, river, lake, lake_line, graticule_sea,
      graticule_land, label_country, label_country_neighbour, label_city, label_city_neighbour, label_water,
      halo_focus, halo_neighbour, symbol_case;
  // the eight shipped categories, in CONTRACT §2's order
  Color category[8];
  double relief_focus, relief_neighbour;  // alpha of the relief image on either land
};

const Theme& theme(ThemeName name);

// Colour of a category: role 0…7, or -1 = neutral (text2).
Color category_color(const Theme& theme, int role);

}  // namespace vidik
