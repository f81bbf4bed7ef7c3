/+ one /+ two +/

" +/
module a; // it's
/* /* */
auto b = `"\`; // comment
auto c = r"\"; // comment
// "
auto d = "text \" //

/+ text";
auto e = '"'; /+ f +/
/++ doc +/
auto f = "/+";
// +/
