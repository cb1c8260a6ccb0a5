#pragma once
// The words of `vidik render` that make a picture again without a window, for the clipboard.
//
// Of a project or a picture all is said, the usual too: there something else may stand. What no option says (own base files'
// strength) is not in them. Pure.

#include "base/time_zone.h"
#include "frame/view_state.h"
#include "ui/export_choice.h"

#include <string>
#include <vector>

namespace vidik {

struct CommandInputs {
  std::string project;              // path, or that of the picture that was opened; empty: none
  std::vector<std::string> files;   // of events, beside the project's
  std::vector<std::string> layers;  // names, as view.layer_on has them
  std::string page;                 // as chosen; "none" = map and timeline
  int ratio = 1;
  std::string zone;  // that the project or picture has by itself
};
std::vector<std::string> picture_command(const ViewState& view, const CommandInputs& inputs,
                                         const TimeZone& zone, const std::string& output);
// `vidik film` of what playback goes through: in mode window the window slides over the days of `data`, else the playhead
// moves through the window.
std::vector<std::string> film_command(const ViewState& view, const CommandInputs& inputs,
                                      const FilmChoice& film, Span data, const TimeZone& zone,
                                      const std::string& output);
// For a POSIX shell: words with anything but plain characters in single quotes.
std::string shell_words(const std::vector<std::string>& words);

}  // namespace vidik
