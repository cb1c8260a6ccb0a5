#include "export/vector_map.h"

#include "export/vector_shapes.h"
#include "geo/outline.h"
#include "geo/simplify.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr double kUnits = 4294967296.0;  // of the world
constexpr double kThin = 0.1;            // px that an outline may be off

bool lies_in(Range range, std::size_t size) {
  return range.first <= size && range.count <= size - range.first;
}

}  // namespace

PageBox whole_device_px(const Box2& box, double scale) {
  const PageBox b = page_box(box);
  const auto low = [&](double v) { return std::floor(v * scale) / scale; };
  const auto high = [&](double v) { return std::ceil(v * scale) / scale; };
  return {low(b.west), low(b.north), high(b.east), high(b.south)};
}

VectorMap::VectorMap(const DrawList& list, const VectorParts& parts, VectorBrush& brush, bool with_areas)
    : list_(list),
      parts_(parts),
      brush_(brush),
      with_areas_(with_areas),
      map_(whole_device_px(list.view.box, static_cast<double>(list.scale))) {
  const MapView& view = list.view;
  unit_ = view.px_per_world / kUnits;
  origin_x_ = static_cast<double>(view.box.x) + static_cast<double>(view.box.w) / 2 +
              (0.5 - view.centre_x) * view.px_per_world;
  origin_y_ = static_cast<double>(view.box.y) + static_cast<double>(view.box.h) / 2 +
              (0.5 - view.centre_y) * view.px_per_world;
}

PagePoint VectorMap::to_px(Fixed2 at) const { return {origin_x_ + at.x * unit_, origin_y_ + at.y * unit_}; }

PageBox VectorMap::to_px(const FixedBox& box) const {
  const PagePoint low = to_px(Fixed2{box.west, box.north}), high = to_px(Fixed2{box.east, box.south});
  return {low.x, low.y, high.x, high.y};
}

std::vector<PageLine> VectorMap::rings_of(GeometryId id) const {
  const VectorParts::Geometry* kept = parts_.geometry(id);
  std::vector<PageLine> rings;
  if (kept == nullptr) return rings;
  const PageBox frame = intersection(brush_.clip(), map_).grown(2);
  std::vector<Fixed2> triangles;
  for (const GeometryChunk& chunk : kept->chunks) {
    if (!frame.meets(to_px(chunk.box))) continue;
    const auto first = kept->vertices.begin() + chunk.first;
    triangles.insert(triangles.end(), first, first + chunk.count);
  }
  const Outline outline = outline_of(triangles);
  const double thin = kThin / unit_;
  const auto tolerance = static_cast<std::int32_t>(std::clamp(thin, 0.0, 1e9));
  std::vector<Fixed2> ring, fewer;
  std::size_t begin = 0;
  for (const std::uint32_t end : outline.ring_ends) {
    ring.assign(outline.points.begin() + static_cast<std::ptrdiff_t>(begin),
                outline.points.begin() + static_cast<std::ptrdiff_t>(end));
    begin = end;
    ring.push_back(ring.front());
    fewer.clear();
    thin_line(ring, tolerance, fewer);
    fewer.pop_back();
    if (fewer.size() < 3) continue;  // less than anybody sees
    PageLine px(fewer.size());
    std::transform(fewer.begin(), fewer.end(), px.begin(), [&](Fixed2 p) { return to_px(p); });
    px = cut_ring(px, frame);
    if (px.size() > 2) rings.push_back(std::move(px));
  }
  return rings;
}

bool VectorMap::enter_areas(std::uint8_t bits, std::uint8_t without) {
  if (bits == entered_ && without == outside_of_) return seen_;
  leave_areas();
  entered_ = bits, outside_of_ = without;
  const auto open = [&](const Rings& rings, bool outside) {
    if (!seen_) return;
    seen_ = brush_.begin_area(rings, outside);
    opened_ += seen_ ? 1 : 0;
  };
  for (std::size_t bit = 0; bit < areas_.size(); ++bit) {
    if ((bits >> bit & 1) != 0) {
      // Fills that share a bit do not lie on one another, so their rings together are odd-even too.
      Rings all;
      for (const Rings& one : areas_[bit]) all.insert(all.end(), one.begin(), one.end());
      open(all, false);
    }
    if ((without >> bit & 1) != 0)
      for (const Rings& one : areas_[bit])
        if (!one.empty()) open(one, true);
  }
  return seen_;
}

void VectorMap::leave_areas() {
  for (; opened_ > 0; --opened_) brush_.end();
  entered_ = outside_of_ = 0;
  seen_ = true;
}

bool VectorMap::paint(const MapFill& mark) {
  if (parts_.geometry(mark.geometry) == nullptr) return false;
  const Rings rings = rings_of(mark.geometry);
  brush_.fill(rings, mark.color);
  if (with_areas_)
    for (std::size_t bit = 0; bit < areas_.size(); ++bit)
      if ((mark.stencil >> bit & 1) != 0) areas_[bit].push_back(rings);
  return true;
}

bool VectorMap::paint(const MapStroke& mark) {
  const VectorParts::Geometry* kept = parts_.geometry(mark.geometry);
  if (kept == nullptr || (mark.stencil != 0 && !with_areas_)) return false;
  if (!(mark.width > 0) || !std::isfinite(mark.dash) || !std::isfinite(mark.gap)) return true;
  const PageBox frame = intersection(brush_.clip(), map_).grown(static_cast<double>(mark.width));
  const bool dashed = mark.dash > 0 && mark.gap > 0;
  const auto tolerance = static_cast<std::int32_t>(std::clamp(kThin / 2 / unit_, 0.0, 1e9));
  std::vector<FlatPiece> lines;
  std::vector<Fixed2> fewer;
  for (const GeometryChunk& chunk : kept->chunks) {
    if (!frame.meets(to_px(chunk.box))) continue;
    auto end = std::upper_bound(kept->line_ends.begin(), kept->line_ends.end(), chunk.first);
    std::uint32_t begin = chunk.first;
    for (; begin < chunk.first + chunk.count && end != kept->line_ends.end(); begin = *end++) {
      fewer.clear();
      thin_line(std::span(kept->vertices).subspan(begin, *end - begin), dashed ? 0 : tolerance, fewer);
      FlatPiece piece;
      piece.points.resize(fewer.size());
      std::transform(fewer.begin(), fewer.end(), piece.points.begin(), [&](Fixed2 p) { return to_px(p); });
      if (fewer.size() > 1) lines.push_back(std::move(piece));
    }
  }
  VectorPen pen{mark.width, 0, 0, !dashed, true};
  if (dashed) pen.dash = mark.dash, pen.gap = mark.gap;
  if (enter_areas(mark.stencil, 0)) brush_.stroke(lines, mark.color, pen);
  return true;
}

bool VectorMap::paint(const MapImage& mark) {
  const VectorParts::Image* image = parts_.image(mark.image);
  const auto nodes = static_cast<std::uint32_t>((mark.net_side + 1) * (mark.net_side + 1));
  if (image == nullptr || !std::isfinite(mark.alpha) ||
      ((mark.stencil | mark.not_stencil) != 0 && !with_areas_) ||
      (mark.net_side > 0 && (mark.net.count != nodes || !lies_in(mark.net, list_.places.size()))))
    return false;
  PageBox seen = intersection(brush_.clip(), map_);
  for (std::size_t bit = 0; bit < areas_.size(); ++bit) {  // no more of it than shows
    if ((mark.stencil >> bit & 1) == 0) continue;
    PageLine all;
    for (const Rings& rings : areas_[bit])
      for (const PageLine& ring : rings) all.insert(all.end(), ring.begin(), ring.end());
    seen = intersection(seen, bounds_of(all));
  }
  if (seen.empty() || mark.alpha <= 0) return true;
  const Resampled made = resampled(mark, *image, seen);
  if (made.rgba.empty()) return true;
  if (enter_areas(mark.stencil, mark.not_stencil))
    brush_.image({made.width, made.height, made.rgba}, made.box, mark.alpha);
  return true;
}

bool VectorMap::paint(const MapPoints& mark) {
  const VectorParts::Points* kept = parts_.points(mark.layer_serial);
  if (kept == nullptr || mark.first > mark.last || mark.last > kept->positions.size() ||
      !lies_in(mark.extra, list_.rows.size()) || !lies_in(mark.colors, list_.colors.size()) ||
      mark.colors.count == 0)
    return false;
  if (!(mark.size > 0) || !(mark.alpha > 0)) return true;
  const auto extra = std::span(list_.rows).subspan(mark.extra.first, mark.extra.count);
  if (std::any_of(extra.begin(), extra.end(), [&](auto row) { return row >= kept->positions.size(); }))
    return false;
  const PageBox seen = intersection(brush_.clip(), map_).grown(static_cast<double>(mark.size) / 2);
  const auto point = [&](std::uint32_t row) {
    const PagePoint at = to_px(kept->positions[row]);
    if (!seen.meets({at.x, at.y, at.x, at.y})) return;
    const std::uint32_t color = std::min<std::uint32_t>(kept->category[row], mark.colors.count - 1);
    brush_.fill(circle_path(at, static_cast<double>(mark.size) / 2),
                with_alpha(list_.colors[mark.colors.first + color], mark.alpha));
  };
  for (std::uint32_t row = mark.first; row < mark.last; ++row) point(row);
  for (const std::uint32_t row : extra) point(row);
  return true;
}

}  // namespace vidik
