/* it's "one

   // two */
const A: &str = "/* no"; // it's
const B: char = '"'; /* "
*/
