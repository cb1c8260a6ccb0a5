#include "ui/card_parts.h"

#include "ui/icons.h"
#include "ui/symbol_art.h"
#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace vidik {

namespace {

float paragraph(CardPen& pen, const UiFont& font, Color color, std::string_view text, float indent = 0) {
  put_text(pen.list, font, {pen.x + indent, pen.y}, color, text, pen.w - indent);
  return text_size(font, text, pen.w - indent).y;
}

// An icon, words, and what is known less well, paler; the second part goes below when it does not fit.
void fact_line(CardPen& pen, unsigned code, std::string_view words, std::string_view doubt) {
  const Theme& t = pen.in.theme;
  const UiFont& font = pen.in.fonts.body;
  put_icon(pen.list, pen.in.fonts.icons_small, {pen.x + 8, pen.y + 9}, t.text3, code);
  const float width = text_size(font, words).x;
  if (width <= pen.w - 25) {
    put_line(pen.list, font, {pen.x + 25, pen.y + 9}, t.text, words);
    pen.y += 22;
    if (doubt.empty()) return;
    if (width + 5 + text_size(font, doubt).x <= pen.w - 25) {
      put_line(pen.list, font, {pen.x + 25 + width + 5, pen.y - 13}, t.text3, doubt);
      return;
    }
  } else {
    put_text(pen.list, font, {pen.x + 25, pen.y + 1}, t.text, words, pen.w - 25);
    pen.y += text_size(font, words, pen.w - 25).y + 4;
    if (doubt.empty()) return;
  }
  put_line(pen.list, font, {pen.x + 25, pen.y + 7}, t.text3, doubt, pen.w - 25);
  pen.y += 20;
}

void badge(CardPen& pen, float x, float w, std::string_view caption, std::string_view value,
           const Category& category, SymbolStyle style) {
  const Theme& t = pen.in.theme;
  const ImVec2 a{x, pen.y}, b{x + w, pen.y + 49};
  pen.list.AddRectFilled(a, b, im(t.raised), 7);
  pen.list.AddRect({a.x + 0.5f, a.y + 0.5f}, {b.x - 0.5f, b.y - 0.5f}, im(t.line), 7);
  put_line(pen.list, pen.in.fonts.micro, {x + 9, pen.y + 15}, t.text3, caption);
  draw_symbol(pen.list, t, {x + 16, pen.y + 33}, 5.5f, category, style);
  put_line(pen.list, pen.in.fonts.strong, {x + 29, pen.y + 33}, t.text, value, w - 36);
}

// Words of several fonts in one paragraph.
struct Flow {
  CardPen& pen;
  float x, left, right;
  void put(const UiFont& font, Color color, std::string_view text) {
    for (const std::string_view word : split(text, ' ')) {
      if (word.empty()) continue;
      const float w = text_size(font, word).x;
      if (x > left && x + w > right) {
        x = left;
        pen.y += 18;
      }
      put_text(pen.list, font, {x, pen.y}, color, word);
      x += w + 4;
    }
  }
};

std::string host_of(const std::string& url) {
  const std::size_t from = url.find("://");
  std::string host = from == std::string::npos ? url : url.substr(from + 3);
  host = host.substr(0, host.find('/'));
  return host.rfind("www.", 0) == 0 ? host.substr(4) : host;
}
bool is_web(const std::string& url) { return url.rfind("https://", 0) == 0 || url.rfind("http://", 0) == 0; }

}  // namespace

void card_title(CardPen& pen, const EventFacts& facts) {
  pen.y += paragraph(pen, pen.in.fonts.title, pen.in.theme.text, facts.title) + 9;
  fact_line(pen, icon::schedule, facts.when, facts.zone_not_stated ? "zone not stated" : "");
  if (!facts.place.empty() || facts.has_place) {
    fact_line(pen, icon::place, facts.place.empty() ? "Place without a name" : facts.place,
              facts.place_doubt);
  }
  if (!facts.has_place) fact_line(pen, icon::warning, "Not on the map: no place is given", "");
}

void card_badges(CardPen& pen, const EventFacts& facts) {
  const Category& category = pen.in.snapshot.categories[facts.category];
  const float w = (pen.w - 8) / 2;
  pen.y += 8;
  std::string status(status_words(facts.status));
  if (facts.unverified) status += ", unverified";
  badge(pen, pen.x, facts.attribution == Attribution::none ? pen.w : w, "Event", status, category,
        static_cast<SymbolStyle>(facts.status));
  if (facts.attribution != Attribution::none) {
    badge(pen, pen.x + w + 8, w, "Attribution", attribution_words(facts.attribution), category,
          facts.attribution == Attribution::disputed ? SymbolStyle::disputed : SymbolStyle::alleged);
  }
  pen.y += 49 + 12;
}

void card_words(CardPen& pen, const EventFacts& facts) {
  const Theme& t = pen.in.theme;
  const UiFonts& fonts = pen.in.fonts;
  if (!facts.summary.empty()) pen.y += paragraph(pen, fonts.body, t.text, facts.summary) + 8;
  for (const EventFacts::Claim& claim : facts.claims) {
    const float top = pen.y;
    Flow flow{pen, pen.x + 12, pen.x + 12, pen.x + pen.w};
    flow.put(fonts.strong, t.text, claim.actor);
    flow.put(fonts.body, t.text2, claim.words);
    pen.y += 19;
    pen.list.AddRectFilled({pen.x, top + 1}, {pen.x + 2, pen.y - 1}, im(t.line_strong));
    pen.y += 5;
  }
  const auto row = [&](std::string_view caption, std::string_view value) {
    if (value.empty()) return;
    put_text(pen.list, fonts.small, {pen.x, pen.y + 1}, t.text3, caption);
    pen.y += paragraph(pen, fonts.body, t.text, value, 74) + 4;
  };
  row("Number", facts.magnitude);
  row("Actors", facts.actors);
  pen.y += 4;
}

void card_sources(CardPen& pen, const EventFacts& facts) {
  const Theme& t = pen.in.theme;
  const UiFonts& fonts = pen.in.fonts;
  pen.list.AddLine({pen.x - 16, std::floor(pen.y) + 0.5f}, {pen.x + pen.w + 16, std::floor(pen.y) + 0.5f},
                   im(t.line));
  pen.y += 8;
  if (facts.sources.empty()) {
    pen.y += paragraph(pen, fonts.small, t.text3, "No source is given.") + 8;
  }
  for (std::size_t i = 0; i < facts.sources.size(); ++i) {
    const EventFacts::Source& s = facts.sources[i];
    const std::string id = std::to_string(i);
    const std::string name = s.name.empty() ? host_of(s.url) : s.name;
    const std::string shown =
        fit_text(fonts.body, s.date.empty() ? name : name + ", " + s.date, pen.w - 22 - 80);
    const float y = pen.y + 12, width = text_size(fonts.body, shown).x;
    put_icon(pen.list, fonts.icons_small, {pen.x + 8, y}, t.text3, icon::article);
    put_line(pen.list, fonts.body, {pen.x + 24, y}, t.text, shown);
    // The page itself, or what was archived of it where that is all there is.
    const std::string& address = is_web(s.url) ? s.url : s.archive;
    if (is_web(address)) {
      if (hit(("##open" + id).c_str(), {pen.x + 22, pen.y, width + 24, 24})) pen.out.add(OpenLink{address});
      const bool hovered = ImGui::IsItemHovered();
      if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
      hint_tip(pen.in, "Open " + host_of(address) + " in the browser");
      pen.list.AddLine({pen.x + 24, y + 8.5f}, {pen.x + 24 + width, y + 8.5f},
                       im(hovered ? t.text : t.line_strong));
      put_icon(pen.list, fonts.icons_small, {pen.x + 24 + width + 12, y}, hovered ? t.text : t.text3,
               icon::open_in_new);
      if (icon_button(pen.in, ("##copy" + id).c_str(), {pen.x + pen.w - 24, pen.y, 24, 24},
                      icon::content_copy, {.bare = true, .hint = "Copy the address"})) {
        pen.out.add(CopyText{address, "Address copied"});
      }
      if (is_web(s.archive) && is_web(s.url) &&
          icon_button(pen.in, ("##archive" + id).c_str(), {pen.x + pen.w - 48, pen.y, 24, 24}, icon::history,
                      {.bare = true, .hint = "Open the archived copy"})) {
        pen.out.add(OpenLink{s.archive});
      }
    }
    pen.y += 26;
  }
  pen.y += 2;
}

void card_extra(CardPen& pen, const EventFacts& facts) {
  if (facts.extra.empty()) return;
  const Theme& t = pen.in.theme;
  const UiFonts& fonts = pen.in.fonts;
  bool& open = pen.in.memory.details_open;
  const Box2 box{pen.x - 4, pen.y, pen.w + 8, 24};
  if (hit("##more", box)) open = !open;
  const bool hovered = ImGui::IsItemHovered();
  if (hovered) {
    pen.list.AddRectFilled({box.x, box.y}, {box.x + box.w, box.y + box.h}, im(t.control_hover), 5);
  }
  put_icon(pen.list, fonts.icons_small, {pen.x + 8, pen.y + 12}, t.text2,
           open ? icon::expand_more : icon::chevron_right);
  put_line(pen.list, fonts.body, {pen.x + 24, pen.y + 12}, t.text2, open ? "Other fields" : "More fields");
  put_line_right(pen.list, fonts.small, {pen.x + pen.w, pen.y + 12}, quiet_ink(t, hovered),
                 thousands(static_cast<long long>(facts.extra.size())));
  pen.y += 28;
  if (!open) return;
  for (const auto& [name, value] : facts.extra) {
    const float room = 96;
    put_line(pen.list, fonts.small, {pen.x, pen.y + 8}, t.text3, name, room - 8);
    pen.y += std::max(paragraph(pen, fonts.small, t.text2, value, room), 16.0f) + 4;
  }
  pen.y += 4;
}

}  // namespace vidik
