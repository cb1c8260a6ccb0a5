#include "scene/present.h"

#include "base/text.h"
#include "base/time_text.h"
#include "scene/furniture.h"
#include "scene/scale_bar.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace vidik {

namespace {

constexpr float kTitleLine = 40, kSubtitleLine = 21, kFooterLine = 14;
constexpr std::size_t kMostTitleLines = 2;

TextStyle style_of(Face face, float size, Color color) {
  TextStyle style;
  style.face = face;
  style.size = size;
  style.color = color;
  return style;
}
TextStyle title_style(const Sheet& s) {
  TextStyle style = style_of(Face::bold, 36, s.theme.text);
  style.tracking = -0.022f * style.size;
  return style;
}
TextStyle subtitle_style(const Sheet& s) { return style_of(Face::regular, 15.5f, s.theme.text2); }
TextStyle footer_style(const Sheet& s) { return style_of(Face::medium, 11, s.theme.text2); }

std::string counted_words(const Sheet& sheet) {
  const SceneCounts& counts = sheet.out.counts;
  std::string out = count_words(counts);
  const auto add = [&](std::uint64_t n, std::string_view what) {
    if (n > 0) out += ", " + thousands(static_cast<long long>(n)) + std::string(what);
  };
  add(counts.outside_map, " outside the map");
  add(counts.no_place, " without a place");
  add(counts.timeless, " without a date");
  return out;
}

bool shows(const Sheet& sheet, Status status) {
  const auto k = static_cast<std::size_t>(status);
  return k < sheet.out.counts.by_status.size() && sheet.out.counts.by_status[k] > 0;
}

// LOOK §10: the dates, then what dashes mean.
std::string default_subtitle(const Sheet& sheet) {
  std::string out = shown_time_words(sheet.view.time, sheet.zone) + ". ";
  if (out.starts_with("all")) out[0] = 'A';
  if (!sheet.view.furniture.title.empty()) out += counted_words(sheet) + ". ";
  if (shows(sheet, Status::alleged) || shows(sheet, Status::disputed))
    out += "Dashed outlines mark claims that no independent source has confirmed.";
  return out;
}

void lay_out_words(Sheet& sheet, PresentParts& parts) {
  const Furniture& wanted = sheet.view.furniture;
  const TextStyle title = title_style(sheet), subtitle = subtitle_style(sheet);
  const Box2& box = parts.plan.title;
  const std::string words = wanted.title.empty() ? counted_words(sheet) : wanted.title;
  sheet.top.wrap(words, title, parts.plan.tall ? box.w : box.w + 40, parts.title);
  if (parts.title.size() > kMostTitleLines) {
    parts.title.resize(kMostTitleLines);
    parts.title.back() += " …";
  }
  const std::string below =
      sheet.view.page.subtitle.empty() ? default_subtitle(sheet) : sheet.view.page.subtitle;
  sheet.top.wrap(below, subtitle, parts.plan.tall ? box.w : std::min(box.w, 300.0f), parts.subtitle);
  float w = 0;
  for (const std::string& line : parts.title) w = std::max(w, sheet.top.width(line, title));
  for (const std::string& line : parts.subtitle) w = std::max(w, sheet.top.width(line, subtitle));
  parts.title_box = {box.x, box.y, w,
                     kTitleLine * static_cast<float>(parts.title.size()) + 6 +
                         kSubtitleLine * static_cast<float>(parts.subtitle.size())};
}

std::string border_words(const Sheet& sheet) {
  std::string out = border_sentence(sheet.in);
  const std::string& own = sheet.view.page.border_words;
  constexpr std::string_view usual = "map lines do not imply endorsement.";
  if (const auto at = out.find(usual); !own.empty() && at != std::string::npos)
    out.replace(at, usual.size(), own);
  return out;
}

void lay_out_footer(Sheet& sheet, PresentParts& parts) {
  const PresentPlan& plan = parts.plan;
  const TextStyle style = footer_style(sheet);
  const float x = plan.strip.x, w = plan.strip.w;
  std::string credits;
  for (const std::string& credit : sheet.in.credits) credits += (credits.empty() ? "" : " · ") + credit;
  if (!credits.empty()) credits += ". ";
  const std::string times =
      "Times: " + sheet.zone.name() + " " + offset_words(plus(sheet.view.time.cursor, -1), sheet.zone) + ".";
  std::string said = source_words(sheet, 4);
  for (const std::string& more :
       {border_words(sheet), projection_sentence(sheet.map.projection), sheet.view.furniture.note})
    if (!more.empty()) said += (said.empty() ? "" : " ") + more;
  const float left = plan.tall ? w : 0.56f * w;
  sheet.top.wrap(said, style, left, parts.footer_left);
  if (plan.tall)
    sheet.top.wrap(credits + times + " Made with Vidik.", style, w, parts.footer_left);
  else
    sheet.top.wrap(credits + times + " Made with Vidik.", style, w - left - 30, parts.footer_right);
  const std::size_t lines = std::max(parts.footer_left.size(), parts.footer_right.size());
  const float bottom = plan.height - (plan.tall ? 26 : 22);
  parts.footer_top = bottom - kFooterLine * static_cast<float>(lines);
  // Words that need more lines push the strip up.
  parts.strip_box = plan.strip;
  parts.strip_box.y += parts.footer_top - plan.footer;
  parts.strip_box.x = x;
}

}  // namespace

std::string source_words(const Sheet& sheet, std::size_t names) {
  if (sheet.in.visible == nullptr || sheet.out.as_points) return {};
  std::map<std::string, std::size_t> counts;
  const Snapshot& snapshot = *sheet.in.snapshot;
  for (std::size_t i = 0; i < snapshot.layers.size() && i < sheet.in.visible->layers.size(); ++i) {
    if (!sheet.layer_on(i)) continue;
    const Layer& layer = *snapshot.layers[i];
    each_row(*sheet.in.indexes->layers[i], sheet.in.visible->layers[i], [&](Row row) {
      layer.texts.each(layer.columns.record[row], [&](Field field, std::string_view text) {
        if (field == Field::source_name) ++counts[for_ui(trimmed(text))];
      });
    });
  }
  counts.erase("");
  if (counts.empty()) return {};
  std::vector<std::pair<std::string, std::size_t>> most(counts.begin(), counts.end());
  std::stable_sort(most.begin(), most.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string out = "Sources: ";
  const std::size_t said = most.size() <= names + 1 ? most.size() : names;
  for (std::size_t i = 0; i < said; ++i) out += (i == 0 ? "" : ", ") + most[i].first;
  if (most.size() > said) out += " and " + std::to_string(most.size() - said) + " others, listed in the file";
  return out + ".";
}

PresentParts lay_out_present(Sheet& sheet, const MapEvents& events, const MapLayout& layout) {
  PresentParts parts;
  parts.plan = plan_present(sheet.view);
  PresentPlan& plan = parts.plan;
  parts.legend = lay_out_legend(sheet, events, layout);
  lay_out_words(sheet, parts);
  lay_out_footer(sheet, parts);
  const int columns = plan.tall && parts.legend.categories.size() > 3 ? 2 : 1;
  const bool any = !parts.legend.categories.empty() || !parts.legend.overlay_rows.empty();
  if (any) {
    Box2 key = plan.key;
    key.y += parts.strip_box.y - plan.strip.y;
    const float below = parts.title_box.y + parts.title_box.h + 26;
    if (!plan.tall) key.y = std::max(key.y, below);
    const float limit = parts.strip_box.y - 36;
    float bottom = present_key(sheet, parts.legend, key, columns, false);
    if (bottom > limit && !plan.tall) {
      key.y = std::max(below, key.y - (bottom - limit));
      bottom = present_key(sheet, parts.legend, key, columns, false);
    }
    key.h = bottom - key.y;
    parts.key_box = key;
  }
  Box2 notes = plan.notes;
  if (!plan.tall) {
    notes.y = parts.key_box.y + parts.key_box.h + 22;
    notes.h = std::max(0.0f, parts.strip_box.y - 40 - notes.y);
  }
  parts.callouts = place_callouts(sheet, events, layout, plan, parts.title_box, notes);
  const float north = sheet.map.projection == Projection::web_mercator ? 22 : 30;
  const float right = plan.strip.x + plan.strip.w;
  const float y = plan.tall ? plan.map.h - 12 : parts.strip_box.y - 40;
  parts.scale = {right - 132 - north, y - 26, 132 + north, 26};
  return parts;
}

std::vector<Box2> floating_boxes(const PresentParts& parts) {
  std::vector<Box2> boxes;
  for (const Box2* box : {&parts.title_box, &parts.key_box, &parts.scale})
    if (box->w > 0) boxes.push_back(grown(*box, 6));
  const PresentPlan& plan = parts.plan;
  for (const Box2& box : boxes_of(parts.callouts)) boxes.push_back(box);
  for (const PlacedCallOut& c : parts.callouts)
    if (c.number > 0) boxes.push_back(grown(c.box, 6));
  return boxes;
}

void draw_present_ground(Sheet& sheet, const PresentParts& parts) {
  if (sheet.view.page.transparent) return;
  const PresentPlan& plan = parts.plan;
  const Color full = sheet.theme.app, none = with_alpha(full, 0);
  Pen& pen = sheet.top;
  if (plan.tall) {
    const float solid = parts.title_box.y + parts.title_box.h + 4;
    pen.rect({0, 0, plan.width, std::round(solid)}, with_alpha(full, 0.86));
    pen.fade({0, std::round(solid), plan.width, 50}, with_alpha(full, 0.86), none, false);
    // A little beyond the map's end: that may lie inside a pixel.
    pen.fade({0, plan.map.h - 40, plan.width, 39}, none, full, false);
    pen.rect({0, std::floor(plan.map.h - 1), plan.width, 4}, full);
    return;
  }
  // A little beyond the map's ends: those may lie inside a pixel.
  pen.rect({plan.map.x - 2, 0, 4, plan.map.h + 2}, full);
  pen.fade({plan.map.x + 1, 0, 0.11f * plan.width, plan.map.h + 2}, full, none, true);
  pen.fade({plan.map.x - 2, plan.map.h - 110, plan.map.w + 2, 109}, none, full, false);
  pen.rect({plan.map.x - 2, std::floor(plan.map.h - 1), plan.map.w + 2, 4}, full);
}

void draw_present(Sheet& sheet, const PresentParts& parts) {
  const PresentPlan& plan = parts.plan;
  Pen& pen = sheet.top;
  float y = plan.title.y - 8;
  for (const std::string& line : parts.title)
    pen.text(line, {plan.title.x, y += kTitleLine}, title_style(sheet));
  y += 8;
  for (const std::string& line : parts.subtitle)
    pen.text(line, {plan.title.x, y += kSubtitleLine}, subtitle_style(sheet));
  if (parts.key_box.w > 0) {
    const int columns = plan.tall && parts.legend.categories.size() > 3 ? 2 : 1;
    present_key(sheet, parts.legend, parts.key_box, columns, true);
  }
  draw_callouts(sheet, parts.callouts);
  draw_present_strip(sheet, parts.strip_box);
  const Px scale{parts.scale.x + parts.scale.w - 14, parts.scale.y + parts.scale.h - 4};
  draw_scale_bar(sheet, scale, scale_bar(sheet.map, 118));
  draw_north(sheet, {parts.scale.x + 8, parts.scale.y + parts.scale.h / 2}, north_angle_deg(sheet.map));
  TextStyle style = footer_style(sheet);
  y = parts.footer_top - 3;
  for (const std::string& line : parts.footer_left) pen.text(line, {plan.strip.x, y += kFooterLine}, style);
  style.anchor = Anchor::right;
  y = parts.footer_top - 3;
  for (const std::string& line : parts.footer_right)
    pen.text(line, {plan.strip.x + plan.strip.w, y += kFooterLine}, style);
}

}  // namespace vidik
