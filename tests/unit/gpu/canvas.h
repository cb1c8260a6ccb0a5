#pragma once
// A small off-screen page for tests: paints a list and tells the colour of a px.

#include "gpu/context_egl.h"
#include "gpu/painter.h"

#include <gtest/gtest.h>

#include <cmath>
#include <ostream>
#include <stdexcept>

namespace vidik {

inline void PrintTo(const Color& c, std::ostream* out) {
  *out << "rgba(" << int{c.r} << ' ' << int{c.g} << ' ' << int{c.b} << ' ' << int{c.a} << ')';
}

struct Pixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgba;

  Color at(int x, int y) const {
    const std::uint8_t* p = &rgba[static_cast<std::size_t>(y * width + x) * 4];
    return {p[0], p[1], p[2], p[3]};
  }
  // How much of the page is not `ground`, in px of full coverage, by the green channel of white ink on black.
  double ink() const {
    double sum = 0;
    for (std::size_t i = 1; i < rgba.size(); i += 4) sum += rgba[i];
    return sum / 255;
  }
  bool operator==(const Pixels&) const = default;
};

class PainterTest : public testing::Test {
 protected:
  // One context for all tests of the program: making one takes longer than any of them.
  static void SetUpTestSuite() {
    if (shared().context) return;
    auto context = EglContext::create();
    ASSERT_TRUE(context) << context.error().message();
    shared().context = std::move(*context);
    auto fonts = Fonts::create();
    ASSERT_TRUE(fonts) << fonts.error().message();
    shared().fonts = std::move(*fonts);
  }

  PainterTest() {
    auto made = Painter::create(shared().context->loader(), fonts());
    if (!made) throw std::runtime_error(made.error().message());
    painter = std::move(*made);
    list.size = {64, 64};
    list.ground = kBlack;
    list.view = map_view({20, 43, 8}, {0, 0, 64, 64});
  }

  static Fonts& fonts() { return *shared().fonts; }
  static GlLoader loader() { return shared().context->loader(); }

  Pixels paint() { return paint(*painter, list); }
  static Pixels paint(Painter& with, const DrawList& what) {
    Pixels pixels{static_cast<int>(std::lround(static_cast<double>(what.size.width) * what.scale)),
                  static_cast<int>(std::lround(static_cast<double>(what.size.height) * what.scale)),
                  {}};
    auto target = OffscreenTarget::create(pixels.width, pixels.height);
    EXPECT_TRUE(target) << target.error().message();
    with.paint(what, (*target)->framebuffer());
    (*target)->read(pixels.rgba);
    return pixels;
  }

  static constexpr Color kBlack{0, 0, 0, 255}, kWhite{255, 255, 255, 255}, kRed{255, 0, 0, 255},
      kGreen{0, 255, 0, 255}, kBlue{0, 0, 255, 255};

  std::unique_ptr<Painter> painter;
  DrawList list;

 private:
  struct Shared {
    std::unique_ptr<EglContext> context;
    std::unique_ptr<Fonts> fonts;
  };
  static Shared& shared() {
    static Shared one;
    return one;
  }
};

// True when no channel differs by more than `most`.
inline testing::AssertionResult is_near(Color a, Color b, int most = 2) {
  const int d = std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
  if (d <= most) return testing::AssertionSuccess();
  return testing::AssertionFailure() << testing::PrintToString(a) << " is not near "
                                     << testing::PrintToString(b);
}

// Fixed coordinates of a place `dx`, `dy` px from the middle of the list's map.
inline Fixed2 place(const MapView& view, double dx, double dy) {
  const auto fixed = [](double unit) {
    return static_cast<std::int32_t>(std::llround((unit - 0.5) * 4294967296.0));
  };
  return {fixed(view.centre_x + dx / view.px_per_world), fixed(view.centre_y + dy / view.px_per_world)};
}

inline constexpr FixedBox kEverywhere{INT32_MIN, INT32_MIN, INT32_MAX, INT32_MAX};

}  // namespace vidik
