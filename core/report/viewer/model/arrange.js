// SPDX-License-Identifier: MIT
// Which child stands where. A node's children are put in order when somebody first looks at them: of a large tree most are never seen.
// Children without weight have no place.

// Below this a plain insertion is faster than sort() with a function.
const FEW = 16;

function sortFew(kids, from, to, weights) {
	for (let i = from + 1; i < to; i++) {
		const kid = kids[i];
		const weight = weights[kid];
		let at = i;
		for (; at > from && weights[kids[at - 1]] < weight; at--)
			kids[at] = kids[at - 1];
		kids[at] = kid;
	}
}

function sortKids(kids, from, to, weights) {
	if (to - from <= FEW)
		sortFew(kids, from, to, weights);
	else
		kids.subarray(from, to).sort((a, b) => weights[b] - weights[a] || a - b);
}

// After open(p) the children of p are kids[first[p]] to kids[last[p] - 1], from left to right, and x[i] is where each begins: the sum of
// all that stands before it.
export class Arrangement {
	constructor(tree, weights, order) {
		this.tree = tree;
		this.weights = weights;
		this.falling = order === "weight";
		this.first = tree.first;
		this.last = new Uint32Array(tree.size);
		this.kids = new Uint32Array(Math.max(tree.size - 1, 0));
		this.x = new Float64Array(tree.size);
		this.most = new Float64Array(tree.size); // weight of the heaviest child
		this.opened = new Uint8Array(tree.size);
	}

	// What is above is opened too.
	open(node) {
		const closed = [];
		for (let at = node; at >= 0 && !this.opened[at]; at = this.tree.parent[at])
			closed.push(at);
		while (closed.length > 0)
			this.place(closed.pop());
	}

	place(parent) {
		const {kids, x, first, weights} = this;
		const {end} = this.tree;
		let to = first[parent], most = 0;
		for (let kid = parent + 1; kid < end[parent]; kid = end[kid]) {
			if (weights[kid] > 0)
				kids[to++] = kid;
			most = Math.max(most, weights[kid]);
		}
		if (this.falling && to - first[parent] > 1)
			sortKids(kids, first[parent], to, weights);
		let at = x[parent];
		for (let i = first[parent]; i < to; i++) {
			x[kids[i]] = at;
			at += weights[kids[i]];
		}
		this.last[parent] = to;
		this.most[parent] = most;
		this.opened[parent] = 1;
	}

	// Children with weight, from left to right.
	children(node) {
		this.open(node);
		return this.kids.subarray(this.first[node], this.last[node]);
	}

	// Where the node begins.
	begin(node) {
		if (node > 0)
			this.open(this.tree.parent[node]);
		return this.x[node];
	}

	// The first of kids[from..to) that ends behind `left`.
	firstBehind(from, to, left) {
		const {kids, x, weights} = this;
		while (from < to) {
			const middle = (from + to) >>> 1;
			const kid = kids[middle];
			if (x[kid] + weights[kid] > left)
				to = middle;
			else
				from = middle + 1;
		}
		return from;
	}

	// The first of kids[from..to) that begins at `right` or behind it.
	firstFrom(from, to, right) {
		const {kids, x} = this;
		while (from < to) {
			const middle = (from + to) >>> 1;
			if (x[kids[middle]] >= right)
				to = middle;
			else
				from = middle + 1;
		}
		return from;
	}
}
