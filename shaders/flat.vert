#version 330 core
// Triangles in device px with a colour at each corner.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec4 a_color;
uniform vec2 u_target;
out vec4 v_color;

void main() {
  v_color = a_color;
  gl_Position = vec4(a_place.x * 2.0 / u_target.x - 1.0, 1.0 - a_place.y * 2.0 / u_target.y, 0.0, 1.0);
}
