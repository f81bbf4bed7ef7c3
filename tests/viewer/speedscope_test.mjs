// SPDX-License-Identifier: MIT
// `-f speedscope`, opened in speedscope itself: it names every frame, gives it the numbers that it has, and tells its file.
import assert from "node:assert/strict";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {freshPlace, KNOWN, onflame, openBrowser, place, shot, writeTree} from "./lib.mjs";

freshPlace();
const top = writeTree(KNOWN);
const profile = join(place, "known.speedscope.json"), script = join(place, "known.js");
onflame(top, "-f", "speedscope", "-o", profile);
// As speedscope's own command hands over a file: by a script that its page loads.
writeFileSync(script, `speedscope.loadFileFromBase64("known.speedscope.json", "${readFileSync(profile).toString("base64")}")`);

const {context, page, problems} = await openBrowser({}, ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]);
const app = join(process.env.TOOLS, "node_modules", "speedscope", "dist", "release", "index.html");
await page.goto(`file://${encodeURI(app)}#localProfilePath=${script}`);
await page.getByText("Sandwich").click();
await page.locator("tr", {hasText: "ignite"}).waitFor();
await shot(page, "sandwich");
const rows = await page.evaluate(() => Array.from(document.querySelectorAll("tr"), row => Array.from(row.cells, cell => cell.textContent))
	.filter(cells => /^[\d,.]+ \(/.test(cells[0])));
const files = await page.evaluate(() => Object.fromEntries(Array.from(document.querySelectorAll("tr td:last-child"), cell => [cell.textContent, cell.title])));
const numbers = Object.fromEntries(rows.map(([whole, own, name]) => [name, [parseInt(whole), parseInt(own)]]));

// Lines of code with all below, and of its own: lib.mjs says what each file holds.
for (const [name, wanted] of Object.entries({ignite: [60, 60], quench: [40, 40], lone: [50, 50], flicker: [45, 45], Bell: [5, 1], ring: [2, 2],
	"engine.c": [100, 0], big: [100, 0], small: [50, 0], "top.c": [50, 0]}))
	assert.deepEqual(numbers[name], wanted, name);
assert.equal(files.ignite, "big/engine.c");
assert.ok(await page.getByText("200 lines of code").isVisible(), "the profile is called by what it measures");
await page.getByText("Left Heavy").click();
await shot(page, "left-heavy");
await context.close();
assert.deepEqual(problems, []);
