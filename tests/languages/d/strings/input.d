auto a = q"[// no "a" [

]"; // yes
auto b = q"(a (b) // no)"; /* yes
*/
auto c = `\`; /+ a /+ b +/

+/
