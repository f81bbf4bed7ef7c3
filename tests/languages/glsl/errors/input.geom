layout(triangles) in;
layout(line_strip, max_vertices = 2) out;
in VS_OUT { vec2 uv; } gs_in[]; // c
subroutine(shade) vec4 red() {
  // comment
  return vec4(1);
}
void main(void) {
  EmitVertex(); /* c

  */
}
