// SPDX-License-Identifier: MIT
// Which child stands where: children in order, and the sum of all that stands before each node.

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

// As they stand in the tree.
export function listKids(tree) {
	const first = new Uint32Array(tree.size + 1);
	for (let i = 1; i < tree.size; i++)
		first[tree.parent[i] + 1]++;
	for (let i = 0; i < tree.size; i++)
		first[i + 1] += first[i];
	const next = first.slice(0, tree.size);
	const kids = new Uint32Array(Math.max(tree.size - 1, 0));
	for (let i = 1; i < tree.size; i++)
		kids[next[tree.parent[i]]++] = i;
	return {first, kids};
}

// {first, kids, x}: the children of p are kids[first[p]] to kids[first[p + 1] - 1], from left to right; x[i] is where i begins.
// `listed` is what listKids() gave.
export function arrange(tree, listed, weights, order) {
	const first = listed.first;
	const kids = order === "weight" ? listed.kids.slice() : listed.kids;
	const x = new Float64Array(tree.size);
	for (let parent = 0; parent < tree.size; parent++) {
		const to = first[parent + 1];
		if (order === "weight" && to - first[parent] > 1)
			sortKids(kids, first[parent], to, weights);
		let at = x[parent];
		for (let i = first[parent]; i < to; i++) {
			x[kids[i]] = at;
			at += weights[kids[i]];
		}
	}
	return {first, kids, x};
}

// The first of kids[from..to) that ends behind `left`.
export function firstBehind(arrangement, weights, from, to, left) {
	const {kids, x} = arrangement;
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
