#version 330 core
// The same for an enlarged texture: filtered by a cubic B-spline in four linear looks. A shader of its own, because a
// processor without branches would pay for both ways at every pixel.
uniform sampler2D u_sampler;
uniform float u_size;  // alpha of the whole
flat in vec4 v_from;
flat in vec4 v_per_px;
out vec4 color;

vec4 cubic(vec2 uv) {
  vec2 size = vec2(textureSize(u_sampler, 0));
  vec2 at = uv * size - 0.5;
  vec2 whole = floor(at);
  vec2 f = at - whole;
  vec2 g = 1.0 - f;
  vec2 w0 = g * g * g / 6.0;
  vec2 w1 = (4.0 - 6.0 * f * f + 3.0 * f * f * f) / 6.0;
  vec2 w3 = f * f * f / 6.0;
  vec2 w2 = 1.0 - w0 - w1 - w3;
  vec2 low = w0 + w1;
  vec2 high = w2 + w3;
  vec2 a = (whole - 0.5 + w1 / low) / size;
  vec2 b = (whole + 1.5 + w3 / high) / size;
  return low.y * (low.x * textureLod(u_sampler, a, 0.0) + high.x * textureLod(u_sampler, vec2(b.x, a.y), 0.0)) +
         high.y * (low.x * textureLod(u_sampler, vec2(a.x, b.y), 0.0) + high.x * textureLod(u_sampler, b, 0.0));
}

void main() {
  vec2 to = here() - v_from.xy;
  color = cubic(v_from.zw + to.x * v_per_px.xy + to.y * v_per_px.zw) * u_size;
}
