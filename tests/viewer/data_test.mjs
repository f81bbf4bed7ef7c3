// SPDX-License-Identifier: MIT
// The page's data, read back by the page's own reader, says what the JSON report says: of this project's whole source.
import assert from "node:assert/strict";
import {readFileSync} from "node:fs";
import {freshPlace, makePage, onflame, place, writeTree} from "./lib.mjs";

const {SOURCE} = process.env;
const {unpack} = await import(SOURCE + "/core/report/viewer/model/unpack.js");
const {readTree, FILE, FOLDER} = await import(SOURCE + "/core/report/viewer/model/tree.js");
const {Totals} = await import(SOURCE + "/core/report/viewer/model/measure.js");
const {Arrangement} = await import(SOURCE + "/core/report/viewer/model/arrange.js");
const {largest} = await import(SOURCE + "/core/report/viewer/model/rank.js");

const METRICS = ["code", "comment", "blank", "lines", "functions", "complexity"];

async function readPage(file) {
	const data = /<script type="application\/octet-stream" id="data">([A-Za-z0-9+/=]+)<\/script>/.exec(readFileSync(file, "latin1"));
	return readTree(await unpack(data[1]));
}

function framesOf(tree, file, totals) {
	const frames = [];
	for (let i = file + 1; i < tree.end[file]; i++) {
		const frame = {name: tree.name(i), kind: tree.kindName(i), start: tree.start[i], end: tree.stop[i],
			depth: tree.depth[i] - tree.depth[file] - 1};
		for (const metric of METRICS)
			frame[metric] = totals.of(metric)[i];
		frames.push(frame);
	}
	return frames;
}

function only(object, keys) {
	return Object.fromEntries(keys.map(key => [key, object[key]]));
}

function compare(tree, report) {
	const totals = new Totals(tree);
	const byPath = new Map(report.files.map(file => [file.path, file]));
	let files = 0;
	for (let i = 0; i < tree.size; i++) {
		if (tree.kind[i] !== FILE)
			continue;
		files++;
		const expected = byPath.get(tree.path(i));
		assert.ok(expected, "no such file in the JSON report: " + tree.path(i));
		assert.equal(tree.languageOf(i).name, expected.language);
		assert.equal(["", "syntax", "lexical"][tree.engine[i]], expected.engine);
		assert.deepEqual(tree.rolesOf(i), expected.roles);
		assert.equal(tree.roleOf(i), expected.roles.find(role => role !== "duplicate") ?? "production");
		const keys = ["name", "kind", "start", "end", "depth", "lines", "code", "comment", "blank", "complexity"];
		assert.deepEqual(framesOf(tree, i, totals).map(frame => only(frame, keys)), expected.frames.map(frame => only(frame, keys)));
		for (const metric of ["lines", "code", "comment", "blank", "complexity"])
			assert.equal(totals.of(metric)[i], expected[metric], tree.path(i) + ": " + metric);
	}
	assert.equal(files, report.files.length);
	for (const metric of METRICS)
		assert.equal(totals.of(metric)[0], report.total[metric], metric);
}

freshPlace();
const report = JSON.parse(onflame(SOURCE + "/core", SOURCE + "/tests/languages", "-f", "json", "--by", "function"));
compare(await readPage(makePage(SOURCE + "/core")), JSON.parse(onflame(SOURCE + "/core", "-f", "json", "--by", "function")));
assert.ok(report.files.length > 100);

// --by and --depth sum up what they leave out: totals stay.
const whole = report.total;
for (const [args, test] of [
	[["--by", "directory"], (tree, i) => tree.kind[i] <= FOLDER],
	[["--by", "file"], (tree, i) => tree.kind[i] <= FILE],
	[["--depth", "2"], (tree, i) => tree.depth[i] <= 2],
	[["--depth", "0"], (tree, i) => i === 0]]) {
	const tree = await readPage(makePage(SOURCE + "/core", SOURCE + "/tests/languages", ...args));
	const totals = new Totals(tree);
	for (let i = 0; i < tree.size; i++)
		assert.ok(test(tree, i), args.join(" ") + ": " + tree.path(i));
	for (const metric of METRICS)
		assert.equal(totals.of(metric)[0], whole[metric], args.join(" ") + ": " + metric);
}

// Children stand side by side within their parent, in their order, whichever is looked at first; those without weight stand nowhere.
const arranged = await readPage(makePage(SOURCE + "/core"));
const weights = new Totals(arranged).of("complexity");
for (const order of ["weight", "name"]) {
	const arrangement = new Arrangement(arranged, weights, order);
	for (let i = arranged.size - 1; i >= 0; i--) {
		const kids = Array.from(arrangement.children(i));
		const all = arranged.children(i).filter(kid => weights[kid] > 0);
		assert.deepEqual(kids, order === "name" ? all : all.sort((a, b) => weights[b] - weights[a] || a - b));
		let at = arrangement.begin(i);
		for (const kid of kids) {
			assert.equal(arrangement.begin(kid), at);
			at += weights[kid];
		}
		assert.ok(at <= arrangement.begin(i) + weights[i]);
		const [first, last] = [arrangement.first[i], arrangement.last[i]];
		const middle = arrangement.begin(i) + weights[i] / 2;
		const behind = kids.findIndex(kid => arrangement.begin(kid) + weights[kid] > middle), from = kids.findIndex(kid => arrangement.begin(kid) >= middle);
		assert.equal(arrangement.firstBehind(first, last, middle), behind < 0 ? last : first + behind);
		assert.equal(arrangement.firstFrom(first, last, middle), from < 0 ? last : first + from);
	}
}

// The largest, found in steps, are those that sorting all of them gives.
const better = (a, b) => (weights[b] - weights[a] || a - b) < 0;
const steps = largest(0, arranged.size, i => arranged.kind[i] === FILE, 20, better);
let step = steps.next();
while (!step.done)
	step = steps.next();
const files = Array.from({length: arranged.size}, (_, i) => i).filter(i => arranged.kind[i] === FILE);
assert.deepEqual(step.value, files.sort((a, b) => weights[b] - weights[a] || a - b).slice(0, 20));

// Roles: of a file its own, of a frame its file's, of a folder that of all below or none in particular.
const roled = await readPage(makePage(writeTree({
	".gitattributes": "lib/** linguist-vendored\nlib/made.c linguist-generated\nmade.c linguist-generated\n",
	"lib/made.c": "int made(void)\n{\n\treturn 1;\n}\n",
	"lib/deep/old.c": "int old;\n",
	"own/a.c": "int a;\n",
	"own/more/made.c": "int b;\n",
	"own/plain/c.c": "int c(void)\n{\n\treturn 1;\n}\n",
})));
const roles = {};
for (let i = 0; i < roled.size; i++)
	roles[i === 0 ? "." : roled.isFrame(i) ? roled.name(i) : roled.path(i)] = [roled.roleOf(i), ...roled.rolesOf(i)].join(" ");
assert.deepEqual(roles, {
	".": "mixed", "lib": "vendored", "lib/deep": "vendored", "lib/deep/old.c": "vendored vendored",
	"lib/made.c": "vendored vendored generated", "made": "vendored vendored generated",
	"own": "mixed", "own/a.c": "production", "own/more": "generated", "own/more/made.c": "generated generated",
	"own/plain": "production", "own/plain/c.c": "production", "c": "production",
});

// The same input makes the same page, byte for byte.
const first = readFileSync(makePage(SOURCE + "/core"));
assert.deepEqual(readFileSync(makePage(SOURCE + "/core")), first);
console.log("read back from", place);
