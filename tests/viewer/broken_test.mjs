// SPDX-License-Identifier: MIT
// A page that is cut off, damaged, or opened in a browser that is too old says so: it is never blank, and never draws what is not there.
import assert from "node:assert/strict";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {gunzipSync, gzipSync} from "node:zlib";
import {freshPlace, KNOWN, makePage, openBrowser, place, writeTree} from "./lib.mjs";

freshPlace();
const text = readFileSync(makePage(writeTree(KNOWN)), "utf8");
const [before, data, behind] = text.split(/(?<=id="data">)([^<]*)(?=<)/);
const plain = gunzipSync(Buffer.from(data, "base64"));
const repack = bytes => gzipSync(bytes).toString("base64");
const {context, page} = await openBrowser();

async function stateOf(name, html, prepare) {
	const file = join(place, name + ".html");
	writeFileSync(file, html);
	const opened = await context.newPage();
	if (prepare)
		await opened.addInitScript(prepare);
	await opened.goto("file://" + file);
	await opened.waitForTimeout(400);
	const state = await opened.evaluate(() => [document.getElementById("state")?.innerText.trim(), Boolean(window.onflame),
		document.getElementById("state")?.checkVisibility()]);
	await opened.close();
	return state;
}

assert.deepEqual(await stateOf("whole", text), ["", true, false]);
const damaged = ["The data of this page is damaged or cut off. Fetch the page again, or make it anew.", false, true];
const broken = {
	"no data": "", "half of it": data.slice(0, data.length / 2 & ~3), "no whole group": data.slice(0, data.length / 2 & ~3 | 1), "not base64": "!".repeat(64),
	"not packed": Buffer.from("hello").toString("base64"), "other bytes": data.slice(0, 60) + (data[60] === "A" ? "B" : "A") + data.slice(61),
	"unpacks to nothing": repack(Buffer.alloc(0)), "header alone": repack(plain.subarray(0, 40)), "no JSON": repack(Buffer.from([3, 33, 33, 33])),
	"columns cut": repack(plain.subarray(0, plain.length - 9)), "names cut": repack(plain.subarray(0, plain.length / 2)),
	"more nodes than there are": repack(Buffer.from(plain.toString("latin1").replace(/"nodes": ?(\d)/, (_, digit) => `"nodes":${Number(digit) + 1}`), "latin1")),
	"another schema": repack(Buffer.from(plain.toString("latin1").replace(/"schema": ?1/, found => found.replace("1", "7")), "latin1")),
};
for (const [name, other] of Object.entries(broken)) {
	const [state, drawn, seen] = await stateOf(name, before + other + behind);
	assert.deepEqual([state, drawn, seen], damaged, name);
}
const old = await stateOf("old", text, () => delete window.DecompressionStream);
assert.match(old[0], /too old.*DecompressionStream/);
assert.deepEqual(old.slice(1), [false, true]);

// Cut off before the script: what stands there says so after a while.
const cut = await stateOf("cut", text.slice(0, text.indexOf('id="data">') + 30));
assert.match(cut[0], /Reading/);
await page.goto("file://" + join(place, "cut.html"));
await page.evaluate(() => document.getAnimations().forEach(animation => animation.finish()));
assert.ok(await page.getByText("the page is cut off").isVisible());
await context.close();
