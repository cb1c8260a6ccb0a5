#pragma once
// What an overlay drew besides its events (vidik.draw/1), checked and copied: plain data in degrees.
//
// Units: degrees WGS 84, px at 1x, metres where named. Ownership: owns its points.
// The recorder (viewer/guest) lets in only finite numbers inside the ranges and the budget.

#include "frame/color.h"
#include "frame/draw_list.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vidik {

struct OverlayLonLat {
  double lon = 0, lat = 0;
};

enum class OverlayKind : std::uint8_t { symbol, circle, ring, line, polygon, label };

struct OverlayMark {
  OverlayKind kind{};
  std::uint32_t event = 0xffffffff;  // index into OverlayMarks::event_ids; none = belongs to no event
  Range points;                      // symbol, circle, ring, label: one point; line, polygon: many
  Range ring_ends;                   // polygon: one past the last point of each ring
  Color color;                       // a == 0: the category's colour
  int category_role = -1;            // which colour when color.a == 0
  SymbolShape shape{};
  SymbolStyle style{};
  float size_px = 0;                 // symbol radius; label text size
  float inner_px = 0, outer_px = 0;  // ring: low and high
  double radius_m = 0;               // circle
  float width_px = 1, dash_px = 0, gap_px = 0;
  float offset_x_px = 0, offset_y_px = 0;  // symbol drawn beside its place with a tether to it (fan-out)
  std::string text;                        // label
  float opacity = 1,
        fill_opacity = 0;  // of strokes, symbols and labels; of what circles, rings, polygons enclose
  bool over = false;       // painted over the host's symbols, else under them
  bool casing = false;     // a seam in the ground's shade round lines
  bool tether = false;     // symbol: a thin line from its place to where it is drawn
};

struct OverlayMarks {
  std::string layer;         // short name of the overlay
  std::uint64_t serial = 0;  // grows with each new answer of the guest
  std::vector<OverlayMark> marks;
  std::vector<OverlayLonLat> points;
  std::vector<std::uint32_t> ring_ends;
  std::vector<std::string> event_ids;
  // Events whose symbol the overlay draws itself (fan-out, strength): the host draws none for them.
  std::vector<std::string> own_symbol_ids;
  std::uint64_t refused = 0;  // marks that the recorder refused
  enum class LegendKind : std::uint8_t { swatch, line, symbol, words };
  struct LegendRow {
    LegendKind kind{};
    OverlayMark look;  // colour, shape, status, opacities and dashes
    std::string words;
  };
  std::vector<LegendRow> legend;
};

}  // namespace vidik
