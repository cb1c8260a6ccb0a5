#version 330 core
// Boxes with round corners and a border inside; discs are boxes that are all corner.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_centre;  // on the grid
layout(location = 2) in vec4 a_shape;   // half width, half height, corner radius, border width
layout(location = 3) in vec4 a_color;
layout(location = 4) in vec4 a_border;
flat out vec2 v_centre;
flat out vec4 v_shape;
flat out vec4 v_color;
flat out vec4 v_border;

void main() {
  v_centre = a_centre;
  v_shape = a_shape;
  v_color = a_color;
  v_border = a_border;
  gl_Position = on_page(a_place);
}
