// What a session says of itself to the pictures made of it, and how it begins from such a picture.

#include "app/picture_events.h"
#include "app/picture_read.h"
#include "app/session_state.h"
#include "app/version.h"
#include "base/paths_posix.h"
#include "base/text.h"

#include <algorithm>
#include <filesystem>

namespace vidik {

namespace {

namespace fs = std::filesystem;

// Below `folder` by its way from there, else the bare name.
std::string name_below(const std::string& path, const std::string& folder) {
  const fs::path below = folder.empty() ? fs::path() : fs::path(path).lexically_relative(folder);
  const bool inside = !below.empty() && *below.begin() != ".." && *below.begin() != ".";
  return inside ? below.generic_string() : fs::path(path).filename().string();
}

PictureFile carried_file(const std::string& path, std::string name,
                         const std::map<std::string, std::string>& answers, InputHashes& hashes) {
  const auto hash = hashes.file(path);
  return {std::move(name), hash ? hash->bytes : 0, hash ? hash->sha256 : "", answers};
}

std::vector<PictureOverlay> overlays_now(const Roster* roster, InputHashes& hashes) {
  std::vector<PictureOverlay> out;
  if (roster == nullptr) return out;
  for (const OverlayEntry& entry : roster->entries()) {
    const bool runs = entry.state == GuestState::ready || entry.state == GuestState::starting;
    if (!entry.wanted && !runs) continue;
    const auto hash = entry.path.empty() ? std::nullopt : hashes.folder(entry.path);
    out.push_back({entry.id, entry.short_name, entry.version, hash ? hash->sha256 : ""});
  }
  return out;
}

}  // namespace

// Hashes of small files and ids of events that are left out would tell what was taken out.
void Session::State::withhold(PictureState& out, const Session& session) const {
  for (PictureFile& file : out.files) file.bytes = 0, file.sha256.clear();
  for (PictureOverlay& overlay : out.overlays) overlay.sha256.clear();
  out.project_sha256.clear();
  out.saved.clear();
  ViewState& shown = out.view;
  const auto is_gone = [&](const EventKey& key) { return !session.find(key); };
  for (EventKey* key : {&shown.selected, &shown.hovered})
    if (is_gone(*key)) *key = {};
  std::erase_if(shown.spidered, is_gone);
  std::erase_if(shown.picked, is_gone);
  if (shown.page.callouts)
    std::erase_if(*shown.page.callouts, [&](const CallOut& one) { return is_gone(one.event); });
}

// The picture says all that its project said, so that the project need not be there.
Result<> Session::State::open_picture(const std::string& path) {
  VIDIK_TRY(PictureState state, read_picture_state(path));
  std::vector<std::string> folders = options.data_folders;
  const std::string own = fs::path(path).parent_path().string();
  folders.push_back(own.empty() ? "." : own);
  findings = find_inputs(state, folders, hashes);
  Project& made = project.emplace();
  made.title = state.title;
  for (const PictureOverlay& overlay : state.overlays) made.overlays.push_back(overlay.name);
  made.zone = state.view.zone;
  made.camera = state.view.camera;
  made.filter = state.view.filter;
  made.timeline = state.view.timeline_style;
  made.params = state.view.params;
  made.saved = state.saved;
  made.redaction = state.view.redaction;
  std::size_t base = 0;
  std::vector<OwnBaseView> found_bases;
  for (const InputFinding& one : findings) {
    if (one.kind == CarriedKind::project) {
      if (one.trouble.empty()) made.path = one.path;
      continue;
    }
    if (!one.trouble.empty()) problem(one.trouble);
    if (one.kind == CarriedKind::file && !one.path.empty()) made.files.push_back(one.path);
    if (one.kind == CarriedKind::base && base < state.view.bases.size()) {
      OwnBaseView own_base = state.view.bases[base++];
      own_base.path = one.path;
      if (!one.path.empty()) found_bases.push_back(std::move(own_base));
    }
  }
  state.view.bases = std::move(found_bases);
  // What the command line answers weighs more.
  options.answers.insert(state.answers.begin(), state.answers.end());
  options.roles.insert(state.roles.begin(), state.roles.end());
  picture = std::move(state);
  return Done{};
}

void Session::State::restore_view() {
  const Redaction wanted = view.redaction;  // of the command line, if it says so
  view = picture->view;
  if (!options.redact.empty()) view.redaction = wanted;
  if (!options.zone.empty()) view.zone = zone.name();
  layers_off.insert(picture->layers.begin(), picture->layers.end());
  std::size_t file = 0;
  for (std::size_t i = 0; i < picture->files.size() && i < findings.size(); ++i) {
    if (findings[i].path.empty()) continue;
    files[file].answers = picture->files[i].answers;
    if (!files[file].answers.empty()) read_again(file);
    ++file;
  }
  clock_started = true;
}

const PictureState* Session::picture() const { return state_->picture ? &*state_->picture : nullptr; }

std::string Session::project_title() const {
  const State& s = *state_;
  if (s.project) return s.project->title;
  if (s.files.size() == 1) return s.files[0].name;
  return s.files.empty() ? "No data" : std::to_string(s.files.size()) + " files";
}

std::string Session::project_path() const { return state_->project ? state_->project->path : std::string(); }

std::vector<Bookmark> Session::project_bookmarks() const {
  return state_->project ? state_->project->bookmarks : std::vector<Bookmark>{};
}

std::optional<Camera> Session::project_camera() const {
  std::optional<Camera> camera = state_->project ? state_->project->camera : std::nullopt;
  if (camera) camera->projection = state_->view.camera.projection;
  return camera;
}

std::string Session::opened_zone() const { return state_->opened_zone; }

std::string Session::opened_from() const {
  return state_->picture ? state_->options.picture : project_path();
}

std::vector<std::string> Session::files_beside() const {
  const State& s = *state_;
  const std::size_t own = s.project ? s.project->files.size() : 0;
  std::vector<std::string> out;
  for (std::size_t i = own; i < s.files.size(); ++i) out.push_back(s.files[i].path);
  return out;
}

const std::vector<InputFinding>& Session::picture_inputs() {
  State& s = *state_;
  if (!s.picture || s.compared || !ready()) return s.findings;
  s.compared = true;
  const std::vector<PictureOverlay> overlays = overlays_now(s.roster.get(), s.hashes);
  for (InputFinding& one : compare_overlays(*s.picture, overlays)) {
    if (!one.trouble.empty()) s.problem(one.trouble);
    s.findings.push_back(std::move(one));
  }
  if (s.picture->map_sha256.empty()) return s.findings;
  const auto map_now = s.hashes.folder(share_dir() + "/sets");
  s.findings.push_back(compare_map(*s.picture, map_now ? map_now->sha256 : ""));
  if (!s.findings.back().trouble.empty()) s.problem(s.findings.back().trouble);
  return s.findings;
}

PictureState Session::carried_state(double dpi) {
  State& s = *state_;
  PictureState out;
  out.program = version_line();
  out.tzdata = tzdata_version();
  out.title = project_title();
  out.dpi = dpi;
  const std::string path = project_path();
  if (s.picture) {
    out.project_name = s.picture->project_name;
    out.project_sha256 = s.picture->project_sha256;
  } else if (!path.empty()) {
    const auto hash = s.hashes.file(path);
    out.project_name = fs::path(path).filename().string();
    out.project_sha256 = hash ? hash->sha256 : "";
  }
  // Where a project speaks of its files, or the picture that was opened spoke of them.
  const auto name_of = [&](CarriedKind kind, const std::string& file) {
    for (const InputFinding& one : s.findings)
      if (one.kind == kind && one.path == file) return one.name;
    std::error_code ignored;
    const fs::path folder = path.empty() ? fs::path() : fs::canonical(fs::path(path), ignored).parent_path();
    return name_below(file, folder.string());
  };
  for (const FileState& file : s.files)
    out.files.push_back(
        carried_file(file.path, name_of(CarriedKind::file, file.path), file.answers, s.hashes));
  for (const OwnBaseView& base : s.view.bases)
    out.bases.push_back(carried_file(base.path, name_of(CarriedKind::base, base.path), {}, s.hashes));
  out.overlays = overlays_now(s.roster.get(), s.hashes);
  if (s.map) {
    const auto hash = s.hashes.folder(share_dir() + "/sets");
    out.map_sha256 = hash ? hash->sha256 : "";
  }
  out.answers = s.options.answers;
  out.roles = s.options.roles;
  if (s.project) out.saved = s.project->saved;
  out.view = s.view;
  out.left_out = redaction_words();
  if (s.view.redaction.on()) s.withhold(out, *this);
  for (const LayerRef& layer : s.snapshot->layers) out.layers.push_back(layer->name);
  out.events = picture_events(*s.snapshot, *s.indexes, visible());
  return out;
}

}  // namespace vidik
