#version 330 core
uniform vec4 u_color;  // premultiplied
uniform float u_width;
uniform vec2 u_dash;
in vec2 v_at;
flat in float v_length;
flat in float v_begin;
flat in vec2 v_butt;
out vec4 color;

void main() {
  float over = max(max(-v_at.x, v_at.x - v_length), 0.0);
  float cover = clamp(u_width * 0.5 + 0.5 - length(vec2(over, v_at.y)), 0.0, min(u_width, 1.0));
  if (u_dash.x > 0.0) {
    float s = v_begin + clamp(v_at.x, 0.0, v_length);
    float period = u_dash.x + u_dash.y;
    float phase = mod(s, period);
    float inside = u_dash.x * 0.5 - abs(phase - u_dash.x * 0.5);
    inside = max(inside, phase - period);  // the next dash begins right behind the gap
    cover *= clamp(inside + 0.5, 0.0, 1.0);
    if (v_butt.x > 0.0) cover *= clamp(v_at.x + 0.5, 0.0, 1.0);
    if (v_butt.y > 0.0) cover *= clamp(v_length - v_at.x + 0.5, 0.0, 1.0);
  }
  color = u_color * cover;
}
