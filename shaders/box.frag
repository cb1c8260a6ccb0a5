#version 330 core
flat in vec2 v_centre;
flat in vec4 v_shape;
flat in vec4 v_color;
flat in vec4 v_border;
out vec4 color;

void main() {
  vec2 local = here() - v_centre;
  vec2 over = abs(local) - v_shape.xy + v_shape.z;
  float away = min(max(over.x, over.y), 0.0) + length(max(over, 0.0)) - v_shape.z;
  float rim = v_shape.w > 0.0 ? clamp(away + v_shape.w + 0.5, 0.0, 1.0) * v_border.a : 0.0;
  vec4 body = vec4(v_border.rgb, 1.0) * rim + vec4(v_color.rgb, 1.0) * (v_color.a * (1.0 - rim));
  // A box thinner than a px covers no more of one than its size.
  float thin = min(1.0, 2.0 * v_shape.x) * min(1.0, 2.0 * v_shape.y);
  color = body * min(clamp(0.5 - away, 0.0, 1.0), thin);
}
