#include <hip/hip_runtime.h>
/* a "kernel
 */
__global__ void add(float *a, int n) // "
{
	int i = threadIdx.x;

	if (i < n)
		a[i] += 1;
}

int main() {
	hipLaunchKernelGGL(add, dim3(1), dim3(1), 0, 0, nullptr, 1);
	add<<<1, 1>>>(nullptr, 1);
}
