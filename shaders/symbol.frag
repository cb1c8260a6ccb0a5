#version 330 core
// Every shape is one wedge, repeated and mirrored: folding the px into the wedge leaves at most two edges to look at.
flat in vec3 v_centre;
flat in vec4 v_size;
flat in vec2 v_dash;
flat in vec4 v_edge;
flat in vec4 v_more;
flat in vec4 v_whole;
flat in vec4 v_left;
flat in vec4 v_right;
flat in vec4 v_outline;
flat in vec4 v_casing;
out vec4 color;

const float kTurn = 6.28318531;

// Fits whole dashes into a length so that one is centred on each end; px inside the nearest dash.
float in_dash(float at, float whole) {
  float period = whole / max(1.0, round(whole / (v_dash.x + v_dash.y)));
  float dash = period * v_dash.x / (v_dash.x + v_dash.y);
  return dash * 0.5 - abs(mod(at + period * 0.5, period) - period * 0.5);
}

// Distance to the edge from `a` to `b`, how far from `b` its nearest place is, and the distance to its plane.
vec3 to_edge(vec2 p, vec2 a, vec2 b) {
  vec2 way = a - b;
  float len = max(length(way), 1e-6);
  way /= len;
  vec2 to = p - b;
  float along = clamp(dot(to, way), 0.0, len);
  return vec3(length(to - way * along), along, to.y * way.x - to.x * way.y);
}

vec4 over(vec4 below, vec4 paint, float cover) {  // premultiplied below
  float a = paint.a * cover;
  return vec4(paint.rgb * a, a) + below * (1.0 - a);
}

void main() {
  vec2 local = here() - v_centre.xy - vec2(0.0, v_centre.z);
  float far = length(local);
  float angle = atan(local.x, -local.y);  // 0 = up, clockwise
  float away = far - v_size.x;
  float at = (angle + kTurn * 0.5) * v_size.x;
  float whole = kTurn * v_size.x;
  if (v_more.z > 0.0) {
    float wedge = kTurn / v_more.z;
    float folded = angle - v_more.w;
    folded -= wedge * round(folded / wedge);
    vec2 p = far * vec2(cos(folded), abs(sin(folded)));
    vec3 first = to_edge(p, v_edge.xy, v_edge.zw);
    vec3 second = v_whole.z > 0.0 ? to_edge(p, v_more.xy, v_edge.zw) : vec3(1e9, 0.0, 1e9);
    second.z = -second.z;
    float plane = max(first.z, v_whole.z > 0.0 ? second.z : -1e9);
    away = min(first.x, second.x) * (plane < 0.0 ? -1.0 : 1.0);
    if (v_whole.w > 0.5) away = plane;
    at = first.x < second.x ? first.y : second.y;
    whole = first.x < second.x ? v_whole.x : v_whole.y;
  }
  vec4 sum = over(vec4(0.0), v_casing, clamp(v_size.z + 0.5 - abs(away), 0.0, 1.0));
  float fill = clamp(0.5 - away, 0.0, 1.0);
  float left = clamp(0.5 - local.x, 0.0, 1.0);
  vec4 body = vec4(v_left.rgb, 1.0) * (v_left.a * left) + vec4(v_right.rgb, 1.0) * (v_right.a * (1.0 - left));
  sum = body * fill + sum * (1.0 - body.a * fill);
  float rim = clamp(v_size.y * 0.5 + 0.5 - abs(away), 0.0, min(1.0, v_size.y));
  if (v_dash.x > 0.0) rim *= clamp(in_dash(at, whole) + 0.5, 0.0, 1.0);
  color = over(sum, v_outline, rim) * v_size.w;
}
