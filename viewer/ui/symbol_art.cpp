#include "ui/symbol_art.h"

#include "ui/theme_style.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vidik {

namespace {

constexpr float kPi = std::numbers::pi_v<float>;

std::vector<ImVec2> regular(ImVec2 c, float r, int corners, float first_deg) {
  std::vector<ImVec2> out;
  for (int i = 0; i < corners; ++i) {
    const float a = (first_deg + 360.0f * static_cast<float>(i) / static_cast<float>(corners)) * kPi / 180;
    out.push_back({c.x + r * std::sin(a), c.y - r * std::cos(a)});
  }
  return out;
}

std::vector<ImVec2> star(ImVec2 c, float r) {
  std::vector<ImVec2> out;
  for (int i = 0; i < 10; ++i) {
    const float a = static_cast<float>(i) * kPi / 5;
    const float d = i % 2 == 0 ? r * 1.3f : r * 0.6f;
    out.push_back({c.x + d * std::sin(a), c.y - d * std::cos(a)});
  }
  return out;
}

std::vector<ImVec2> plus(ImVec2 c, float r) {
  const float a = r * 1.1f, b = r * 0.42f;
  return {{c.x - b, c.y - a}, {c.x + b, c.y - a}, {c.x + b, c.y - b}, {c.x + a, c.y - b},
          {c.x + a, c.y + b}, {c.x + b, c.y + b}, {c.x + b, c.y + a}, {c.x - b, c.y + a},
          {c.x - b, c.y + b}, {c.x - a, c.y + b}, {c.x - a, c.y - b}, {c.x - b, c.y - b}};
}

// ImGui fills convex shapes only: star and plus are filled as fans round their centre.
void fill(ImDrawList& out, const std::vector<ImVec2>& path, ImVec2 centre, SymbolShape shape, ImU32 color) {
  if (shape != SymbolShape::star && shape != SymbolShape::plus) {
    out.AddConvexPolyFilled(path.data(), static_cast<int>(path.size()), color);
    return;
  }
  const ImDrawListFlags flags = out.Flags;
  out.Flags &= ~ImDrawListFlags_AntiAliasedFill;  // seams between the triangles would show
  for (std::size_t i = 0; i < path.size(); ++i) {
    out.AddTriangleFilled(centre, path[i], path[(i + 1) % path.size()], color);
  }
  out.Flags = flags;
  out.AddPolyline(path.data(), static_cast<int>(path.size()), color, ImDrawFlags_Closed, 1);
}

void dashed(ImDrawList& out, const std::vector<ImVec2>& path, ImU32 color, float width, float dash,
            float gap) {
  float at = 0;
  bool on = true;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const ImVec2 a = path[i], b = path[(i + 1) % path.size()];
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    float done = 0;
    while (done < length) {
      const float step = std::min((on ? dash : gap) - at, length - done);
      if (on) {
        const float t0 = done / length, t1 = (done + step) / length;
        out.AddLine({a.x + (b.x - a.x) * t0, a.y + (b.y - a.y) * t0},
                    {a.x + (b.x - a.x) * t1, a.y + (b.y - a.y) * t1}, color, width);
      }
      done += step;
      at += step;
      if (at >= (on ? dash : gap) - 0.001f) {
        at = 0;
        on = !on;
      }
    }
  }
}

}  // namespace

std::vector<ImVec2> symbol_outline(SymbolShape shape, ImVec2 c, float r) {
  switch (shape) {
    case SymbolShape::diamond:
      return regular(c, r * 1.25f, 4, 0);
    case SymbolShape::square:
      return regular(c, r * 0.89f * std::numbers::sqrt2_v<float>, 4, 45);
    case SymbolShape::hexagon:
      return regular(c, r * 1.10f, 6, 0);
    case SymbolShape::triangle_down:
      return regular({c.x, c.y - 0.22f * r}, r * 1.42f, 3, 60);
    case SymbolShape::triangle_up:
      return regular({c.x, c.y + 0.22f * r}, r * 1.42f, 3, 0);
    case SymbolShape::pentagon:
      return regular({c.x, c.y + 0.06f * r}, r * 1.15f, 5, 0);
    case SymbolShape::plus:
      return plus(c, r);
    case SymbolShape::star:
      return star(c, r);
    case SymbolShape::bar:
      return {{c.x - r * 1.3f, c.y - r * 0.5f},
              {c.x + r * 1.3f, c.y - r * 0.5f},
              {c.x + r * 1.3f, c.y + r * 0.5f},
              {c.x - r * 1.3f, c.y + r * 0.5f}};
    case SymbolShape::circle:
    case SymbolShape::letter:
      break;
  }
  return regular(c, r, 28, 0);
}

void draw_symbol(ImDrawList& out, const Theme& theme, ImVec2 centre, float r, SymbolShape shape, char letter,
                 SymbolStyle style, Color color, float alpha) {
  const bool dark = theme.name == ThemeName::dark;
  const float k = std::clamp(0.16f * r, 1.3f, 2.0f);
  const std::vector<ImVec2> path = symbol_outline(shape, centre, r);
  const int n = static_cast<int>(path.size());
  const ImU32 ink = im(with_alpha(color, alpha));
  const Color hollow = dark ? with_alpha(theme.land_focus, 0.8) : rgb(0xFFFFFF);
  switch (style) {
    case SymbolStyle::confirmed:
      fill(out, path, centre, shape, ink);
      out.AddPolyline(path.data(), n, im(with_alpha(mix(color, rgb(0x000000), dark ? 0.42 : 0.25), alpha)),
                      ImDrawFlags_Closed, 1);
      break;
    case SymbolStyle::reported:
      fill(
          out, path, centre, shape,
          im(with_alpha(dark ? mix(theme.land_focus, color, 0.34) : mix(rgb(0xFFFFFF), color, 0.22), alpha)));
      out.AddPolyline(path.data(), n, ink, ImDrawFlags_Closed, k);
      break;
    case SymbolStyle::alleged:
      fill(out, path, centre, shape, im(with_alpha(hollow, alpha)));
      dashed(out, path, ink, k, 0.52f * r, 0.36f * r);
      break;
    case SymbolStyle::disputed:
      fill(out, path, centre, shape, im(with_alpha(hollow, alpha)));
      out.PushClipRect({centre.x - 2 * r, centre.y - 2 * r}, {centre.x, centre.y + 2 * r}, true);
      fill(out, path, centre, shape, ink);
      out.PopClipRect();
      dashed(out, path, ink, k, 0.52f * r, 0.36f * r);
      break;
  }
  if (shape == SymbolShape::letter) {
    const char text[2] = {letter, 0};
    const float size = r * 1.7f;
    const ImVec2 box = ImGui::GetFont()->CalcTextSizeA(size, 1000, 0, text);
    out.AddText(ImGui::GetFont(), size, {centre.x - box.x / 2, centre.y - box.y / 2},
                im(with_alpha(theme.panel, alpha)), text);
  }
}

void draw_symbol(ImDrawList& out, const Theme& theme, ImVec2 centre, float radius, const Category& category,
                 SymbolStyle style, float alpha) {
  draw_symbol(out, theme, centre, radius, static_cast<SymbolShape>(category.shape), category.letter, style,
              category_color(theme, category.role), alpha);
}

}  // namespace vidik
