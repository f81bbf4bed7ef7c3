// SPDX-License-Identifier: MIT
// Names cut so that what is left still says most.
import {FILE, FRAMES} from "../model/tree.js";

const ELLIPSIS = "…";
const KEPT = 8192; // widths remembered
const ASCII = 128;
const LEAST_KEPT = 3; // letters, or the name says nothing
const LONGEST = 400; // characters that are looked at: no frame has room for more

// Marks that belong to the character before, and what joins them: no cut goes between.
const clings = /^[\p{M}\u200D\uFE0E\uFE0F\uDC00-\uDFFF]/u;

export class Labels {
	constructor() {
		this.widths = new Map();
		this.letters = new Float64Array(ASCII);
		this.font = "";
	}

	use(context, font) {
		this.context = context;
		context.font = font;
		if (font === this.font)
			return;
		this.font = font;
		this.widths.clear();
		this.letters.fill(0);
	}

	// Letters of ASCII and the ellipsis stand for themselves: of a name that is cut, each picture of a motion has another part.
	width(text) {
		let sum = 0;
		for (let i = 0; i < text.length; i++) {
			const code = text[i] === ELLIPSIS ? 0 : text.charCodeAt(i);
			if (code >= ASCII)
				return this.measure(text);
			sum += this.letters[code] || (this.letters[code] = this.context.measureText(text[i]).width);
		}
		return sum;
	}

	measure(text) {
		let width = this.widths.get(text);
		if (width === undefined) {
			if (this.widths.size >= KEPT)
				this.widths.clear();
			width = this.context.measureText(text).width;
			this.widths.set(text, width);
		}
		return width;
	}

	// As much of `text` as fits, with the tail of a file's name kept; "" where nothing that says anything does.
	fit(text, room, kind) {
		const name = text.length > LONGEST ? text.slice(0, LONGEST) + ELLIPSIS : text;
		if (room < 14)
			return "";
		if (this.width(name) <= room)
			return name;
		const tail = kind === FILE ? fileTail(name) : "";
		const short = kind >= FRAMES ? lastWord(name) : "";
		if (short !== "" && this.width(short) <= room)
			return short;
		return this.cut(short || name, tail, room);
	}

	cut(text, tail, room) {
		let low = 0, high = text.length - tail.length;
		const made = length => trim(text, length) + ELLIPSIS + tail;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.width(made(middle)) <= room)
				low = middle;
			else
				high = middle - 1;
		}
		if (tail !== "" && low < 3)
			return this.cut(text, "", room);
		return low >= LEAST_KEPT ? made(low) : "";
	}
}

function trim(text, length) {
	while (length > 0 && clings.test(text.slice(length)))
		length--;
	if (length > 0 && /[\uD800-\uDBFF]/.test(text[length - 1]))
		length--;
	return text.slice(0, length).trimEnd();
}

function fileTail(name) {
	const dot = name.lastIndexOf(".");
	return dot > 0 && name.length - dot <= 6 ? name.slice(dot) : "";
}

// `Serve` of `(*Server).Serve` or `net::Server::Serve`: the part that tells it from its neighbours.
function lastWord(name) {
	const at = Math.max(name.lastIndexOf("."), name.lastIndexOf("::") + 1, name.lastIndexOf("#"));
	return at > 0 && at < name.length - 1 ? name.slice(at + 1) : "";
}
