// The yardstick of starting: a bare context, one clear, one swap, then the word that it stands.

#include "gpu/context_egl.h"

#include <GLFW/glfw3.h>

#include <cstdio>
#include <cstdlib>

namespace {

// GL by name, so that nothing but the context is paid for.
void clear_once(vidik::GlLoader loader) {
  using ClearColor = void (*)(float, float, float, float);
  using Clear = void (*)(unsigned);
  using Finish = void (*)();
  constexpr unsigned kColorBuffer = 0x4000;
  reinterpret_cast<ClearColor>(loader("glClearColor"))(0.06F, 0.07F, 0.09F, 1);
  reinterpret_cast<Clear>(loader("glClear"))(kColorBuffer);
  reinterpret_cast<Finish>(loader("glFinish"))();
}

int said() {
  std::puts("first frame");
  std::fflush(stdout);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  int width = 1600, height = 900;
  if (argc > 1 && std::sscanf(argv[1], "%dx%d", &width, &height) != 2) return 2;
  if (std::getenv("DISPLAY") != nullptr && glfwInit() == GLFW_TRUE) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWwindow* window = glfwCreateWindow(width, height, "bare", nullptr, nullptr);
    if (window == nullptr) return 1;
    glfwMakeContextCurrent(window);
    clear_once(&glfwGetProcAddress);
    glfwSwapBuffers(window);
    const int code = said();
    glfwDestroyWindow(window);
    glfwTerminate();
    return code;
  }
  const auto context = vidik::EglContext::create();
  if (!context) return 1;
  clear_once((*context)->loader());
  return said();
}
