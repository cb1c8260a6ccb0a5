#version 330 core
// Areas of the map: whole numbers to device px, exact at any zoom because the centre is subtracted as a whole number.
layout(location = 0) in ivec2 a_place;
uniform ivec2 u_centre;
uniform vec2 u_origin;  // device px of the centre, on the grid
uniform float u_unit;   // device px of one unit

void main() { gl_Position = on_page(u_origin + on_grid(vec2(a_place - u_centre) * u_unit)); }
