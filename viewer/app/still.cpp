#include "app/still.h"

#include "app/version.h"
#include "app/view_options.h"

namespace vidik {

Result<> lay_out_still(Session& session, const Options& options) {
  ViewState& view = session.view();
  if (!options.size) view.size = {1920, 1080};
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
  words.dpi = options.dpi;
  return words;
}

}  // namespace vidik
