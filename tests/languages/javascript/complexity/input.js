function chain(a, b) {
  if (a) {
    return 1;
  } else if (b) {
    return 2;
  } else {
    return 3;
  }
}

function loops(xs) {
  for (let i = 0; i < 3; i++) {
    for (const k in xs) continue;
  }
  for (const x of xs) while (x) do { break; } while (x);
}

function chooses(x) {
  switch (x) {
    case 1:
    case 2:
      if (x) return 1;
      break;
    default:
      return 2;
  }
}

function handles() {
  try {
    f();
  } catch {
    g();
  } finally {
    h();
  }
}

const logic = (a, b, c) => (a && b && c) || (a ?? b) || a?.b?.[c];

function decides(a) {
  a &&= 1;
  a ||= a ? 1 : a ? 2 : 3;
  return a;
}

function jumps(xs) {
  outer: for (const x of xs) {
    for (;;) {
      if (x) continue outer;
      break outer;
    }
  }
}

function nests(a) {
  if (a) {
    return () => {
      if (a) f();
    };
  }
}

if (a) f();
