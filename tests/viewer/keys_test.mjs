// SPDX-License-Identifier: MIT
// All of it by keyboard, and what a screen reader is told.
import assert from "node:assert/strict";
import {boxOf, freshPlace, KNOWN, makePage, openBrowser, openPage, settle, shot, writeTree} from "./lib.mjs";

freshPlace();
const file = makePage(writeTree(KNOWN));
const {context, page, problems} = await openBrowser();
const selected = () => page.evaluate(() => window.onflame.app.tree.name(window.onflame.app.selected));
const press = async (...keys) => {
	for (const key of keys)
		await page.keyboard.press(key);
	await settle(page);
};
// What the active descendant of the focused tree says of itself.
const told = () => page.evaluate(() => {
	const tree = document.activeElement;
	const item = document.getElementById(tree.getAttribute("aria-activedescendant"));
	return {role: tree.getAttribute("role"), label: item.getAttribute("aria-label"), level: item.getAttribute("aria-level"),
		place: item.getAttribute("aria-posinset") + " of " + item.getAttribute("aria-setsize"), itemRole: item.getAttribute("role"),
		expanded: item.getAttribute("aria-expanded"), selected: item.getAttribute("aria-selected")};
});

await openPage(page, file);
await page.locator(".scroller").focus();
assert.equal((await told()).role, "tree");

// In the flame graph what is above is inside.
await press("ArrowUp");
assert.equal(await selected(), "big");
assert.deepEqual(await told(), {role: "tree", label: "big, folder, 100 lines of code, 50.0 % of the whole", level: "2", place: "1 of 3",
	itemRole: "treeitem", expanded: "true", selected: "true"});
await press("ArrowRight");
assert.equal(await selected(), "small");
await press("End");
assert.equal(await selected(), "top.c");
assert.equal((await told()).place, "3 of 3");
await press("Home", "ArrowUp", "ArrowUp", "ArrowRight");
assert.equal(await selected(), "quench");
assert.equal((await told()).expanded, null, "a leaf is neither open nor closed");
await shot(page, "selected");
await press("Enter");
let box = await boxOf(page, "big", "engine.c", "quench");
assert.ok(box.w > box.whole * 0.99, "Enter zooms");
await press("Escape");
box = await boxOf(page, "big", "engine.c");
assert.ok(box.w > box.whole * 0.99 && (await boxOf(page, "big", "engine.c", "quench")).w < box.whole / 2, "Escape goes one level out");
await press("Escape", "Escape", "ArrowDown", "ArrowDown", "ArrowDown");
box = await boxOf(page, "big");
assert.ok(Math.abs(box.w - box.whole / 2) < 2);
assert.equal(await selected(), "tree");

// The icicle stands on its head.
await press("v", "ArrowDown");
assert.match(page.url(), /view=icicle/);
assert.equal(await selected(), "big");

// Search, from match to match, and out.
await press("/");
await page.keyboard.type("lone");
await page.keyboard.press("Enter");
await settle(page);
assert.equal(await selected(), "lone");
await press("Escape");
assert.equal(await page.locator("#found").innerText(), "");
assert.equal(await page.evaluate(() => document.activeElement.className), "scroller");

// The browser's own search would find nothing in a canvas; within the field it is the browser's.
await press("Control+f");
assert.equal(await page.evaluate(() => document.activeElement.id), "search");
const taken = await page.evaluate(() => !document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "f", ctrlKey: true, bubbles: true, cancelable: true})));
assert.equal(taken, false);
await press("Escape");

// Choices.
await press("m");
assert.match(page.url(), /metric=comment/);
await press("c");
assert.match(page.url(), /colour=kind/);
await press("o");
assert.match(page.url(), /order=name/);
await press("t");
assert.match(page.url(), /theme=dark/);
await press("f");
assert.equal(await page.locator("#filters").isVisible(), true);
assert.equal(await page.evaluate(() => document.activeElement.closest("#filters") !== null), true, "the filter has the focus");
await press("Escape");
assert.equal(await page.locator("#filters").isVisible(), false);
assert.equal(await page.evaluate(() => document.activeElement.className), "filter", "and gives it back");
await press("?");
assert.equal(await page.locator("dialog.keys").isVisible(), true);
await press("Escape");
assert.equal(await page.locator("dialog.keys").isVisible(), false);

// Everything that can be worked has a name, and Tab reaches the picture.
const nameless = await page.evaluate(() => [...document.querySelectorAll("button, a[href], input, select, [tabindex='0']")]
	.filter(element => element.getClientRects().length > 0)
	.filter(element => !(element.getAttribute("aria-label") || element.textContent.trim() || element.labels?.length))
	.map(element => element.outerHTML));
assert.deepEqual(nameless, []);
await openPage(page, file);
let reached = false;
for (let i = 0; i < 40 && !reached; i++) {
	await page.keyboard.press("Tab");
	reached = await page.evaluate(() => document.activeElement.classList.contains("scroller"));
}
assert.ok(reached);

await context.close();
assert.deepEqual(problems, []);
