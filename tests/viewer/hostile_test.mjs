// SPDX-License-Identifier: MIT
// A tree made to harm who looks at it: every name shows as text, no script of it runs, no request leaves.
import assert from "node:assert/strict";
import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {freshPlace, makePage, openBrowser, openPage, place, settle, shot} from "./lib.mjs";

freshPlace();
const top = join(place, "tree");
const STING = "window.stung=1";
const names = ["<\u2215script><script>" + STING + "<\u2215script>.c", `"><img src=x onerror=${STING}>.c`, `javascript:${STING}.c`, `'-${STING}-'.py`,
	"${" + STING + "}{{title}}.js", "a\nb.c", "a\tb\x01\x7f.c", "right\u202Eto\u2066left.c", "zero\u200Bwidth\uFEFF.c", "&lt;b&gt;&amp;.c", " .c", "%2e%2e%2f.c",
	"~2.c", "e\u0301\u0301\u0301\u200D.c", "😀".repeat(50) + ".c", "n".repeat(250) + ".c", "#hash?query&zoom=a=b.c", "__proto__.c", "constructor.js"];
mkdirSync(top, {recursive: true});
for (const name of names)
	writeFileSync(join(top, name), "int x;\nint f(void) { return 1; }\n");
// A folder can be called "<" and hold "script>": the path reads as an end tag.
mkdirSync(join(top, "<", "script><img src=x onerror=" + STING + ">"), {recursive: true});
writeFileSync(join(top, "<", "script><img src=x onerror=" + STING + ">", "x.c"), "int y;\n");
// Bytes that are no UTF-8: broken, cut, half a surrogate pair, too long a form.
for (const bytes of [[0xff, 0xfe], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80]])
	writeFileSync(Buffer.concat([Buffer.from(top + "/bad"), Buffer.from(bytes), Buffer.from(".c")]), "int z;\n");
// A path of 4,000 bytes. Frames named by headings, which may hold anything.
const deep = join(top, ...Array.from({length: 15}, (_, i) => String(i) + "d".repeat(240)));
mkdirSync(deep, {recursive: true});
writeFileSync(join(deep, "end.c"), "int w;\n");
writeFileSync(join(top, "headings.md"), `# <img src=x onerror=${STING}>\n\ntext\n\n## </script><script>${STING}</script>\n\ntext\n` +
	`\n# [x](javascript:${STING})\n\n# ${"long ".repeat(800)}\n`);
// Functions within functions, very many deep.
writeFileSync(join(top, "nest.js"), "function f() {\n".repeat(300) + "}\n".repeat(300));
// A map of the tree's own, whose words reach the legend.
writeFileSync(join(top, ".onflame.yaml"), `"<img src=x onerror=${STING}>":\n  type: data\n  extensions: [.sting]\n`);
writeFileSync(join(top, "x.sting"), "a\nb\n");

const title = `</title><script>${STING}</script>"'&`;
const file = makePage(top, "--title", title, "--link", "https://example.org/{path}#L{line}", "--metric", "lines");

// The page's own text holds none of it outside its compressed data but the title, where it is text.
const text = readFileSync(file, "latin1");
assert.equal(text.match(/<script/g).length, 2);
assert.ok(!text.replace(/<title>[^<]*<\/title>/, "").includes("stung"));

const {context, page, problems} = await openBrowser();
await openPage(page, file);
assert.equal(await page.title(), `${title} · onflame`);
const stung = () => page.evaluate(() => [window.stung, document.querySelectorAll("img, iframe, object, embed, svg script, body > script:not([type])").length]);

// Each node in turn: panel, tip, path, table, tree for screen readers.
const shown = await page.evaluate(() => {
	const {app} = window.onflame;
	const seen = [];
	for (let node = 0; node < Math.min(app.tree.size, 900); node++) {
		app.select(node);
		app.tip.fill(app.scene, {node, merged: 0});
		seen.push(app.tree.name(node));
	}
	return seen;
});
for (const word of ["window.stung", "\\xFF\\xFE", "\\n", "\\t", "\\u{202E}", "\\u{200B}", "\\xED\\xA0\\x80", "\\xC0\\xAF"])
	assert.ok(shown.some(name => name.includes(word)), "no name shows " + word);
const unseen = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u;
assert.deepEqual(shown.filter(name => unseen.test(name)), []);
assert.deepEqual(await stung(), [undefined, 0]);

for (const hash of ["#zoom=%3Cimg%20src=x%20onerror=" + STING + "%3E", "#search=%3Cimg&colour=kind", "#metric=__proto__&colour=constructor&view=toString&order=x",
	"#hide=l:x%0Ak:y%0Av:size:99%0Ar:__proto__&spot=s:99&run=-1-5", "#view=treemap&colour=role", "#view=sunburst&colour=kind",
	"#view=treemap&run=0-1e9&zoom=%3C", "#view=sunburst&run=2-1", "#zoom=%E0%A4%A&theme=evil", "#search=/(a%2B)%2B$/&metric=lines"]) {
	await openPage(page, file, hash);
	await page.locator("#table .segments button", {hasText: "Files"}).click();
	await settle(page);
	assert.deepEqual(await stung(), [undefined, 0], hash);
}
await openPage(page, file);
await shot(page, "hostile");

// A graph higher than the window begins at its foot, and is drawn where it is scrolled to.
const foot = await page.evaluate(() => {
	const {stage} = window.onflame.app;
	const root = stage.marks.find(0);
	return {bottom: root.y + root.h, height: stage.size.height, scroll: stage.scroller.scrollTop};
});
assert.ok(foot.scroll > 1000 && Math.abs(foot.bottom - foot.height) < 2, JSON.stringify(foot));

// Every frame can be zoomed into through the address, and found again: what it is called there is its own.
const lost = await page.evaluate(async () => {
	const {app} = window.onflame;
	const lost = [];
	for (let node = 0; node < Math.min(app.tree.size, 400); node++) {
		app.zoomTo(node);
		if (app.scene.zoom.node !== node)
			lost.push(app.tree.name(node));
	}
	return lost;
});
assert.deepEqual(lost, []);

// Links: names stay within the path they are put into.
const links = await page.evaluate(() => {
	const {app} = window.onflame;
	const found = [];
	for (let node = 1; node < app.tree.size; node++) {
		app.select(node);
		found.push(document.querySelector("#details .actions a").href);
	}
	return found;
});
for (const link of links) {
	const url = new URL(link);
	assert.equal(url.origin, "https://example.org");
	assert.match(url.pathname + url.hash, /^[/A-Za-z0-9%._~-]+#L\d+$/);
}
assert.ok(links.some(link => link.includes("bad%FF%FE.c")), "bytes stay what they are");

// And if something were put in: the policy forbids scripts, styles, pictures, requests.
const forbidden = await page.evaluate(async () => {
	const tries = {
		markup: () => { document.body.innerHTML = "<img src=x onerror=window.stung=1>"; },
		script: () => document.body.append(Object.assign(document.createElement("script"), {text: "window.stung=1"})),
		request: () => fetch("https://example.org/"),
		file: () => fetch(location.href),
	};
	const done = [];
	// Later: what a debugger asks for itself may evaluate.
	setTimeout(() => (0, eval)("window.stung=1"));
	await new Promise(resolve => setTimeout(resolve, 50));
	for (const [name, action] of Object.entries(tries)) {
		try {
			await action();
			done.push(name);
		} catch {
			// as it should be
		}
	}
	return done;
});
assert.deepEqual(forbidden, []);
assert.deepEqual(await stung(), [undefined, 0]);
await context.close();
// The browser's own words on what it refused just now are no problem; anything else is.
assert.deepEqual(problems.filter(problem => !/Content Security Policy|unsafe-eval|TrustedHTML|TrustedScript|Trusted Type/i.test(problem)), []);

// Templates that could run something are refused.
for (const link of ["javascript:alert(1)//{path}", "JavaScript:{path}", "data:text/html,{path}", "vbscript:{path}", "{path}", "//example.org/{path}",
	"https://{path}", "https://a.{path}/", "https://example.org/{file}", " javascript:x", "java\tscript:{path}"]) {
	const {status, stderr} = spawnSync(process.env.ONFLAME, [top, "-f", "html", "--link", link], {encoding: "utf8"});
	assert.equal(status, 2, link);
	assert.match(stderr, /--link/);
}
