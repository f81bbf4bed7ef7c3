const a = `one ${ `two ${ "}" } // no` }

/* no */`; // `
const b = /[/"*]/.test("/*"); // "
const c = x / y / "/*"; // comment
const d = "a\
// no"; /* `

*/
