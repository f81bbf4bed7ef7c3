#version 450 core
// comment
precision mediump float;
layout(location = 0) in vec3 normal;
layout(std140, binding = 1) readonly buffer Block { /* c */
  mat4 m;
};
struct Light { vec3 at; float power; };

float lambert(in vec3 n, const in vec3 l) {
  return n == l ? 1.0 : max(dot(n, l), 0.0);
}
vec3 sum(Light lights[4]) {
  vec3 all = vec3(0.0);
  for (int i = 0; i < 4; ++i) {
    if (lights[i].power > 0.0 && true) all += lights[i].at;
  }
  return all;
}
void main() {
#ifdef X /* multi

*/
  gl_FragColor = vec4(1.0);
#endif
}
