// SPDX-License-Identifier: MIT
// The search field: what matches, how much of the picture that is, from one match to the next.
import {byId} from "../ui/dom.js";
import {number, share} from "../ui/format.js";

const PAUSE = 120; // milliseconds without a key before a search

export class Finder {
	constructor(app) {
		this.app = app;
		this.field = byId("search");
		this.found = byId("found");
		this.previous = byId("previous");
		this.next = byId("next");
		this.at = -1;
		this.field.addEventListener("input", () => this.typed());
		byId("finder").addEventListener("submit", event => {
			event.preventDefault();
			this.search(true);
			this.go(1);
		});
		this.previous.addEventListener("click", () => this.go(-1));
		this.next.addEventListener("click", () => this.go(1));
	}

	typed() {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.search(false), PAUSE);
	}

	search(step) {
		clearTimeout(this.timer);
		if (this.field.value !== this.app.scene.state.search) {
			this.at = -1;
			this.app.set({search: this.field.value}, step);
		}
	}

	go(by) {
		const matchList = this.app.scene.listMatches();
		if (matchList.length === 0)
			return;
		this.at = (this.at < 0 ? (by > 0 ? 0 : matchList.length - 1) : this.at + by + matchList.length) % matchList.length;
		this.app.visit(matchList[this.at]);
		this.show(this.app.scene);
	}

	clear() {
		this.field.value = "";
		this.search(true);
	}

	show(scene) {
		const {query, matches, state, zoom, totals} = scene;
		if (document.activeElement !== this.field && this.field.value !== state.search) {
			this.field.value = state.search;
			this.at = -1;
		}
		this.previous.disabled = this.next.disabled = matches === null;
		this.field.toggleAttribute("aria-invalid", Boolean(query?.error));
		this.found.title = query?.error ?? "";
		this.found.textContent = !query ? "" : query.error ? "not a pattern" : matches === null ? "no match"
			: (this.at >= 0 ? number(this.at + 1) + " / " : "") + number(matches.count) + " · " +
				share(scene.matchWeight(zoom.node), totals[zoom.node]);
	}
}
