// SPDX-License-Identifier: MIT
// The page's beginning: unpack the data, draw. `window.onflame` is for tests and for the curious.
import {App} from "./app/app.js";
import {Later} from "./app/later.js";
import {readTree} from "./model/tree.js";
import {unpack} from "./model/unpack.js";
import {byId} from "./ui/dom.js";

async function start() {
	const data = byId("data");
	const bytes = await unpack(data.textContent.trim());
	data.remove(); // megabytes that nobody needs any more
	const app = new App(readTree(bytes));
	requestAnimationFrame(() => setTimeout(() => {
		window.onflame = {app, firstPicture: performance.now()};
		new Later(() => app.stage.isMoving()).start(app.tree.gatherNames()); // for the first search
	}));
}

// What a reader can do about it.
function reasonOf(error) {
	if (!("DecompressionStream" in window))
		return "This browser is too old for this page: it cannot unpack its data (DecompressionStream). Any browser of 2023 or later can.";
	if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError || error.name === "InvalidCharacterError")
		return "The data of this page is damaged or cut off. Fetch the page again, or make it anew.";
	return "This page could not be shown: " + error.message;
}

start().catch(error => {
	byId("state").textContent = reasonOf(error);
	throw error;
});
