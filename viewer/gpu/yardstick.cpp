#include "gpu/yardstick.h"

#include "gpu/painter.h"

#include <glad/gl.h>

#include <string>

namespace vidik {

namespace {

constexpr const char* kPointVertex =
    "#version 330 core\nlayout(location=0) in vec2 at; void main() { gl_Position = vec4(at, 0, 1); "
    "gl_PointSize = 5.0; }\n";
constexpr const char* kPointFragment =
    "#version 330 core\nout vec4 c; void main() { c = vec4(1.0, 0.8, 0.2, 1.0); }\n";
constexpr const char* kFillVertex =
    "#version 330 core\nout vec2 uv; void main() { uv = vec2(gl_VertexID & 1, gl_VertexID >> 1);"
    " gl_Position = vec4(uv * 2.0 - 1.0, 0, 1); }\n";
constexpr const char* kFillFragment =
    "#version 330 core\nin vec2 uv; uniform sampler2D image; out vec4 c; void main() { c = texture(image, "
    "uv); }\n";

unsigned shader(unsigned kind, const char* source) {
  const unsigned id = glCreateShader(kind);
  glShaderSource(id, 1, &source, nullptr);
  glCompileShader(id);
  return id;
}

unsigned program(const char* vertex, const char* fragment) {
  const unsigned id = glCreateProgram(), v = shader(GL_VERTEX_SHADER, vertex),
                 f = shader(GL_FRAGMENT_SHADER, fragment);
  glAttachShader(id, v);
  glAttachShader(id, f);
  glLinkProgram(id);
  glDeleteShader(v);
  glDeleteShader(f);
  return id;
}

class GlYardstick final : public Yardstick {
 public:
  GlYardstick(std::unique_ptr<OffscreenTarget> target, int width, int height)
      : target_(std::move(target)),
        width_(width),
        height_(height),
        points_program_(program(kPointVertex, kPointFragment)),
        fill_program_(program(kFillVertex, kFillFragment)) {
    glGenVertexArrays(1, &points_array_);
    glGenVertexArrays(1, &empty_array_);
    glGenBuffers(1, &buffer_);
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    const std::vector<std::uint8_t> grey(256 * 256 * 4, 128);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 256, 256, 0, GL_RGBA, GL_UNSIGNED_BYTE, grey.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  }
  ~GlYardstick() override {
    glDeleteProgram(points_program_);
    glDeleteProgram(fill_program_);
    glDeleteVertexArrays(1, &points_array_);
    glDeleteVertexArrays(1, &empty_array_);
    glDeleteBuffers(1, &buffer_);
    glDeleteTextures(1, &texture_);
  }

  void keep(std::span<const float> xy) override {
    glBindVertexArray(points_array_);
    glBindBuffer(GL_ARRAY_BUFFER, buffer_);
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(xy.size_bytes()), xy.data(), GL_STATIC_DRAW);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    glBindVertexArray(0);
  }

  void points(std::uint32_t first, std::uint32_t count, std::vector<std::uint8_t>& rgba) override {
    begin();
    glDisable(GL_BLEND);
    glEnable(GL_PROGRAM_POINT_SIZE);
    glUseProgram(points_program_);
    glBindVertexArray(points_array_);
    glDrawArrays(GL_POINTS, static_cast<GLint>(first), static_cast<GLsizei>(count));
    finish(rgba);
  }

  void fill(std::vector<std::uint8_t>& rgba) override {
    begin();
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(fill_program_);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glBindVertexArray(empty_array_);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    finish(rgba);
  }

 private:
  void begin() {
    glBindFramebuffer(GL_FRAMEBUFFER, target_->framebuffer());
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_STENCIL_TEST);
    glViewport(0, 0, width_, height_);
    glClearColor(0.06F, 0.07F, 0.09F, 1);
    glClear(GL_COLOR_BUFFER_BIT);
  }
  void finish(std::vector<std::uint8_t>& rgba) {
    glBindVertexArray(0);
    glUseProgram(0);
    target_->read(rgba);
  }

  std::unique_ptr<OffscreenTarget> target_;
  int width_, height_;
  unsigned points_program_, fill_program_, points_array_ = 0, empty_array_ = 0, buffer_ = 0, texture_ = 0;
};

}  // namespace

Result<std::unique_ptr<Yardstick>> Yardstick::create(int width, int height) {
  VIDIK_TRY(auto target, OffscreenTarget::create(width, height));
  return std::unique_ptr<Yardstick>(std::make_unique<GlYardstick>(std::move(target), width, height));
}

}  // namespace vidik
