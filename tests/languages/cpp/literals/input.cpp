auto a = R"(//)"_x + 0b1010'1010'u8; // code
auto b = u8R"delim(
// text )" )delim
)delim";
char c = u8'\'', d = L'"', e = U'/'; /*
*/
auto f = "\
// text";
auto g = R"()"; /* " */ auto h = 0x1'2'3;
// R"( in a comment opens nothing
auto i = 1.0'1e1'0;
auto j = "" "//" R"(/*)" ""; // "
