// SPDX-License-Identifier: MIT
// The choices of what is drawn and how.
import {make} from "../ui/dom.js";
import {COLOURINGS} from "../paint/colouring.js";
import {METRICS} from "../model/measure.js";
import {VIEWS} from "../views/views.js";

const ORDERS = [{id: "weight", label: "Weight"}, {id: "name", label: "Name"}];
const PALETTES = [{id: "own", label: "Languages' own"}, {id: "safe", label: "Colour-blind safe"}];

// Few choices stand side by side, many in a list.
function segments(key, label, choices, app) {
	const buttons = choices.map(({id, label: text}) =>
		make("button", {type: "button", "data-value": id, onclick: () => app.set({[key]: id})}, text));
	const element = make("div.segments", {role: "group", "aria-label": label}, ...buttons);
	return {key, element: make("div.control", {}, make("span.caption", {"aria-hidden": "true"}, label), element), show(value) {
		for (const button of buttons)
			button.setAttribute("aria-pressed", String(button.dataset.value === value));
	}};
}

function list(key, label, choices, app, extra = {}) {
	const select = make("select", {id: "choose-" + key, onchange: () => app.set({[key]: select.value, ...extra})},
		...choices.map(({id, label: text}) => make("option", {value: id}, text)));
	return {key, element: make("label.control", {for: "choose-" + key}, make("span.caption", {}, label), select), show(value) {
		select.value = value;
	}};
}

export class Controls {
	constructor(element, app) {
		this.parts = [
			segments("view", "View", VIEWS, app),
			list("metric", "Width", METRICS, app, {run: ""}),
			list("colour", "Colour", COLOURINGS, app, {spot: []}),
			segments("order", "Order", ORDERS, app),
			list("palette", "Palette", PALETTES, app),
		];
		element.append(...this.parts.map(part => part.element));
	}

	show(state) {
		for (const part of this.parts)
			part.show(state[part.key]);
	}
}
