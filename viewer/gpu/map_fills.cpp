#include "gpu/map_fills.h"

#include <algorithm>

namespace vidik {

Result<MapFills> MapFills::create() {
  MapFills fills;
  VIDIK_TRY(fills.program_, Program::create(shader_text(ShaderId::fill)));
  return fills;
}

void MapFills::drop(GeometryId id) {
  std::erase_if(kept_, [id](const Kept& kept) { return kept.id == id; });
}

void MapFills::keep(GeometryId id, const RetainedGeometry& geometry) {
  drop(id);
  Kept kept{id, GlVertexArray::make(), GlBuffer::make(), {geometry.chunks.begin(), geometry.chunks.end()}};
  // Whatever the chunks say, nothing beyond the vertices is read.
  std::erase_if(kept.chunks, [&](const GeometryChunk& c) {
    return c.first > geometry.vertices.size() || c.count > geometry.vertices.size() - c.first;
  });
  glBindVertexArray(kept.array.get());
  glBindBuffer(GL_ARRAY_BUFFER, kept.buffer.get());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(geometry.vertices.size_bytes()),
               geometry.vertices.data(), GL_STATIC_DRAW);
  glEnableVertexAttribArray(0);
  glVertexAttribIPointer(0, 2, GL_INT, sizeof(Fixed2), nullptr);
  glBindVertexArray(0);
  kept_.push_back(std::move(kept));
}

bool MapFills::paint(const MapFill& mark, const MapFrame& frame, bool with_stencil) {
  const auto kept =
      std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return k.id == mark.geometry; });
  if (kept == kept_.end()) return false;
  runs_.clear();
  for (const GeometryChunk& chunk : kept->chunks)
    if (frame.sees(chunk.box, 1))
      runs_.add(static_cast<GLint>(chunk.first), static_cast<GLsizei>(chunk.count));
  if (runs_.firsts.empty()) return true;

  program_.use();
  frame.set(program_);
  set_color(program_, mark.color);
  set_scissor(frame.box, frame.tile);
  const bool marks_stencil = mark.stencil != 0 && with_stencil;
  if (marks_stencil) {
    glEnable(GL_STENCIL_TEST);
    glStencilMask(mark.stencil);
    glStencilFunc(GL_ALWAYS, 0xff, 0xff);
    glStencilOp(GL_KEEP, GL_KEEP, GL_REPLACE);
  }
  // An opaque area needs no look at what is below it; one of no alpha takes that away.
  if (mark.color.a == 255 || mark.color.a == 0) glDisable(GL_BLEND);
  glBindVertexArray(kept->array.get());
  runs_.draw(GL_TRIANGLES);
  glBindVertexArray(0);
  glEnable(GL_BLEND);
  if (marks_stencil) glDisable(GL_STENCIL_TEST);
  return true;
}

}  // namespace vidik
