#include "frame/draw_list_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vidik {
namespace {

using testing::HasSubstr;
using testing::Not;

// One mark of each kind.
DrawList one_of_each() {
  DrawList list;
  list.size = {320, 200};
  list.scale = 2;
  list.ground = rgb(0x0b141b);
  list.view = map_view({20, 43, 6}, {0, 0, 320, 140});
  list.base_key = 77;
  list.base.push_back(MapFill{{MapLayer::sea, 1}, rgb(0x010203), 2});
  list.base.push_back(MapStroke{{MapLayer::border_disputed, 0}, rgb(0xffffff), 1.3f, 5, 3.4f, true});
  list.base.push_back(MapImage{ImageId::relief_light, {-1, -2, 3, 4}, .5f, 1});
  list.rows = {9};
  list.colors = {rgb(0xff0000)};
  list.top.push_back(MapPoints{123456, 0, 5, {0, 1}, {0, 1}, 5, .5f});
  list.top.push_back(Rect{{1, 2, 3, 4}, 6, rgb(0x111111), rgb(0x222222), 1});
  list.top.push_back(Stroke{list.add_points({{0, 0}, {1.006f, 2}}), rgb(0x333333), 2, 4, 3, true, true});
  list.top.push_back(Polygon{list.add_points({{0, 0}, {1, 0}, {0, 1}}), rgb(0x444444)});
  list.top.push_back(Arc{{5, 6}, 7, 2, 10, 20, rgb(0x555555)});
  list.top.push_back(Disc{{5, 6}, 7, rgb(0x666666)});
  list.top.push_back(
      Symbol{{5, 6}, 8.5f, SymbolShape::letter, SymbolStyle::disputed, rgb(1), rgb(2), rgb(3), .3f, 'Q'});
  list.top.push_back(SymbolRing{{5, 6}, 12, SymbolShape::star, rgb(4), 1.5f});
  list.glyphs = {{7, 10, 20, 0}, {8, 16, 20, 0}};
  list.top.push_back(GlyphRun{Face::semibold, 13, rgb(5), rgb(6), 3.2f, {0, 2}, "Niš \"\n"});
  list.top.push_back(Clip{{0, 0, 10, 10}});
  list.top.push_back(Clip{});
  return list;
}

TEST(DrawListText, OneMarkIsOneLine) {
  const DrawList list = one_of_each();
  const std::string text = to_text(list);
  const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  EXPECT_EQ(lines, 4 + list.base.size() + list.top.size());
}

TEST(DrawListText, TheSameListGivesTheSameText) { EXPECT_EQ(to_text(one_of_each()), to_text(one_of_each())); }

TEST(DrawListText, EveryKindOfMarkSaysWhatItIs) {
  const std::string text = to_text(one_of_each());
  EXPECT_THAT(text, HasSubstr("picture 320x200 scale 2.00 ground #0b141bff\n"));
  EXPECT_THAT(text, HasSubstr("map_fill sea lod 1 color #010203ff stencil 2\n"));
  EXPECT_THAT(
      text,
      HasSubstr("map_stroke border_disputed lod 0 color #ffffffff width 1.30 dash 5.00 gap 3.40 once\n"));
  EXPECT_THAT(text, HasSubstr("map_image image 8 box -1,-2 3,4 alpha 0.50 stencil 1\n"));
  EXPECT_THAT(text, HasSubstr("map_points first 0 last 5 size 5.00 alpha 0.50 rows 9 colors #ff0000ff\n"));
  EXPECT_THAT(text, HasSubstr("rect 1.00,2.00 3.00x4.00 radius 6.00 fill #111111ff border 1.00 #222222ff\n"));
  EXPECT_THAT(text, HasSubstr("closed round_caps points 0.00,0.00 1.01,2.00\n"));
  EXPECT_THAT(text, HasSubstr("symbol 5.00,6.00 radius 8.50 letter disputed color"));
  EXPECT_THAT(text, HasSubstr("symbol_ring 5.00,6.00 radius 12.00 star"));
  EXPECT_THAT(text, HasSubstr("clip 0.00,0.00 10.00x10.00\nclip off\n"));
}

TEST(DrawListText, TextIsQuotedSoThatItStaysOnItsLine) {
  EXPECT_THAT(to_text(one_of_each()), HasSubstr("text \"Niš \\\"\\x0a\" semibold size 13.00"));
}

TEST(DrawListText, WhatDiffersBetweenRunsIsNotWritten) {
  const std::string text = to_text(one_of_each());
  EXPECT_THAT(text, Not(HasSubstr("123456")));  // serial of a layer
  EXPECT_THAT(text, Not(HasSubstr("77")));      // key of the base
}

TEST(DrawListText, ARangeOutsideItsPoolIsNotRead) {
  DrawList list;
  list.top.push_back(Polygon{{5, 100}, rgb(0)});
  list.top.push_back(GlyphRun{Face::regular, 13, rgb(0), rgb(0), 0, {3, 9}, "x"});
  EXPECT_THAT(to_text(list), HasSubstr("polygon color #000000ff points\n"));
}

}  // namespace
}  // namespace vidik
