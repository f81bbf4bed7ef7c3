// SPDX-License-Identifier: MIT
// What axe finds of the page in each view, theme and width, with everything unfolded; and colours that every sight tells apart.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {freshPlace, KNOWN, makePage, openBrowser, openPage, settle, writeTree} from "./lib.mjs";

freshPlace();
const file = makePage(writeTree({...KNOWN, "tests/bell_test.py": "def test_ring():\n    assert ring()\n"}), "--link", "https://example.org/{path}#L{line}");
const axe = readFileSync(join(process.env.TOOLS, "node_modules", "axe-core", "axe.min.js"), "utf8");
const {context, page, problems} = await openBrowser();

// The page's policy lets no script in: this one comes in by the debugger.
const debug = await context.newCDPSession(page);

async function check(what) {
	await debug.send("Runtime.evaluate", {expression: axe});
	const found = await page.evaluate(async () => (await window.axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}))
		.violations.map(({id, help, nodes}) => `${id}: ${help}: ${nodes.map(({target, failureSummary}) => target + " " + failureSummary).slice(0, 3).join("; ")}`));
	assert.deepEqual(found, [], what);
}

for (const theme of ["light", "dark"]) {
	for (const view of ["flame", "icicle", "treemap", "sunburst"]) {
		await openPage(page, file, `#view=${view}&theme=${theme}&search=bell&hide=l:C&zoom=small`);
		await check(`${view}, ${theme}`);
	}
	await openPage(page, file, `#theme=${theme}&colour=comment`);
	await page.getByRole("button", {name: "Filter"}).click();
	await page.locator("#table .segments button", {hasText: "Folders"}).click();
	await settle(page);
	await check(`filters, ${theme}`);
	await page.keyboard.press("?");
	await check(`keys, ${theme}`);
	await page.keyboard.press("Escape");
}
await page.setViewportSize({width: 390, height: 844});
await openPage(page, file);
await page.locator("#more").click();
await check("narrow");

// On paper the picture is light and there is nothing to press; on the screen all is as it was.
await page.setViewportSize({width: 1100, height: 800});
for (const view of ["flame", "treemap"]) {
	await openPage(page, file, `#theme=dark&view=${view}`);
	const ground = () => page.evaluate(() => window.onflame.app.scene.theme.ground);
	const dark = await ground();
	await page.emulateMedia({media: "print"});
	await settle(page);
	assert.notEqual(await ground(), dark, "paper is light");
	for (const hidden of ["#controls", "#finder", "#theme", "#details button"])
		assert.equal(await page.locator(hidden).first().isVisible(), false, hidden + " is printed");
	const [stage, picture, details] = await Promise.all(["#stage", "#stage .picture", "#details"].map(part => page.locator(part).boundingBox()));
	assert.ok(picture.height > 100 && Math.abs(stage.height - picture.height) < 5, "the picture is printed whole");
	assert.ok(details.y >= picture.y + picture.height, "the numbers stand below it");
	await page.emulateMedia({media: "screen"});
	await settle(page);
	assert.equal(await ground(), dark, "the screen is dark again");
	assert.ok(await page.locator("#controls").isVisible());
	// Printed in earnest: the picture is taken before a change of the medium is told.
	await page.evaluate(() => addEventListener("beforeprint", () => window.printed = window.onflame.app.scene.theme.ground));
	await page.pdf();
	assert.notEqual(await page.evaluate(() => window.printed ?? dark), dark, "printing is told of");
	assert.equal(await ground(), dark, "the screen is dark after printing");
}

// Colours of the safe palette, of kinds and of roles as they are drawn, seen without one kind of cone (Viénot, Brettel and Mollon 1999, on
// linear light), are as far apart as two colours must be to be told from each other side by side.
const SIGHTS = {
	all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
	protanopia: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
	deuteranopia: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
};
const APART = 0.04; // in Oklab: about twice what can just be seen
const linear = value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

function oklab(hex, sight) {
	const rgb = [1, 3, 5].map(at => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
	const [r, g, b] = sight.map(row => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2])));
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

await page.setViewportSize({width: 1400, height: 900});
const languages = Object.entries({"a.c": "int a;\n", "b.py": "b = 1\n", "c.js": "c();\n", "d.go": "package d\n", "e.rs": "fn e() {}\n", "f.java": "class F {}\n"})
	.map(([name, text]) => [name, text.repeat(3)]);
const colourful = makePage(writeTree(Object.fromEntries(languages)), "--metric", "lines");
for (const theme of ["light", "dark"]) {
	for (const colour of ["language", "kind", "role", "comment", "complexity", "size"]) {
		await openPage(page, colourful, `#theme=${theme}&colour=${colour}&palette=safe`);
		const legend = await page.evaluate(() => window.onflame.app.scene.paint.legend.map(({label, colour}) => [label, colour]));
		assert.ok(legend.length > 1, colour);
		for (const [sight, matrix] of Object.entries(SIGHTS)) {
			for (let i = 0; i < legend.length; i++) {
				for (let j = 0; j < i; j++) {
					const [a, b] = [legend[i], legend[j]].map(([, hex]) => oklab(hex, matrix));
					const apart = Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
					assert.ok(apart >= APART, `${theme}, ${colour}, ${sight}: ${legend[i]} and ${legend[j]} are ${apart.toFixed(3)} apart`);
				}
			}
		}
	}
}
await context.close();
assert.deepEqual(problems, []);
