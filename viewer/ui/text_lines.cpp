#include "ui/theme_style.h"
#include "ui/widgets.h"

#include "base/text.h"

#include <cfloat>
#include <cmath>

namespace vidik {

namespace {

float px(const UiFont& font) { return font.size * kInterPerEm; }
const char* end_of(std::string_view text) { return text.data() + text.size(); }

void put(ImDrawList& out, const UiFont& font, ImVec2 at, Color color, std::string_view text, float wrap) {
  if (text.empty()) return;
  out.AddText(font.font, px(font), {std::round(at.x), std::round(at.y)}, im(color), text.data(), end_of(text),
              wrap);
}

}  // namespace

ImVec2 text_size(const UiFont& font, std::string_view text, float wrap) {
  if (text.empty()) return {0, px(font)};
  return font.font->CalcTextSizeA(px(font), FLT_MAX, wrap, text.data(), end_of(text));
}

float put_text(ImDrawList& out, const UiFont& font, ImVec2 at, Color color, std::string_view text,
               float wrap) {
  put(out, font, at, color, text, wrap);
  return text_size(font, text, wrap).x;
}

std::string fit_text(const UiFont& font, std::string_view text, float room) {
  if (room <= 0 || text_size(font, text).x <= room) return std::string(text);
  const float rest = room - text_size(font, "…").x;
  std::string out;
  float width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    next_code_point(text, at);
    width += text_size(font, text.substr(from, at - from)).x;
    if (width > rest) break;
    out.append(text.substr(from, at - from));
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "…";
}

float put_line(ImDrawList& out, const UiFont& font, ImVec2 at, Color color, std::string_view text,
               float room) {
  const std::string cut = fit_text(font, text, room);
  put(out, font, {at.x, at.y - px(font) / 2}, color, cut, 0);
  return text_size(font, cut).x;
}

float put_line_right(ImDrawList& out, const UiFont& font, ImVec2 at, Color color, std::string_view text) {
  const float width = text_size(font, text).x;
  put(out, font, {at.x - width, at.y - px(font) / 2}, color, text, 0);
  return width;
}

// ImGui has no tracking: letter by letter.
void put_caps(ImDrawList& out, const UiFont& font, ImVec2 at, Color color, std::string_view text) {
  float x = at.x;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t to = from;
    next_code_point(text, to);
    const std::string_view letter = text.substr(from, to - from);
    out.AddText(font.font, px(font), {x, std::round(at.y - px(font) / 2)}, im(color), letter.data(),
                end_of(letter));
    x += text_size(font, letter).x + 0.09f * font.size;
    from = to;
  }
}

void put_icon(ImDrawList& out, const UiFont& font, ImVec2 centre, Color color, unsigned code) {
  std::string text;
  append_utf8(text, static_cast<char32_t>(code));
  const ImVec2 size = font.font->CalcTextSizeA(font.size, FLT_MAX, 0, text.c_str());
  out.AddText(font.font, font.size, {std::round(centre.x - size.x / 2), std::round(centre.y - font.size / 2)},
              im(color), text.c_str());
}

}  // namespace vidik
