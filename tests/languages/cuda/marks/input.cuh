const char *s = "// no /* no"; // c
const char *r = R"x(
// text

)x";
char c = '"'; /* c */
// c \
goes on
asm("mov.u32 %0; // ptx" : "=r"(x));
