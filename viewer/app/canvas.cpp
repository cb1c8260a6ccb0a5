#include "app/canvas.h"

#include "base/share_out.h"
#include "geo/projection.h"

#include <algorithm>
#include <vector>

namespace vidik {

namespace {

void keep_layer(const Layer& layer, Projection projection, PartsKeeper& keeper) {
  std::vector<Fixed2> positions(layer.size());
  std::vector<std::uint16_t> categories(layer.size());
  // The projection of a million places takes 40 ms (equal area 0.3 s): large layers share it out.
  const Row piece = 1 << 16;
  const auto fill = [&](Row first) {
    for (Row row = first; row < std::min(layer.size(), first + piece); ++row) {
      // What has no place is put where the map of the world ends, not at 0/0 as if it had happened there.
      const bool placed = !layer.columns.facts[row].has(Facts::kNoPlace);
      positions[row] =
          placed ? to_fixed(projection, {layer.lon(row), layer.lat(row)}) : Fixed2{INT32_MIN, INT32_MIN};
      categories[row] = layer.columns.category[row];
    }
  };
  share_out((layer.size() + piece - 1) / piece, [&](std::size_t i) { fill(static_cast<Row>(i) * piece); });
  keeper.keep_points(layer.serial, positions, categories);
}

}  // namespace

Result<std::unique_ptr<Canvas>> Canvas::create(GlLoader loader) {
  std::unique_ptr<Canvas> canvas(new Canvas);
  VIDIK_TRY(canvas->fonts_, Fonts::create());
  VIDIK_TRY(canvas->painter_, Painter::create(loader, *canvas->fonts_));
  return canvas;
}

void Canvas::sync(Session& session) {
  if (session.map() && session.map() != map_) {
    map_ = session.map();
    map_parts_ = {};
  }
  bases_.assign(session.base_files().begin(), session.base_files().end());
  const Projection projection = session.view().camera.projection;
  if (projection != projection_) layers_.clear();
  projection_ = projection;
  snapshot_ = session.snapshot();
  std::set<std::uint64_t> present;
  for (const LayerRef& layer : snapshot_->layers) {
    present.insert(layer->serial);
    if (layers_.insert(layer->serial).second) keep_layer(*layer, projection, *painter_);
  }
  for (auto it = layers_.begin(); it != layers_.end();) {
    if (present.contains(*it)) {
      ++it;
    } else {
      painter_->drop_points(*it);
      it = layers_.erase(it);
    }
  }
}

void Canvas::draw(Session& session, Picture& picture) {
  sync(session);
  draw_scene(session.scene_in(*fonts_), *memory_, picture);
  session.ask_overlays(picture.metres_per_px);
}

void Canvas::paint(const Picture& picture, unsigned framebuffer) {
  map_parts_.keep(map_.get(), bases_, picture.list, *painter_);
  painter_->paint(picture.list, framebuffer);
}

void Canvas::paint_tile(const Picture& picture, unsigned framebuffer, const PageTile& tile) {
  map_parts_.keep(map_.get(), bases_, picture.list, *painter_);
  painter_->paint_tile(picture.list, framebuffer, tile);
}

void Canvas::hand_over(const Picture& picture, PartsKeeper& keeper) const {
  MapParts().keep(map_.get(), bases_, picture.list, keeper);
  std::set<std::uint64_t> named;
  const auto look = [&](const std::vector<Mark>& marks) {
    for (const Mark& mark : marks)
      if (const auto* points = std::get_if<MapPoints>(&mark)) named.insert(points->layer_serial);
  };
  look(picture.list.names), look(picture.list.top);
  for (const KeptPart* part : {&picture.list.kept, &picture.list.inset})
    if (part->list) look(part->list->top);
  if (!snapshot_) return;
  for (const LayerRef& layer : snapshot_->layers)
    if (named.contains(layer->serial)) keep_layer(*layer, projection_, keeper);
}

}  // namespace vidik
