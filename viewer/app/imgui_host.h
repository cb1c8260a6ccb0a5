#pragma once
// Dear ImGui's context for our window: fonts, style, input in design px, and painting over the scene.
//
// Units: everything panels see is px at 1x; the host multiplies by the scale when it paints.
// Ownership: one context, current from create() to destruction. Threads: the main thread; fonts are drawn into their
// atlas on a thread of its own that start_fonts() begins, so that start-up does not wait for it.

#include "app/window.h"
#include "ui/panel_in.h"

#include <future>
#include <memory>
#include <vector>

struct ImFontAtlas;

namespace vidik {

struct FontAtlas {
  std::unique_ptr<ImFontAtlas, void (*)(ImFontAtlas*)> atlas;
  UiFonts fonts;
};
std::future<FontAtlas> start_fonts(float scale);

class ImguiHost {
 public:
  ImguiHost(Window& window, std::future<FontAtlas> fonts);  // the window's GL context is current
  ~ImguiHost();
  ImguiHost(const ImguiHost&) = delete;
  ImguiHost& operator=(const ImguiHost&) = delete;

  const UiFonts& fonts() const { return fonts_.fonts; }
  void set_theme(const Theme& theme);
  void rescale(float scale);  // draws the fonts again

  // Takes input until it would hide something (a press and its release belong to two frames); the rest stays for the next.
  // `hold_text`: a field is about to take the keys; what is typed waits for it, or it would be taken for shortcuts.
  void feed(std::vector<InputEvent> input, float scale, bool hold_text);
  bool more_input() const { return !waiting_.empty(); }
  std::vector<KeyPress> take_keys();
  void begin(Size size, float scale, double dt_s);
  void drop();   // ends the frame without painting it
  void paint();  // ends the frame and paints it into the bound framebuffer
  bool typing() const;
  PointerShape pointer() const;

 private:
  bool take(const InputEvent& event, float scale);

  Window& window_;
  FontAtlas fonts_;
  std::vector<InputEvent> waiting_;
  std::vector<KeyPress> keys_;
};

}  // namespace vidik
