// SPDX-License-Identifier: MIT
// The tree: nodes 0 to size - 1 in depth-first order, each a place in typed arrays. core/report/html_data.h says how it is written.
import {Reader} from "../model/unpack.js";
import {visibleAll, visibleBytes, visibleText} from "../model/visible.js";

export const ROOT = 0, FOLDER = 1, FILE = 2, FRAMES = 3;
export const NO_LANGUAGE = 0xFFFF;
export const MIXED = "mixed"; // the role of a folder whose files differ in theirs
const NO_NAME = "(no name)";
const NAMES_STEP = 8192;

export class Tree {
	constructor(header) {
		const size = header.nodes;
		this.header = header;
		this.size = size;
		this.parent = new Int32Array(size);
		this.end = new Uint32Array(size); // the node behind all that is below
		this.depth = new Uint32Array(size);
		this.deepest = 0;
		this.first = new Uint32Array(size + 1); // where a list of all children, parent by parent, has this one's; as many as the next one's is further
		this.kind = new Uint8Array(size);
		this.language = new Uint16Array(size).fill(NO_LANGUAGE);
		this.engine = new Uint8Array(size);
		this.roles = new Uint8Array(size); // a bit for each role of a file, which its frames have too
		this.leading = new Uint8Array(size); // the role that counts, as an index into the header's; behind them: mixed
		this.start = new Uint32Array(size);
		this.stop = new Uint32Array(size);
		this.own = {};
		this.nameStart = new Uint32Array(size + 1);
		this.names = null;
		this.someNames = new Map();
	}

	isFrame(node) {
		return this.kind[node] >= FRAMES;
	}

	isFunction(node) {
		return this.kind[node] >= FRAMES && this.own.functions[node] > 0;
	}

	kindName(node) {
		return this.header.kinds[this.kind[node]];
	}

	languageOf(node) {
		return this.header.languages[this.language[node]];
	}

	// The names of all roles that the file has of which the node is part.
	rolesOf(node) {
		return this.header.roles.filter((_, role) => this.roles[node] >> role & 1);
	}

	// The one that counts: of a folder that of all files below, or MIXED. "production" for none.
	roleOf(node) {
		return this.header.roles[this.leading[node]] ?? MIXED;
	}

	nameBytes(node) {
		return this.nameBlob.subarray(this.nameStart[node], this.nameStart[node + 1] - 1);
	}

	// As it can be shown.
	name(node) {
		if (this.names)
			return this.names[node];
		let name = this.someNames.get(node);
		if (name === undefined) {
			name = this.readName(node);
			this.someNames.set(node, name);
		}
		return name;
	}

	// The root is called by the last part of the path that was counted, or by the title where that is "." and says nothing.
	readName(node) {
		const name = visibleBytes(this.nameBytes(node)) || NO_NAME;
		if (node !== ROOT)
			return name;
		const last = /[^/]+(?=\/*$)/.exec(name)?.[0] ?? name;
		return /^\.\.?$/.test(last) ? visibleText(this.header.title ?? last) : last;
	}

	allNames() {
		if (!this.names) {
			for (const step of this.gatherNames())
				void step;
		}
		return this.names;
	}

	// The same in steps, for when there is time.
	* gatherNames() {
		const names = [this.name(ROOT)];
		for (let from = 1; from < this.size && !this.names; from += NAMES_STEP) {
			const to = Math.min(this.size, from + NAMES_STEP);
			const part = visibleAll(this.nameBlob.subarray(this.nameStart[from], this.nameStart[to]), i => this.nameBytes(from + i));
			for (const name of part)
				names.push(name || NO_NAME);
			yield;
		}
		this.names ??= names;
		this.someNames.clear();
	}

	// From the root to the node, both included.
	way(node) {
		const way = [];
		for (let at = node; at >= 0; at = this.parent[at])
			way.push(at);
		return way.reverse();
	}

	// The file that the node is or lies in; -1 for a folder.
	fileOf(node) {
		while (node >= 0 && this.isFrame(node))
			node = this.parent[node];
		return node >= 0 && this.kind[node] === FILE ? node : -1;
	}

	// Calls `each` for the parts of a folder's or file's path below the root.
	pathParts(node) {
		return this.way(node).filter(part => part > 0 && !this.isFrame(part));
	}

	// "pkg/a.go"; the root's own name for the root.
	path(node) {
		const parts = this.pathParts(node).map(part => this.name(part));
		return parts.length > 0 ? parts.join("/") : this.name(0);
	}

	contains(above, node) {
		return node >= above && node < this.end[above];
	}

	children(node) {
		const list = [];
		for (let child = node + 1; child < this.end[node]; child = this.end[child])
			list.push(child);
		return list;
	}
}

const readers = {
	children(tree, reader) {
		const {parent, depth, end} = tree;
		const left = new Uint32Array(tree.size); // children that are still to come
		let open = -1; // the innermost node that waits for some
		for (let i = 0; i < tree.size; i++) {
			parent[i] = open;
			depth[i] = open < 0 ? 0 : depth[open] + 1;
			if (depth[i] > tree.deepest)
				tree.deepest = depth[i];
			if (open >= 0)
				left[open]--;
			const count = left[i] = reader.number();
			tree.first[i + 1] = tree.first[i] + count;
			for (open = i; open >= 0 && left[open] === 0; open = parent[open])
				end[open] = i + 1;
		}
		if (open >= 0)
			throw new RangeError("the data holds too few nodes");
	},
	kind(tree, reader) {
		for (let i = 0; i < tree.size; i++)
			tree.kind[i] = reader.number();
	},
	name(tree, reader) {
		tree.nameBlob = reader.strings(tree.nameStart);
	},
	language(tree, reader) {
		for (let i = 0; i < tree.size; i++) {
			if (tree.kind[i] === FILE)
				tree.language[i] = reader.number();
			else if (tree.kind[i] >= FRAMES)
				tree.language[i] = tree.language[tree.parent[i]];
		}
	},
	engine(tree, reader) {
		for (let i = 0; i < tree.size; i++) {
			if (tree.kind[i] === FILE)
				tree.engine[i] = reader.number();
		}
	},
	roles(tree, reader) {
		const names = tree.header.roles;
		const {roles, leading, kind, parent} = tree;
		const chosen = (1 << names.indexOf("duplicate")) - 1; // roles before it in the list
		for (let i = 0; i < tree.size; i++) {
			if (kind[i] === FILE) {
				roles[i] = reader.number();
				const first = roles[i] & chosen;
				leading[i] = first ? 31 - Math.clz32(first & -first) : names.length - 1;
			} else if (kind[i] >= FRAMES) {
				roles[i] = roles[parent[i]];
				leading[i] = leading[parent[i]];
			} else {
				leading[i] = names.length; // for a folder whose files are not shown
			}
		}
		const seen = new Uint8Array(tree.size); // folders that something below has given its role
		for (let i = tree.size - 1; i > 0; i--) {
			const above = parent[i];
			if (kind[i] >= FRAMES)
				continue;
			leading[above] = seen[above] && leading[above] !== leading[i] ? names.length : leading[i];
			seen[above] = 1;
		}
	},
	start(tree, reader) {
		let line = 0;
		for (let i = 0; i < tree.size; i++) {
			if (tree.kind[i] < FRAMES)
				line = 0;
			else
				tree.start[i] = line += reader.difference();
		}
	},
	span(tree, reader) {
		for (let i = 0; i < tree.size; i++) {
			if (tree.kind[i] >= FRAMES)
				tree.stop[i] = tree.start[i] + reader.difference();
		}
	},
};

function readOwn(tree, reader, name) {
	const column = tree.own[name] = new Uint32Array(tree.size);
	for (let i = 0; i < tree.size; i++)
		column[i] = reader.number();
}

export function readTree(bytes) {
	const reader = new Reader(bytes);
	const header = JSON.parse(new TextDecoder().decode(reader.take(reader.number())));
	if (header.schema !== 1)
		throw new RangeError("the data is of schema " + header.schema);
	const tree = new Tree(header);
	for (const name of header.columns) {
		if (readers[name])
			readers[name](tree, reader);
		else
			readOwn(tree, reader, name);
	}
	return tree;
}
