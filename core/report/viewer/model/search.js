// SPDX-License-Identifier: MIT
// Finding nodes by name, or by path where what is looked for holds a '/'.

// {test, path} of what was typed: text with case ignored (unless it holds a capital), or /regular expression/flags.
export function parseQuery(typed) {
	const text = typed.trim();
	if (text === "")
		return null;
	const parts = /^\/(.+)\/([a-z]*)$/s.exec(text);
	if (parts) {
		try {
			const pattern = new RegExp(parts[1], parts[2].replace(/[gy]/g, "") || "i");
			return {test: name => pattern.test(name), path: parts[1].includes("/")};
		} catch (error) {
			return {error: error.message};
		}
	}
	// A pattern that ignores case is faster than names turned into lower case.
	const plain = text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
	const wanted = new RegExp(plain, text !== text.toLowerCase() ? "" : "i");
	return {test: name => wanted.test(name), path: text.includes("/")};
}

// A node matches by its path where its parent does not: all below it would, too.
function markPaths(tree, query, hits) {
	const names = tree.allNames();
	const paths = [""];
	for (let i = 1; i < tree.size;) {
		if (tree.isFrame(i)) {
			i++;
			continue;
		}
		const depth = tree.depth[i];
		const path = depth > 1 ? paths[depth - 1] + "/" + names[i] : names[i];
		paths[depth] = path;
		if (query.test(path)) {
			hits[i] = 1;
			i = tree.end[i];
		} else {
			i++;
		}
	}
}

function markNames(tree, query, hits) {
	const names = tree.allNames();
	for (let i = 0; i < tree.size; i++)
		hits[i] = query.test(names[i]) ? 1 : 0;
}

// Matches: `hit` of each node, `before[i]` how many of the nodes before i match, so that a subtree's are told by one difference.
export function findMatches(tree, query) {
	const hit = new Uint8Array(tree.size);
	(query.path ? markPaths : markNames)(tree, query, hit);
	const before = new Uint32Array(tree.size + 1);
	for (let i = 0; i < tree.size; i++)
		before[i + 1] = before[i] + hit[i];
	return {hit, before, count: before[tree.size], below: node => before[tree.end[node]] - before[node]};
}

// Sum of what the matches below `top` hold, each line once however matches are nested.
export function weighMatches(tree, matches, weights, top) {
	let sum = 0;
	for (let i = top; i < tree.end[top];) {
		if (matches.hit[i]) {
			sum += weights[i];
			i = tree.end[i];
		} else {
			i = matches.before[tree.end[i]] === matches.before[i] ? tree.end[i] : i + 1;
		}
	}
	return sum;
}

// The matches as they stand from left to right, outer ones first.
export function listMatches(tree, matches, arrangement, weights) {
	const list = [];
	for (let i = 0; i < tree.size; i++) {
		if (matches.hit[i] && weights[i] > 0)
			list.push(i);
	}
	const x = list.map(node => arrangement.begin(node));
	return list.map((_, i) => i).sort((a, b) => x[a] - x[b] || list[a] - list[b]).map(i => list[i]);
}
