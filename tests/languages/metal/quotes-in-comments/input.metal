/* it's "one

   // two */
constant float a = 1; // it's
constant float b = 2; /* "
*/
