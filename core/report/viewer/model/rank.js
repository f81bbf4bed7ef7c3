// SPDX-License-Identifier: MIT
// The largest of many, without sorting all of them.

const STEP = 4096; // nodes

// Of the nodes from..to - 1 that are `wanted(node)`; `better(a, b)`: whether a belongs before b. Keeps a heap whose top is the worst of the
// best. A generator, since it looks at all of them: its steps are short, what it returns is the list.
export function* largest(from, to, wanted, count, better) {
	const heap = [];
	for (let node = from; node < to; node++) {
		if ((node - from) % STEP === STEP - 1)
			yield;
		if (!wanted(node))
			continue;
		if (heap.length < count)
			rise(heap, node, better);
		else if (better(node, heap[0]))
			sink(heap, node, better);
	}
	return heap.sort((a, b) => better(a, b) ? -1 : 1);
}

function rise(heap, node, better) {
	let at = heap.push(node) - 1;
	while (at > 0) {
		const above = (at - 1) >> 1;
		if (!better(heap[above], node))
			break;
		heap[at] = heap[above];
		at = above;
	}
	heap[at] = node;
}

function sink(heap, node, better) {
	let at = 0;
	for (;;) {
		let below = 2 * at + 1;
		if (below >= heap.length)
			break;
		if (below + 1 < heap.length && better(heap[below], heap[below + 1]))
			below++;
		if (!better(node, heap[below]))
			break;
		heap[at] = heap[below];
		at = below;
	}
	heap[at] = node;
}
