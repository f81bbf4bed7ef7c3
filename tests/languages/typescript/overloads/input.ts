function over(a: string): void;
function over(a: number): void;
function over(a: any): void {
}
declare function only(a: string): void;

class C {
  m(a: string): void;
  m(a: any) {}
  constructor();
  constructor(private a?: any) {}
}

interface Callable {
  (a: string): void;
  new (a: string): C;
  method(a: string): void;
  readonly property: (a: string) => void;
}
export interface Shape extends Callable { }
type Alias = {
  method(): void;
};
enum Colour { Red, Green = "g" }
export const enum Bits {
  One = 1 << 0,
}
