#pragma once
// OpenGL objects that free themselves.
//
// Ownership: one name each; move only. Threads: the thread whose context is current, destruction too.

#include <glad/gl.h>

#include <utility>

namespace vidik {

template <void (*Make)(GLuint&), void (*Free)(GLuint)>
class GlName {
 public:
  GlName() = default;
  GlName(GlName&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
  GlName& operator=(GlName&& other) noexcept {
    std::swap(name_, other.name_);
    return *this;
  }
  ~GlName() {
    if (name_ != 0) Free(name_);
  }
  static GlName make() {
    GlName made;
    Make(made.name_);
    return made;
  }
  GLuint get() const { return name_; }
  explicit operator bool() const { return name_ != 0; }

 private:
  GLuint name_ = 0;
};

namespace gl {
inline void make_buffer(GLuint& name) { glGenBuffers(1, &name); }
inline void free_buffer(GLuint name) { glDeleteBuffers(1, &name); }
inline void make_array(GLuint& name) { glGenVertexArrays(1, &name); }
inline void free_array(GLuint name) { glDeleteVertexArrays(1, &name); }
inline void make_texture(GLuint& name) { glGenTextures(1, &name); }
inline void free_texture(GLuint name) { glDeleteTextures(1, &name); }
inline void make_framebuffer(GLuint& name) { glGenFramebuffers(1, &name); }
inline void free_framebuffer(GLuint name) { glDeleteFramebuffers(1, &name); }
inline void make_renderbuffer(GLuint& name) { glGenRenderbuffers(1, &name); }
inline void free_renderbuffer(GLuint name) { glDeleteRenderbuffers(1, &name); }
}  // namespace gl

using GlBuffer = GlName<gl::make_buffer, gl::free_buffer>;
using GlVertexArray = GlName<gl::make_array, gl::free_array>;
using GlTexture = GlName<gl::make_texture, gl::free_texture>;
using GlFramebuffer = GlName<gl::make_framebuffer, gl::free_framebuffer>;
using GlRenderbuffer = GlName<gl::make_renderbuffer, gl::free_renderbuffer>;

// Puts back what a piece of drawing bound elsewhere.
class BoundFramebuffer {
 public:
  explicit BoundFramebuffer(GLuint name) {
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &before_);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, name);
  }
  ~BoundFramebuffer() { glBindFramebuffer(GL_DRAW_FRAMEBUFFER, static_cast<GLuint>(before_)); }
  BoundFramebuffer(const BoundFramebuffer&) = delete;
  BoundFramebuffer& operator=(const BoundFramebuffer&) = delete;

 private:
  GLint before_ = 0;
};

}  // namespace vidik
