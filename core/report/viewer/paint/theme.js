// SPDX-License-Identifier: MIT
// What the canvas is painted with; style/base.css has the same for the page around it.

const THEMES = {
	light: {dark: false, ground: "#fffdfb", ink: "#1d1a17", muted: "#6c655e", neutral: "#d9d3cb", merged: "#cfc8bf",
		hatch: "rgba(60,50,40,.28)", lit: "#c2187a", ring: "#1d1a17", hover: "rgba(255,255,255,.28)"},
	dark: {dark: true, ground: "#1b1816", ink: "#efe9e3", muted: "#a59c93", neutral: "#4a443e", merged: "#3d3833",
		hatch: "rgba(255,245,235,.22)", lit: "#ff6ac1", ring: "#ffffff", hover: "rgba(255,255,255,.16)"},
};

const system = matchMedia("(prefers-color-scheme: dark)");
const paper = matchMedia("print");
const {dataset} = document.documentElement;

// Paper is light, whatever the screen is.
export function isDark(choice) {
	return !paper.matches && dataset.print !== "yes" && (choice === "auto" ? system.matches : choice === "dark");
}

export function themeOf(choice) {
	return isDark(choice) ? THEMES.dark : THEMES.light;
}

// What is printed is drawn at once: `action` is told whether it may not take its time. That it will be printed is told by
// `beforeprint`; the change of the medium would come when the picture has been taken.
export function onSystemTheme(action) {
	system.addEventListener("change", () => action(false));
	paper.addEventListener("change", () => action(true));
	for (const [event, print] of [["beforeprint", "yes"], ["afterprint", "no"]]) {
		window.addEventListener(event, () => {
			dataset.print = print;
			action(true);
		});
	}
}
