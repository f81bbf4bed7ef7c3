cbuffer Camera : register(b0) { float4x4 view; }; // c
Texture2D<float4> tex : register(t0);
struct VSOut { float4 pos : SV_POSITION; };

// comment
float helper(float a, float b) {
  [unroll] for (int i = 0; i < 4; i++) { a += b; }
  return a;
}
[numthreads(8, 8, 1)]
void CSMain(uint3 id : SV_DispatchThreadID) {
  /* c

  */
  if (id.x > 1) { return; }
}
