#include "export/vector_walk.h"
#include "export/vector_cut.h"
#include "export/vector_shapes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace vidik {
namespace {

struct Call {
  std::string kind;
  VectorPath path = {};
  Color color = {};
  VectorPen pen = {};
  Box2 box = {};
  float alpha = 1;
  std::string text = {};
  int depth = 0;
};

class Recorder final : public VectorSink {
 public:
  void fill(const VectorPath& path, Color color) override { add({"fill", path, color}); }
  void stroke(const VectorPath& path, Color color, const VectorPen& pen) override {
    add({"stroke", path, color, pen});
  }
  void fade(const Box2& box, Color from, Color, bool) override { add({"fade", {}, from, {}, box}); }
  void text(const GlyphRun& run, std::span<const Glyph>) override {
    add({"text", {}, run.color, {}, {}, 1, run.text});
  }
  void image(const VectorImage& image, const Box2& box, float alpha) override {
    EXPECT_EQ(image.rgba.size(),
              static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4);
    add({"image", {}, {}, {}, box, alpha});
  }
  void begin_clip(const VectorPath& path) override { add({"clip", path}), ++depth; }
  void begin_group(float alpha) override { add({"group", {}, {}, {}, {}, alpha}), ++depth; }
  void end() override { --depth; }

  std::vector<Call> of(const std::string& kind) const {
    std::vector<Call> out;
    std::copy_if(calls.begin(), calls.end(), std::back_inserter(out),
                 [&](const Call& c) { return c.kind == kind; });
    return out;
  }
  std::vector<Call> calls;
  int depth = 0;

 private:
  void add(Call call) {
    call.depth = depth;
    calls.push_back(std::move(call));
  }
};

// A page of 100 x 100 px that shows 100 px of a world 1000 px wide, from (450, 450) on.
class VectorWalk : public testing::Test {
 protected:
  VectorWalk() : made(Fonts::create()), fonts(made->get()) {
    list.size = {100, 100};
    list.ground = rgb(0xffffff);
    list.view.box = {0, 0, 100, 100};
    list.view.px_per_world = 1000;
  }
  static Fixed2 at(double x, double y) {  // px of the page
    const auto unit = [](double px) {
      return static_cast<std::int32_t>(std::llround(((px + 450) / 1000 - 0.5) * 4294967296.0));
    };
    return {unit(x), unit(y)};
  }
  void keep_area(GeometryId id, double x0, double y0, double x1, double y1) {
    const std::vector<Fixed2> v{at(x0, y0), at(x1, y0), at(x1, y1), at(x1, y1), at(x0, y1), at(x0, y0)};
    const GeometryChunk chunk{{v[0].x, v[0].y, v[2].x, v[2].y}, 0, 6};
    parts.keep_geometry(id, {v, {}, std::span(&chunk, 1)});
  }
  void keep_line(GeometryId id, std::vector<Fixed2> v) {
    GeometryChunk chunk{{}, 0, static_cast<std::uint32_t>(v.size())};
    for (const Fixed2 p : v) chunk.box.add(p);
    const auto end = static_cast<std::uint32_t>(v.size());
    parts.keep_geometry(id, {v, std::span(&end, 1), std::span(&chunk, 1)});
  }
  VectorWalkStats walk() {
    const VectorWalkStats stats = walk_picture(list, parts, *fonts, sink);
    EXPECT_EQ(sink.depth, 0) << "what is begun is ended";
    for (const Call& call : sink.calls) {
      const double room = std::max(2.0, static_cast<double>(call.pen.width));
      if (call.kind != "clip" && !call.path.empty()) {
        const PageBox bounds = bounds_of(call.path);
        EXPECT_TRUE((PageBox{0, 0, 100, 100}.grown(room).holds(bounds)))
            << call.kind << " " << bounds.west << "," << bounds.north << " " << bounds.east << ","
            << bounds.south;
      }
    }
    return stats;
  }

  Result<std::unique_ptr<Fonts>> made;
  Fonts* fonts;
  DrawList list;
  VectorParts parts;
  Recorder sink;
};

TEST_F(VectorWalk, AreasBecomeOneOutlineCutAtThePage) {
  keep_area({MapLayer::land, 0}, -3000, 20, 60, 80);
  list.base = {MapFill{{MapLayer::land, 0}, rgb(0x112233), 0}};
  EXPECT_EQ(walk().left_out, 0u);
  const auto fills = sink.of("fill");
  ASSERT_EQ(fills.size(), 1u);
  EXPECT_EQ(fills[0].color, rgb(0x112233));
  const PageBox bounds = bounds_of(fills[0].path);
  EXPECT_NEAR(bounds.east, 60, 0.01);
  EXPECT_NEAR(bounds.north, 20, 0.01);
}

TEST_F(VectorWalk, ImagesLieInsideAndOutsideTheAreasOfTheirBits) {
  keep_area({MapLayer::land_focus, 0}, 10, 10, 50, 90);
  keep_area({MapLayer::sea, 0}, 40, 10, 90, 90);
  const std::vector<std::uint8_t> grey(4 * 4 * 4, 128);
  parts.keep_image(ImageId::relief_light, 4, 4, grey);
  const Fixed2 a = at(0, 0), b = at(100, 100);
  list.base = {MapFill{{MapLayer::land_focus, 0}, rgb(0xffffff), 1}, MapFill{{MapLayer::sea, 0}, rgb(0), 2},
               MapImage{ImageId::relief_light, {a.x, a.y, b.x, b.y}, 0.4f, 1, 2}};
  EXPECT_EQ(walk().images, 1u);
  EXPECT_EQ(sink.of("clip").size(), 2u);
  const auto images = sink.of("image");
  ASSERT_EQ(images.size(), 1u);
  EXPECT_EQ(images[0].depth, 2);
  EXPECT_FLOAT_EQ(images[0].alpha, 0.4f);
  EXPECT_NEAR(images[0].box.w, 40, 1.01) << "no more than its area shows";
}

TEST_F(VectorWalk, AFillWithoutAlphaKeepsWhatIsBeforeItOutOfItsArea) {
  keep_area({MapLayer::land_focus, 0}, 10, 10, 90, 90);
  keep_area({MapLayer::sea, 0}, 50, 10, 90, 90);
  list.base = {MapFill{{MapLayer::land_focus, 0}, rgb(0xffffff), 1},
               MapFill{{MapLayer::sea, 0}, {0, 0, 0, 0}, 2}};
  walk();
  ASSERT_EQ(sink.of("fill").size(), 1u);
  EXPECT_EQ(sink.of("fill")[0].depth, 1);
  EXPECT_EQ(sink.of("clip").size(), 1u);
}

TEST_F(VectorWalk, LinesAreCutAndDashesGoOnWhereTheyWere) {
  keep_line({MapLayer::rivers_1, 0}, {at(-19, 50), at(50, 50)});
  list.base = {MapStroke{{MapLayer::rivers_1, 0}, {255, 0, 0, 128}, 2, 6, 4, true}};
  walk();
  const auto strokes = sink.of("stroke");
  ASSERT_EQ(strokes.size(), 1u) << "at -2 px the line is in a gap";
  EXPECT_NEAR(bounds_of(strokes[0].path).west, 1, 0.01) << "the third dash begins 20 px along";
  EXPECT_FLOAT_EQ(strokes[0].pen.dash, 6);
  EXPECT_FALSE(strokes[0].pen.round);
}

TEST_F(VectorWalk, ACutDashAndTheOthersAreOneGroupWhereTheyAreTranslucent) {
  keep_line({MapLayer::rivers_1, 0}, {at(-5, 50), at(50, 50)});
  list.base = {MapStroke{{MapLayer::rivers_1, 0}, {255, 0, 0, 128}, 2, 6, 4, true}};
  walk();
  ASSERT_EQ(sink.of("group").size(), 1u);
  const auto strokes = sink.of("stroke");
  ASSERT_EQ(strokes.size(), 2u);
  for (const Call& one : strokes) EXPECT_EQ(one.color.a, 255) << "the group has the alpha";
  EXPECT_EQ(strokes[1].pen.dash, 0);
  EXPECT_NEAR(bounds_of(strokes[1].path).east, 1, 0.01);
}

TEST_F(VectorWalk, AStencilKeepsLinesOnTheirArea) {
  keep_area({MapLayer::sea, 0}, 0, 0, 50, 100);
  keep_line({MapLayer::coast_focus, 0}, {at(0, 50), at(100, 50)});
  list.base = {MapFill{{MapLayer::sea, 0}, rgb(0xff), 2},
               MapStroke{{MapLayer::coast_focus, 0}, rgb(0xff0000), 20, 0, 0, false, 2},
               MapStroke{{MapLayer::coast_focus, 0}, rgb(0xff00), 12, 0, 0, false, 2}};
  walk();
  EXPECT_EQ(sink.of("clip").size(), 1u) << "one clip for both";
  for (const Call& one : sink.of("stroke")) EXPECT_EQ(one.depth, 1);
  list.names = list.base, list.base.clear();
  sink.calls.clear();
  EXPECT_EQ(walk().left_out, 2u) << "only the base has areas to keep to";
}

TEST_F(VectorWalk, AClipIsOpenedOnlyForWhatCrossesIt) {
  list.points = {{20, 20}, {30, 30}, {20, 50}, {90, 50}};
  list.top = {Clip{{10, 10, 50, 50}},
              Stroke{{0, 2}, rgb(0), 1},
              Rect{{70, 70, 10, 10}, 0, rgb(0)},
              Stroke{{2, 2}, rgb(0), 1},
              Clip{},
              Stroke{{2, 2}, rgb(1), 1}};
  walk();
  ASSERT_EQ(sink.calls.size(), 4u);
  EXPECT_EQ(sink.calls[0].kind, "stroke");
  EXPECT_EQ(sink.calls[1].kind, "clip");
  EXPECT_NEAR(bounds_of(sink.calls[2].path).east, 61, 0.01) << "cut a line's width behind it";
  EXPECT_EQ(sink.calls[3].depth, 0);
  EXPECT_NEAR(bounds_of(sink.calls[3].path).east, 90, 0.01);
}

TEST_F(VectorWalk, EveryMarkOfThePageIsDrawnAndWhatIsOutsideIsNot) {
  list.points = {{-500, 50}, {500, 50}, {10, 10}, {90, 10}, {90, 90}};
  list.glyphs = {{1, 5, 50, 0}, {1, 500, 500, 0}};
  GlyphRun run, far;
  run.text = "a", run.glyphs = {0, 1};
  far.text = "b", far.glyphs = {1, 1};
  Symbol half{{50, 50},      6,  SymbolShape::hexagon, SymbolStyle::disputed, rgb(0xff0000), rgb(0xffffff),
              rgb(0xffffff), .5f};
  Symbol letter{
      {20, 20}, 6,  SymbolShape::letter, SymbolStyle::confirmed, rgb(0xff), rgb(0xffffff), rgb(0xffffff),
      1,        'K'};
  Symbol outside = half;
  outside.centre = {300, 300};
  list.top = {Rect{{-10, -10, 30, 30}, 4, rgb(1), rgb(2), 1},
              Stroke{{0, 2}, rgb(3), 2},
              Polygon{{2, 3}, rgb(4)},
              Fade{{0, 0, 200, 10}, rgb(5), rgb(6), true},
              Arc{{50, 50}, 20, 3, 0, 90, rgb(7)},
              Disc{{95, 95}, 10, rgb(8)},
              half,
              letter,
              outside,
              SymbolRing{{50, 50}, 9, SymbolShape::square, rgb(9)},
              run,
              far};
  EXPECT_EQ(walk().left_out, 0u);
  ASSERT_EQ(sink.of("text").size(), 2u);
  EXPECT_EQ(sink.of("text")[0].text, "K");
  EXPECT_EQ(sink.of("text")[1].text, "a");
  ASSERT_EQ(sink.of("group").size(), 1u) << "a translucent symbol does not show through itself";
  EXPECT_FLOAT_EQ(sink.of("group")[0].alpha, .5f);
  ASSERT_EQ(sink.of("fade").size(), 1u);
  EXPECT_FLOAT_EQ(sink.of("fade")[0].box.w, 100);
  const auto strokes = sink.of("stroke");
  EXPECT_TRUE(std::any_of(strokes.begin(), strokes.end(), [](const Call& c) { return c.color == rgb(7); }));
  EXPECT_TRUE(std::any_of(strokes.begin(), strokes.end(),
                          [](const Call& c) { return c.color == rgb(9) && !c.pen.round_joins; }));
}

TEST_F(VectorWalk, PointsAreDiscsInTheColourOfTheirCategory) {
  const std::vector<Fixed2> places{at(50, 50), at(500, 50), at(20, 30)};
  const std::vector<std::uint16_t> categories{1, 0, 7};
  parts.keep_points(5, places, categories);
  list.colors = {rgb(0x10), rgb(0x20)};
  list.top = {MapPoints{5, 0, 3, {}, {0, 2}, 4, 1}};
  walk();
  ASSERT_EQ(sink.of("fill").size(), 2u);
  EXPECT_EQ(sink.of("fill")[1].color, rgb(0x20)) << "the last colour is that of all further categories";
}

TEST_F(VectorWalk, WhatIsMissingOrNotANumberIsCounted) {
  list.points = {{0, 0}, {std::numeric_limits<float>::quiet_NaN(), 4}};
  list.base = {MapFill{{MapLayer::land, 0}, rgb(0), 0}, MapStroke{{MapLayer::rivers_1, 0}, rgb(0)},
               MapImage{ImageId::relief_dark, {}}};
  list.top = {Stroke{{0, 2}, rgb(0), 1}, Stroke{{0, 9}, rgb(0), 1}, MapPoints{3, 0, 1, {}, {}}};
  EXPECT_EQ(walk().left_out, 6u);
  EXPECT_TRUE(sink.calls.empty());
}

TEST_F(VectorWalk, AKeptPartCoversItsBoxAndStaysInIt) {
  auto part = std::make_shared<DrawList>();
  part->scale = 1;
  part->points = {{0, 95}, {100, 95}};
  part->top = {Stroke{{0, 2}, rgb(3), 1}};
  list.kept = {{0, 90, 80, 10}, 1, part};
  walk();
  ASSERT_FALSE(sink.of("fill").empty());
  EXPECT_EQ(sink.of("fill")[0].color, list.ground);
  ASSERT_EQ(sink.of("stroke").size(), 1u);
  EXPECT_NEAR(bounds_of(sink.of("stroke")[0].path).east, 81, 0.01);
}

TEST(VectorShapes, SymbolsHaveTheirCornersAndReach) {
  EXPECT_TRUE(symbol_corners(0, {0, 0}, 1).empty());
  const std::pair<SymbolShape, std::size_t> corners[] = {
      {SymbolShape::diamond, 4},     {SymbolShape::square, 4},   {SymbolShape::hexagon, 6},
      {SymbolShape::triangle_up, 3}, {SymbolShape::pentagon, 5}, {SymbolShape::plus, 12},
      {SymbolShape::star, 10},       {SymbolShape::bar, 4}};
  for (const auto& [shape, count] : corners) {
    const PageLine made = symbol_corners(static_cast<std::size_t>(shape), {0, 0}, 10);
    EXPECT_EQ(made.size(), count) << static_cast<int>(shape);
    for (const PagePoint p : made)
      EXPECT_LE(std::hypot(p.x, p.y), 10 * static_cast<double>(reach_of(shape)) + 0.01);
  }
  const PageBox up =
      bounds_of(symbol_corners(static_cast<std::size_t>(SymbolShape::triangle_up), {0, 0}, 10));
  EXPECT_NEAR(up.north, -14.2 + 2.2, 0.01);
}

TEST(VectorCut, RingsAndLinesStayInTheBox) {
  const PageLine ring{{-10, -10}, {50, 40}, {-10, 120}};
  const PageLine cut = cut_ring(ring, {0, 0, 100, 100});
  EXPECT_TRUE((PageBox{0, 0, 100, 100}.grown(1e-9).holds(bounds_of(cut))));
  std::vector<CutLine> lines;
  cut_line(PageLine{{-10, 50}, {110, 50}, {110, 60}, {90, 60}}, {0, 0, 100, 100}, lines);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].begin, 10);
  EXPECT_EQ(lines[1].begin, 140);
}

}  // namespace
}  // namespace vidik
