// SPDX-License-Identifier: MIT
// The script of `-f svg --interactive`: a click zooms, "/" or Ctrl+F searches, Escape leads back. Without it the picture stands still.
"use strict";
const svg = document.documentElement;
const space = "http://www.w3.org/2000/svg";
const INSET = 4, LEAST = 14, NARROW = 0.3, GAP = 0.5;

// Of a title whose steps are joined again: "path:12 name" is a frame's, "… 12 more" stands behind what is merged, all else is a path.
function nameOf(place) {
	const more = / … ([\d,]+) more$/.exec(place);
	if (more)
		return "+" + more[1];
	return /^.*?:\d+ (.+)$/.exec(place)?.[1] ?? place.slice(place.lastIndexOf("/") + 1);
}

function frameOf(group) {
	const place = group.querySelector("title").textContent.split("\n")[0].replaceAll(" / ", "/");
	const box = group.querySelector("rect"), label = group.querySelector("text");
	const [x, y, w] = ["x", "y", "width"].map(key => Number(box.getAttribute(key)));
	return {group, box, place, x, y, w, name: nameOf(place), label, text: label?.textContent ?? "", share: group.querySelector(".s")};
}

const all = Array.from(svg.querySelectorAll("g"), frameOf);
const root = all[0] ?? {x: 0, y: 0, w: 0};
root.name = svg.querySelector("title").textContent;
const grows = Math.sign((all.find(frame => frame.y !== root.y) ?? root).y - root.y);
let zoomed = root, wanted = null;

function write(x, classes) {
	const text = document.createElementNS(space, "text");
	text.setAttribute("x", x);
	text.setAttribute("y", 58);
	text.setAttribute("class", classes);
	svg.append(text);
	return text;
}

const right = root.x + root.w;
const found = write(right, "facts s");
const hint = document.createElementNS(space, "tspan");
const reset = document.createElementNS(space, "tspan");
for (const part of [reset, hint]) {
	part.setAttribute("tabindex", "0");
	part.setAttribute("role", "button");
	part.setAttribute("class", "does");
	part.setAttribute("dx", 14);
}
const share = document.createElementNS(space, "tspan");
found.append(share, reset, hint);
hint.textContent = "Search";

// As much of a name as fits.
function fit(frame, room) {
	if (!frame.label) {
		frame.label = document.createElementNS(space, "text");
		frame.label.setAttribute("y", frame.y + 14);
		frame.group.append(frame.label);
	}
	const {label, name} = frame;
	label.textContent = room < LEAST ? "" : name;
	if (label.textContent === "" || label.getComputedTextLength() <= room)
		return;
	let low = 0, high = Math.min(name.length, Math.ceil(room / 3));
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		label.textContent = name.slice(0, middle) + "…";
		if (label.getComputedTextLength() <= room)
			low = middle;
		else
			high = middle - 1;
	}
	label.textContent = low >= 2 ? name.slice(0, low).trimEnd() + "…" : "";
}

// Whether what a frame shows is part of what is zoomed into, or holds it.
function belongs(each, frame) {
	const inner = isAround(each, frame) ? frame : each, outer = inner === each ? frame : each;
	return inner.x >= outer.x - GAP && inner.x + inner.w <= outer.x + outer.w + GAP;
}

function isAround(each, frame) {
	return (each.y - frame.y) * grows < 0;
}

// Only what has room is shown; what lies around the frame stays, dim.
function zoom(frame) {
	zoomed = frame;
	const scale = root.w / frame.w;
	for (const each of all) {
		const left = root.x + (each.x - frame.x) * scale;
		const from = Math.max(left, root.x), to = Math.min(left + each.w * scale, right);
		const shown = to - from > NARROW && belongs(each, frame);
		each.group.style.display = shown ? "" : "none";
		if (!shown)
			continue;
		each.group.style.opacity = isAround(each, frame) ? 0.6 : 1;
		each.box.setAttribute("x", from);
		each.box.setAttribute("width", to - from);
		place(each, from, to - from);
	}
	reset.textContent = frame === root ? "" : "Reset zoom";
}

// As it was drawn, or with a name that fits the new width.
function place(frame, x, width) {
	const still = zoomed === root;
	if (frame.share)
		frame.share.style.display = still ? "" : "none";
	if (!still)
		fit(frame, width - 2 * INSET);
	else if (frame.label)
		frame.label.textContent = frame.text;
	frame.label?.setAttribute("x", x + INSET);
}

function matches(frame) {
	return wanted !== null && wanted.test(frame.place);
}

function read(typed) {
	const flags = typed === typed.toLowerCase() ? "i" : "";
	try {
		return new RegExp(typed, flags);
	} catch {
		return new RegExp(typed.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), flags);
	}
}

function search(typed) {
	wanted = typed ? read(typed) : null;
	// Each stretch once, however frames that match are nested.
	let sum = 0, end = -Infinity;
	for (const frame of [...all].sort((a, b) => a.x - b.x || b.w - a.w)) {
		const hit = matches(frame);
		frame.group.classList.toggle("lit", hit);
		if (!hit || frame.x + frame.w <= end)
			continue;
		sum += frame.x + frame.w - Math.max(frame.x, end);
		end = frame.x + frame.w;
	}
	share.textContent = wanted ? `Matched: ${(sum / root.w * 100).toFixed(1)}%` : "";
	hint.textContent = wanted ? "Reset search" : "Search";
}

function ask() {
	search(wanted ? "" : prompt("Search by text or regular expression"));
}

svg.addEventListener("click", event => {
	if (event.target === reset)
		return zoom(root);
	if (event.target === hint)
		return ask();
	const group = event.target.closest("g");
	const frame = all.find(each => each.group === group);
	if (frame)
		zoom(frame);
});
addEventListener("keydown", event => {
	if (event.key === "Escape") {
		if (zoomed !== root)
			zoom(root);
		else
			search("");
	} else if (event.key === "Enter" && event.target.matches?.(".does")) {
		event.target.dispatchEvent(new MouseEvent("click", {bubbles: true}));
	} else if ((event.key === "/" && !event.ctrlKey) || (event.key === "f" && (event.ctrlKey || event.metaKey))) {
		event.preventDefault();
		search(prompt("Search by text or regular expression"));
	}
});
const style = document.createElementNS(space, "style");
style.textContent = "g{cursor:pointer}.lit>rect{fill:#c2187a}.lit>text{fill:#fff}.does{cursor:pointer;text-decoration:underline}";
svg.append(style);
