#include "gpu/context_egl.h"

// Before any EGL header: without it, EGL pulls the window system's own headers in.
#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <cstring>
#include <string>

namespace vidik {

namespace {

std::string said(const char* what) {
  constexpr char digits[] = "0123456789abcdef";
  const auto code = static_cast<unsigned>(eglGetError());
  std::string text = std::string("no OpenGL without a window: ") + what + " failed (EGL 0x";
  for (int shift = 12; shift >= 0; shift -= 4) text += digits[(code >> shift) & 15];
  return text + ")";
}

EGLDisplay open_display() {
  const char* extensions = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  if (extensions != nullptr && std::strstr(extensions, "EGL_MESA_platform_surfaceless") != nullptr) {
    const auto get =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get != nullptr) {
      EGLDisplay display = get(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
      if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
    }
  }
  EGLDisplay display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
  if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
  return EGL_NO_DISPLAY;
}

class Context final : public EglContext {
 public:
  Context(EGLDisplay display, EGLContext context) : display_(display), context_(context) {}
  ~Context() override {
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    eglDestroyContext(display_, context_);
    // The display is not ended: that would unload the driver under its own threads. The next context finds it open.
  }
  GlLoader loader() const override { return eglGetProcAddress; }

 private:
  EGLDisplay display_;
  EGLContext context_;
};

}  // namespace

Result<std::unique_ptr<EglContext>> EglContext::create() {
  EGLDisplay display = open_display();
  if (display == EGL_NO_DISPLAY) return fail(Code::unavailable, said("opening a display"));
  if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return fail(Code::unavailable, said("choosing OpenGL"));
  const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
  EGLConfig config = nullptr;
  EGLint found = 0;
  if (eglChooseConfig(display, wanted, &config, 1, &found) != EGL_TRUE || found == 0)
    return fail(Code::unavailable, said("choosing a pixel format"));
  const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION,
                            3,
                            EGL_CONTEXT_MINOR_VERSION,
                            3,
                            EGL_CONTEXT_OPENGL_PROFILE_MASK,
                            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                            EGL_NONE};
  EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
  if (context == EGL_NO_CONTEXT) return fail(Code::unavailable, said("making an OpenGL 3.3 context"));
  auto made = std::make_unique<Context>(display, context);
  if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) != EGL_TRUE)
    return fail(Code::unavailable, said("making the context current"));
  return std::unique_ptr<EglContext>(std::move(made));
}

}  // namespace vidik
