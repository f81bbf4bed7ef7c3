// SPDX-License-Identifier: MIT
// How a node is called in the page's address, so that a link finds it again in a picture made later.

function part(text) {
	return encodeURIComponent(text).replace(/[~!'()*]/g, c => "%" + c.charCodeAt(0).toString(16));
}

// "staging/src/a.go/Serve~2": names below the root; ~2 is the second sibling of that name.
export function addressOf(tree, node) {
	return tree.way(node).slice(1).map(at => {
		const name = tree.name(at);
		let twin = 1;
		for (let i = tree.parent[at] + 1; i < at; i = tree.end[i]) {
			if (tree.name(i) === name)
				twin++;
		}
		return part(name) + (twin > 1 ? "~" + twin : "");
	}).join("/");
}

function findChild(tree, node, name, twin) {
	for (let i = node + 1; i < tree.end[node]; i = tree.end[i]) {
		if (tree.name(i) === name && --twin === 0)
			return i;
	}
	return -1;
}

// The node, or the deepest part of the way to it that there is.
export function nodeAt(tree, address) {
	let node = 0;
	for (const step of address.split("/").filter(step => step !== "")) {
		const [coded, twin] = step.split("~");
		let name = coded;
		try {
			name = decodeURIComponent(coded);
		} catch {
			// not ours: taken as it stands
		}
		const child = findChild(tree, node, name, Number(twin) || 1);
		if (child < 0)
			break;
		node = child;
	}
	return node;
}
