#include <metal_stdlib>
using namespace metal;
// comment
struct VertexOut { float4 position [[position]]; };
vertex VertexOut basic_vertex(const device packed_float3 *v [[buffer(0)]], uint id [[vertex_id]]) {
  VertexOut out; /* c

  */
  return out;
}
kernel void k(device int *p [[buffer(0)]]) { p[0] = p[0] > 0 ? 1 : 0; }
