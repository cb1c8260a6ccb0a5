#version 330 core
uniform float u_size;  // device px across, one more than what is seen
uniform vec2 u_origin;
flat in vec2 v_centre;
flat in vec4 v_color;
out vec4 color;

void main() {
  float away = length(here() - u_origin - v_centre);
  color = v_color * clamp(u_size * 0.5 - away, 0.0, 1.0);
}
