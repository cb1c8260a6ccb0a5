#include "export/vector_brush.h"

#include "export/vector_shapes.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vidik {

namespace {

Box2 box2(const PageBox& box) {
  return {static_cast<float>(box.west), static_cast<float>(box.north),
          static_cast<float>(box.east - box.west), static_cast<float>(box.south - box.north)};
}

double length_of(const PageLine& line) {
  double sum = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
  return sum;
}

// The line from `begin` px on, and what is before it in `head`.
PageLine split_at(const PageLine& line, double begin, PageLine& head) {
  PageLine rest;
  double along = 0;
  head.push_back(line.front());
  for (std::size_t i = 1; i < line.size(); ++i) {
    const PagePoint a = line[i - 1], b = line[i];
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    if (!rest.empty()) {
      rest.push_back(b);
    } else if (along + length <= begin) {
      head.push_back(b);
    } else {
      const double t = (begin - along) / length;
      const PagePoint at{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
      head.push_back(at);
      rest = {at, b};
    }
    along += length;
  }
  return rest;
}

// A dash that the edge cut goes on as a line of its own in `heads`, and the rest begins with a whole one.
void go_on_with_dashes(const CutLine& piece, const VectorPen& pen, VectorPath& whole, VectorPath& heads) {
  const double dash = pen.dash, period = dash + static_cast<double>(pen.gap);
  const double phase = std::fmod(piece.begin, period);
  if (phase == 0) return append_line(piece.points, false, whole);
  PageLine head, rest = split_at(piece.points, period - phase, head);
  if (phase < dash) {
    PageLine drawn;
    split_at(head, dash - phase, drawn);
    if (length_of(drawn) > 0) append_line(drawn, false, heads);
  }
  if (rest.size() > 1) append_line(rest, false, whole);
}

bool is_finite(const PageBox& b) {
  return std::isfinite(b.west) && std::isfinite(b.north) && std::isfinite(b.east) && std::isfinite(b.south);
}

}  // namespace

bool VectorBrush::need(const PageBox& bounds) {
  if (!is_finite(bounds) || clip_.empty() || !clip_.meets(bounds)) return false;
  if (open_ || depth_ > 0) return true;
  // The page's own edges need no clip.
  constexpr double kFar = std::numeric_limits<double>::infinity();
  PageBox free = clip_;
  if (clip_.west <= page_.west) free.west = -kFar;
  if (clip_.north <= page_.north) free.north = -kFar;
  if (clip_.east >= page_.east) free.east = kFar;
  if (clip_.south >= page_.south) free.south = kFar;
  if (free.holds(bounds)) return true;
  sink_.begin_clip(box_path(clip_, 0));
  open_ = true;
  return true;
}

void VectorBrush::close_clip() {
  if (open_) sink_.end();
  open_ = false;
}

void VectorBrush::clip(const PageBox& box) {
  const PageBox wanted = intersection(box, page_);
  if (wanted == clip_ || depth_ > 0) return;
  close_clip();
  clip_ = wanted;
}

void VectorBrush::fill(const VectorPath& path, Color color) {
  const PageBox bounds = bounds_of(path);
  if (color.a == 0 || !need(bounds)) return;
  if (clip_.grown(1).holds(bounds)) return sink_.fill(path, color);
  std::vector<PageLine> rings;
  for (FlatPiece& piece : flattened(path)) rings.push_back(std::move(piece.points));
  fill(rings, color);
}

void VectorBrush::fill(std::span<const PageLine> rings, Color color) {
  if (color.a == 0) return;
  VectorPath path;
  for (const PageLine& ring : rings) append_line(cut_ring(ring, clip_.grown(1)), true, path);
  if (!path.empty() && need(bounds_of(path))) sink_.fill(path, color);
}

void VectorBrush::stroke(const VectorPath& path, Color color, const VectorPen& pen) {
  const PageBox bounds = bounds_of(path);
  if (color.a == 0 || !(pen.width > 0) || !need(bounds.grown(static_cast<double>(pen.width)))) return;
  if (clip_.grown(static_cast<double>(pen.width)).holds(bounds)) return sink_.stroke(path, color, pen);
  stroke(flattened(path), color, pen);
}

void VectorBrush::stroke(std::span<const FlatPiece> lines, Color color, const VectorPen& pen) {
  if (color.a == 0 || !(pen.width > 0) || clip_.empty()) return;
  const double width = pen.width;
  const PageBox cut = clip_.grown(width);
  const bool dashed = pen.dash > 0 && pen.gap > 0;
  VectorPath whole, heads;
  std::vector<CutLine> pieces;
  for (const FlatPiece& line : lines) {
    const PageBox bounds = bounds_of(line.points);
    if (cut.holds(bounds)) {
      append_line(line.points, line.closed, whole);
      continue;
    }
    if (!cut.meets(bounds)) continue;
    PageLine points = line.points;
    if (line.closed && points.front() != points.back()) points.push_back(points.front());
    pieces.clear();
    cut_line(points, cut, pieces);
    for (const CutLine& piece : pieces)
      if (dashed)
        go_on_with_dashes(piece, pen, whole, heads);
      else
        append_line(piece.points, false, whole);
  }
  if (whole.empty() && heads.empty()) return;
  PageBox bounds = bounds_of(whole.empty() ? heads : whole);
  if (!whole.empty() && !heads.empty()) {
    const PageBox more = bounds_of(heads);
    bounds = {std::min(bounds.west, more.west), std::min(bounds.north, more.north),
              std::max(bounds.east, more.east), std::max(bounds.south, more.south)};
  }
  // One call paints each px once however often its lines cross; two calls do so inside a group.
  const bool group = !whole.empty() && !heads.empty() && color.a < 255;
  const Color ink = group ? Color{color.r, color.g, color.b, 255} : color;
  if (group ? !begin_group(bounds.grown(width / 2), static_cast<float>(color.a) / 255)
            : !need(bounds.grown(width / 2)))
    return;
  if (!whole.empty()) sink_.stroke(whole, ink, pen);
  VectorPen solid = pen;
  solid.dash = solid.gap = 0;
  if (!heads.empty()) sink_.stroke(heads, ink, solid);
  if (group) end();
}

void VectorBrush::fade(const Fade& mark, const PageBox& box) {
  if (!need(box) || box.empty()) return;
  const PageBox seen = intersection(box, clip_);
  if (seen.empty()) return;
  const auto at = [&](double x, double y) {
    const double t =
        mark.across ? (x - box.west) / (box.east - box.west) : (y - box.north) / (box.south - box.north);
    return mix(mark.from, mark.to, t);
  };
  sink_.fade(box2(seen), at(seen.west, seen.north), at(seen.east, seen.south), mark.across);
}

void VectorBrush::text(const GlyphRun& run, std::span<const Glyph> glyphs) {
  if (glyphs.empty() || !(run.size > 0)) return;
  PageLine places;
  for (const Glyph& one : glyphs) places.push_back({static_cast<double>(one.x), static_cast<double>(one.y)});
  if (need(bounds_of(places).grown(static_cast<double>(run.size + run.halo_width)))) sink_.text(run, glyphs);
}

void VectorBrush::image(const VectorImage& image, const PageBox& box, float alpha) {
  if (!(alpha > 0) || !need(box)) return;
  sink_.image(image, box2(box), std::min(alpha, 1.f));
  ++images_;
}

bool VectorBrush::begin_group(const PageBox& bounds, float alpha) {
  if (!need(bounds)) return false;
  sink_.begin_group(alpha);
  ++depth_;
  return true;
}

bool VectorBrush::begin_area(std::span<const PageLine> rings, bool outside_of_it) {
  VectorPath path;
  const PageBox cut = clip_.grown(1);
  for (const PageLine& ring : rings) append_line(cut_ring(ring, cut), true, path);
  if (path.empty() && !outside_of_it) return false;
  if (outside_of_it) {
    const VectorPath all = box_path(cut.grown(1), 0);
    path.insert(path.begin(), all.begin(), all.end());
  }
  if (!need(cut)) return false;
  sink_.begin_clip(path);
  ++depth_;
  return true;
}

void VectorBrush::end() {
  sink_.end();
  --depth_;
}

}  // namespace vidik
