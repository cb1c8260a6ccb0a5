#include "scene/furniture.h"

#include "base/text.h"
#include "base/time_text.h"
#include "index/visible.h"
#include "mapset/border_views.h"
#include "scene/camera.h"
#include "scene/inset.h"
#include "scene/scale_bar.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

constexpr float kMargin = 16;
constexpr float kNorthWidth = 30;  // of the arrow beside the scale bar

TextStyle style_of(Face face, float size, Color color) {
  TextStyle style;
  style.face = face;
  style.size = size;
  style.color = color;
  return style;
}
TextStyle title_style(const Sheet& s) { return style_of(Face::semibold, 18, s.theme.text); }
TextStyle strong_style(const Sheet& s) { return style_of(Face::semibold, 13, s.theme.text); }
TextStyle quiet_style(const Sheet& s) { return style_of(Face::medium, 13, s.theme.text2); }
TextStyle credit_style(const Sheet& s) {
  TextStyle style = style_of(Face::medium, 11, s.theme.text2);
  style.anchor = Anchor::right;
  style.halo = s.theme.halo_neighbour;
  style.halo_width = 2.4f;
  return style;
}

std::string counted(std::uint64_t n, std::string_view one, std::string_view many) {
  return thousands(static_cast<long long>(n)) + " " + std::string(n == 1 ? one : many);
}

void lay_out_caption(Sheet& sheet, PageFurniture& f) {
  const Furniture& wanted = sheet.view.furniture;
  if (!wanted.caption) return;
  const SceneCounts& counts = sheet.out.counts;
  f.caption_words.push_back(count_words(counts));
  if (counts.outside_map > 0)
    f.caption_words.push_back(thousands(static_cast<long long>(counts.outside_map)) + " outside the map");
  if (counts.by_index_only) f.caption_words.push_back("places not counted");
  if (counts.no_place > 0)
    f.caption_words.push_back(thousands(static_cast<long long>(counts.no_place)) + " without a place");
  if (counts.timeless > 0)
    f.caption_words.push_back(thousands(static_cast<long long>(counts.timeless)) + " without a date");
  f.caption_words.push_back(shown_time_words(sheet.view.time, sheet.zone));
  f.caption_words.push_back(sheet.zone.name() + " " +
                            offset_words(plus(sheet.view.time.cursor, -1), sheet.zone));
  float w = -18;
  for (std::size_t i = 0; i < f.caption_words.size(); ++i)
    w += 18 + sheet.top.width(f.caption_words[i], i == 0 ? strong_style(sheet) : quiet_style(sheet));
  // A note that is too long for one line stands in the credits alone, where it is broken.
  const float more = wanted.note.empty() ? 0 : 18 + sheet.top.width(wanted.note, quiet_style(sheet));
  if (more > 0 && (!wanted.credits || w + more + 28 <= sheet.map.box.w - 2 * kMargin)) {
    f.caption_words.insert(f.caption_words.end() - 1, wanted.note);
    w += more;
  }
  if (!wanted.title.empty()) w = std::max(w, sheet.top.width(wanted.title, title_style(sheet)));
  const Box2& map = sheet.map.box;
  f.caption = {map.x + kMargin, map.y + 14, w + 28, wanted.title.empty() ? 33.0f : 60.0f};
}

void lay_out_credits(Sheet& sheet, PageFurniture& f) {
  const Furniture& wanted = sheet.view.furniture;
  const Box2& map = sheet.map.box;
  const float right = map.x + map.w - kMargin;
  float y = map.y + map.h - 10;
  if (wanted.credits) {
    const float left = f.legend.box.w > 0 ? f.legend.box.x + f.legend.box.w + kMargin : map.x + kMargin;
    const float most = std::min(760.0f, std::max(180.0f, right - left));
    const TextStyle style = credit_style(sheet);
    std::string all;
    for (const std::string& credit : sheet.in.credits) all += (all.empty() ? "" : " · ") + credit;
    sheet.top.wrap(all, style, most, f.credit_lines);
    sheet.top.wrap(border_sentence(sheet.in), style, most, f.credit_lines);
    sheet.top.wrap(projection_sentence(sheet.map.projection), style, most, f.credit_lines);
    if (!wanted.note.empty()) sheet.top.wrap(wanted.note, style, most, f.credit_lines);
    float w = 0;
    for (const std::string& line : f.credit_lines) w = std::max(w, sheet.top.width(line, style));
    const float h = 14 * static_cast<float>(f.credit_lines.size());
    f.credits = {right - w, y - h, w, h};
    y -= h + 4;
  }
  // Where north is not up, the picture says where it is.
  const float north = sheet.map.projection == Projection::web_mercator ? 0 : kNorthWidth;
  if (wanted.scale_bar && map.w > 200) f.scale = {right - 132 - north, y - 26, 132 + north, 26};
}

}  // namespace

std::string count_words(const SceneCounts& counts) {
  if (counts.shown_surely >= counts.shown) return counted(counts.shown, "event", "events");
  return thousands(static_cast<long long>(counts.shown_surely)) + "–" +
         counted(counts.shown, "event", "events");
}

std::string shown_time_words(const TimeView& time, const TimeZone& zone) {
  const std::optional<Span> span = tested_span(time);
  if (!span) return "all dates";
  return span_words(*span, zone);
}

std::string projection_sentence(Projection projection) {
  return projection == Projection::web_mercator ? "" : "Equal-area map: ETRS89-LAEA Europe (EPSG:3035).";
}

std::string border_sentence(const SceneIn& in) {
  if (in.borders == nullptr) return {};  // no map, no borders
  if (in.view->hidden.has(MapPart::borders)) return "Borders of countries are switched off.";
  return "Borders: " + in.borders->name + (in.view->borders_chosen ? "" : " (default)") + ". " +
         sentence_of(*in.borders, in.view->time.cursor);
}

PageFurniture lay_out_furniture(Sheet& sheet, const MapEvents& events, const MapLayout& layout) {
  PageFurniture f;
  f.legend = lay_out_legend(sheet, events, layout);
  lay_out_caption(sheet, f);
  lay_out_credits(sheet, f);
  const Box2& map = sheet.map.box;
  const float floor = f.scale.w > 0 ? f.scale.y : f.credits.h > 0 ? f.credits.y : map.y + map.h - 8;
  f.inset = inset_view(sheet, {map.x + map.w - kMargin, floor - 8});
  return f;
}

void draw_furniture(Sheet& sheet, const PageFurniture& f) {
  const Theme& theme = sheet.theme;
  if (f.caption.w > 0) {
    sheet.top.rect(f.caption, theme.panel_map, 8, theme.line, 1);
    float x = f.caption.x + 14, y = f.caption.y + 21;
    if (!sheet.view.furniture.title.empty()) {
      sheet.top.text(sheet.view.furniture.title, {x, f.caption.y + 25}, title_style(sheet));
      y = f.caption.y + 47;
    }
    for (std::size_t i = 0; i < f.caption_words.size(); ++i) {
      TextStyle style = i == 0 ? strong_style(sheet) : quiet_style(sheet);
      if (i + 1 == f.caption_words.size()) style.color = theme.text3;
      sheet.top.text(f.caption_words[i], {x, y}, style);
      x += sheet.top.width(f.caption_words[i], style) + 18;
    }
  }
  draw_legend(sheet, f.legend);
  // Halos hold against a map, not against a crowd of dots.
  if (sheet.out.as_points) {
    for (const Box2& box : {f.credits, f.scale})
      if (box.w > 0) sheet.top.rect(grown(box, 4), theme.panel_map, 4);
  }
  float y = f.credits.y + 11;
  for (const std::string& line : f.credit_lines) {
    sheet.top.text(line, {f.credits.x + f.credits.w, y}, credit_style(sheet));
    y += 14;
  }
  if (f.scale.w > 0 && sheet.map.projection != Projection::web_mercator)
    draw_north(sheet, {f.scale.x + kNorthWidth / 2, f.scale.y + f.scale.h / 2}, north_angle_deg(sheet.map));
  if (f.scale.w > 0)
    draw_scale_bar(sheet, {f.scale.x + f.scale.w - 14, f.scale.y + f.scale.h - 4}, scale_bar(sheet.map, 118));
}

}  // namespace vidik
