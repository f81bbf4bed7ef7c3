auto a = R"x(/* no

)" )x"; // "
auto b = u8R"(")"; auto c = 1'000'000; // '
auto d = LR"--(
// no
)--"; /* "

*/
