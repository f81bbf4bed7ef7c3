/* a /* b */ c */
/// it's
void main() {
  var a = 'it\'s // text';
  var b = r'\'; // comment
  var c = '''

  // text "
  ''';
  // comment '
  var d = "${f("}")} // text";
  /*

  */
  var e = '/*';
  // */
}
