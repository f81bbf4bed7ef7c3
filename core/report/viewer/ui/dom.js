// SPDX-License-Identifier: MIT
// Elements, made without ever reading text as HTML.

// make("p.note", {title: "x", onclick: f}, "text", child, ...)
export function make(what, attributes = {}, ...children) {
	const [tag, ...classes] = what.split(".");
	const element = document.createElement(tag);
	if (classes.length > 0)
		element.className = classes.join(" ");
	for (const [name, value] of Object.entries(attributes)) {
		if (name.startsWith("on"))
			element.addEventListener(name.slice(2), value);
		else if (value !== null && value !== undefined && value !== false)
			element.setAttribute(name, value === true ? "" : value);
	}
	element.append(...children.filter(child => child !== null && child !== undefined));
	return element;
}

export function byId(id) {
	return document.getElementById(id);
}

// A link out of the page: its target learns nothing of where it was.
export function linkTo(url, ...children) {
	return make("a", {href: url, target: "_blank", rel: "noopener noreferrer"}, ...children);
}

export async function copyText(text) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyBySelection(text);
	}
}

function copyBySelection(text) {
	const area = make("textarea.unseen", {"aria-hidden": "true"});
	area.value = text;
	document.body.append(area);
	area.select();
	const done = document.execCommand("copy");
	area.remove();
	return done;
}
