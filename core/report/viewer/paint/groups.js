// SPDX-License-Identifier: MIT
// What belongs together: kinds of frames, files of a language.
import {luminance, mix, parseHex} from "../paint/colour.js";
import {ownCounts} from "../model/measure.js";
import {safeColour} from "../paint/ramp.js";
import {FILE, NO_LANGUAGE} from "../model/tree.js";

// Of Okabe and Ito's set, so that every sight tells them apart.
export const KIND_GROUPS = [
	{id: "folder", label: "Folder", light: "#b9b2a9", dark: "#6d665f", kinds: ["repository", "folder"]},
	{id: "file", label: "File", light: "#56B4E9", dark: "#56B4E9", kinds: ["file"]},
	{id: "type", label: "Class, type", light: "#E69F00", dark: "#E69F00", kinds: ["class", "struct", "interface", "enum", "trait",
		"impl", "union", "record", "type", "protocol", "extension", "object", "annotation", "instance", "mixin"]},
	{id: "space", label: "Module, namespace", light: "#CC79A7", dark: "#CC79A7", kinds: ["module", "namespace", "package"]},
	{id: "function", label: "Function", light: "#009E73", dark: "#009E73", kinds: ["function", "procedure", "subroutine"]},
	{id: "method", label: "Method", light: "#0072B2", dark: "#2f8fc9", kinds: ["method", "constructor", "destructor", "getter", "setter"]},
	{id: "lambda", label: "Lambda", light: "#F0E442", dark: "#F0E442", kinds: ["lambda", "closure"]},
	{id: "other", label: "Other", light: "#D55E00", dark: "#D55E00", kinds: []},
];

// The group of each kind in the header.
export function groupOfKinds(tree) {
	return tree.header.kinds.map(kind => {
		const group = KIND_GROUPS.findIndex(({kinds}) => kinds.includes(kind));
		return group < 0 ? KIND_GROUPS.length - 1 : group;
	});
}

const ROLE_COLOURS = {production: "#0072B2", test: "#009E73", generated: "#E69F00", vendored: "#CC79A7", documentation: "#56B4E9",
	minified: "#D55E00", duplicate: "#F0E442"};

export function roleColour(name) {
	return parseHex(Object.hasOwn(ROLE_COLOURS, name) ? ROLE_COLOURS[name] : "#999999");
}

// What files of each role hold, by the one that counts; duplicates, whose role never does, count once more.
export function weighRoles(tree, totals) {
	const names = tree.header.roles;
	const weights = names.map(() => 0);
	const twin = names.indexOf("duplicate");
	for (let i = 0; i < tree.size; i++) {
		if (tree.kind[i] !== FILE)
			continue;
		weights[tree.leading[i]] += totals[i];
		if (twin >= 0 && tree.roles[i] >> twin & 1)
			weights[twin] += totals[i];
	}
	return weights;
}

// What files of each language hold.
export function weighLanguages(tree, totals) {
	const weights = tree.header.languages.map(() => 0);
	for (let i = 0; i < tree.size; i++) {
		if (tree.kind[i] === FILE)
			weights[tree.language[i]] += totals[i];
	}
	return weights;
}

// Colours of the languages, and the languages, the largest first.
export function languageColours(tree, totals, safe) {
	const languages = tree.header.languages;
	const weights = weighLanguages(tree, totals);
	const order = languages.map((_, language) => ({language, weight: weights[language]})).sort((a, b) => b.weight - a.weight);
	const ranks = safe ? rankLanguages(tree) : null;
	return {colours: languages.map((language, i) => safe ? safeColour(ranks[i]) : ownColour(language)), order};
}

// By all their lines, which no filter or metric changes: a colour stays with its language.
function rankLanguages(tree) {
	const lines = ownCounts(tree, "lines");
	const weights = tree.header.languages.map(() => 0);
	for (let i = 0; i < tree.size; i++) {
		if (tree.kind[i] >= FILE)
			weights[tree.language[i]] += lines[i];
	}
	const ranks = [];
	weights.map((_, i) => i).sort((a, b) => weights[b] - weights[a]).forEach((language, rank) => ranks[language] = rank);
	return ranks;
}

// As in core/report/svg_paint_language.c: a colour of its own for what has none, and a tint for greys, which would be one colour.
const OTHERS = ["#8c6bb1", "#6a8caf", "#7aa874", "#b5838d", "#a98467", "#6d9dc5", "#c08552", "#7f8c8d"].map(parseHex);
const GREY = 0.06, TINT = 0.3, TINT_DARK = parseHex("#7a5230"), TINT_MIDDLE = parseHex("#3f6fa3"), DARK = 0.05;

function ownColour({name, color}) {
	const own = parseHex(color);
	if (!own) {
		const sum = new TextEncoder().encode(name).reduce((sum, byte) => Math.imul(sum, 31) + byte >>> 0, 0);
		return OTHERS[sum % OTHERS.length];
	}
	return Math.max(...own) - Math.min(...own) < GREY ? mix(own, luminance(own) < DARK ? TINT_DARK : TINT_MIDDLE, TINT) : own;
}

// The language that most of a folder's lines are of; NO_LANGUAGE for none.
export function leadingLanguages(tree, totals) {
	const lead = new Uint16Array(tree.size).fill(NO_LANGUAGE);
	const shares = new Map(); // of folders: language -> weight
	const share = (node, language, weight) => {
		if (!shares.has(node))
			shares.set(node, new Map());
		const own = shares.get(node);
		own.set(language, (own.get(language) ?? 0) + weight);
	};
	for (let i = tree.size - 1; i >= 0; i--) {
		if (tree.kind[i] > FILE)
			continue;
		if (tree.kind[i] === FILE) {
			share(tree.parent[i], tree.language[i], totals[i]);
		} else if (shares.has(i)) {
			let most = -1;
			for (const [language, weight] of shares.get(i)) {
				if (weight > most) {
					most = weight;
					lead[i] = language;
				}
				if (i > 0)
					share(tree.parent[i], language, weight);
			}
			shares.delete(i);
		}
	}
	return lead;
}
