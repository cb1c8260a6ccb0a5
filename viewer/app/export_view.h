#pragma once
// The view of a picture that leaves the window: what the window shows, on the page that was chosen.
//
// Units: px as in frame/view_state.h. Errors: bad_usage when the page's size cannot be read. Pure.

#include "base/result.h"
#include "frame/view_state.h"
#include "ui/export_choice.h"

#include <string>

namespace vidik {

// `project_title`: where the choice has none; `lanes`: of the timeline. The page shows what is round the middle of the window's map, beside its
// card.
Result<ViewState> export_view(const ViewState& window, const ExportChoice& choice,
                              const std::string& project_title, std::size_t lanes);
// The same with another number of px: at most so many a side, for a preview.
ViewState as_preview(const ViewState& view, Size most);

}  // namespace vidik
