// SPDX-License-Identifier: MIT
// The sunburst: a ring a level around what is zoomed into, each frame with an angle as large as it weighs. The camera is [left, right,
// depth, ring]: what fills the circle, in units of the metric; the depth in the middle; how thick a ring is.
import {addArc, nameArc} from "../views/arc.js";
import {lightOf, runLight} from "../views/box.js";
import {Rows} from "../views/rows.js";
import {number, share} from "../ui/format.js";

const ROUND = 2 * Math.PI, TOP = -Math.PI / 2;
const EDGE = 8; // pixels between the outermost ring and the stage's edge
const MIDDLE_SHARE = 0.21, MIDDLE_LEAST = 34;
const RING_LEAST = 25, RING_MOST = 130, RINGS = 7; // more only where they are thick enough for names
const MORE_AWAY = 2, MORE_THICK = 2.5; // of the hint that a frame holds more than there are rings for
const ARC_LEAST = 1.5, ARC_MOVING = 3; // pixels, for a least width of 1; in motion nobody sees more, and a frame has to be quick
const NAME_LEAST = 11, NAME_MOVING = 40;

class Sunburst extends Rows {
	constructor() {
		super();
		this.outOnTop = true;
		this.shape = "area";
		this.centre = {x: 0, y: 0};
	}

	radiusOf(size) {
		return Math.max(Math.min(size.width, size.height) / 2 - EDGE, MIDDLE_LEAST + RING_LEAST);
	}

	middleOf(size) {
		return Math.max(MIDDLE_LEAST, this.radiusOf(size) * MIDDLE_SHARE);
	}

	camera(scene, zoom, size) {
		const [left, right] = this.edges(scene, zoom);
		const depth = scene.tree.depth[zoom.node];
		const room = this.radiusOf(size) - this.middleOf(size);
		const most = Math.max(1, Math.min(RINGS, Math.floor(room / RING_LEAST)));
		const turn = ROUND / (right - left), middle = this.middleOf(size);
		const scaleAt = row => turn * (middle + Math.max(0, row - depth - 0.5) * room / most);
		const rows = this.survey({counting: true, scene, size: this.roomOf(size), left, right, scaleAt, last: depth + most});
		return [left, right, depth, Math.min(RING_MOST, room / Math.min(most, Math.max(1, rows - 1 - depth)))];
	}

	roomOf(size) {
		return {...size, least: Math.max(size.moving ? ARC_MOVING : ARC_LEAST, size.least)};
	}

	// Where the ring of a depth begins: what lies above the middle has no room at all.
	edgeOf(picture, row) {
		const at = row - picture.depth;
		return at <= 0 ? 0 : at < 1 ? picture.middle * at : picture.middle + (at - 1) * picture.ring;
	}

	paint(brush, scene, [left, right, depth, ring], size, marks) {
		const middle = this.middleOf(size), outermost = this.radiusOf(size);
		this.centre = {x: size.width / 2, y: size.height / 2};
		const picture = {brush, scene, size: this.roomOf(size), marks, left, right, depth, ring, middle,
			turn: ROUND / (right - left), last: Math.floor(depth + (outermost + 1 - middle) / ring)};
		picture.scaleAt = row => picture.turn * Math.max(middle, this.edgeOf(picture, row + 0.5));
		this.arcs = new Map();
		this.hatched = [];
		this.names = [];
		this.survey(picture);
		this.flood(brush);
		this.nameAll(brush, scene);
	}

	// Parts of one colour are filled at once.
	collect(fill, arc) {
		const arcs = this.arcs.get(fill);
		if (arcs)
			arcs.push(arc);
		else
			this.arcs.set(fill, [arc]);
	}

	flood({context, hatch}) {
		for (const [fill, arcs] of [...this.arcs, [hatch, this.hatched]]) {
			context.beginPath();
			for (const {a0, a1, r0, r1} of arcs)
				addArc(context, this.centre, a0, a1, r0, r1);
			context.fillStyle = fill;
			context.fill();
		}
	}

	// Angles and radii of what lies between two values, and the mark of it; null where it has no room.
	place(picture, row, from, to, node, count, at) {
		const r0 = this.edgeOf(picture, row), r1 = this.edgeOf(picture, row + 1);
		if (r1 <= 0)
			return null;
		const {left, right, turn, marks} = picture;
		const a0 = TOP + (Math.max(from, left) - left) * turn, a1 = TOP + (Math.min(to, right) - left) * turn;
		if (a1 <= a0)
			return null;
		marks.add(node, count, at, a0, r0, a1 - a0, r1 - r0);
		// Gaps between neighbours, where there is room for them.
		const gap = (a1 - a0) * r1 > 4 && a1 - a0 < ROUND - 1e-6 ? 1 / Math.max(r0, r1 / 2) : 0;
		return {a0, a1: a1 - gap, r0, r1: r1 - (r1 - r0 > 3 ? 1 : 0)};
	}

	box(picture, node, row, inMatch) {
		const {scene, size} = picture;
		const from = scene.arrangement.x[node];
		const arc = this.place(picture, row, from, from + scene.totals[node], node, 0, 0);
		if (!arc)
			return;
		const light = lightOf(scene, node, inMatch);
		this.collect(light.fill, arc);
		const {first} = scene.arrangement;
		if (row >= picture.last && first[node + 1] > first[node])
			this.collect(light.fill, {...arc, r0: arc.r1 + MORE_AWAY, r1: arc.r1 + MORE_AWAY + MORE_THICK});
		if ((arc.a1 - arc.a0) * arc.r1 > (size.moving ? NAME_MOVING : NAME_LEAST))
			this.names.push({node, light, arc});
	}

	run(picture, run, row) {
		const {scene, size} = picture;
		const {kids, x} = scene.arrangement;
		const begin = kids[run.from], end = kids[run.to];
		const arc = this.place(picture, row, x[begin], x[end] + scene.totals[end], begin, run.count, run.from);
		if (!arc)
			return;
		const light = runLight(scene, run, begin);
		this.collect(light.fill, arc);
		if ((arc.a1 - arc.a0) * arc.r1 < 3)
			return;
		this.hatched.push(arc);
		if ((arc.a1 - arc.a0) * arc.r1 > (size.moving ? NAME_MOVING : NAME_LEAST))
			this.names.push({count: run.count, light, arc});
	}

	nameAll(brush, scene) {
		const {tree} = scene;
		for (const {node, count, light, arc} of this.names) {
			if (arc.r0 === 0)
				this.nameMiddle(brush, scene, node, light, arc.r1);
			else if (count)
				nameArc(brush, "+" + number(count), light.ink, this.centre, arc, -1);
			else
				nameArc(brush, tree.name(node), light.ink, this.centre, arc, tree.kind[node]);
		}
	}

	nameMiddle(brush, scene, node, light, radius) {
		const {context, labels} = brush;
		const room = 2 * radius * 0.86;
		const lines = [labels.fit(scene.tree.name(node), room, scene.tree.kind[node]), number(scene.totals[node]),
			node > 0 ? share(scene.totals[node], scene.totals[0]) : ""];
		context.fillStyle = light.ink;
		lines.forEach((line, i) => {
			const width = labels.width(line);
			if (width <= room)
				context.fillText(line, this.centre.x - width / 2, this.centre.y + (i - (node > 0 ? 1 : 0.5)) * 16);
		});
	}

	hit(marks, x, y) {
		const away = Math.hypot(x - this.centre.x, y - this.centre.y);
		let angle = Math.atan2(y - this.centre.y, x - this.centre.x);
		if (angle < TOP)
			angle += ROUND;
		for (let i = 0; i < marks.count; i++) {
			if (away >= marks.y[i] && away < marks.y[i] + marks.h[i] && angle >= marks.x[i] && angle < marks.x[i] + marks.w[i])
				return marks.at(i);
		}
		return null;
	}

	outline(context, mark) {
		addArc(context, this.centre, mark.x, mark.x + mark.w, Math.max(mark.y + 0.5, 0), mark.y + mark.h - 1);
	}

	// Around the ring, to the middle and away from it.
	step(key) {
		return {ArrowLeft: "before", ArrowRight: "after", ArrowUp: "in", ArrowDown: "out"}[key];
	}
}

export const sunburstView = {id: "sunburst", label: "Sunburst", make: () => new Sunburst()};
