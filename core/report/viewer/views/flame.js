// SPDX-License-Identifier: MIT
// The flame graph: a row a level, as wide as it weighs. The camera is what lies between the left and the right edge, in units of the
// metric; rows never move sideways against each other, so that a zoom is one motion.
import {firstBehind} from "../model/arrange.js";
import {drawBox, drawCount, drawLabel, lightOf} from "../views/box.js";

const GAP = 1, PADDING = 5, LABEL_LEAST = 22, RUN_LABEL_LEAST = 26, RUN_PARTS = 12, ROW_MOST = 32;

function extend(run, at, matched) {
	if (run.from < 0)
		Object.assign(run, {from: at, first: at, count: 0, matched: false});
	run.to = at;
	run.count++;
	run.matched ||= matched;
}

class Flame {
	constructor(up) {
		this.up = up;
		this.rows = 1; // in the picture that was drawn last
	}

	// Left, right, and how high a row is: few rows share the room that there is.
	camera(scene, zoom, size) {
		const [left, right] = this.edges(scene, zoom);
		const rows = this.survey(scene, left, right, size);
		return [left, right, Math.min(ROW_MOST, Math.max(size.row, Math.floor(size.height / rows)))];
	}

	edges(scene, zoom) {
		const {kids, x} = scene.arrangement;
		const weights = scene.totals;
		let left = x[zoom.node], right = left + weights[zoom.node];
		if (zoom.run && kids[zoom.run[1]] !== undefined) {
			left = x[kids[zoom.run[0]]];
			right = x[kids[zoom.run[1]]] + weights[kids[zoom.run[1]]];
		}
		return right > left ? [left, right] : [0, weights[0] || 1];
	}

	// Height of the stage that shows the deepest frame; less leaves no room empty in a small tree.
	wantedHeight(tree, size) {
		let deepest = 0;
		for (const depth of tree.depth)
			deepest = Math.max(deepest, depth);
		return (deepest + 1) * Math.max(ROW_MOST, size.row) + 4;
	}

	contentHeight(size) {
		return Math.max(this.rows * this.row, size.height);
	}

	rowTop(row, size) {
		const top = this.up ? this.contentHeight(size) - (row + 1) * this.row : row * this.row;
		return top - size.scroll;
	}

	// Draws what is in sight and puts it into `marks`.
	paint(brush, scene, camera, size, marks) {
		const [left, right, row] = camera;
		this.row = row;
		this.rows = this.survey(scene, left, right, size);
		this.draw({brush, scene, size, marks, left, right, row, scale: size.width / (right - left)});
	}

	// How many rows there are between two edges.
	survey(scene, left, right, size) {
		return this.draw({brush: null, scene, size, left, right, scale: size.width / (right - left)});
	}

	// Row by row. Without a brush it only counts them.
	draw(picture) {
		let level = {nodes: [0], inMatch: [picture.scene.matches?.hit[0] === 1]};
		this.box(picture, 0, 0, level.inMatch[0]);
		let row = 0;
		for (; level.nodes.length > 0; row++) {
			const next = {nodes: [], inMatch: []};
			for (let i = 0; i < level.nodes.length; i++)
				this.children(picture, level.nodes[i], level.inMatch[i], row + 1, next);
			level = next;
		}
		return row;
	}

	// Draws a node's children and puts those that may have visible ones into `next`. Neighbours too narrow to be seen are one run.
	children(picture, node, inMatch, row, next) {
		const {scene, size, left, right, scale} = picture;
		const {first, kids, x} = scene.arrangement;
		const weights = scene.totals, matches = scene.matches;
		const to = first[node + 1];
		// Part of the window, so that each click on a run leads closer.
		const longest = Math.max(size.width / RUN_PARTS, 2 * size.least);
		const run = {from: -1, first: 0, to: 0, count: 0, matched: false};
		for (let at = firstBehind(scene.arrangement, weights, first[node], to, left); at < to && x[kids[at]] < right; at++) {
			const kid = kids[at], weight = weights[kid];
			if (weight * scale < size.least) {
				if (weight === 0)
					continue;
				if (run.from >= 0 && (x[kid] - x[kids[run.from]]) * scale > longest)
					this.flush(picture, run, row);
				extend(run, at, matches !== null && (inMatch || matches.below(kid) > 0));
				continue;
			}
			this.flush(picture, run, row);
			const kidInMatch = inMatch || (matches !== null && matches.hit[kid] === 1);
			this.box(picture, kid, row, kidInMatch);
			next.nodes.push(kid);
			next.inMatch.push(kidInMatch);
		}
		this.flush(picture, run, row);
	}

	box({brush, scene, size, marks, left, scale}, node, row, inMatch) {
		if (!brush)
			return;
		const from = (scene.arrangement.x[node] - left) * scale;
		const to = from + scene.totals[node] * scale;
		const x0 = brush.snap(Math.max(from, -GAP)), x1 = brush.snap(Math.min(to, size.width + GAP));
		const y = this.rowTop(row, size);
		marks.add(node, 0, 0, x0, y, x1 - x0, this.row);
		if (y + this.row < 0 || y > size.height)
			return;
		const light = lightOf(scene, node, inMatch);
		const width = x1 - x0 - (x1 - x0 >= 3 ? GAP : 0);
		drawBox(brush, light.fill, x0, y, width, this.row - GAP);
		if (width >= LABEL_LEAST) {
			const start = Math.max(x0, 0);
			drawLabel(brush, scene, node, light, start + PADDING, y, Math.min(x1, size.width) - start - 2 * PADDING, this.row);
		}
	}

	// Draws a run as one box, and begins a new one.
	flush({brush, scene, size, marks, left, scale}, run, row) {
		if (run.from < 0)
			return;
		const {kids, x} = scene.arrangement;
		const begin = kids[run.from], end = kids[run.to];
		run.from = -1;
		if (!brush)
			return;
		const x0 = brush.snap(Math.max((x[begin] - left) * scale, -GAP));
		const x1 = brush.snap(Math.min((x[end] + scene.totals[end] - left) * scale, size.width + GAP));
		const y = this.rowTop(row, size);
		if (x1 <= x0)
			return;
		marks.add(begin, run.count, run.first, x0, y, x1 - x0, this.row);
		if (y + this.row >= 0 && y <= size.height)
			this.drawRun(brush, scene, run, begin, {x: x0, y, width: x1 - x0 - (x1 - x0 >= 3 ? GAP : 0)});
	}

	drawRun(brush, scene, run, begin, {x, y, width}) {
		const dim = scene.matches !== null && !run.matched;
		const fill = run.matched && scene.matches !== null ? scene.theme.lit : lightOf(scene, begin, run.matched, dim).fill;
		drawBox(brush, fill, x, y, width, this.row - GAP);
		if (width < 3)
			return;
		drawBox(brush, brush.hatch, x, y, width, this.row - GAP);
		if (width >= RUN_LABEL_LEAST)
			drawCount(brush, scene, run.count, x + width / 2, y, width - PADDING, this.row);
	}

	hit(marks, x, y) {
		for (let i = 0; i < marks.count; i++) {
			if (x >= marks.x[i] && x < marks.x[i] + Math.max(marks.w[i], 1) && y >= marks.y[i] && y < marks.y[i] + marks.h[i])
				return marks.at(i);
		}
		return null;
	}

	// Inside the box, so that it is whole at the picture's edges too.
	outline(context, mark, size) {
		const x = Math.max(mark.x, 0);
		const width = Math.min(mark.x + mark.w, size.width) - x - GAP;
		context.rect(x + 1, mark.y + 1, Math.max(width - 2, 1), mark.h - GAP - 2);
	}

	// Where an arrow key leads.
	step(key) {
		const steps = {ArrowLeft: "before", ArrowRight: "after", ArrowUp: this.up ? "in" : "out", ArrowDown: this.up ? "out" : "in"};
		return steps[key];
	}

	// What should be in sight, as top and bottom in the whole height.
	span(scene, node, size) {
		const top = this.rowTop(scene.tree.depth[node], size) + size.scroll;
		return [top, top + this.row];
	}

	startsAtBottom() {
		return this.up;
	}
}

export const flameView = {id: "flame", label: "Flame", make: () => new Flame(true)};
export const icicleView = {id: "icicle", label: "Icicle", make: () => new Flame(false)};
