#include "ui/timeline_drags.h"

#include <gtest/gtest.h>

namespace vidik {
namespace {

Time day(int n) { return Time{n * kMicrosPerDay}; }

// 100 days on 1000 px from x = 100; the window is days 20…70, the playhead day 50.
TimelinePlaces places() {
  TimelinePlaces p;
  p.span = {day(0), day(100)};
  p.overview_span = {day(-900), day(1100)};
  p.plot = {100, 40, 1000, 120};
  p.axis = {100, 20, 1000, 20};
  p.histogram = {100, 40, 1000, 44};
  p.lanes = {100, 92, 1000, 64};
  p.overview = {100, 170, 1000, 26};
  p.window_body = {300, 29, 500, 18};
  p.handle_begin = {295, 29, 10, 18};
  p.handle_end = {795, 29, 10, 18};
  p.playhead = {592, 2, 16, 158};
  p.flag = {560, 0, 80, 22};
  for (int i = 0; i < 100; i += 10) {
    p.bars.push_back({100.0f + static_cast<float>(i) * 10,
                      200.0f + static_cast<float>(i) * 10,
                      {day(i), day(i + 10)},
                      {1},
                      {}});
  }
  return p;
}
Dragged start() { return {{day(20), day(70)}, {day(0), day(100)}, day(50)}; }
DragNow by(float dx, bool free = false) { return {{600 + dx, 100}, dx, free}; }

TEST(TimelineDrags, EachPartIsTakenHoldOfWhereItIs) {
  const TimelinePlaces p = places();
  EXPECT_EQ(grab_at(p, {600, 10}), Drag::playhead);
  EXPECT_EQ(grab_at(p, {603, 120}), Drag::playhead);
  EXPECT_EQ(grab_at(p, {289, 38}), Drag::handle_begin) << "the handle's hit area is 24 px wide";
  EXPECT_EQ(grab_at(p, {811, 38}), Drag::handle_end);
  EXPECT_EQ(grab_at(p, {450, 38}), Drag::window_body);
  EXPECT_EQ(grab_at(p, {450, 100}), Drag::scrub);
  EXPECT_EQ(grab_at(p, {50, 100}), Drag::none);
  EXPECT_EQ(grab_at(p, {575, 180}), Drag::overview_pan);
  EXPECT_EQ(grab_at(p, {550, 180}), Drag::overview_begin);
  EXPECT_EQ(grab_at(p, {600, 180}), Drag::overview_end);
}

TEST(TimelineDrags, ThePlayheadStaysInsideTheWindow) {
  const TimelinePlaces p = places();
  EXPECT_EQ(drag_timeline(Drag::playhead, p, start(), by(100)).cursor, day(60));
  EXPECT_EQ(drag_timeline(Drag::playhead, p, start(), by(5000)).cursor, day(70));
  EXPECT_EQ(drag_timeline(Drag::playhead, p, start(), by(-5000)).cursor, day(20));
}

TEST(TimelineDrags, AHandleNeverPassesTheOtherAndPushesThePlayhead) {
  const TimelinePlaces p = places();
  const Dragged far = drag_timeline(Drag::handle_begin, p, start(), by(5000, true));
  EXPECT_LT(far.window.begin, far.window.end);
  EXPECT_EQ(far.cursor, far.window.begin);
  const Dragged near = drag_timeline(Drag::handle_end, p, start(), by(-300, true));
  EXPECT_EQ(near.window.end, day(40));
  EXPECT_EQ(near.cursor, day(40));
}

TEST(TimelineDrags, HandlesSnapToBarsWithinSixPxUnlessFree) {
  const TimelinePlaces p = places();
  EXPECT_EQ(drag_timeline(Drag::handle_begin, p, start(), by(104)).window.begin, day(30));
  const Time free = drag_timeline(Drag::handle_begin, p, start(), by(104, true)).window.begin;
  EXPECT_EQ(free.us, day(30).us + kMicrosPerDay * 4 / 10);
  const Time far = drag_timeline(Drag::handle_begin, p, start(), by(110)).window.begin;
  EXPECT_EQ(far, day(31));
}

TEST(TimelineDrags, TheWindowMovesWholeWithItsPlayhead) {
  const Dragged moved = drag_timeline(Drag::window_body, places(), start(), by(200));
  EXPECT_EQ(moved.window, (Span{day(40), day(90)}));
  EXPECT_EQ(moved.cursor, day(70));
}

TEST(TimelineDrags, TheOverviewPansTheView) {
  const Dragged moved = drag_timeline(Drag::overview_pan, places(), start(), {{600, 180}, 50, false});
  EXPECT_EQ(moved.span, (Span{day(100), day(200)}));
  EXPECT_EQ(moved.window, start().window);
}

TEST(TimelineDrags, ZoomingKeepsTheTimeUnderThePointer) {
  const Span span = zoomed_span({day(0), day(100)}, day(25), 0.5);
  EXPECT_EQ(span, (Span{Time{day(25).us / 2}, Time{day(25).us + day(75).us / 2}}));
  EXPECT_LT(zoomed_span({day(0), day(1)}, day(0), 1e-9).begin.us,
            zoomed_span({day(0), day(1)}, day(0), 1e-9).end.us);
}

}  // namespace
}  // namespace vidik
