#version 330 core
uniform vec4 u_color;  // premultiplied
uniform float u_width;
uniform vec2 u_dash;
uniform vec2 u_origin;
flat in vec4 v_from;
flat in vec2 v_segment;
#ifndef FAT
flat in vec4 v_planes;
#endif
out vec4 color;

void main() {
  vec2 to = here() - u_origin - v_from.xy;
  vec2 local = vec2(dot(to, v_from.zw), to.y * v_from.z - to.x * v_from.w);  // px along and across the segment
  float len = v_segment.x;
  float over = max(max(-local.x, local.x - len), 0.0);
  float cover = clamp(u_width * 0.5 + 0.5 - length(vec2(over, local.y)), 0.0, min(u_width, 1.0));
#ifndef FAT
  bool begins = v_planes.xy == vec2(0.0);
  bool ends = v_planes.zw == vec2(0.0);
  if (!begins && dot(local, v_planes.xy) >= 0.0) cover = 0.0;
  if (!ends && dot(local - vec2(len, 0.0), v_planes.zw) > 0.0) cover = 0.0;
#ifdef DASHED
  float period = u_dash.x + u_dash.y;
  float phase = mod(v_segment.y + clamp(local.x, 0.0, len), period);
  // The next dash begins right behind the gap.
  float inside = max(u_dash.x * 0.5 - abs(phase - u_dash.x * 0.5), phase - period);
  cover *= clamp(inside + 0.5, 0.0, 1.0);
  if (begins) cover *= clamp(local.x + 0.5, 0.0, 1.0);
  if (ends) cover *= clamp(len - local.x + 0.5, 0.0, 1.0);
#endif
#endif
  color = u_color * cover;
}
