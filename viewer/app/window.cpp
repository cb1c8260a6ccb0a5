#include "app/window.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

Key named_key(int key) {
  switch (key) {
    case GLFW_KEY_SPACE:
      return Key::space;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return Key::enter;
    case GLFW_KEY_ESCAPE:
      return Key::escape;
    case GLFW_KEY_LEFT:
      return Key::left;
    case GLFW_KEY_RIGHT:
      return Key::right;
    case GLFW_KEY_UP:
      return Key::up;
    case GLFW_KEY_DOWN:
      return Key::down;
    case GLFW_KEY_HOME:
      return Key::home;
    case GLFW_KEY_END:
      return Key::end;
    case GLFW_KEY_TAB:
      return Key::tab;
    case GLFW_KEY_PAGE_UP:
      return Key::page_up;
    case GLFW_KEY_PAGE_DOWN:
      return Key::page_down;
    case GLFW_KEY_BACKSPACE:
      return Key::backspace;
    case GLFW_KEY_DELETE:
      return Key::del;
    case GLFW_KEY_F1:
      return Key::f1;
    case GLFW_KEY_F5:
      return Key::f5;
    case GLFW_KEY_F11:
      return Key::f11;
    case GLFW_KEY_F12:
      return Key::f12;
    default:
      return Key::none;
  }
}

// The letter that stands on the key in the user's layout; on a layout without Latin letters, the one of a US keyboard.
char letter_of(int key, int scancode) {
  const char* name = glfwGetKeyName(key, scancode);
  if (name != nullptr && name[1] == 0) {
    const char c = name[0] >= 'A' && name[0] <= 'Z' ? static_cast<char>(name[0] + 32) : name[0];
    if (c >= 'a' && c <= 'z') return c;
    if ((c >= '0' && c <= '9') || c < 0 || static_cast<unsigned char>(c) < 0x80) return 0;
  }
  return key >= GLFW_KEY_A && key <= GLFW_KEY_Z ? static_cast<char>('a' + key - GLFW_KEY_A) : '\0';
}

// Signs by what is typed, wherever they stand on the keyboard.
Key sign_key(char32_t c) {
  switch (c) {
    case '+':
      return Key::plus;
    case '-':
    case 0x2212:
      return Key::minus;
    case '/':
      return Key::slash;
    case '?':
      return Key::question;
    case ',':
      return Key::comma;
    case '.':
      return Key::period;
    case '[':
      return Key::open_bracket;
    case ']':
      return Key::close_bracket;
    default:
      return Key::none;
  }
}

}  // namespace

Window& Window::of(GLFWwindow* handle) { return *static_cast<Window*>(glfwGetWindowUserPointer(handle)); }

Result<std::unique_ptr<Window>> Window::create(const std::string& title, Size size) {
  std::string said;
  const auto reason = [&said] {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? said : std::string(text);
  };
  if (glfwInit() != GLFW_TRUE) return fail(Code::unavailable, "No window can be opened: " + reason());
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 8);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "vidik");
  std::unique_ptr<Window> window(new Window);
  window->handle_ = glfwCreateWindow(size.width, size.height, title.c_str(), nullptr, nullptr);
  if (window->handle_ == nullptr) {
    Error error = fail(Code::unavailable, "No window with OpenGL 3.3 can be opened: " + reason());
    glfwTerminate();
    return error;
  }
  glfwMakeContextCurrent(window->handle_);
  glfwSwapInterval(1);
  window->connect();
  return window;
}

Window::~Window() {
  for (GLFWcursor* cursor : cursors_) {
    if (cursor != nullptr) glfwDestroyCursor(cursor);
  }
  if (handle_ == nullptr) return;
  glfwDestroyWindow(handle_);
  glfwTerminate();
}

void Window::connect() {
  glfwSetWindowUserPointer(handle_, this);
  glfwSetFramebufferSizeCallback(handle_, [](GLFWwindow* w, int, int) { of(w).damage_ = true; });
  glfwSetWindowRefreshCallback(handle_, [](GLFWwindow* w) { of(w).damage_ = true; });
  glfwSetWindowContentScaleCallback(handle_, [](GLFWwindow* w, float, float) { of(w).damage_ = true; });
  glfwSetCursorPosCallback(handle_, [](GLFWwindow* w, double x, double y) {
    int ww = 1, wh = 1, fw = 1, fh = 1;  // window coordinates are not px everywhere
    glfwGetWindowSize(w, &ww, &wh);
    glfwGetFramebufferSize(w, &fw, &fh);
    InputEvent event;
    event.kind = InputKind::pointer;
    event.x = static_cast<float>(x * fw / std::max(ww, 1));
    event.y = static_cast<float>(y * fh / std::max(wh, 1));
    auto& input = of(w).input_;
    if (!input.empty() && input.back().kind == InputKind::pointer)
      input.back() = event;  // only where it came to
    else
      input.push_back(event);
  });
  glfwSetCursorEnterCallback(handle_, [](GLFWwindow* w, int entered) {
    InputEvent event;
    event.kind = InputKind::leave;
    if (entered == GLFW_FALSE) of(w).input_.push_back(event);
  });
  glfwSetMouseButtonCallback(handle_, [](GLFWwindow* w, int button, int action, int mods) {
    if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
    InputEvent event;
    event.kind = InputKind::button;
    event.button = button;
    event.down = action == GLFW_PRESS;
    event.key.ctrl = (mods & GLFW_MOD_CONTROL) != 0;
    event.key.shift = (mods & GLFW_MOD_SHIFT) != 0;
    event.key.alt = (mods & GLFW_MOD_ALT) != 0;
    of(w).input_.push_back(event);
  });
  glfwSetScrollCallback(handle_, [](GLFWwindow* w, double x, double y) {
    InputEvent event;
    event.kind = InputKind::wheel;
    event.x = static_cast<float>(x);
    event.y = static_cast<float>(y);
    of(w).input_.push_back(event);
  });
  glfwSetKeyCallback(handle_, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
    of(w).key(key, scancode, action, mods);
  });
  glfwSetCharCallback(handle_, [](GLFWwindow* w, unsigned code) {
    InputEvent event;
    event.kind = InputKind::text;
    event.text = code;
    event.key.key = sign_key(code);
    of(w).input_.push_back(event);
  });
  glfwSetDropCallback(handle_, [](GLFWwindow* w, int count, const char** paths) {
    for (int i = 0; i < count; ++i) of(w).dropped_.emplace_back(paths[i]);
  });
}

void Window::key(int key, int scancode, int action, int mods) {
  InputEvent event;
  event.kind = InputKind::key;
  event.down = action != GLFW_RELEASE;
  event.repeat = action == GLFW_REPEAT;
  event.key.ctrl = (mods & GLFW_MOD_CONTROL) != 0;
  event.key.shift = (mods & GLFW_MOD_SHIFT) != 0;
  event.key.alt = (mods & GLFW_MOD_ALT) != 0;
  event.key.key = named_key(key);
  if (event.key.key == Key::none) {
    const char letter = letter_of(key, scancode);
    if (letter != 0) {
      event.key.key = Key::letter;
      event.key.character = letter;
    } else if (key >= GLFW_KEY_0 && key <= GLFW_KEY_9 && !event.key.shift) {
      event.key.key = key == GLFW_KEY_0 ? Key::zero : Key::digit;
      event.key.character = static_cast<char>('0' + key - GLFW_KEY_0);
    }
  }
  input_.push_back(event);
}

GlLoader Window::loader() const { return &glfwGetProcAddress; }
Size Window::framebuffer() const {
  Size size;
  glfwGetFramebufferSize(handle_, &size.width, &size.height);
  return size;
}
float Window::content_scale() const {
  float x = 1, y = 1;
  glfwGetWindowContentScale(handle_, &x, &y);
  return std::clamp(x, 0.5f, 4.0f);
}
void Window::wait(double seconds) {
  if (seconds > 0)
    glfwWaitEventsTimeout(seconds);
  else
    glfwPollEvents();
}
std::vector<InputEvent> Window::take_input() { return std::exchange(input_, {}); }
std::vector<std::string> Window::take_dropped() { return std::exchange(dropped_, {}); }
bool Window::take_damage() { return std::exchange(damage_, false); }
bool Window::close_wanted() const { return glfwWindowShouldClose(handle_) == GLFW_TRUE; }
void Window::swap() { glfwSwapBuffers(handle_); }
double Window::now_s() const { return glfwGetTime(); }
void Window::set_clipboard(const std::string& text) { glfwSetClipboardString(handle_, text.c_str()); }
const char* Window::clipboard() {
  const char* text = glfwGetClipboardString(handle_);
  return text == nullptr ? "" : text;
}

// Two calls by name, so that GL's own headers stay with the painter.
void Window::finish() { reinterpret_cast<void (*)()>(glfwGetProcAddress("glFinish"))(); }
void Window::read(std::vector<std::uint8_t>& rgba) {
  constexpr unsigned kRgba = 0x1908, kUnsignedByte = 0x1401;
  using ReadPixels = void (*)(int, int, int, int, unsigned, unsigned, void*);
  const Size size = framebuffer();
  const std::size_t row = static_cast<std::size_t>(size.width) * 4;
  rgba.assign(row * static_cast<std::size_t>(size.height), 0);
  reinterpret_cast<ReadPixels>(glfwGetProcAddress("glReadPixels"))(0, 0, size.width, size.height, kRgba,
                                                                   kUnsignedByte, rgba.data());
  const auto rows = static_cast<std::size_t>(size.height);
  for (std::size_t y = 0; y < rows / 2; ++y) {
    std::swap_ranges(rgba.begin() + static_cast<std::ptrdiff_t>(y * row),
                     rgba.begin() + static_cast<std::ptrdiff_t>((y + 1) * row),
                     rgba.begin() + static_cast<std::ptrdiff_t>((rows - 1 - y) * row));
  }
  for (std::size_t i = 3; i < rgba.size(); i += 4) rgba[i] = 255;
}

void Window::set_pointer(PointerShape shape) {
  if (shape == shape_) return;
  shape_ = shape;
  constexpr int kStandard[6] = {GLFW_ARROW_CURSOR,   GLFW_HAND_CURSOR,    GLFW_IBEAM_CURSOR,
                                GLFW_HRESIZE_CURSOR, GLFW_VRESIZE_CURSOR, GLFW_CROSSHAIR_CURSOR};
  const auto i = static_cast<std::size_t>(shape);
  if (cursors_[i] == nullptr) cursors_[i] = glfwCreateStandardCursor(kStandard[i]);
  glfwSetCursor(handle_, cursors_[i]);
}

void Window::set_full_screen(bool on) {
  const bool is = glfwGetWindowMonitor(handle_) != nullptr;
  if (is == on) return;
  if (on) {
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr) return;
    glfwGetWindowPos(handle_, &back_x_, &back_y_);
    glfwGetWindowSize(handle_, &back_w_, &back_h_);
    glfwSetWindowMonitor(handle_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
  } else {
    glfwSetWindowMonitor(handle_, nullptr, back_x_, back_y_, std::max(back_w_, 900), std::max(back_h_, 600),
                         0);
  }
  damage_ = true;
}

void Window::set_title(const std::string& title) { glfwSetWindowTitle(handle_, title.c_str()); }

void Window::set_least_size(Size size) {
  glfwSetWindowSizeLimits(handle_, size.width, size.height, GLFW_DONT_CARE, GLFW_DONT_CARE);
}

}  // namespace vidik
