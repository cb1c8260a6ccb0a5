#version 330 core
// Pictures of glyphs, px for px.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_uv;  // px of the atlas
layout(location = 2) in vec4 a_color;
uniform vec2 u_target;
out vec2 v_uv;
flat out vec4 v_color;

void main() {
  v_uv = a_uv;
  v_color = a_color;
  gl_Position = vec4(a_place.x * 2.0 / u_target.x - 1.0, 1.0 - a_place.y * 2.0 / u_target.y, 0.0, 1.0);
}
