#version 330 core
// Segments of page lines. Where two meet, the plane between them says whose the px is, so nothing is painted twice.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_local;   // px along and across the segment
layout(location = 2) in vec4 a_line;    // length, half width, px along the line where it begins, 1 = round ends
layout(location = 3) in vec4 a_planes;  // normals at the begin and the end, pointing out; 0 = a free end
layout(location = 4) in vec2 a_dash;    // dash, gap
layout(location = 5) in vec4 a_color;
uniform vec2 u_target;
out vec2 v_local;
flat out vec4 v_line;
flat out vec4 v_planes;
flat out vec2 v_dash;
flat out vec4 v_color;

void main() {
  v_local = a_local;
  v_line = a_line;
  v_planes = a_planes;
  v_dash = a_dash;
  v_color = a_color;
  gl_Position = vec4(a_place.x * 2.0 / u_target.x - 1.0, 1.0 - a_place.y * 2.0 / u_target.y, 0.0, 1.0);
}
