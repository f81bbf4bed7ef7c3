// SPDX-License-Identifier: MIT
// Squarified layout (Bruls, Huizing, van Wijk): a rectangle shared out among weights, in their order, in pieces as square as can be.

// How far the worst piece of a strip is from a square. `side`: length of the strip, `sum`: its area.
function worst(least, most, sum, side) {
	const square = side * side, area = sum * sum;
	return Math.max(square * most / area, area / (square * least));
}

// Calls place(i, x, y, width, height) for each weight, all of which are above 0.
export function squarify(weights, {x, y, w, h}, place) {
	const whole = weights.reduce((sum, weight) => sum + weight, 0);
	const scale = w * h / whole;
	for (let from = 0; from < weights.length;) {
		const side = Math.min(w, h);
		let sum = 0, least = Infinity, most = 0, to = from;
		for (; to < weights.length; to++) {
			const area = weights[to] * scale;
			const low = Math.min(least, area), high = Math.max(most, area);
			if (to > from && worst(low, high, sum + area, side) > worst(least, most, sum, side))
				break;
			[least, most, sum] = [low, high, sum + area];
		}
		// The last strip takes what is left, whatever was lost in adding up.
		const across = w >= h;
		const thick = to === weights.length ? Math.max(w, h) : Math.min(sum / side, across ? w : h);
		for (let i = from, at = 0; i < to; i++) {
			const length = weights[i] * scale / sum * side;
			if (across)
				place(i, x, y + at, thick, length);
			else
				place(i, x + at, y, length, thick);
			at += length;
		}
		if (across)
			[x, w] = [x + thick, w - thick];
		else
			[y, h] = [y + thick, h - thick];
		from = to;
	}
}
