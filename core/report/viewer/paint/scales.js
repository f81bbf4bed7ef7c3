// SPDX-License-Identifier: MIT
// Colourings that measure: `bounds` part the values into bins, valueOf(scene) gives a node's value, NaN for none.

export const SCALES = [
	{id: "comment", label: "Comment share", title: "Comment share", bounds: [0.001, 0.05, 0.1, 0.2, 0.35, 0.5],
		labels: ["none", "< 5 %", "5–10 %", "10–20 %", "20–35 %", "35–50 %", "≥ 50 %"], valueOf({counts}) {
			const code = counts.of("code"), comment = counts.of("comment");
			return i => code[i] + comment[i] > 0 ? comment[i] / (code[i] + comment[i]) : NaN;
		}},
	{id: "complexity", label: "Complexity", title: "Complexity of a function; above functions, their mean", bounds: [2, 4, 7, 11, 21, 51],
		labels: ["1", "2–3", "4–6", "7–10", "11–20", "21–50", "> 50"], valueOf({counts, tree}) {
			const complexity = counts.of("complexity"), functions = counts.of("functions");
			return i => functions[i] > 0 ? complexity[i] / (tree.isFunction(i) ? 1 : functions[i]) : NaN;
		}},
	{id: "size", label: "Size", title: "Lines", bounds: [10, 30, 100, 300, 1000, 10000, 100000],
		labels: ["< 10", "10–29", "30–99", "100–299", "300–999", "1,000–9,999", "10,000–99,999", "≥ 100,000"], valueOf({counts}) {
			const lines = counts.of("lines");
			return i => lines[i];
		}},
];

// The bin of each node; what has no value comes behind the last.
export function binsOf(scene, {bounds, labels, valueOf}) {
	const value = valueOf(scene);
	const bins = new Uint16Array(scene.tree.size);
	for (let i = 0; i < bins.length; i++) {
		const at = value(i);
		let bin = 0;
		while (bin < bounds.length && at >= bounds[bin])
			bin++;
		bins[i] = Number.isNaN(at) ? labels.length : bin;
	}
	return bins;
}
