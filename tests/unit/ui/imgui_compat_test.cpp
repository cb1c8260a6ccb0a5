#include "ui/imgui_compat.h"

#include <gtest/gtest.h>

#include <string>

// Stand-ins for the versions that are not installed: what each type offers is what the code goes by.
namespace vidik::imgui_compat {
namespace {

struct Place {
  float x = 0, y = 0;
};
struct Io186 {
  int KeyMap[64] = {};
  bool KeysDown[512] = {};
  Place MousePos;
  bool MouseDown[5] = {};
  float MouseWheel = 0, MouseWheelH = 0, FontGlobalScale = 1;
  bool KeyCtrl = false, KeyShift = false, KeyAlt = false;
  const char* (*GetClipboardTextFn)(void*) = nullptr;
  void (*SetClipboardTextFn)(void*, const char*) = nullptr;
  void* ClipboardUserData = nullptr;
};
struct Style186 {};
enum Key190 { kKey190Tab = 512 };
struct Io190 {
  std::string said;
  float FontGlobalScale = 1;
  bool KeyCtrl = false, KeyShift = false, KeyAlt = false;
  void AddKeyEvent(Key190 key, bool down) {
    said += "key " + std::to_string(key) + (down ? " down;" : " up;");
  }
  void AddMousePosEvent(float x, float y) { said += "at " + std::to_string(static_cast<int>(x + y)) + ";"; }
  void AddMouseButtonEvent(int b, bool) { said += "button " + std::to_string(b) + ";"; }
  void AddMouseWheelEvent(float, float y) { said += "wheel " + std::to_string(static_cast<int>(y)) + ";"; }
};
struct Style192 {
  float FontScaleMain = 1;
};
struct Font {};
struct Gui186 {
  static inline int pushed = 0;
  static void push(Font*) { ++pushed; }
};
struct Gui192 {
  static inline float size = 0;
  static void push(Font*, float s) { size = s; }
};
const char* get(void*) { return ""; }
void set(void*, const char*) {}

TEST(ImguiCompat, Before187InputIsSetInFields) {
  Io186 io;
  key(io, 3, true);
  pointer(io, 4, 5);
  button(io, 1, true);
  wheel(io, 0, 2);
  EXPECT_TRUE(io.KeysDown[io.KeyMap[3]]);
  EXPECT_FLOAT_EQ(io.MousePos.x + io.MousePos.y, 9);
  EXPECT_TRUE(io.MouseDown[1]);
  EXPECT_FLOAT_EQ(io.MouseWheel, 2);
}

TEST(ImguiCompat, Since187InputIsQueuedAsEvents) {
  Io190 io;
  key(io, kKey190Tab, true);
  pointer(io, 4, 5);
  button(io, 1, true);
  wheel(io, 0, 2);
  EXPECT_EQ(io.said, "key 512 down;at 9;button 1;wheel 2;");
}

TEST(ImguiCompat, FontsAreScaledWhereTheVersionHasIt) {
  Io186 old_io;
  Style186 old_style;
  scale_fonts(old_io, old_style, 0.5f);
  EXPECT_FLOAT_EQ(old_io.FontGlobalScale, 0.5f);
  Io190 io;
  Style192 style;
  scale_fonts(io, style, 0.5f);
  EXPECT_FLOAT_EQ(style.FontScaleMain, 0.5f);
  EXPECT_FLOAT_EQ(io.FontGlobalScale, 1);
}

TEST(ImguiCompat, FontsArePushedWithASizeSince192) {
  Font font;
  push_font<Gui186>(&font, 13);
  push_font<Gui192>(&font, 13);
  EXPECT_EQ(Gui186::pushed, 1);
  EXPECT_FLOAT_EQ(Gui192::size, 13);
}

TEST(ImguiCompat, AnAtlasIsBuiltAtOnceOnlyBefore192) {
  struct Old {
    int TexDesiredWidth = 0;
    bool built = false;
    bool Build() { return built = true; }
  } old;
  make_atlas(old, 2048);
  EXPECT_EQ(old.TexDesiredWidth, 2048);
  EXPECT_TRUE(old.built);
  struct New {
    int TexMinWidth = 0;
    bool built = false;
    bool Build() { return built = true; }
  } recent;
  make_atlas(recent, 2048);
  EXPECT_EQ(recent.TexMinWidth, 2048);
  EXPECT_FALSE(recent.built);
}

TEST(ImguiCompat, TheClipboardIsSetWhereItsFieldsAre) {
  Io186 old_io;
  EXPECT_TRUE(clipboard(old_io, get, set, nullptr));
  EXPECT_EQ(old_io.SetClipboardTextFn, set);
  Io190 io;
  EXPECT_FALSE(clipboard(io, get, set, nullptr));
}

}  // namespace
}  // namespace vidik::imgui_compat
