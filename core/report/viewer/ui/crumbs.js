// SPDX-License-Identifier: MIT
// The way from the root to what is zoomed into.
import {make} from "../ui/dom.js";
import {share} from "../ui/format.js";

export function showCrumbs(element, scene, app) {
	const {tree, zoom, totals} = scene;
	const way = tree.way(zoom.node);
	const items = way.map((node, i) => {
		const last = i === way.length - 1 && !zoom.run;
		const button = make("button", {type: "button", title: tree.name(node), "aria-current": last ? "location" : null,
			onclick: () => app.zoomTo(node)}, tree.name(node));
		return make("li", {}, button);
	});
	if (zoom.run)
		items.push(make("li", {}, make("button", {type: "button", "aria-current": "location"}, "small frames")));
	const part = zoom.node > 0 ? make("span.part", {}, share(totals[zoom.node], totals[0]) + " of the whole") : null;
	element.replaceChildren(make("ol", {}, ...items), ...(part ? [part] : []));
	element.scrollLeft = element.scrollWidth;
}
