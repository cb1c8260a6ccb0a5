// The key of a page: what the symbols mean, and how many there are of each.

#include "base/text.h"
#include "scene/present.h"
#include "scene/symbols.h"

#include <algorithm>

namespace vidik {

namespace {

constexpr float kPitch = 25, kTight = 21, kNote = 15;

TextStyle words(const Sheet& sheet, float size = 13, Face face = Face::medium) {
  TextStyle style;
  style.face = face;
  style.size = size;
  style.color = sheet.theme.text;
  return style;
}

std::string_view status_name(Status status) {
  constexpr std::string_view names[] = {"Confirmed", "Reported", "Alleged", "Disputed"};
  return names[static_cast<std::size_t>(status)];
}

// Where the next row or half row goes.
class Rows {
 public:
  Rows(const Box2& box, int columns, float pitch) : box_(box), columns_(columns), pitch_(pitch), y_(box.y) {}
  Px next() {
    const float x =
        box_.x + (box_.w + 16) / static_cast<float>(columns_) * static_cast<float>(used_ % columns_);
    const Px at{x, y_ + pitch_ / 2};
    if (++used_ % columns_ == 0) y_ += pitch_;
    return at;
  }
  void end() {
    if (used_ % columns_ != 0) y_ += pitch_;
    used_ = 0;
  }
  void down(float by) { end(), y_ += by; }
  void columns(int n) { end(), columns_ = n; }
  float y() const { return y_; }
  float width() const { return (box_.w + 16) / static_cast<float>(columns_) - 16; }

 private:
  Box2 box_;
  int columns_, used_ = 0;
  float pitch_, y_;
};

}  // namespace

float present_key(Sheet& sheet, const Legend& legend, const Box2& box, int columns, bool draw) {
  Pen& pen = sheet.top;
  const Theme& theme = sheet.theme;
  const TextStyle body = words(sheet);
  TextStyle count = words(sheet, 13, Face::semibold);
  count.anchor = Anchor::right;
  count.digits = Digits::tabular;
  const std::size_t many = legend.categories.size() + legend.statuses.size() + legend.classes.size() +
                           2 * legend.overlay_rows.size() + 2 * legend.notes.size();
  Rows rows(box, columns, many > 22 || columns > 1 ? kTight : kPitch);
  const auto rule = [&] {
    rows.down(5);
    if (draw) pen.rect({box.x, rows.y(), box.w, 1}, theme.line_strong);
    rows.down(6);
  };
  for (const CategoryId id : legend.categories) {
    const float w = rows.width();
    const Px at = rows.next();
    if (!draw) continue;
    pen.mark(symbol_mark(sheet, id, Status::confirmed, {at.x + 8, at.y}, 6.5f));
    pen.text(sheet.in.snapshot->categories[id].name, {at.x + 26, at.y + 4.5f}, body);
    pen.text(thousands(static_cast<long long>(sheet.out.counts.by_category[id])), {at.x + w, at.y + 4.5f},
             count);
  }
  if (!legend.statuses.empty()) {
    rows.end(), rule(), rows.columns(2);
    for (const Status status : legend.statuses) {
      const Px at = rows.next();
      if (!draw) continue;
      pen.mark(status_mark(sheet, status, {at.x + 8, at.y}, 5.5f));
      pen.text(status_name(status), {at.x + 26, at.y + 4.5f}, body);
    }
  }
  rows.columns(2);
  if (legend.severity) {
    const Px at = rows.next();
    if (draw) {
      const Color grey = theme.text3;
      pen.disc({at.x + 4, at.y}, 3.5f, grey), pen.disc({at.x + 16, at.y}, 6, grey),
          pen.disc({at.x + 35, at.y}, 10, grey);
      pen.text("Severity", {at.x + 51, at.y + 4.5f}, body);
    }
  }
  if (legend.cluster) {
    const Px at = rows.next();
    if (draw) {
      const RingPart parts[] = {{theme.category[0], 7}, {theme.category[4], 3}, {theme.category[1], 2}};
      draw_cluster_disc(sheet, pen, {at.x + 10, at.y}, 12, parts, 12, 1);
      pen.text("Cluster", {at.x + 30, at.y + 4.5f}, body);
    }
  }
  if (legend.uncertain) {
    const Px at = rows.next();
    if (draw) {
      pen.disc({at.x + 8, at.y}, 8, with_alpha(theme.text2, 0.12));
      pen.ring({at.x + 8, at.y}, 8, 1.25f, theme.text2, 30, 21);
      pen.text("Place within", {at.x + 26, at.y + 4.5f}, body);
    }
  }
  if (legend.bars) {
    const Px at = rows.next();
    if (draw) {
      pen.disc({at.x + 8, at.y - 2}, 4, theme.text2);
      pen.rect({at.x + 3, at.y + 4.5f, 10, 1.8f}, theme.text2, 0.9f);
      pen.text("Wider area", {at.x + 26, at.y + 4.5f}, body);
    }
  }
  rows.columns(1);
  for (const OverlayMarks::LegendRow* row : legend.overlay_rows) {
    const Px at = rows.next();
    if (draw) draw_overlay_row(sheet, *row, at.x, at.y);
  }
  if (!legend.counted.empty()) {
    Px at = rows.next();
    if (draw) pen.text(legend.counted, {at.x, at.y + 4.5f}, body);
    rows.columns(2);
    for (std::size_t k = 0; k < legend.classes.size(); ++k) {
      at = rows.next();
      if (!draw) continue;
      pen.rect({at.x, at.y - 6, 16, 12}, theme.land_focus, 2);
      pen.rect({at.x, at.y - 6, 16, 12}, cell_color(theme, k), 2);
      pen.text(legend.classes[k], {at.x + 26, at.y + 4.5f}, body);
    }
  }
  rows.end();
  if (!legend.notes.empty()) rows.down(6);
  TextStyle note = words(sheet, 11);
  note.color = theme.text2;
  std::vector<std::string> lines;
  for (const std::string& text : legend.notes) pen.wrap(text, note, box.w, lines);
  float y = rows.y();
  for (const std::string& line : lines) {
    if (draw) pen.text(line, {box.x, y + 11}, note);
    y += kNote;
  }
  return y;
}

}  // namespace vidik
