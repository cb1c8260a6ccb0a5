#pragma once
// Fonts, painter and what the painter keeps, brought up to date with a session: the same for the window and for files.
//
// Threads: the thread whose GL context is current. Errors: create() says what the driver lacks.
// Cost: sync() is O(1) when nothing changed; O(n) once for each new layer. paint() also gives the painter those parts
// of the map that are seen for the first time.

#include "app/map_load.h"
#include "app/session.h"
#include "gpu/painter.h"
#include "scene/scene.h"
#include "text/fonts.h"

#include <cstdint>
#include <memory>
#include <set>

namespace vidik {

class Canvas {
 public:
  static Result<std::unique_ptr<Canvas>> create(GlLoader loader);

  // Takes the map, gives the painter the layers it does not have yet and takes back those that are gone.
  void sync(Session& session);
  // The session's present picture, asking the overlays for their marks; `picture` is reused.
  void draw(Session& session, Picture& picture);
  void paint(const Picture& picture, unsigned framebuffer);
  void paint_tile(const Picture& picture, unsigned framebuffer, const PageTile& tile);

  // Hands over, once, whatever the picture's marks name: for who draws it without a GPU.
  void hand_over(const Picture& picture, PartsKeeper& keeper) const;

  Fonts& fonts() { return *fonts_; }
  Painter& painter() { return *painter_; }

 private:
  Canvas() = default;

  std::unique_ptr<Fonts> fonts_;
  std::unique_ptr<Painter> painter_;
  std::shared_ptr<SceneMemory> memory_ = make_scene_memory();
  std::shared_ptr<const MapSet> map_;
  MapParts map_parts_;                                // of map_ and bases_, kept by the painter
  std::vector<BaseFile> bases_;                       // of the session, as last drawn
  SnapshotRef snapshot_;                              // as last drawn
  std::set<std::uint64_t> layers_;                    // serials that the painter keeps
  Projection projection_ = Projection::web_mercator;  // that it keeps them in
};

}  // namespace vidik
