// What a session makes of its events: those that pass the filter, the timeline's rows, the counts of the cyclic view.

#include "app/session_state.h"

#include <set>
#include <string_view>
#include <utility>

namespace vidik {

Result<> Session::set_filter(const std::string& text, const std::string& cycle) {
  State& s = *state_;
  VIDIK_TRY(Filter plain, Filter::parse(text, s.zone));
  VIDIK_TRY(Filter cyclic, Filter::parse(cycle, s.zone));
  s.plain_filter = std::move(plain);
  s.cycle = cycle;
  s.filter = cycle.empty() ? s.plain_filter : s.plain_filter.both(cyclic);
  s.view.filter = s.filter.text();
  if (s.snapshot->event_count() < kAtOnce && !s.filtering.busy())
    s.indexes = make_indexes(s.snapshot, s.filter);
  else
    s.filtering.start([snapshot = s.snapshot, filter = s.filter] { return make_indexes(snapshot, filter); });
  return Done{};
}

bool Session::filtering() const { return state_->filtering.busy(); }

Result<> Session::set_zone(const std::string& name) {
  State& s = *state_;
  VIDIK_TRY(const TimeZone zone, TimeZone::find(name));
  s.zone = zone;
  s.view.zone = zone.name();
  VIDIK_TRY([[maybe_unused]] const Done set, set_filter(std::string(s.plain_filter.text()), s.cycle));
  for (std::size_t i = 0; i < s.files.size(); ++i) s.read_again(i);
  if (s.roster) {
    std::vector<std::string> off;
    for (const OverlayEntry& entry : s.roster->entries())
      if (!entry.wanted) off.emplace_back(entry.id);
    s.roster.reset();
    s.marks.clear();
    s.asked.reset();
    s.params_told = s.project ? s.project->params : decltype(s.params_told){};
    start_overlays();
    for (const std::string& id : off) s.roster->set_running(id, false);
  }
  return Done{};
}

void Session::State::read_again(std::size_t file) {
  FileState again;
  again.path = files[file].path;
  again.name = files[file].name;
  again.answers = files[file].answers;
  reads[file] = FileRead{LayerLoad(request_for(again)), nullptr, 0};
  files[file] = std::move(again);
}

std::span<const EventRef> Session::picked() {
  State& s = *state_;
  auto& found = s.picked;
  if (found.serial == s.snapshot->serial && found.keys == s.view.picked) return found.events;
  found.serial = s.snapshot->serial;
  found.keys = s.view.picked;
  found.events.clear();
  if (found.keys.empty()) return found.events;
  std::set<std::pair<std::string_view, std::string_view>> wanted;
  for (const EventKey& key : found.keys) wanted.emplace(key.layer, key.id);
  for (std::uint32_t l = 0; l < s.snapshot->layers.size(); ++l) {
    const Layer& layer = *s.snapshot->layers[l];
    for (Row row = 0; row < layer.size(); ++row)
      if (wanted.contains({layer.name, layer.text(row, Field::id)})) found.events.push_back({l, row});
  }
  return found.events;
}

const TimelineRows& Session::timeline() {
  State& s = *state_;
  s.timeline.follow(s.indexes, s.view);
  return s.timeline.rows();
}

bool Session::timeline_current() const { return !state_->timeline.busy(); }

const CycleCounts& Session::cycles() {
  State& s = *state_;
  const std::uint64_t version = visible_version();
  if (version == s.cycles.version) return s.cycles.counts;
  s.cycles.version = version;
  const auto count = [indexes = s.indexes, plain = s.plain_filter, all = s.cycle.empty(), time = s.view.time,
                      on = s.view.layer_on, zone = s.zone] {
    const IndexesRef under = all ? indexes : make_indexes(indexes->snapshot, plain, indexes);
    return count_cycles(*under, visible_set(*under, time, on), zone);
  };
  if (s.snapshot->event_count() < kAtOnce && !s.cycles.counting.busy())
    s.cycles.counts = count();
  else
    s.cycles.counting.start(count);
  return s.cycles.counts;
}

}  // namespace vidik
