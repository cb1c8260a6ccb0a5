// Placed names and towns' marks become marks of the draw list.

#include "scene/labels.h"

#include <cmath>

namespace vidik {

namespace {

void draw_dot(const Theme& theme, Pen& pen, const TownDot& dot) {
  const Color ink = dot.core ? theme.label_city : theme.label_city_neighbour;
  const Color halo = dot.core ? theme.halo_focus : theme.halo_neighbour;
  if (dot.capital) {
    pen.rect({dot.at.x - 3.6f, dot.at.y - 3.6f, 7.2f, 7.2f}, halo, 1.5f);
    pen.rect({dot.at.x - 2.8f, dot.at.y - 2.8f, 5.6f, 5.6f}, {0, 0, 0, 0}, 0.5f, ink, 1.1f);
    pen.disc(dot.at, 1, ink);
  } else {
    pen.disc(dot.at, dot.radius + 1, halo);
    pen.disc(dot.at, dot.radius, halo, ink, 1.1f);
  }
}

void draw_letters(Pen& pen, const PlacedLabel& label) {
  DrawList& list = pen.list();
  GlyphRun run;
  run.face = label.style.face;
  run.size = label.style.size;
  run.color = label.style.color;
  run.halo = label.style.halo;
  run.halo_width = label.style.halo_width;
  run.text = label.text;
  run.glyphs = {static_cast<std::uint32_t>(list.glyphs.size()),
                static_cast<std::uint32_t>(label.letters.size())};
  for (const PlacedLetter& letter : label.letters)
    // Whole degrees: the painter keeps a picture of a letter for each angle it had.
    list.glyphs.push_back(
        {letter.glyph, label.at.x + letter.by.x, label.at.y + letter.by.y, std::round(letter.angle_deg)});
  pen.mark(std::move(run));
}

}  // namespace

void draw_labels(Sheet& sheet, Pen& pen, const MapLabels& labels) {
  for (const TownDot& dot : labels.dots) draw_dot(sheet.theme, pen, dot);
  for (const PlacedLabel& label : labels.labels) {
    if (!label.letters.empty()) {
      draw_letters(pen, label);
      continue;
    }
    Px at = label.at;
    if (label.style.angle_deg == 0) at = {std::round(at.x * 4) / 4, std::round(at.y)};
    pen.text(label.text, at, label.style);
  }
}

}  // namespace vidik
