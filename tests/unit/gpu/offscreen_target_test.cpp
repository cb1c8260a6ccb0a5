#include "canvas.h"

namespace vidik {
namespace {

class OffscreenTargetTest : public PainterTest {};

TEST_F(OffscreenTargetTest, ASizeNoDriverDrawsIsRefusedInWords) {
  for (const auto& [w, h] : {std::pair(0, 5), std::pair(-3, 5), std::pair(5, 1'000'000)}) {
    const auto target = OffscreenTarget::create(w, h);
    ASSERT_FALSE(target);
    EXPECT_EQ(target.error().code, Code::refused);
    EXPECT_NE(target.error().text.find("px"), std::string::npos);
  }
}

TEST_F(OffscreenTargetTest, TheTopRowIsReadFirst) {
  list.top.push_back(Rect{{0, 0, 64, 1}, 0, kRed});
  const Pixels page = paint();
  EXPECT_EQ(page.at(30, 0), kRed);
  EXPECT_EQ(page.at(30, 63), kBlack);
}

TEST_F(OffscreenTargetTest, TheDriverIsNamed) {
  EXPECT_NE(painter->renderer().find("OpenGL"), std::string::npos);
}

}  // namespace
}  // namespace vidik
