#include "scene/overlays.h"

#include "scene/camera.h"
#include "scene_stage.h"

namespace vidik {
namespace {

struct OverlayStage : Stage {
  OverlayStage()
      : Stage(EventRows().add(20.9, 42.6, at_day(2024, 3, 1), 3).add(21.4, 44.0, at_day(2024, 4, 1), 3)) {
    OverlayMarks marks;
    marks.layer = "test";
    marks.event_ids = {"e00000", "e00001", "gone"};
    overlays.push_back(marks);
    view.furniture.legend = view.furniture.timeline = false;
  }
  OverlayMark& add(OverlayKind kind, std::uint32_t event, double lon = 20.9, double lat = 42.6) {
    OverlayMarks& o = overlays[0];
    OverlayMark mark;
    mark.kind = kind;
    mark.event = event;
    mark.points = {static_cast<std::uint32_t>(o.points.size()), 1};
    mark.category_role = 3;
    mark.over = true;
    mark.size_px = 9;
    o.points.push_back({lon, lat});
    o.marks.push_back(mark);
    return o.marks.back();
  }
};

TEST(Overlays, AnOwnSymbolReplacesTheHostsAndCanBeHitWhereItIsDrawn) {
  OverlayStage stage;
  OverlayMark& mark = stage.add(OverlayKind::symbol, 0);
  mark.offset_x_px = 40;
  mark.tether = true;
  stage.overlays[0].own_symbol_ids = {"e00000"};
  const Picture picture = stage.draw();
  EXPECT_EQ(count_of<Symbol>(picture.list.top), 2u);
  const Px place = px_of(picture.list.view, LonLat{20.9, 42.6});
  ASSERT_EQ(picture.hits.size(), 2u);
  EXPECT_EQ(picture.hits[1].events, std::vector<EventRef>{(EventRef{0, 0})});
  EXPECT_NEAR(picture.hits[1].at.x, place.x + 40, 0.01);
}

TEST(Overlays, MarksOfAnEventThatIsNotVisibleAreLeftOut) {
  OverlayStage stage;
  stage.add(OverlayKind::symbol, 2);
  stage.add(OverlayKind::symbol, 1, 21.4, 44.0);
  stage.view.time.window = stage.view.timeline_span = {at_day(2024, 2, 1), at_day(2024, 3, 15)};
  stage.view.time.cursor = stage.view.time.window.end;
  EXPECT_EQ(count_of<Symbol>(stage.draw().list.top), 1u) << "only the host's own for the first";
}

TEST(Overlays, APolygonHasItsOwnPointsAndAllItsRings) {
  OverlayStage stage;
  stage.add(OverlayKind::symbol, 0);  // so that the polygon's points are not the first
  OverlayMarks& o = stage.overlays[0];
  OverlayMark mark;
  mark.kind = OverlayKind::polygon;
  mark.fill_opacity = 0.3f;
  mark.width_px = 2;
  mark.category_role = 3;
  mark.points = {static_cast<std::uint32_t>(o.points.size()), 7};
  mark.ring_ends = {static_cast<std::uint32_t>(o.ring_ends.size()), 2};
  for (const auto& [lon, lat] :
       {std::pair(19.0, 42.0), std::pair(22.0, 42.0), std::pair(22.0, 45.0), std::pair(19.0, 45.0),
        std::pair(20.0, 43.0), std::pair(21.0, 43.0), std::pair(20.5, 44.0)})
    o.points.push_back({lon, lat});
  o.ring_ends = {4, 7};
  o.marks.push_back(mark);
  const Picture picture = stage.draw();
  std::size_t outlines = 0;
  const Polygon* filled = nullptr;
  for (const Mark& m : picture.list.top) {
    if (const auto* polygon = std::get_if<Polygon>(&m)) filled = polygon;
    if (const auto* stroke = std::get_if<Stroke>(&m)) outlines += stroke->closed && stroke->width == 2;
  }
  ASSERT_NE(filled, nullptr);
  EXPECT_EQ(outlines, 2u);
  ASSERT_EQ(filled->points.count, 7u);
  ASSERT_EQ(filled->ring_ends.count, 2u);
  EXPECT_EQ(picture.list.rows[filled->ring_ends.first], 4u);
  EXPECT_EQ(picture.list.rows[filled->ring_ends.first + 1], 7u);
  const Px corner = px_of(picture.list.view, LonLat{19, 42});
  EXPECT_NEAR(picture.list.points[filled->points.first].x, corner.x, 0.01);
  EXPECT_NEAR(picture.list.points[filled->points.first].y, corner.y, 0.01);
}

TEST(Overlays, NamesKeepOffLinesOnlyWhileTheirEventIsShown) {
  OverlayStage stage;
  OverlayMark& mark = stage.add(OverlayKind::line, 1, 21.0, 43.0);
  mark.points.count = 2;
  stage.overlays[0].points.push_back({22.0, 43.5});
  const auto boxes = [&] {
    const SceneIn in = stage.in();
    Picture out;
    draw_scene(in, *stage.memory, out);
    Sheet sheet{in,
                stage.view,
                theme(stage.view.theme),
                TimeZone::utc(),
                out.list.view,
                out,
                Pen(out.list, out.list.base, test_fonts()),
                Pen(out.list, out.list.top, test_fonts())};
    SceneCounts counts;
    return overlay_boxes(sheet, gather_events(sheet, counts)).size();
  };
  EXPECT_GT(boxes(), 3u);
  stage.view.time.window = stage.view.timeline_span = {at_day(2024, 2, 1), at_day(2024, 3, 15)};
  stage.view.time.cursor = stage.view.time.window.end;
  EXPECT_EQ(boxes(), 0u);
}

TEST(Overlays, ACircleIsAsLargeAsItsMetres) {
  OverlayStage stage;
  OverlayMark& mark = stage.add(OverlayKind::circle, 0xffffffff);
  mark.radius_m = 30'000;
  mark.fill_opacity = 0.2f;
  const Picture picture = stage.draw();
  const double px = 30'000 / metres_per_px(picture.list.view, 42.6);
  bool found = false;
  for (const Mark& m : picture.list.top)
    if (const auto* disc = std::get_if<Disc>(&m)) found |= std::fabs(disc->radius - px) < 0.05;
  EXPECT_TRUE(found);
}

TEST(Overlays, ARingFillsBetweenLowAndHigh) {
  OverlayStage stage;
  OverlayMark& mark = stage.add(OverlayKind::ring, 0);
  mark.inner_px = 10;
  mark.outer_px = 22;
  mark.fill_opacity = 0.3f;
  const Picture picture = stage.draw();
  bool band = false;
  for (const Mark& m : picture.list.top)
    if (const auto* arc = std::get_if<Arc>(&m)) band |= arc->radius == 16 && arc->width == 12;
  EXPECT_TRUE(band);
}

TEST(Overlays, UnderIsPaintedBeforeTheSymbolsAndOverAfter) {
  OverlayStage stage;
  stage.add(OverlayKind::line, 0xffffffff).over = false;
  stage.overlays[0].points.push_back({21, 43});
  stage.overlays[0].marks[0].points.count = 2;
  stage.overlays[0].marks[0].width_px = 7;
  stage.add(OverlayKind::label, 0xffffffff).text = "canal";
  const Picture picture = stage.draw();
  std::size_t line = 0, symbol = 0, label = 0;
  for (std::size_t i = 0; i < picture.list.top.size(); ++i) {
    const Mark& m = picture.list.top[i];
    if (const auto* stroke = std::get_if<Stroke>(&m); stroke != nullptr && stroke->width == 7) line = i;
    if (std::holds_alternative<Symbol>(m)) symbol = i;
    if (const auto* run = std::get_if<GlyphRun>(&m); run != nullptr && run->text == "canal") label = i;
  }
  EXPECT_LT(line, symbol);
  EXPECT_LT(symbol, label);
}

TEST(Overlays, ALayerThatIsOffDrawsNothing) {
  OverlayStage stage;
  stage.add(OverlayKind::label, 0xffffffff).text = "canal";
  stage.view.layer_on = {false};
  EXPECT_FALSE(says(stage.draw(), "canal"));
}

}  // namespace
}  // namespace vidik
