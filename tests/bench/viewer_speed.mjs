// SPDX-License-Identifier: MIT
// How fast a page of -f html is, in headless Chromium without a graphics processor:
//   node viewer_speed.mjs TOOLS PAGE.html [PICTURE.svg]
// TOOLS is a folder whose node_modules holds playwright-core, as tests/package-lock.json has it. PICTURE.svg is another tool's
// flame graph of the same stacks, for its size and the time until it is shown. README.md says what is printed.
import {createRequire} from "node:module";
import {statSync} from "node:fs";
import {resolve} from "node:path";

const VIEWS = ["flame", "icicle", "treemap", "sunburst"];
const RUNS = 5, ZOOMS = 10, HOVERS = 120;
const FRAME = 16; // milliseconds
const GOALS = [[3e5, 1000], [Infinity, 3000]]; // up to so many frames: milliseconds to the first picture

const [tools, file, other] = process.argv.slice(2);
if (!file) {
	console.error("usage: viewer_speed.mjs TOOLS PAGE.html [PICTURE.svg]");
	process.exit(2);
}
const {chromium} = createRequire(resolve(tools) + "/")("playwright-core");
const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true,
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--enable-precise-memory-info"]});
const missed = [];

function spread(values) {
	const sorted = [...values].sort((a, b) => a - b);
	const at = part => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
	return {median: at(0.5), high: at(0.95), worst: sorted.at(-1) ?? NaN};
}

function say(what, values, goal = Infinity) {
	const {median, high, worst} = spread(values);
	const late = values.filter(value => value > goal).length;
	const told = goal === Infinity ? "" : late > 0 ? `  ${late} of ${values.length} above ${goal}` : "  good";
	console.log(`${what.padEnd(44)} median ${median.toFixed(1).padStart(6)} ms, 95 % below ${high.toFixed(1).padStart(6)}, ` +
		`worst ${worst.toFixed(1).padStart(6)}${told}`);
	return median <= goal && high <= goal;
}

function hold(what, values, goal) {
	if (!say(what, values, goal))
		missed.push(what);
}

const megabytes = path => (statSync(path).size / 1e6).toFixed(2) + " MB";

async function newPage() {
	return browser.newPage({viewport: {width: 1400, height: 900}, reducedMotion: "no-preference"});
}

// Tasks of the page's main thread while `action` ran: {begin, wall, cpu} in milliseconds. Time of the processor, not of the clock, is
// what tells how much work a frame is where other programs run beside the browser.
async function tasksOf(page, action) {
	await browser.startTracing(page, {categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"]});
	await action();
	const {traceEvents} = JSON.parse((await browser.stopTracing()).toString());
	const threadOf = event => event.pid + ":" + event.tid;
	// Of all pages' main threads that which is busiest.
	const busy = new Map(traceEvents.filter(({name, args}) => name === "thread_name" && args.name === "CrRendererMain").map(event => [threadOf(event), 0]));
	for (const event of traceEvents.filter(event => event.name === "RunTask" && busy.has(threadOf(event))))
		busy.set(threadOf(event), busy.get(threadOf(event)) + (event.tdur ?? 0));
	const main = [...busy].sort((a, b) => b[1] - a[1])[0]?.[0];
	return traceEvents.filter(event => threadOf(event) === main && event.name === "RunTask" && event.ph === "X")
		.map(({ts, dur, tdur}) => ({begin: ts / 1000, wall: dur / 1000, cpu: (tdur ?? 0) / 1000}));
}

// [by the clock, by the main thread's processor time], of a page opened anew each time.
async function firstPictures() {
	const clock = [], cpu = [];
	for (let i = 0; i < RUNS; i++) {
		const page = await newPage();
		const tasks = await tasksOf(page, async () => {
			await page.goto("file://" + resolve(file), {waitUntil: "commit"});
			clock.push(await page.waitForFunction(() => window.onflame?.firstPicture).then(handle => handle.jsonValue()));
		});
		cpu.push(tasks.reduce((sum, task) => sum + task.cpu, 0));
		await page.close();
	}
	return [clock, cpu];
}

// Zooms in and out of the largest folders, each to its end.
async function zoomAbout(page) {
	await page.evaluate(async count => {
		const {app} = window.onflame;
		const rest = ms => new Promise(done => setTimeout(done, ms));
		for (let i = 0; i < count; i++) {
			let node = 0;
			for (let depth = 0, kids; depth <= i % 5 && (kids = app.scene.arrangement.children(node)).length > 0; depth++)
				node = kids[Math.min(i % 3, kids.length - 1)];
			for (const target of [node, 0]) {
				await rest(60);
				app.zoomTo(target);
				while (app.stage.began)
					await rest(30);
			}
		}
	}, ZOOMS);
}

async function hoverAbout(page) {
	const area = await page.locator(".scroller").boundingBox();
	for (let i = 0; i < HOVERS; i++)
		await page.mouse.move(area.x + (i * 61) % area.width, area.y + area.height - 8 - (i * 37) % (area.height * 0.7));
	await page.mouse.move(2, 2);
}

async function show(page, view) {
	await page.evaluate(async view => {
		window.onflame.app.set({view, zoom: ""}, false);
		await new Promise(done => setTimeout(done, 500));
	}, view);
}

const worked = tasks => tasks.map(({cpu}) => cpu).filter(cpu => cpu > 0.2);

// The time that the state takes to be another one, picture included.
async function changes(page, patches) {
	return page.evaluate(patches => patches.map(patch => {
		const began = performance.now();
		window.onflame.app.set(patch, false);
		return performance.now() - began;
	}), patches);
}

async function measurePage() {
	console.log(`${file}: ${megabytes(file)}`);
	const [clock, cpu] = await firstPictures();
	const page = await newPage();
	await page.goto("file://" + resolve(file));
	await page.waitForFunction(() => window.onflame);
	const frames = await page.evaluate(() => window.onflame.app.tree.size);
	const [, goal] = GOALS.find(([most]) => frames <= most);
	say("first picture, by the clock", clock, goal);
	hold("first picture, processor time", cpu, goal);
	await page.waitForTimeout(1500);
	console.log(`frames ${frames.toLocaleString("en")}, memory of the page ` +
		(await page.evaluate(() => performance.memory.usedJSHeapSize / 1e6)).toFixed(0) + " MB");
	for (const view of VIEWS) {
		await show(page, view);
		hold(`${view}: a frame of a zoom, processor time`, worked(await tasksOf(page, () => zoomAbout(page))), FRAME);
		hold(`${view}: hover, processor time`, worked(await tasksOf(page, () => hoverAbout(page))), FRAME);
	}
	await show(page, "flame");
	say("search, by the clock", await changes(page, ["test", "/^New.*Controller$/", "pkg/kube", "e", ""].map(search => ({search}))));
	say("other metric, order, colour, by the clock", await changes(page, [{metric: "lines"}, {order: "name"}, {colour: "complexity"},
		{metric: "code", order: "weight", colour: "language"}]));
	await page.close();
}

async function measureOther() {
	console.log(`${other}: ${megabytes(other)}`);
	const times = [];
	for (let i = 0; i < 3; i++) {
		const picture = await newPage();
		await picture.goto("file://" + resolve(other), {timeout: 300000});
		times.push(await picture.evaluate(() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))));
		await picture.close();
	}
	say("first picture, by the clock", times);
}

await measurePage();
if (other)
	await measureOther();
await browser.close();
for (const what of missed)
	console.log(`${file}: goal missed: ${what}`);
process.exitCode = missed.length > 0 ? 1 : 0;
