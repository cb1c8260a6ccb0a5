#include "gpu/map_lines.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

void view_buffer(const GlBuffer& buffer, const GlTexture& view, GLenum format, const void* bytes,
                 std::size_t size) {
  glBindBuffer(GL_TEXTURE_BUFFER, buffer.get());
  glBufferData(GL_TEXTURE_BUFFER, static_cast<GLsizeiptr>(size), bytes, GL_STATIC_DRAW);
  glBindTexture(GL_TEXTURE_BUFFER, view.get());
  glTexBuffer(GL_TEXTURE_BUFFER, format, buffer.get());
}

// Length of the polyline up to each point; 0 where one begins, and twice behind the last for the shader's look ahead.
std::vector<float> lengths_of(const RetainedGeometry& geometry) {
  std::vector<float> lengths(geometry.vertices.size() + 2, 0.f);
  std::size_t begin = 0;
  for (const std::uint32_t line_end : geometry.line_ends) {
    const std::size_t end = std::min<std::size_t>(line_end, geometry.vertices.size());
    double sum = 0;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const Fixed2 a = geometry.vertices[i - 1], b = geometry.vertices[i];
      sum += std::hypot(static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y);
      lengths[i] = static_cast<float>(sum);
    }
    begin = std::max(begin, end);
  }
  return lengths;
}

// Chunks hold whole polylines, so a country's border is one; the view is cut from shorter pieces.
constexpr std::uint32_t kPiece = 48;  // segments
// As many segments as one run of quads may have: what the buffer of indices holds.
constexpr std::uint32_t kMostQuads = 1024;
// From this width on an opaque line may be painted over itself: the edge that grows a little by it is not seen.
constexpr float kFat = 5;  // px

void cut_chunk(const GeometryChunk& chunk, std::span<const Fixed2> points,
               std::vector<GeometryChunk>& pieces) {
  for (std::uint32_t at = 0; at + 1 < chunk.count; at += kPiece) {
    GeometryChunk piece{{INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN},
                        chunk.first + at,
                        std::min(kPiece, chunk.count - 1 - at)};
    for (std::uint32_t i = piece.first; i <= piece.first + piece.count; ++i) {
      piece.box.west = std::min(piece.box.west, points[i].x),
      piece.box.east = std::max(piece.box.east, points[i].x);
      piece.box.north = std::min(piece.box.north, points[i].y),
      piece.box.south = std::max(piece.box.south, points[i].y);
    }
    pieces.push_back(piece);
  }
}

}  // namespace

void TouchedTiles::reset(Size target) {
  across = (target.width + kSide - 1) / kSide, down = (target.height + kSide - 1) / kSide;
  touched.assign(static_cast<std::size_t>(across) * static_cast<std::size_t>(down), 0);
}

void TouchedTiles::touch(double x0, double y0, double x1, double y1) {
  const auto tile = [](double px, int most) {
    return static_cast<int>(std::clamp(std::floor(px / kSide), 0.0, most - 1.0));
  };
  if (x1 < 0 || y1 < 0 || x0 > across * kSide || y0 > down * kSide) return;
  for (int y = tile(y0, down); y <= tile(y1, down); ++y)
    for (int x = tile(x0, across); x <= tile(x1, across); ++x)
      touched[static_cast<std::size_t>(y * across + x)] = 1;
}

void QuadRuns::add(std::uint32_t first, std::uint32_t segments) {
  for (std::uint32_t at = 0; at < segments;) {
    const auto room = [&] { return kMostQuads - static_cast<std::uint32_t>(counts.back()) / 6; };
    const bool goes_on = !counts.empty() &&
                         static_cast<std::uint32_t>(bases.back() / 4 + counts.back() / 6) == first + at &&
                         room() > 0;
    if (!goes_on) {
      counts.push_back(0);
      bases.push_back(static_cast<GLint>(first + at) * 4);
      starts.push_back(nullptr);
    }
    const std::uint32_t more = std::min(segments - at, room());
    counts.back() += static_cast<GLsizei>(more) * 6;
    at += more;
  }
}

void QuadRuns::draw() const {
  if (counts.empty()) return;
  glMultiDrawElementsBaseVertex(GL_TRIANGLES, counts.data(), GL_UNSIGNED_SHORT, starts.data(),
                                static_cast<GLsizei>(counts.size()), bases.data());
}

Result<MapLines> MapLines::create() {
  MapLines lines;
  VIDIK_TRY(lines.solid_, Program::create(shader_text(ShaderId::line)));
  VIDIK_TRY(lines.dashed_, Program::create(shader_text(ShaderId::line_dashed)));
  VIDIK_TRY(lines.fat_, Program::create(shader_text(ShaderId::line_fat)));
  lines.array_ = GlVertexArray::make();
  lines.quads_ = GlBuffer::make();
  std::vector<std::uint16_t> indices;
  for (std::uint32_t quad = 0; quad < kMostQuads; ++quad)
    for (const std::uint32_t corner : {0u, 1u, 2u, 2u, 1u, 3u})
      indices.push_back(static_cast<std::uint16_t>(quad * 4 + corner));
  glBindVertexArray(lines.array_.get());
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, lines.quads_.get());
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof indices[0]),
               indices.data(), GL_STATIC_DRAW);
  glBindVertexArray(0);
  return lines;
}

const MapLines::Kept* MapLines::find(GeometryId id) const {
  const auto kept = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& k) { return k.id == id; });
  return kept == kept_.end() ? nullptr : &*kept;
}

void MapLines::drop(GeometryId id) {
  std::erase_if(kept_, [id](const Kept& kept) { return kept.id == id; });
}

void MapLines::keep(GeometryId id, const RetainedGeometry& geometry) {
  drop(id);
  Kept kept{id, GlBuffer::make(), GlBuffer::make(), GlTexture::make(), GlTexture::make(), {}};
  for (const GeometryChunk& chunk : geometry.chunks)  // nothing beyond the vertices is read
    if (chunk.first <= geometry.vertices.size() && chunk.count <= geometry.vertices.size() - chunk.first)
      cut_chunk(chunk, geometry.vertices, kept.pieces);
  view_buffer(kept.points, kept.points_view, GL_RG32I, geometry.vertices.data(),
              geometry.vertices.size_bytes());
  const std::vector<float> lengths = lengths_of(geometry);
  view_buffer(kept.lengths, kept.lengths_view, GL_R32F, lengths.data(), lengths.size() * sizeof lengths[0]);
  kept_.push_back(std::move(kept));
}

bool MapLines::paint(const MapStroke& mark, const MapFrame& frame, float scale, bool as_coverage) {
  const Kept* kept = find(mark.geometry);
  if (kept == nullptr) return false;
  const float width = mark.width * scale;
  if (!(width > 0) || !std::isfinite(mark.dash) || !std::isfinite(mark.gap)) return true;
  runs_.clear();
  for (const GeometryChunk& piece : kept->pieces)
    if (frame.sees(piece.box, width)) runs_.add(piece.first, piece.count);
  if (runs_.counts.empty()) return true;

  const bool is_dashed = mark.gap > 0 && mark.dash > 0;
  // Coverage keeps the larger of two values, so it may be painted over itself at any width.
  const bool is_fat = !is_dashed && (as_coverage || (mark.color.a == 255 && mark.width >= kFat));
  const Program& program = is_dashed ? dashed_ : is_fat ? fat_ : solid_;
  program.use();
  frame.set(program);
  set_color(program, as_coverage ? Color{255, 255, 255, 255} : mark.color);
  program.set(Uniform::width, width);
  program.set(Uniform::dash, mark.dash * scale, mark.gap * scale);
  set_scissor(frame.box, frame.tile);
  glActiveTexture(GL_TEXTURE1);
  glBindTexture(GL_TEXTURE_BUFFER, kept->lengths_view.get());
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_BUFFER, kept->points_view.get());
  glBindVertexArray(array_.get());
  const StencilClip clip(as_coverage ? std::uint8_t{0} : mark.stencil);
  runs_.draw();
  glBindVertexArray(0);
  return true;
}

void MapLines::touch(const MapStroke& mark, const MapFrame& frame, float scale, TouchedTiles& tiles) const {
  const Kept* kept = find(mark.geometry);
  const double margin = static_cast<double>(mark.width) * scale / 2 + 1;
  if (kept == nullptr || !std::isfinite(margin)) return;
  for (const GeometryChunk& piece : kept->pieces) {
    if (!frame.sees(piece.box, margin)) continue;
    const Px low = frame.to_px({piece.box.west, piece.box.north}),
             high = frame.to_px({piece.box.east, piece.box.south});
    tiles.touch(low.x - margin, low.y - margin, high.x + margin, high.y + margin);
  }
}

}  // namespace vidik
