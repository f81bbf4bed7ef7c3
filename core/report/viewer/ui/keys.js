// SPDX-License-Identifier: MIT
// The keyboard.
import {byId, make} from "../ui/dom.js";

const KEYS = [
	["← → ↑ ↓", "walk the tree"], ["Home, End", "first, last of the row's siblings"], ["Enter", "zoom into the selected frame"],
	["Escape", "out: of the filter, one level, to the whole, of the search"], ["Backspace", "back, as the browser's button"], ["/, Ctrl+F", "search"],
	["N, Shift+N", "next, previous match"], ["V", "next view"], ["M", "next metric"], ["C", "next colouring"], ["O", "order by name or weight"],
	["F", "filter by language, type, role"],
	["T", "light or dark"], ["E, Ctrl+click", "open the frame in the editor or on the web, where there are links"], ["?", "this list"],
];

export class Keys {
	constructor(app) {
		this.app = app;
		this.dialog = make("dialog.keys", {"aria-label": "Keys"}, make("h2", {}, "Keys"),
			make("dl", {}, ...KEYS.map(([key, what]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)))),
			make("form", {method: "dialog"}, make("button", {}, "Close")));
		this.dialog.addEventListener("click", event => event.target === this.dialog && this.dialog.close());
		document.body.append(this.dialog);
		byId("help").addEventListener("click", () => this.dialog.showModal());
		addEventListener("keydown", event => this.pressed(event));
	}

	pressed(event) {
		if (this.findsInPage(event)) {
			event.preventDefault();
			return this.app.finder.field.select();
		}
		if (event.ctrlKey || event.metaKey || event.altKey || this.dialog.open)
			return;
		const typing = event.target.matches("input, select, textarea");
		if (typing) {
			if (event.key === "Escape" && event.target.id === "search") {
				this.app.finder.clear();
				this.app.stage.scroller.focus({preventScroll: true});
			}
			return;
		}
		const inPicture = event.target === this.app.stage.scroller || event.target === document.body;
		const action = this.anywhere(event) ?? (inPicture ? this.inPicture(event) : null);
		if (!action)
			return;
		event.preventDefault();
		action();
	}

	// The browser's own search sees nothing of a canvas. Asked for within the field, it is the browser's.
	findsInPage(event) {
		return event.key === "f" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && !this.dialog.open &&
			event.target !== this.app.finder.field;
	}

	anywhere(event) {
		const {app} = this;
		const actions = {
			"/": () => app.finder.field.select(), "?": () => this.dialog.showModal(),
			n: () => app.finder.go(1), N: () => app.finder.go(-1),
			v: () => app.cycle("view"), m: () => app.cycle("metric"), c: () => app.cycle("colour"), o: () => app.cycle("order"),
			t: () => app.turnTheme(), f: () => app.filters.toggle(),
			e: () => app.open(app.selected), Escape: () => app.out(),
		};
		return actions[event.key];
	}

	inPicture(event) {
		const {app} = this;
		const step = app.stage.view.step(event.key);
		if (step)
			return () => app.walk(step);
		const actions = {Enter: () => app.zoomTo(app.selected), " ": () => app.zoomTo(app.selected), Home: () => app.walk("first"),
			End: () => app.walk("last"), Backspace: () => history.back()};
		return actions[event.key];
	}
}
