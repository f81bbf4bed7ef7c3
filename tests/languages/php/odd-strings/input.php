<?php
$a = 'it\'s // no'; # "
$b = "{$x["# no"]} /* no"; // '
$c = <<<"A"
// no

  A . '#'; // comment
/* <?php "

*/
#[Attribute("// no")]
function f() {}
