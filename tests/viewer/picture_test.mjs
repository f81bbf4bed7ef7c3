// SPDX-License-Identifier: MIT
// The right frames in the right places, in every way to look at them.
import assert from "node:assert/strict";
import {execFileSync} from "node:child_process";
import {boxOf, colourAt, freshPlace, KNOWN, makePage, middleOf, openBrowser, openPage, settle, shot, writeTree} from "./lib.mjs";

freshPlace();
const file = makePage(writeTree(KNOWN));
const {context, page, problems} = await openBrowser();

// A box is drawn from `from` to `to`, as shares of the width.
async function isAt(names, from, to) {
	const box = await boxOf(page, ...names);
	assert.ok(box, names.join("/") + " is not drawn");
	assert.ok(Math.abs(box.left - from * box.whole) <= 1.5, `${names.join("/")} begins at ${box.left / box.whole}, not ${from}`);
	assert.ok(Math.abs(box.w - (to - from) * box.whole) <= 2, `${names.join("/")} is ${box.w / box.whole} wide, not ${to - from}`);
	return box;
}

async function rowsGo(up) {
	const [root, folder, leaf] = [await boxOf(page), await boxOf(page, "big"), await boxOf(page, "big", "engine.c")];
	assert.ok(up ? root.y > folder.y && folder.y > leaf.y : root.y < folder.y && folder.y < leaf.y);
}

// Weights of code: big 100, small 50 (flame.js 45, bell.py 5), top.c 50; the larger first, equals by name.
await openPage(page, file);
await isAt([], 0, 1);
await isAt(["big"], 0, 0.5);
await isAt(["big", "engine.c"], 0, 0.5);
await isAt(["big", "engine.c", "ignite"], 0, 0.3);
await isAt(["big", "engine.c", "quench"], 0.3, 0.5);
await isAt(["small"], 0.5, 0.75);
await isAt(["small", "flame.js"], 0.5, 0.725);
await isAt(["small", "bell.py", "Bell"], 0.725, 0.75);
await isAt(["top.c"], 0.75, 1);
assert.equal(await boxOf(page, "big", "notes.txt"), null, "a file without code has no width");
await rowsGo(true);
await shot(page, "flame");

// By name: big, small (bell.py, flame.js), top.c.
await openPage(page, file, "#order=name&view=icicle");
await isAt(["small", "bell.py"], 0.5, 0.525);
await isAt(["small", "flame.js"], 0.525, 0.75);
await rowsGo(false);
await shot(page, "icicle");

// What the command line asks for is how the page begins.
await openPage(page, makePage(writeTree(KNOWN), "--inverted", "--palette", "kind", "--sort", "name", "--metric", "lines"));
await rowsGo(false);
await isAt(["big"], 0, 102 / 204);
await isAt(["small", "bell.py"], 102 / 204, 109 / 204);
assert.equal(await page.locator("#choose-colour").inputValue(), "kind");
makePage(writeTree(KNOWN));

// A folder that is counted from within is called by its name.
execFileSync(process.env.ONFLAME, ["-o", file], {cwd: writeTree(KNOWN), stdio: "ignore"});
await openPage(page, file);
assert.equal(await page.evaluate(() => window.onflame.app.tree.name(0)), "tree");
assert.equal(await page.locator("#crumbs").innerText(), "tree");

// By lines: 100 + 2 + 7 + 45 + 50 = 204. By comment: notes.txt 2, bell.py 1. Functions: 2, 2, 1, 1.
await openPage(page, file, "#metric=lines&order=name");
await isAt(["big"], 0, 102 / 204);
await isAt(["small", "bell.py"], 102 / 204, 109 / 204);
await openPage(page, file, "#metric=comment");
await isAt(["big", "notes.txt"], 0, 2 / 3);
await isAt(["small", "bell.py"], 2 / 3, 1);
await openPage(page, file, "#metric=functions&order=name");
await isAt(["big", "engine.c", "ignite"], 0, 1 / 6);
await isAt(["top.c"], 5 / 6, 1);
await openPage(page, file, "#metric=complexity&order=name");
await isAt(["small"], 2 / 6, 5 / 6);

// What is drawn has the colour it should have: JavaScript is yellow, Python blue, the ground neither.
await openPage(page, file);
const yellow = await colourAt(page, {...await middleOf(page, "small", "flame.js"), x: (await boxOf(page, "small", "flame.js")).x + 120});
assert.ok(yellow[0] > 170 && yellow[1] > 150 && yellow[2] < 130, "flame.js: " + yellow);
const bell = await boxOf(page, "small", "bell.py");
const blue = await colourAt(page, {x: bell.x + 2, y: bell.y + 4});
assert.ok(blue[2] > blue[0] + 40, "bell.py: " + blue);
const above = await boxOf(page, "top.c", "lone");
assert.equal((await colourAt(page, {x: above.x + 9, y: above.y - 9}))[3], 0, "above the last frame nothing is drawn");

// Narrow siblings become one box that says how many it stands for.
const many = makePage(writeTree(Object.fromEntries(Array.from({length: 3000}, (_, i) => [`many/f${i}.c`, "int x;\n"]))), "--min-width", "3");
await openPage(page, many);
const merged = await page.evaluate(() => {
	const {tree, stage: {marks}} = window.onflame.app;
	return Array.from({length: marks.count}, (_, i) => marks.at(i)).filter(mark => mark.merged > 0)
		.map(mark => ({...mark, folder: tree.name(tree.parent[mark.node])}));
});
assert.equal(merged.filter(mark => mark.folder === "many").reduce((sum, mark) => sum + mark.merged, 0), 3000);
const run = merged.find(mark => mark.folder === "many" && mark.merged > 100);
const area = await page.locator(".scroller").boundingBox();
await page.mouse.move(area.x + run.x + run.w / 2, area.y + run.y + 5);
assert.ok((await page.locator(".tip").innerText()).startsWith(`${run.merged} frames too small to draw`));
await page.mouse.click(area.x + run.x + run.w / 2, area.y + run.y + 5);
await settle(page);
assert.match(page.url(), /zoom=many&run=\d+-\d+/);
const closer = await page.evaluate(() => Math.max(...window.onflame.app.stage.marks.merged.subarray(0, window.onflame.app.stage.marks.count)));
assert.ok(closer < run.merged / 4, "a click on narrow frames leads closer to them");
await shot(page, "narrow-frames");

// Every view, colouring, palette and theme draws, and its text can be read: contrast 4.5 by WCAG's formula.
await openPage(page, file);
const ways = await page.evaluate(() => {
	const {app} = window.onflame;
	const choices = key => [...document.querySelectorAll(`#choose-${key} option`)].map(option => option.value);
	const views = [...document.querySelectorAll("[aria-label=View] button")].map(button => button.dataset.value);
	return {views, colours: choices("colour"), palettes: choices("palette"), selected: app.selected};
});
assert.deepEqual([ways.views.slice(0, 2), ways.colours.length >= 5, ways.palettes], [["flame", "icicle"], true, ["own", "safe"]]);
for (const theme of ["light", "dark"]) {
	for (const view of ways.views) {
		for (const colour of ways.colours) {
			await openPage(page, file, `#view=${view}&colour=${colour}&theme=${theme}&palette=${theme === "dark" ? "safe" : "own"}`);
			await checkPaint(`${view} ${colour} ${theme}`);
			await shot(page, `${view}-${colour}-${theme}`);
		}
	}
}

async function checkPaint(what) {
	const {fills, inks, used, drawn} = await page.evaluate(() => {
		const {scene, stage} = window.onflame.app;
		const pixels = stage.picture.getContext("2d").getImageData(0, 0, stage.picture.width, stage.picture.height).data;
		let drawn = 0;
		for (let i = 3; i < pixels.length; i += 4)
			drawn += pixels[i] > 0 ? 1 : 0;
		return {fills: scene.paint.fills, inks: scene.paint.inks, used: [...new Set(Array.from({length: scene.tree.size}, (_, i) => scene.paint.slotOf(i)))], drawn: drawn / (pixels.length / 4)};
	});
	assert.ok(drawn > 0.2, `${what}: only ${drawn} of the picture is drawn`);
	for (const slot of used) {
		const seen = contrast(fills[slot], inks[slot]);
		assert.ok(seen >= 4.5, `${what}: ${inks[slot]} on ${fills[slot]} has a contrast of ${seen}`);
	}
}

function contrast(a, b) {
	const light = hex => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
		.map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
		.reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
	const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}

await context.close();
assert.deepEqual(problems, []);
