// Before every vertex shader. The pictures of a map must not depend on where in a framebuffer it lies: corners stand on
// 1/256 px, which is what OpenGL drivers round them to anyway, so that moving all by whole px changes no bit.
uniform vec3 u_page;  // middle of the framebuffer in device px of the page, clip units in a px

vec2 on_grid(vec2 px) { return floor(px * 256.0 + 0.5) / 256.0; }

vec4 on_page(vec2 at) { return vec4((at - u_page.xy) * vec2(u_page.z, -u_page.z), 0.0, 1.0); }
