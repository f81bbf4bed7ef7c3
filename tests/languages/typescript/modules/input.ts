namespace A.B {
  export function f() {}

  export namespace C {
    const g = () => {};
  }
}
export namespace D { }
module E { class F {} }

declare module "quoted" {
  // a comment
  export default function h(): void;
  export class I { m(): void; }
}
declare module "empty";
declare global {
  interface Window { x: any }
}
export declare namespace G {
  enum H { }
}
declare class J { m(): void }
export declare abstract class K {
}
declare const enum L { }
