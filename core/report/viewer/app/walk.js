// SPDX-License-Identifier: MIT
// From one frame to the next, as the arrow keys ask for it. Frames without width are passed over.

function siblings(scene, node) {
	const {first, kids} = scene.arrangement;
	const parent = scene.tree.parent[node];
	const list = [];
	for (let i = first[parent]; i < first[parent + 1]; i++) {
		if (scene.totals[kids[i]] > 0 || kids[i] === node)
			list.push(kids[i]);
	}
	return list;
}

function firstChild(scene, node) {
	const {first, kids} = scene.arrangement;
	for (let i = first[node]; i < first[node + 1]; i++) {
		if (scene.totals[kids[i]] > 0)
			return kids[i];
	}
	return node;
}

// `step`: "in", "out", "before", "after", "first", "last". The node itself where there is nothing further.
export function walkFrom(scene, node, step) {
	if (step === "in")
		return firstChild(scene, node);
	if (node === 0)
		return node;
	if (step === "out")
		return scene.tree.parent[node];
	const list = siblings(scene, node);
	const at = list.indexOf(node);
	const to = {before: at - 1, after: at + 1, first: 0, last: list.length - 1}[step];
	return list[to] ?? node;
}
