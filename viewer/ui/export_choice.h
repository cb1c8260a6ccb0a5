#pragma once
// How pictures leave the window: what the export panel offers and remembers, and what it is shown of the work.
//
// Ownership: plain values.

#include "frame/view_state.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

enum class ExportFormat : std::uint8_t { png, svg, pdf, gif, apng, mp4, webm, frames };
struct FormatRow {
  ExportFormat format;
  std::string_view id, ending, words;
};
// In the order of the enum.
inline constexpr FormatRow kFormats[] = {{ExportFormat::png, "png", ".png", "PNG"},
                                         {ExportFormat::svg, "svg", ".svg", "SVG"},
                                         {ExportFormat::pdf, "pdf", ".pdf", "PDF"},
                                         {ExportFormat::gif, "gif", ".gif", "Film: GIF"},
                                         {ExportFormat::apng, "apng", ".apng", "Film: animated PNG"},
                                         {ExportFormat::mp4, "mp4", ".mp4", "Film: MP4 (H.264)"},
                                         {ExportFormat::webm, "webm", ".webm", "Film: WebM (VP9)"},
                                         {ExportFormat::frames, "frames", "/", "Film: folder of PNGs"}};
inline const FormatRow& row_of(ExportFormat format) { return kFormats[static_cast<std::size_t>(format)]; }
inline bool is_film(ExportFormat format) { return format >= ExportFormat::gif; }

struct FilmChoice {
  std::string step = "1d";  // as `vidik film --step`
  int fps = 10, hold_s = 2;
  bool skip_empty = false;
  bool operator==(const FilmChoice&) const = default;
};

struct ExportChoice {
  std::string page =
      "none";  // a preset, a size as typed (app/page_preset.h), or none: map and timeline as they are
  ExportFormat format = ExportFormat::png;
  int ratio = 2;  // px of the file for one of the page
  bool light = true, transparent = false, callouts = true, text_beside = false;  // the first three: of pages
  std::string title, subtitle;  // of this project; empty: its own, and the dates
  FilmChoice film;
  std::string file;  // path without ending; empty: a new name in the pictures folder
  bool operator==(const ExportChoice&) const = default;
};

enum class ExportTo : std::uint8_t { file, clipboard, command };  // command: its words, to the clipboard

struct PageRow {
  std::string id, words;
};
struct ExportSight {
  std::vector<PageRow> pages;
  std::uint64_t texture = 0;  // the preview; 0: not there yet
  int width = 0, height = 0;  // px of it
  Size px;                    // of the file
  std::string trouble;        // of the size as typed; empty: none
  std::string file;           // where it would go
  bool at_work = false;
  double since_s = 0;              // of the work
  std::string phase;               // of a film at work: what it is doing; empty: not known
  std::uint64_t done = 0, of = 0;  // of the phase; of == 0: not known
  std::string film;                // of a film to come: "151 frames, 17 s: 1 Nov 2024 to 31 Mar 2025"
  bool goes_on = false;            // saving goes on with the film that was stopped
};

}  // namespace vidik
