#version 330 core
uniform sampler2D u_sampler;
flat in vec2 v_from;
flat in vec4 v_color;
out vec4 color;

void main() { color = vec4(v_color.rgb, 1.0) * (v_color.a * texelFetch(u_sampler, ivec2(here() - v_from), 0).r); }
