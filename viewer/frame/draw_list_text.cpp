#include "frame/draw_list_text.h"

#include "base/number.h"

#include <array>
#include <string_view>

namespace vidik {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(MapLayer::count)> kLayers = {
    "sea",
    "land_focus",
    "land",
    "lakes",
    "coast_focus",
    "coast_neighbour",
    "rivers_1",
    "rivers_2",
    "rivers_3",
    "lake_shores",
    "border_outer",
    "border_inner",
    "border_neighbour",
    "border_disputed",
    "border_contested_1",
    "border_contested_2",
    "border_contested_3",
    "border_contested_4",
    "admin1",
    "municipalities"};
constexpr std::array<std::string_view, 6> kFaces = {"regular", "medium", "semibold",
                                                    "bold",    "italic", "icons"};
constexpr std::array<std::string_view, 11> kShapes = {"circle",        "diamond",     "square",   "hexagon",
                                                      "triangle_down", "triangle_up", "pentagon", "plus",
                                                      "star",          "bar",         "letter"};
constexpr std::array<std::string_view, 4> kStyles = {"confirmed", "reported", "alleged", "disputed"};

template <std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, std::size_t at) {
  return at < N ? names[at] : std::string_view("?");
}

// Writes one mark's words in order; every member appends " word value".
class Line {
 public:
  Line(std::string& out, const DrawList& list) : out_(out), list_(list) {}

  void word(std::string_view text) {
    if (!text.empty()) out_.append(" ").append(text);
  }
  void number(std::string_view name, double value, int decimals = 2) {
    word(name), word(fixed(value, decimals));
  }
  void count(std::string_view name, std::uint64_t value) { word(name), word(std::to_string(value)); }
  void color(std::string_view name, Color c) {
    constexpr std::string_view digits = "0123456789abcdef";
    word(name);
    out_ += " #";
    for (const std::uint8_t v : {c.r, c.g, c.b, c.a}) out_ += digits[v >> 4], out_ += digits[v & 15];
  }
  void at(Px p) { word(fixed(p.x, 2) + "," + fixed(p.y, 2)); }
  void box(const Box2& b) {
    word(fixed(b.x, 2) + "," + fixed(b.y, 2) + " " + fixed(b.w, 2) + "x" + fixed(b.h, 2));
  }
  void points(Range range) {
    word("points");
    for (std::uint32_t i = 0; i < range.count && range.first + i < list_.points.size(); ++i)
      at(list_.points[range.first + i]);
  }
  void dash(float dash, float gap) {
    if (dash > 0) number("dash", dash), number("gap", gap);
  }
  void geometry(GeometryId id) {
    word(name_of(kLayers, static_cast<std::size_t>(id.layer)));
    count("lod", id.lod);
  }
  void quoted(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out_ += " \"";
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\')
        out_ += '\\', out_ += c;
      else if (byte < 0x20 || byte == 0x7f)
        out_ += "\\x", out_ += digits[byte >> 4], out_ += digits[byte & 15];
      else
        out_ += c;
    }
    out_ += '"';
  }

  void operator()(const MapFill& m) {
    out_ += "map_fill", geometry(m.geometry), color("color", m.color);
    if (m.stencil != 0) count("stencil", m.stencil);
  }
  void operator()(const MapStroke& m) {
    out_ += "map_stroke", geometry(m.geometry), color("color", m.color), number("width", m.width),
        dash(m.dash, m.gap);
    if (m.once) word("once");
    if (m.stencil != 0) count("stencil", m.stencil);
  }
  void operator()(const MapImage& m) {
    out_ += "map_image", count("image", static_cast<std::uint64_t>(m.image));
    word("box " + std::to_string(m.box.west) + "," + std::to_string(m.box.north) + " " +
         std::to_string(m.box.east) + "," + std::to_string(m.box.south));
    number("alpha", m.alpha);
    if (m.stencil != 0) count("stencil", m.stencil);
    if (m.not_stencil != 0) count("not_stencil", m.not_stencil);
    if (m.net_side == 0) return;
    count("net", m.net_side);
    for (std::uint32_t i = 0; i < m.net.count && m.net.first + i < list_.places.size(); ++i) {
      const Fixed2 at = list_.places[m.net.first + i];
      word(std::to_string(at.x) + "," + std::to_string(at.y));
    }
  }
  void operator()(const MapPoints& m) {
    out_ += "map_points", count("first", m.first), count("last", m.last), number("size", m.size),
        number("alpha", m.alpha);
    word("rows");
    for (std::uint32_t i = 0; i < m.extra.count && m.extra.first + i < list_.rows.size(); ++i)
      word(std::to_string(list_.rows[m.extra.first + i]));
    word("colors");
    for (std::uint32_t i = 0; i < m.colors.count && m.colors.first + i < list_.colors.size(); ++i)
      color("", list_.colors[m.colors.first + i]);
  }
  void operator()(const Rect& m) {
    out_ += "rect", box(m.box), number("radius", m.radius), color("fill", m.fill);
    if (m.border_width > 0) number("border", m.border_width), color("", m.border);
  }
  void operator()(const Stroke& m) {
    out_ += "stroke", color("color", m.color), number("width", m.width), dash(m.dash, m.gap);
    if (m.closed) word("closed");
    if (m.round_caps) word("round_caps");
    points(m.points);
  }
  void operator()(const Polygon& m) {
    out_ += "polygon", color("color", m.color), points(m.points);
    if (m.ring_ends.count == 0 || m.ring_ends.first + m.ring_ends.count > list_.rows.size()) return;
    word("rings");
    for (std::uint32_t i = 0; i < m.ring_ends.count; ++i)
      word(std::to_string(list_.rows[m.ring_ends.first + i]));
  }
  void operator()(const Fade& m) {
    out_ += "fade", box(m.box), color("from", m.from), color("to", m.to);
    word(m.across ? "across" : "down");
  }
  void operator()(const Arc& m) {
    out_ += "arc", at(m.centre), number("radius", m.radius), number("width", m.width),
        number("begin", m.begin_deg), number("end", m.end_deg), color("color", m.color);
  }
  void operator()(const Disc& m) {
    out_ += "disc", at(m.centre), number("radius", m.radius), color("fill", m.fill);
    if (m.border_width > 0) number("border", m.border_width), color("", m.border);
  }
  void operator()(const Symbol& m) {
    out_ += "symbol", at(m.centre), number("radius", m.radius);
    word(name_of(kShapes, static_cast<std::size_t>(m.shape))),
        word(name_of(kStyles, static_cast<std::size_t>(m.style)));
    color("color", m.color), color("ground", m.ground), color("casing", m.casing), number("alpha", m.alpha);
    if (m.letter != 0) quoted(std::string_view(&m.letter, 1));
  }
  void operator()(const SymbolRing& m) {
    out_ += "symbol_ring", at(m.centre), number("radius", m.radius);
    word(name_of(kShapes, static_cast<std::size_t>(m.shape))), color("color", m.color),
        number("width", m.width);
  }
  // The glyphs' numbers belong to the font's version: their count, both ends and the text say what is seen.
  void operator()(const GlyphRun& m) {
    out_ += "text", quoted(m.text), word(name_of(kFaces, static_cast<std::size_t>(m.face))),
        number("size", m.size);
    color("color", m.color);
    if (m.halo_width > 0) number("halo", m.halo_width), color("", m.halo);
    count("glyphs", m.glyphs.count);
    if (m.glyphs.count == 0 || m.glyphs.first + m.glyphs.count > list_.glyphs.size()) return;
    const Glyph& first = list_.glyphs[m.glyphs.first];
    const Glyph& last = list_.glyphs[m.glyphs.first + m.glyphs.count - 1];
    word("from"), at({first.x, first.y}), word("to"), at({last.x, last.y});
    if (first.angle_deg != 0 || last.angle_deg != 0)
      number("turned", first.angle_deg), word(fixed(last.angle_deg, 2));
  }
  void operator()(const Clip& m) {
    out_ += "clip";
    if (m.box.w > 0 && m.box.h > 0)
      box(m.box);
    else
      word("off");
  }

 private:
  std::string& out_;
  const DrawList& list_;
};

}  // namespace

std::string to_text(const DrawList& list) {
  std::string out;
  Line line(out, list);
  out += "picture";
  line.word(std::to_string(list.size.width) + "x" + std::to_string(list.size.height));
  line.number("scale", list.scale);
  if (list.device.width > 0)
    line.word("device"),
        line.word(std::to_string(list.device.width) + "x" + std::to_string(list.device.height));
  line.color("ground", list.ground);
  const auto seen_by = [](Line& to, const Box2& box, const MapView& view) {
    to.box(box);
    to.number("centre_x", view.centre_x, 9), to.number("centre_y", view.centre_y, 9);
    to.number("px_per_world", view.px_per_world);
    if (view.projection == Projection::equal_area) to.word("equal_area");
  };
  out += "\nview";
  seen_by(line, list.view.box, list.view);
  out += "\nbase\n";
  for (const Mark& mark : list.base) std::visit(line, mark), out += '\n';
  if (!list.names.empty()) out += "names\n";
  for (const Mark& mark : list.names) std::visit(line, mark), out += '\n';
  if (list.kept.list) {
    out += "kept";
    line.box(list.kept.box);
    out += '\n';
    Line still(out, *list.kept.list);
    for (const Mark& mark : list.kept.list->top) std::visit(still, mark), out += '\n';
  }
  out += "top\n";
  for (const Mark& mark : list.top) std::visit(line, mark), out += '\n';
  if (list.inset.list) {
    const DrawList& small = *list.inset.list;
    Line inset(out, small);
    out += "inset";
    seen_by(inset, list.inset.box, small.view);
    out += '\n';
    for (const Mark& mark : small.top) std::visit(inset, mark), out += '\n';
  }
  return out;
}

}  // namespace vidik
