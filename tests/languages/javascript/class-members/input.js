class A extends (class B {}) {
	#secret = 1;
	static #count;
	static { A.#count = 0; }
	field = () => this.#secret;
	constructor() { super(); }
	get value() { return this.#secret; }
	set value(v) { this.#secret = v; }
	static async *#each() { yield* []; }
	async method(a, { b, c } = {}, ...rest) { await 0; }
	*[Symbol.iterator]() { }
	'quoted name'() { }
	get() { }
	static static() { }
	async() { }
}
const o = {
	plain: function () { },
	short() { },
	async *gen() { },
	get x() { return 1; },
	[`computed${1}`]: x => x,
	arrow: async (y) => { await y; },
};
