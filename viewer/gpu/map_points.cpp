#include "gpu/map_points.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr std::size_t kMostColors =
    1024;  // what every driver's texture row holds; further categories share the last

}  // namespace

Result<MapPointSets> MapPointSets::create() {
  MapPointSets sets;
  VIDIK_TRY(sets.program_, Program::create(shader_text(ShaderId::points)));
  sets.colors_ = GlTexture::make();
  glBindTexture(GL_TEXTURE_2D, sets.colors_.get());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  return sets;
}

void MapPointSets::keep(std::uint64_t serial, std::span<const Fixed2> positions,
                        std::span<const std::uint16_t> category) {
  Kept kept{GlVertexArray::make(), GlBuffer::make(), GlBuffer::make(), GlBuffer::make(),
            std::min(positions.size(), category.size())};
  glBindVertexArray(kept.array.get());
  glBindBuffer(GL_ARRAY_BUFFER, kept.positions.get());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(positions.size_bytes()), positions.data(),
               GL_STATIC_DRAW);
  glEnableVertexAttribArray(0);
  glVertexAttribIPointer(0, 2, GL_INT, sizeof(Fixed2), nullptr);
  glBindBuffer(GL_ARRAY_BUFFER, kept.categories.get());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(category.size_bytes()), category.data(),
               GL_STATIC_DRAW);
  glEnableVertexAttribArray(1);
  glVertexAttribIPointer(1, 1, GL_UNSIGNED_SHORT, sizeof category[0], nullptr);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, kept.rows.get());
  glBindVertexArray(0);
  kept_[serial] = std::move(kept);
}

bool MapPointSets::paint(const MapPoints& mark, const DrawList& list, const MapFrame& frame) {
  const auto found = kept_.find(mark.layer_serial);
  const auto lies_in = [](Range r, std::size_t size) { return r.first <= size && r.count <= size - r.first; };
  if (found == kept_.end() || mark.first > mark.last || mark.last > found->second.count ||
      !lies_in(mark.extra, list.rows.size()) || !lies_in(mark.colors, list.colors.size()) ||
      mark.colors.count == 0)
    return false;
  const Kept& kept = found->second;
  const auto rows = std::span(list.rows).subspan(mark.extra.first, mark.extra.count);
  if (std::any_of(rows.begin(), rows.end(), [&](std::uint32_t row) { return row >= kept.count; }))
    return false;
  if (!(mark.size > 0) || !(mark.alpha > 0)) return true;

  rgba_.clear();
  const std::size_t colors = std::min<std::size_t>(mark.colors.count, kMostColors);
  for (std::size_t i = 0; i < colors; ++i) {
    const Color c = with_alpha(list.colors[mark.colors.first + i], mark.alpha);
    for (const int v : {c.r * c.a, c.g * c.a, c.b * c.a})
      rgba_.push_back(static_cast<std::uint8_t>((v + 127) / 255));
    rgba_.push_back(c.a);
  }
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, colors_.get());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, static_cast<GLsizei>(colors), 1, 0, GL_RGBA, GL_UNSIGNED_BYTE,
               rgba_.data());

  program_.use();
  frame.set(program_);
  const float size = mark.size * list.scale + 1;  // half a px around for the smooth edge
  program_.set(Uniform::size, size);
  program_.set(Uniform::channel, static_cast<int>(colors));
  glPointSize(size);
  set_scissor(frame.box, frame.tile);
  glBindVertexArray(kept.array.get());
  if (mark.last > mark.first)
    glDrawArrays(GL_POINTS, static_cast<GLint>(mark.first), static_cast<GLsizei>(mark.last - mark.first));
  if (!rows.empty()) {
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(rows.size_bytes()), rows.data(),
                 GL_STREAM_DRAW);
    glDrawElements(GL_POINTS, static_cast<GLsizei>(rows.size()), GL_UNSIGNED_INT, nullptr);
  }
  glBindVertexArray(0);
  return true;
}

}  // namespace vidik
