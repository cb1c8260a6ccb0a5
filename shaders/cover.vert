#version 330 core
// The tiles that lines touch.
layout(location = 0) in vec2 a_place;  // clip coordinates

void main() { gl_Position = vec4(a_place, 0.0, 1.0); }
