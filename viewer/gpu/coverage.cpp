#include "gpu/coverage.h"

namespace vidik {

Result<Coverage> Coverage::create() {
  Coverage coverage;
  VIDIK_TRY(coverage.program_, Program::create(shader_text(ShaderId::cover)));
  coverage.array_ = GlVertexArray::make();
  coverage.corners_ = GlBuffer::make();
  glBindVertexArray(coverage.array_.get());
  glBindBuffer(GL_ARRAY_BUFFER, coverage.corners_.get());
  glEnableVertexAttribArray(0);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
  glBindVertexArray(0);
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
  fit({frame.tile.w, frame.tile.h});
  tiles_.reset(frame.target);
  for (const MapStroke& mark : marks) lines.touch(mark, frame, scale, tiles_);
  {
    const BoundFramebuffer bound(framebuffer_.get());
    set_scissor(frame.box, frame.tile);
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
  set_page(program_, frame.tile);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture_.get());
  set_scissor(frame.box, frame.tile);
  const StencilClip clip(marks.front().stencil);
  cover_tiles();
}

// Neighbours in a row of tiles are one box.
void Coverage::cover_tiles() {
  boxes_.clear();
  const auto is_touched = [this](int x, int y) {
    return tiles_.touched[static_cast<std::size_t>(y * tiles_.across + x)] != 0;
  };
  for (int y = 0; y < tiles_.down; ++y) {
    for (int x = 0; x < tiles_.across; ++x) {
      if (!is_touched(x, y)) continue;
      const int begin = x;
      while (x + 1 < tiles_.across && is_touched(x + 1, y)) ++x;
      constexpr float kSide = TouchedTiles::kSide;
      const float left = static_cast<float>(begin) * kSide, right = static_cast<float>(x + 1) * kSide;
      const float top = static_cast<float>(y) * kSide, low = static_cast<float>(y + 1) * kSide;
      boxes_.insert(boxes_.end(), {left, top, right, top, left, low, left, low, right, top, right, low});
    }
  }
  if (boxes_.empty()) return;
  glBindVertexArray(array_.get());
  glBindBuffer(GL_ARRAY_BUFFER, corners_.get());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(boxes_.size() * sizeof boxes_[0]), boxes_.data(),
               GL_STREAM_DRAW);
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(boxes_.size() / 2));
  glBindVertexArray(0);
}

}  // namespace vidik
