// SPDX-License-Identifier: MIT
// Where the blocks of a treemap stand: one layout for what is zoomed into and the room that there is.
import {squarify} from "../views/squarify.js";
import {Marks} from "../views/marks.js";

const HEADER = 19, HEADER_WIDE = 44, HEADER_HIGH = 36; // a block of that size or more has room for a header
const INNER = 2, INNER_LEAST = 14, NESTED_LEAST = 10; // pixels
const AREA_LEAST = 64; // square pixels, for a least width of 1
const SHARE_MOST = 1 / 12; // of a block for a run, so that each click on one leads closer

// The children that are drawn by themselves, and the runs of those too small: {weights, from, counts}; a count of 0 is no run.
function partsOf(scene, from, to, area, least) {
	const {kids} = scene.arrangement;
	const {totals} = scene;
	let whole = 0;
	for (let i = from; i < to; i++)
		whole += totals[kids[i]];
	const small = whole * least / area;
	const parts = {weights: [], from: [], counts: [], whole};
	let open = false;
	for (let i = from; i < to; i++) {
		const weight = totals[kids[i]];
		const last = parts.weights.length - 1;
		if (weight < small && open && parts.weights[last] < whole * SHARE_MOST) {
			parts.weights[last] += weight;
			parts.counts[last]++;
			continue;
		}
		open = weight < small;
		parts.weights.push(weight);
		parts.from.push(i);
		parts.counts.push(open ? 1 : 0);
	}
	return parts;
}

// What is left of a block for its children.
function innerOf(block, header) {
	const inner = header > 0 || Math.min(block.w, block.h) >= INNER_LEAST ? INNER : 0;
	return {x: block.x + inner, y: block.y + Math.max(header, inner), w: block.w - 2 * inner - 1,
		h: block.h - Math.max(header, inner) - inner - 1};
}

export class Blocks {
	constructor(scene, zoom, size) {
		this.scene = scene;
		this.marks = new Marks();
		this.headers = []; // of each mark: how high its header is
		this.open = []; // whether blocks stand in it
		this.above = []; // the mark that it stands in
		this.level = []; // how many it stands in
		const {arrangement} = scene;
		this.least = AREA_LEAST * Math.max(1, size.least) ** 2;
		this.add(-1, zoom.node, 0, 0, {x: 0, y: 0, w: size.width, h: size.height});
		if (zoom.run)
			this.fill(0, zoom.run[0], zoom.run[1] + 1, true);
		for (let i = zoom.run ? 1 : 0; i < this.marks.count; i++) {
			const node = this.marks.node[i];
			if (this.marks.merged[i] > 0 || scene.tree.end[node] === node + 1 || this.isTooSmall(i))
				continue;
			arrangement.open(node);
			if (arrangement.last[node] > arrangement.first[node])
				this.fill(i, arrangement.first[node], arrangement.last[node], false);
		}
	}

	add(above, node, merged, from, {x, y, w, h}) {
		this.marks.add(node, merged, from, x, y, w, h);
		this.above.push(above);
		this.level.push(above < 0 ? 0 : this.level[above] + 1);
		this.headers.push(0);
		this.open.push(false);
	}

	isTooSmall(i) {
		return Math.min(this.marks.w[i], this.marks.h[i]) < NESTED_LEAST;
	}

	// Puts the children into a block, where there is room; what the block holds of its own stays empty.
	fill(i, from, to, alone) {
		const {scene, marks} = this;
		const block = marks.at(i);
		const header = i === 0 || (block.w >= HEADER_WIDE && block.h >= HEADER_HIGH) ? HEADER : 0;
		const inner = innerOf(block, header);
		if (inner.w <= 0 || inner.h <= 0)
			return;
		const parts = partsOf(scene, from, to, inner.w * inner.h, this.least);
		if (parts.weights.length === 0)
			return;
		const own = alone ? 0 : scene.totals[block.node] - parts.whole;
		this.headers[i] = header;
		this.open[i] = true;
		squarify(own > 0 ? [...parts.weights, own] : parts.weights, inner, (at, x, y, w, h) => {
			if (at < parts.weights.length)
				this.add(i, scene.arrangement.kids[parts.from[at]], parts.counts[at], parts.from[at], {x, y, w, h});
		});
	}

	// The block of a camera's [node, from, to]: the node itself, or the run that it is part of.
	find([node, from]) {
		const {marks} = this;
		for (let i = 0; i < marks.count; i++) {
			const run = marks.merged[i] > 0;
			if (from >= 0 ? run && marks.from[i] === from : !run && marks.node[i] === node)
				return marks.at(i);
		}
		return null;
	}
}
