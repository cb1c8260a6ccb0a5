#pragma once
// Puts px marks into one half of a draw list: the few shapes that map, timeline and furniture are made of.
//
// Units: px at 1x. Ownership: borrows list and fonts. Threads: one owner.

#include "frame/draw_list.h"
#include "text/fonts.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vidik {

class Pen {
 public:
  Pen(DrawList& list, std::vector<Mark>& marks, Fonts& fonts) : list_(list), marks_(marks), fonts_(fonts) {}

  void mark(Mark m) { marks_.push_back(std::move(m)); }
  void rect(const Box2& box, Color fill, float radius = 0, Color border = {0, 0, 0, 0},
            float border_width = 0);
  void line(Px a, Px b, Color color, float width, float dash = 0, float gap = 0);
  void path(const std::vector<Px>& points, Color color, float width, bool closed = false, float dash = 0,
            float gap = 0);
  void area(const std::vector<Px>& points, Color color);
  void area(const std::vector<Px>& points, std::span<const std::uint32_t> ring_ends,
            Color color);  // even-odd
  void fade(const Box2& box, Color from, Color to, bool across) { mark(Fade{box, from, to, across}); }
  void disc(Px centre, float radius, Color fill, Color border = {0, 0, 0, 0}, float border_width = 0);
  void arc(Px centre, float radius, float width, float begin_deg, float end_deg, Color color);
  void ring(Px centre, float radius, float width, Color color, float dash_deg = 0, float gap_deg = 0);
  void text(std::string_view utf8, Px at, const TextStyle& style);
  float width(std::string_view utf8, const TextStyle& style) { return text_width(fonts_, utf8, style); }
  // Adds lines of at most `most` px, broken at spaces; a word that is too long has a line of its own.
  void wrap(std::string_view text, const TextStyle& style, float most, std::vector<std::string>& lines);
  void clip(const Box2& box) { mark(Clip{box}); }
  void unclip() { mark(Clip{}); }

  DrawList& list() { return list_; }
  Fonts& fonts() { return fonts_; }

 private:
  DrawList& list_;
  std::vector<Mark>& marks_;
  Fonts& fonts_;
};

// A box moved outwards by `by` on every side.
inline Box2 grown(const Box2& b, float by) { return {b.x - by, b.y - by, b.w + 2 * by, b.h + 2 * by}; }
inline bool meet(const Box2& a, const Box2& b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

}  // namespace vidik
