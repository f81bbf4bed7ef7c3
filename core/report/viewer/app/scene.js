// SPDX-License-Identifier: MIT
// All that a picture is drawn from, derived from the tree and the state; each part is made anew only when what it comes from changes.
import {Arrangement} from "../model/arrange.js";
import {nodeAt} from "../model/address.js";
import {metricOf, ownCounts, Totals} from "../model/measure.js";
import {findMatches, listMatches, parseQuery, weighMatches} from "../model/search.js";
import {inkOn, parseHex} from "../paint/colour.js";
import {colour} from "../paint/colouring.js";
import {groupOfKinds, KIND_GROUPS} from "../paint/groups.js";
import {binsOf, SCALES} from "../paint/scales.js";
import {themeOf} from "../paint/theme.js";

// Which nodes count nothing of their own: null for none. Words: l:LANGUAGE, t:TYPE, k:KIND, r:ROLE, v:SCALE:BIN.
function findHidden(scene, hide) {
	const {tree} = scene;
	const words = new Set(hide);
	const languages = tree.header.languages.map(({name, type}) => words.has("l:" + name) || words.has("t:" + type));
	const kinds = Array.from(groupOfKinds(tree), group => words.has("k:" + KIND_GROUPS[group].id));
	// By the role that counts, as the colours have it; duplicates, whose role never does, by that.
	const names = tree.header.roles;
	const roles = names.map(name => words.has("r:" + name));
	const twins = words.has("r:duplicate") ? 1 << names.indexOf("duplicate") : 0;
	const hidden = new Uint8Array(tree.size);
	for (let i = 0; i < tree.size; i++)
		hidden[i] = kinds[tree.kind[i]] || languages[tree.language[i]] || roles[tree.leading[i]] || tree.roles[i] & twins ? 1 : 0;
	for (const scale of SCALES)
		hideBins(scene, scale, words, hidden);
	return hidden;
}

function hideBins(scene, scale, words, hidden) {
	const chosen = [...scale.labels.map((_, bin) => words.has(`v:${scale.id}:${bin}`)), false];
	if (!chosen.includes(true))
		return;
	const bins = binsOf(scene, scale);
	for (let i = 0; i < bins.length; i++)
		hidden[i] |= chosen[bins[i]] ? 1 : 0;
}

export class Scene {
	constructor(tree) {
		this.tree = tree;
		this.counts = new Totals(tree); // of all
		this.shown = this.counts; // of what is not left out
		this.keys = {};
		this.version = 0; // of the arrangement
	}

	// Whether what the part comes from is other than last time.
	changed(part, ...from) {
		const key = JSON.stringify(from);
		if (this.keys[part] === key)
			return false;
		this.keys[part] = key;
		return true;
	}

	update(state) {
		this.state = state;
		this.theme = themeOf(state.theme);
		this.weigh(state);
		this.find(state);
		if (this.changed("paint", state.metric, state.hide, state.colour, state.palette, this.theme.dark)) {
			this.paint = colour(this);
			this.litInk = inkOn(parseHex(this.theme.lit));
		}
		this.light(state.spot);
		if (this.changed("zoom", state.zoom, state.run, this.version))
			this.zoom = this.readZoom(state);
	}

	// Lights only what the legend's items of these keys stand for; all, where there are none.
	light(keys) {
		const items = this.paint.legend.filter(({key}) => keys.includes(key));
		this.spot = items.length > 0 ? new Set() : null;
		for (const {slots: [from, to]} of items) {
			for (let slot = from; slot < to; slot++)
				this.spot.add(slot);
		}
	}

	weigh(state) {
		const {tree} = this;
		if (this.changed("shown", state.hide))
			this.shown = state.hide.length > 0 ? new Totals(tree, findHidden(this, state.hide)) : this.counts;
		const {id} = metricOf(state.metric);
		this.own = ownCounts(tree, id);
		this.totals = this.shown.of(id);
		if (this.changed("arrangement", state.metric, state.hide, state.order)) {
			this.arrangement = new Arrangement(tree, this.totals, state.order);
			this.version++;
		}
	}

	find(state) {
		if (this.changed("query", state.search)) {
			this.query = parseQuery(state.search);
			const found = this.query && !this.query.error ? findMatches(this.tree, this.query) : null;
			this.matches = found?.count > 0 ? found : null;
		}
	}

	// From left to right; made when somebody goes from one to the next.
	listMatches() {
		if (this.changed("list", this.state.search, this.version))
			this.matchList = this.matches ? listMatches(this.tree, this.matches, this.arrangement, this.totals) : [];
		return this.matchList;
	}

	readZoom(state) {
		const node = nodeAt(this.tree, state.zoom);
		const first = this.tree.first[node];
		const [from, to] = state.run.split("-").map(Number);
		const count = this.arrangement.children(node).length;
		const good = state.run !== "" && Number.isInteger(from) && Number.isInteger(to) && from <= to && to < count && from >= 0;
		return {node, run: good ? [first + from, first + to] : null};
	}

	// Share of the matches in the node.
	matchWeight(node) {
		return this.matches ? weighMatches(this.tree, this.matches, this.totals, node) : 0;
	}
}
