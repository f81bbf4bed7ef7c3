const a = `# one // two /* three

four ${ b /* in ${} */ + `nested ${() => "}`"} // ${
  c

} /* still` } five`;
const d = 'it\'s // fine' + "say \"/*\"", e = "continued \
// no comment";
const f = /["'`]\/\//g, g = /[/*]/.test(d), h = a / b / c; // one comment
const i = String.raw`\`; // closed: a backslash is still an escape
// `;
const j = x ? /=/ : /}/;
if (x) /`/.exec(y); // not a template

const k = `${function () {
  // a comment within a template
  return `

`;
}}`;
