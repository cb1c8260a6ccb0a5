#version 330 core
// The texture is premultiplied.
uniform sampler2D u_sampler;
uniform float u_size;  // alpha of the whole
in vec2 v_uv;
out vec4 color;

void main() { color = texture(u_sampler, v_uv) * u_size; }
