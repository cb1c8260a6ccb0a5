#version 330 core
// The texture is premultiplied.
uniform sampler2D u_sampler;
uniform float u_size;  // alpha of the whole
flat in vec4 v_from;
flat in vec4 v_per_px;
out vec4 color;

void main() {
  vec2 to = here() - v_from.xy;
  color = texture(u_sampler, v_from.zw + to.x * v_per_px.xy + to.y * v_per_px.zw) * u_size;
}
