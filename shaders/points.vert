#version 330 core
// Many events as round points; the category chooses the colour.
layout(location = 0) in ivec2 a_place;
layout(location = 1) in uint a_category;
uniform ivec2 u_centre;
uniform vec2 u_origin;
uniform float u_unit;
uniform vec2 u_target;
uniform sampler2D u_sampler;  // one row: the colours, premultiplied
uniform int u_channel;        // how many
flat out vec4 v_color;

void main() {
  v_color = texelFetch(u_sampler, ivec2(min(int(a_category), u_channel - 1), 0), 0);
  vec2 at = u_origin + vec2(a_place - u_centre) * u_unit;
  gl_Position = vec4(at.x * 2.0 / u_target.x - 1.0, 1.0 - at.y * 2.0 / u_target.y, 0.0, 1.0);
  // The difference wraps at half the world, which is right for x and wrong for y.
  if (abs(float(a_place.y >> 1) - float(u_centre.y >> 1)) > 1073741824.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
