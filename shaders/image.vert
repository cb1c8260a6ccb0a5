#version 330 core
// An image over a box of the map, or over triangles of it: where a px is in the texture is linear in where it is.
layout(location = 0) in vec2 a_place;   // device px
layout(location = 1) in vec4 a_from;    // a place on the page and in the texture
layout(location = 2) in vec4 a_per_px;  // how far in the texture a px to the right goes, and one down
flat out vec4 v_from;
flat out vec4 v_per_px;

void main() {
  v_from = a_from;
  v_per_px = a_per_px;
  gl_Position = on_page(a_place);
}
