function plain<T extends object>(this: Window, a: T, b?: number, ...rest: string[]): asserts a is T {
  callback((x: number, y) => x);
}

export async function exported(handler: (event: Event, more: any) => void): Promise<void> {}

export const arrow = async <T,>(x: T): Promise<T> => {
  return x;
};

const generator: Maker = function* (): Iterator<number> {
};

export default (a: string): void => {
};

const object = {
  method<T>(this: Foo, x: T) {},
  get value(): number { return 1; },
  key: (x): x is string => true,
} as const;

const nonNull = maybe!.map((x) => x!);
let typed: (a: number) => void = (a) => {};
foo<string>(function (this: Bar, { a, b }: Props = {}, [c]: number[]) {
});
