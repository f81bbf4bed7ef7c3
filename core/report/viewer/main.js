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

start().catch(error => {
	byId("state").textContent = "This page could not be read: " + error.message;
	throw error;
});
