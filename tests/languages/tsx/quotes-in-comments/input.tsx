/* it's "one

   // two */
const a = "/* no"; // it's
const b = '"'; /* "
*/
