// SPDX-License-Identifier: MIT
// What views that draw a row (or a ring) a level share: which frames are in sight between two edges, in units of the metric, and which
// are too narrow and stand together. A view has box(picture, node, row, inMatch) and drawRun(picture, run, row).
import {firstBehind} from "../model/arrange.js";
import {View} from "../views/view.js";

const RUN_PARTS = 12;

function extend(run, at, matched) {
	if (run.from < 0)
		Object.assign(run, {from: at, count: 0, matched: false});
	run.to = at;
	run.count++;
	run.matched ||= matched;
}

export class Rows extends View {
	// Left and right of what is zoomed into.
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

	// Row by row. Without a brush it only counts them. `picture`: brush, scene, size, marks, left, right, scaleAt(row) in pixels a unit, and
	// `last`, behind which no row is drawn.
	draw(picture) {
		let level = {nodes: [0], inMatch: [picture.scene.matches?.hit[0] === 1]};
		if (picture.brush)
			this.box(picture, 0, 0, level.inMatch[0]);
		let row = 0;
		for (; level.nodes.length > 0; row++) {
			const next = {nodes: [], inMatch: []};
			for (let i = 0; i < level.nodes.length && row < (picture.last ?? Infinity); i++)
				this.children(picture, level.nodes[i], level.inMatch[i], row + 1, next);
			level = next;
		}
		return row;
	}

	// Draws a node's children and puts those that may have visible ones into `next`. Neighbours too narrow to be seen are one run.
	children(picture, node, inMatch, row, next) {
		const {brush, scene, size, left, right} = picture;
		const {first, kids, x} = scene.arrangement;
		const weights = scene.totals, matches = scene.matches;
		const to = first[node + 1];
		if (first[node] === to)
			return;
		const scale = picture.scaleAt(row);
		// Part of the window, so that each click on a run leads closer.
		const longest = Math.max((right - left) * scale / RUN_PARTS, 2 * size.least);
		const run = {from: -1, to: 0, count: 0, matched: false};
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
			if (brush)
				this.box(picture, kid, row, kidInMatch);
			next.nodes.push(kid);
			next.inMatch.push(kidInMatch);
		}
		this.flush(picture, run, row);
	}

	flush(picture, run, row) {
		if (run.from >= 0 && picture.brush)
			this.drawRun(picture, run, row);
		run.from = -1;
	}
}
