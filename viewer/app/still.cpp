#include "app/still.h"

#include "app/page_preset.h"
#include "app/version.h"
#include "app/view_options.h"

namespace vidik {

Result<> lay_out_still(Session& session, const Options& options) {
  ViewState& view = session.view();
  if (!options.size && !view.page.on) view.size = {1920, 1080};
  if (view.page.on && view.furniture.title.empty()) view.furniture.title = session.project_title();
  lay_out_page(view, session.timeline().lanes->lanes.size());
  VIDIK_TRY(const bool said, apply_camera_options(view, options));
  if (said) return Done{};
  view.camera = session.project_camera() ? *session.project_camera() : fit_region(view);
  const auto elsewhere = session.project_camera() ? std::nullopt : camera_of_data(*session.snapshot(), view);
  if (elsewhere) view.camera = *elsewhere;
  return Done{};
}

PictureWords still_words(Session&, const Options& options) {
  PictureWords words;
  words.software = version_line();
  words.dpi = page_dpi(options);
  return words;
}

}  // namespace vidik
