// SPDX-License-Identifier: MIT
// Parts of rings, and names within them. Angles in radians, clockwise from the right as a canvas has them.

const THIN = 0.06; // radians: below, four straight lines are as good
const PAD = 4, RADIAL_HIGH = 12.5, RADIAL_WIDE = 24, ALONG_WIDE = 26, ALONG_HIGH = 13;
const BEND = 1.6; // pixels that straight text may be off its ring
const FULL = 2 * Math.PI;

// Adds the part to the path.
export function addArc(context, {x, y}, a0, a1, r0, r1) {
	if (a1 - a0 < THIN && r0 > 0) {
		const [c0, s0, c1, s1] = [Math.cos(a0), Math.sin(a0), Math.cos(a1), Math.sin(a1)];
		context.moveTo(x + r0 * c0, y + r0 * s0);
		context.lineTo(x + r1 * c0, y + r1 * s0);
		context.lineTo(x + r1 * c1, y + r1 * s1);
		context.lineTo(x + r0 * c1, y + r0 * s1);
		context.closePath();
		return;
	}
	context.moveTo(x + r1 * Math.cos(a0), y + r1 * Math.sin(a0));
	context.arc(x, y, r1, a0, a1);
	if (r0 > 0) {
		if (a1 - a0 > FULL - 1e-6)
			context.moveTo(x + r0 * Math.cos(a1), y + r0 * Math.sin(a1));
		context.arc(x, y, r0, a1, a0, true);
	}
	context.closePath();
}

// Puts a name where it has most room: along the ring, or from its inner to its outer edge.
export function nameArc(brush, text, ink, centre, {a0, a1, r0, r1}, kind) {
	const middle = (r0 + r1) / 2, length = (a1 - a0) * middle, thick = r1 - r0;
	const {labels} = brush;
	if (length >= ALONG_WIDE && length >= thick && thick >= ALONG_HIGH)
		return nameAlong(brush, labels.fit(text, Math.min(length - 2 * PAD, FULL * middle * 0.9), kind), ink, centre, {a0, a1, middle});
	if (length >= RADIAL_HIGH && thick >= RADIAL_WIDE)
		nameOutward(brush, labels.fit(text, thick - 2 * PAD, kind), ink, centre, (a0 + a1) / 2, middle);
}

function write(brush, text, x, y, angle) {
	const {context} = brush;
	context.translate(x, y);
	context.rotate(angle);
	context.fillText(text, -brush.labels.width(text) / 2, 0.5);
	brush.upright();
}

function nameOutward(brush, text, ink, {x, y}, angle, radius) {
	if (text === "")
		return;
	brush.context.fillStyle = ink;
	const turned = Math.cos(angle) < 0;
	write(brush, text, x + radius * Math.cos(angle), y + radius * Math.sin(angle), turned ? angle + Math.PI : angle);
}

function nameAlong(brush, text, ink, {x, y}, {a0, a1, middle}) {
	if (text === "")
		return;
	brush.context.fillStyle = ink;
	const angle = a1 - a0 > FULL - 1e-6 ? -Math.PI / 2 : (a0 + a1) / 2;
	// In the lower half the other way round, so that no text stands on its head.
	const way = Math.sin(angle) > 0 ? -1 : 1;
	const width = brush.labels.width(text);
	if (width * width <= 8 * BEND * middle)
		return write(brush, text, x + middle * Math.cos(angle), y + middle * Math.sin(angle), angle + way * Math.PI / 2);
	let at = angle - way * width / middle / 2;
	for (const letter of lettersOf(text)) {
		const turn = way * brush.labels.width(letter) / middle;
		const here = at + turn / 2;
		write(brush, letter, x + middle * Math.cos(here), y + middle * Math.sin(here), here + way * Math.PI / 2);
		at += turn;
	}
}

// With the marks that belong to each. Scripts whose letters join or change places stay in one piece.
function lettersOf(text) {
	return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}]*$/u.test(text) ? text.match(/.\p{M}*/gsu) : [text];
}
