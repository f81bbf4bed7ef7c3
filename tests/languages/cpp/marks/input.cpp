// line \
   goes on
auto raw = R"(
// text

/* text )" R"x(
)" still /* text

)x"; // code
auto more = u8R"--(a)-" b)--" LR"(\)"; /* the
rest is comment */
int million = 1'000'000; // a digit separator opens no character
char quote = '\'', other = '"'; // "
auto suffix = "a//b"_s + "/*"sv;
/* first */ /* second
   */ int code;
#define TEXT(x) #x "//" \
	/* here */ \
	x
#if 0
not // looked at "by the compiler'
#endif
    /* last */
