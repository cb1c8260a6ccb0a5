#version 330 core
flat in vec4 v_from;
flat in vec4 v_line;
flat in vec4 v_planes;
flat in vec2 v_dash;
flat in vec4 v_color;
out vec4 color;

void main() {
  vec2 to = here() - v_from.xy;
  vec2 local = vec2(dot(to, v_from.zw), to.y * v_from.z - to.x * v_from.w);  // px along and across
  float over = max(max(-local.x, local.x - v_line.x), 0.0);
  float cover = clamp(v_line.y + 0.5 - length(vec2(over, local.y)), 0.0, min(1.0, 2.0 * v_line.y));
  bool free_begin = v_planes.xy == vec2(0.0);
  bool free_end = v_planes.zw == vec2(0.0);
  if (!free_begin && dot(local, v_planes.xy) >= 0.0) cover = 0.0;
  if (!free_end && dot(local - vec2(v_line.x, 0.0), v_planes.zw) > 0.0) cover = 0.0;
  if (v_line.w < 0.5) {
    if (free_begin) cover *= clamp(local.x + 0.5, 0.0, 1.0);
    if (free_end) cover *= clamp(v_line.x - local.x + 0.5, 0.0, 1.0);
  }
  if (v_dash.x > 0.0) {
    float period = v_dash.x + v_dash.y;
    float phase = mod(v_line.z + clamp(local.x, 0.0, v_line.x), period);
    float inside = max(v_dash.x * 0.5 - abs(phase - v_dash.x * 0.5), phase - period);
    cover *= clamp(inside + 0.5, 0.0, 1.0);
  }
  color = vec4(v_color.rgb, 1.0) * (v_color.a * cover);
}
