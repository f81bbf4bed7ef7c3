/* it's "one

   // two */
__constant float a = 1; // it's
__constant float b = 2; /* "
*/
