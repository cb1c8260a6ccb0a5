#include "app/still.h"

#include "app/page_preset.h"
#include "app/picture_words.h"
#include "app/view_options.h"

namespace vidik {

Result<> lay_out_still(Session& session, const Options& options) {
  ViewState& view = session.view();
  // A picture that was opened stays as it was laid out, unless the words change what the page has room for.
  const bool as_opened = session.picture() != nullptr && !options.size && !options.scale &&
                         !options.timeline && !options.page.page;
  if (!options.size && !view.page.on && session.picture() == nullptr) view.size = {1920, 1080};
  if (view.page.on && view.furniture.title.empty()) view.furniture.title = session.project_title();
  if (!as_opened) lay_out_page(view, session.timeline().lanes->lanes.size());
  VIDIK_TRY(const bool said, apply_camera_options(view, options));
  if (said) return Done{};
  view.camera = session.project_camera() ? *session.project_camera() : fit_region(view);
  const auto elsewhere = session.project_camera() ? std::nullopt : camera_of_data(*session.snapshot(), view);
  if (elsewhere) view.camera = *elsewhere;
  return Done{};
}

PictureWords still_words(Session& session, const Options& options) {
  return words_of(session, page_dpi(options));
}

}  // namespace vidik
