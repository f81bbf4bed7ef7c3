const a = b / c / d; // division
const e = /[/"'`]\/*/g.test(f) ? /\/\// : 1 / 2; /* a
comment */
if (x) /"/.exec(y); // "
const g = (1 + 2) / 3 / "//".length;
const h = x++ / 2 / 1; // two divisions
const i = {}[0] / 1; const j = /=/;
function* gen() { yield /a"b/; }
const k = typeof /'/; const l = `${/`/.source}`; // '
return_ = () => /[\]/*]/; // *]
/**/ // only
label: /re"/.test(z); //
