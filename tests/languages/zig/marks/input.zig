const a = "// no \" // no"; // yes
const b =
    \\// no "
    \\
    \\ no
;
const c = '"'; // "
const d = '\''; // '
/// "doc
const @"// name" = 1;
// \\

//! x
