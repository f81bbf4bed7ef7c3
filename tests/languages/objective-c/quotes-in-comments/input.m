/* it's "one

   // two */
NSString *a = @"/* no"; // it's
char b = '"'; /* "
*/
@implementation A
@end
