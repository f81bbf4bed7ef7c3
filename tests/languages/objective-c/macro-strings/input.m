#define ALL "Accept: */*\r\n"
@class A;
int one(void) { return 0; }
#define Q '"' /* a comment
 */
#define TWO "/*" "*/" /* a comment */ "/*" \
	"// no" \
	"/*" // a comment
/* between */
#define DON_T don't /* a comment
*/
int two(int a) { return a; }
#define NONE
#define F(x) f("a\"/*", #x, '/', '*') /* a "comment
*/
#define LAST "/*"
int three(void)
{
	return 0; /* a comment */
}
#define BLOCK(a) do { \
		a(); /* it's "one */ \
		/* alone */ \
		b(); /*/ two */ /* three */ c(); \
	} while (0) // see /* there
int four(void) { return 0; } /* a comment
*/
