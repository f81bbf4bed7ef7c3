#!/usr/bin/swift
/* outer /* nested */ still

*/
let url = "http://x/*" // trailing
let escaped = "\"//" /* c */
let text = """
  // not a comment

  /* \(list.map { $0 + "x" }) "quoted"
  """ // end
let raw = #"raw " // \n"#
let rawText = #"""
  // no

  """ /*
  """#
/// doc
/** block doc "

 */
let last = 1
// end
