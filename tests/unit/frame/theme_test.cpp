#include "frame/theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vidik {
namespace {

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

Three times(const Matrix& m, const Three& v) {
  Three out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
  return out;
}

Three linear(Color c) {
  Three out{};
  std::size_t i = 0;
  for (const std::uint8_t v : {c.r, c.g, c.b}) {
    const double s = v / 255.0;
    out[i++] = s <= .04045 ? s / 12.92 : std::pow((s + .055) / 1.055, 2.4);
  }
  return out;
}

double luminance(Color c) {
  const Three l = linear(c);
  return .2126 * l[0] + .7152 * l[1] + .0722 * l[2];
}

double contrast(Color a, Color b) {  // WCAG 2
  const double one = luminance(a), two = luminance(b), low = std::min(one, two), high = std::max(one, two);
  return (high + .05) / (low + .05);
}

Three lab(const Three& rgb_linear) {
  constexpr Matrix kXyz = {
      {{.4124564, .3575761, .1804375}, {.2126729, .7151522, .0721750}, {.0193339, .1191920, .9503041}}};
  const Three xyz = times(kXyz, rgb_linear), white = {.95047, 1, 1.08883};
  Three f{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double t = xyz[i] / white[i];
    f[i] = t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }
  return {116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])};
}

double degrees(double radians) { return radians * 180 / std::numbers::pi; }
double cos_deg(double d) { return std::cos(d * std::numbers::pi / 180); }

// CIEDE2000 (Sharma, Wu, Dalal 2005).
double delta_e(const Three& one, const Three& two) {
  const double mean_c = (std::hypot(one[1], one[2]) + std::hypot(two[1], two[2])) / 2;
  const double g = .5 * (1 - std::sqrt(std::pow(mean_c, 7) / (std::pow(mean_c, 7) + std::pow(25., 7))));
  const double a1 = one[1] * (1 + g), a2 = two[1] * (1 + g), c1 = std::hypot(a1, one[2]),
               c2 = std::hypot(a2, two[2]);
  const auto hue = [](double b, double a) { return std::fmod(degrees(std::atan2(b, a)) + 360, 360); };
  const double h1 = hue(one[2], a1), h2 = hue(two[2], a2);
  double dh = h2 - h1;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  const double dl = two[0] - one[0], dc = c2 - c1,
               dhh = 2 * std::sqrt(c1 * c2) * std::sin(dh / 2 * std::numbers::pi / 180);
  const double l = (one[0] + two[0]) / 2, c = (c1 + c2) / 2;
  double h = (h1 + h2) / 2;
  if (std::abs(h1 - h2) > 180) h += h1 + h2 < 360 ? 180 : -180;
  const double t =
      1 - .17 * cos_deg(h - 30) + .24 * cos_deg(2 * h) + .32 * cos_deg(3 * h + 6) - .2 * cos_deg(4 * h - 63);
  const double sl = 1 + .015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50)), sc = 1 + .045 * c,
               sh = 1 + .015 * c * t;
  const double turn = 60 * std::exp(-std::pow((h - 275) / 25, 2));
  const double rt = -2 * std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25., 7))) *
                    std::sin(turn * std::numbers::pi / 180);
  return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dhh / sh, 2) +
                   rt * dc / sc * dhh / sh);
}

// The pairs that Sharma, Wu and Dalal published to test implementations ("The CIEDE2000 color-difference formula", Color
// Research & Application 30, 2005, table 1), but for some that differ in the last digit of one coordinate.
TEST(Ciede2000, GivesThePublishedDifferences) {
  struct Pair {
    Three one, two;
    double difference;
  };
  constexpr Pair kPairs[] = {{{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
                             {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
                             {{50, 2.8361, -74.0200}, {50, 0, -82.7485}, 3.4412},
                             {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
                             {{50, 0, 0}, {50, -1, 2}, 2.3669},
                             {{50, 2.4900, -.0010}, {50, -2.4900, .0009}, 7.1792},
                             {{50, 2.4900, -.0010}, {50, -2.4900, .0011}, 7.2195},
                             {{50, -.0010, 2.4900}, {50, .0009, -2.4900}, 4.8045},
                             {{50, -.0010, 2.4900}, {50, .0011, -2.4900}, 4.7461},
                             {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
                             {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
                             {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
                             {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
                             {{50, 2.5, 0}, {58, 24, 15}, 19.4535},
                             {{50, 2.5, 0}, {50, 3.1736, .5854}, 1.0000},
                             {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
                             {{63.0109, -31.0961, -5.8663}, {62.8187, -29.7946, -4.0864}, 1.2630},
                             {{61.2901, 3.7196, -5.3901}, {61.4292, 2.2480, -4.9620}, 1.8731},
                             {{35.0831, -44.1164, 3.7933}, {35.0232, -40.0716, 1.5901}, 1.8645},
                             {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
                             {{36.4612, 47.8580, 18.3852}, {36.2715, 50.5065, 21.2231}, 1.4146},
                             {{90.8027, -2.0831, 1.4410}, {91.1528, -1.6435, .0447}, 1.4441},
                             {{90.9257, -.5406, -.9208}, {88.6381, -.8985, -.7239}, 1.5381},
                             {{6.7747, -.2908, -2.4247}, {5.8714, -.0985, -2.2286}, .6377},
                             {{2.0776, .0795, -1.1350}, {.9033, -.0636, -.5514}, .9082}};
  for (const Pair& p : kPairs) {
    EXPECT_NEAR(delta_e(p.one, p.two), p.difference, 5e-5);
    EXPECT_NEAR(delta_e(p.two, p.one), p.difference, 5e-5);
  }
}

// Machado, Oliveira, Fernandes 2009 ("A physiologically-based model for simulation of color vision deficiency", IEEE
// Transactions on Visualization and Computer Graphics 15), severity 1, on linear sRGB.
constexpr Matrix kProtan = {
    {{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}}};
constexpr Matrix kDeutan = {
    {{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}}};
constexpr Matrix kTritan = {
    {{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}}};

class EveryTheme : public testing::TestWithParam<ThemeName> {
 protected:
  const Theme& t = theme(GetParam());
};

Color over(Color top, Color ground) { return mix(ground, {top.r, top.g, top.b, 255}, top.a / 255.0); }

TEST_P(EveryTheme, TextReachesFourAndAHalfToOneOnItsGrounds) {
  const Color text[] = {t.text, t.text2, t.text3, t.danger};
  for (const Color ink : text) {
    for (const Color ground : {t.panel, t.raised, t.control, t.plot, t.app})
      EXPECT_GE(contrast(ink, ground), 4.5);
    // Boxes that float on the map let a little of it through, whatever is there.
    for (const Color below : {t.sea, t.land_focus, t.land_neighbour, rgb(0), rgb(0xFFFFFF)})
      EXPECT_GE(contrast(ink, over(t.panel_map, below)), 4.5);
    // text3 is not for what the pointer is over (ui/theme_style.h quiet_ink).
    if (ink != t.text3) EXPECT_GE(contrast(ink, t.control_hover), 4.5);
  }
  EXPECT_GE(contrast(t.on_accent, t.accent), 4.5);
  EXPECT_GE(contrast(t.text, over(with_alpha(t.accent, .25), t.control)), 4.5) << "selected letters";
}

TEST_P(EveryTheme, NamesOnTheMapReachFourAndAHalfToOne) {
  EXPECT_GE(contrast(t.label_country, t.land_focus), 4.5);
  EXPECT_GE(contrast(t.label_city, t.land_focus), 4.5);
  EXPECT_GE(contrast(t.label_country_neighbour, t.land_neighbour), 4.5);
  EXPECT_GE(contrast(t.label_city_neighbour, t.land_neighbour), 4.5);
  EXPECT_GE(contrast(t.label_water, t.sea), 4.5);
  // Where relief or a line lies under them, their halo is what they stand on.
  for (const Color ink : {t.label_country, t.label_city})
    EXPECT_GE(contrast(ink, over(t.halo_focus, t.border_inner)), 4.5);
  for (const Color ink : {t.label_country_neighbour, t.label_city_neighbour, t.text2})
    EXPECT_GE(contrast(ink, over(t.halo_neighbour, t.land_neighbour)), 4.5);
}

TEST_P(EveryTheme, SymbolsAndBordersReachThreeToOne) {
  for (const Color c : t.category) {
    EXPECT_GE(contrast(c, t.land_focus), 2.95);  // the table rounds to one decimal
    EXPECT_GE(contrast(c, t.sea), 2.95);
    EXPECT_GE(contrast(c, t.panel), 2.95);
  }
  EXPECT_GE(contrast(t.border_outer, t.land_focus), 3);
  EXPECT_GE(contrast(t.border_inner, t.land_focus), 3);
  EXPECT_GE(contrast(t.select, t.land_focus), 3);
  EXPECT_GE(contrast(t.handle, t.plot), 3);
}

TEST(Machado2009, LeavesGreysAsTheyAre) {
  for (const Matrix& eye : {kProtan, kDeutan, kTritan})
    for (const Three& row : eye) EXPECT_NEAR(row[0] + row[1] + row[2], 1, 2e-6);
}

TEST_P(EveryTheme, AnyTwoCategoriesDifferForEveryEye) {
  for (const Matrix& eye : {kProtan, kDeutan, kTritan}) {
    std::array<Three, 8> seen{};
    for (std::size_t i = 0; i < 8; ++i) {
      Three l = times(eye, linear(t.category[i]));
      for (double& v : l) v = std::clamp(v, 0., 1.);
      seen[i] = lab(l);
    }
    for (std::size_t i = 0; i < 8; ++i)
      for (std::size_t j = i + 1; j < 8; ++j) EXPECT_GE(delta_e(seen[i], seen[j]), 10) << i << " and " << j;
  }
}

TEST_P(EveryTheme, ThemesNameThemselves) { EXPECT_EQ(t.name, GetParam()); }

INSTANTIATE_TEST_SUITE_P(Theme, EveryTheme, testing::Values(ThemeName::dark, ThemeName::light));

TEST(Theme, CategoriesStandInTheContractsOrder) {
  const Theme& dark = theme(ThemeName::dark);
  EXPECT_EQ(category_color(dark, 0), rgb(0xFBC62F));  // protest
  EXPECT_EQ(category_color(dark, 1), rgb(0xFD6341));  // sabotage
  EXPECT_EQ(category_color(dark, 3), rgb(0x5B9AF2));  // troops
  EXPECT_EQ(category_color(dark, 4), rgb(0x4FD98C));  // political
  EXPECT_EQ(category_color(dark, 6), rgb(0xE57BB2));  // disinformation
  EXPECT_EQ(category_color(dark, 7), rgb(0xE9E4D9));  // disaster
}

TEST(Theme, ACategoryBeyondTheEightIsNeutral) {
  const Theme& light = theme(ThemeName::light);
  EXPECT_EQ(category_color(light, -1), light.text2);
  EXPECT_EQ(category_color(light, 8), light.text2);
}

}  // namespace
}  // namespace vidik
