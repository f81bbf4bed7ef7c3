// SPDX-License-Identifier: MIT
// What is left out, and what is lit: by language, type, role, kind of frame and by every scale, in every view; all of it in the address.
import assert from "node:assert/strict";
import {boxOf, cFile, colourAt, freshPlace, KNOWN, makePage, openBrowser, openPage, settle, shot, writeTree} from "./lib.mjs";

freshPlace();
const file = makePage(writeTree({...KNOWN, ".gitattributes": "gen/** linguist-generated\nlib/** linguist-vendored\n",
	"gen/made.c": cFile({made: 120}), "lib/copied.c": cFile({copied: 80})}), "--metric", "code");
// Code: big 100, gen 120, lib 80, small 50, top.c 50 = 400; notes.txt has none.
const {context, page, problems} = await openBrowser();
const totals = names => page.evaluate(names => {
	const {tree, scene} = window.onflame.app;
	return names.map(name => scene.totals[[...tree.way(tree.size - 1), ...Array.from({length: tree.size}, (_, i) => i)].find(i => tree.name(i) === name)]);
}, names);
const chip = (where, name) => page.locator(`#${where} .chip`, {hasText: new RegExp("^\\s*" + name + "\\b")});
const press = async (where, name, modifiers = []) => {
	await chip(where, name).click({modifiers});
	await settle(page);
};

// By role, in the legend of that colouring: generated is vendored's neighbour, and neither is production.
await openPage(page, file, "#colour=role");
const legend = (await page.locator("#legend .chip").allInnerTexts()).map(text => text.replace(/\s+/g, " ").trim());
assert.deepEqual(legend, ["production 50.0 %", "generated 30.0 %", "vendored 20.0 %"]);
const colours = [];
for (const names of [["big", "engine.c"], ["gen", "made.c"], ["lib", "copied.c"]]) {
	const box = await boxOf(page, ...names);
	colours.push((await colourAt(page, {x: box.x + box.w - 8, y: box.y + box.h / 2})).slice(0, 3).map(value => value >> 4).join());
}
assert.equal(new Set(colours).size, 3, "three roles, three colours: " + colours.join(" "));
await press("legend", "generated");
assert.deepEqual(await totals(["gen", "lib", "big"]), [0, 80, 100]);
assert.match(page.url(), /hide=r:generated/);
const again = page.url();
await press("legend", "production", ["Alt"]);
assert.deepEqual(await totals(["gen", "lib", "big"]), [0, 0, 100], "with Alt: only this");
await press("legend", "production", ["Alt"]);
assert.deepEqual(await totals(["gen", "lib", "big"]), [120, 80, 100], "and once more: all again");
await chip("legend", "vendored").click({button: "right"});
await settle(page);
assert.deepEqual(await totals(["gen", "lib", "big"]), [0, 80, 0], "the other button: only this");
await openPage(page, file, again.slice(again.indexOf("#")));
assert.deepEqual(await totals(["gen", "lib", "big"]), [0, 80, 100], "the address keeps it");
await page.goBack();

// The panel: language, type, role, whatever the colours mean.
await openPage(page, file, "#colour=size");
assert.equal(await page.locator("#filters").isVisible(), false);
await page.keyboard.press("f");
assert.equal(await page.locator("#filters").isVisible(), true);
assert.equal(await page.locator("button.filter").getAttribute("aria-expanded"), "true");
await press("filters", "vendored");
await press("filters", "Python");
assert.deepEqual(await totals(["gen", "lib", "bell.py", "flame.js"]), [120, 0, 0, 45]);
assert.equal(await page.locator(".filter .count").innerText(), "2");
assert.equal(await chip("filters", "Python").getAttribute("aria-pressed"), "false");
await shot(page, "panel");
assert.equal(await page.locator("#filters [aria-label=Type]").count(), 0, "no choice where all code is of one type");
await page.locator("#legend .chip", {hasText: "Show all"}).click();
await settle(page);
assert.deepEqual(await totals(["tree", "lib", "bell.py"]), [400, 80, 5]);
await openPage(page, file, "#metric=lines");
await page.keyboard.press("f");
await press("filters", "programming");
assert.deepEqual(await totals(["tree", "notes.txt", "lib"]), [2, 2, 0]);
await press("filters", "prose");
assert.match(await page.locator("#state").innerText(), /Nothing to show/);

// Numbers are of what is shown: in the head, the panel, the table.
await openPage(page, file, "#hide=r:vendored");
assert.match(await page.locator("#summary").innerText(), /6 of 7 files · 324 of 404 lines · 7 of 8 functions/);
assert.match(await page.locator("#details").innerText(), /Code 320/);
assert.ok(!(await page.locator("#table .rowname").allInnerTexts()).includes("copied"));

// Every colouring's legend leaves out. Functions: ignite 60, quench 40, made 120, copied 80, lone 50, flicker 45.
for (const [colour, name, left, what] of [["kind", "Function", 5, "only the class's lines are none of a function's"],
	["language", "C", 50, "flame.js and bell.py"], ["complexity", "1", 0, "no function branches; what is no function lies in files whose mean is 1"],
	["size", "100–299", 280, "made and its file have 120 lines; engine.c's 100 are its functions'"], ["comment", "none", 1, "the class has a comment, its methods have none"]]) {
	await openPage(page, file, "#colour=" + colour);
	await press("legend", name);
	assert.deepEqual(await totals(["tree"]), [left], `${colour}: ${what}`);
}

// What the pointer is on in the legend is lit, for as long as it is there; Shift keeps it lit.
await openPage(page, file);
const shade = async () => {
	const box = await boxOf(page, "gen", "made.c");
	return (await colourAt(page, {x: box.x + box.w - 8, y: box.y + box.h / 2}))[0];
};
const plain = await shade();
await chip("legend", "JavaScript").hover();
await settle(page);
assert.ok(await shade() > plain + 60, "C is dim while JavaScript is lit");
await page.mouse.move(700, 880);
await settle(page);
assert.equal(await shade(), plain);
await press("legend", "JavaScript", ["Shift"]);
assert.match(page.url(), /spot=l:JavaScript/);
await page.mouse.move(700, 880);
await settle(page);
assert.ok(await shade() > plain + 60);
await shot(page, "lit");

// The same in each view.
for (const view of ["flame", "icicle", "treemap", "sunburst"]) {
	await openPage(page, file, `#view=${view}&colour=role&hide=r:vendored%0Al:JavaScript`);
	assert.equal(await boxOf(page, "lib"), null, view);
	assert.equal(await boxOf(page, "small", "flame.js"), null, view);
	assert.ok(await boxOf(page, "gen", "made.c"), view);
	await shot(page, view + "-roles");
}

await context.close();
assert.deepEqual(problems, []);
