declare class A { b(c: number): void; }
interface D { e(f: number): void; (g: number): void; new (h: number): D; i: (j: number) => void }
abstract class K {
	abstract l(m: string): void;
	n?(o: number): void;
	p(q: number) { }
}
