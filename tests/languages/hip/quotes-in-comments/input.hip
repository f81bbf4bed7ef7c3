/* it's "one

   // two */
const char *a = "/* no"; // it's
char b = '"'; /* "
*/
