#version 330 core
// Triangles in device px with a colour, or with two and a way from one to the other.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec4 a_way;  // where the first colour ends, and the way to the second through its length squared
layout(location = 2) in vec4 a_color;
layout(location = 3) in vec4 a_to;
flat out vec4 v_way;
flat out vec4 v_color;
flat out vec4 v_to;

void main() {
  v_way = a_way;
  v_color = a_color;
  v_to = a_to;
  gl_Position = on_page(a_place);
}
