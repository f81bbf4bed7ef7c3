class A {
  string a = @"\" + "// no" + @"""

/* no"; // "
  string b = $"{(x ? "// no" : "}")} {{"; // "
  string c = """"
    """ // no

    """"; /* "

  */
}
