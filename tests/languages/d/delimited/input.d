auto a = q"END
// no " here

/* END
END"; // yes
auto b = q"[// no]"; /* yes
*/ /+ one /+ two +/
+/
auto c = r"\"; auto d = `\`; // "
/++ doc "
+/
int e = 1_0; char f = '\''; char g = '"'; // '
enum h = "two
// lines";
