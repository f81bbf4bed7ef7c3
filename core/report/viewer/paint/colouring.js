// SPDX-License-Identifier: MIT
// Which colour a node has: each way of colouring puts every node into a slot, and gives each slot a colour and a place in the legend.
import {hexOf, inkIsLight, inkOn, mix, parseHex} from "../paint/colour.js";
import {scaleColour, settle, shade} from "../paint/ramp.js";
import {KIND_GROUPS, groupOfKinds, languageColours, leadingLanguages} from "../paint/groups.js";
import {FILE, NO_LANGUAGE} from "../model/tree.js";

// Neighbours of one colour differ a little, so that each is seen: away from the ink, which is the same on all of them.
const SHADES = [0, 0.03, 0.055, 0.085];
const TINTS = [0.38, 0.28]; // of the colour in a folder
const PER_GROUP = SHADES.length + TINTS.length;

function shadeOf(node) {
	return (Math.imul(node, 0x9E3779B1) >>> 15) & 3;
}

// Fills of a group's slots: its colour in all shades, then what folders of it have.
function groupFills(colour, theme) {
	const neutral = parseHex(theme.neutral);
	const away = inkIsLight(colour) ? -1 : 1;
	return [...SHADES.map(by => shade(colour, by * away)), ...TINTS.map(share => mix(neutral, colour, share))];
}

function byLanguage({tree, totals, theme, state, counts}) {
	const languages = tree.header.languages;
	const {colours, order} = languageColours(tree, counts.of(state.metric), state.palette === "safe");
	const lead = leadingLanguages(tree, totals);
	const slots = new Uint16Array(tree.size);
	for (let i = 0; i < tree.size; i++) {
		const folder = tree.kind[i] < FILE;
		const group = folder ? lead[i] : tree.language[i];
		slots[i] = (group === NO_LANGUAGE ? languages.length : group) * PER_GROUP + (folder ? SHADES.length + (shadeOf(i) & 1) : shadeOf(i));
	}
	const fills = [...colours, parseHex(theme.neutral)].flatMap(colour => groupFills(settle(colour, theme.dark), theme));
	const legend = order.map(({language, weight}) => ({
		key: "l:" + languages[language].name, label: languages[language].name, weight,
		colour: hexOf(settle(colours[language], theme.dark)), hides: true,
	}));
	return {slots, fills, legend, title: "Language"};
}

function byKind({tree, theme, own}) {
	const groups = groupOfKinds(tree);
	const slots = new Uint16Array(tree.size);
	const weights = KIND_GROUPS.map(() => 0);
	for (let i = 0; i < tree.size; i++) {
		const group = groups[tree.kind[i]];
		weights[group] += own[i];
		slots[i] = group * PER_GROUP + shadeOf(i);
	}
	const fills = KIND_GROUPS.flatMap(group => groupFills(settle(parseHex(theme.dark ? group.dark : group.light), theme.dark), theme));
	const legend = KIND_GROUPS.map((group, i) => ({
		key: "k:" + group.id, label: group.label, weight: weights[i], hides: true,
		colour: hexOf(settle(parseHex(theme.dark ? group.dark : group.light), theme.dark)),
	})).filter((item, i) => Array.prototype.includes.call(groups, i));
	return {slots, fills, legend, title: "Kind of frame"};
}

// A scale: `bounds` part the values into bins, `valueOf` gives a node's value or NaN for none.
function byScale({tree, theme}, title, bounds, labels, valueOf) {
	const slots = new Uint16Array(tree.size);
	for (let i = 0; i < tree.size; i++) {
		const value = valueOf(i);
		let bin = 0;
		while (bin < bounds.length && value >= bounds[bin])
			bin++;
		slots[i] = Number.isNaN(value) ? labels.length : bin;
	}
	const fills = labels.map((_, i) => scaleColour(i / (labels.length - 1), theme.dark));
	fills.push(parseHex(theme.neutral));
	const legend = labels.map((label, i) => ({key: "s:" + i, label, colour: hexOf(fills[i]), slot: i}));
	return {slots, fills, legend, title, scale: true};
}

function byComment(scene) {
	const code = scene.counts.of("code"), comment = scene.counts.of("comment");
	return byScale(scene, "Comment share", [0.001, 0.05, 0.1, 0.2, 0.35, 0.5],
		["none", "< 5 %", "5–10 %", "10–20 %", "20–35 %", "35–50 %", "≥ 50 %"],
		i => code[i] + comment[i] > 0 ? comment[i] / (code[i] + comment[i]) : NaN);
}

function byComplexity(scene) {
	const complexity = scene.counts.of("complexity"), functions = scene.counts.of("functions");
	return byScale(scene, "Complexity of a function; above functions, their mean", [2, 4, 7, 11, 21, 51],
		["1", "2–3", "4–6", "7–10", "11–20", "21–50", "> 50"],
		i => functions[i] > 0 ? complexity[i] / (scene.tree.isFunction(i) ? 1 : functions[i]) : NaN);
}

function bySize(scene) {
	const lines = scene.counts.of("lines");
	return byScale(scene, "Lines", [10, 30, 100, 300, 1000, 10000, 100000],
		["< 10", "10–29", "30–99", "100–299", "300–999", "1,000–9,999", "10,000–99,999", "≥ 100,000"], i => lines[i]);
}

export const COLOURINGS = [
	{id: "language", label: "Language", make: byLanguage},
	{id: "kind", label: "Kind of frame", make: byKind},
	{id: "comment", label: "Comment share", make: byComment},
	{id: "complexity", label: "Complexity", make: byComplexity},
	{id: "size", label: "Size", make: bySize},
];

// {slots, fills, inks, dims, dimInks, legend, title}: colours as the canvas takes them.
export function colour(scene) {
	const way = COLOURINGS.find(({id}) => id === scene.state.colour) ?? COLOURINGS[0];
	const made = way.make(scene);
	const ground = parseHex(scene.theme.ground);
	const dims = made.fills.map(fill => mix(fill, ground, 0.78));
	return {...made, fills: made.fills.map(hexOf), inks: made.fills.map(inkOn), dims: dims.map(hexOf),
		dimInks: dims.map(fill => hexOf(mix(parseHex(inkOn(fill)), fill, 0.3)))};
}
