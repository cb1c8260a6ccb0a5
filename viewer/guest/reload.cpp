#include "guest/reload.h"

#include "base/text.h"

namespace vidik {
namespace {

constexpr std::int64_t kLookMs = 50;
constexpr std::int64_t kStateMs = 1'000;  // for the state of an overlay that may be stuck
constexpr std::size_t kMostTried = 10'000;

std::vector<std::string> files_of(const std::string& folder, const Manifest& manifest) {
  std::vector<std::string> out{folder + "/plugin.json"};
  if (!manifest.binary.empty()) out.push_back(folder + "/" + manifest.binary);
  for (const auto& [name, table] : manifest.tables) out.push_back(folder + "/" + table.file);
  return out;
}

// What the newer build draws at its trial: the view of the one that runs, with its own events in the window. The picture
// needs the filters too and asks again; here something must be drawn at all.
AskView trial_view(const ReloadTold& told, const LayerRef& layer) {
  AskView out;
  if (told.view) {
    out = *told.view;
  } else {
    out.west = -180, out.south = -85, out.east = 180, out.north = 85;
    out.width_px = 800, out.height_px = 600;
  }
  out.for_export = false;
  if (!layer) return out;
  AskLayer& mine = out.layers.emplace_back();
  mine.serial = layer->serial;
  const Span& window = out.time.window;
  for (Row row = 0; row < layer->size() && mine.events.size() < kMostTried; ++row) {
    const EventTimes times = layer->times(row);
    if (!told.view || (times.begin_earliest < window.end && times.end_latest >= window.begin))
      mine.events.push_back({row, 1, false, false});
  }
  return out;
}

}  // namespace

Reload::Reload(std::string folder, const Manifest& manifest, Make make)
    : make_(std::move(make)),
      folder_(std::move(folder)),
      files_(files_of(folder_, manifest)),
      files_settle_(stamp_of_files(files_)) {}

// The watched files may be others now; what they are at this moment is what was looked at.
void Reload::watch(const Manifest& manifest) {
  std::vector<std::string> files = files_of(folder_, manifest);
  if (files == files_) return;
  files_ = std::move(files);
  files_settle_ = Settling(stamp_of_files(files_));
}

Reload::Step Reload::refuse(std::string reason) {
  found_.reset();
  trial_.reset();
  why_ = for_terminal(reason);
  return Step::refused;
}

std::unique_ptr<Reload::Build> Reload::take() {
  why_.clear();
  return std::move(trial_);
}

void Reload::add_wake_fds(std::vector<int>& out) const {
  if (trial_) trial_->overlay->add_wake_fds(out);
}

void Reload::set_building(bool on) {
  is_whole_ = building_ && !on;
  building_ = on;
  if (is_whole_) next_look_ms_ = 0;
}

Reload::Step Reload::look(const OverlayEntry& entry, const Overlay* overlay) {
  trial_.reset();
  found_ = look_at_folder(folder_);
  const OverlayEntry& other = found_->entry;
  if (!found_->allowed) return refuse(other.reason);
  if (overlay == nullptr && !entry.wanted)
    return refuse("an overlay of its name runs from another folder: start again to run this one");
  watch(found_->manifest);
  // Its layer, state, parameters and log are kept under these names.
  if (overlay != nullptr && other.id != entry.id)
    return refuse("its id is \"" + other.id + "\" now, not \"" + entry.id + "\": start again to run it");
  if (overlay != nullptr && other.short_name != entry.short_name)
    return refuse("its layer is called \"" + other.short_name + "\" now, not \"" + entry.short_name +
                  "\": start again to run it");
  return Step::nothing;
}

bool Reload::waits_for_state(std::int64_t now_ms, Overlay* overlay) {
  return overlay != nullptr && now_ms < state_until_ms_ && overlay->is_saving();
}

Reload::Step Reload::begin(std::int64_t now_ms, const OverlayEntry& entry, const ReloadTold& told) {
  trial_ = std::make_unique<Build>();
  trial_->entry = std::make_unique<OverlayEntry>(std::move(found_->entry));
  trial_->overlay = make_(*found_, *trial_->entry);
  found_.reset();
  asked_ = false;
  given_ = entry.saved;
  trial_->overlay->give_state(given_);
  trial_->overlay->set_params(told.params);
  if (!entry.wanted) return Step::ready;  // switched off: it is what will start
  trial_->overlay->start(now_ms);
  return Step::nothing;
}

Reload::Step Reload::judge(std::int64_t now_ms, const OverlayEntry& entry, Overlay* overlay,
                           const std::function<ReloadTold()>& told) {
  trial_->overlay->poll(now_ms);
  const OverlayEntry& tried = *trial_->entry;
  if (tried.state != GuestState::starting && tried.state != GuestState::ready) return refuse(tried.reason);
  if (tried.state != GuestState::ready || !tried.events_complete) return Step::nothing;
  if (tried.draws && !asked_) {
    asked_ = true;
    state_until_ms_ = now_ms + kStateMs;
    trial_->overlay->ask(trial_view(told(), tried.layer));
  }
  if (!tried.marks_current) return Step::nothing;
  // No answer was good, or there would be a number of one.
  if (tried.draws && tried.marks.serial == 0) return refuse(tried.reason);
  if (waits_for_state(now_ms, overlay)) return Step::nothing;
  if (!(entry.saved == given_)) trial_->overlay->give_state(entry.saved);  // changed meanwhile
  return Step::ready;
}

Reload::Step Reload::poll(std::int64_t now_ms, const OverlayEntry& entry, Overlay* overlay,
                          const std::function<ReloadTold()>& told) {
  if (now_ms >= next_look_ms_ && !building_) {
    next_look_ms_ = now_ms + kLookMs;
    const std::uint64_t stamp = stamp_of_files(files_);
    if (std::exchange(is_whole_, false) ? files_settle_.take(stamp) : files_settle_.settled(stamp, now_ms)) {
      if (const Step step = look(entry, overlay); step != Step::nothing) return step;
      state_until_ms_ = now_ms + kStateMs;
    }
  }
  if (found_) return waits_for_state(now_ms, overlay) ? Step::nothing : begin(now_ms, entry, told());
  return trial_ ? judge(now_ms, entry, overlay, told) : Step::nothing;
}

}  // namespace vidik
