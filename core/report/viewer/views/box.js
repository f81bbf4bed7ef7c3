// SPDX-License-Identifier: MIT
// What views share: the brush, and how a frame's box is filled and named.
import {Labels} from "../paint/label.js";
import {number, share} from "../ui/format.js";

// A canvas with what drawing on it needs.
export class Brush {
	constructor(canvas) {
		this.canvas = canvas;
		this.context = canvas.getContext("2d");
		this.labels = new Labels();
		this.ratio = 1;
	}

	resize(width, height, ratio) {
		const wide = Math.max(1, Math.round(width * ratio)), high = Math.max(1, Math.round(height * ratio));
		if (this.canvas.width !== wide || this.canvas.height !== high) {
			this.canvas.width = wide;
			this.canvas.height = high;
		}
		this.ratio = ratio;
	}

	// Before each picture.
	begin(theme, font) {
		const context = this.context;
		this.upright();
		context.textBaseline = "middle";
		this.labels.use(context, font);
		this.hatch = this.makeHatch(theme);
	}

	// Back to pixels of the window, after something was turned.
	upright() {
		this.context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
	}

	// Another canvas of the picture's size.
	spare() {
		return new OffscreenCanvas(this.canvas.width, this.canvas.height);
	}

	// Lets `draw` draw on that.
	aside(canvas, draw) {
		const {context} = this;
		this.context = this.labels.context = canvas.getContext("2d");
		for (const key of ["font", "textBaseline"])
			this.context[key] = context[key];
		this.upright();
		draw();
		this.context = this.labels.context = context;
	}

	makeHatch(theme) {
		if (this.hatchOf === theme)
			return this.hatch;
		this.hatchOf = theme;
		const tile = new OffscreenCanvas(6, 6);
		const context = tile.getContext("2d");
		context.strokeStyle = theme.hatch;
		context.lineWidth = 1.4;
		context.beginPath();
		for (const at of [-3, 3, 9]) {
			context.moveTo(at - 4, 7);
			context.lineTo(at + 4, -1);
		}
		context.stroke();
		return this.context.createPattern(tile, "repeat");
	}

	// To whole pixels of the screen, so that edges are sharp.
	snap(x) {
		return Math.round(x * this.ratio) / this.ratio;
	}
}

export function drawBox(brush, fill, x, y, width, height) {
	brush.context.fillStyle = fill;
	brush.context.fillRect(x, brush.snap(y), Math.max(width, 1 / brush.ratio), height);
}

// Fill and ink of a node: lit where it matches, dim where it is not what is looked for.
export function lightOf(scene, node, inMatch, dim = isDim(scene, node, inMatch)) {
	const {paint, matches, theme} = scene;
	const slot = paint.slotOf(node);
	if (matches !== null && matches.hit[node])
		return {fill: theme.lit, ink: scene.litInk};
	return dim ? {fill: paint.dims[slot], ink: paint.dimInks[slot]} : {fill: paint.fills[slot], ink: paint.inks[slot]};
}

// The same of a run of small frames that begins with `begin`.
export function runLight(scene, run, begin) {
	if (scene.matches !== null && run.matched)
		return {fill: scene.theme.lit, ink: scene.litInk};
	return lightOf(scene, begin, run.matched, scene.matches !== null ? true : undefined);
}

function isDim(scene, node, inMatch) {
	const {matches, spot, paint} = scene;
	if (spot !== null && !spot.has(paint.slotOf(node)))
		return true;
	return matches !== null && !inMatch && matches.below(node) === 0;
}

// How many a run of narrow frames stands for, on a plate of its own so that the hatching does not disturb it.
export function drawCount(brush, scene, count, x, y, room, height) {
	const {context, labels} = brush;
	const text = "+" + number(count);
	const width = labels.width(text);
	if (width + 8 > room)
		return;
	context.fillStyle = scene.theme.ground;
	context.beginPath();
	context.roundRect(x - width / 2 - 4, brush.snap(y + height / 2 - 8), width + 8, 15, 4);
	context.fill();
	context.fillStyle = scene.theme.muted;
	context.fillText(text, x - width / 2, y + (height - 1) / 2 + 0.5);
}

const BESIDE = 12; // between the name and the share behind it

export function drawLabel(brush, scene, node, light, x, y, room, height) {
	const {context, labels} = brush;
	const text = labels.fit(scene.tree.name(node), room, scene.tree.kind[node]);
	if (text === "")
		return;
	const middle = y + (height - 1) / 2 + 0.5;
	context.fillStyle = light.ink;
	context.fillText(text, x, middle);
	const used = labels.width(text) + BESIDE;
	if (room - used < 44)
		return;
	context.globalAlpha = 0.72;
	context.fillText(share(scene.totals[node], scene.totals[0]), x + used, middle);
	context.globalAlpha = 1;
}
