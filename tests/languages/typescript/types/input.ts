type A<T> = T extends `/*${infer R}*/` ? R : never; // a type
type B = { readonly [K in keyof C as `get${K & string}`]?: () => C[K] };
declare function declared(a: string): asserts a is "//";
declare module "m" {
	export function inside(): void;
}
abstract class C<in out T> implements D {
	private readonly e?: string = "/*";
	constructor(public f: number, protected g = 1) { super(); }
	abstract h(): void;
	get i(): T | undefined { return undefined; }
	static j = <U,>(x: U): x is U & {} => true;
	declare k: number;
	accessor l = 1;
	@decorated() m<const U>(this: C<U>, x?: U) { return x!; }
}
const enum N { O = 1 << 2, P = "//".length }
function over(a: string): void;
function over(a: number): void;
function over(a: any) { }
let q = <any>r; let s = t as const satisfies unknown; /* done
*/
export default async function <T>(x: T) { }
