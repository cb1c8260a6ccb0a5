// Marks of a guest: the good ones become frame types, the others are counted and why.
#include "guest/recorder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace vidik {
namespace {

WireMark ring(double lon, float low, float high) {
  WireMark mark;
  mark.kind = MarkKind::ring;
  mark.style.size = sizeof mark.style;
  mark.style.opacity = 1;
  mark.style.width_pt = 1;
  mark.symbol.at = {lon, 44};
  mark.symbol.event = VIDIK_NO_EVENT;
  mark.low_pt = low;
  mark.high_pt = high;
  return mark;
}

class RecorderTest : public testing::Test {
 protected:
  HandedEvents none_;
  std::vector<Category> categories_ = CategoryTable().rows();
  Recorder recorder(DrawBudget budget = {}) {
    return Recorder(none_, categories_, theme(ThemeName::dark), budget);
  }
};

TEST_F(RecorderTest, AMarkKeepsItsPlaceItsRadiiAndItsCategory) {
  Recorder r = recorder();
  WireMark mark = ring(20, 5, 9);
  mark.style.category = 3;
  EXPECT_TRUE(r.add(mark));
  const OverlayMarks out = r.take();
  ASSERT_EQ(out.marks.size(), 1u);
  EXPECT_EQ(out.marks[0].kind, OverlayKind::ring);
  EXPECT_EQ(out.marks[0].inner_px, 5);
  EXPECT_EQ(out.marks[0].outer_px, 9);
  EXPECT_EQ(out.marks[0].category_role, 3);
  EXPECT_EQ(out.marks[0].color.a, 0) << "the scene takes the category's colour";
  EXPECT_EQ(out.points.at(0).lon, 20);
}

TEST_F(RecorderTest, MarksThatCannotBeAreCountedAndTheOthersStay) {
  Recorder r = recorder();
  r.add(ring(std::nan(""), 5, 9));
  r.add(ring(std::numeric_limits<double>::infinity(), 5, 9));
  r.add(ring(1e9, 5, 9));
  r.add(ring(20, 9, 5));
  r.add(ring(20, -1, 5));
  r.add(ring(20, 5, 1e6F));
  r.add(ring(20, 5, 9));
  EXPECT_EQ(r.first_fault(), "place is not finite");
  const OverlayMarks out = r.take();
  EXPECT_EQ(out.refused, 6u);
  EXPECT_EQ(out.marks.size(), 1u);
}

TEST_F(RecorderTest, KeepsWhatFitsTheBudgetAndListensNoLongerThanFourTimesThat) {
  Recorder r = recorder({10, 100, 1000});
  int taken = 0;
  while (r.add(ring(20, 5, 9))) ++taken;
  EXPECT_EQ(taken, 400);
  EXPECT_TRUE(r.was_full());
  EXPECT_EQ(r.take().marks.size(), 100u);
}

TEST_F(RecorderTest, AnOwnColourIsTakenAsItIs) {
  Recorder r = recorder();
  WireMark mark = ring(20, 5, 9);
  mark.style.colour = VIDIK_COLOUR_RGBA;
  mark.style.rgba = 0x11223344;
  r.add(mark);
  EXPECT_EQ(r.take().marks[0].color, (Color{0x11, 0x22, 0x33, 0x44}));
}

TEST(MarkFault, PolygonsNeedRingsThatCoverTheirPoints) {
  WireMark mark;
  mark.kind = MarkKind::polygon;
  mark.style.size = sizeof mark.style;
  mark.points = {{19, 43}, {20, 43}, {20, 44}, {19, 44}};
  mark.ring_ends = {4};
  EXPECT_EQ(mark_fault(mark), nullptr);
  mark.ring_ends = {3};
  EXPECT_STREQ(mark_fault(mark), "rings that do not cover the points");
  mark.ring_ends = {2, 4};
  EXPECT_STREQ(mark_fault(mark), "a ring of fewer than three points");
  mark.ring_ends = {5};
  EXPECT_STREQ(mark_fault(mark), "a ring of fewer than three points");
  mark.ring_ends = {};
  EXPECT_STREQ(mark_fault(mark), "rings that do not cover the points");
}

TEST(MarkFault, ALabelIsShortAndUtf8) {
  WireMark mark;
  mark.kind = MarkKind::label;
  mark.style.size = sizeof mark.style;
  mark.text = "Газиводе";
  EXPECT_EQ(mark_fault(mark), nullptr);
  mark.text = "\xe9";
  EXPECT_STREQ(mark_fault(mark), "a label that is not UTF-8");
  mark.text = std::string(201, 'x');
  EXPECT_STREQ(mark_fault(mark), "a label of 0 or more than 200 bytes");
}

TEST(DrawWire, AMarkComesBackAsItWasAndEveryPrefixIsRefused) {
  WireMark mark = ring(20, 5, 9);
  mark.kind = MarkKind::polygon;
  mark.points = {{19, 43}, {20, 43}, {20, 44}};
  mark.ring_ends = {3};
  mark.text = "t";
  WireOut out(Message::marks);
  encode_mark(mark, out);
  const std::string bytes = out.take().substr(kWireHead);
  WireIn in(bytes);
  const WireMark back = decode_mark(in);
  ASSERT_TRUE(in.finished());
  EXPECT_EQ(back.kind, mark.kind);
  EXPECT_EQ(back.points.size(), 3u);
  EXPECT_EQ(back.ring_ends, mark.ring_ends);
  EXPECT_EQ(back.high_pt, 9);
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    WireIn cut(std::string_view(bytes).substr(0, n));
    decode_mark(cut);
    EXPECT_FALSE(cut.ok()) << n;
  }
}

}  // namespace
}  // namespace vidik
