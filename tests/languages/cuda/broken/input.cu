__global__ void one(int *a) { a[0] = 1; }

// between is no CUDA
int ) = "// no comment";

__device__ int two(int b) {
	/* a comment */
	return b;
}
