// SPDX-License-Identifier: MIT
// From one frame to the next, as the arrow keys ask for it. Frames without width are passed over.

// `step`: "in", "out", "before", "after", "first", "last". The node itself where there is nothing further.
export function walkFrom(scene, node, step) {
	const {arrangement, tree} = scene;
	if (step === "in")
		return arrangement.children(node)[0] ?? node;
	if (node === 0)
		return node;
	if (step === "out")
		return tree.parent[node];
	const list = arrangement.children(tree.parent[node]);
	const at = list.indexOf(node);
	if (at < 0) // has no width itself
		return list[0] ?? node;
	const to = {before: at - 1, after: at + 1, first: 0, last: list.length - 1}[step];
	return list[to] ?? node;
}
