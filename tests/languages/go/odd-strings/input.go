package a

var a = `// no

\` + "\"/*" // `
var b = '"' /* '

*/
var c = '\'' // "
