#include "gpu/coverage.h"

namespace vidik {

Result<Coverage> Coverage::create() {
  Coverage coverage;
  VIDIK_TRY(coverage.program_, Program::create(shader_text(ShaderId::cover)));
  coverage.array_ = GlVertexArray::make();
  return coverage;
}

void Coverage::fit(Size size) {
  if (texture_ && size_ == size) return;
  size_ = size;
  texture_ = GlTexture::make();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.get());
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  framebuffer_ = GlFramebuffer::make();
  const BoundFramebuffer bound(framebuffer_.get());
  glFramebufferTexture2D(GL_DRAW_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.get(), 0);
}

void Coverage::paint(std::span<const MapStroke> marks, MapLines& lines, const MapFrame& frame, float scale) {
  fit(frame.target);
  {
    const BoundFramebuffer bound(framebuffer_.get());
    set_scissor(frame.box, frame.target.height);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glBlendEquation(GL_MAX);
    for (std::size_t i = 0; i < marks.size(); ++i) {
      glColorMask(i == 0, i == 1, i == 2, i == 3);
      lines.paint(marks[i], frame, scale, true);
    }
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBlendEquation(GL_FUNC_ADD);
  }
  program_.use();
  float colors[kMost][4] = {};
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Color c = marks[i].color;
    std::size_t part = 0;
    for (const std::uint8_t v : {c.r, c.g, c.b, c.a}) colors[i][part++] = static_cast<float>(v) / 255;
  }
  glUniform4fv(program_.at(Uniform::color), kMost, colors[0]);
  program_.set(Uniform::channel, static_cast<int>(marks.size()));
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.get());
  set_scissor(frame.box, frame.target.height);
  glBindVertexArray(array_.get());
  const StencilClip clip(marks.front().stencil);
  glDrawArrays(GL_TRIANGLES, 0, 3);
  glBindVertexArray(0);
}

}  // namespace vidik
