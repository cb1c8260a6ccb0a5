#include "gpu/px_batch.h"

#include "frame/symbol_shapes.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace vidik {

namespace {

constexpr std::array<ShaderId, 6> kShaders = {ShaderId::flat,   ShaderId::box,    ShaderId::arc,
                                              ShaderId::stroke, ShaderId::symbol, ShaderId::glyph};

enum class As { floats, bytes, colors };
struct Attribute {
  GLint count;
  As as;
};

void describe(std::span<const Attribute> attributes, GLsizei stride) {
  std::size_t offset = 0;
  GLuint place = 0;
  for (const Attribute& a : attributes) {
    const void* at = reinterpret_cast<const void*>(offset);
    glEnableVertexAttribArray(place);
    if (a.as == As::floats) glVertexAttribPointer(place, a.count, GL_FLOAT, GL_FALSE, stride, at);
    if (a.as == As::colors) glVertexAttribPointer(place, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, at);
    if (a.as == As::bytes) glVertexAttribIPointer(place, 4, GL_UNSIGNED_BYTE, stride, at);
    offset += a.as == As::floats ? static_cast<std::size_t>(a.count) * sizeof(float) : 4;
    ++place;
  }
}

void describe_kind(std::size_t kind) {
  static constexpr Attribute flat[] = {{2, As::floats}, {4, As::floats}, {4, As::colors}, {4, As::colors}};
  static constexpr Attribute box[] = {
      {2, As::floats}, {2, As::floats}, {4, As::floats}, {4, As::colors}, {4, As::colors}};
  static constexpr Attribute arc[] = {
      {2, As::floats}, {2, As::floats}, {3, As::floats}, {4, As::floats}, {4, As::colors}};
  static constexpr Attribute stroke[] = {{2, As::floats}, {4, As::floats}, {4, As::floats},
                                         {4, As::floats}, {2, As::floats}, {4, As::colors}};
  static constexpr Attribute symbol[] = {{2, As::floats}, {2, As::floats}, {4, As::floats},
                                         {2, As::floats}, {4, As::bytes},  {4, As::colors},
                                         {4, As::colors}, {4, As::colors}, {4, As::colors}};
  static constexpr Attribute glyph[] = {{2, As::floats}, {2, As::floats}, {4, As::colors}};
  switch (kind) {
    case 0:
      return describe(flat, sizeof(FlatVertex));
    case 1:
      return describe(box, sizeof(BoxVertex));
    case 2:
      return describe(arc, sizeof(ArcVertex));
    case 3:
      return describe(stroke, sizeof(StrokeVertex));
    case 4:
      return describe(symbol, sizeof(SymbolVertex));
    case 5:
      return describe(glyph, sizeof(GlyphVertex));
    default:
      return;
  }
}

template <typename Vertex>
void upload_to(const GlBuffer& buffer, const std::vector<Vertex>& vertices) {
  if (vertices.empty()) return;
  glBindBuffer(GL_ARRAY_BUFFER, buffer.get());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(Vertex)), vertices.data(),
               GL_STREAM_DRAW);
}

}  // namespace

Result<PxBatch> PxBatch::create() {
  PxBatch batch;
  batch.quads_ = GlBuffer::make();
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    Kind& made = batch.kinds_[kind];
    VIDIK_TRY(made.program, Program::create(shader_text(kShaders[kind])));
    made.array = GlVertexArray::make();
    made.buffer = GlBuffer::make();
    glBindVertexArray(made.array.get());
    glBindBuffer(GL_ARRAY_BUFFER, made.buffer.get());
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, batch.quads_.get());
    describe_kind(kind);
  }
  glBindVertexArray(0);
  batch.kinds_[4].program.use();
  glUniform4fv(batch.kinds_[4].program.at(Uniform::shape), kSymbolOutlines * 3, &symbol_outlines()[0].p0.x);
  return batch;
}

void PxBatch::begin(const PxRect& tile, GLuint glyph_atlas) {
  tile_ = tile;
  glyph_atlas_ = glyph_atlas;
  clip_ = bounds_ = tile;
}

void PxBatch::bounds(const PxRect& box) { clip_ = bounds_ = intersection(box, bounds_); }

void PxBatch::clip(const PxRect& box) { clip_ = intersection(box, bounds_); }

std::size_t PxBatch::size_of(std::size_t kind) const {
  const std::size_t sizes[kKinds] = {flat_.size(),   box_.size(),    arc_.size(),
                                     stroke_.size(), symbol_.size(), glyph_.size()};
  return sizes[kind];
}

void PxBatch::close_run() {
  if (!runs_.empty()) runs_.back().count = size_of(runs_.back().kind) - runs_.back().first;
}

void PxBatch::open_run(std::size_t kind, bool opaque) {
  if (!runs_.empty() && runs_.back().kind == kind && runs_.back().clip == clip_ &&
      runs_.back().opaque == opaque)
    return;
  close_run();
  runs_.push_back({kind, size_of(kind), 0, clip_, opaque});
}

void PxBatch::upload() {
  upload_to(kinds_[0].buffer, flat_);
  upload_to(kinds_[1].buffer, box_);
  upload_to(kinds_[2].buffer, arc_);
  upload_to(kinds_[3].buffer, stroke_);
  upload_to(kinds_[4].buffer, symbol_);
  upload_to(kinds_[5].buffer, glyph_);
  std::size_t most = 0;
  for (const Run& run : runs_)
    if (run.kind != 0) most = std::max(most, run.count / 4);
  if (most <= quad_count_) return;
  quad_count_ = std::max<std::size_t>(most + most / 2, 1024);
  std::vector<std::uint32_t> indices;
  indices.reserve(quad_count_ * 6);
  for (std::size_t i = 0; i < quad_count_; ++i)
    for (const unsigned corner : {0u, 1u, 2u, 2u, 1u, 3u})
      indices.push_back(static_cast<std::uint32_t>(i * 4 + corner));
  glBindVertexArray(kinds_[1].array.get());  // the element buffer belongs to the bound array
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(indices.size() * sizeof indices[0]),
               indices.data(), GL_STATIC_DRAW);
}

void PxBatch::flush() {
  close_run();
  upload();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, glyph_atlas_);
  std::size_t bound = kKinds;
  for (const Run& run : runs_) {
    if (run.count == 0 || run.clip.w == 0 || run.clip.h == 0) continue;
    const Kind& kind = kinds_[run.kind];
    if (run.kind != bound) {
      kind.program.use();
      set_page(kind.program, tile_);
      glBindVertexArray(kind.array.get());
      bound = run.kind;
    }
    set_scissor(run.clip, tile_);
    if (run.opaque) glDisable(GL_BLEND);
    if (run.kind == 0)
      glDrawArrays(GL_TRIANGLES, static_cast<GLint>(run.first), static_cast<GLsizei>(run.count));
    else
      glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<GLsizei>(run.count / 4 * 6), GL_UNSIGNED_INT,
                               nullptr, static_cast<GLint>(run.first));
    if (run.opaque) glEnable(GL_BLEND);
  }
  glBindVertexArray(0);
  runs_.clear();
  flat_.clear(), box_.clear(), arc_.clear(), stroke_.clear(), symbol_.clear(), glyph_.clear();
}

}  // namespace vidik
