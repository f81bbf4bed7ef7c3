// SPDX-License-Identifier: MIT
// Colours for sets that colour-blind people tell apart, and for scales.
import {parseHex, fromOklch, toOklch} from "../paint/colour.js";

// Okabe and Ito's set: told apart by all kinds of sight. Grey is for the rest.
const SAFE = ["#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442"].map(parseHex);
const REST = parseHex("#999999");

export function safeColour(rank) {
	return SAFE[rank] ?? REST;
}

// Lightness carries the scale from end to end, so that it is read without hue too: blue, grey-green, yellow.
const STOPS = ["#16396d", "#3f5b83", "#68788a", "#928f83", "#c0a86e", "#f2cb4b"].map(parseHex);

// `share` from 0 to 1; on a dark ground as on a light one high values are the ones that are seen first.
export function scaleColour(share, dark) {
	const at = (dark ? share : 1 - share) * (STOPS.length - 1);
	const below = Math.min(Math.floor(at), STOPS.length - 2);
	return STOPS[below].map((value, i) => value + (STOPS[below + 1][i] - value) * (at - below));
}

// A colour of somebody else's choice, made to stand out from the ground: neither near black nor near white.
export function settle(rgb, dark) {
	const colour = toOklch(rgb);
	const low = dark ? 0.54 : 0.52, high = dark ? 0.8 : 0.84;
	return fromOklch({...colour, l: Math.min(high, Math.max(low, colour.l)), c: Math.min(colour.c, 0.19)});
}

export function shade(rgb, by) {
	const colour = toOklch(rgb);
	return fromOklch({...colour, l: Math.min(0.97, Math.max(0.1, colour.l + by))});
}
