#include "export/vector_marks.h"

#include "export/vector_shapes.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

template <typename... T>
bool finite(T... values) {
  return (std::isfinite(static_cast<double>(values)) && ...);
}

PagePoint place(Px p) { return {static_cast<double>(p.x), static_cast<double>(p.y)}; }

// Corners, and false when any is not a number or outside the pool.
bool places_of(const DrawList& list, Range range, PageLine& out) {
  if (range.first > list.points.size() || range.count > list.points.size() - range.first) return false;
  for (const Px p : std::span(list.points).subspan(range.first, range.count)) {
    if (!finite(p.x, p.y)) return false;
    out.push_back(place(p));
  }
  return true;
}

}  // namespace

void VectorMarks::box(const PageBox& box, double radius, Color fill, Color border, double border_width) {
  brush_.fill(box_path(box, radius), fill);
  const double most = std::min(box.east - box.west, box.south - box.north) / 2;
  if (!(border_width > 0) || border.a == 0) return;
  if (border_width >= most) return brush_.fill(box_path(box, radius), border);
  VectorPen pen;
  pen.width = static_cast<float>(border_width);
  pen.round_joins = false;
  // The border lies inside: the middle of its line is half of it in.
  brush_.stroke(box_path(box.grown(-border_width / 2), radius - border_width / 2), border, pen);
}

bool VectorMarks::add(const Rect& mark) {
  const Box2& b = mark.box;
  if (!finite(b.x, b.y, b.w, b.h, mark.radius, mark.border_width)) return false;
  if (b.w <= 0 || b.h <= 0) return true;
  box(page_box(b), static_cast<double>(mark.radius), mark.fill, mark.border,
      static_cast<double>(mark.border_width));
  return true;
}

bool VectorMarks::add(const Disc& mark) {
  if (!finite(mark.centre.x, mark.centre.y, mark.radius, mark.border_width)) return false;
  if (mark.radius <= 0) return true;
  const PagePoint c = place(mark.centre);
  const double r = mark.radius;
  box({c.x - r, c.y - r, c.x + r, c.y + r}, r, mark.fill, mark.border,
      static_cast<double>(mark.border_width));
  return true;
}

bool VectorMarks::add(const Fade& mark) {
  const Box2& b = mark.box;
  if (!finite(b.x, b.y, b.w, b.h)) return false;
  if (b.w <= 0 || b.h <= 0 || (mark.from.a == 0 && mark.to.a == 0)) return true;
  // On whole device px, as the painter has it: two that meet leave no seam.
  const double scale = list_.scale;
  const auto whole = [&](double v) { return std::round(v * scale) / scale; };
  const PageBox box = page_box(b);
  brush_.fade(mark, {whole(box.west), whole(box.north), whole(box.east), whole(box.south)});
  return true;
}

bool VectorMarks::add(const Arc& mark) {
  if (!finite(mark.centre.x, mark.centre.y, mark.radius, mark.width, mark.begin_deg, mark.end_deg))
    return false;
  if (mark.radius <= 0 || mark.width <= 0 || mark.end_deg <= mark.begin_deg) return true;
  VectorPen pen;
  pen.width = mark.width;
  brush_.stroke(arc_path(place(mark.centre), static_cast<double>(mark.radius),
                         static_cast<double>(mark.begin_deg), static_cast<double>(mark.end_deg)),
                mark.color, pen);
  return true;
}

bool VectorMarks::add(const Stroke& mark) {
  FlatPiece line;
  if (!places_of(list_, mark.points, line.points) || !finite(mark.width, mark.dash, mark.gap)) return false;
  PageLine& points = line.points;
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (mark.closed && points.size() > 2 && points.front() == points.back()) points.pop_back();
  line.closed = mark.closed && points.size() > 2;
  if (points.size() < 2 || mark.width <= 0) return true;
  VectorPen pen;
  pen.width = mark.width;
  if (mark.dash > 0 && mark.gap > 0) {
    pen.dash = mark.dash, pen.gap = mark.gap;
    if (line.closed) {  // whole dashes around, so that no seam shows
      double whole = 0;
      for (std::size_t i = 0; i < points.size(); ++i) {
        const PagePoint a = points[i], b = points[(i + 1) % points.size()];
        whole += std::hypot(b.x - a.x, b.y - a.y);
      }
      const double period = static_cast<double>(pen.dash) + static_cast<double>(pen.gap);
      const auto fit = static_cast<float>(whole / std::max(1.0, std::round(whole / period)) / period);
      pen.dash *= fit, pen.gap *= fit;
    }
  } else {
    pen.round = mark.round_caps;
  }
  brush_.stroke(std::span(&line, 1), mark.color, pen);
  return true;
}

bool VectorMarks::add(const Polygon& mark) {
  PageLine points;
  if (!places_of(list_, mark.points, points)) return false;
  std::vector<PageLine> rings;
  const auto add_ring = [&](std::size_t first, std::size_t end) {
    if (end - first > 2)
      rings.emplace_back(points.begin() + static_cast<std::ptrdiff_t>(first),
                         points.begin() + static_cast<std::ptrdiff_t>(end));
  };
  if (mark.ring_ends.count == 0) add_ring(0, points.size());
  std::size_t first = 0;
  for (std::uint32_t r = 0; r < mark.ring_ends.count; ++r) {
    const std::size_t at = std::size_t{mark.ring_ends.first} + r;
    if (at >= list_.rows.size() || list_.rows[at] < first || list_.rows[at] > points.size()) return false;
    add_ring(first, list_.rows[at]);
    first = list_.rows[at];
  }
  brush_.fill(rings, mark.color);
  return true;
}

bool VectorMarks::add(const GlyphRun& mark) {
  const auto& pool = list_.glyphs;
  if (mark.glyphs.first > pool.size() || mark.glyphs.count > pool.size() - mark.glyphs.first) return false;
  const auto glyphs = std::span(pool).subspan(mark.glyphs.first, mark.glyphs.count);
  const bool sound =
      std::all_of(glyphs.begin(), glyphs.end(), [](const Glyph& g) { return finite(g.x, g.y, g.angle_deg); });
  if (!sound || !finite(mark.size, mark.halo_width)) return false;
  brush_.text(mark, glyphs);
  return true;
}

}  // namespace vidik
