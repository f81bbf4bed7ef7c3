// SPDX-License-Identifier: MIT
// All that a picture is drawn from, derived from the tree and the state; each part is made anew only when what it comes from changes.
import {arrange, listKids} from "../model/arrange.js";
import {nodeAt} from "../model/address.js";
import {ownCounts, sumUp, Totals} from "../model/measure.js";
import {findMatches, listMatches, parseQuery, weighMatches} from "../model/search.js";
import {inkOn, parseHex} from "../paint/colour.js";
import {colour} from "../paint/colouring.js";
import {groupOfKinds, KIND_GROUPS} from "../paint/groups.js";
import {themeOf} from "../paint/theme.js";

// Which nodes count nothing of their own: null for none.
function findHidden(tree, hide) {
	if (hide.length === 0)
		return null;
	const words = new Set(hide);
	const languages = tree.header.languages.map(({name, type}) => words.has("l:" + name) || words.has("t:" + type));
	const kinds = Array.from(groupOfKinds(tree), group => words.has("k:" + KIND_GROUPS[group].id));
	const hidden = new Uint8Array(tree.size);
	for (let i = 0; i < tree.size; i++)
		hidden[i] = kinds[tree.kind[i]] || languages[tree.language[i]] ? 1 : 0;
	return hidden;
}

export class Scene {
	constructor(tree) {
		this.tree = tree;
		this.counts = new Totals(tree);
		this.listed = listKids(tree);
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
		this.spot = state.spot.length > 0 && this.paint.scale
			? new Set(state.spot.map(key => Number(key.slice(2)))) : null;
		if (this.changed("zoom", state.zoom, state.run, this.version))
			this.zoom = this.readZoom(state);
	}

	weigh(state) {
		const {tree} = this;
		if (this.changed("totals", state.metric, state.hide)) {
			this.own = ownCounts(tree, state.metric) ?? ownCounts(tree, "code");
			this.totals = state.hide.length > 0 ? sumUp(tree, this.own, findHidden(tree, state.hide)) : this.counts.of(state.metric);
		}
		if (this.changed("arrangement", state.metric, state.hide, state.order)) {
			this.arrangement = arrange(tree, this.listed, this.totals, state.order);
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
			this.matchList = this.matches ? listMatches(this.tree, this.matches, this.arrangement.x, this.totals) : [];
		return this.matchList;
	}

	readZoom(state) {
		const node = nodeAt(this.tree, state.zoom);
		const {first} = this.arrangement;
		const [from, to] = state.run.split("-").map(Number);
		const count = first[node + 1] - first[node];
		const good = state.run !== "" && Number.isInteger(from) && Number.isInteger(to) && from <= to && to < count && from >= 0;
		return {node, run: good ? [first[node] + from, first[node] + to] : null};
	}

	// Share of the matches in the node.
	matchWeight(node) {
		return this.matches ? weighMatches(this.tree, this.matches, this.totals, node) : 0;
	}
}
