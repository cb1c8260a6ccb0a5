#pragma once
// Views to a guest and marks back, on the wire; and the one rule of what a mark may be, asked on both sides.
//
// Units: as in vidik_plugin.h. Ownership: a DecodedView owns its visible events; a WireMark owns its points and text.
// Errors: decoding turns the WireIn bad; mark_fault answers why a mark is refused.

#include "guest/wire.h"

#include <vidik_plugin.h>

#include <string>
#include <vector>

namespace vidik {

enum class MarkKind : std::uint8_t { symbol, circle, ring, line, polygon, label, legend };

struct WireMark {
  MarkKind kind{};
  vidik_style style{};
  vidik_symbol symbol{};                 // also carries place, offset and event of every other kind
  double radius_m = 0;                   // circle
  float low_pt = 0, high_pt = 0;         // ring
  std::vector<vidik_lonlat> points;      // line, polygon
  std::vector<std::uint64_t> ring_ends;  // polygon
  std::string text;                      // label, legend (whose kind is in symbol.reserved)
};

inline constexpr std::uint32_t kMaxLegendRows = 16, kMaxLegendText = 60;
inline constexpr std::uint32_t kMaxMarkPoints = 1u << 20;  // one line or polygon
inline constexpr std::uint64_t kMaxVisible =
    100'000;  // events named to a guest in one view; the rest are left out

void encode_mark(const WireMark& mark, WireOut& out);
WireMark decode_mark(WireIn& in);
// Why this mark cannot be drawn, or null.
const char* mark_fault(const WireMark& mark);
std::uint64_t points_of(const WireMark& mark);

// The style, read no further than the plugin says it goes; false when it describes itself wrongly.
bool read_style(const vidik_style* from, vidik_style& to);

void encode_view(const vidik_view& view, const vidik_budget& budget, WireOut& out);

struct DecodedView {
  vidik_view view{};
  vidik_budget budget{};
  std::vector<vidik_visible> visible;
};
bool decode_view(WireIn& in, DecodedView& out);

}  // namespace vidik
