// SPDX-License-Identifier: MIT
// On a phone: nothing is wider than the window, a tap zooms, the settings unfold.
import assert from "node:assert/strict";
import {boxOf, freshPlace, KNOWN, makePage, middleOf, openBrowser, openPage, settle, shot, writeTree} from "./lib.mjs";

freshPlace();
const file = makePage(writeTree(KNOWN));
const {context, page, problems} = await openBrowser({viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true, deviceScaleFactor: 3});

await openPage(page, file);
assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
const canvas = await page.evaluate(() => {
	const picture = document.querySelector("canvas.picture");
	return {pixels: picture.width, wide: picture.getBoundingClientRect().width};
});
assert.equal(canvas.pixels, Math.round(canvas.wide * 3), "as sharp as the screen is");
assert.ok((await boxOf(page, "big")).h >= 28, "rows are high enough for a finger");
await shot(page, "phone");

const {x, y} = await middleOf(page, "big");
await page.touchscreen.tap(x, y);
await settle(page);
const box = await boxOf(page, "big");
assert.ok(box.w > box.whole * 0.99);
assert.equal(await page.locator(".tip").isVisible(), false, "no tip stays under the finger");
assert.match(await page.locator("#details").innerText(), /^big/);

assert.equal(await page.locator("#controls").isVisible(), false);
await page.locator("#more").tap();
assert.equal(await page.locator("#controls").isVisible(), true);
await page.locator("#choose-metric").selectOption("lines");
await settle(page);
assert.match(page.url(), /metric=lines/);
assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
await shot(page, "phone-settings");
// What is unfolded takes no room from the picture: the page is scrolled to it.
await page.getByRole("button", {name: "Filter"}).tap();
await settle(page);
const stage = await page.evaluate(() => {
	const stage = document.querySelector("#stage");
	stage.scrollIntoView();
	const {top, bottom, height} = stage.getBoundingClientRect();
	return {seen: (Math.min(bottom, innerHeight) - Math.max(top, 0)) / height, height};
});
assert.ok(stage.seen > 0.99 && stage.height > 150, JSON.stringify(stage));
await page.getByRole("button", {name: "Filter"}).tap();
await page.evaluate(() => document.querySelector("#table").scrollIntoView());
await shot(page, "phone-table");
const where = await page.evaluate(() => {
	const cells = [...document.querySelectorAll("#table td.first")].map(cell => [cell, cell.querySelector("bdi")].map(each => each.getBoundingClientRect().right));
	return cells.filter(([cell, text]) => text > cell).length;
});
assert.equal(where, 0, "the end of a path, with file and line, is not what is cut off");

// A row of the table leads to the picture, also where that is out of sight.
await page.locator("#table .rowname").first().tap();
await settle(page);
assert.ok(await page.evaluate(() => document.querySelector("#stage").getBoundingClientRect().top >= 0), "the picture is in sight");

// The other views fit, too, and a tap zooms in them.
for (const view of ["treemap", "sunburst"]) {
	await openPage(page, file, "#view=" + view);
	assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, view);
	const place = await page.evaluate(() => {
		const {stage, tree} = window.onflame.app;
		const mark = stage.marks.find(tree.children(0).find(child => tree.name(child) === "big"));
		const {width, height} = stage.size, area = stage.scroller.getBoundingClientRect();
		const [x, y] = stage.view.centre ? [width / 2 + (mark.y + mark.h / 2) * Math.cos(mark.x + mark.w / 2),
			height / 2 + (mark.y + mark.h / 2) * Math.sin(mark.x + mark.w / 2)] : [mark.x + 30, mark.y + 6];
		return [area.x + x, area.y + y];
	});
	await page.touchscreen.tap(...place);
	await settle(page);
	assert.match(page.url(), /zoom=big/, view);
	await shot(page, "phone-" + view);
}

await context.close();
assert.deepEqual(problems, []);
