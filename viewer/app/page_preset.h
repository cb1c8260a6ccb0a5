#pragma once
// `--page`: the sizes that papers, slides and posts ask for, and one's own in px, mm or inches.
//
// Units: px of the file; dpi = pixels per inch, 0 = nothing is said about it (a screen's size). Errors: bad_usage with what is
// accepted. Pure.

#include "app/options.h"
#include "base/result.h"
#include "frame/view_state.h"

#include <span>
#include <string_view>

namespace vidik {

struct PageSize {
  Size px;
  double dpi = 0;
};
struct PagePreset {
  std::string_view id, words;  // "a4-landscape", "A4 landscape, 300 dpi"
};
std::span<const PagePreset> page_presets();

// A preset's id, "1200x800", "210x297mm", "8.5x11in". `dpi` 0: 300 for paper.
Result<PageSize> parse_page_size(std::string_view text, double dpi);

// The page of --page, --size, --scale and --dpi onto the view; "none" and nothing leave the screen's still.
Result<> apply_page_options(ViewState& view, const Options& options);
// The dpi that the file says: --dpi, else the paper's.
double page_dpi(const Options& options);

}  // namespace vidik
