// SPDX-License-Identifier: MIT
// The table of the largest files, functions or folders of what is zoomed into.
import {largest} from "../model/rank.js";
import {linkOf} from "../model/link.js";
import {FILE, FOLDER} from "../model/tree.js";
import {linkTo, make} from "../ui/dom.js";
import {number} from "../ui/format.js";

const ROWS = 24; // more are laid out slowly, and seldom in sight
const narrow = matchMedia("(max-width: 640px)");

const SETS = [
	{id: "functions", label: "Functions", has: (tree, i) => tree.isFunction(i)},
	{id: "files", label: "Files", has: (tree, i) => tree.kind[i] === FILE},
	{id: "folders", label: "Folders", has: (tree, i) => tree.kind[i] === FOLDER},
];

const COLUMNS = [["code", "Code"], ["comment", "Comment"], ["blank", "Blank"], ["lines", "Lines"], ["functions", "Functions"],
	["complexity", "Complexity"]];

export class Largest {
	constructor(element, app) {
		this.element = element;
		this.app = app;
		this.set = "functions";
		this.sort = null; // null: by the metric
		this.rising = false;
		this.count = ROWS;
	}

	// Brings the table up to date in steps, which app/later.js takes.
	* show(scene) {
		this.scene = scene;
		const sort = this.sort ?? scene.state.metric;
		const key = [scene.zoom.node, this.set, sort, this.rising, this.count, scene.state.hide.join("\n")].join("\n");
		if (key === this.key)
			return;
		const nodes = yield* this.rank(scene, sort);
		for (const [id] of COLUMNS) {
			yield;
			scene.shown.of(id);
		}
		yield;
		this.key = key;
		const had = this.element.contains(document.activeElement) ? document.activeElement.dataset.key : null;
		this.element.replaceChildren(this.head(), this.table(scene, nodes, sort));
		this.element.querySelector(had ? `[data-key="${CSS.escape(had)}"]` : "[data-none]")?.focus();
	}

	rank(scene, sort) {
		const {tree, zoom, totals, state} = scene;
		const set = SETS.find(({id}) => id === this.set);
		const all = state.hide.length === 0;
		const wanted = i => set.has(tree, i) && (all || totals[i] > 0);
		const to = tree.end[zoom.node];
		const turn = this.rising ? -1 : 1;
		if (sort === "name") {
			const compare = new Intl.Collator("en", {numeric: true}).compare;
			return largest(zoom.node, to, wanted, this.count, (a, b) => (compare(tree.name(a), tree.name(b)) || a - b) * turn < 0);
		}
		const values = scene.shown.of(sort);
		return largest(zoom.node, to, wanted, this.count, (a, b) => ((values[b] - values[a]) * turn || a - b) < 0);
	}

	// The row of what is selected in the picture.
	mark(node) {
		if (this.element.querySelector("tr.current")?.dataset.node === String(node))
			return;
		this.element.querySelector("tr.current")?.classList.remove("current");
		this.element.querySelector(`tr[data-node="${node}"]`)?.classList.add("current");
	}

	choose(patch) {
		Object.assign(this, {count: ROWS}, patch);
		for (const step of this.show(this.scene)) // at once: somebody waits for it
			void step;
	}

	head() {
		return make("div.tablehead", {}, make("h2.caption", {}, "Largest"),
			make("div.segments", {role: "group", "aria-label": "Largest what"}, ...SETS.map(({id, label}) =>
				make("button", {type: "button", "data-key": id, "aria-pressed": String(id === this.set),
					onclick: () => this.choose({set: id})}, label))));
	}

	heading(id, label, sort) {
		const active = id === sort;
		const rising = active && this.rising;
		return make("th", {scope: "col", "aria-sort": active ? (rising !== (id === "name") ? "ascending" : "descending") : null},
			make("button", {type: "button", "data-key": "sort-" + id,
				onclick: () => this.choose({sort: id, rising: active ? !this.rising : false})},
			label, make("span.arrow", {"aria-hidden": "true"}, active ? (rising ? "▲" : "▼") : "")));
	}

	// On a phone only the first column is in sight without scrolling: the one that matters.
	columns(sort) {
		return narrow.matches ? [...COLUMNS].sort(([a], [b]) => (b === sort) - (a === sort)) : COLUMNS;
	}

	table(scene, nodes, sort) {
		const most = nodes.reduce((max, node) => Math.max(max, sort === "name" ? 0 : scene.shown.of(sort)[node]), 0);
		const body = make("tbody", {}, ...nodes.map(node => this.row(scene, node, sort, most)));
		const more = nodes.length === this.count ? make("button.chip.more", {type: "button", "data-key": "more",
			onclick: () => this.choose({count: this.count * 4})}, "More rows") : "";
		const heads = [this.heading("name", "Name", sort), ...this.columns(sort).map(([id, label]) => this.heading(id, label, sort))];
		if (nodes.length === 0)
			return make("p.state", {}, "None here.");
		return make("div.rows", {}, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), body), more);
	}

	row(scene, node, sort, most) {
		const {tree} = scene;
		const name = make("button.rowname", {type: "button", onclick: () => this.app.visit(node), "data-key": "n" + node}, tree.name(node));
		const url = linkOf(tree, node);
		const where = tree.isFrame(node) ? tree.path(tree.fileOf(node)) + ":" + tree.start[node] : tree.path(tree.parent[node]);
		const first = make("td.first", {}, make("div.cell", {}, name, url ? linkTo(url, make("span", {role: "img", "aria-label": "open"}, "↗")) : null, make("span.where", {title: where}, make("bdi", {dir: "ltr"}, where))));
		const cells = this.columns(sort).map(([id]) => {
			const value = scene.shown.of(id)[node];
			const cell = make("td", id === sort ? {class: "sorted"} : {}, number(value));
			if (id === sort && most > 0)
				cell.style.setProperty("--part", (value / most * 100).toFixed(1) + "%");
			return cell;
		});
		return make("tr", {class: node === this.app.selected ? "current" : null, "data-node": node, onpointerenter: () => this.app.point(node), onpointerleave: () => this.app.point(null)}, first, ...cells);
	}
}
