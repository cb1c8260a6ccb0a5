#include "app/panel_rows.h"

#include "base/atomic_file.h"
#include "base/text.h"
#include "guest/process.h"

#include <algorithm>
#include <set>

namespace vidik {

namespace {

constexpr std::size_t kLogEnd = 16 * 1024, kMostLog = 4 * 1024 * 1024, kMostDrops = 300;
constexpr Row kMostLooked = 20'000;

int layer_named(const Snapshot& snapshot, const std::string& name) {
  for (std::size_t i = 0; i < snapshot.layers.size(); ++i) {
    if (snapshot.layers[i]->name == name) return static_cast<int>(i);
  }
  return -1;
}

OverlayState state_of(const OverlayEntry& entry) {
  switch (entry.state) {
    case GuestState::off:
    case GuestState::shadowed:
      return OverlayState::off;
    case GuestState::starting:
      return entry.restarts > 0 ? OverlayState::restarting : OverlayState::loading;
    case GuestState::ready:
      return entry.events_complete ? OverlayState::ready : OverlayState::loading;
    case GuestState::refused:
      return OverlayState::refused;
    case GuestState::failed:
    case GuestState::quarantined:
      return OverlayState::failed;
  }
  return OverlayState::off;
}

// The end of what it wrote: that is where the reason stands.
std::string log_end(const std::string& path) {
  if (path.empty()) return {};
  const Result<std::string> text = read_file(path, kMostLog);
  if (!text.ok()) return {};
  const std::size_t from = text->size() > kLogEnd ? text->find('\n', text->size() - kLogEnd) : 0;
  return for_ui(std::string_view(*text).substr(std::min(from, text->size())));
}

}  // namespace

std::vector<OverlayRow> overlay_rows_of(Session& session) {
  std::vector<OverlayRow> out;
  const Snapshot& snapshot = *session.snapshot();
  if (Roster* roster = session.roster()) {
    for (const OverlayEntry& entry : roster->entries()) {
      OverlayRow row;
      row.state = state_of(entry);
      if (row.state == OverlayState::off && entry.reason.empty()) continue;
      if (entry.state == GuestState::shadowed) continue;
      row.name = entry.short_name;
      row.title = for_ui(entry.layer && !entry.layer->title.empty() ? entry.layer->title : entry.name);
      row.layer = layer_named(snapshot, entry.short_name);
      row.progress = entry.progress;
      row.read = entry.layer ? entry.layer->size() : 0;
      row.trouble = for_ui(entry.reason);
      row.is_plugin = true;
      if (!row.trouble.empty()) row.log = log_end(entry.log_path);
      out.push_back(std::move(row));
    }
  }
  for (const FileState& file : session.files()) {
    OverlayRow row;
    row.name = file.name;
    row.layer = layer_named(snapshot, file.name);
    row.title = for_ui(row.layer >= 0 && !snapshot.layers[static_cast<std::size_t>(row.layer)]->title.empty()
                           ? snapshot.layers[static_cast<std::size_t>(row.layer)]->title
                           : file.name);
    row.state = !file.failure.empty() ? OverlayState::failed
                : file.done           ? OverlayState::ready
                                      : OverlayState::loading;
    row.progress = file.progress;
    row.read = file.rows_read;
    out.push_back(std::move(row));
  }
  std::stable_sort(out.begin(), out.end(), [](const OverlayRow& a, const OverlayRow& b) {
    return (a.layer < 0 ? INT32_MAX : a.layer) < (b.layer < 0 ? INT32_MAX : b.layer);
  });
  return out;
}

std::vector<PluginRow> plugin_rows_of(Session& session) {
  std::vector<PluginRow> out;
  if (session.roster() == nullptr) return out;
  for (const OverlayEntry& entry : session.roster()->entries()) {
    PluginRow row;
    row.name = entry.short_name;
    row.id = entry.id;
    row.title = entry.name;
    row.version = entry.version;
    row.state = word_of(entry.state);
    row.reason = for_ui(entry.reason);
    for (const std::string& ask : entry.asks) row.asks += (row.asks.empty() ? "" : ", ") + ask;
    row.on = entry.state == GuestState::ready || entry.state == GuestState::starting;
    row.trouble = entry.state == GuestState::failed || entry.state == GuestState::refused ||
                  entry.state == GuestState::quarantined;
    row.can_switch = row.on || entry.state == GuestState::failed || entry.state == GuestState::quarantined ||
                     (entry.state == GuestState::off && entry.reason.empty());
    row.restarts = entry.restarts;
    if (const auto use = process_use(entry.process_id)) {
      row.memory_mb = static_cast<double>(use->resident_bytes) / (1 << 20);
      row.cpu_s = static_cast<double>(use->cpu_ms) / 1000;
    }
    row.params = entry.params;
    if (const auto set = session.view().params.find(entry.short_name); set != session.view().params.end())
      row.set = set->second;
    row.panel = entry.panel;
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<ReadingRow> reading_rows_of(const Session& session) {
  std::vector<ReadingRow> out;
  for (const FileState& file : session.files()) {
    ReadingRow row;
    row.name = for_ui(file.name);
    row.failure = for_ui(file.failure);
    for (const LayerReport& layer : file.report.layers) {
      row.rows += layer.rows;
      row.dropped += layer.dropped;
      for (const Problem& drop : layer.drops) {
        if (row.drops.size() == kMostDrops) break;
        row.drops.push_back("row " + std::to_string(drop.row) + ": " + for_ui(drop.reason));
      }
      for (const Question& question : layer.questions) {
        row.questions.push_back({question.about, for_ui(question.text), question.answers});
        row.failure.clear();  // it is the question, in the words of the command line
      }
    }
    if (row.dropped > row.drops.size()) {
      row.drops.push_back("and " + thousands(static_cast<long long>(row.dropped - row.drops.size())) +
                          " more");
    }
    if (file.done && row.rows == 0 && row.failure.empty() && row.questions.empty())
      row.notes.push_back("there are no rows in it");
    if (file.report.incomplete) row.notes.push_back("not read to its end");
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<std::string> countries_of(const Snapshot& snapshot) {
  std::set<std::string, std::less<>> found;
  for (const LayerRef& layer : snapshot.layers) {
    const Row step = std::max<Row>(1, layer->size() / kMostLooked);
    for (Row row = 0; row < layer->size(); row += step) {
      const std::string_view name = trimmed(layer->text(row, Field::country));
      if (!name.empty() && found.find(name) == found.end()) found.emplace(name);
    }
  }
  return {found.begin(), found.end()};
}

BaseRow base_row_of(const Session& session, const OwnBaseView& own) {
  const std::string name = own.path.substr(own.path.find_last_of('/') + 1);
  for (const BaseFile& file : session.base_files())
    if (file.path == own.path) return {for_ui(name), for_ui(file.trouble), file.reading()};
  return {for_ui(name), {}, true};
}

}  // namespace vidik
