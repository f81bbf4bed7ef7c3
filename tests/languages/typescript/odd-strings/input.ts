type A = `a${"}"}`; // `
const a = `one ${ f`two ${ "}" }` }

/* no */`; // `
const b = /[/"*]/.test("/*") as boolean; // "
const c: "\"" = "\""; /* "

*/
