#pragma once
// Command-line words about clock and picture become a view state (CONTRACT §4, §6).
//
// Errors: a word that cannot be read is Code::bad_usage and names the option. Pure.

#include "app/options.h"
#include "app/project.h"
#include "base/result.h"
#include "frame/view_state.h"
#include "store/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace vidik {

// The clock of a project, or of bare files: the data's whole range, cursor at its end, mode window.
void start_clock(ViewState& view, const Project* project, Span data_range, const TimeZone& zone);

// What the timeline shows of a window: some room on either side (LOOK's pictures: a fifth before, an eighth after).
Span timeline_of(Span window);

// --at --window --from --to --mode --test --surely over what stands.
Result<> apply_clock_options(ViewState& view, const Options& options, const TimeZone& zone);

// --size --scale --theme --lang --pair-order --borders --projection --density --title; not the camera, which needs the page laid out.
Result<> apply_picture_options(ViewState& view, const Options& options);

// --view or --bbox once view.map is known; false = neither was given.
Result<bool> apply_camera_options(ViewState& view, const Options& options);

// --layers, by short name.
// Where to look at data that have nothing to do with the six countries: all of it. None: something lies in their view, or
// nothing has a place. Cost: O(events) when none does.
std::optional<Camera> camera_of_data(const Snapshot& snapshot, const ViewState& view);
Result<> apply_layer_options(ViewState& view, const Options& options, const std::vector<std::string>& names);

std::optional<Density> density_named(std::string_view id);  // auto, hexagons, heat

}  // namespace vidik
