#version 330 core
// The tiles that lines touch.
layout(location = 0) in vec2 a_place;  // device px

void main() { gl_Position = on_page(a_place); }
