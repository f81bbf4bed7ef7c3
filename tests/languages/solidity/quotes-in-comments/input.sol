/* it's "one

   // two */
string constant a = "/* no"; // it's
string constant b = '"'; /* "
*/
