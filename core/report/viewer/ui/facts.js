// SPDX-License-Identifier: MIT
// What is known of a node, as rows for the panel, the tip and for copying.
import {FILE, ROOT} from "../model/tree.js";
import {metricOf} from "../model/measure.js";
import {count, number, share} from "../ui/format.js";
import {make} from "../ui/dom.js";

const CLASSES = [["code", "Code"], ["comment", "Comment"], ["blank", "Blank"]];
const ENGINES = {1: "by syntax", 2: "lexically"};

export function placeOf(tree, node) {
	const path = tree.path(node);
	if (!tree.isFrame(node))
		return path;
	const file = tree.fileOf(node);
	return `${tree.path(file)}:${tree.start[node]}–${tree.stop[node]}`;
}

// "Go method", "folder".
export function sortOf(tree, node) {
	const kind = tree.kindName(node), language = tree.languageOf(node);
	return language ? language.name + " " + kind : kind;
}

function sharesOf(scene, node) {
	const {tree, totals} = scene;
	const rows = [];
	if (node !== ROOT) {
		const parent = tree.parent[node];
		rows.push(["of " + (parent === ROOT ? "the whole" : "its " + tree.kindName(parent)), share(totals[node], totals[parent])]);
		if (parent !== ROOT)
			rows.push(["of the whole", share(totals[node], totals[ROOT])]);
	}
	return rows;
}

// [label, value] pairs.
export function factsOf(scene, node) {
	const {tree, shown, state} = scene;
	const value = id => shown.of(id)[node];
	const rows = [["Lines", number(value("lines"))]];
	if (tree.kind[node] < FILE && shown.files()[node] > 0)
		rows.push(["Files", number(shown.files()[node])]);
	const functions = value("functions");
	if (functions > 0 || value("complexity") > 0) {
		if (!tree.isFunction(node) || functions > 1)
			rows.push(["Functions", number(functions)]);
		rows.push(["Complexity", complexityText(scene, node, functions)]);
		if (tree.own.cognitive)
			rows.push(["Cognitive", number(value("cognitive"))]);
	}
	const metric = metricOf(state.metric);
	for (const [whole, text] of sharesOf(scene, node))
		rows.push([`${metric.label} ${whole}`, text]);
	const roles = tree.kind[node] >= FILE ? tree.rolesOf(node) : [];
	if (roles.length > 0)
		rows.push(["Role", roles.join(", ")]);
	if (tree.kind[node] === FILE && ENGINES[tree.engine[node]])
		rows.push(["Counted", ENGINES[tree.engine[node]]]);
	return rows;
}

function complexityText(scene, node, functions) {
	const all = scene.shown.of("complexity")[node];
	if (functions > 1 && !scene.tree.isFunction(node))
		return `${number(all)} (mean ${(all / functions).toFixed(1)})`;
	return number(all);
}

// Code, comment and blank as one bar with its numbers.
export function classBar(scene, node) {
	const values = CLASSES.map(([id, label]) => ({id, label, value: scene.shown.of(id)[node]}));
	const all = values.reduce((sum, {value}) => sum + value, 0);
	const bar = make("div.classes", {"aria-hidden": "true"});
	const key = make("ul.classkey");
	for (const {id, label, value} of values) {
		const part = make("span.part." + id);
		part.style.flexGrow = all > 0 ? value / all : 0;
		bar.append(part);
		key.append(make("li", {}, make("i." + id), label + " ", make("b", {}, number(value)), " ", make("small", {}, share(value, all))));
	}
	return make("div", {}, bar, key);
}

export function factList(rows) {
	return make("dl.facts", {}, ...rows.map(([label, text]) => make("div", {}, make("dt", {}, label), make("dd", {}, text))));
}

// The same as plain text.
export function factsText(scene, node) {
	const {tree} = scene;
	const classes = CLASSES.map(([id, label]) => [label, number(scene.shown.of(id)[node])]);
	return [tree.name(node), placeOf(tree, node), sortOf(tree, node),
		...[...classes, ...factsOf(scene, node)].map(([label, text]) => `${label}: ${text}`)].join("\n");
}

// One sentence: what a screen reader says.
export function sentence(scene, node) {
	const {tree, totals, state} = scene;
	const metric = metricOf(state.metric);
	return `${tree.name(node)}, ${sortOf(tree, node)}, ${count(totals[node], metric.one, metric.unit)}, ` +
		`${share(totals[node], totals[ROOT])} of the whole`;
}
