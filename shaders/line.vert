#version 330 core
// Lines of the map: each segment becomes a quad around its capsule; nothing is stored but the points.
// Where two segments meet, the plane between them says whose the px is: however dense the points are, no px of a
// polyline is painted twice, so edges stay smooth and dashes as long as they should be.
// FAT: capsules without those planes, for what may be painted over itself. DASHED: with dashes.
// Four corners a segment, shared by its two triangles: the vertex is 4 * segment + corner.
uniform isamplerBuffer u_sampler;  // points
uniform samplerBuffer u_sampler2;  // length of the polyline up to each point, in units; 0 where one begins
uniform ivec2 u_centre;
uniform vec2 u_origin;
uniform float u_unit;
uniform float u_width;  // device px
uniform vec2 u_dash;    // device px: dash, gap; x <= 0 is solid
flat out vec4 v_from;     // where the segment begins in px from the origin, and the way along it
flat out vec2 v_segment;  // length, and px along the polyline where it begins
#ifndef FAT
flat out vec4 v_planes;   // normals at its begin and end, pointing out, in that frame; 0 = the polyline's own end
#endif

// From the origin.
vec2 px(int point) { return on_grid(vec2(texelFetch(u_sampler, point).xy - u_centre) * u_unit); }

// The plane between a segment along x and one that leaves it by `way` px, seen from the segment.
vec2 plane(vec2 along, vec2 way) {
  float len = length(way);
  vec2 sum = along + (len > 0.0 ? way / len : -along);
  float size = length(sum);
  return size > 1e-3 ? vec2(dot(sum, along), sum.y * along.x - sum.x * along.y) / size : vec2(0.0);
}

void main() {
  int segment = gl_VertexID / 4;
  int corner = gl_VertexID - segment * 4;
  float length_b = texelFetch(u_sampler2, segment + 1).x;
  vec2 a = px(segment);
  vec2 b = px(segment + 1);
  vec2 way = b - a;
  float len = length(way);
  vec2 along = len > 0.0 ? way / len : vec2(1.0, 0.0);
  vec2 across = vec2(-along.y, along.x);
  v_segment = vec2(len, 0.0);
#ifndef FAT
  float length_a = texelFetch(u_sampler2, segment).x;
  float length_c = texelFetch(u_sampler2, segment + 2).x;
  v_planes = vec4(0.0);
  if (length_a > 0.0) v_planes.xy = plane(along, a - px(segment - 1)) * vec2(-1.0);
  if (length_c > 0.0) v_planes.zw = plane(along, px(segment + 2) - b);
  v_segment.y = length_a * u_unit;
#endif

  float reach = u_width * 0.5 + 1.0;
  bool far = corner == 1 || corner == 3;
  bool left = corner < 2;
  v_from = vec4(a, along);
  vec2 at = a + along * (far ? len + reach : -reach) + across * (left ? -reach : reach);
  gl_Position = on_page(u_origin + at);
  // From one polyline to the next there is no segment.
  if (length_b == 0.0 || len == 0.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
