#version 330 core
// An image over a box of the map, cut to the view beforehand so that its corners are near.
layout(location = 0) in vec2 a_place;  // device px
layout(location = 1) in vec2 a_uv;
uniform vec2 u_target;
out vec2 v_uv;

void main() {
  v_uv = a_uv;
  gl_Position = vec4(a_place.x * 2.0 / u_target.x - 1.0, 1.0 - a_place.y * 2.0 / u_target.y, 0.0, 1.0);
}
