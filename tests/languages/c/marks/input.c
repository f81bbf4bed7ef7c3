/* no nesting /* here */ int a;
// a line comment that goes on \
int b;
int c; // code /* no block

char *s = "/* no comment", *t = "// neither";
char q = '"', r = '\'', u = '\\'; /* a quote in a character
opens no string " */
char *joined = "one \
// still the string \
two";
char *parts = "one"
	/* between */
	"two" L"three" u8"*/";
#include <sys/*.h>
#include "a//b.h"
int d = a /* inside */ / c;
int e = a //* a division in C90, a comment since C99 */ 2
;
/*/ not closed yet /*/
/**/ int f;
/* first */ // second

#define URL "http://x" /* code */
#define LONG(x) \
	do { \
		call(x); /* code: the backslash */ \
	} while (0)
