// SPDX-License-Identifier: MIT
// The pictures of the README: this project and Kubernetes as SVG, and what the page of Kubernetes looks like.
//   node pictures.mjs ONFLAME TOOLS KUBERNETES
// ONFLAME is the program; TOOLS is a folder whose node_modules holds playwright-core, as tests/package-lock.json has it; KUBERNETES is a
// folder of its sources. They go into .pictures at the top, each below 150 kB.
import {spawnSync} from "node:child_process";
import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join, resolve} from "node:path";
import {fileURLToPath} from "node:url";

const MOST = 150000; // bytes
const PAGES = [["page-light", "light", "view=treemap&colour=role"], ["page-dark", "dark", "zoom=pkg"]];

const [onflame, tools, kubernetes] = process.argv.slice(2);
if (!kubernetes) {
	console.error("usage: pictures.mjs ONFLAME TOOLS KUBERNETES");
	process.exit(2);
}
const top = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const place = join(top, ".pictures");
mkdirSync(place, {recursive: true});

// From within the folder, so that no picture tells where it lay. Status 1 says that some files could not be counted.
function count(folder, ...args) {
	const {status} = spawnSync(resolve(onflame), [".", "--no-cache", ...args, "--progress", "never"], {cwd: folder, stdio: ["ignore", "inherit", "ignore"]});
	if (status !== 0 && status !== 1)
		throw new Error(`${onflame} ${args.join(" ")} ended with ${status}`);
}

function svg(name, folder, title) {
	count(folder, "--min-width", "2", "--title", title, "-o", join(place, name + ".svg"));
}

// A browser's own encoder: a screenshot as WebP is a third of what it is as PNG.
async function asWebp(browser, png) {
	const page = await browser.newPage();
	const url = await page.evaluate(async text => {
		const image = await createImageBitmap(await (await fetch("data:image/png;base64," + text)).blob());
		const canvas = new OffscreenCanvas(image.width, image.height);
		canvas.getContext("2d").drawImage(image, 0, 0);
		const bytes = new Uint8Array(await (await canvas.convertToBlob({type: "image/webp", quality: 0.76})).arrayBuffer());
		return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(""));
	}, png.toString("base64"));
	await page.close();
	return Buffer.from(url, "base64");
}

async function shots(file) {
	const {chromium} = createRequire(resolve(tools) + "/")("playwright-core");
	const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true,
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--force-color-profile=srgb"]});
	for (const [name, colorScheme, state] of PAGES) {
		const page = await browser.newPage({viewport: {width: 1240, height: 780}, deviceScaleFactor: 1.5, colorScheme, reducedMotion: "reduce"});
		await page.goto(`file://${file}#${state}`);
		await page.waitForFunction(() => window.onflame);
		await page.waitForTimeout(400);
		writeFileSync(join(place, name + ".webp"), await asWebp(browser, await page.screenshot()));
		await page.close();
	}
	await browser.close();
}

svg("onflame", top, "onflame");
svg("kubernetes", kubernetes, "Kubernetes");
const scratch = mkdtempSync(join(tmpdir(), "pictures-"));
try {
	count(kubernetes, "--title", "Kubernetes", "-o", join(scratch, "kubernetes.html"));
	await shots(join(scratch, "kubernetes.html"));
} finally {
	rmSync(scratch, {recursive: true});
}
for (const name of ["onflame.svg", "kubernetes.svg", ...PAGES.map(([name]) => name + ".webp")]) {
	const {size} = statSync(join(place, name));
	console.log(name.padEnd(20), (size / 1000).toFixed(0) + " kB");
	if (size > MOST)
		process.exitCode = 1;
}
