/* it's "one

   // two */
auto a = "/* no"; // it's
auto b = '"'; /* "
*/
