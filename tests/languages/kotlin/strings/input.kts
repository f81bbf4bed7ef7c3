#!/usr/bin/env kotlin
/* outer /* nested */ still

*/
val url = "http://x" // trailing
val escaped = "\"/*" /* c */
val quote = '"'
val text = """
  // not a comment

  /* ${list.map { it + "}" }.size} "quoted"
  """ // end
val dollar = "${'$'} // $url"
/** doc
 * /* nested doc */

 */
val `odd // name` = 1
// last
