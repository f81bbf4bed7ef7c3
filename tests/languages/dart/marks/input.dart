var a = "// no /* \" no"; // yes
var b = r'\'; /* ' /* nested */
 */ var c = '''// '
/* ${f('// x')} '

'''; // z
var d = """
"" // \"""

"""; /**/
var e = r"""\"""; // x
/* "*/ var f = '$a //' "// b";
// '
