/* it's "one

   // two */
float a; // it's
float b; /* "
*/
