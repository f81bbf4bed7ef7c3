// SPDX-License-Identifier: MIT
// `-f svg` in a browser: it stands still without a script, and with one a click zooms and a search lights; nothing of a name runs.
import assert from "node:assert/strict";
import {join} from "node:path";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {freshPlace, KNOWN, onflame, openBrowser, place, settle, shot, writeTree} from "./lib.mjs";

freshPlace();
const still = join(place, "still.svg"), lively = join(place, "lively.svg");
const top = writeTree({...KNOWN, "]]></script><script>window.stung=1<\u2215script>.c": "int x;\n", 'a"onload="window.stung=1.c': "int x;\n"});
mkdirSync(join(top, "<", "script><script>window.stung=1<"), {recursive: true});
writeFileSync(join(top, "<", "script><script>window.stung=1<", "y.c"), "int y;\n");
onflame(top, "-o", still, "--title", "A <known> tree");
onflame(top, "-o", lively, "--title", "A <known> tree", "--interactive");
assert.ok(!readFileSync(still, "utf8").includes("<script"));
assert.equal(readFileSync(lively, "utf8").match(/<script/g).length, 1);

const {context, page, problems} = await openBrowser();
// Width of the frame with that name at the start of its tip's end, as a share of the whole; 0 where it is hidden.
const widthOf = name => page.evaluate(name => {
	const groups = [...document.querySelectorAll("g")];
	const group = groups.find(each => each.querySelector("title").textContent.split("\n")[0].endsWith(name));
	const wide = each => each.style.display === "none" ? 0 : each.querySelector("rect").getBBox().width;
	return Math.round(wide(group) / wide(groups[0]) * 100) / 100;
}, name);
const click = async name => {
	await page.evaluate(name => [...document.querySelectorAll("g")].find(each => each.querySelector("title").textContent.split("\n")[0].endsWith(name))
		.dispatchEvent(new MouseEvent("click", {bubbles: true})), name);
	await settle(page);
};
const near = (value, wanted, what) => assert.ok(Math.abs(value - wanted) <= 0.02, `${what}: ${value}, not ${wanted}`);

// Code: big 100, small 50, top.c 50, the three others 1 each = 203.
for (const [file, name] of [[still, "still"], [lively, "lively"]]) {
	await page.goto("file://" + file);
	near(await widthOf("big"), 100 / 203, name);
	near(await widthOf("quench"), 40 / 203, name);
	await shot(page, name);
}

await click("big / engine.c");
near(await widthOf("engine.c"), 1, "what is clicked fills the width");
near(await widthOf("ignite"), 0.6, "ignite");
near(await widthOf("big"), 1, "what lies around it stays");
assert.equal(await widthOf("top.c"), 0);
await click("quench");
near(await widthOf("quench"), 1, "quench");
assert.equal(await widthOf("ignite"), 0);
const overflow = await page.evaluate(() => [...document.querySelectorAll("g")].filter(group => group.style.display !== "none")
	.filter(group => [...group.querySelectorAll("text")].some(text => text.style.display !== "none" &&
		text.getBBox().x + text.getBBox().width > group.querySelector("rect").getBBox().x + group.querySelector("rect").getBBox().width + 0.5)).length);
assert.equal(overflow, 0, "text fits its box");
await shot(page, "zoomed");
await page.keyboard.press("Escape");
near(await widthOf("ignite"), 60 / 203, "Escape leads back");

await page.evaluate(() => window.prompt = () => "quench|lone");
await page.keyboard.press("/");
const lit = () => page.evaluate(() => [...document.querySelectorAll("g.lit title")].map(title => title.textContent.split("\n")[0].split(" ").at(-1)).sort());
assert.deepEqual(await lit(), ["lone", "quench"]);
assert.match(await page.evaluate(() => document.documentElement.textContent), /Matched: 44\.\d%/); // (40 + 50) of 203
await shot(page, "found");
await page.keyboard.press("Escape");
assert.deepEqual(await lit(), []);

assert.equal(await page.evaluate(() => window.stung), undefined);
await context.close();
assert.deepEqual(problems, []);
