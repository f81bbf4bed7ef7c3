using System;
/* one // x

 */
class S {
    string a = "http://x"; // trailing
    string v = @"C:\dir\";
    string w = @"say ""hi"" // no

/* no */";
    string r = """
        // raw "quoted" ""

        """;
    string i = $"a {b + "/*"} // {{ }}";
    string m = $@"x

{F(1)} // no
";
    string rr = $$"""
       {{x}} /* {no}

       """;
    char c = '"'; /* d */
    char d = '\'';
    /// <summary>doc "x"</summary>
    string u = "a\"//";
    #region name
    #endregion
}
