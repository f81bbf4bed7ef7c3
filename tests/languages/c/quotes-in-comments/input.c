/* it's "one

   // two */
char *a = "/* no"; // it's
char b = '"'; /* "
*/
