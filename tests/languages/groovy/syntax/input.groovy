#!/usr/bin/env groovy
// a line
/* block "

   */
class A extends B {
  def x = "a // ${b + 'x'} b"
  @Override
  String name() { return '/* q */' }
  A(int i) { super(i) }
  def run(int a, int b) {
    if (a && b) { println "x" } else if (c) { y() } else { z() }
    for (i in 1..3) { println i }
    def s = """multi

    // no comment
    """
    def f = { int v -> v + 1 }
    return a ? b : s
  }
}
enum E { A, B }
interface I {
  void m()
}
