#include "app/canvas.h"

#include "geo/mercator.h"

#include <vector>

namespace vidik {

Result<std::unique_ptr<Canvas>> Canvas::create(GlLoader loader) {
  std::unique_ptr<Canvas> canvas(new Canvas);
  VIDIK_TRY(canvas->fonts_, Fonts::create());
  VIDIK_TRY(canvas->painter_, Painter::create(loader, *canvas->fonts_));
  return canvas;
}

void Canvas::keep_layer(const Layer& layer) {
  std::vector<Fixed2> positions(layer.size());
  std::vector<std::uint16_t> categories(layer.size());
  for (Row row = 0; row < layer.size(); ++row) {
    positions[row] = to_fixed({layer.lon(row), layer.lat(row)});
    categories[row] = layer.columns.category[row];
  }
  painter_->keep_points(layer.serial, positions, categories);
}

void Canvas::sync(Session& session) {
  if (session.map() && session.map() != map_) {
    map_ = session.map();
    map_parts_ = {};
  }
  std::set<std::uint64_t> present;
  for (const LayerRef& layer : session.snapshot()->layers) {
    present.insert(layer->serial);
    if (layers_.insert(layer->serial).second) keep_layer(*layer);
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
  if (map_) map_parts_.keep(*map_, picture.list, *painter_);
  painter_->paint(picture.list, framebuffer);
}

}  // namespace vidik
