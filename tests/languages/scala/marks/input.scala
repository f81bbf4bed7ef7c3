val a = "// no /* \" no" // yes
val b = '"' /* " /* nested */
 */ + '\''
val c = """ // "
/* "" \"""

val d = s"""x ${f("// a")} // "

y""" // z
val e = raw"\" + "//"
val `// f` = 'sym
/* "*/ val g = 1 /**/
// /*
