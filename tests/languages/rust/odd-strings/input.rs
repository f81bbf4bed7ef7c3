let a = r##""# // no

"##; // "
let b: &'static str = "/* no\

*/"; // '
let c = b'\''; let d = '"'; // "
/* a /* " */

*/
