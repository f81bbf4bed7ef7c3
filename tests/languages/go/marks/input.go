//go:build linux

/* A block comment

   /* does not nest */
package marks // code before

var url = "http://example.com" // code
var open = "/* no comment"
var quote = '"' // a quote in a rune opens no string
var slash = '\''
var closing = "*/ \" // still the string"

var raw = `
// in a raw string

/* too \` // the backslash escapes nothing
/* "a string in a comment
*/ var after = 1
var a /* inside */ = 2
	// indented, with a tab

/* only */ /* comments */ // here
/* first
*/ /* second */ var b = 3
