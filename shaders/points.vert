#version 330 core
// Many events as round points; the category chooses the colour.
layout(location = 0) in ivec2 a_place;
layout(location = 1) in uint a_category;
uniform ivec2 u_centre;
uniform vec2 u_origin;
uniform float u_unit;
uniform sampler2D u_sampler;  // one row: the colours, premultiplied
uniform int u_channel;        // how many
flat out vec2 v_centre;       // px from the origin
flat out vec4 v_color;

void main() {
  v_color = texelFetch(u_sampler, ivec2(min(int(a_category), u_channel - 1), 0), 0);
  v_centre = on_grid(vec2(a_place - u_centre) * u_unit);
  gl_Position = on_page(u_origin + v_centre);
  // The difference wraps at half the world, which is right for x and wrong for y.
  if (abs(float(a_place.y >> 1) - float(u_centre.y >> 1)) > 1073741824.0) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
