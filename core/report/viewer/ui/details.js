// SPDX-License-Identifier: MIT
// The panel of the selected frame.
import {classBar, factList, factsOf, factsText, placeOf, sortOf} from "../ui/facts.js";
import {copyText, linkTo, make} from "../ui/dom.js";
import {linkOf} from "../model/link.js";

function copier(label, text) {
	const button = make("button", {type: "button", onclick: async () => {
		button.textContent = await copyText(text()) ? "Copied" : "Not allowed here";
		setTimeout(() => button.textContent = label, 1400);
	}}, label);
	return button;
}

export function showDetails(element, scene, node, app) {
	const {tree} = scene;
	const url = linkOf(tree, node);
	const zoomed = scene.zoom.node === node && !scene.zoom.run;
	const where = placeOf(tree, node);
	element.replaceChildren(...[
		make("h2.name", {title: tree.name(node)}, tree.name(node)),
		make("p.sort", {}, sortOf(tree, node)),
		where === tree.name(node) ? null : make("p.where", {}, where),
		classBar(scene, node),
		factList(factsOf(scene, node)),
		make("div.actions", {},
			zoomed ? null : make("button", {type: "button", onclick: () => app.zoomTo(node)}, "Zoom"),
			url ? linkTo(url, "Open") : null,
			copier("Copy path", () => where.replace("–", "-")),
			copier("Copy numbers", () => factsText(scene, node))),
	].filter(part => part !== null));
}
