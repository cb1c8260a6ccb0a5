// Before every fragment shader. What a px shows is computed from where it is, never from numbers that the driver
// interpolates: those are rounded another way for each place in the framebuffer.
uniform vec2 u_corner;  // lower left of the framebuffer, device px of the page, y down

vec2 here() { return vec2(gl_FragCoord.x + u_corner.x, u_corner.y - gl_FragCoord.y); }
