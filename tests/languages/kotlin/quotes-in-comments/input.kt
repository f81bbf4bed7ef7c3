/* it's "one

   // two */
val a = "/* no" // it's
val b = '"' /* "
*/
