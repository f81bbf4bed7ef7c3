const a =
    \\ // no "

    \\ x
;
const b = '"'; const c = "\"//"; // "
