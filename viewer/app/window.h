#pragma once
// The window of the desktop: GLFW's window and context, input as plain events, clipboard, cursor, full screen.
//
// Units: pointer positions are framebuffer px, y down; seconds on GLFW's monotonic clock. Threads: the main thread.
// Errors: create() is Code::unavailable with what the system said. Ownership: one window, destroyed with the object.

#include "base/result.h"
#include "frame/view_state.h"
#include "gpu/painter.h"
#include "ui/panel_in.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;
struct GLFWcursor;

namespace vidik {

enum class InputKind : std::uint8_t { pointer, leave, button, wheel, key, text };
struct InputEvent {
  InputKind kind{};
  float x = 0, y = 0;  // pointer: position; wheel: notches
  int button = 0;      // 0 left, 1 right, 2 middle
  bool down = false, repeat = false;
  KeyPress key;
  char32_t text = 0;
};

enum class PointerShape : std::uint8_t { arrow, hand, text, resize_x, resize_y, move };

class Window {
 public:
  static Result<std::unique_ptr<Window>> create(const std::string& title, Size size);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  GlLoader loader() const;
  Size framebuffer() const;
  float content_scale() const;  // of the monitor the window is on
  void wait(double seconds);    // 0 = only look
  std::vector<InputEvent> take_input();
  std::vector<std::string> take_dropped();  // paths of files
  bool take_damage();                       // resized, uncovered, scale changed
  bool close_wanted() const;
  void swap();
  void finish();                               // until the GPU is done
  void read(std::vector<std::uint8_t>& rgba);  // what was drawn since the last swap, top row first
  void set_clipboard(const std::string& text);
  const char* clipboard();
  void set_pointer(PointerShape shape);
  void set_full_screen(bool on);
  void set_title(const std::string& title);
  void set_least_size(Size size);
  double now_s() const;

 private:
  Window() = default;
  static Window& of(GLFWwindow* handle);
  void connect();
  void key(int key, int scancode, int action, int mods);

  GLFWwindow* handle_ = nullptr;
  std::vector<InputEvent> input_;
  std::vector<std::string> dropped_;
  bool damage_ = true;
  PointerShape shape_ = PointerShape::arrow;
  GLFWcursor* cursors_[6] = {};
  int back_x_ = 0, back_y_ = 0, back_w_ = 0, back_h_ = 0;  // where it was before full screen
};

}  // namespace vidik
