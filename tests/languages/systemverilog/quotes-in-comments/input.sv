/* it's "one

   // two */
string a = "/* no"; // it's
string b = "\""; /* "
*/
