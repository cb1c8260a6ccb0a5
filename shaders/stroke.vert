#version 330 core
// Segments of page lines. Where two meet, the plane between them says whose the px is, so nothing is painted twice.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec4 a_from;    // where the segment begins, and the way along it
layout(location = 2) in vec4 a_line;    // length, half width, px along the line where it begins, 1 = round ends
layout(location = 3) in vec4 a_planes;  // normals at the begin and the end, pointing out; 0 = a free end
layout(location = 4) in vec2 a_dash;    // dash, gap
layout(location = 5) in vec4 a_color;
flat out vec4 v_from;
flat out vec4 v_line;
flat out vec4 v_planes;
flat out vec2 v_dash;
flat out vec4 v_color;

void main() {
  v_from = a_from;
  v_line = a_line;
  v_planes = a_planes;
  v_dash = a_dash;
  v_color = a_color;
  gl_Position = on_page(a_place);
}
