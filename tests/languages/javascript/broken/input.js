function before() {
  return 1; // one
}

function broken() {
  let = = 3;
  foo(;
  if (x { y(); }
}

/* a comment */
const after = () => {
  if (a) b();
};

class C {
  m() { return @; }
  n() { return `

`; }
}
