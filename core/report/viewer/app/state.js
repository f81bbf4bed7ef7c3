// SPDX-License-Identifier: MIT
// What is looked at and how. All of it stands in the page's address, so that a link shows the same picture.

const DEFAULTS = {
	view: "flame", metric: "code", colour: "language", order: "weight", zoom: "", run: "", search: "", hide: [], spot: [],
	theme: "auto", palette: "own",
};

// Characters that stand for themselves in the address, so that it can be read.
function encode(text) {
	return encodeURIComponent(text).replace(/%2F/g, "/").replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%20/g, "+");
}

function decode(text) {
	try {
		return decodeURIComponent(text.replaceAll("+", "%20"));
	} catch {
		return text;
	}
}

export class State {
	constructor(header) {
		this.defaults = {...DEFAULTS, metric: header.metric, order: header.order, view: header.inverted ? "icicle" : DEFAULTS.view,
			colour: header.colour ?? DEFAULTS.colour};
		this.now = {...this.defaults, ...this.read()};
		this.listeners = [];
		addEventListener("popstate", () => this.take());
		addEventListener("hashchange", () => this.take());
	}

	read() {
		const read = {};
		for (const pair of location.hash.slice(1).split("&")) {
			const at = pair.indexOf("=");
			const key = pair.slice(0, at);
			if (at < 1 || !Object.hasOwn(this.defaults, key))
				continue;
			const value = decode(pair.slice(at + 1));
			read[key] = Array.isArray(this.defaults[key]) ? value.split("\n").filter(word => word !== "") : value;
		}
		return read;
	}

	// From the address: another entry of the history, or one that was typed.
	take() {
		const next = {...this.defaults, ...this.read()};
		if (JSON.stringify(next) === JSON.stringify(this.now))
			return;
		this.now = next;
		this.tell();
	}

	address() {
		const parts = [];
		for (const [key, value] of Object.entries(this.now)) {
			const text = Array.isArray(value) ? value.join("\n") : value;
			const usual = this.defaults[key];
			if (text !== (Array.isArray(usual) ? usual.join("\n") : usual))
				parts.push(key + "=" + encode(text));
		}
		return "#" + parts.join("&");
	}

	// `step`: the change is one that "back" should undo.
	set(patch, step = true) {
		const before = this.address();
		this.now = {...this.now, ...patch};
		const address = this.address();
		if (address !== before) {
			const url = address === "#" ? location.pathname + location.search : address;
			history[step ? "pushState" : "replaceState"](null, "", url);
		}
		this.tell();
	}

	tell() {
		for (const listener of this.listeners)
			listener(this.now);
	}

	listen(listener) {
		this.listeners.push(listener);
	}
}
