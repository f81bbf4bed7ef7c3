// SPDX-License-Identifier: MIT
// What is shown beside the pointer.
import {classBar, factList, factsOf, placeOf, sortOf} from "../ui/facts.js";
import {make} from "../ui/dom.js";
import {number, share} from "../ui/format.js";
import {metricOf} from "../model/measure.js";

const AWAY = 14; // pixels from the pointer

function mergedText(scene, mark) {
	const {arrangement, totals, tree} = scene;
	let sum = 0;
	for (const kid of arrangement.kids.subarray(mark.from, mark.from + mark.merged))
		sum += totals[kid];
	const parent = tree.parent[mark.node];
	return {title: `${number(mark.merged)} ${mark.merged === 1 ? "frame" : "frames"} too small to draw`,
		text: `in ${tree.name(parent)}: ${number(sum)} ${metricOf(scene.state.metric).unit}, ${share(sum, totals[0])} of the whole. ` +
			"Click to look closer."};
}

export class Tip {
	constructor() {
		this.element = make("div.tip", {role: "tooltip", hidden: true});
		document.body.append(this.element);
	}

	show(scene, mark, event, same) {
		if (!mark || !event) {
			this.element.hidden = true;
			return;
		}
		if (!same || this.element.hidden)
			this.fill(scene, mark);
		this.place(event.clientX, event.clientY);
	}

	fill(scene, mark) {
		const {tree} = scene;
		this.element.hidden = false;
		if (mark.merged > 0) {
			const {title, text} = mergedText(scene, mark);
			this.element.replaceChildren(make("strong", {}, title), make("p.where", {}, text));
		} else {
			this.element.replaceChildren(make("strong", {}, tree.name(mark.node)), make("p.sort", {}, sortOf(tree, mark.node)),
				make("p.where", {}, placeOf(tree, mark.node)), classBar(scene, mark.node), factList(factsOf(scene, mark.node)));
		}
		this.box = this.element.getBoundingClientRect();
	}

	place(x, y) {
		const {width, height} = this.box;
		const left = x + AWAY + width > innerWidth ? x - AWAY - width : x + AWAY;
		const top = y + AWAY + height > innerHeight ? y - AWAY - height : y + AWAY;
		this.element.style.transform = `translate(${Math.round(Math.max(4, left))}px, ${Math.round(Math.max(4, top))}px)`;
	}
}
