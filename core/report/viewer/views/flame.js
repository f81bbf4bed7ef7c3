// SPDX-License-Identifier: MIT
// The flame graph: a row a level, as wide as it weighs. The camera is what lies between the left and the right edge, in units of the
// metric; rows never move sideways against each other, so that a zoom is one motion.
import {drawBox, drawCount, drawLabel, lightOf, runLight} from "../views/box.js";
import {Rows} from "../views/rows.js";

const GAP = 1, PADDING = 5, LABEL_LEAST = 22, RUN_LABEL_LEAST = 26, ROW_MOST = 32;

class Flame extends Rows {
	constructor(up) {
		super();
		this.up = up;
		this.rows = 1; // in the picture that was drawn last
	}

	// Left, right, and how high a row is: few rows share the room that there is.
	camera(scene, zoom, size) {
		const [left, right] = this.edges(scene, zoom);
		const rows = this.survey({...this.pictureOf(scene, left, right, size), counting: true});
		return [left, right, Math.min(ROW_MOST, Math.max(size.row, Math.floor(size.height / rows)))];
	}

	// Height of the stage that shows the deepest frame; less leaves no room empty in a small tree.
	wantedHeight(tree, size) {
		return (tree.deepest + 1) * Math.max(ROW_MOST, size.row) + 4;
	}

	contentHeight(size) {
		return Math.max(this.rows * this.row, size.height);
	}

	rowTop(row, size) {
		const top = this.up ? this.contentHeight(size) - (row + 1) * this.row : row * this.row;
		return top - size.scroll;
	}

	pictureOf(scene, left, right, size) {
		const scale = size.width / (right - left);
		return {scene, size, left, right, scale, scaleAt: () => scale};
	}

	// Puts all rows between the edges into `marks`.
	layout(brush, scene, [left, right, row], size, marks) {
		this.row = row;
		this.rows = this.survey({...this.pictureOf(scene, left, right, size), brush, marks});
	}

	box({brush, scene, size, marks, left, scale}, node, row, inMatch) {
		const from = (scene.arrangement.x[node] - left) * scale;
		const to = from + scene.totals[node] * scale;
		const x0 = brush.snap(Math.max(from, -GAP)), x1 = brush.snap(Math.min(to, size.width + GAP));
		marks.add(node, 0, 0, x0, row, x1 - x0, this.row, inMatch);
	}

	run({brush, scene, size, marks, left, scale}, run, row) {
		const {kids, x} = scene.arrangement;
		const begin = kids[run.from], end = kids[run.to];
		const x0 = brush.snap(Math.max((x[begin] - left) * scale, -GAP));
		const x1 = brush.snap(Math.min((x[end] + scene.totals[end] - left) * scale, size.width + GAP));
		if (x1 > x0)
			marks.add(begin, run.count, run.from, x0, row, x1 - x0, this.row, run.matched);
	}

	// Draws what is in sight. Until then a mark's y is its row.
	paint(brush, scene, camera, size, marks) {
		for (let i = 0; i < marks.count; i++) {
			const y = marks.y[i] = this.rowTop(marks.y[i], size);
			if (y + this.row < 0 || y > size.height)
				continue;
			if (marks.merged[i] > 0)
				this.drawRun(brush, scene, marks, i, y);
			else
				this.drawFrame(brush, scene, size, marks, i, y);
		}
	}

	drawFrame(brush, scene, size, marks, i, y) {
		const node = marks.node[i], x = marks.x[i], wide = marks.w[i];
		const light = lightOf(scene, node, marks.inMatch[i] === 1);
		const width = wide - (wide >= 3 ? GAP : 0);
		drawBox(brush, light.fill, x, y, width, this.row - GAP);
		if (width < LABEL_LEAST)
			return;
		const start = Math.max(x, 0);
		drawLabel(brush, scene, node, light, start + PADDING, y, Math.min(x + wide, size.width) - start - 2 * PADDING, this.row);
	}

	// A run is one box.
	drawRun(brush, scene, marks, i, y) {
		const x = marks.x[i], wide = marks.w[i];
		const width = wide - (wide >= 3 ? GAP : 0);
		drawBox(brush, runLight(scene, {matched: marks.inMatch[i] === 1}, marks.node[i]).fill, x, y, width, this.row - GAP);
		if (width < 3)
			return;
		drawBox(brush, brush.hatch, x, y, width, this.row - GAP);
		if (width >= RUN_LABEL_LEAST)
			drawCount(brush, scene, marks.merged[i], x + width / 2, y, width - PADDING, this.row);
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
