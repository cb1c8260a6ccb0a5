// Runs one overlay as the program does and prints what it hands over, for guide_test.py.
//
// usage: overlay_says GUEST INGEST FOLDER.vidik <ACTIONS     set ID VALUE, press NAME, restart: a line each
#include "base/time_text.h"
#include "guest/roster.h"
#include "guest/wait_posix.h"

#include <cstdio>
#include <iostream>
#include <sstream>

namespace vidik {
namespace {

constexpr const char* kKinds[] = {"symbol", "circle", "ring", "line", "polygon", "label"};
constexpr const char* kRows[] = {"swatch", "line", "symbol", "words"};
constexpr const char* kControls[] = {"text", "button", "toggle", "slider", "choice"};

class Session {
 public:
  explicit Session(RosterOptions options) : options_(std::move(options)) { start(); }

  bool act(const std::string& line) {
    std::istringstream words(line);
    std::string verb, name, value;
    words >> verb >> name;
    std::getline(words >> std::ws, value);
    if (verb == "set") {
      options_.params[entry().short_name][name] = {std::atof(value.c_str()), value};
      roster_->set_params(entry().short_name, options_.params[entry().short_name]);
    } else if (verb == "press") {
      const PanelControl* const control = control_named(line.substr(6));
      if (control == nullptr) return false;
      roster_->press(entry().short_name, {control->key, 1});
    } else if (verb == "restart") {
      options_.saved[entry().short_name] = entry().saved;
      start();
    } else {
      return false;
    }
    settle();
    return true;
  }

  void print() {
    draw();
    if (entry().state != GuestState::ready)
      std::cout << word_of(entry().state) << ": " << entry().reason << '\n';
    if (entry().layer) print_events(*entry().layer);
    print_marks(entry().marks);
    for (const PanelControl& one : entry().panel)
      std::cout << "panel " << kControls[static_cast<int>(one.kind)] << ' ' << one.name << '\n';
  }

 private:
  const OverlayEntry& entry() const { return roster_->entries().front(); }

  void start() {
    roster_ = Roster::open(options_);
    roster_->wait_for_events(30'000);
    if (entry().state != GuestState::ready) return;
    roster_->open_panel(entry().short_name, true);
    settle();
  }
  // What an action makes of the overlay is there when nothing came for two seconds; a state is asked for after one.
  void settle() {
    std::int64_t quiet_since = monotonic_ms();
    while (monotonic_ms() - quiet_since < 2'000) {
      if (roster_->poll(monotonic_ms())) quiet_since = monotonic_ms();
      wait_readable(roster_->wake_fds(), 20);
    }
    roster_->wait_for_events(30'000);
  }
  const PanelControl* control_named(const std::string& name) const {
    for (const PanelControl& one : entry().panel)
      if (one.name == name) return &one;
    return nullptr;
  }

  void draw() {
    AskView view;
    view.west = 10, view.east = 30, view.south = 34, view.north = 49;
    view.width_px = 800, view.height_px = 600, view.zoom = 6;
    view.for_export = true;
    AskLayer& layer = view.layers.emplace_back();
    if (entry().layer) {
      layer.layer = entry().layer;
      layer.serial = entry().layer->serial;
      for (Row row = 0; row < entry().layer->size(); ++row) layer.events.push_back({row, 1, false, false});
    }
    view.all.version = ++version_;
    view.all.give = [all = view.layers] { return all; };
    roster_->ask(view);
    roster_->wait_for_marks(20'000);
  }
  static void print_events(const Layer& layer) {
    for (Row row = 0; row < layer.size(); ++row) {
      std::cout << "event " << layer.text(row, Field::id) << ' ' << layer.text(row, Field::title) << ", "
                << date_time_words(Time{layer.columns.begin[row]}, TimeZone::display_default()) << ", "
                << layer.lon(row) << ' ' << layer.lat(row);
      if (const auto shape = layer.geometry(row))
        std::cout << ", a shape of " << shape->points.size() << " points";
      std::cout << '\n';
    }
  }
  static void print_marks(const OverlayMarks& marks) {
    for (const OverlayMark& one : marks.marks) {
      std::cout << kKinds[static_cast<int>(one.kind)];
      if (one.kind == OverlayKind::circle) std::cout << ' ' << one.radius_m << " m";
      if (one.kind == OverlayKind::ring) std::cout << ' ' << one.inner_px << " to " << one.outer_px << " pt";
      if (one.kind == OverlayKind::symbol)
        std::cout << " moved " << one.offset_x_px << ',' << one.offset_y_px << " pt";
      if (one.kind == OverlayKind::line || one.kind == OverlayKind::polygon)
        std::cout << ' ' << one.points.count << " points";
      if (one.kind == OverlayKind::label) std::cout << ' ' << one.text;
      if (one.event < marks.event_ids.size()) std::cout << " of " << marks.event_ids[one.event];
      std::cout << '\n';
    }
    if (marks.refused > 0) std::cout << "refused " << marks.refused << '\n';
    for (const OverlayMarks::LegendRow& row : marks.legend)
      std::cout << "legend " << kRows[static_cast<int>(row.kind)] << ' ' << row.words << '\n';
  }

  RosterOptions options_;
  std::unique_ptr<Roster> roster_;
  std::uint64_t version_ = 0;
};

}  // namespace
}  // namespace vidik

int main(int count, char** words) {
  if (count != 4) return 2;
  vidik::RosterOptions options;
  options.guest_program = words[1];
  options.ingest_program = words[2];
  options.folders = {words[3]};
  options.user_folder = options.shipped_folder = "/nonexistent";
  options.log_dir = std::string(words[3]) + "/..";
  vidik::Session session(options);
  session.print();
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << "> " << line << '\n';
    if (!session.act(line)) {
      std::cerr << "overlay_says: cannot do \"" << line << "\"\n";
      return 1;
    }
    session.print();
  }
}
