#version 330 core
// Lines of the map: each segment becomes a quad around its capsule; nothing is stored but the points.
uniform isamplerBuffer u_sampler;  // points
uniform samplerBuffer u_sampler2;  // length of the polyline up to each point, in units; 0 where one begins
uniform ivec2 u_centre;
uniform vec2 u_origin;
uniform float u_unit;
uniform vec2 u_target;
uniform float u_width;  // device px
uniform vec2 u_dash;    // device px: dash, gap; x <= 0 is solid
out vec2 v_at;           // px along and across the segment
flat out float v_length;
flat out float v_begin;  // px along the polyline where the segment begins
flat out vec2 v_butt;    // 1 where the polyline itself begins or ends here and is dashed

void main() {
  int segment = gl_VertexID / 6;
  int corner = gl_VertexID - segment * 6;
  float along_a = texelFetch(u_sampler2, segment).x;
  float along_b = texelFetch(u_sampler2, segment + 1).x;
  vec2 a = u_origin + vec2(texelFetch(u_sampler, segment).xy - u_centre) * u_unit;
  vec2 b = u_origin + vec2(texelFetch(u_sampler, segment + 1).xy - u_centre) * u_unit;
  vec2 way = b - a;
  float len = length(way);
  vec2 along = len > 0.0 ? way / len : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  float reach = u_width * 0.5 + 1.0;
  bool far = corner == 1 || corner == 4 || corner == 5;
  bool left = corner == 0 || corner == 1 || corner == 4;
  v_at = vec2(far ? len + reach : -reach, left ? -reach : reach);
  v_length = len;
  v_begin = along_a * u_unit;
  v_butt = vec2(0.0);
  if (u_dash.x > 0.0) {
    bool ends = texelFetch(u_sampler2, segment + 2).x == 0.0;
    v_butt = vec2(along_a == 0.0 ? 1.0 : 0.0, ends ? 1.0 : 0.0);
  }
  vec2 at = a + along * v_at.x + across * v_at.y;
  gl_Position = vec4(at.x * 2.0 / u_target.x - 1.0, 1.0 - at.y * 2.0 / u_target.y, 0.0, 1.0);
  if (along_b == 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);  // from one polyline to the next there is no segment
}
