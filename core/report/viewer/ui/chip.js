// SPDX-License-Identifier: MIT
// A chip stands for a part of what is counted. A click leaves that out; with Alt, the other button or a long touch, all others. Shift or
// the pointer on it lights it.
import {make} from "../ui/dom.js";
import {share} from "../ui/format.js";

export function toggled(list, key) {
	return list.includes(key) ? list.filter(item => item !== key) : [...list, key];
}

// `item`: key, label, colour, weight. `keys`: of all items of its group, for "all others".
export function makeChip(item, keys, whole, scene, app) {
	const {hide, spot} = scene.state;
	const swatch = item.colour ? make("i.swatch") : null;
	if (swatch)
		swatch.style.background = item.colour;
	const out = hide.includes(item.key);
	const what = `${out ? "Count again" : "Leave out"}: ${item.label}. With Alt or the other button: only this` + (item.slots ? "; with Shift: light it" : "");
	const chip = make("button.chip", {type: "button", "aria-pressed": String(!out), title: what, "data-chip": item.key}, swatch, item.label + " ",
		make("small", {}, share(item.weight, whole)));
	chip.classList.toggle("lit", spot.includes(item.key));
	chip.addEventListener("click", event => {
		if (event.shiftKey && item.slots)
			app.set({spot: toggled(spot, item.key)});
		else
			app.set({hide: event.altKey ? onlyThis(hide, keys, item.key) : toggled(hide, item.key), run: ""});
	});
	chip.addEventListener("contextmenu", event => {
		event.preventDefault();
		app.set({hide: onlyThis(hide, keys, item.key), run: ""});
	});
	if (item.slots && !out) {
		chip.addEventListener("pointerenter", event => event.pointerType !== "touch" && app.light([item.key]));
		chip.addEventListener("pointerleave", () => app.light(app.state.now.spot));
	}
	return chip;
}

// All of the group but this; what is left out of other groups stays so. Once more brings them back.
function onlyThis(hide, keys, key) {
	const others = keys.filter(other => other !== key);
	const rest = hide.filter(word => !keys.includes(word));
	return others.every(other => hide.includes(other)) && !hide.includes(key) ? rest : [...rest, ...others];
}
