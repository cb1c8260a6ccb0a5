#include "scene/pen.h"

#include "base/text.h"

namespace vidik {

void Pen::rect(const Box2& box, Color fill, float radius, Color border, float border_width) {
  if (box.w > 0 && box.h > 0) mark(Rect{box, radius, fill, border, border_width});
}

void Pen::line(Px a, Px b, Color color, float width, float dash, float gap) {
  Stroke stroke;
  stroke.points = list_.add_points({a, b});
  stroke.color = color;
  stroke.width = width;
  stroke.dash = dash;
  stroke.gap = gap;
  mark(stroke);
}

void Pen::path(const std::vector<Px>& points, Color color, float width, bool closed, float dash, float gap) {
  if (points.size() < 2) return;
  Stroke stroke;
  stroke.points = list_.add_points(points);
  stroke.color = color;
  stroke.width = width;
  stroke.dash = dash;
  stroke.gap = gap;
  stroke.closed = closed;
  mark(stroke);
}

void Pen::area(const std::vector<Px>& points, Color color) {
  if (points.size() >= 3) mark(Polygon{list_.add_points(points), color});
}

void Pen::area(const std::vector<Px>& points, std::span<const std::uint32_t> ring_ends, Color color) {
  if (points.size() < 3) return;
  const Range rings{static_cast<std::uint32_t>(list_.rows.size()),
                    static_cast<std::uint32_t>(ring_ends.size())};
  list_.rows.insert(list_.rows.end(), ring_ends.begin(), ring_ends.end());
  mark(Polygon{list_.add_points(points), color, rings});
}

void Pen::disc(Px centre, float radius, Color fill, Color border, float border_width) {
  mark(Disc{centre, radius, fill, border, border_width});
}

void Pen::arc(Px centre, float radius, float width, float begin_deg, float end_deg, Color color) {
  mark(Arc{centre, radius, width, begin_deg, end_deg, color});
}

void Pen::ring(Px centre, float radius, float width, Color color, float dash_deg, float gap_deg) {
  if (dash_deg <= 0) return arc(centre, radius, width, 0, 360, color);
  for (float at = 0; at < 359.9f; at += dash_deg + gap_deg)
    arc(centre, radius, width, at, at + dash_deg, color);
}

void Pen::text(std::string_view utf8, Px at, const TextStyle& style) {
  if (!utf8.empty()) mark(text_mark(list_, fonts_, utf8, at, style));
}

void Pen::wrap(std::string_view text, const TextStyle& style, float most, std::vector<std::string>& lines) {
  std::string line;
  for (const std::string_view word : split(text, ' ')) {
    if (word.empty()) continue;
    std::string longer = line.empty() ? std::string(word) : line + " " + std::string(word);
    if (!line.empty() && width(longer, style) > most) {
      lines.push_back(line);
      longer = word;
    }
    line = std::move(longer);
  }
  if (!line.empty()) lines.push_back(line);
}

}  // namespace vidik
