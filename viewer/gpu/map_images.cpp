#include "gpu/map_images.h"

#include <algorithm>
#include <cmath>

namespace vidik {

Result<MapImages> MapImages::create() {
  MapImages images;
  VIDIK_TRY(images.plain_, Program::create(shader_text(ShaderId::image)));
  VIDIK_TRY(images.cubic_, Program::create(shader_text(ShaderId::image_cubic)));
  images.array_ = GlVertexArray::make();
  images.buffer_ = GlBuffer::make();
  glBindVertexArray(images.array_.get());
  glBindBuffer(GL_ARRAY_BUFFER, images.buffer_.get());
  for (const GLuint place : {0u, 1u}) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, 2, GL_FLOAT, GL_FALSE, 4 * sizeof(float),
                          reinterpret_cast<const void*>(place * 2 * sizeof(float)));
  }
  glBindVertexArray(0);
  return images;
}

void MapImages::keep(ImageId id, int width, int height, std::span<const std::uint8_t> rgba) {
  kept_.erase(id);
  const auto pixels =
      static_cast<std::size_t>(std::max(width, 0)) * static_cast<std::size_t>(std::max(height, 0));
  GLint most = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &most);
  if (pixels == 0 || rgba.size() < pixels * 4 || width > most || height > most) return;
  Kept kept{GlTexture::make(), width, height};
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, kept.texture.get());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  kept_.emplace(id, std::move(kept));
}

bool MapImages::paint(const MapImage& mark, const MapFrame& frame, bool with_stencil) {
  const auto found = kept_.find(mark.image);
  if (found == kept_.end() || !std::isfinite(mark.alpha) ||
      ((mark.stencil | mark.not_stencil) != 0 && !with_stencil))
    return false;
  const double west = frame.origin_x + (static_cast<double>(mark.box.west) - frame.centre_x) * frame.unit;
  const double east = frame.origin_x + (static_cast<double>(mark.box.east) - frame.centre_x) * frame.unit;
  const double north = frame.origin_y + (static_cast<double>(mark.box.north) - frame.centre_y) * frame.unit;
  const double south = frame.origin_y + (static_cast<double>(mark.box.south) - frame.centre_y) * frame.unit;
  // Cut to the view here, in doubles: at zoom 20 the whole image is millions of px wide.
  const double x0 = std::max<double>(west, frame.box.x),
               x1 = std::min<double>(east, frame.box.x + frame.box.w);
  const double y0 = std::max<double>(north, frame.box.y),
               y1 = std::min<double>(south, frame.box.y + frame.box.h);
  if (!(x0 < x1) || !(y0 < y1) || mark.alpha <= 0) return true;
  float quad[16];
  std::size_t at = 0;
  for (const auto& [x, y] : {std::pair(x0, y0), std::pair(x1, y0), std::pair(x0, y1), std::pair(x1, y1)})
    for (const double v : {x, y, (x - west) / (east - west), (y - north) / (south - north)})
      quad[at++] = static_cast<float>(v);

  const Program& program = (east - west) / found->second.width > 1.5 ? cubic_ : plain_;
  program.use();
  program.set(Uniform::target, static_cast<float>(frame.target.width),
              static_cast<float>(frame.target.height));
  program.set(Uniform::size, std::min(mark.alpha, 1.f));
  set_scissor(frame.box, frame.target.height);
  const StencilClip clip(mark.stencil, mark.not_stencil);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, found->second.texture.get());
  glBindVertexArray(array_.get());
  glBindBuffer(GL_ARRAY_BUFFER, buffer_.get());
  glBufferData(GL_ARRAY_BUFFER, sizeof quad, quad, GL_STREAM_DRAW);
  glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
  glBindVertexArray(0);
  return true;
}

}  // namespace vidik
