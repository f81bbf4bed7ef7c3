#include "a//b.glsl" // c
/* a // b
   "quote */ uniform int x; // d \
   goes on
#define F(x) /* c */ \
  (x) // e
//
int a; /**/ int b;
