// SPDX-License-Identifier: MIT
// What the colours mean. Languages, types and kinds can be left out of the picture; of a scale, parts can be lit.
import {make} from "../ui/dom.js";
import {share} from "../ui/format.js";

const CHIPS = 9; // shown before "more"
const TYPES = ["programming", "markup", "data", "prose"];

function toggled(list, key) {
	return list.includes(key) ? list.filter(item => item !== key) : [...list, key];
}

function chip({label, colour, weight}, on, whole, action, hint) {
	const swatch = colour ? make("i.swatch") : null;
	if (swatch)
		swatch.style.background = colour;
	const button = make("button.chip", {type: "button", "aria-pressed": String(on), title: hint}, swatch, label + " ",
		weight === undefined ? null : make("small", {}, share(weight, whole)));
	button.addEventListener("click", event => action(event.altKey));
	return button;
}

export class Legend {
	constructor(element, app) {
		this.element = element;
		this.app = app;
		this.all = false;
	}

	show(scene) {
		const {legend, title, scale} = scene.paint;
		const whole = legend.reduce((sum, item) => sum + (item.weight ?? 0), 0);
		const items = legend.filter(item => scale || item.weight > 0 || scene.state.hide.includes(item.key));
		const shown = this.all ? items : items.slice(0, CHIPS);
		const chips = shown.map(item => scale ? this.spotChip(scene, item) : this.hideChip(scene, item, whole, items));
		if (items.length > CHIPS)
			chips.push(make("button.chip.more", {type: "button", onclick: () => this.unfold(scene)},
				this.all ? "fewer" : `${items.length - CHIPS} more`));
		this.element.replaceChildren(make("h2.caption", {}, title), make("div.chips", {}, ...chips), this.types(scene), this.reset(scene));
	}

	unfold(scene) {
		this.all = !this.all;
		this.show(scene);
	}

	hideChip(scene, item, whole, items) {
		const {hide} = scene.state;
		const hidden = hide.includes(item.key);
		const only = items.map(({key}) => key).filter(key => key !== item.key);
		return chip(item, !hidden, whole, alone => this.app.set({hide: alone ? only : toggled(hide, item.key)}),
			hidden ? `Count ${item.label} again` : `Leave out ${item.label}; with Alt: all others`);
	}

	spotChip(scene, item) {
		const {spot} = scene.state;
		return chip(item, spot.length === 0 || spot.includes(item.key), 0, () => this.app.set({spot: toggled(spot, item.key)}),
			`Light only frames of ${item.label}`);
	}

	// Types of languages, where there is more than one.
	types(scene) {
		const present = new Set(scene.tree.header.languages.map(({type}) => type));
		if (present.size < 2 || scene.state.colour !== "language")
			return "";
		const {hide} = scene.state;
		return make("div.chips.types", {}, make("span.caption", {}, "Type"), ...TYPES.filter(type => present.has(type)).map(type =>
			chip({label: type}, !hide.includes("t:" + type), 0, () => this.app.set({hide: toggled(hide, "t:" + type)}),
				`Languages for ${type}`)));
	}

	reset({state}) {
		if (state.hide.length === 0 && state.spot.length === 0)
			return "";
		return make("button.chip.more", {type: "button", onclick: () => this.app.set({hide: [], spot: []})}, "Show all");
	}
}
