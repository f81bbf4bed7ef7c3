package a.b;

/* block // not a line comment

   " unclosed quote */
// line /* not a block
class Strings { // trailing
    String url = "http://x/*y*/";
    char quote = '"', single = '\''; // "
    String escaped = "\\"; /* after */ int k = 1;
    String text = """
        // not a comment

        /* nor this
        \""" still the text */
        """; // end
    /** doc

     * {@code "x"}
     */ int last = '\u0022';
/**/
}
