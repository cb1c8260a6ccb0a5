#include "app/headless.h"

#include "export/png_file.h"

#include <algorithm>
#include <cstring>

namespace vidik {

namespace {

constexpr std::int64_t kTimelineLimitMs = 20 * 60 * 1000;  // it only bounds what never ends
// Larger pictures are painted tile by tile: px that one framebuffer holds without much memory, and a tile's size.
constexpr std::int64_t kMostAtOnce = 4096 * 4096;
constexpr Size kTile{4096, 1024};
constexpr std::int64_t kOverlayLimitMs = 10'500;  // PLUGINS §5.3: 10 s in export, and a little to restart

}  // namespace

Result<std::unique_ptr<Headless>> Headless::create() {
  std::unique_ptr<Headless> headless(new Headless);
  VIDIK_TRY(headless->context_, EglContext::create());
  VIDIK_TRY(headless->canvas_, Canvas::create(headless->context_->loader()));
  return headless;
}

Result<Picture> Headless::compose(Session& session) {
  Picture picture;
  session.timeline();  // as the view is now; a still waits for it
  session.wait_until_ready(kTimelineLimitMs);
  canvas_->sync(session);
  draw_scene(session.scene_in(canvas_->fonts()), *make_scene_memory(), picture);
  session.ask_overlays(picture.metres_per_px, AskFor::still);
  if (Roster* roster = session.roster()) {
    if (!session.overlays_current()) roster->wait_for_marks(kOverlayLimitMs);
    session.poll();
    session.note_missing_overlays();
    // Once more with the answers, from an empty memory, so that the bytes do not depend on what was drawn before.
    canvas_->sync(session);
    draw_scene(session.scene_in(canvas_->fonts()), *make_scene_memory(), picture);
  }
  return picture;
}

Result<Pixels> Headless::paint(const Picture& picture) {
  Pixels pixels;
  pixels.width = picture.list.device_size().width;
  pixels.height = picture.list.device_size().height;
  VIDIK_TRY(const auto target, OffscreenTarget::create(pixels.width, pixels.height));
  canvas_->paint(picture, target->framebuffer());
  target->read(pixels.rgba);
  if (picture.list.ground.a < 255) unmultiply_alpha(pixels.rgba);
  return pixels;
}

Result<> Headless::paint_bands(const Picture& picture,
                               const std::function<Result<>(std::span<const std::uint8_t>)>& take) {
  const Size page = picture.list.device_size();
  if (static_cast<std::int64_t>(page.width) * page.height <= kMostAtOnce) {
    VIDIK_TRY(const Pixels pixels, paint(picture));
    return take(pixels.rgba);
  }
  VIDIK_TRY(const auto target, OffscreenTarget::create(kTile.width, kTile.height));
  std::vector<std::uint8_t> band, tile;
  for (int y = 0; y < page.height; y += kTile.height) {
    const int rows = std::min(kTile.height, page.height - y);
    band.resize(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(rows) * 4);
    for (int x = 0; x < page.width; x += kTile.width) {
      canvas_->paint_tile(picture, target->framebuffer(), {x, y, kTile.width, kTile.height});
      target->read(tile);
      const auto bytes = static_cast<std::size_t>(std::min(kTile.width, page.width - x)) * 4;
      for (int row = 0; row < rows; ++row) {
        const auto from = static_cast<std::size_t>(row) * static_cast<std::size_t>(kTile.width) * 4;
        const auto to = (static_cast<std::size_t>(row) * static_cast<std::size_t>(page.width) +
                         static_cast<std::size_t>(x)) *
                        4;
        std::memcpy(band.data() + to, tile.data() + from, bytes);
      }
    }
    if (picture.list.ground.a < 255) unmultiply_alpha(band);
    VIDIK_TRY([[maybe_unused]] const Done taken, take(band));
  }
  return Done{};
}

}  // namespace vidik
