// SPDX-License-Identifier: MIT
// What the colours mean. Each part can be left out of the picture, or lit in it.
import {makeChip} from "../ui/chip.js";
import {make} from "../ui/dom.js";

const CHIPS = 8; // shown before "more"

export class Legend {
	constructor(element, app) {
		this.element = element;
		this.app = app;
		this.all = false;
	}

	show(scene) {
		const {hide, spot} = scene.state;
		if (this.shown?.paint === scene.paint && this.shown.hide === hide && this.shown.spot === spot && this.shown.all === this.all)
			return;
		this.shown = {paint: scene.paint, hide, spot, all: this.all};
		const {legend, title, scale} = scene.paint;
		const whole = legend.reduce((sum, item) => sum + (item.weight ?? 0), 0);
		const items = legend.filter(item => scale || item.weight > 0 || scene.state.hide.includes(item.key));
		const shown = this.all || scale ? items : items.slice(0, CHIPS);
		const keys = items.map(({key}) => key);
		const had = this.element.contains(document.activeElement) ? document.activeElement.dataset.chip : null;
		const chips = shown.map(item => makeChip(item, keys, whole, scene, this.app));
		if (items.length > shown.length || this.all)
			chips.push(make("button.chip.more", {type: "button", onclick: () => this.unfold(scene)},
				this.all ? "fewer" : `${items.length - CHIPS} more`));
		this.element.replaceChildren(make("h2.caption", {}, title), make("div.chips", {}, ...chips), this.reset(scene));
		if (had)
			this.element.querySelector(`[data-chip="${CSS.escape(had)}"]`)?.focus();
	}

	unfold(scene) {
		this.all = !this.all;
		this.show(scene);
	}

	reset({state}) {
		if (state.hide.length === 0 && state.spot.length === 0)
			return "";
		return make("button.chip.more", {type: "button", onclick: () => this.app.set({hide: [], spot: [], run: ""})}, "Show all");
	}
}
