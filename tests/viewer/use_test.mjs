// SPDX-License-Identifier: MIT
// What the pointer can do: hover, zoom, history, search, filters, table, links, theme. The address keeps all of it.
import assert from "node:assert/strict";
import {boxOf, freshPlace, KNOWN, makePage, middleOf, openBrowser, openPage, settle, shot, writeTree} from "./lib.mjs";

freshPlace();
const file = makePage(writeTree(KNOWN), "--title", "A <known> tree", "--link", "https://example.org/src/{path}#L{start}-L{end}");
const {context, page, problems} = await openBrowser();
const clickOn = async (...names) => {
	const {x, y} = await middleOf(page, ...names);
	await page.mouse.click(x, y);
	await settle(page);
};
const widthOf = async (...names) => {
	const box = await boxOf(page, ...names);
	return box ? Math.round(box.w / box.whole * 1000) / 1000 : 0;
};

await openPage(page, file);
assert.equal(await page.title(), "A <known> tree · onflame");
assert.match(await page.locator("#summary").innerText(), /5 files · 204 lines · 6 functions/);

// Hover tells what is known of a frame.
const ring = await middleOf(page, "big", "engine.c", "quench");
await page.mouse.move(ring.x, ring.y);
const tip = await page.locator(".tip").innerText();
for (const part of ["quench", "C function", "big/engine.c:61–100", "40", "40.0 %", "20.0 %"])
	assert.ok(tip.includes(part), `the tip has no "${part}": ${tip}`);
await page.mouse.move(5, 5);
assert.equal(await page.locator(".tip").isVisible(), false);

// A click zooms; back and forward go through what was seen; a link shows the same.
await clickOn("big", "engine.c");
assert.equal(await widthOf("big", "engine.c"), 1);
assert.equal(await widthOf("big", "engine.c", "ignite"), 0.6);
assert.equal(await widthOf("top.c"), 0);
assert.equal(await page.locator("#crumbs").innerText().then(text => text.replace(/\s+/g, " ").trim()), "tree big engine.c 50.0 % of the whole");
await clickOn("big", "engine.c", "quench");
assert.equal(await widthOf("big", "engine.c", "quench"), 1);
assert.match(await page.locator("#details").innerText(), /quench\s+C function\s+big\/engine\.c:61–100/);
const address = page.url();
await page.goBack();
await settle(page);
assert.equal(await widthOf("big", "engine.c", "ignite"), 0.6);
await page.goBack();
await settle(page);
assert.equal(await widthOf("big"), 0.5);
await page.goForward();
await settle(page);
assert.equal(await widthOf("big"), 1);
await openPage(page, file, address.slice(address.indexOf("#")));
assert.equal(await widthOf("big", "engine.c", "quench"), 1);
await shot(page, "zoomed");
await page.locator("#crumbs button").first().click();
await settle(page);
assert.equal(await widthOf("big"), 0.5);

// Motion, where it is wanted: half way between there is a picture that is neither.
await page.emulateMedia({reducedMotion: "no-preference"});
await page.locator("[data-value=icicle]").click();
const box = await middleOf(page, "small");
const between = await page.evaluate(async ([x, y]) => {
	const {app} = window.onflame;
	app.pressed(app.stage.markAt({clientX: x, clientY: y}), false);
	const seen = [];
	for (let i = 0; i < 60; i++) {
		await new Promise(requestAnimationFrame);
		seen.push(app.stage.camera[0]);
	}
	return seen;
}, [box.x, box.y]);
assert.ok(between.some(left => left > 0 && left < 100) && between.at(-1) === 100, "no motion: " + between.join(" "));
await page.emulateMedia({reducedMotion: "reduce"});

// Search by text and by pattern: how many, what share, one after the other.
await openPage(page, file);
await page.fill("#search", "IGN");
await page.waitForFunction(() => document.querySelector("#found").textContent !== "");
assert.match(await page.locator("#found").innerText(), /^no match$/, "a capital is looked for as such");
await page.fill("#search", "ign");
await page.waitForFunction(() => /30/.test(document.querySelector("#found").textContent));
assert.equal(await page.locator("#found").innerText(), "1 · 30.0 %");
await shot(page, "search");
await page.fill("#search", "/^(ignite|flicker|lone)$/");
await page.waitForFunction(() => document.querySelector("#found").textContent.startsWith("3"));
assert.equal(await page.locator("#found").innerText(), "3 · 77.5 %"); // 60 + 45 + 50 of 200
await page.fill("#search", "/(/");
await page.waitForFunction(() => document.querySelector("#found").textContent === "not a pattern");
await page.fill("#search", "big/eng");
await page.waitForFunction(() => document.querySelector("#found").textContent.startsWith("1 "));
assert.equal(await page.locator("#found").innerText(), "1 · 50.0 %");
await page.fill("#search", "i");
await page.waitForFunction(() => !document.querySelector("#found").textContent.startsWith("1 "));
const selected = async () => page.evaluate(() => window.onflame.app.tree.name(window.onflame.app.selected));
await page.click("#next");
const one = await selected();
await page.click("#next");
assert.notEqual(await selected(), one);
await page.click("#previous");
assert.equal(await selected(), one);
await page.fill("#search", "");
await page.press("#search", "Enter");

// Left-out languages have no width; the rest shares it.
await openPage(page, file);
await page.locator("#legend .chip", {hasText: /^C\b/}).click();
await settle(page);
assert.equal(await widthOf("small"), 1);
assert.equal(await widthOf("small", "flame.js"), 0.9);
assert.equal(await widthOf("big"), 0);
await shot(page, "filtered");
await page.locator("#legend .chip", {hasText: "Show all"}).click();
await settle(page);
assert.equal(await widthOf("big"), 0.5);
await openPage(page, file, "#metric=lines");
await page.locator("button.filter").click();
await page.locator("#filters .chip", {hasText: "programming"}).click();
await page.locator("#filters .chip", {hasText: "prose"}).click();
await settle(page);
assert.match(await page.locator("#state").innerText(), /Nothing to show/);

// The table: sorted by a click, led to by a click.
await openPage(page, file);
await page.waitForSelector("#table tbody tr");
const names = () => page.locator("#table .rowname").allInnerTexts();
assert.deepEqual(await names(), ["ignite", "lone", "flicker", "quench", "ring", "mute"]);
await page.locator("#table th button", {hasText: "Name"}).click();
assert.deepEqual(await names(), ["flicker", "ignite", "lone", "mute", "quench", "ring"]);
await page.locator("#table .segments button", {hasText: "Files"}).click();
await page.locator("#table th button", {hasText: "Lines"}).click();
assert.deepEqual(await names(), ["engine.c", "top.c", "flame.js", "bell.py", "notes.txt"]);
await page.locator("#table .rowname", {hasText: "flame.js"}).click();
await settle(page);
assert.equal(await selected(), "flame.js");
await page.locator("#table .segments button", {hasText: "Folders"}).click();
assert.deepEqual((await names()).sort(), ["big", "small"]);

// Links lead where the template says.
await openPage(page, file, "#zoom=big/engine.c/quench");
assert.equal(await page.locator("#details .actions a").getAttribute("href"), "https://example.org/src/big/engine.c#L61-L100");

// Light and dark: as the system has it, until chosen.
const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number)[0]);
await page.emulateMedia({colorScheme: "dark"});
await openPage(page, file);
assert.ok(await ground() < 60);
await shot(page, "dark");
await page.click("#theme");
assert.ok(await ground() > 200);
assert.match(page.url(), /theme=light/);
await page.emulateMedia({colorScheme: "light"});

await context.close();
assert.deepEqual(problems, []);
