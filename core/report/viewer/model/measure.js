// SPDX-License-Identifier: MIT
// What a width means: a metric, summed over the tree.
import {FILE} from "../model/tree.js";

export const METRICS = [
	{id: "code", label: "Code", unit: "lines of code", one: "line of code"},
	{id: "comment", label: "Comment", unit: "lines of comment", one: "line of comment"},
	{id: "blank", label: "Blank", unit: "blank lines", one: "blank line"},
	{id: "lines", label: "Lines", unit: "lines", one: "line"},
	{id: "functions", label: "Functions", unit: "functions", one: "function"},
	{id: "complexity", label: "Complexity", unit: "cyclomatic complexity", one: "cyclomatic complexity"},
];

export function metricOf(id) {
	return METRICS.find(metric => metric.id === id) ?? METRICS[0];
}

// Own counts of each node. `lines` is not written: it is what the classes add up to.
export function ownCounts(tree, id) {
	if (!tree.own[id] && id === "lines") {
		const {code, comment, blank} = tree.own;
		tree.own.lines = code.map((value, i) => value + comment[i] + blank[i]);
	}
	return tree.own[id];
}

// Sums with all below; nodes for which `hidden` holds 1 count nothing of their own.
export function sumUp(tree, own, hidden) {
	const sums = new Float64Array(own);
	if (hidden) {
		for (let i = 0; i < sums.length; i++) {
			if (hidden[i])
				sums[i] = 0;
		}
	}
	for (let i = tree.size - 1; i > 0; i--)
		sums[tree.parent[i]] += sums[i];
	return sums;
}

// Sums of the tree but for what is hidden, each made when it is first asked for.
export class Totals {
	constructor(tree, hidden = null) {
		this.tree = tree;
		this.hidden = hidden;
		this.made = new Map();
	}

	of(id) {
		if (!this.made.has(id))
			this.made.set(id, sumUp(this.tree, ownCounts(this.tree, id), this.hidden));
		return this.made.get(id);
	}

	// Of the root alone, which needs no sums of what is below it.
	whole(id) {
		if (this.made.has(id))
			return this.made.get(id)[0];
		const own = ownCounts(this.tree, id), {hidden} = this;
		let sum = 0;
		for (let i = 0; i < own.length; i++)
			sum += hidden && hidden[i] ? 0 : own[i];
		return sum;
	}

	// Files below each node; a file counts as one.
	files() {
		if (!this.made.has("files"))
			this.made.set("files", sumUp(this.tree, this.tree.kind.map(kind => kind === FILE ? 1 : 0), this.hidden));
		return this.made.get("files");
	}
}
