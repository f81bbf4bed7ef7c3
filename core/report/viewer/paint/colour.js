// SPDX-License-Identifier: MIT
// Colours as the eye has them (OKLCH), and which text can be read on them.

const linear = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const gamma = value => value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;

// "#RRGGBB" or "#RGB" as three numbers from 0 to 1; null where it is neither.
export function parseHex(text) {
	const match = /^#([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text ?? "");
	if (!match)
		return null;
	const digits = match[1].length === 6 ? match[1] : match[1].replace(/./g, "$&$&");
	return [0, 2, 4].map(at => parseInt(digits.slice(at, at + 2), 16) / 255);
}

export function hexOf(rgb) {
	return "#" + rgb.map(value => Math.round(Math.min(1, Math.max(0, value)) * 255).toString(16).padStart(2, "0")).join("");
}

export function toOklch(rgb) {
	const [r, g, b] = rgb.map(linear);
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	const light = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
	const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
	const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
	return {l: light, c: Math.hypot(a, bb), h: Math.atan2(bb, a)};
}

function rgbOf({l, c, h}) {
	const a = c * Math.cos(h), b = c * Math.sin(h);
	const x = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const y = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const z = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
		-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
		-0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z];
}

// The nearest colour of that lightness and hue that a screen has.
export function fromOklch({l, c, h}) {
	for (let chroma = c; ; chroma = chroma > 0.004 ? chroma - 0.004 : 0) {
		const rgb = rgbOf({l, c: chroma, h});
		if (chroma === 0 || rgb.every(value => value > -0.001 && value < 1.001))
			return rgb.map(value => gamma(Math.min(1, Math.max(0, value))));
	}
}

// Part `share` of the way from one to the other, as light mixes on a screen.
export function mix(from, to, share) {
	return from.map((value, i) => value + (to[i] - value) * share);
}

export function luminance(rgb) {
	const [r, g, b] = rgb.map(linear);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a, b) {
	const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (high + 0.05) / (low + 0.05);
}

const INKS = [[1, 1, 1], [0.07, 0.06, 0.05], [0, 0, 0]];

// Light or dark text, whichever is read better; black where only that has a contrast of 4.5, and on any colour white or black has.
export function inkOn(rgb) {
	if (inkIsLight(rgb))
		return hexOf(INKS[0]);
	return hexOf(contrast(rgb, INKS[1]) >= 4.6 ? INKS[1] : INKS[2]);
}

export function inkIsLight(rgb) {
	return contrast(rgb, INKS[0]) >= contrast(rgb, INKS[2]);
}
