#version 330 core
// Category symbols and the rings around them: one quad each, all layers in one look.
layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_centre;  // on the grid
layout(location = 2) in vec4 a_size;    // radius, outline width, casing half width, alpha
layout(location = 3) in vec2 a_dash;    // dash, gap; x <= 0 = solid
layout(location = 4) in uvec4 a_shape;  // row of u_shape, 1 = mitred
layout(location = 5) in vec4 a_left;
layout(location = 6) in vec4 a_right;
layout(location = 7) in vec4 a_outline;
layout(location = 8) in vec4 a_casing;
uniform vec4 u_shape[39];  // three a shape, at radius 1: frame/symbol_shapes.h
flat out vec3 v_centre;  // and how far below it the shape has its own
flat out vec4 v_size;
flat out vec2 v_dash;
flat out vec4 v_edge;   // p0, p1
flat out vec4 v_more;   // p2, parts of a turn (0 = round), turn of the first axis
flat out vec4 v_whole;  // lengths of both edges for dashes, 1 = a second edge, 1 = mitred
flat out vec4 v_left;
flat out vec4 v_right;
flat out vec4 v_outline;
flat out vec4 v_casing;

void main() {
  vec4 edge = u_shape[a_shape.x * 3u];
  vec4 more = u_shape[a_shape.x * 3u + 1u];
  vec4 rest = u_shape[a_shape.x * 3u + 2u];
  float r = a_size.x;
  v_centre = vec3(a_centre, rest.x * r);
  v_size = a_size;
  v_dash = a_dash;
  v_edge = edge * r;
  v_more = vec4(more.xy * r, more.zw);
  v_whole = vec4(rest.yz * r, rest.w, float(a_shape.y));
  v_left = a_left;
  v_right = a_right;
  v_outline = a_outline;
  v_casing = a_casing;
  gl_Position = on_page(a_place);
}
