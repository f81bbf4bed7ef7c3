#pragma OPENCL EXTENSION cl_khr_fp64 : enable
/* kernel */
__kernel void add(__global const float *a, __global float *b) {
  // comment
  size_t i = get_global_id(0);
  float4 v = (float4)(1.0f, 2.0f, 3.0f, 4.0f);
  if (i > 1) { b[i] = a[i] + v.x; }
}
kernel __attribute__((reqd_work_group_size(1, 1, 1))) void two(global int *p)
{
}
