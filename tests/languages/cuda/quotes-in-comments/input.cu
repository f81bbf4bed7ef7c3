/* it's "one

   // two */
__device__ const char *a = "/* no"; // it's
__device__ char b = '"'; /* "
*/
