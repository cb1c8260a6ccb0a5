#version 330 core
// Boxes with round corners and a border inside; discs are boxes that are all corner.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_local;   // px from the middle
layout(location = 2) in vec4 a_shape;   // half width, half height, corner radius, border width
layout(location = 3) in vec4 a_color;
layout(location = 4) in vec4 a_border;
uniform vec2 u_target;
out vec2 v_local;
flat out vec4 v_shape;
flat out vec4 v_color;
flat out vec4 v_border;

void main() {
  v_local = a_local;
  v_shape = a_shape;
  v_color = a_color;
  v_border = a_border;
  gl_Position = vec4(a_place.x * 2.0 / u_target.x - 1.0, 1.0 - a_place.y * 2.0 / u_target.y, 0.0, 1.0);
}
