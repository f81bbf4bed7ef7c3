// SPDX-License-Identifier: MIT
// What a view has drawn, kept to find what the pointer is on: typed arrays, since a picture holds thousands and is drawn 60 times
// a second. What x, y, w and h mean is the view's own affair.

export class Marks {
	constructor() {
		this.count = 0;
		this.grow(1024);
	}

	grow(capacity) {
		const enlarge = (type, old) => {
			const made = new type(capacity);
			if (old)
				made.set(old);
			return made;
		};
		this.node = enlarge(Int32Array, this.node); // the only one, or the first of those merged
		this.merged = enlarge(Uint32Array, this.merged); // how many it stands for; 0: itself
		this.from = enlarge(Uint32Array, this.from); // merged: its place among the arrangement's kids
		this.x = enlarge(Float64Array, this.x);
		this.y = enlarge(Float64Array, this.y);
		this.w = enlarge(Float64Array, this.w);
		this.h = enlarge(Float64Array, this.h);
		this.inMatch = enlarge(Uint8Array, this.inMatch); // whether it lies in what is searched for, or holds some of it where merged
		this.capacity = capacity;
	}

	clear() {
		this.count = 0;
	}

	add(node, merged, from, x, y, w, h, inMatch = false) {
		if (this.count === this.capacity)
			this.grow(this.capacity * 2);
		const i = this.count++;
		this.node[i] = node;
		this.merged[i] = merged;
		this.from[i] = from;
		this.x[i] = x;
		this.y[i] = y;
		this.w[i] = w;
		this.h[i] = h;
		this.inMatch[i] = inMatch ? 1 : 0;
		return i;
	}

	// A mark by itself.
	at(i) {
		return {node: this.node[i], merged: this.merged[i], from: this.from[i], x: this.x[i], y: this.y[i], w: this.w[i], h: this.h[i]};
	}

	find(node) {
		for (let i = 0; i < this.count; i++) {
			if (this.node[i] === node && this.merged[i] === 0)
				return this.at(i);
		}
		return null;
	}
}
