// SPDX-License-Identifier: MIT
// The picture for those who hear it: a tree of the frames around the selected one, with names and numbers. The canvas's holder has the
// focus; the selected item is its active descendant.
import {make} from "../ui/dom.js";
import {sentence} from "../ui/facts.js";

const NEIGHBOURS = 3, CHILDREN = 12; // siblings on either side, children

export class Mirror {
	constructor(holder) {
		this.holder = holder;
		this.tree = make("div.unseen");
		holder.setAttribute("role", "tree");
		holder.setAttribute("aria-label", "Frames");
		holder.setAttribute("aria-describedby", "keyhint");
		holder.append(this.tree, make("div.unseen", {id: "keyhint"}, "Arrow keys walk the tree, Enter zooms, Escape goes out, ? lists all keys."));
	}

	show(scene, selected) {
		const way = scene.tree.way(selected);
		this.tree.replaceChildren(...this.level(scene, [0], way, 0, 1, selected));
		this.holder.setAttribute("aria-activedescendant", "item-" + selected);
	}

	// Items of `nodes`, and below those on the way what lies around the way.
	level(scene, nodes, way, depth, size, selected, offset = 0) {
		return nodes.map((node, i) => {
			const kids = scene.tree.end[node] - node - 1;
			const open = way[depth] === node;
			const item = make("div", {role: "treeitem", id: "item-" + node, "aria-level": depth + 1, "aria-setsize": size,
				"aria-posinset": offset + i + 1, "aria-selected": String(node === selected),
				"aria-expanded": kids > 0 ? String(open) : null, "aria-label": sentence(scene, node)});
			if (open && kids > 0)
				item.append(this.group(scene, node, way, depth + 1, selected));
			return item;
		});
	}

	group(scene, node, way, depth, selected) {
		const kids = scene.arrangement.children(node);
		const at = depth < way.length ? kids.indexOf(way[depth]) : -1;
		const from = at < 0 ? 0 : Math.max(0, at - NEIGHBOURS);
		const to = at < 0 ? CHILDREN : at + NEIGHBOURS + 1;
		const shown = Array.from(kids.subarray(from, to));
		if (depth < way.length && at < 0)
			shown.push(way[depth]); // has no width here, and is selected all the same
		return make("div", {role: "group"}, ...this.level(scene, shown, way, depth, kids.length, selected, from));
	}
}
