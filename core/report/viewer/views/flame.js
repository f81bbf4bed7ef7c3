// SPDX-License-Identifier: MIT
// The flame graph: a row a level, as wide as it weighs. The camera is what lies between the left and the right edge, in units of the
// metric; rows never move sideways against each other, so that a zoom is one motion.
import {firstBehind} from "../model/arrange.js";
import {drawBox, drawLabel, lightOf} from "../views/box.js";

const GAP = 1, PADDING = 5, LABEL_LEAST = 22;

class Flame {
	constructor(up) {
		this.up = up;
		this.rows = 1; // the most that were seen
	}

	// Forgets what belongs to an older picture.
	reset() {
		this.rows = 1;
	}

	camera(scene, zoom) {
		const {kids, x} = scene.arrangement;
		const weights = scene.totals;
		let left = x[zoom.node], right = left + weights[zoom.node];
		if (zoom.run && kids[zoom.run[1]] !== undefined) {
			left = x[kids[zoom.run[0]]];
			right = x[kids[zoom.run[1]]] + weights[kids[zoom.run[1]]];
		}
		return right > left ? [left, right] : [0, weights[0] || 1];
	}

	contentHeight(size) {
		return Math.max(this.rows * size.row, size.height);
	}

	rowTop(row, size) {
		const top = this.up ? this.contentHeight(size) - (row + 1) * size.row : row * size.row;
		return top - size.scroll;
	}

	// Draws what is in sight and puts it into `marks`.
	paint(brush, scene, camera, size, marks) {
		const picture = {brush, scene, size, marks, left: camera[0], right: camera[1],
			scale: size.width / (camera[1] - camera[0])};
		let level = {nodes: [0], inMatch: [false]};
		this.box(picture, 0, 0, false);
		let row = 0;
		while (level.nodes.length > 0) {
			const next = {nodes: [], inMatch: []};
			for (let i = 0; i < level.nodes.length; i++)
				this.children(picture, level.nodes[i], level.inMatch[i], row + 1, next);
			level = next;
			row++;
		}
		this.rows = Math.max(this.rows, row);
	}

	// Draws a node's children and puts those that may have visible ones into `next`.
	children(picture, node, inMatch, row, next) {
		const {scene, size, left, right, scale} = picture;
		const {first, kids, x} = scene.arrangement;
		const weights = scene.totals, matches = scene.matches;
		const to = first[node + 1];
		const run = {from: -1, to: 0, count: 0, matched: false};
		for (let at = firstBehind(scene.arrangement, weights, first[node], to, left); at < to && x[kids[at]] < right; at++) {
			const kid = kids[at], weight = weights[kid];
			if (weight === 0)
				continue;
			if (weight * scale < size.least) {
				if (run.from < 0)
					run.from = at;
				run.to = at;
				run.count++;
				run.matched ||= inMatch || (matches !== null && matches.below(kid) > 0);
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
		const from = (scene.arrangement.x[node] - left) * scale;
		const to = from + scene.totals[node] * scale;
		const x0 = brush.snap(Math.max(from, -GAP)), x1 = brush.snap(Math.min(to, size.width + GAP));
		const y = this.rowTop(row, size);
		marks.add(node, 0, 0, x0, y, x1 - x0, size.row);
		if (y + size.row < 0 || y > size.height)
			return;
		const light = lightOf(scene, node, inMatch);
		const width = x1 - x0 - (x1 - x0 >= 3 ? GAP : 0);
		drawBox(brush, light.fill, x0, y, width, size.row - GAP);
		if (width >= LABEL_LEAST) {
			const start = Math.max(x0, 0);
			drawLabel(brush, scene, node, light, start + PADDING, y, Math.min(x1, size.width) - start - 2 * PADDING, size.row);
		}
	}

	// Draws the children that are too narrow to be seen as one box.
	flush({brush, scene, size, marks, left, scale}, run, row) {
		if (run.from < 0)
			return;
		const {kids, x} = scene.arrangement;
		const begin = kids[run.from], end = kids[run.to];
		const x0 = brush.snap(Math.max((x[begin] - left) * scale, -GAP));
		const x1 = brush.snap(Math.min((x[end] + scene.totals[end] - left) * scale, size.width + GAP));
		const y = this.rowTop(row, size);
		if (x1 > x0) {
			marks.add(begin, run.count, run.from, x0, y, x1 - x0, size.row);
			if (y + size.row >= 0 && y <= size.height)
				this.drawRun(brush, scene, size, run, begin, x0, x1 - x0 - (x1 - x0 >= 3 ? GAP : 0), y);
		}
		run.from = -1;
		run.count = 0;
		run.matched = false;
	}

	drawRun(brush, scene, size, run, begin, x, width, y) {
		const dim = scene.matches !== null && !run.matched;
		const light = lightOf(scene, begin, run.matched, dim);
		const fill = run.matched && scene.matches !== null ? scene.theme.lit : light.fill;
		drawBox(brush, fill, x, y, width, size.row - GAP);
		if (width >= 3)
			drawBox(brush, brush.hatch, x, y, width, size.row - GAP);
	}

	hit(marks, x, y) {
		for (let i = 0; i < marks.count; i++) {
			if (x >= marks.x[i] && x < marks.x[i] + Math.max(marks.w[i], 1) && y >= marks.y[i] && y < marks.y[i] + marks.h[i])
				return marks.at(i);
		}
		return null;
	}

	outline(context, mark, width) {
		const x = Math.max(mark.x, 0);
		context.rect(x, mark.y, Math.max(Math.min(mark.x + mark.w, width) - x - GAP, 1), mark.h - GAP);
	}

	// Where an arrow key leads.
	step(key) {
		const steps = {ArrowLeft: "before", ArrowRight: "after", ArrowUp: this.up ? "in" : "out", ArrowDown: this.up ? "out" : "in"};
		return steps[key];
	}

	// What should be in sight, as top and bottom in the whole height.
	span(scene, node, size) {
		const top = this.rowTop(scene.tree.depth[node], size) + size.scroll;
		return [top, top + size.row];
	}

	startsAtBottom() {
		return this.up;
	}
}

export const flameView = {id: "flame", label: "Flame", make: () => new Flame(true)};
export const icicleView = {id: "icicle", label: "Icicle", make: () => new Flame(false)};
