<?php
// a comment
function f() { return 1; }
__halt_compiler();
// data
function g() { return 2; }

?> <b> "
