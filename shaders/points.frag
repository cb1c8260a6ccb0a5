#version 330 core
uniform float u_size;  // device px across, one more than what is seen
flat in vec4 v_color;
out vec4 color;

void main() {
  float away = length(gl_PointCoord - 0.5) * u_size;
  color = v_color * clamp(u_size * 0.5 - away, 0.0, 1.0);
}
