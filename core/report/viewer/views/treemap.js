// SPDX-License-Identifier: MIT
// The treemap: blocks within blocks, each as large as it weighs, folders with their names above. The camera is what is zoomed into:
// [node, from, to], the latter -1 or a run of its children; on the way from one to the other, both and how far.
import {Blocks} from "../views/blocks.js";
import {drawCount, drawLabel, lightOf, runLight} from "../views/box.js";
import {View} from "../views/view.js";

const INDENT = 5, NAME_WIDE = 26, NAME_HIGH = 14, NAME_ROW = 22, COUNT_WIDE = 24;
const MOTION_SLICE = 3; // milliseconds of a frame in which the picture to come is drawn
const BATCH = 64; // blocks between two looks at the clock

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

	blocksOf(scene, [node, from, to], size) {
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
		if (camera.length > 3)
			return this.paintMotion(brush, scene, camera, size, marks);
		const blocks = this.blocksOf(scene, camera, size);
		const arrived = this.motion?.paint === scene.paint && this.motion.next?.blocks === blocks ? this.motion : null;
		this.motion = null;
		copyMarks(blocks.marks, marks);
		if (!arrived)
			return this.draw(brush, scene, blocks, 0, Infinity);
		this.advance(brush, scene, arrived.next, Infinity);
		spread(brush, arrived.next.canvas, arrived.full, arrived.full, arrived.full, 1);
	}

	// Before a motion: what stands on the canvas need not be drawn again.
	depart(brush) {
		const left = brush.spare(), {canvas, ratio} = brush;
		brush.aside(left, () => brush.context.drawImage(canvas, 0, 0, canvas.width / ratio, canvas.height / ratio));
		this.motion = {before: left};
	}

	// One picture grows out of a block of the other, or shrinks into it. The one to come is drawn bit by bit while it is hardly seen.
	paintMotion(brush, scene, camera, size, marks) {
		const to = camera.slice(0, 3), from = camera.slice(3, 6), part = camera[6];
		const before = this.blocksOf(scene, from, size);
		const motion = this.motion ??= {before: this.pictureOf(brush, scene, before)};
		const full = {x: 0, y: 0, w: size.width, h: size.height};
		if (motion.key !== from + " " + to || motion.paint !== scene.paint || motion.full.w !== full.w || motion.full.h !== full.h) {
			if (motion.next?.blocks === before) // of a motion that did not come to its end
				motion.before = motion.next.canvas;
			Object.assign(motion, {key: from + " " + to, paint: scene.paint, full});
			spread(brush, motion.before, full, full, full, 1);
			motion.next = {blocks: this.blocksOf(scene, to, size), canvas: brush.spare(), at: 0};
		} else {
			this.advance(brush, scene, motion.next, MOTION_SLICE);
			this.blend(brush, motion, before.find(to), motion.next.blocks.find(from), part);
		}
		copyMarks(motion.next.blocks.marks, marks);
	}

	blend(brush, {before, next, full}, inward, outward, part) {
		if (inward) {
			const hole = between(inward, full, part);
			spread(brush, before, full, inward, hole, 1);
			spread(brush, next.canvas, full, full, hole, part);
		} else if (outward) {
			const hole = between(full, outward, part);
			spread(brush, next.canvas, full, outward, hole, 1);
			spread(brush, before, full, full, hole, 1 - part);
		} else {
			spread(brush, before, full, full, full, 1);
			spread(brush, next.canvas, full, full, full, part);
		}
	}

	pictureOf(brush, scene, blocks) {
		const canvas = brush.spare();
		brush.aside(canvas, () => this.draw(brush, scene, blocks, 0, Infinity));
		return canvas;
	}

	// Draws more of a picture, for so many milliseconds.
	advance(brush, scene, picture, most) {
		if (picture.at < picture.blocks.marks.count)
			brush.aside(picture.canvas, () => picture.at = this.draw(brush, scene, picture.blocks, picture.at, most));
	}

	// Outer blocks first, from block `at` on for so many milliseconds; gives the block behind the last that was drawn.
	draw(brush, scene, blocks, at, most) {
		const {above, headers, level, open, marks} = blocks;
		const lit = litBelow(scene, blocks);
		const until = performance.now() + most;
		for (let i = at; i < marks.count; i++) {
			if (i % BATCH === 0 && i > at && performance.now() > until)
				return i;
			const block = marks.at(i);
			if (block.merged > 0)
				this.drawRun(brush, scene, block, lit[above[i]] === 1, gapOf(level[i]));
			else
				this.drawBlock(brush, scene, block, lit[i] === 1, open[i] ? headers[i] : block.h, gapOf(level[i]));
			if (i === 0 && open[0])
				clearBelow(brush, scene, block, headers[0]);
		}
		return marks.count;
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
		const run = {matched: inMatch || holdsMatch(scene, block)};
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

function holdsMatch({matches, arrangement}, {merged, from}) {
	return matches !== null && arrangement.kids.subarray(from, from + merged).some(kid => matches.below(kid) > 0);
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
