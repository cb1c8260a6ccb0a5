#include "app/redaction_choice.h"
#include "app/session_state.h"
#include "app/view_options.h"
#include "base/text.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

namespace vidik {

namespace {

std::int64_t clock_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

LayerRequest Session::State::request_for(const FileState& file) const {
  LayerRequest request;
  request.name = file.name;
  request.read.path = file.path;
  request.read.answers = options.answers;
  for (const auto& [about, answer] : file.answers) request.read.answers[about] = answer;
  request.read.roles = options.roles;
  request.read.zone = zone.name();
  request.cache_dir = default_cache_dir();
  return request;
}

void Session::State::open_file(const std::string& path) {
  // Two files of one name are two layers, and a file is none of the overlays: the later takes a number.
  std::string name = std::filesystem::path(path).stem().string();
  const std::string stem = name;
  const auto is_taken = [&] {
    if (std::any_of(files.begin(), files.end(), [&](const FileState& f) { return f.name == name; }))
      return true;
    return roster && std::any_of(roster->entries().begin(), roster->entries().end(),
                                 [&](const OverlayEntry& entry) { return entry.short_name == name; });
  };
  for (int n = 2; is_taken(); ++n) name = stem + " " + std::to_string(n);
  FileState state;
  state.path = path;
  state.name = name;
  reads.push_back(FileRead{LayerLoad(request_for(state)), nullptr, 0});
  files.push_back(std::move(state));
}

bool Session::State::poll_files() {
  bool changed = false;
  for (std::size_t i = 0; i < reads.size(); ++i) {
    FileRead& read = reads[i];
    FileState& file = files[i];
    if (file.done) continue;
    const ReadState state = read.load.poll();
    const ReadProgress progress = read.load.progress();
    changed = changed || progress.rows != file.rows_read || state != ReadState::reading;
    file.rows_read = progress.rows;
    file.progress = progress.bytes_total > 0
                        ? static_cast<double>(progress.bytes) / static_cast<double>(progress.bytes_total)
                        : -1;
    if (state == ReadState::reading) {
      // Show early, then each time the rows have doubled: the copies together cost O(n log n).
      const std::uint64_t kept = read.load.kept_so_far();
      if (kept > 0 && kept >= 2 * read.shown_rows) {
        read.shown = read.load.layer_so_far();
        read.shown_rows = kept;
      }
      continue;
    }
    file.done = true;
    file.report = read.load.report();
    if (state == ReadState::failed) {
      file.failure = read.load.error().message();
      read.shown = nullptr;
    } else {
      read.shown = read.load.layer();
      for (const LayerReport& layer : file.report.layers) {
        if (layer.dropped > 0) {
          problem(thousands(static_cast<long long>(layer.dropped)) + " of " +
                  thousands(static_cast<long long>(layer.rows)) + " rows skipped in " + layer.name +
                  (layer.drops.empty() ? std::string{}
                                       : "; the first: line " + std::to_string(layer.drops[0].row) + ", " +
                                             layer.drops[0].reason));
        }
      }
      if (file.report.incomplete)
        problem(file.name + " was not read to its end: " +
                (file.report.notes.empty() ? std::string("a limit was reached") : file.report.notes.back()));
    }
  }
  return changed;
}

bool Session::State::poll_overlays() {
  if (!roster || !roster->poll(clock_ms())) return false;
  marks.clear();
  for (const OverlayEntry& entry : roster->entries()) {
    const bool restarting =
        entry.state == GuestState::starting && entry.restarts > 0;  // its last good marks stay meanwhile
    if ((entry.state == GuestState::ready || restarting) && (entry.layer || entry.draws))
      marks.push_back(entry.marks);
    // Off without a reason is the user's own choice.
    const bool runs = entry.state == GuestState::ready || entry.state == GuestState::starting;
    const bool bad = entry.wanted && !runs;
    if ((bad || entry.restarts > 0) && !entry.reason.empty()) problem(entry.name + ": " + entry.reason);
    if (!entry.lost.empty()) problem(entry.name + ": " + entry.lost);
  }
  return true;
}

// A new snapshot when any layer is another one than before; the clock starts with the first that has data.
void Session::State::rebuild() {
  std::vector<LayerRef> layers;
  if (roster) {
    for (const OverlayEntry& entry : roster->entries()) {
      if (entry.layer && entry.state != GuestState::off) layers.push_back(entry.layer);
    }
  }
  for (const FileRead& read : reads) {
    if (read.shown) layers.push_back(read.shown);
  }
  const Redaction how = redaction_now();
  if (how.municipalities && map_load) layers.clear();  // until it is known where they are
  if (layers == originals && how == redaction.how && indexes) return;
  originals = layers;
  if (how.on())
    layers = redact(layers, how);
  else
    redaction = {how, {}};
  for (std::size_t i = 0; i < snapshot->layers.size() && i < view.layer_on.size(); ++i) {
    if (view.layer_on[i])
      layers_off.erase(snapshot->layers[i]->name);
    else
      layers_off.insert(snapshot->layers[i]->name);
  }
  snapshot = make_snapshot(std::move(layers));
  indexes = make_indexes(snapshot, filter, indexes);
  view.layer_on.clear();
  for (const LayerRef& layer : snapshot->layers) view.layer_on.push_back(!layers_off.contains(layer->name));
}

Session::Session() : state_(std::make_unique<State>()) {}
Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(const SessionOptions& options) {
  std::unique_ptr<Session> session(new Session);
  State& s = *session->state_;
  s.options = options;
  std::string project = options.project;
  if (!options.picture.empty()) {
    if (!project.empty())
      return fail(Code::bad_usage, "a picture and a project both say what to show; name one of them");
    VIDIK_TRY([[maybe_unused]] const Done opened, s.open_picture(options.picture));
  } else if (project.empty() && options.files.empty()) {
    VIDIK_TRY(project, shipped_project_path());
  }
  if (!project.empty()) {
    VIDIK_TRY(s.project, read_project(project));
  }
  s.opened_zone = s.project && TimeZone::find(s.project->zone) ? s.project->zone : s.zone.name();
  if (!options.zone.empty()) {
    const auto zone = TimeZone::find(options.zone);
    if (!zone) return fail(Code::bad_usage, "--zone: " + zone.error().message());
    s.zone = *zone;
    if (s.project) s.project->zone = zone->name();
  }
  if (s.project) {
    for (const std::string& note : s.project->notes) s.problem("project: " + note);
    if (const auto zone = TimeZone::find(s.project->zone)) s.zone = *zone;
    s.view.params = s.params_told = s.project->params;
    if (s.project->theme) s.view.theme = *s.project->theme;
    s.view.hidden = s.project->hidden;
    for (const std::string& file : s.project->bases) s.view.bases.push_back({file, true, 1});
    s.view.furniture.inset = s.project->inset;
    s.view.timeline_style = s.project->timeline;
    s.view.redaction = s.project->redaction;
    if (s.project->density) s.view.density = *s.project->density;
    if (s.project->projection) s.view.camera.projection = *s.project->projection;
    if (s.project->names) s.view.names = *s.project->names;
    if (!s.project->borders.empty()) {
      s.view.borders = s.project->borders;
      s.view.borders_chosen = true;
    }
  }
  if (!options.redact.empty()) {
    auto redaction = parse_redaction(options.redact, s.zone);
    if (!redaction) return fail(Code::bad_usage, "--redact: " + redaction.error().message());
    s.view.redaction = std::move(*redaction);
  }
  s.map = options.map;
  if ((options.with_map || s.view.redaction.municipalities) && !s.map) s.map_load = MapLoad::start();
  if (!options.overlays_wait) session->start_overlays();
  if (s.project) {
    for (const std::string& file : s.project->files) s.open_file(file);
  }
  for (const std::string& file : options.files) s.open_file(file);
  if (s.project) {
    if (const auto filter = Filter::parse(s.project->filter, s.zone)) {
      s.filter = s.plain_filter = *filter;
      s.view.filter = s.project->filter;
    } else {
      s.problem("the project's filter was left out: " + filter.error().message());
    }
    start_clock(s.view, &*s.project, Span{}, s.zone);
    s.clock_started = s.project->window.has_value();
  }
  if (s.picture) s.restore_view();
  if (!s.clock_started) {
    start_clock(s.view, s.project ? &*s.project : nullptr, Span{}, s.zone);
    s.own_clock = s.view.time;
  }
  s.rebuild();
  return session;
}

void Session::start_overlays() {
  State& s = *state_;
  const bool overlays = (s.project && !s.project->overlays.empty()) || !s.options.plugin_folders.empty() ||
                        !s.options.allow_plugins.empty();
  if (!s.options.safe && !s.roster && overlays) {
    RosterOptions wanted;
    wanted.folders = s.options.plugin_folders;
    wanted.allow_once = s.options.allow_plugins;
    if (s.project) wanted.wanted = s.project->overlays;
    wanted.zone = s.zone.name();
    if (s.project) {
      wanted.params = s.project->params;
      wanted.saved = s.project->saved;
    }
    wanted.sentinel_dir = s.options.sentinel_dir;
    wanted.reload = s.options.reload;
    wanted.watchdog = s.options.watchdog;
    s.roster = Roster::open(wanted);
  }
}

void Session::State::take_map(std::shared_ptr<const MapSet> loaded) {
  map = std::move(loaded);
  if (map->view(view.borders) != nullptr) return;
  problem("there is no view of borders \"" + for_terminal(view.borders) + "\"; they are drawn de facto");
  view.borders = ViewState().borders;
  view.borders_chosen = false;
}

bool Session::poll() {
  State& s = *state_;
  bool changed = false;
  if (s.map_load && s.map_load->done()) {
    auto loaded = s.map_load->take();
    if (loaded)
      s.take_map(std::move(loaded).value());
    else
      s.problem("the map cannot be shown: " + loaded.error().message());
    s.map_load.reset();
    changed = true;
  }
  s.bases.follow(s.view.bases);
  if (s.bases.poll()) {
    changed = true;
    for (const BaseFile& file : s.bases.files()) {
      if (!file.trouble.empty()) s.problem("base file " + for_terminal(file.path) + ": " + file.trouble);
      if (file.base)
        for (const std::string& note : file.base->notes())
          s.problem("base file " + for_terminal(file.base->name()) + ": " + note);
    }
  }
  const bool data = s.poll_overlays() | s.poll_files();
  const bool other_redaction = !(s.redaction_now() == s.redaction.how);
  if (data || changed || other_redaction) s.rebuild();
  changed = changed || other_redaction;
  if (std::optional<IndexesRef> made = s.filtering.take(); made && (*made)->snapshot == s.snapshot) {
    s.indexes = std::move(*made);
    changed = true;
  }
  if (s.timeline.busy()) changed = s.timeline.poll() || changed;
  if (std::optional<CycleCounts> counted = s.cycles.counting.take()) {
    s.cycles.counts = *counted;
    changed = true;
  }
  if (!s.clock_started && s.snapshot->event_count() > 0) {
    // Bare files: the window is the data's whole range, as far as it has been read and nobody chose another.
    if (s.own_clock == TimeView{} || s.view.time == s.own_clock) {
      start_clock(s.view, s.project ? &*s.project : nullptr, s.snapshot->time_range(), s.zone);
      s.own_clock = s.view.time;
    }
    s.clock_started = ready();
  }
  return changed || data;
}

bool Session::ready() const {
  const State& s = *state_;
  if (s.map_load || s.bases.reading() || s.filtering.busy() || s.timeline.busy()) return false;
  for (const FileState& file : s.files) {
    if (!file.done) return false;
  }
  if (!s.roster) return true;
  for (const OverlayEntry& entry : s.roster->entries()) {
    if (entry.state == GuestState::starting || (entry.state == GuestState::ready && !entry.events_complete))
      return false;
  }
  return true;
}

void Session::wait_until_ready(std::int64_t limit_ms) {
  const std::int64_t end = clock_ms() + limit_ms;
  poll();
  while (!ready() && clock_ms() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    poll();
  }
  poll();
}

const SnapshotRef& Session::snapshot() const { return state_->snapshot; }
const IndexesRef& Session::indexes() const { return state_->indexes; }
const std::shared_ptr<const MapSet>& Session::map() const { return state_->map; }
std::span<const BaseFile> Session::base_files() const { return state_->bases.files(); }
bool Session::map_is_coming() const { return state_->map_load != nullptr; }
ViewState& Session::view() { return state_->view; }
const TimeZone& Session::zone() const { return state_->zone; }
const std::vector<FileState>& Session::files() const { return state_->files; }
Roster* Session::roster() { return state_->roster.get(); }
const std::vector<std::string>& Session::problems() const { return state_->problems; }

const VisibleSet& Session::visible() {
  State& s = *state_;
  auto& seen = s.seen;
  if (seen.version == 0 || seen.serial != s.snapshot->serial || seen.indexes != s.indexes->serial ||
      seen.time != s.view.time || seen.on != s.view.layer_on) {
    seen.set = visible_set(*s.indexes, s.view.time, s.view.layer_on);
    seen.serial = s.snapshot->serial;
    seen.indexes = s.indexes->serial;
    seen.time = s.view.time;
    seen.on = s.view.layer_on;
    ++seen.version;
  }
  return seen.set;
}

std::uint64_t Session::visible_version() {
  visible();
  return state_->seen.version;
}

std::optional<EventRef> Session::selected() { return state_->found_event(0, state_->view.selected, *this); }
std::optional<EventRef> Session::hovered() { return state_->found_event(1, state_->view.hovered, *this); }

std::optional<EventRef> Session::find(const EventKey& key) const {
  if (key.empty()) return std::nullopt;
  const Snapshot& snapshot = *state_->snapshot;
  for (const State::Named& named : state_->named) {
    if (named.serial == snapshot.serial && named.key == key) return named.event;
  }
  for (std::uint32_t i = 0; i < snapshot.layers.size(); ++i) {
    const Layer& layer = *snapshot.layers[i];
    if (layer.name != key.layer) continue;
    for (Row row = 0; row < layer.size(); ++row) {
      if (layer.text(row, Field::id) == key.id) return EventRef{i, row};
    }
  }
  return std::nullopt;
}

EventKey Session::key_of(EventRef event) const {
  const Layer& layer = *state_->snapshot->layers[event.layer];
  const EventKey key{layer.name, std::string(layer.text(event.row, Field::id))};
  state_->named[state_->next_named++ % state_->named.size()] = {state_->snapshot->serial, key, event};
  return key;
}

void Session::add_file(const std::string& path) { state_->open_file(path); }

void Session::answer(const std::string& file, const std::string& about, const std::string& answer) {
  State& s = *state_;
  for (std::size_t i = 0; i < s.files.size(); ++i) {
    if (s.files[i].name != file) continue;
    s.files[i].answers[about] = answer;
    s.read_again(i);
    s.clock_started = s.clock_started && s.snapshot->event_count() > 0;
    return;
  }
}

}  // namespace vidik
