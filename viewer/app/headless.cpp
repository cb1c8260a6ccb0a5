#include "app/headless.h"

namespace vidik {

namespace {

constexpr std::int64_t kTimelineLimitMs = 20 * 60 * 1000;  // it only bounds what never ends
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
  return pixels;
}

}  // namespace vidik
