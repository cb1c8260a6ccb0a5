#pragma once
// What the panels are told about a session: overlays and files as rows of words.
//
// Ownership: copies, so that panels know neither guests nor readers. Cost: O(overlays + files), the log's last part;
// countries_of looks at no more than some thousand rows of each layer.

#include "app/session.h"
#include "ui/panel_in.h"

#include <string>
#include <vector>

namespace vidik {

std::vector<OverlayRow> overlay_rows_of(Session& session);
// Asks the system how much each process uses: for an open panel, not for every frame of a closed one.
std::vector<PluginRow> plugin_rows_of(Session& session);
std::vector<ReadingRow> reading_rows_of(const Session& session);
std::vector<std::string> countries_of(const Snapshot& snapshot);

BaseRow base_row_of(const Session& session, const OwnBaseView& own);

}  // namespace vidik
