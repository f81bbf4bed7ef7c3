// SPDX-License-Identifier: MIT
// The treemap: blocks within blocks, each as large as it weighs, folders with their names above. The camera is what is zoomed into:
// [node, from, to], the latter -1 or a run of its children; on the way from one to the other, both and how far.
import {Blocks} from "../views/blocks.js";
import {drawCount, drawLabel, lightOf, runLight} from "../views/box.js";
import {View} from "../views/view.js";

const INDENT = 5, NAME_WIDE = 26, NAME_HIGH = 14, NAME_ROW = 22, COUNT_WIDE = 24;

function between(from, to, part) {
	return Object.fromEntries(["x", "y", "w", "h"].map(key => [key, from[key] + (to[key] - from[key]) * part]));
}

// Draws a picture of the stage so that what is at `from` comes to be at `to`.
function spread(brush, picture, full, from, to, alpha) {
	const wide = to.w / from.w, high = to.h / from.h;
	brush.context.globalAlpha = alpha;
	brush.context.drawImage(picture, to.x - from.x * wide, to.y - from.y * high, full.w * wide, full.h * high);
	brush.context.globalAlpha = 1;
}

function copyMarks(from, to) {
	for (let i = 0; i < from.count; i++)
		to.add(from.node[i], from.merged[i], from.from[i], from.x[i], from.y[i], from.w[i], from.h[i]);
}

class Treemap extends View {
	constructor() {
		super();
		this.outOnTop = true;
		this.shape = "area";
		this.made = []; // the layouts used last
	}

	camera(scene, zoom) {
		return [zoom.node, zoom.run ? zoom.run[0] : -1, zoom.run ? zoom.run[1] : -1];
	}

	between(from, to, part) {
		return [...to.slice(0, 3), ...from.slice(0, 3), part];
	}

	layout(scene, [node, from, to], size) {
		const key = [node, from, to, scene.version, size.width, size.height, size.least].join(" ");
		let blocks = this.made.find(made => made.key === key && made.scene === scene);
		if (!blocks) {
			blocks = new Blocks(scene, {node, run: from < 0 ? null : [from, to]}, size);
			blocks.key = key;
			this.made = [...this.made.slice(-2), blocks];
		}
		return blocks;
	}

	paint(brush, scene, camera, size, marks) {
		const from = camera.slice(3, 6);
		if (from.length > 0)
			return this.paintMotion(brush, scene, from, camera, size, marks);
		this.still = null;
		this.draw(brush, scene, this.layout(scene, camera, size), marks);
	}

	// Before a motion: what stands on the canvas need not be drawn again.
	depart(brush) {
		this.left = brush.aside(() => brush.context.drawImage(brush.canvas, 0, 0, brush.canvas.width / brush.ratio, brush.canvas.height / brush.ratio));
	}

	// One picture grows out of a block of the other, or shrinks into it. Both are drawn once and then only scaled.
	paintMotion(brush, scene, from, camera, size, marks) {
		const to = camera.slice(0, 3), part = camera[6];
		const before = this.layout(scene, from, size), next = this.layout(scene, to, size);
		const key = from + " " + to;
		if (this.still?.key !== key || this.still.scene !== scene)
			this.still = {key, scene, before: this.left ?? this.pictureOf(brush, scene, before), next: this.pictureOf(brush, scene, next)};
		this.left = null;
		const full = {x: 0, y: 0, w: size.width, h: size.height};
		const inward = before.find(to), outward = next.find(from);
		const {still} = this;
		if (inward) {
			const hole = between(inward, full, part);
			spread(brush, still.before, full, inward, hole, 1);
			spread(brush, still.next, full, full, hole, part);
		} else if (outward) {
			const hole = between(full, outward, part);
			spread(brush, still.next, full, outward, hole, 1);
			spread(brush, still.before, full, full, hole, 1 - part);
		} else {
			spread(brush, still.before, full, full, full, 1);
			spread(brush, still.next, full, full, full, part);
		}
		copyMarks(next.marks, marks);
	}

	pictureOf(brush, scene, blocks) {
		return brush.aside(() => this.draw(brush, scene, blocks, null));
	}

	// Outer blocks first.
	draw(brush, scene, blocks, marks) {
		const {above, headers, level, open} = blocks;
		const lit = litBelow(scene, blocks);
		for (let i = 0; i < above.length; i++) {
			const block = blocks.marks.at(i);
			if (block.merged > 0)
				this.drawRun(brush, scene, block, lit[above[i]] === 1, gapOf(level[i]));
			else
				this.drawBlock(brush, scene, block, lit[i] === 1, open[i] ? headers[i] : block.h, gapOf(level[i]));
			if (i === 0 && open[0])
				clearBelow(brush, scene, block, headers[0]);
		}
		if (marks)
			copyMarks(blocks.marks, marks);
	}

	// `high`: how much of it its name may take; all of a block that nothing stands in.
	drawBlock(brush, scene, block, inMatch, high, gap) {
		// Of a search only what matches is bright: folders that hold it would outshine it.
		const light = lightOf(scene, block.node, inMatch, scene.matches !== null && high !== block.h && !inMatch ? true : undefined);
		fillBlock(brush, light.fill, block, gap);
		if (block.w < NAME_WIDE || high < NAME_HIGH)
			return;
		drawLabel(brush, scene, block.node, light, block.x + INDENT, block.y, block.w - 2 * INDENT, Math.min(high, NAME_ROW));
	}

	drawRun(brush, scene, block, inMatch, gap) {
		const run = {matched: inMatch || matchesWithin(scene, block)};
		fillBlock(brush, runLight(scene, run, block.node).fill, block, gap);
		if (block.w < COUNT_WIDE || block.h < NAME_HIGH)
			return;
		fillBlock(brush, brush.hatch, block, gap);
		drawCount(brush, scene, block.merged, block.x + block.w / 2, block.y, block.w - INDENT, block.h);
	}

	// The innermost is the one that was drawn last.
	hit(marks, x, y) {
		for (let i = marks.count - 1; i >= 0; i--) {
			if (x >= marks.x[i] && x < marks.x[i] + marks.w[i] && y >= marks.y[i] && y < marks.y[i] + marks.h[i])
				return marks.at(i);
		}
		return null;
	}

	outline(context, mark) {
		context.rect(mark.x + 1, mark.y + 1, Math.max(mark.w - 3, 1), Math.max(mark.h - 3, 1));
	}

	step(key) {
		return {ArrowLeft: "before", ArrowRight: "after", ArrowDown: "in", ArrowUp: "out"}[key];
	}
}

// Of each block: whether it matches, or lies in one that does.
function litBelow(scene, {marks, above}) {
	const lit = new Uint8Array(above.length);
	const {matches, tree} = scene;
	if (matches === null)
		return lit;
	lit[0] = tree.way(marks.node[0]).some(node => matches.hit[node] === 1) ? 1 : 0;
	for (let i = 1; i < above.length; i++)
		lit[i] = lit[above[i]] || (marks.merged[i] === 0 && matches.hit[marks.node[i]]);
	return lit;
}

function matchesWithin({matches, arrangement, totals}, {merged, from}) {
	for (let i = from, left = matches === null ? 0 : merged; left > 0; i++) {
		if (matches.below(arrangement.kids[i]) > 0)
			return true;
		left -= totals[arrangement.kids[i]] > 0 ? 1 : 0;
	}
	return false;
}

// What is outermost is told apart from afar.
function gapOf(level) {
	return level === 1 ? 3 : level === 2 ? 2 : 1;
}

// With a gap to its neighbours, where there is room for one.
function fillBlock(brush, fill, {x, y, w, h}, gap) {
	const {context} = brush;
	const x0 = brush.snap(x), y0 = brush.snap(y);
	const wide = brush.snap(x + w) - x0, high = brush.snap(y + h) - y0;
	const gapOfSide = side => side > 3 * gap ? gap : side > 3 ? 1 : 0;
	context.fillStyle = fill;
	context.fillRect(x0, y0, Math.max(wide - gapOfSide(wide), 1 / brush.ratio), Math.max(high - gapOfSide(high), 1 / brush.ratio));
}

// The ground is what parts the outermost.
function clearBelow(brush, scene, {x, y, w, h}, header) {
	brush.context.fillStyle = scene.theme.ground;
	brush.context.fillRect(x, y + header - 1, w, h - header + 1);
}

export const treemapView = {id: "treemap", label: "Treemap", make: () => new Treemap()};
