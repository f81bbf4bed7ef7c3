/* a /* b */
*/
var a = 'x ${f('y // ${1}')} // no'; // yes
var b = r'\'; var c = r"$"; // '
var d = """
  // no $e ${'"""'}

  """ '''
  /* no
  '''; /* yes
*/
class A extends B with C implements D {
  A.named(this.x) : y = 1, super();
  factory A() => A.named(1);
  int get g => 1;
  set g(int v) {}
  operator ==(Object o) => true;
  Future<void> h() async* { yield 1; }
  /// doc '
}
