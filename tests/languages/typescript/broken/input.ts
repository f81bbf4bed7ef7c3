class Before {
  m(): void {}
}

class Broken {
  x: = 3;
  m(): void { return @; }
  ok(a: string): void {}
}

/* a comment

*/
export function after(a: string): void {
  const x: = `

`;
}
