#include "guest/roster.h"

#include "base/paths_posix.h"
#include "guest/discovery.h"
#include "guest/file_overlay.h"
#include "guest/guest.h"
#include "guest/reload.h"
#include "guest/wait_posix.h"

#include <vidik_plugin.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <utility>

namespace vidik {
namespace {

constexpr std::int64_t kGoodbyeMs = 1'000;

bool names(const std::string& wanted, const OverlayEntry& entry) {
  return wanted == entry.short_name || wanted == entry.id;
}

enum class Turn : std::uint8_t { runs, on_trial };

class OpenRoster final : public Roster {
 public:
  explicit OpenRoster(RosterOptions options) : options_(std::move(options)) {
    std::vector<FoundOverlay> found = find_overlays(options_);
    for (const std::string& id : options_.allow_once) {
      if (std::find(options_.wanted.begin(), options_.wanted.end(), id) == options_.wanted.end())
        options_.wanted.push_back(id);
    }
    put_in_order(found);
    for (FoundOverlay& one : found) one.entry.wanted = is_missed_without(one, found);
    for (FoundOverlay& one : found) entries_.push_back(std::move(one.entry));
    const std::int64_t now = monotonic_ms();
    for (std::size_t i = 0; i < found.size(); ++i) {
      reloads_.push_back(options_.reload && found[i].named ? reload_of(found[i].manifest, entries_[i].path)
                                                           : nullptr);
      overlays_.push_back(made(found[i], entries_[i], Turn::runs));
      give_what_was_set(i);
      if (overlays_[i] && wants(found[i], entries_[i])) overlays_[i]->start(now);
    }
  }

  ~OpenRoster() override {
    const std::int64_t end = monotonic_ms() + kGoodbyeMs;
    for (const auto& overlay : overlays_) {
      if (overlay) overlay->stop(monotonic_ms());
    }
    const auto gone = [](const std::unique_ptr<Overlay>& one) { return !one || one->gone(); };
    while ((!leaving_.empty() || !std::all_of(overlays_.begin(), overlays_.end(), gone)) &&
           monotonic_ms() < end) {
      wait_readable({}, 1);
      for (const auto& overlay : overlays_) {
        if (overlay) overlay->poll(monotonic_ms());
      }
      poll_leaving(monotonic_ms());
    }
  }

  bool poll(std::int64_t now_ms) override {
    poll_all(now_ms);
    return std::exchange(unreported_, false);
  }

  void wait_for_events(std::int64_t limit_ms) override {
    wait(limit_ms, [this](const OverlayEntry& entry) {
      if (entry.state == GuestState::starting) return false;
      return entry.state != GuestState::ready || !options_.with_events || entry.events_complete;
    });
    if (options_.with_events) return;
    for (std::size_t i = 0; i < entries_.size();
         ++i) {  // only asked whether they start: this one did not in time
      if (entries_[i].state != GuestState::starting) continue;
      overlays_[i]->stop(monotonic_ms());
      entries_[i].state = GuestState::failed;
      entries_[i].reason = "did not answer in create";
    }
  }

  void ask(const AskView& view) override {
    if (options_.reload) asked_ = view;
    for (const auto& overlay : overlays_) {
      if (overlay) overlay->ask(view);
    }
  }

  void wait_for_marks(std::int64_t limit_ms) override {
    wait(limit_ms, [](const OverlayEntry& entry) {
      if (entry.state == GuestState::starting) return false;
      return entry.state != GuestState::ready || !entry.draws || entry.marks_current;
    });
  }

  const std::vector<OverlayEntry>& entries() const override { return entries_; }

  void set_running(const std::string& id, bool on) override {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].id != id || !overlays_[i]) continue;
      entries_[i].wanted = on;
      if (!on)
        overlays_[i]->stop(monotonic_ms());
      else if (entries_[i].state != GuestState::ready && entries_[i].state != GuestState::starting)
        overlays_[i]->start(monotonic_ms());
    }
  }

  void set_params(const std::string& name, const ParamValues& values) override {
    options_.params[name] = values;
    if (Overlay* overlay = named(name)) overlay->set_params(values);
  }
  void open_panel(const std::string& name, bool open) override {
    if (open)
      panels_open_.insert(name);
    else
      panels_open_.erase(name);
    if (Overlay* overlay = named(name)) overlay->open_panel(open);
  }
  void press(const std::string& name, const PanelPress& press) override {
    if (Overlay* overlay = named(name)) overlay->press(press);
  }

  void set_building(bool on) override {
    for (const auto& reload : reloads_) {
      if (reload) reload->set_building(on);
    }
  }

  std::vector<int> wake_fds() const override {
    std::vector<int> out;
    for (const auto& overlay : overlays_) {
      if (overlay) overlay->add_wake_fds(out);
    }
    for (const auto& reload : reloads_) {
      if (reload) reload->add_wake_fds(out);
    }
    return out;
  }

 private:
  Overlay* named(const std::string& name) {
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (entries_[i].short_name == name && overlays_[i]) return overlays_[i].get();
    return nullptr;
  }

  void give_what_was_set(std::size_t i) {
    if (!overlays_[i]) return;
    if (const auto set = options_.params.find(entries_[i].short_name); set != options_.params.end())
      overlays_[i]->set_params(set->second);
    if (const auto saved = options_.saved.find(entries_[i].short_name); saved != options_.saved.end())
      overlays_[i]->give_state(saved->second);
  }

  // Those wanted first, in their order; then the others by id. A name that nothing has gets an entry that says so.
  void put_in_order(std::vector<FoundOverlay>& found) const {
    const auto rank = [this](const FoundOverlay& one) {
      const auto at = std::find_if(options_.wanted.begin(), options_.wanted.end(),
                                   [&](const std::string& name) { return names(name, one.entry); });
      return at - options_.wanted.begin();
    };
    for (const std::string& name : options_.wanted) {
      if (std::any_of(found.begin(), found.end(),
                      [&](const FoundOverlay& one) { return names(name, one.entry); }))
        continue;
      FoundOverlay& missing = found.emplace_back();
      missing.entry.id = missing.entry.short_name = missing.entry.name = name;
      missing.entry.state = GuestState::failed;
      missing.entry.reason = "no overlay of this name was found";
    }
    std::stable_sort(found.begin(), found.end(), [&](const FoundOverlay& a, const FoundOverlay& b) {
      if (rank(a) != rank(b)) return rank(a) < rank(b);
      return a.entry.id < b.entry.id;
    });
  }

  bool wants(const FoundOverlay& one, const OverlayEntry& entry) const {
    if (one.named || (options_.all_allowed && options_.wanted.empty())) return true;
    return std::any_of(options_.wanted.begin(), options_.wanted.end(),
                       [&](const std::string& name) { return names(name, entry); });
  }

  // Whether it is asked for and nothing else stands in for it: a twin that may run is all that was wanted.
  bool is_missed_without(const FoundOverlay& one, const std::vector<FoundOverlay>& found) const {
    if (one.allowed) return wants(one, one.entry);
    if (one.denied) return false;  // who turned it off does not miss it
    const auto other_runs = [&](const std::string& name) {
      return std::any_of(found.begin(), found.end(), [&](const FoundOverlay& other) {
        return other.allowed && names(name, other.entry);
      });
    };
    if (one.named && !other_runs(one.entry.id)) return true;
    return std::any_of(options_.wanted.begin(), options_.wanted.end(),
                       [&](const std::string& name) { return names(name, one.entry) && !other_runs(name); });
  }

  std::unique_ptr<Overlay> made(FoundOverlay& found, OverlayEntry& entry, Turn turn) const {
    if (!found.allowed) return nullptr;
    const TableReading reading{entry.path, options_.zone, options_.ingest_program};
    if (!found.manifest.has_code()) {
      FileOverlaySetup setup{std::move(found.manifest), reading, options_.with_events};
      return std::make_unique<FileOverlay>(std::move(setup), entry);
    }
    GuestSetup setup;
    setup.manifest = std::move(found.manifest);
    setup.program = options_.guest_program.empty() ? program_dir() + "/vidik-guest" : options_.guest_program;
    setup.binary = std::move(found.binary);
    setup.reading = reading;
    std::error_code error;
    setup.folder = std::filesystem::canonical(entry.path, error).string();
    // Of one that its author is at work on a note would only be in the way of the next start.
    if (!(options_.reload && found.named)) setup.sentinel_dir = options_.sentinel_dir;
    const std::string logs = options_.log_dir.empty() ? state_dir() : options_.log_dir;
    if (!logs.empty()) setup.log_path = logs + "/plugins/" + entry.id + ".log";
    setup.with_events = options_.with_events;
    setup.load_bytes = options_.load_bytes;
    setup.watchdog = options_.watchdog;
    setup.on_trial = turn == Turn::on_trial;
    return std::make_unique<Guest>(std::move(setup), entry);
  }

  std::unique_ptr<Reload> reload_of(const Manifest& manifest, const std::string& folder) const {
    return std::make_unique<Reload>(folder, manifest, [this](FoundOverlay& newer, OverlayEntry& entry) {
      return made(newer, entry, Turn::on_trial);
    });
  }

  void poll_all(std::int64_t now_ms) {
    for (const auto& overlay : overlays_) unreported_ = (overlay && overlay->poll(now_ms)) || unreported_;
    for (std::size_t i = 0; i < reloads_.size(); ++i) {
      if (reloads_[i]) poll_reload(i, now_ms);
    }
    poll_leaving(now_ms);
  }

  void poll_reload(std::size_t i, std::int64_t now_ms) {
    Reload& reload = *reloads_[i];
    OverlayEntry& entry = entries_[i];
    const auto told = [&] { return ReloadTold{options_.params[entry.short_name], asked_}; };
    switch (reload.poll(now_ms, entry, overlays_[i].get(), told)) {
      case Reload::Step::nothing:
        break;
      case Reload::Step::refused:
        entry.not_taken = reload.why();
        unreported_ = true;
        break;
      case Reload::Step::ready:
        swap_in(i, std::move(*reload.take()), now_ms);
        unreported_ = true;
        break;
    }
    entry.trying = reload.is_trying();
  }

  // The newer build takes the entry; the older is told to leave and waited for by poll_leaving().
  void swap_in(std::size_t i, Reload::Build newer, std::int64_t now_ms) {
    OverlayEntry& entry = entries_[i];
    auto older = std::make_unique<Reload::Build>();
    older->entry = std::make_unique<OverlayEntry>();
    older->overlay = std::move(overlays_[i]);
    if (older->overlay)
      older->overlay->move_to(*older->entry);
    else
      *older->entry = std::move(entry);
    overlays_[i] = std::move(newer.overlay);
    overlays_[i]->move_to(entry);
    OverlayEntry& old = *older->entry;
    entry.wanted = old.wanted;
    entry.builds = old.builds + 1;
    // Until it has drawn and built for the present view, which a layer of new events brings about, the old ones stay.
    const std::uint64_t serial = entry.marks.serial + old.marks.serial;
    if (entry.draws && old.marks.serial > 0) entry.marks = std::move(old.marks);
    entry.marks.serial = serial;
    entry.marks_current = !entry.draws;
    if (std::find(entry.services.begin(), entry.services.end(), VIDIK_PANEL_1) != entry.services.end())
      entry.panel = std::move(old.panel);
    if (panels_open_.contains(entry.short_name)) overlays_[i]->open_panel(true);
    if (!older->overlay) return;
    older->overlay->stop(now_ms);
    leaving_.push_back(std::move(older));
  }

  void poll_leaving(std::int64_t now_ms) {
    for (const auto& older : leaving_) older->overlay->poll(now_ms);
    std::erase_if(leaving_, [](const auto& older) { return older->overlay->gone(); });
  }

  // What changes meanwhile is told by the next poll().
  template <typename Settled>
  void wait(std::int64_t limit_ms, Settled settled) {
    const std::int64_t end = monotonic_ms() + limit_ms;
    for (;;) {
      poll_all(monotonic_ms());
      if (std::all_of(entries_.begin(), entries_.end(), settled)) return;
      const std::int64_t left = end - monotonic_ms();
      if (left <= 0) return;
      wait_readable(wake_fds(), static_cast<int>(std::min<std::int64_t>(left, 20)));
    }
  }

  RosterOptions options_;
  std::vector<OverlayEntry> entries_;  // does not grow once overlays write into it
  std::vector<std::unique_ptr<Overlay>> overlays_;
  std::vector<std::unique_ptr<Reload>> reloads_;  // null: not watched
  std::vector<std::unique_ptr<Reload::Build>> leaving_;
  std::optional<AskView> asked_;       // last, for builds on trial
  std::set<std::string> panels_open_;  // short names
  bool unreported_ = true;             // what was found is news to the first who asks
};

}  // namespace

std::string_view word_of(GuestState state) {
  switch (state) {
    case GuestState::off:
      return "off";
    case GuestState::starting:
      return "starting";
    case GuestState::ready:
      return "ready";
    case GuestState::refused:
      return "refused";
    case GuestState::failed:
      return "failed";
    case GuestState::quarantined:
      return "quarantined";
    case GuestState::shadowed:
      return "shadowed";
  }
  return "failed";
}

std::unique_ptr<Roster> Roster::open(RosterOptions options) {
  return std::make_unique<OpenRoster>(std::move(options));
}

}  // namespace vidik
