// SPDX-License-Identifier: MIT
// Treemap and sunburst: each frame as large as it weighs, in its parent; the same clicks and keys as in the flame graph.
import assert from "node:assert/strict";
import {boxOf, cFile, colourAt, freshPlace, KNOWN, makePage, openBrowser, openPage, place, settle, shot, writeTree} from "./lib.mjs";

freshPlace();
const file = makePage(writeTree(KNOWN));
const {context, page, problems} = await openBrowser();

// Mark of a frame, as the view has it, and what lies where the view says that the frame is.
const nameAt = (x, y) => page.evaluate(([x, y]) => {
	const {stage, tree} = window.onflame.app;
	const mark = stage.view.hit(stage.marks, x, y);
	return mark && (mark.merged > 0 ? "+" + mark.merged : tree.name(mark.node));
}, [x, y]);
const clickAt = async (x, y) => {
	const area = await page.evaluate(() => window.onflame.app.stage.scroller.getBoundingClientRect().toJSON());
	await page.mouse.move(area.x + x, area.y + y);
	await page.mouse.click(area.x + x, area.y + y);
	await settle(page);
};
const pixelAt = async (x, y) => {
	const area = await page.evaluate(() => window.onflame.app.stage.scroller.getBoundingClientRect().toJSON());
	return colourAt(page, {x: area.x + x, y: area.y + y});
};
const zoomed = () => page.evaluate(() => window.onflame.app.tree.name(window.onflame.app.scene.zoom.node));
const markOf = async (...names) => {
	const box = await boxOf(page, ...names);
	const area = await page.evaluate(() => window.onflame.app.stage.scroller.getBoundingClientRect().toJSON());
	return box && {...box, x: box.x - area.x, y: box.y - area.y};
};
const near = (a, b, by, what) => assert.ok(Math.abs(a - b) <= by, `${what}: ${a}, not ${b}`);

// Treemap. Code: big 100, small 50 (flame.js 45, bell.py 5), top.c 50.
await openPage(page, file, "#view=treemap");
const [root, big, small, top] = [await markOf(), await markOf("big"), await markOf("small"), await markOf("top.c")];
const areaOf = box => box.w * box.h;
near(areaOf(big) / areaOf(small), 2, 0.01, "big to small");
near(areaOf(top) / areaOf(small), 1, 0.01, "top.c to small");
assert.ok(areaOf(big) + areaOf(small) + areaOf(top) > 0.9 * areaOf(root), "the children fill the whole");
const inside = (inner, outer) => inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w + 0.01 &&
	inner.y + inner.h <= outer.y + outer.h + 0.01;
for (const names of [["big", "engine.c"], ["big", "engine.c", "quench"], ["small", "bell.py"], ["small", "bell.py", "Bell", "ring"]])
	assert.ok(inside(await markOf(...names), await markOf(...names.slice(0, -1))), names.join("/"));
const [ignite, quench] = [await markOf("big", "engine.c", "ignite"), await markOf("big", "engine.c", "quench")];
near(areaOf(ignite) / areaOf(quench), 1.5, 0.01, "60 lines to 40");
for (const box of [big, small, top])
	assert.ok(Math.max(box.w / box.h, box.h / box.w) < 4, "as square as can be");
assert.equal(await boxOf(page, "big", "notes.txt"), null, "a file without code has no room");
assert.equal(await nameAt(quench.x + quench.w / 2, quench.y + quench.h / 2), "quench");
assert.equal(await nameAt(big.x + 60, big.y + 5), "big", "a folder's header is the folder");
const flame = await markOf("small", "flame.js");
const yellow = await pixelAt(flame.x + flame.w / 2, flame.y + flame.h - 6);
assert.ok(yellow[0] > 170 && yellow[1] > 150 && yellow[2] < 130, "flame.js: " + yellow);
await shot(page, "treemap");

await clickAt(big.x + 60, big.y + 5);
assert.equal(await zoomed(), "big");
near(areaOf(await markOf("big")), areaOf(root), 1, "what is zoomed into fills the stage");
assert.equal(await markOf("top.c"), null);
await page.mouse.move(5, 5);
await clickAt(60, 5);
assert.equal(await zoomed(), "tree", "a click on its header leads out");
await page.goBack();
await settle(page);
assert.equal(await zoomed(), "big");
await page.goBack();
await settle(page);
assert.equal(await zoomed(), "tree");

// A search lights what matches and dims the rest.
await openPage(page, file, "#view=treemap&search=quench");
const lit = await markOf("big", "engine.c", "quench"), dim = await markOf("big", "engine.c", "ignite");
const [pink, pale] = [await pixelAt(lit.x + lit.w / 2, lit.y + lit.h - 6), await pixelAt(dim.x + dim.w / 2, dim.y + dim.h - 6)];
assert.ok(pink[0] > 150 && pink[1] < 90, "lit: " + pink);
assert.ok(Math.min(...pale.slice(0, 3)) > 190, "dim: " + pale);

// Sunburst: half a turn for half of the code, clockwise from the top; a ring further out for each level.
await openPage(page, file, "#view=sunburst");
const arcOf = async (...names) => {
	const mark = await markOf(...names);
	const box = await page.evaluate(() => window.onflame.app.stage.scroller.getBoundingClientRect().toJSON());
	return mark && {from: (mark.x + Math.PI / 2) / 2 / Math.PI, to: (mark.x + mark.w + Math.PI / 2) / 2 / Math.PI, inner: mark.y, outer: mark.y + mark.h,
		middle: [box.width / 2 + (mark.y + mark.h / 2) * Math.cos(mark.x + mark.w / 2), box.height / 2 + (mark.y + mark.h / 2) * Math.sin(mark.x + mark.w / 2)]};
};
for (const [names, from, to] of [[["big"], 0, 0.5], [["small"], 0.5, 0.75], [["top.c"], 0.75, 1], [["big", "engine.c", "ignite"], 0, 0.3],
	[["big", "engine.c", "quench"], 0.3, 0.5], [["small", "bell.py", "Bell"], 0.725, 0.75]]) {
	const arc = await arcOf(...names);
	near(arc.from, from, 0.001, names + " begins");
	near(arc.to, to, 0.001, names + " ends");
	assert.equal(await nameAt(...arc.middle), names.at(-1));
	if (names.length > 1)
		near(arc.inner, (await arcOf(...names.slice(0, -1))).outer, 0.01, names + " begins where its parent ends");
}
const bell = await pixelAt(...(await arcOf("small", "bell.py")).middle);
assert.ok(bell[2] > bell[0] + 40, "bell.py: " + bell);
assert.equal((await pixelAt(8, 8))[3], 0, "nothing is drawn outside");
await shot(page, "sunburst");
const stage = await page.evaluate(() => window.onflame.app.stage.size);
await clickAt(...(await arcOf("big", "engine.c")).middle);
assert.equal(await zoomed(), "engine.c");
near((await arcOf("big", "engine.c", "ignite")).to, 0.6, 0.001, "ignite has 60 of 100");
await shot(page, "sunburst-zoomed");
await clickAt(stage.width / 2, stage.height / 2);
assert.equal(await zoomed(), "big", "a click on the middle leads out");

// By keyboard: sideways among siblings, and in and out.
for (const [view, inward, outward] of [["treemap", "ArrowDown", "ArrowUp"], ["sunburst", "ArrowUp", "ArrowDown"]]) {
	await openPage(page, file, "#view=" + view);
	await page.locator(".scroller").focus();
	const selected = () => page.evaluate(() => window.onflame.app.tree.name(window.onflame.app.selected));
	const press = async key => {
		await page.keyboard.press(key);
		await settle(page);
		return selected();
	};
	assert.equal(await press(inward), "big", view);
	assert.equal(await press("ArrowRight"), "small");
	assert.equal(await press("ArrowLeft"), "big");
	await press(inward);
	assert.equal(await press(inward), "ignite");
	await shot(page, view + "-selected");
	assert.equal(await press(outward), "engine.c");
	await press("Enter");
	assert.equal(await zoomed(), "engine.c");
	await press("Escape");
	assert.equal(await zoomed(), "big");
}

// On the way from one to the other there is a picture that is neither; at its end, all is where it should be.
await page.emulateMedia({reducedMotion: "no-preference"});
for (const view of ["treemap", "sunburst"]) {
	await openPage(page, file, "#view=" + view);
	const seen = await page.evaluate(async () => {
		const {app} = window.onflame;
		const seen = [];
		for (const path of ["big/engine.c", "small", ""]) {
			app.set({zoom: path});
			do {
				await new Promise(requestAnimationFrame);
				seen.push(app.stage.camera.join(" "));
			} while (app.stage.began !== null);
		}
		return new Set(seen).size;
	});
	assert.ok(seen > 6, view + ": no motion");
	near((await page.evaluate(() => window.onflame.app.stage.marks.at(0))).node, 0, 0, "the root is back");
	// What a motion ends with, broken off or not, is what is drawn at rest.
	const differ = await page.evaluate(async () => {
		const {app} = window.onflame;
		const pixels = () => app.stage.picture.getContext("2d").getImageData(0, 0, app.stage.picture.width, app.stage.picture.height).data;
		const differ = [];
		for (const [path, broken] of [["big", false], ["small", true], ["big/engine.c", false], ["", true]]) {
			app.set({zoom: path});
			for (let frames = 0; app.stage.began && !(broken && frames > 2); frames++)
				await new Promise(requestAnimationFrame);
			if (broken)
				continue;
			const moved = pixels();
			app.stage.draw();
			differ.push(pixels().reduce((sum, value, i) => sum + (value !== moved[i] ? 1 : 0), 0));
		}
		return differ;
	});
	assert.deepEqual(differ, [0, 0], view + ": at the end of a motion");
}
await page.emulateMedia({reducedMotion: "reduce"});

// Very many files: small ones stand together, say how many, and a click leads closer until each is seen.
const many = makePage(writeTree({...Object.fromEntries(Array.from({length: 30000}, (_, i) => [`many/d${i % 3}/f${i}.c`, "int x;\n"])),
	"many/large.c": cFile({large: 30000})}));
for (const view of ["treemap", "sunburst"]) {
	await openPage(page, many, `#view=${view}&zoom=many`);
	await shot(page, view + "-many");
	let clicks = 0;
	for (; clicks < 12; clicks++) {
		const run = await page.evaluate(() => {
			const {stage} = window.onflame.app;
			const all = Array.from({length: stage.marks.count}, (_, i) => stage.marks.at(i)).filter(mark => mark.merged > 0);
			return all.sort((a, b) => b.merged - a.merged)[0] ?? null;
		});
		if (!run)
			break;
		const [x, y] = view === "treemap" ? [run.x + run.w / 2, run.y + run.h / 2]
			: [stage.width / 2 + (run.y + run.h / 2) * Math.cos(run.x + run.w / 2), stage.height / 2 + (run.y + run.h / 2) * Math.sin(run.x + run.w / 2)];
		assert.equal(await nameAt(x, y), "+" + run.merged, view);
		await clickAt(x, y);
	}
	assert.ok(clicks > 0 && clicks < 12, `${view}: ${clicks} clicks until all are seen`);
	await shot(page, view + "-many-close");
}

await context.close();
assert.deepEqual(problems, []);
console.log("pictures in", place);
