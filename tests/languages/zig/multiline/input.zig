//! top "
const a =
    \\// no
    \\
    \\ "
;
const b = '"'; const c = '\''; // '
const @"d // e" = "\"// no"; // yes
/// doc
pub fn f(comptime T: type, x: T) !T { return x / 2; } //
test "g // h" { }
//// plain
