#include "gpu/program.h"

#define VIDIK_SHADER(name)                                                 \
  extern "C" const char vidik_shader_##name##_vert[];                      \
  extern "C" const char vidik_shader_##name##_vert_end[];                  \
  extern "C" const char vidik_shader_##name##_frag[];                      \
  extern "C" const char vidik_shader_##name##_frag_end[];                  \
  static vidik::ShaderText text_of_##name() {                              \
    return {#name,                                                         \
            {vidik_shader_##name##_vert, vidik_shader_##name##_vert_end},  \
            {vidik_shader_##name##_frag, vidik_shader_##name##_frag_end}}; \
  }

VIDIK_SHADER(page)
VIDIK_SHADER(fill)
VIDIK_SHADER(line)
VIDIK_SHADER(cover)
VIDIK_SHADER(image)
extern "C" const char vidik_shader_image_cubic_frag[];
extern "C" const char vidik_shader_image_cubic_frag_end[];
static vidik::ShaderText text_of_image_cubic() {
  return {"image_cubic",
          text_of_image().vertex,
          {vidik_shader_image_cubic_frag, vidik_shader_image_cubic_frag_end}};
}
static vidik::ShaderText text_of_line(std::string_view defined) {
  vidik::ShaderText text = text_of_line();
  text.defined = defined;
  return text;
}
VIDIK_SHADER(points)
VIDIK_SHADER(flat)
VIDIK_SHADER(box)
VIDIK_SHADER(arc)
VIDIK_SHADER(stroke)
VIDIK_SHADER(symbol)
VIDIK_SHADER(glyph)

namespace vidik {

static ShaderText own_text(ShaderId id) {
  switch (id) {
    case ShaderId::fill:
      return text_of_fill();
    case ShaderId::line:
      return text_of_line();
    case ShaderId::line_fat:
      return text_of_line("FAT");
    case ShaderId::line_dashed:
      return text_of_line("DASHED");
    case ShaderId::cover:
      return text_of_cover();
    case ShaderId::image:
      return text_of_image();
    case ShaderId::image_cubic:
      return text_of_image_cubic();
    case ShaderId::points:
      return text_of_points();
    case ShaderId::flat:
      return text_of_flat();
    case ShaderId::box:
      return text_of_box();
    case ShaderId::arc:
      return text_of_arc();
    case ShaderId::stroke:
      return text_of_stroke();
    case ShaderId::symbol:
      return text_of_symbol();
    case ShaderId::glyph:
      return text_of_glyph();
    case ShaderId::count:
      break;
  }
  return {};
}

ShaderText shader_text(ShaderId id) {
  ShaderText text = own_text(id);
  text.page_vertex = text_of_page().vertex, text.page_fragment = text_of_page().fragment;
  return text;
}

}  // namespace vidik
