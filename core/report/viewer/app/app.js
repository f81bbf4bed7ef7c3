// SPDX-License-Identifier: MIT
// Brings state, scene and the parts of the page together.
import {addressOf} from "../model/address.js";
import {linkOf} from "../model/link.js";
import {METRICS} from "../model/measure.js";
import {COLOURINGS} from "../paint/colouring.js";
import {isDark, onSystemTheme} from "../paint/theme.js";
import {Later} from "../app/later.js";
import {State} from "../app/state.js";
import {Scene} from "../app/scene.js";
import {Controls} from "../ui/controls.js";
import {showCrumbs} from "../ui/crumbs.js";
import {showDetails} from "../ui/details.js";
import {byId} from "../ui/dom.js";
import {Filters} from "../ui/filters.js";
import {Finder} from "../ui/finder.js";
import {count, number} from "../ui/format.js";
import {Keys} from "../ui/keys.js";
import {Largest} from "../ui/largest.js";
import {Legend} from "../ui/legend.js";
import {Mirror} from "../ui/mirror.js";
import {Stage} from "../ui/stage.js";
import {Tip} from "../ui/tip.js";
import {walkFrom} from "../app/walk.js";
import {VIEWS} from "../views/views.js";

const CYCLES = {view: VIEWS, metric: METRICS, colour: COLOURINGS, order: [{id: "weight"}, {id: "name"}]};
// Shown and all; files that --depth or --by sums up are known from the header alone.
function filesOf({tree, shown, counts}) {
	const drawn = counts.files()[0];
	return shown === counts || drawn === 0 ? [tree.header.files, tree.header.files] : [shown.files()[0], drawn];
}

const LEAST = 1, LEAST_MOST = 1000; // pixels

export class App {
	constructor(tree) {
		this.tree = tree;
		this.leastWidth = Math.min(LEAST_MOST, Number(tree.header.minWidth) || LEAST);
		this.state = new State(tree.header);
		this.scene = new Scene(tree);
		this.selected = 0;
		this.makeParts();
		this.state.listen(() => this.refresh());
		onSystemTheme(still => this.refresh(still));
		byId("theme").addEventListener("click", () => this.turnTheme());
		byId("more").addEventListener("click", () => this.unfold());
		this.refresh(true);
	}

	makeParts() {
		this.controls = new Controls(byId("controls"), this);
		this.filters = new Filters(byId("filters"), this);
		byId("controls").append(this.filters.button);
		this.finder = new Finder(this);
		this.stage = new Stage(byId("stage"), this);
		this.mirror = new Mirror(this.stage.scroller);
		this.legend = new Legend(byId("legend"), this);
		this.largest = new Largest(byId("table"), this);
		this.tip = new Tip();
		this.keys = new Keys(this);
		this.later = new Later(() => this.stage.isMoving());
	}

	set(patch, step) {
		this.state.set(patch, step);
	}

	// All parts from the state. The picture first: the rest may follow a frame later.
	refresh(first) {
		const {scene, tree} = this;
		document.documentElement.dataset.theme = isDark(this.state.now.theme) ? "dark" : "light";
		const zoomBefore = scene.zoom?.node;
		scene.update(this.state.now);
		if (scene.zoom.node !== zoomBefore && !tree.contains(scene.zoom.node, this.selected))
			this.selected = scene.zoom.node;
		this.stage.show(scene, first === true);
		byId("state").textContent = scene.totals[0] > 0 ? "" : tree.size > 1 ? "Nothing to show: all is left out, or the metric is 0."
			: "No files were counted.";
		if (scene.zoom.node !== zoomBefore)
			this.stage.reveal(scene.zoom.node);
		showCrumbs(byId("crumbs"), scene, this);
		this.controls.show(scene.state);
		this.finder.show(scene);
		this.legend.show(scene);
		this.filters.show(scene);
		this.showTitle();
		this.showSelected();
		this.showLater();
	}

	// What takes long and can wait.
	showLater() {
		this.later.start(this.largest.show(this.scene));
	}

	showTitle() {
		const {header} = this.tree;
		const title = header.title ?? this.tree.name(0);
		byId("title").textContent = title;
		document.title = title + " · onflame";
		const {shown, counts} = this.scene;
		const parts = [[...filesOf(this.scene), "file", "files"], ...[["lines", "line"], ["functions", "function"]]
			.map(([id, one]) => [shown.whole(id), counts.whole(id), one, id])]
			.map(([part, all, one, many]) => part === all ? count(all, one, many) : number(part) + " of " + count(all, one, many));
		if (header.failed > 0)
			parts.push(number(header.failed) + " not counted");
		byId("summary").textContent = parts.join(" · ");
		byId("summary").title = header.failures.map(({path, why}) => `${path}: ${why}`).join("\n");
	}

	showSelected() {
		showDetails(byId("details"), this.scene, this.selected, this);
		this.mirror.show(this.scene, this.selected);
		this.largest.mark(this.selected);
		this.stage.drawOverlay();
	}

	select(node) {
		this.selected = node;
		this.stage.reveal(node);
		this.showSelected();
	}

	zoomTo(node) {
		if (!this.scene.tree.contains(node, this.selected))
			this.selected = node;
		this.set({zoom: addressOf(this.tree, node), run: ""});
	}

	// Selects a node and zooms so far that it can be seen.
	visit(node) {
		this.selected = node;
		let target = this.tree.isFrame(node) ? this.tree.parent[node] : node;
		if (this.scene.totals[target] === 0 || this.scene.totals[node] === 0)
			target = this.scene.zoom.node;
		const {zoom, totals} = this.scene;
		const width = totals[node] / (totals[zoom.node] || 1) * this.stage.size.width;
		if (this.tree.contains(zoom.node, node) && width >= 40 && !zoom.run && this.stage.marks.find(node))
			this.select(node);
		else
			this.zoomTo(target);
		this.stage.bringIntoSight();
	}

	// Lights parts of the legend, until the state says otherwise.
	light(keys) {
		this.scene.light(keys);
		this.stage.redraw();
	}

	hovered(mark, event, same) {
		this.tip.show(this.scene, mark, event, same);
	}

	point(node) {
		this.stage.point(node);
	}

	pressed(mark, open) {
		if (open && mark.merged === 0)
			return this.open(mark.node);
		if (mark.merged > 0)
			return this.zoomToRun(mark);
		const {zoom} = this.scene;
		if (this.stage.view.outOnTop && mark.node === zoom.node && (zoom.run || zoom.node > 0))
			return this.out();
		this.selected = mark.node;
		this.zoomTo(mark.node);
	}

	// Where --link says that the frame is, if it does.
	open(node) {
		const url = linkOf(this.tree, node);
		if (url)
			window.open(url, "_blank", "noopener,noreferrer");
	}

	// Narrow frames are looked at by themselves: which of their parent's children, from which to which.
	zoomToRun(mark) {
		const parent = this.tree.parent[mark.node];
		const from = mark.from - this.tree.first[parent];
		this.selected = mark.node;
		this.set({zoom: addressOf(this.tree, parent), run: `${from}-${from + mark.merged - 1}`});
	}

	walk(step) {
		const node = walkFrom(this.scene, this.selected, step);
		if (node !== this.selected)
			this.follow(node);
	}

	// Selects, and zooms out or in where the node could not be seen.
	follow(node) {
		const {zoom, totals, tree} = this.scene;
		this.selected = node;
		const seen = this.stage.marks.find(node);
		if (tree.contains(zoom.node, node) || tree.contains(node, zoom.node)) {
			if (seen && !zoom.run)
				return this.select(node);
		}
		const outside = !tree.contains(zoom.node, node);
		const target = outside ? tree.parent[node] : node;
		this.set({zoom: addressOf(tree, totals[target] > 0 ? target : 0), run: ""}, false);
		this.select(node);
	}

	// One step out: of the search, of narrow frames, to the parent.
	out() {
		const {zoom, state} = this.scene;
		if (this.filters.close())
			return;
		if (zoom.run)
			this.set({run: ""});
		else if (zoom.node > 0)
			this.zoomTo(this.tree.parent[zoom.node]);
		else if (state.search !== "")
			this.finder.clear();
	}

	cycle(key) {
		const ids = CYCLES[key].map(({id}) => id);
		this.set({[key]: ids[(ids.indexOf(this.scene.state[key]) + 1) % ids.length], ...(key === "view" ? {} : {run: "", spot: []})});
	}

	turnTheme() {
		this.set({theme: isDark(this.state.now.theme) ? "light" : "dark"}, false);
	}

	unfold() {
		const open = byId("controls").classList.toggle("open");
		byId("more").setAttribute("aria-expanded", String(open));
	}
}
