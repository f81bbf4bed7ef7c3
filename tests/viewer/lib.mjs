// SPDX-License-Identifier: MIT
// What the tests of the page share: a tree of files, the page of it, a browser to open it in.
import {execFileSync} from "node:child_process";
import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";

const {ONFLAME, TOOLS, PLACE, CHROMIUM} = process.env;
export const place = PLACE;

// An empty folder of the test's own.
export function freshPlace() {
	rmSync(PLACE, {recursive: true, force: true});
	mkdirSync(join(PLACE, "shots"), {recursive: true});
}

// A repository of its own: what files are for is told by where they lie in it, not by where the tests are built.
export function writeTree(files) {
	const top = join(PLACE, "tree");
	mkdirSync(join(top, ".git"), {recursive: true});
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(top, name)), {recursive: true});
		writeFileSync(join(top, name), text);
	}
	return top;
}

export function onflame(...args) {
	return execFileSync(ONFLAME, args, {encoding: "utf8", maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "inherit"]});
}

export function makePage(top, ...args) {
	const page = join(PLACE, "page.html");
	onflame(top, "-o", page, ...args);
	return page;
}

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync", "--force-color-profile=srgb"];

// Opens pages; `problems` gathers what must not happen: errors of scripts, requests but for the page itself.
export async function openBrowser(options = {}, flags = []) {
	const {chromium} = createRequire(TOOLS + "/")("playwright-core");
	const context = await chromium.launchPersistentContext(join(PLACE, "profile"), {
		executablePath: CHROMIUM, headless: true, args: [...FLAGS, ...flags], viewport: {width: 1400, height: 900}, reducedMotion: "reduce", ...options});
	const page = context.pages()[0] ?? await context.newPage();
	const problems = [];
	page.on("pageerror", error => problems.push("error: " + error.message));
	page.on("console", message => message.type() === "error" && problems.push("console: " + message.text()));
	page.on("dialog", dialog => {
		problems.push("dialog: " + dialog.message());
		dialog.dismiss();
	});
	context.on("request", request => {
		if (!/^(file:|data:|about:)/.test(request.url()))
			problems.push("request: " + request.url());
	});
	return {context, page, problems};
}

export async function openPage(page, file, hash = "") {
	await page.goto("about:blank");
	await page.goto("file://" + encodeURI(file) + hash);
	await page.waitForFunction(() => window.onflame);
	await settle(page);
}

// Two frames of the display: all that was asked for is drawn.
export async function settle(page) {
	await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))));
}

// Where the frame of that path is drawn, in pixels of the window; null where it is not.
export function boxOf(page, ...names) {
	return page.evaluate(names => {
		const {tree, stage} = window.onflame.app;
		let node = 0;
		for (const name of names)
			node = tree.children(node).find(child => tree.name(child) === name) ?? -1;
		const mark = node < 0 ? null : stage.marks.find(node);
		const area = stage.scroller.getBoundingClientRect();
		return mark && {x: area.left + mark.x, y: area.top + mark.y, w: mark.w, h: mark.h, node,
			whole: stage.size.width, left: mark.x};
	}, names);
}

export async function middleOf(page, ...names) {
	const box = await boxOf(page, ...names);
	return {x: box.x + box.w / 2, y: box.y + box.h / 2};
}

// The colour that is drawn at a place, as 0 to 255 each.
export function colourAt(page, {x, y}) {
	return page.evaluate(([x, y]) => {
		const canvas = document.querySelector("canvas.picture");
		const area = canvas.getBoundingClientRect();
		const scale = canvas.width / area.width;
		return [...canvas.getContext("2d").getImageData((x - area.left) * scale, (y - area.top) * scale, 1, 1).data];
	}, [x, y]);
}

export async function shot(page, name) {
	await page.screenshot({path: join(PLACE, "shots", name + ".png")});
}

// A tree whose numbers are told by reading it: `lines` lines of C in each function.
export function cFile(functions) {
	return Object.entries(functions).map(([name, lines]) =>
		`int ${name}(void)\n{\n${"\tx++;\n".repeat(lines - 4)}\treturn x;\n}\n`).join("");
}

export const KNOWN = {
	"big/engine.c": cFile({ignite: 60, quench: 40}), // 100 lines of code
	"big/notes.txt": "one\ntwo\n", // 2 of comment
	"small/bell.py": "class Bell:\n    # how loud\n    def ring(self):\n        return 1\n\n    def mute(self):\n        return 0\n", // 5, 1, 1
	"small/flame.js": "function flicker() {\n" + "\tgo();\n".repeat(43) + "}\n", // 45
	"top.c": cFile({lone: 50}), // 50
};
// Code: 100 + 5 + 45 + 50 = 200.
