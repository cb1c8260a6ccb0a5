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
  std::size_t offset = 0;
  for (const auto& [place, count] : {std::pair(0u, 2), std::pair(1u, 4), std::pair(2u, 4)}) {
    glEnableVertexAttribArray(place);
    glVertexAttribPointer(place, count, GL_FLOAT, GL_FALSE, sizeof(Corner),
                          reinterpret_cast<const void*>(offset));
    offset += static_cast<std::size_t>(count) * sizeof(float);
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

void MapImages::box_corners(const MapImage& mark, const MapFrame& frame) {
  const double west = frame.origin_x + (static_cast<double>(mark.box.west) - frame.centre_x) * frame.unit;
  const double east = frame.origin_x + (static_cast<double>(mark.box.east) - frame.centre_x) * frame.unit;
  const double north = frame.origin_y + (static_cast<double>(mark.box.north) - frame.centre_y) * frame.unit;
  const double south = frame.origin_y + (static_cast<double>(mark.box.south) - frame.centre_y) * frame.unit;
  // Cut to the view here, in doubles: at zoom 20 the whole image is millions of px wide.
  const double x0 = std::max<double>(west, frame.box.x),
               x1 = std::min<double>(east, frame.box.x + frame.box.w);
  const double y0 = std::max<double>(north, frame.box.y),
               y1 = std::min<double>(south, frame.box.y + frame.box.h);
  if (!(x0 < x1) || !(y0 < y1)) return;
  // The place is the map's own, so that a map that begins elsewhere has the same numbers.
  const double wide = static_cast<double>(mark.box.east) - mark.box.west,
               high = static_cast<double>(mark.box.south) - mark.box.north;
  const auto corner = [&](double x, double y) {
    return Corner{
        static_cast<float>(x),
        static_cast<float>(y),
        static_cast<float>(frame.origin_x),
        static_cast<float>(frame.origin_y),
        static_cast<float>((static_cast<double>(frame.centre_x) - mark.box.west) / wide),
        static_cast<float>((static_cast<double>(frame.centre_y) - mark.box.north) / high),
        {static_cast<float>(1 / (wide * frame.unit)), 0, 0, static_cast<float>(1 / (high * frame.unit))}};
  };
  corners_ = {corner(x0, y0), corner(x1, y0), corner(x0, y1), corner(x0, y1), corner(x1, y0), corner(x1, y1)};
}

void MapImages::net_corners(const MapImage& mark, const DrawList& list, const MapFrame& frame) {
  const std::size_t side = mark.net_side, row = side + 1;
  std::vector<Px> net;
  net.reserve(row * row);
  for (std::size_t i = 0; i < row * row; ++i) net.push_back(frame.to_px(list.places[mark.net.first + i]));
  const auto seen = [&](const Px& a, const Px& b, const Px& c, const Px& d) {
    const auto [x0, x1] = std::minmax({a.x, b.x, c.x, d.x});
    const auto [y0, y1] = std::minmax({a.y, b.y, c.y, d.y});
    return x1 >= static_cast<float>(frame.box.x) && x0 <= static_cast<float>(frame.box.x + frame.box.w) &&
           y1 >= static_cast<float>(frame.box.y) && y0 <= static_cast<float>(frame.box.y + frame.box.h);
  };
  // A triangle from `at`, `right` nodes to the side and `down` nodes up or down: linear in between.
  const auto triangle = [&](std::size_t at, int right, int down) {
    const std::size_t beside = at + static_cast<std::size_t>(right),
                      below = at + static_cast<std::size_t>(down * static_cast<std::ptrdiff_t>(row));
    const Px a = net[at], b = net[beside], c = net[below];
    const double bx = static_cast<double>(b.x) - a.x, by = static_cast<double>(b.y) - a.y,
                 cx = static_cast<double>(c.x) - a.x, cy = static_cast<double>(c.y) - a.y;
    const double area = bx * cy - by * cx, node = 1.0 / static_cast<double>(side);
    if (area == 0) return;
    const double u = right * node / area, v = down * node / area;
    for (const Px p : {a, b, c})
      corners_.push_back({p.x,
                          p.y,
                          a.x,
                          a.y,
                          static_cast<float>(static_cast<double>(at % row) * node),
                          static_cast<float>(static_cast<double>(at / row) * node),
                          {static_cast<float>(cy * u), static_cast<float>(-by * v),
                           static_cast<float>(-cx * u), static_cast<float>(bx * v)}});
  };
  for (std::size_t j = 0; j < side; ++j)
    for (std::size_t i = 0; i < side; ++i) {
      const std::size_t at = j * row + i;
      if (!seen(net[at], net[at + 1], net[at + row], net[at + row + 1])) continue;
      triangle(at, 1, 1);
      triangle(at + row + 1, -1, -1);
    }
}

bool MapImages::paint(const MapImage& mark, const DrawList& list, const MapFrame& frame, bool with_stencil) {
  const auto found = kept_.find(mark.image);
  const std::size_t nodes = static_cast<std::size_t>(mark.net_side + 1) * (mark.net_side + 1);
  const bool has_net = mark.net_side > 0;
  if (found == kept_.end() || !std::isfinite(mark.alpha) ||
      ((mark.stencil | mark.not_stencil) != 0 && !with_stencil) ||
      (has_net && (mark.net.count != nodes || mark.net.first > list.places.size() ||
                   nodes > list.places.size() - mark.net.first)))
    return false;
  corners_.clear();
  if (has_net)
    net_corners(mark, list, frame);
  else
    box_corners(mark, frame);
  if (corners_.empty() || mark.alpha <= 0) return true;
  const double wide = (static_cast<double>(mark.box.east) - mark.box.west) * frame.unit;

  const Program& program = wide / found->second.width > 1.5 ? cubic_ : plain_;
  program.use();
  set_page(program, frame.tile);
  program.set(Uniform::size, std::min(mark.alpha, 1.f));
  set_scissor(frame.box, frame.tile);
  const StencilClip clip(mark.stencil, mark.not_stencil);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, found->second.texture.get());
  glBindVertexArray(array_.get());
  glBindBuffer(GL_ARRAY_BUFFER, buffer_.get());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(corners_.size() * sizeof(Corner)), corners_.data(),
               GL_STREAM_DRAW);
  glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(corners_.size()));
  glBindVertexArray(0);
  return true;
}

}  // namespace vidik
