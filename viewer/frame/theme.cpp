#include "frame/theme.h"

namespace vidik {

namespace {

// LOOK §2.1 and §2.2, in the order of the tables there.
Theme make_dark() {
  Theme t{};
  t.name = ThemeName::dark;
  t.app = rgb(0x0F1316);
  t.panel = rgb(0x14191D);
  t.panel_map = with_alpha(rgb(0x14191D), .94);
  t.raised = rgb(0x1B2126);
  t.control = rgb(0x232A30);
  t.control_hover = rgb(0x2D363D);
  t.plot = rgb(0x0F1417);
  t.line = rgb(0x262E34);
  t.line_strong = rgb(0x3A454D);
  t.text = rgb(0xEDF0F2);
  t.text2 = rgb(0xB1BBC3);
  t.text3 = rgb(0x8B97A1);
  t.accent = rgb(0xF3ECDD);
  t.on_accent = rgb(0x14191D);
  t.select = rgb(0xFFFFFF);
  t.handle = rgb(0xC9C3B6);
  t.danger = rgb(0xFF8A73);

  t.sea = rgb(0x0B141B);
  t.sea_200m = rgb(0x091118);
  t.sea_1000m = rgb(0x070E14);
  t.shelf[0] = with_alpha(rgb(0x1B2B37), .12);
  t.shelf[1] = with_alpha(rgb(0x1B2B37), .16);
  t.shelf[2] = with_alpha(rgb(0x1B2B37), .28);
  t.land_focus = rgb(0x2E363C);
  t.land_neighbour = rgb(0x181D21);
  t.urban = with_alpha(rgb(0xFFFFFF), .07);
  t.border_outer = rgb(0x919DA6);
  t.border_inner = rgb(0x7C8892);
  t.border_neighbour = rgb(0x343D44);
  t.border_case = with_alpha(rgb(0x0B1014), .55);
  t.coast = rgb(0x44525D);
  t.coast_neighbour = rgb(0x28333B);
  t.river = rgb(0x31566B);
  t.lake = rgb(0x10202B);
  t.lake_line = rgb(0x2B4656);
  t.graticule_sea = with_alpha(rgb(0xFFFFFF), .05);
  t.graticule_land = with_alpha(rgb(0xFFFFFF), .025);
  t.label_country = rgb(0xB9C3CB);
  t.label_country_neighbour = rgb(0x7E8A94);
  t.label_city = rgb(0xE3E8EB);
  t.label_city_neighbour = rgb(0x7F8B95);
  t.label_water = rgb(0x6B93AC);
  t.halo_focus = with_alpha(rgb(0x1E252A), .9);
  t.halo_neighbour = with_alpha(rgb(0x12171B), .9);
  t.symbol_case = with_alpha(rgb(0x0C1013), .75);
  t.relief_focus = .95;
  t.relief_neighbour = .42;

  const Color categories[8] = {rgb(0xFBC62F), rgb(0xFD6341), rgb(0x947774), rgb(0x5B9AF2),
                               rgb(0x4FD98C), rgb(0xD6E3FF), rgb(0xE57BB2), rgb(0xE9E4D9)};
  for (int i = 0; i < 8; ++i) t.category[i] = categories[i];
  return t;
}

Theme make_light() {
  Theme t{};
  t.name = ThemeName::light;
  t.app = rgb(0xF6F4EF);
  t.panel = rgb(0xFFFFFF);
  t.panel_map = with_alpha(rgb(0xFFFFFF), .95);
  t.raised = rgb(0xF6F4F0);
  t.control = rgb(0xECE9E3);
  t.control_hover = rgb(0xE2DED6);
  t.plot = rgb(0xFAF8F4);
  t.line = rgb(0xE2DED6);
  t.line_strong = rgb(0xBDB7AB);
  t.text = rgb(0x171D22);
  t.text2 = rgb(0x465059);
  t.text3 = rgb(0x5C656D);
  t.accent = rgb(0x1C252C);
  t.on_accent = rgb(0xFFFFFF);
  t.select = rgb(0x10161A);
  t.handle = rgb(0x3A444B);
  t.danger = rgb(0xB3261E);

  t.sea = rgb(0xD9E4EA);
  t.sea_200m = rgb(0xCFDDE5);
  t.sea_1000m = rgb(0xC5D6E0);
  t.shelf[0] = with_alpha(rgb(0xEEF4F6), .28);
  t.shelf[1] = with_alpha(rgb(0xEEF4F6), .34);
  t.shelf[2] = with_alpha(rgb(0xEEF4F6), .55);
  t.land_focus = rgb(0xFBFAF6);
  t.land_neighbour = rgb(0xECE9E3);
  t.urban = with_alpha(rgb(0x4A4030), .09);
  t.border_outer = rgb(0x5B646B);
  t.border_inner = rgb(0x6B747B);
  t.border_neighbour = rgb(0xBDB9B0);
  t.border_case = with_alpha(rgb(0xFFFFFF), .85);
  t.coast = rgb(0x6F8794);
  t.coast_neighbour = rgb(0xA3B3BB);
  t.river = rgb(0x8FB4CB);
  t.lake = rgb(0xCBDDE7);
  t.lake_line = rgb(0x8FAFC0);
  t.graticule_sea = with_alpha(rgb(0x24404F), .07);
  t.graticule_land = with_alpha(rgb(0x24404F), .03);
  t.label_country = rgb(0x3C464E);
  t.label_country_neighbour = rgb(0x62696A);
  t.label_city = rgb(0x20272C);
  t.label_city_neighbour = rgb(0x61686A);
  t.label_water = rgb(0x3D6A86);
  t.halo_focus = with_alpha(rgb(0xFDFCFA), .9);
  t.halo_neighbour = with_alpha(rgb(0xF4F2ED), .9);
  t.symbol_case = with_alpha(rgb(0xFFFFFF), .95);
  t.relief_focus = .85;
  t.relief_neighbour = .40;

  const Color categories[8] = {rgb(0xBE6D00), rgb(0xB02A22), rgb(0x917994), rgb(0x1B55BF),
                               rgb(0x008F60), rgb(0x2B002E), rgb(0x88267E), rgb(0x33302C)};
  for (int i = 0; i < 8; ++i) t.category[i] = categories[i];
  return t;
}

}  // namespace

const Theme& theme(ThemeName name) {
  static const Theme dark = make_dark();
  static const Theme light = make_light();
  return name == ThemeName::light ? light : dark;
}

Color category_color(const Theme& theme, int role) {
  return role >= 0 && role < 8 ? theme.category[role] : theme.text2;
}

}  // namespace vidik
