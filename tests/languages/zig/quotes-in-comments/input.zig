// it's "one
const a = "// no"; // "
const b = '"'; // '
const c =
    \\ // no "
    \\
    \\ it's
;
// \\ end
