} // one brace too many

export const same = <A>(a: Equal.Equal<A>): Equal.Equal<Box<A>> =>
  Equal.make((x, y) => a(value(x), value(y)))
