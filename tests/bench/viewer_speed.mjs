// SPDX-License-Identifier: MIT
// How fast a page of -f html is, in headless Chromium without a graphics processor:
//   node viewer_speed.mjs TOOLS PAGE.html [PICTURE.svg]
// TOOLS is a folder whose node_modules holds playwright-core, as tests/package-lock.json has it. PICTURE.svg is another tool's
// flame graph of the same stacks, for its size and the time until it is shown.
import {createRequire} from "node:module";
import {statSync} from "node:fs";
import {resolve} from "node:path";

const VIEWS = ["flame", "icicle", "treemap", "sunburst"];
const RUNS = 5, ZOOMS = 12, HOVERS = 200;

const [tools, file, other] = process.argv.slice(2);
if (!file) {
	console.error("usage: viewer_speed.mjs TOOLS PAGE.html [PICTURE.svg]");
	process.exit(2);
}
const {chromium} = createRequire(resolve(tools) + "/")("playwright-core");
const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true,
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync"]});

function spread(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = part => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
	return {median: at(0.5), high: at(0.95), worst: sorted.at(-1)};
}

function say(what, values, unit = "ms") {
	const {median, high, worst} = spread(values);
	console.log(`${what.padEnd(40)} median ${median.toFixed(1)} ${unit}, 95 % below ${high.toFixed(1)}, worst ${worst.toFixed(1)}`);
}

const megabytes = path => (statSync(path).size / 1e6).toFixed(2) + " MB";

async function newPage() {
	return browser.newPage({viewport: {width: 1400, height: 900}, reducedMotion: "no-preference"});
}

async function firstPictures() {
	const times = [];
	for (let i = 0; i < RUNS; i++) {
		const page = await newPage();
		await page.goto("file://" + resolve(file));
		times.push(await page.waitForFunction(() => window.onflame?.firstPicture).then(handle => handle.jsonValue()));
		await page.close();
	}
	return times;
}

// Time to draw each picture of zooms in and out of the largest folders, and what lay between two of them.
async function zooms(page) {
	return page.evaluate(async count => {
		const {app} = window.onflame;
		const {first, kids} = app.scene.arrangement;
		const drawn = [], change = [];
		for (let i = 0; i < count; i++) {
			let node = 0;
			for (let depth = 0; depth <= i % 5 && first[node + 1] > first[node]; depth++)
				node = kids[first[node] + Math.min(i % 3, first[node + 1] - first[node] - 1)];
			for (const target of [node, 0]) {
				const began = performance.now();
				app.zoomTo(target);
				change.push(performance.now() - began);
				while (app.stage.began !== null) {
					await new Promise(requestAnimationFrame);
					drawn.push(app.stage.cost);
				}
			}
		}
		return {drawn, change};
	}, ZOOMS);
}

async function show(page, view) {
	await page.evaluate(async view => {
		window.onflame.app.set({view, zoom: ""}, false);
		await new Promise(done => setTimeout(done, 300));
	}, view);
}

async function hovers(page) {
	return page.evaluate(async count => {
		const {scroller} = window.onflame.app.stage;
		const area = scroller.getBoundingClientRect();
		const times = [];
		for (let i = 0; i < count; i++) {
			const x = area.left + (i * 61) % area.width, y = area.bottom - 8 - (i * 37) % (area.height * 0.7);
			const began = performance.now();
			scroller.dispatchEvent(new PointerEvent("pointermove", {clientX: x, clientY: y, pointerType: "mouse", bubbles: true}));
			document.body.getBoundingClientRect();
			times.push(performance.now() - began);
			if (i % 10 === 0)
				await new Promise(requestAnimationFrame);
		}
		return times;
	}, HOVERS);
}

async function searches(page) {
	return page.evaluate(() => ["test", "/^New.*Controller$/", "pkg/kube", "e", ""].map(text => {
		const began = performance.now();
		window.onflame.app.set({search: text}, false);
		return performance.now() - began;
	}));
}

async function changes(page) {
	return page.evaluate(() => [{metric: "lines"}, {order: "name"}, {colour: "complexity"}, {metric: "code", order: "weight", colour: "language"}].map(patch => {
		const began = performance.now();
		window.onflame.app.set(patch, false);
		return performance.now() - began;
	}));
}

console.log(`${file}: ${megabytes(file)}`);
say("first picture", await firstPictures());
const page = await newPage();
await page.goto("file://" + resolve(file));
await page.waitForFunction(() => window.onflame);
console.log("frames".padEnd(40), await page.evaluate(() => window.onflame.app.tree.size));
for (const view of VIEWS) {
	await show(page, view);
	const {drawn, change} = await zooms(page);
	say(`${view}: a picture of a zoom's motion`, drawn);
	say(`${view}: the page around it`, change);
	say(`${view}: hover`, await hovers(page));
}
await show(page, "flame");
say("search", await searches(page));
say("other metric, order, colour", await changes(page));
if (other) {
	console.log(`${other}: ${megabytes(other)}`);
	const times = [];
	for (let i = 0; i < 3; i++) {
		const picture = await newPage();
		await picture.goto("file://" + resolve(other), {timeout: 300000});
		times.push(await picture.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))));
		await picture.close();
	}
	say("first picture", times);
}
await browser.close();
