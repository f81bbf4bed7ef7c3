// SPDX-License-Identifier: MIT
// Numbers as people read them.

const whole = new Intl.NumberFormat("en");

export function number(value) {
	return whole.format(Math.round(value));
}

// "12.3 %"; small shares keep a digit that says something.
export function share(part, all) {
	if (!(all > 0))
		return "–";
	const percent = part / all * 100;
	if (percent === 0)
		return "0 %";
	if (percent < 0.01)
		return "< 0.01 %";
	return percent.toFixed(percent >= 99.95 ? 0 : percent >= 10 ? 1 : percent >= 0.1 ? 1 : 2) + " %";
}

export function count(value, one, many) {
	return number(value) + " " + (value === 1 ? one : many);
}
