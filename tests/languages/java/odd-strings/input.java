class A {
  String a = """
    // no \"""

    /* "" */ """; // "
  char b = '"'; /* '

  */
  char c = '\''; // "
}
