// SPDX-License-Identifier: MIT
// What is counted, whatever the colours mean: by language, by its type, by what a file is for.
import {hexOf} from "../paint/colour.js";
import {languageColours, roleColour, weighRoles} from "../paint/groups.js";
import {settle} from "../paint/ramp.js";
import {makeChip} from "../ui/chip.js";
import {make} from "../ui/dom.js";
import {number} from "../ui/format.js";

const TYPES = ["programming", "markup", "data", "prose"];
const LANGUAGES = 14; // shown before "more"

export class Filters {
	constructor(element, app) {
		this.element = element;
		this.app = app;
		this.all = false;
		this.count = make("b.count", {});
		this.button = make("button.filter", {type: "button", "aria-expanded": "false", "aria-controls": element.id,
			title: "Filter by language, type and role (F)", onclick: () => this.toggle()}, "Filter", this.count);
	}

	toggle() {
		this.element.hidden = !this.element.hidden;
		this.button.setAttribute("aria-expanded", String(!this.element.hidden));
		this.show(this.app.scene);
		if (!this.element.hidden)
			this.element.querySelector("button")?.focus();
	}

	// Whether it was open.
	close() {
		if (this.element.hidden)
			return false;
		const within = this.element.contains(document.activeElement);
		this.toggle();
		if (within)
			this.button.focus();
		return true;
	}

	show(scene) {
		const {hide} = scene.state;
		this.count.textContent = hide.length > 0 ? number(hide.length) : "";
		this.count.title = hide.length > 0 ? "left out" : "";
		if (this.element.hidden)
			return;
		const had = this.element.contains(document.activeElement) ? document.activeElement.dataset.chip : null;
		const totals = scene.counts.of(scene.state.metric);
		const languages = this.languages(scene, totals);
		this.element.replaceChildren(this.group("Language", languages, scene, this.all ? Infinity : LANGUAGES),
			this.group("Type", this.types(scene, languages), scene), this.group("Role", this.roles(scene, totals), scene),
			make("p.caption", {}, "A click leaves out; with Alt, the other button or a long touch, all others of the row."));
		if (had)
			this.element.querySelector(`[data-chip="${CSS.escape(had)}"]`)?.focus();
	}

	group(title, items, scene, most = Infinity) {
		const {hide} = scene.state;
		const there = items.filter(item => item.weight > 0 || hide.includes(item.key));
		if (there.length < 2 && !there.some(({key}) => hide.includes(key)))
			return "";
		const whole = scene.counts.of(scene.state.metric)[0];
		const keys = items.map(({key}) => key);
		const chips = there.slice(0, most).map(item => makeChip(item, keys, whole, scene, this.app));
		if (there.length > most || (this.all && title === "Language"))
			chips.push(make("button.chip.more", {type: "button", onclick: () => this.unfold()}, this.all ? "fewer" : `${there.length - most} more`));
		return make("div.filtergroup", {role: "group", "aria-label": title}, make("span.caption", {}, title), make("div.chiprow", {}, ...chips));
	}

	unfold() {
		this.all = !this.all;
		this.show(this.app.scene);
	}

	languages({tree, state, theme}, totals) {
		const {colours, order} = languageColours(tree, totals, state.palette === "safe");
		return order.map(({language, weight}) => ({key: "l:" + tree.header.languages[language].name, label: tree.header.languages[language].name,
			weight, colour: hexOf(settle(colours[language], theme.dark)), type: tree.header.languages[language].type}));
	}

	types(scene, languages) {
		return TYPES.map(type => ({key: "t:" + type, label: type,
			weight: languages.reduce((sum, language) => sum + (language.type === type ? language.weight : 0), 0)}));
	}

	roles({tree, theme}, totals) {
		const weights = weighRoles(tree, totals);
		return (tree.header.roles).map((name, i) => ({key: "r:" + name, label: name, weight: weights[i],
			colour: hexOf(settle(roleColour(name), theme.dark))})).sort((a, b) => b.weight - a.weight);
	}
}
