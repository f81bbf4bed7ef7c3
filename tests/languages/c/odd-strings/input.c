char *a = "one\
/* no */\
";
char *b = "a" /* between */ "b\\"; // "
#define S(x) #x "/*"
// \
"a comment still
int c = '\''; /* '
*/
