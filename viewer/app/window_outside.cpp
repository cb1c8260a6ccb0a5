// What an intent asks of the world outside the state: filter, files, links, clipboard, pictures, full screen.

#include "app/bookmarks.h"
#include "app/export_memory.h"
#include "app/open_link.h"
#include "app/project_save.h"
#include "app/window_loop.h"
#include "base/text.h"
#include "ui/count_words.h"

namespace vidik {

void WindowLoop::outside(Effects& effects) {
  if (effects.zone)
    if (const auto set = session_.set_zone(*effects.zone); !set) notice(desk_, set.error().message());
  if (effects.filter) {
    const auto set = session_.set_filter(effects.filter->text, effects.filter->cycle);
    if (!set.ok()) notice(desk_, set.error().message());
    dirty_ = true;
  }
  if (effects.save_timeline) {
    const auto saved =
        save_project_timeline(session_.project_path(), session_.view().timeline_style, session_.zone());
    notice(desk_, saved.ok() ? "Saved in the project" : saved.error().message());
  }
  if (effects.full_screen) window_.set_full_screen(desk_.full_screen);
  if (effects.clipboard) window_.set_clipboard(*effects.clipboard);
  for (const std::string& url : effects.links) {
    const auto opened = open_link(url);
    notice(desk_, opened.ok() ? "Opened in the browser" : opened.error().text);
  }
  for (const std::string& path : effects.files) session_.add_file(path);
  for (const AnswerFile& a : effects.answers) session_.answer(a.file, a.about, a.answer);
  if (effects.start_overlays) session_.start_overlays();
  if (Roster* roster = session_.roster()) {
    for (const std::string& name : effects.restarts) {
      for (const OverlayEntry& entry : roster->entries()) {
        if (entry.short_name != name) continue;
        roster->set_running(std::string(entry.id), true);
        break;  // the entries may have moved
      }
    }
  }
  if (Roster* roster = session_.roster()) {
    for (const SwitchOverlay& s : effects.switches) roster->set_running(s.id, s.on);
    for (const PressControl& p : effects.presses) roster->press(p.overlay, p.press);
    if (panels_built_ != desk_.plugins_open) {
      panels_built_ = desk_.plugins_open;
      for (const OverlayEntry& entry : roster->entries()) roster->open_panel(entry.short_name, panels_built_);
    }
  }
  if (effects.stop_export) export_.stop();
  if (effects.export_choice) keep_export_choice();
  if (effects.picture) export_picture(ExportTo::file);
  if (effects.exporting) export_picture(*effects.exporting);
  if (effects.bookmarks) {
    const auto saved = save_bookmarks(bookmarks_path_, desk_.bookmarks);
    if (!saved) notice(desk_, saved.error().message());
  }
}

void WindowLoop::keep_export_choice() {
  ExportChoice lasting = desk_.export_choice;
  lasting.title.clear(), lasting.subtitle.clear(), lasting.file.clear();
  if (lasting == kept_choice_) return;  // letters of a title are typed
  kept_choice_ = lasting;
  const auto kept = save_export_choice(export_memory_path(), lasting);
  if (!kept) notice(desk_, "What you chose is not kept: " + kept.error().message());
}

void WindowLoop::load_kept() {
  const auto choice = read_export_choice(export_memory_path());
  if (choice)
    desk_.export_choice = kept_choice_ = *choice;
  else
    notice(desk_, choice.error().message());
  desk_.bookmarks = session_.project_bookmarks();
  bookmarks_path_ = bookmarks_path();
  const auto own = read_bookmarks(bookmarks_path_);
  if (!own) {
    notice(desk_, own.error().message());
    bookmarks_path_.clear();
    return;
  }
  desk_.bookmarks.insert(desk_.bookmarks.end(), own->begin(), own->end());
}

// "142 events, 1 Nov 2024 to 15 Mar 2025, cumulative – Western Balkans – Vidik": ImGui has no bridge to screen readers,
// but every desktop reads a window's title.
std::string WindowLoop::state_words() {
  const VisibleSet& set = session_.visible();
  const ViewState& view = session_.view();
  SceneCounts counts;
  counts.shown = set.count;
  counts.shown_surely = set.count_surely;
  const std::string project = session_.project_title();
  return shown_words(counts) + ", " + clock_words(view.time, session_.zone()) + ", " +
         std::string(word_of(view.time.mode)) + (desk_.playing ? ", playing" : "") + " – " +
         (project.empty() ? "" : project + " – ") + "Vidik";
}

void WindowLoop::export_picture(ExportTo to) {
  const double now = window_.now_s();
  if (to == ExportTo::command) {
    const auto words = export_.command(desk_.export_choice);
    if (words) window_.set_clipboard(*words);
    return notice(desk_, words ? "Command line copied" : words.error().message());
  }
  if (const auto started = export_.start(desk_.export_choice, to, now); !started)
    notice(desk_, started.error().message());
}

}  // namespace vidik
