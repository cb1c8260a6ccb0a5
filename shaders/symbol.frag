#version 330 core
uniform vec2 u_corner[64];  // of all shapes at radius 1, clockwise, y down
in vec2 v_local;
flat in vec4 v_size;
flat in vec2 v_dash;
flat in uvec4 v_corners;
flat in vec4 v_left;
flat in vec4 v_right;
flat in vec4 v_outline;
flat in vec4 v_casing;
out vec4 color;

// Fits whole dashes into a length so that one is centred on each end; px inside the nearest dash.
float in_dash(float at, float whole) {
  float count = max(1.0, round(whole / (v_dash.x + v_dash.y)));
  float period = whole / count;
  float dash = period * v_dash.x / (v_dash.x + v_dash.y);
  return dash * 0.5 - abs(mod(at + period * 0.5, period) - period * 0.5);
}

vec4 over(vec4 below, vec4 paint, float cover) {  // premultiplied below
  float a = paint.a * cover;
  return vec4(paint.rgb * a, a) + below * (1.0 - a);
}

void main() {
  float away;      // px from the outline, negative inside
  float dash_in = 1.0;
  uint count = v_corners.y;
  if (count == 0u) {
    away = length(v_local) - v_size.x;
    if (v_dash.x > 0.0) dash_in = in_dash((atan(v_local.x, -v_local.y) + 3.14159265) * v_size.x, 6.2831853 * v_size.x);
  } else {
    float nearest = 1e9;
    float mitred = -1e9;
    bool inside = false;
    vec2 a = u_corner[v_corners.x + count - 1u] * v_size.x;
    for (uint i = 0u; i < count; ++i) {
      vec2 b = u_corner[v_corners.x + i] * v_size.x;
      vec2 edge = b - a;
      vec2 to = v_local - a;
      float len = length(edge);
      float t = clamp(dot(to, edge) / (len * len), 0.0, 1.0);
      float far = length(to - edge * t);
      if (far < nearest) {
        nearest = far;
        if (v_dash.x > 0.0) dash_in = in_dash(t * len, len);
      }
      mitred = max(mitred, (to.x * edge.y - to.y * edge.x) / len);
      if ((a.y > v_local.y) != (b.y > v_local.y) && to.x < edge.x * to.y / edge.y) inside = !inside;
      a = b;
    }
    away = inside ? -nearest : nearest;
    if (v_corners.z == 1u) away = mitred;
  }
  vec4 sum = over(vec4(0.0), v_casing, clamp(v_size.z + 0.5 - abs(away), 0.0, 1.0));
  float fill = clamp(0.5 - away, 0.0, 1.0);
  float left = clamp(0.5 - v_local.x, 0.0, 1.0);
  vec4 body = vec4(v_left.rgb * v_left.a, v_left.a) * left + vec4(v_right.rgb * v_right.a, v_right.a) * (1.0 - left);
  sum = body * fill + sum * (1.0 - body.a * fill);
  float rim = clamp(v_size.y * 0.5 + 0.5 - abs(away), 0.0, min(1.0, v_size.y));
  if (v_dash.x > 0.0) rim *= clamp(dash_in + 0.5, 0.0, 1.0);
  sum = over(sum, v_outline, rim);
  color = sum * v_size.w;
}
