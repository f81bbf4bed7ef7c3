// SPDX-License-Identifier: MIT
// The largest of many, without sorting all of them.

// `better(a, b)`: whether a belongs before b. Keeps a heap whose top is the worst of the best.
export function largest(candidates, count, better) {
	const heap = [];
	for (const node of candidates) {
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
