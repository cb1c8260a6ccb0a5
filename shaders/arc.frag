#version 330 core
flat in vec2 v_centre;
flat in vec3 v_ring;
flat in vec4 v_ends;
flat in vec4 v_color;
out vec4 color;

void main() {
  vec2 local = here() - v_centre;
  float cover = clamp(v_ring.y + 0.5 - abs(length(local) - v_ring.x), 0.0, min(1.0, 2.0 * v_ring.y));
  float first = dot(local, v_ends.xy);
  float last = dot(local, v_ends.zw);
  float inside = v_ring.z > 1.5 ? 1.0 : v_ring.z > 0.5 ? max(first, last) : min(first, last);
  color = vec4(v_color.rgb, 1.0) * (v_color.a * cover * clamp(inside + 0.5, 0.0, 1.0));
}
