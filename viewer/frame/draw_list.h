#pragma once
// A picture as plain data: marks in painting order. The same list goes to the window, a file or a text.
//
// Units: px at 1x, y down; the painter multiplies by `scale`. Map marks refer to geometry, images and points that
// the painter was given once (Painter::keep_*) and carry the camera they are seen by.
// Ownership: owns its pools. Threads: plain data. Errors: none; a mark that refers to something the painter does not
// have is counted by the painter and left out.
// Cost: text form and painting are O(marks + points); map marks cost what their visible chunks cost.

#include "frame/color.h"
#include "frame/geometry.h"
#include "frame/grid.h"
#include "frame/view_state.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace vidik {

struct Px {
  float x = 0, y = 0;
  bool operator==(const Px&) const = default;
};

struct Range {  // into a pool of the list
  std::uint32_t first = 0, count = 0;
};

enum class Face : std::uint8_t { regular, medium, semibold, bold, italic, icons };
enum class SymbolShape : std::uint8_t {  // in the order of store/category.h Shape
  circle,
  diamond,
  square,
  hexagon,
  triangle_down,
  triangle_up,
  pentagon,
  plus,
  star,
  bar,
  letter
};
enum class SymbolStyle : std::uint8_t { confirmed, reported, alleged, disputed };  // LOOK §6

// --- the map, retained ---
// Areas of one geometry; a colour without alpha takes away what is below it. `stencil` != 0 also writes those bits, for images that are clipped to an area.
struct MapFill {
  GeometryId geometry;
  Color color;
  std::uint8_t stencil = 0;
};
// Lines of one geometry, width in px, round joins. `once` paints each pixel once, so that overlapping
// translucent parts do not add up. dash <= 0: solid. Dashes restart at each polyline, butt caps.
// `stencil` != 0: only where all of those bits are (waterlines stay on the sea).
struct MapStroke {
  GeometryId geometry;
  Color color;
  float width = 1;
  float dash = 0, gap = 0;
  bool once = false;
  std::uint8_t stencil = 0;
};
// An image over a box of the map, where the stencil has all bits of `stencil` and none of `not_stencil`. A relief comes in levels, each
// half as wide as the one before: its id plus the level.
enum class ImageId : std::uint16_t { relief_dark = 0, relief_light = 8, first_own = 16 };
inline constexpr ImageId level_of(ImageId relief, int level) {
  return static_cast<ImageId>(static_cast<int>(relief) + level);
}
inline constexpr int kImageLevels = 8;  // ids of one image, at most so many levels
inline constexpr ImageId own_base_image(int slot) {
  return static_cast<ImageId>(static_cast<int>(ImageId::first_own) + kImageLevels * slot);
}
// Over a box of the map; or, where the image's rows and columns are not straight there, over a net of `net_side`² cells
// whose corners are DrawList::places, row by row from the image's north-west corner.
struct MapImage {
  ImageId image;
  FixedBox box;
  float alpha = 1;
  std::uint8_t stencil = 0, not_stencil = 0;
  std::uint16_t net_side = 0;  // 0: the box
  Range net = {};
};

// --- many events, retained: square-free round points, one call a layer ---
struct MapPoints {
  std::uint64_t layer_serial = 0;     // Layer::serial; positions kept by the painter, rows in order
  std::uint32_t first = 0, last = 0;  // rows [first, last)
  Range extra;                        // and these rows: DrawList::rows
  Range colors;                       // one a category of the layer: DrawList::colors
  float size = 5;                     // px across
  float alpha = 1;
};

// --- px marks ---
struct Rect {
  Box2 box;
  float radius = 0;
  Color fill;
  Color border{0, 0, 0, 0};
  float border_width = 0;
};
struct Stroke {
  Range points;
  Color color;
  float width = 1;
  float dash = 0, gap = 0;
  bool closed = false;
  bool round_caps = false;
};
// Rings end to end, filled by the even-odd rule. `ring_ends` (DrawList::rows): one past the last point of each ring,
// counted from the polygon's first; empty: one ring.
struct Polygon {
  Range points;
  Color color;
  Range ring_ends = {};
};
// A box whose colour goes evenly to another one, downwards or to the right.
struct Fade {
  Box2 box;
  Color from, to;
  bool across = false;  // to the right
};
struct Arc {
  Px centre;
  float radius = 1, width = 1;
  float begin_deg = 0, end_deg = 360;
  Color color;
};  // 0 = up, clockwise
struct Disc {
  Px centre;
  float radius = 1;
  Color fill;
  Color border{0, 0, 0, 0};
  float border_width = 0;
};
// A category symbol in LOOK §6's look. `ground` is what hollow ones are filled with, `casing` the rim under it.
struct Symbol {
  Px centre;
  float radius = 5;
  SymbolShape shape{};
  SymbolStyle style{};
  Color color, ground, casing;
  float alpha = 1;
  char letter = 0;
};
// The outline of the symbol's shape at a distance: hover, selection, "now".
struct SymbolRing {
  Px centre;
  float radius = 5;
  SymbolShape shape{};
  Color color;
  float width = 1.5f;
};

struct Glyph {
  std::uint32_t id = 0;
  float x = 0, y = 0;
  float angle_deg = 0;
};  // baseline position
struct GlyphRun {
  Face face{};
  float size = 13;
  Color color;
  Color halo{0, 0, 0, 0};
  float halo_width = 0;
  Range glyphs;
  std::string text;
};

struct Clip {
  Box2 box;
};  // holds for the marks after it; an empty box ends it

using Mark = std::variant<MapFill, MapStroke, MapImage, MapPoints, Rect, Stroke, Polygon, Fade, Arc, Disc,
                          Symbol, SymbolRing, GlyphRun, Clip>;

// How map marks are seen: fixed coordinates to px of `box`.
struct MapView {
  Box2 box;
  double centre_x = 0.5, centre_y = 0.5;  // unit square
  double px_per_world = 256;              // 256 * 2^zoom
  Projection projection = Projection::web_mercator;
  // On the grid from the middle, so that the same map in another box is the same to the last bit.
  Px to_px(double unit_x, double unit_y) const {
    return {static_cast<float>(box.x + box.w / 2 + on_grid((unit_x - centre_x) * px_per_world)),
            static_cast<float>(box.y + box.h / 2 + on_grid((unit_y - centre_y) * px_per_world))};
  }
};
MapView map_view(const Camera& camera, const Box2& box);

// A part of the page that stays for many frames while the rest of it moves: painted over `box`, and
// kept by the painter as long as it is handed the same list. Of `list` only `top` and its pools count.
struct DrawList;
struct KeptPart {
  Box2 box;
  std::uint64_t key = 0;  // 0: there is none
  std::shared_ptr<const DrawList> list;
};

struct DrawList {
  Size size;
  float scale = 1;
  Size device;   // px of the file or framebuffer; 0: size * scale, rounded
  Color ground;  // not opaque: the file has an alpha channel
  MapView view;
  // The base is what stays while only time moves; the painter keeps its picture as long as base_key is the same.
  std::uint64_t base_key = 0;
  // What the base depends on besides the centre of the view. While it stays, a painter may move the picture it has and
  // paint only what came into view. 0: it may not.
  std::uint64_t base_look = 0;
  std::vector<Mark> base;
  // Page marks over the base that stay longer than the top does; painted again when the base or names_key changes.
  std::uint64_t names_key = 0;
  std::vector<Mark> names;
  KeptPart kept;  // clear() leaves it
  std::vector<Mark> top;
  KeptPart inset;  // painted last, opaque, by its own list's view; clear() leaves it
  std::vector<Px> points;
  std::vector<Glyph> glyphs;
  std::vector<Color> colors;
  std::vector<std::uint32_t> rows;
  std::vector<Fixed2> places;

  Size device_size() const;
  Range add_points(const std::vector<Px>& more);
  void clear();
};

}  // namespace vidik
