#include "text/glyph_outline.h"

#include "text/face_file.h"

namespace vidik {

namespace {

using DrawFuncs = std::unique_ptr<hb_draw_funcs_t, Freed<&hb_draw_funcs_destroy>>;

struct Drawing {
  GlyphOutline steps;
  float em = 1;
  Px at(float x, float y) const { return {x / em, -y / em}; }
};
Drawing& of(void* drawing) { return *static_cast<Drawing*>(drawing); }

void move_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  of(data).steps.push_back({OutlineStep::Kind::move, of(data).at(x, y)});
}
void line_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
  of(data).steps.push_back({OutlineStep::Kind::line, of(data).at(x, y)});
}
void curve_to(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x,
              float y, void*) {
  Drawing& drawing = of(data);
  drawing.steps.push_back(
      {OutlineStep::Kind::curve, drawing.at(x, y), drawing.at(ax, ay), drawing.at(bx, by)});
}
void close_path(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
  of(data).steps.push_back({OutlineStep::Kind::close, {}});
}

}  // namespace

GlyphOutline glyph_outline(const FaceFile& file, std::uint32_t glyph) {
  const DrawFuncs funcs(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(funcs.get(), &move_to, nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(funcs.get(), &line_to, nullptr, nullptr);
  // TrueType's quadratic curves come as cubic ones where no function of theirs is set.
  hb_draw_funcs_set_cubic_to_func(funcs.get(), &curve_to, nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(funcs.get(), &close_path, nullptr, nullptr);
  Drawing drawing;
  drawing.em = file.units_per_em;
  hb_font_get_glyph_shape(file.shapes.get(), glyph, funcs.get(), &drawing);
  return drawing.steps;
}

}  // namespace vidik
