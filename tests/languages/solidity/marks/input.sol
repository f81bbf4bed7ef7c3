string constant a = "// no /* \" no"; // yes
string constant b = '// it"s'; /* "
*/ bytes constant c = hex"00"; /* one /* two */
/// @notice "doc

// it's
string constant d = "one"
    // between
    "two";
string constant e = unicode"// ☺"; // x
