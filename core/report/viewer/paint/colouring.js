// SPDX-License-Identifier: MIT
// Which colour a node has: each way of colouring puts every node into a slot, and gives each slot a colour and a place in the legend.
import {hexOf, inkIsLight, inkOn, mix, parseHex} from "../paint/colour.js";
import {scaleColour, settle, shade} from "../paint/ramp.js";
import {binsOf, SCALES} from "../paint/scales.js";
import {KIND_GROUPS, groupOfKinds, languageColours, leadingLanguages, roleColour} from "../paint/groups.js";
import {FILE, NO_LANGUAGE} from "../model/tree.js";

// Neighbours of one colour differ a little, so that each is seen: away from the ink, which is the same on all of them.
const SHADES = [0, 0.03, 0.055, 0.085];
const TINTS = [0.38, 0.28]; // of the colour in a folder
const PER_GROUP = SHADES.length + TINTS.length;

function shadeOf(node) {
	return (Math.imul(node, 0x9E3779B1) >>> 15) & 3;
}

// From the first slot of a group to the one behind its last.
function groupSlots(group) {
	return [group * PER_GROUP, (group + 1) * PER_GROUP];
}

// Fills of a group's slots: its colour in all shades, then what folders of it have.
function groupFills(colour, theme) {
	const neutral = parseHex(theme.neutral);
	const away = inkIsLight(colour) ? -1 : 1;
	const grounds = [neutral, shade(neutral, theme.dark ? 0.03 : -0.03)];
	return [...SHADES.map(by => shade(colour, by * away)), ...TINTS.map((share, i) => mix(grounds[i], colour, share))];
}

function byLanguage({tree, totals, theme, state, counts}) {
	const languages = tree.header.languages;
	const {colours, order} = languageColours(tree, counts.of(state.metric), state.palette === "safe");
	const lead = leadingLanguages(tree, totals);
	const slotOf = i => {
		const folder = tree.kind[i] < FILE;
		const group = folder ? lead[i] : tree.language[i];
		return (group === NO_LANGUAGE ? languages.length : group) * PER_GROUP + (folder ? SHADES.length + (shadeOf(i) & 1) : shadeOf(i));
	};
	const fills = [...colours, parseHex(theme.neutral)].flatMap(colour => groupFills(settle(colour, theme.dark), theme));
	const legend = order.map(({language, weight}) => ({
		key: "l:" + languages[language].name, label: languages[language].name, weight,
		colour: hexOf(settle(colours[language], theme.dark)), slots: groupSlots(language),
	}));
	return {slotOf, fills, legend, title: "Language"};
}

function byKind({tree, theme, own}) {
	const groups = groupOfKinds(tree);
	const weights = KIND_GROUPS.map(() => 0);
	for (let i = 0; i < tree.size; i++)
		weights[groups[tree.kind[i]]] += own[i];
	const slotOf = i => groups[tree.kind[i]] * PER_GROUP + shadeOf(i);
	const fills = KIND_GROUPS.flatMap(group => groupFills(settle(parseHex(theme.dark ? group.dark : group.light), theme.dark), theme));
	const legend = KIND_GROUPS.map((group, i) => ({
		key: "k:" + group.id, label: group.label, weight: weights[i], slots: groupSlots(i),
		colour: hexOf(settle(parseHex(theme.dark ? group.dark : group.light), theme.dark)),
	})).filter((item, i) => Array.prototype.includes.call(groups, i));
	return {slotOf, fills, legend, title: "Kind of frame"};
}

// What files are for. Folders whose files differ in it have the colour of none.
function byRole({tree, theme, own}) {
	const names = tree.header.roles;
	const weights = names.map(() => 0);
	for (let i = 0; i < tree.size; i++) {
		if (tree.kind[i] >= FILE)
			weights[tree.leading[i]] += own[i];
	}
	const slotOf = i => tree.leading[i] * PER_GROUP + (tree.kind[i] < FILE ? SHADES.length + (shadeOf(i) & 1) : shadeOf(i));
	const colours = names.map(name => settle(roleColour(name), theme.dark));
	const fills = [...colours, parseHex(theme.neutral)].flatMap(made => groupFills(made, theme));
	const legend = names.map((name, i) => ({key: "r:" + name, label: name, weight: weights[i], colour: hexOf(colours[i]), slots: groupSlots(i)}))
		.sort((a, b) => b.weight - a.weight);
	return {slotOf, fills, legend, title: "Role"};
}

function byScale(scene, scale) {
	const {labels, title, id} = scale;
	const {theme, own} = scene;
	const bins = binsOf(scene, scale);
	const weights = new Float64Array(labels.length + 1);
	for (let i = 0; i < bins.length; i++)
		weights[bins[i]] += own[i];
	const fills = labels.map((_, i) => scaleColour(i / (labels.length - 1), theme.dark));
	fills.push(parseHex(theme.neutral));
	const legend = labels.map((label, i) => ({key: `v:${id}:${i}`, label, weight: weights[i], colour: hexOf(fills[i]), slots: [i, i + 1]}));
	return {slotOf: i => bins[i], fills, legend, title, scale: true};
}

export const COLOURINGS = [
	{id: "language", label: "Language", make: byLanguage},
	{id: "kind", label: "Kind of frame", make: byKind},
	{id: "role", label: "Role", make: byRole},
	...SCALES.map(scale => ({id: scale.id, label: scale.label, make: scene => byScale(scene, scale)})),
];

// {slotOf, fills, inks, dims, dimInks, legend, title}: colours as the canvas takes them.
export function colour(scene) {
	const way = COLOURINGS.find(({id}) => id === scene.state.colour) ?? COLOURINGS[0];
	const made = way.make(scene);
	const ground = parseHex(scene.theme.ground);
	const dims = made.fills.map(fill => mix(fill, ground, 0.78));
	return {...made, fills: made.fills.map(hexOf), inks: made.fills.map(inkOn), dims: dims.map(hexOf),
		dimInks: dims.map(fill => hexOf(mix(parseHex(inkOn(fill)), fill, 0.3)))};
}
