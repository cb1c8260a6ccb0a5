#version 330 core
// Parts of rings with butt ends.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_centre;
layout(location = 2) in vec3 a_ring;  // radius of the middle of the line, half its width, 1 = more than half a turn
layout(location = 3) in vec4 a_ends;  // inward normals of the two ends
layout(location = 4) in vec4 a_color;
flat out vec2 v_centre;
flat out vec3 v_ring;
flat out vec4 v_ends;
flat out vec4 v_color;

void main() {
  v_centre = a_centre;
  v_ring = a_ring;
  v_ends = a_ends;
  v_color = a_color;
  gl_Position = on_page(a_place);
}
