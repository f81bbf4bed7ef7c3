// SPDX-License-Identifier: MIT
// Where the picture is: its canvases, what the pointer does there, and the motion from one camera to the next.
import {make} from "../ui/dom.js";
import {Marks} from "../views/marks.js";
import {Brush} from "../views/box.js";
import {viewOf} from "../views/views.js";

const MOTION = 320; // milliseconds
const FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const coarse = matchMedia("(pointer: coarse)");

const ease = t => 1 - (1 - t) ** 4;

export class Stage {
	constructor(element, app) {
		this.app = app;
		this.element = element;
		this.picture = make("canvas.picture", {"aria-hidden": "true"});
		this.overlay = make("canvas.overlay", {"aria-hidden": "true"});
		this.spacer = make("div.spacer");
		this.scroller = make("div.scroller", {tabindex: "0"}, this.spacer);
		element.append(this.picture, this.overlay, this.scroller);
		this.brush = new Brush(this.picture);
		this.marks = new Marks();
		this.camera = null;
		this.size = {width: 0, height: 0, scroll: 0, row: 22, least: 1};
		this.hovered = null;
		this.measure();
		this.listen();
	}

	listen() {
		const {scroller} = this;
		new ResizeObserver(() => this.resized()).observe(scroller);
		scroller.addEventListener("scroll", () => this.redraw());
		scroller.addEventListener("pointermove", event => this.move(event));
		scroller.addEventListener("pointerleave", () => this.hover(null));
		scroller.addEventListener("click", event => this.press(event));
		scroller.addEventListener("auxclick", event => event.button === 1 && this.press(event));
		scroller.addEventListener("focus", () => this.drawOverlay());
		scroller.addEventListener("blur", () => this.drawOverlay());
		coarse.addEventListener("change", () => this.resized());
	}

	// Takes a scene whose state may be other than before; `still`: without motion.
	show(scene, still) {
		const viewChanged = this.viewId !== scene.state.view;
		if (viewChanged) {
			this.viewId = scene.state.view;
			this.view = viewOf(scene.state.view).make();
			document.documentElement.dataset.view = this.view.shape ?? "rows";
			this.element.style.setProperty("--wanted", this.view.wantedHeight(scene.tree, this.size) + "px");
			this.measure();
		}
		const jump = still || viewChanged || this.version !== scene.version || this.camera === null;
		this.version = scene.version;
		this.scene = scene;
		this.hover(null);
		const target = this.view.camera(scene, scene.zoom, this.size);
		if (jump || calm.matches)
			this.jump(target);
		else if (target.some((value, i) => value !== this.target[i]))
			this.travel(target);
		else
			this.redraw();
	}

	jump(target) {
		this.target = this.camera = target;
		this.began = null;
		this.draw();
		const picture = this.viewId + this.version;
		if (this.settledFor === picture || this.size.width === 0)
			return;
		this.settledFor = picture;
		this.scroller.scrollTop = this.view.startsAtBottom() ? this.scroller.scrollHeight : 0;
	}

	travel(target) {
		if (!this.began)
			this.view.depart?.(this.brush);
		this.source = this.camera;
		this.target = target;
		this.began = performance.now();
		this.redraw();
	}

	// At the next frame of the display, once however often it is asked for.
	redraw() {
		if (this.waiting)
			return;
		this.waiting = true;
		requestAnimationFrame(now => {
			this.waiting = false;
			this.tick(now);
		});
	}

	tick(now) {
		if (this.began !== null && this.began !== undefined) {
			const part = Math.min(1, Math.max(0, (now - this.began) / MOTION));
			this.camera = part === 1 ? this.target : this.between(ease(part));
			if (part < 1)
				this.redraw();
			else
				this.began = null;
		}
		this.draw();
	}

	between(part) {
		const {source, target, view} = this;
		return view.between ? view.between(source, target, part) : source.map((from, i) => from + (target[i] - from) * part);
	}

	// Whether the room is other than before.
	measure() {
		const {clientWidth, clientHeight} = this.scroller;
		const {width, height, row} = this.size;
		this.size = {...this.size, width: clientWidth, height: clientHeight, row: coarse.matches ? 30 : 22, least: this.app.leastWidth};
		return width !== clientWidth || height !== clientHeight || row !== this.size.row;
	}

	resized() {
		if (this.measure() && this.scene)
			this.jump(this.view.camera(this.scene, this.scene.zoom, this.size));
	}

	draw() {
		const {brush, scene, size, marks} = this;
		if (!scene || size.width === 0)
			return;
		const began = performance.now();
		size.scroll = this.scroller.scrollTop;
		size.moving = this.isMoving();
		brush.resize(size.width, size.height, devicePixelRatio || 1);
		marks.clear();
		brush.begin(scene.theme, FONT);
		this.view.layout(brush, scene, this.camera, size, marks);
		this.fitHeight(size);
		brush.context.clearRect(0, 0, size.width, size.height);
		this.view.paint(brush, scene, this.camera, size, marks);
		this.cost = performance.now() - began;
		this.drawOverlay();
	}

	// What can be scrolled is as high as its content.
	fitHeight(size) {
		const before = this.spaced, after = this.view.contentHeight(size);
		if (after === before)
			return;
		this.spacer.style.height = after + "px";
		this.spaced = after;
		// What grows upwards keeps its foot where it is.
		if (this.view.startsAtBottom())
			this.scroller.scrollTop = size.scroll + after - (before ?? after);
		size.scroll = this.scroller.scrollTop;
	}

	isMoving() {
		return Boolean(this.began);
	}

	// What lies above the picture: what the pointer is on, what is selected.
	drawOverlay() {
		const {scene, size, overlay} = this;
		if (!scene || size.width === 0)
			return;
		const ratio = devicePixelRatio || 1;
		const wide = Math.round(size.width * ratio), high = Math.round(size.height * ratio);
		if (overlay.width !== wide || overlay.height !== high) {
			overlay.width = wide;
			overlay.height = high;
		}
		const context = overlay.getContext("2d");
		context.setTransform(ratio, 0, 0, ratio, 0, 0);
		context.clearRect(0, 0, size.width, size.height);
		if (this.hovered)
			this.fillMark(context, this.hovered, scene.theme.hover);
		const selected = this.marks.find(this.app.selected);
		const focused = this.scroller.matches(":focus-visible");
		if (selected && (focused || this.app.selected !== scene.zoom.node))
			this.ringMark(context, selected, focused ? 3 : 2);
	}

	fillMark(context, mark, fill) {
		context.beginPath();
		this.view.outline(context, mark, this.size);
		context.fillStyle = fill;
		context.fill();
		context.strokeStyle = this.scene.theme.ring;
		context.lineWidth = 1;
		context.stroke();
	}

	// Two lines, dark and light, so that one of them is seen on any colour.
	ringMark(context, mark, width) {
		for (const [line, colour] of [[width + 2, this.scene.theme.ground], [width, this.scene.theme.ring]]) {
			context.beginPath();
			this.view.outline(context, mark, this.size);
			context.lineWidth = line;
			context.strokeStyle = colour;
			context.stroke();
		}
	}

	markAt(event) {
		const box = this.scroller.getBoundingClientRect();
		return this.scene ? this.view.hit(this.marks, event.clientX - box.left, event.clientY - box.top) : null;
	}

	move(event) {
		if (event.pointerType === "touch")
			return;
		this.hover(this.markAt(event), event);
	}

	hover(mark, event) {
		const same = mark?.node === this.hovered?.node && mark?.merged === this.hovered?.merged;
		this.hovered = mark;
		this.scroller.style.cursor = mark ? "pointer" : "";
		if (!same)
			this.drawOverlay();
		this.app.hovered(mark, event, same);
	}

	// Lights a node that something else than the pointer names: a row of the table.
	point(node) {
		this.hovered = node === null ? null : this.marks.find(node);
		this.drawOverlay();
	}

	press(event) {
		const mark = this.markAt(event);
		if (!mark)
			return;
		event.preventDefault();
		this.scroller.focus({preventScroll: true});
		this.app.pressed(mark, event.ctrlKey || event.metaKey || event.button === 1);
	}

	// Where the page is scrolled: who follows a row of the table wants to see where it leads.
	bringIntoSight() {
		this.element.scrollIntoView({block: "nearest", behavior: calm.matches ? "auto" : "smooth"});
	}

	// Brings a node's row into sight.
	reveal(node) {
		const [top, bottom] = this.view.span(this.scene, node, this.size);
		const {scrollTop, clientHeight} = this.scroller;
		if (top < scrollTop)
			this.scroller.scrollTop = top;
		else if (bottom > scrollTop + clientHeight)
			this.scroller.scrollTop = bottom - clientHeight;
	}
}
