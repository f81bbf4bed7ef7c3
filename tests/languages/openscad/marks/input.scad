a = "\\"; // c
b = "/* \" // text

text"; /* c
// " */ c = 1;
// c \
d = 2;
/*/ still

*/
echo("it's", /* c */ "}");
