var then = 4, when = 2, or = 1;
var half = then / 2; /* these are names here, so the slash divides
  and '/' is in a comment */
var text = `${when / or}`; /* also in a template's field
  / ` */
function of(x) {
	return /[/*]/.test(x); // a pattern
}
export default /\/*/;
