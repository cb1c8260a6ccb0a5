#version 330 core
// Up to four coverages, painted one over the other as if each had been blended on its own.
uniform sampler2D u_sampler;
uniform vec4 u_color[4];
uniform int u_channel;  // how many
out vec4 color;

void main() {
  vec4 cover = texelFetch(u_sampler, ivec2(gl_FragCoord.xy), 0);
  vec4 sum = vec4(0.0);  // premultiplied
  for (int i = 0; i < 4; ++i) {
    if (i >= u_channel) break;
    float a = u_color[i].a * cover[i];
    sum = vec4(u_color[i].rgb * a, a) + sum * (1.0 - a);
  }
  color = sum;
}
