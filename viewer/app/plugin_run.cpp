#include "app/plugin_run.h"

#include "app/commands.h"
#include "base/text.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace vidik {

PluginRun::PluginRun(std::string folder, std::optional<OverlayBuild> build)
    : folder_(std::move(folder)), build_(std::move(build)) {}

void PluginRun::print_output() {
  if (!build_) return;
  const std::string said = build_->take_output();
  std::fwrite(said.data(), 1, said.size(), stderr);
}

std::vector<std::string> PluginRun::poll(std::int64_t now_ms, Session& session) {
  std::vector<std::string> out;
  if (build_) {
    const bool ended = build_->poll(now_ms);
    if (session.roster() != nullptr) session.roster()->set_building(build_->is_building());
    print_output();
    if (ended && !build_->failure().empty()) out.emplace_back("The build failed");
  }
  if (Roster* roster = session.roster()) {
    for (const OverlayEntry& entry : roster->entries()) {
      if (!is_mine(entry)) continue;
      Seen& seen = seen_[entry.path];
      if (entry.builds != seen.builds) out.push_back(entry.name + ": the new build runs");
      if (entry.not_taken != seen.not_taken && !entry.not_taken.empty())
        out.push_back(entry.name + ": the new build was not taken: " + entry.not_taken);
      // The number is for a debugger.
      if (entry.process_id != seen.process && entry.process_id != 0)
        say(entry.name + " " + entry.version + " is process " + std::to_string(entry.process_id));
      seen = {entry.builds, entry.not_taken, entry.process_id};
    }
  }
  for (const std::string& sentence : out) say(sentence);
  return out;
}

bool PluginRun::is_busy(Session& session) const {
  if (build_ && build_->is_building()) return true;
  if (session.roster() == nullptr) return false;
  const auto& entries = session.roster()->entries();
  return std::any_of(entries.begin(), entries.end(), [](const OverlayEntry& entry) { return entry.trying; });
}

void PluginRun::add_words(Session& session, std::vector<PluginRow>& rows) const {
  if (session.roster() == nullptr) return;
  const auto& entries = session.roster()->entries();
  std::set<std::string> mine;
  for (std::size_t i = 0; i < std::min(rows.size(), entries.size()); ++i) {
    if (!is_mine(entries[i])) continue;
    mine.insert(rows[i].id);
    PluginRow& row = rows[i];
    if (build_ && build_->is_building()) row.state += " · building";
    if (entries[i].trying) row.state += " · trying the new build";
    if (build_ && !build_->failure().empty())
      row.not_taken = "The build failed:\n" + for_ui(build_->failure());
    else if (!entries[i].not_taken.empty())
      row.not_taken = "The new build was not taken: " + for_ui(entries[i].not_taken);
  }
  std::stable_partition(rows.begin(), rows.end(),
                        [&](const PluginRow& row) { return mine.contains(row.id); });
}

}  // namespace vidik
