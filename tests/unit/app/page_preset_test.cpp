#include "app/page_preset.h"

#include "app/view_options.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

TEST(PagePreset, PaperIsMeasuredAtThreeHundredDotsAnInchUnlessToldOtherwise) {
  const auto a4 = parse_page_size("a4", 0);
  ASSERT_TRUE(a4);
  EXPECT_EQ(a4->px, (Size{2480, 3508}));
  EXPECT_EQ(a4->dpi, 300);
  EXPECT_EQ(parse_page_size("a4-landscape", 150)->px, (Size{1754, 1240}));
  EXPECT_EQ(parse_page_size("8.5x11in", 100)->px, (Size{850, 1100}));
  EXPECT_EQ(parse_page_size("254x127mm", 100)->px, (Size{1000, 500}));
}

TEST(PagePreset, ScreensAreMeasuredInPixels) {
  EXPECT_EQ(parse_page_size("hd", 0)->px, (Size{1920, 1080}));
  EXPECT_EQ(parse_page_size("1200x800", 0)->px, (Size{1200, 800}));
  EXPECT_EQ(parse_page_size("1200x800px", 0)->dpi, 0);
  for (const PagePreset& preset : page_presets()) EXPECT_TRUE(parse_page_size(preset.id, 0)) << preset.id;
}

TEST(PagePreset, WhatIsNoSizeIsRefusedWithWhatIs) {
  for (const char* text : {"", "x", "a5", "1200", "1200x", "0x0", "-5x100", "63x100", "16385x100", "nanxnan",
                           "1e9x1e9", "10x10m"}) {
    const auto page = parse_page_size(text, 0);
    ASSERT_FALSE(page) << text;
    EXPECT_EQ(page.error().code, Code::bad_usage);
    EXPECT_NE(page.error().text.find("--page"), std::string::npos) << text;
  }
}

TEST(PageOptions, APageIsLightAsLargeAsAskedAndSaysItsDots) {
  ViewState view;
  Options options;
  options.page.page = "a4";
  options.scale = 0.5;
  ASSERT_TRUE(apply_picture_options(view, options));
  EXPECT_TRUE(view.page.on);
  EXPECT_EQ(view.page.device, (Size{1240, 1754}));
  EXPECT_EQ(view.theme, ThemeName::light);
  EXPECT_EQ(page_dpi(options), 300);
  options.theme = "dark";
  ASSERT_TRUE(apply_picture_options(view, options));
  EXPECT_EQ(view.theme, ThemeName::dark);
}

TEST(PageOptions, CallOutsAreNamedByLayerAndId) {
  ViewState view;
  Options options;
  options.page.page = "hd";
  options.page.callouts = "protests/a,sabotage/b";
  ASSERT_TRUE(apply_picture_options(view, options));
  ASSERT_EQ(view.page.callouts->size(), 2u);
  EXPECT_EQ(view.page.callouts->at(1).event, (EventKey{"sabotage", "b"}));
  options.page.callouts = "none";
  ASSERT_TRUE(apply_picture_options(view, options));
  EXPECT_TRUE(view.page.callouts->empty());
  options.page.callouts = "b";
  EXPECT_FALSE(apply_picture_options(view, options));
}

TEST(PageOptions, WhatDoesNotGoTogetherIsSaid) {
  ViewState view;
  Options options;
  options.page.transparent = true;
  EXPECT_FALSE(apply_picture_options(view, options));
  options = {};
  options.page.page = "a4";
  options.size = "800x600";
  EXPECT_FALSE(apply_picture_options(view, options));
  options.page.page = "present";
  EXPECT_TRUE(apply_picture_options(view, options));
  EXPECT_EQ(view.page.device, (Size{800, 600}));
  options = {};
  options.page.page = "none";
  ViewState plain;
  EXPECT_TRUE(apply_picture_options(plain, options));
  EXPECT_FALSE(plain.page.on);
}

}  // namespace
}  // namespace vidik
