#include "gpu/null_painter.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

// True when every number of a mark is finite and every range lies in its pool; what is kept is asked elsewhere.
struct Sound {
  const DrawList& list;

  template <typename... T>
  static bool finite(T... values) {
    return (std::isfinite(static_cast<double>(values)) && ...);
  }
  static bool finite(const Box2& b) { return finite(b.x, b.y, b.w, b.h); }
  static bool inside(Range range, std::size_t size) {
    return range.first <= size && range.count <= size - range.first;
  }
  bool points(Range range) const {
    if (!inside(range, list.points.size())) return false;
    const auto first = list.points.begin() + range.first;
    return std::all_of(first, first + range.count, [](Px p) { return finite(p.x, p.y); });
  }

  bool operator()(const MapFill&) const { return true; }
  bool operator()(const MapStroke& m) const { return finite(m.width, m.dash, m.gap); }
  bool operator()(const MapImage& m) const {
    const auto corners =
        static_cast<std::uint32_t>(m.net_side + 1) * static_cast<std::uint32_t>(m.net_side + 1);
    return finite(m.alpha) &&
           (m.net_side == 0 || (m.net.count == corners && inside(m.net, list.places.size())));
  }
  bool operator()(const MapPoints& m) const {
    return finite(m.size, m.alpha) && m.first <= m.last && inside(m.extra, list.rows.size()) &&
           inside(m.colors, list.colors.size());
  }
  bool operator()(const Rect& m) const { return finite(m.box) && finite(m.radius, m.border_width); }
  bool operator()(const Stroke& m) const { return points(m.points) && finite(m.width, m.dash, m.gap); }
  bool operator()(const Polygon& m) const {
    return points(m.points) && inside(m.ring_ends, list.rows.size());
  }
  bool operator()(const Fade& m) const { return finite(m.box); }
  bool operator()(const Arc& m) const {
    return finite(m.centre.x, m.centre.y, m.radius, m.width, m.begin_deg, m.end_deg);
  }
  bool operator()(const Disc& m) const { return finite(m.centre.x, m.centre.y, m.radius, m.border_width); }
  bool operator()(const Symbol& m) const { return finite(m.centre.x, m.centre.y, m.radius, m.alpha); }
  bool operator()(const SymbolRing& m) const { return finite(m.centre.x, m.centre.y, m.radius, m.width); }
  bool operator()(const GlyphRun& m) const {
    if (!inside(m.glyphs, list.glyphs.size()) || !finite(m.size, m.halo_width)) return false;
    const auto first = list.glyphs.begin() + m.glyphs.first;
    return std::all_of(first, first + m.glyphs.count,
                       [](const Glyph& g) { return finite(g.x, g.y, g.angle_deg); });
  }
  bool operator()(const Clip& m) const { return finite(m.box); }
};

}  // namespace

void NullPainter::keep_geometry(GeometryId id, const RetainedGeometry&) { geometry_.push_back(id); }
void NullPainter::keep_image(ImageId id, int, int, std::span<const std::uint8_t>) { images_.push_back(id); }
void NullPainter::keep_points(std::uint64_t layer_serial, std::span<const Fixed2> positions,
                              std::span<const std::uint16_t>) {
  points_[layer_serial] = positions.size();
}

void NullPainter::check(const DrawList& list, const std::vector<Mark>& marks, const char* part) {
  const auto kept = [this](const Mark& mark) {
    const auto has = [](const auto& all, auto id) {
      return std::find(all.begin(), all.end(), id) != all.end();
    };
    if (const auto* fill = std::get_if<MapFill>(&mark)) return has(geometry_, fill->geometry);
    if (const auto* stroke = std::get_if<MapStroke>(&mark)) return has(geometry_, stroke->geometry);
    if (const auto* image = std::get_if<MapImage>(&mark)) return has(images_, image->image);
    if (const auto* points = std::get_if<MapPoints>(&mark)) {
      const auto layer = points_.find(points->layer_serial);
      return layer != points_.end() && points->last <= layer->second;
    }
    return true;
  };
  for (std::size_t i = 0; i < marks.size(); ++i) {
    ++stats_.marks;
    ++counts_[marks[i].index()];
    const std::string where = " (" + std::string(part) + " mark " + std::to_string(i) + ")";
    if (!kept(marks[i])) {
      ++stats_.left_out;
      problems_.push_back("refers to something the painter does not have" + where);
    } else if (!std::visit(Sound{list}, marks[i])) {
      ++stats_.left_out;
      problems_.push_back("a number is not finite or a range is outside its pool" + where);
    }
  }
}

void NullPainter::paint(const DrawList& list, unsigned) {
  counts_ = {};
  problems_.clear();
  if (list.base_key == 0 || list.base_key != base_key_ || !(list.size == base_size_) ||
      list.scale != base_scale_) {
    ++stats_.base_repaints;
    base_key_ = list.base_key, base_size_ = list.size, base_scale_ = list.scale;
  }
  check(list, list.base, "base");
  check(list, list.names, "names");
  if (list.kept.list) check(*list.kept.list, list.kept.list->top, "kept");
  check(list, list.top, "top");
  if (list.inset.list) check(*list.inset.list, list.inset.list->top, "inset");
}

void NullPainter::paint_tile(const DrawList& list, unsigned target, const PageTile&) { paint(list, target); }

}  // namespace vidik
