#include <cuda.h>
// kernel
__global__ void add(const float *a, float *b, int n) {
  __shared__ float tile[256]; // c
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n) b[i] += a[i];
  /* c

  */ __syncthreads();
}

template <typename T> __device__ __forceinline__ T twice(T x) { return x + x; }
__host__ __device__ int one() { return 1; }
extern "C" __global__ void __launch_bounds__(256) k(int *p)
{
}
