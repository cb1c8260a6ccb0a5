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

enum class ExportFormat : std::uint8_t { png, svg, pdf };
inline constexpr std::string_view kFormatEndings[] = {".png", ".svg", ".pdf"};

struct ExportChoice {
  std::string page =
      "none";  // a preset, a size as typed (app/page_preset.h), or none: map and timeline as they are
  ExportFormat format = ExportFormat::png;
  int ratio = 2;  // px of the file for one of the page
  bool light = true, transparent = false, callouts = true, text_beside = false;  // the first three: of pages
  std::string title, subtitle;  // of this project; empty: its own, and the dates
  std::string file;             // path without ending; empty: a new name in the pictures folder
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
  double since_s = 0;  // of the work
};

}  // namespace vidik
