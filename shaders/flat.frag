#version 330 core
flat in vec4 v_way;
flat in vec4 v_color;
flat in vec4 v_to;
out vec4 color;

void main() {
  vec4 mixed = mix(v_color, v_to, clamp(dot(here() - v_way.xy, v_way.zw), 0.0, 1.0));
  color = vec4(mixed.rgb * mixed.a, mixed.a);
}
