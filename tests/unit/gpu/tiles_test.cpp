// A page painted tile by tile is the page painted at once.

#include "canvas.h"

#include <cstring>

namespace vidik {
namespace {

constexpr GeometryId kLand{MapLayer::land_focus, 0}, kBorder{MapLayer::border_inner, 0};

class TilesTest : public PainterTest {
 protected:
  TilesTest() {
    list.size = {300, 220};
    list.scale = 1.37F;  // as on a page: px at 1x end inside those of the file
    list.device = {409, 299};
    list.view = map_view({20, 43, 8}, {0, 0, 300, 200});
    list.base_key = 1;
    const auto at = [&](double x, double y) { return place(list.view, x, y); };
    const std::vector<Fixed2> land{at(-140, -90), at(150, -60), at(-20, 95)};
    const GeometryChunk all[] = {{kEverywhere, 0, 3}};
    painter->keep_geometry(kLand, {land, {}, all});
    std::vector<Fixed2> border;
    for (int i = 0; i < 280; ++i) border.push_back(at(i - 140, 50 * std::sin(i / 11.0)));
    const std::uint32_t ends[] = {280};
    const GeometryChunk points[] = {{kEverywhere, 0, 280}};
    painter->keep_geometry(kBorder, {border, ends, points});
    list.base = {Clip{list.view.box}, MapFill{kLand, {40, 120, 60, 255}, 1},
                 MapStroke{kBorder, {255, 255, 255, 140}, 9, 0, 0, true},
                 MapStroke{kBorder, kRed, 2.3F, 5, 3.4F}, Clip{}};
    Symbol symbol;
    symbol.centre = {94, 73}, symbol.radius = 14, symbol.shape = SymbolShape::hexagon, symbol.color = kBlue;
    TextStyle style;
    style.size = 36, style.color = kWhite, style.halo = kRed, style.halo_width = 3;
    list.top = {Fade{{0, 0, 300, 90}, {200, 10, 10, 200}, {10, 10, 200, 0}},
                Disc{{210.3F, 140.7F}, 33, kGreen, kWhite, 2},
                Arc{{94, 140}, 40, 3, 20, 300, kWhite},
                symbol,
                text_mark(list, fonts(), "Čačak", {60, 110}, style),
                Stroke{list.add_points({{3, 190}, {150, 30}, {290, 180}}), kWhite, 2.5F, 7, 4},
                Polygon{list.add_points({{180, 30}, {260, 44}, {230, 120}}), {255, 255, 0, 120}}};
  }

  Pixels tiled(int width, int height) {
    const Size page = list.device_size();
    Pixels out{page.width, page.height, {}};
    out.rgba.resize(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) * 4);
    auto target = OffscreenTarget::create(width, height);
    EXPECT_TRUE(target);
    std::vector<std::uint8_t> tile;
    for (int y = 0; y < page.height; y += height)
      for (int x = 0; x < page.width; x += width) {
        painter->paint_tile(list, (*target)->framebuffer(), {x, y, width, height});
        (*target)->read(tile);
        for (int row = 0; row < std::min(height, page.height - y); ++row)
          std::memcpy(&out.rgba[static_cast<std::size_t>((y + row) * page.width + x) * 4],
                      &tile[static_cast<std::size_t>(row * width) * 4],
                      static_cast<std::size_t>(std::min(width, page.width - x)) * 4);
      }
    return out;
  }
  Pixels whole() {
    const Size page = list.device_size();
    return tiled(page.width, page.height);
  }
};

TEST_F(TilesTest, TilesMeetWithoutASeam) {
  const Pixels once = whole();
  EXPECT_GT(once.ink(), 5000);
  for (const auto& [w, h] : {std::pair(128, 64), std::pair(100, 77), std::pair(409, 50)}) {
    const Pixels parts = tiled(w, h);
    EXPECT_TRUE(parts == once) << w << "x" << h;
  }
}

TEST_F(TilesTest, ACropIsWhatIsPaintedOfItAlone) {
  const Pixels once = whole();
  for (const PageTile& crop :
       {PageTile{37, 51, 203, 121}, PageTile{1, 0, 64, 299}, PageTile{250, 97, 159, 3}}) {
    auto target = OffscreenTarget::create(crop.width, crop.height);
    ASSERT_TRUE(target);
    painter->paint_tile(list, (*target)->framebuffer(), crop);
    std::vector<std::uint8_t> alone;
    (*target)->read(alone);
    std::vector<std::uint8_t> cut;
    for (int row = 0; row < crop.height; ++row) {
      const auto from = once.rgba.begin() + ((crop.y + row) * once.width + crop.x) * 4;
      cut.insert(cut.end(), from, from + crop.width * 4);
    }
    EXPECT_TRUE(alone == cut) << crop.x << ", " << crop.y;
  }
}

TEST_F(TilesTest, AMapInAnotherBoxIsTheSame) {
  list.size = {400, 300}, list.scale = 1, list.device = {};
  const auto placed = [&](float x, float y) {
    list.view.box = {x, y, 250, 180};
    list.base = {Clip{list.view.box}, MapFill{kLand, {40, 120, 60, 255}, 1},
                 MapStroke{kBorder, {255, 255, 255, 140}, 9, 0, 0, true},
                 MapStroke{kBorder, kRed, 2.3F, 5, 3.4F}, Clip{}};
    list.base_key = static_cast<std::uint64_t>(x + 2);
    Symbol symbol;
    symbol.centre = list.view.to_px(.5562, .3671), symbol.radius = 14, symbol.color = kBlue;
    list.top = {symbol};
    const Pixels page = whole();
    std::vector<Color> map;
    for (int row = 0; row < 180; ++row)
      for (int column = 0; column < 250; ++column)
        map.push_back(page.at(static_cast<int>(x) + column, static_cast<int>(y) + row));
    return map;
  };
  const std::vector<Color> corner = placed(0, 0);
  EXPECT_TRUE(placed(101, 57) == corner);
  EXPECT_TRUE(placed(150, 3) == corner);
}

TEST_F(TilesTest, TheSameTileIsTheSameWhateverWasPaintedBefore) {
  const Pixels first = tiled(128, 64);
  whole();
  EXPECT_EQ(tiled(128, 64), first);
}

TEST_F(TilesTest, AClearGroundStaysClear) {
  list.ground.a = 0;
  list.base.clear(), list.top = {Disc{{150, 100}, 20, kRed}};
  const Pixels page = whole();
  EXPECT_EQ(page.at(5, 5).a, 0);
  EXPECT_EQ(page.at(205, 137), kRed);
}

}  // namespace
}  // namespace vidik
