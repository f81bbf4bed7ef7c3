// SPDX-License-Identifier: MIT
// What views that draw a row (or a ring) a level share: which frames are in sight between two edges, in units of the metric, and which
// are too narrow and stand together. A view has box(picture, node, row, inMatch) and run(picture, run, row).
import {View} from "../views/view.js";

const RUN_PARTS = 12;

function matchesWithin({matches, arrangement}, from, to) {
	for (let at = from; at < to; at++) {
		if (matches.below(arrangement.kids[at]) > 0)
			return true;
	}
	return false;
}

export class Rows extends View {
	// Left and right of what is zoomed into.
	edges(scene, zoom) {
		const {arrangement, totals} = scene;
		let left = arrangement.begin(zoom.node), right = left + totals[zoom.node];
		if (zoom.run) {
			const [from, to] = zoom.run.map(at => arrangement.kids[at]);
			left = arrangement.x[from];
			right = arrangement.x[to] + totals[to];
		}
		return right > left ? [left, right] : [0, totals[0] || 1];
	}

	// Row by row; tells how many there are. `picture`: scene, size, left, right, scaleAt(row) in pixels a unit, and `last`, behind which no
	// row is looked at; `counting`: nothing but the number of rows is asked for.
	survey(picture) {
		let level = {nodes: [0], inMatch: [picture.scene.matches?.hit[0] === 1]};
		if (!picture.counting)
			this.box(picture, 0, 0, level.inMatch[0]);
		const last = picture.last ?? Infinity;
		for (let row = 0; ; row++) {
			const next = {nodes: [], inMatch: [], empty: true};
			for (let i = 0; i < level.nodes.length && row < last; i++)
				this.children(picture, level.nodes[i], level.inMatch[i], row + 1, next);
			if (next.empty)
				return row + 1;
			level = next;
		}
	}

	// A node's children; those that may have visible ones go into `next`. Neighbours too narrow to be seen are one run.
	children(picture, node, inMatch, row, next) {
		const {scene, size, left, right, counting} = picture;
		const {arrangement, totals, matches} = scene;
		const {first, kids, x} = arrangement;
		if (first[node] === first[node + 1])
			return;
		arrangement.open(node);
		const to = arrangement.last[node], scale = picture.scaleAt(row);
		for (let at = arrangement.firstBehind(first[node], to, left); at < to && x[kids[at]] < right;) {
			const kid = kids[at];
			next.empty = false;
			if (totals[kid] * scale < size.least) {
				const end = this.endOfRun(picture, node, at, to, scale);
				if (!counting)
					this.run(picture, {from: at, to: end - 1, count: end - at, matched: matches !== null && (inMatch || matchesWithin(scene, at, end))}, row);
				at = end;
				continue;
			}
			at++;
			const kidInMatch = inMatch || (matches !== null && matches.hit[kid] === 1);
			if (!counting)
				this.box(picture, kid, row, kidInMatch);
			if (first[kid] < first[kid + 1]) {
				next.nodes.push(kid);
				next.inMatch.push(kidInMatch);
			}
		}
	}

	// The place behind the last of the narrow children that stand together from `from` on.
	endOfRun({scene: {arrangement}, size, left, right}, node, from, to, scale) {
		const {kids, x, weights} = arrangement;
		// Part of the window, so that each click on a run leads closer.
		const longest = Math.max((right - left) * scale / RUN_PARTS, 2 * size.least) / scale;
		const edge = Math.min(right, x[kids[from]] + longest);
		// Behind a narrow child come only narrower ones, or no child is wider.
		if (arrangement.falling || arrangement.most[node] * scale < size.least)
			return Math.max(from + 1, arrangement.firstFrom(from, to, edge));
		let at = from + 1;
		while (at < to && x[kids[at]] < edge && weights[kids[at]] * scale < size.least)
			at++;
		return at;
	}
}
