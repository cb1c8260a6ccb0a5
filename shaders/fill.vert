#version 330 core
// Areas of the map: whole numbers to device px, exact at any zoom because the centre is subtracted as a whole number.
layout(location = 0) in ivec2 a_place;
uniform ivec2 u_centre;
uniform vec2 u_origin;  // device px of the centre
uniform float u_unit;   // device px of one unit
uniform vec2 u_target;  // device px

void main() {
  vec2 at = u_origin + vec2(a_place - u_centre) * u_unit;
  gl_Position = vec4(at.x * 2.0 / u_target.x - 1.0, 1.0 - at.y * 2.0 / u_target.y, 0.0, 1.0);
}
