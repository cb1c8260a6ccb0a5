#version 330 core
// Pictures of glyphs, px for px.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_from;  // px of the page where the atlas would begin
layout(location = 2) in vec4 a_color;
flat out vec2 v_from;
flat out vec4 v_color;

void main() {
  v_from = a_from;
  v_color = a_color;
  gl_Position = on_page(a_place);
}
