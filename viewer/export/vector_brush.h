#pragma once
// Paints into a VectorSink with nothing reaching over the page: whatever crosses its edge or that of the clip is cut there,
// what lies outside is dropped.
//
// Units: px at 1x of the page. What is cut reaches beyond the edge by the width of its line at most, letters by what of
// their line of text is outside. Ownership: borrows the sink. Threads: one. Errors: none; what is not finite is dropped.

#include "export/vector_cut.h"
#include "export/vector_sink.h"

#include <cstdint>
#include <span>
#include <vector>

namespace vidik {

class VectorBrush {
 public:
  VectorBrush(VectorSink& sink, const PageBox& page) : sink_(sink), page_(page), clip_(page) {}
  ~VectorBrush() { close_clip(); }
  VectorBrush(const VectorBrush&) = delete;
  VectorBrush& operator=(const VectorBrush&) = delete;

  // For what follows, instead of the clip before. Inside a group or an area the one before stays.
  void clip(const PageBox& box);
  const PageBox& clip() const { return clip_; }  // never larger than the page
  const PageBox& page() const { return page_; }
  std::uint64_t images() const { return images_; }

  void fill(const VectorPath& path, Color color);
  void fill(std::span<const PageLine> rings, Color color);
  void stroke(const VectorPath& path, Color color, const VectorPen& pen);
  // Dashes begin anew with each piece.
  void stroke(std::span<const FlatPiece> lines, Color color, const VectorPen& pen);
  void fade(const Fade& mark, const PageBox& box);
  void text(const GlyphRun& run, std::span<const Glyph> glyphs);
  void image(const VectorImage& image, const PageBox& box, float alpha);

  // For what lies within `bounds` until end(); false: nothing of it is seen, and there is nothing to end.
  bool begin_group(const PageBox& bounds, float alpha);
  bool begin_area(std::span<const PageLine> rings, bool outside_of_it);
  void end();

 private:
  bool need(const PageBox& bounds);  // opens the clip where it is needed; false: nothing of it is seen
  void close_clip();

  VectorSink& sink_;
  PageBox page_, clip_;
  bool open_ = false;
  int depth_ = 0;  // groups and areas
  std::uint64_t images_ = 0;
};

}  // namespace vidik
