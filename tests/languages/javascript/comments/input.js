#!/usr/bin/env node
// line comment with "a quote and 'another and `a third
/* block

   // with a blank line */
/** documents */ function f() {}

const url = "http://example.org"; // behind code
const glob = '/* no comment */' + "*/"; /* begins here
ends here */
const a = 1 /* one */ + 2; /* two */ // three
/* before */ const b = 2;
const c = a /* divided */ / b; // not a regular expression / either
<!-- an old kind of line comment
--> and its other half
function g(/* nothing

*/) {}
// last, without a line break