// The page that leaves the program: what it says, and that nothing on it covers anything else.

#include "scene/present_plan.h"
#include "scene_stage.h"

#include <set>

namespace vidik {
namespace {

constexpr Size kPages[] = {{1920, 1080}, {1080, 1080}, {1080, 1350}, {2480, 3508},
                           {3508, 2480}, {640, 360},   {3000, 900}};

struct Page : Stage {
  explicit Page(const EventRows& rows, Size px = {1920, 1080}, double ratio = 1) : Stage(rows) {
    view.theme = ThemeName::light;
    view.furniture.title = "What happened where and when";
    credits = {"© OpenStreetMap contributors (ODbL)", "relief SRTM"};
    set_page(view, px, ratio);
    lay_out_page(view);
    view.camera = fit_region(view);
  }
};

EventRows winter(int places = 8) {
  EventRows rows;
  for (int i = 0; i < places; ++i)
    rows.add(16.5 + 0.7 * i, 41 + 0.5 * (i % 9), at_day(2024, 1 + i % 12, 3),
             static_cast<std::uint16_t>(i % 4), static_cast<Status>(i % 4), 3 + i % 3);
  return rows;
}

std::vector<std::string> texts(const Picture& picture) {
  std::vector<std::string> out;
  for (const Mark& mark : picture.list.top)
    if (const auto* run = std::get_if<GlyphRun>(&mark)) out.push_back(run->text);
  return out;
}

TEST(Present, APageSaysWhatItShowsForWhenAndFromWhom) {
  const Picture picture = Page(winter()).draw();
  for (const char* words : {"What happened", "1 Jan 2024 to 31 Dec 2024", "8 events", "Protest", "Confirmed",
                            "Dashed", "Events per", "Kosovo–Serbia line",
                            "© OpenStreetMap contributors (ODbL)", "relief SRTM", "Times: UTC", "km", "N"}) {
    std::string all;
    for (const std::string& text : texts(picture)) all += text + " ";
    EXPECT_NE(all.find(words), std::string::npos) << words << " is not in: " << all;
  }
  EXPECT_EQ(picture.timeline.plot.h, 0);
}

TEST(Present, TheKeyHasTheClassesOfTheVisibleSetWithTheirCounts) {
  Page page(winter());
  page.view.time.window = {at_day(2024, 1, 1), at_day(2024, 4, 1)};  // three events: categories 0, 1, 2
  page.view.time.cursor = page.view.time.window.end;
  page.view.page.callouts.emplace();
  const std::vector<std::string> said = texts(page.draw());
  const auto has = [&](const char* text) { return std::count(said.begin(), said.end(), text); };
  EXPECT_EQ(has("Protest"), 1);
  EXPECT_EQ(has("Sabotage"), 1);
  EXPECT_EQ(has("Clash"), 1);
  EXPECT_EQ(has("Forces"), 0);
  EXPECT_EQ(has("1"), 3);
}

TEST(Present, EveryWordLiesOnThePageAtEverySize) {
  for (const Size px : kPages) {
    Page page(winter(12), px);
    const PresentPlan plan = plan_present(page.view);
    const Picture picture = page.draw();
    const DrawList& list = picture.list;
    EXPECT_EQ(list.device_size(), px);
    for (const Mark& mark : list.top) {
      const auto* run = std::get_if<GlyphRun>(&mark);
      if (run == nullptr) continue;
      for (std::uint32_t i = 0; i < run->glyphs.count; ++i) {
        const Glyph& glyph = list.glyphs[run->glyphs.first + i];
        EXPECT_TRUE(glyph.x >= 0 && glyph.x < plan.width && glyph.y > 0 && glyph.y < plan.height)
            << run->text << " at " << glyph.x << ' ' << glyph.y << " of " << px.width << 'x' << px.height;
      }
    }
  }
}

TEST(Present, APageTwiceAsLargeIsTheSamePage) {
  const Picture hd = Page(winter(), {1920, 1080}).draw(), wall = Page(winter(), {3840, 2160}).draw(),
                ratio = Page(winter(), {1920, 1080}, 2).draw();
  EXPECT_EQ(wall.list.device_size(), (Size{3840, 2160}));
  EXPECT_EQ(ratio.list.device_size(), (Size{3840, 2160}));
  EXPECT_FLOAT_EQ(wall.list.scale, 2 * hd.list.scale);
  ASSERT_EQ(hd.list.glyphs.size(), wall.list.glyphs.size());
  for (std::size_t i = 0; i < hd.list.glyphs.size(); ++i) {
    EXPECT_NEAR(hd.list.glyphs[i].x, wall.list.glyphs[i].x, 0.01);
    EXPECT_NEAR(hd.list.glyphs[i].y, wall.list.glyphs[i].y, 0.01);
  }
  EXPECT_EQ(ratio.list.glyphs.size(), wall.list.glyphs.size());
}

TEST(Present, CallOutsAreOfTheMostSevereOrOfThoseAskedFor) {
  EventRows rows = winter(10);
  rows.batch.texts.put(Field::title, "the last one");
  Page page(rows);
  const std::vector<std::string> usual = texts(page.draw());
  const auto dated = [](const std::vector<std::string>& all) {
    return std::count_if(all.begin(), all.end(), [](const std::string& t) {
      return t.ends_with(" 2024") && !t.starts_with("1 Jan");
    });
  };
  EXPECT_GT(dated(usual), 0);
  EXPECT_LE(dated(usual), 6 + 12);  // and the strip's months
  page.view.page.callouts.emplace();
  page.view.page.callouts->push_back({{"test", "e00009"}, {}, {}});
  const std::vector<std::string> asked = texts(page.draw());
  EXPECT_EQ(std::count(asked.begin(), asked.end(), "the last one"), 1);
  page.view.page.callouts->front() = {{"test", "e00009"}, "Here", "is what we found"};
  const std::vector<std::string> own = texts(page.draw());
  EXPECT_EQ(std::count(own.begin(), own.end(), "Here"), 1);
  EXPECT_EQ(std::count(own.begin(), own.end(), "is what we found"), 1);
  page.view.page.callouts->front() = {{"test", "nobody"}, "Here", "x"};
  const std::vector<std::string> none = texts(page.draw());
  EXPECT_EQ(std::count(none.begin(), none.end(), "Here"), 0);
}

TEST(Present, TheBordersSentenceStaysButItsEndCanBeOnesOwn) {
  Page page(winter());
  page.view.page.border_words = "we take no side.";
  std::string all;
  for (const std::string& text : texts(page.draw())) all += text + " ";
  EXPECT_NE(all.find("drawn dashed; we take no side."), std::string::npos) << all;
  EXPECT_EQ(all.find("endorsement"), std::string::npos);
}

TEST(Present, AClearPageHasNoGround) {
  Page page(winter());
  page.view.page.transparent = true;
  const Picture picture = page.draw();
  EXPECT_EQ(picture.list.ground.a, 0);
  EXPECT_EQ(count_of<Fade>(picture.list.top), 0u);
  page.view.page.transparent = false;
  EXPECT_EQ(page.draw().list.ground.a, 255);
}

TEST(Present, AnEmptyWindowIsAPageToo) {
  Page page(winter());
  page.view.time.window = {at_day(2020, 1, 1), at_day(2020, 2, 1)};
  page.view.time.cursor = page.view.time.window.end;
  std::string all;
  for (const std::string& text : texts(page.draw())) all += text + " ";
  EXPECT_NE(all.find("0 events"), std::string::npos) << all;
}

}  // namespace
}  // namespace vidik
