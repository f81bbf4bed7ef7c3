// SPDX-License-Identifier: MIT
// Names as they can be shown: a name is any bytes, and may try to be read as something else.

const strict = new TextDecoder("utf-8", {fatal: true, ignoreBOM: true});
const loose = new TextDecoder("utf-8", {ignoreBOM: true});

// Control characters, and those that turn the direction of what stands beside them or are seen by nobody.
export const unseen = /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;
const unseenAll = new RegExp(unseen.source, "gu");

const short = {"\n": "\\n", "\t": "\\t", "\r": "\\r"};

function escapeUnseen(character) {
	const code = character.codePointAt(0);
	if (short[character])
		return short[character];
	return code < 128 ? "\\x" + hex(code) : "\\u{" + code.toString(16).toUpperCase() + "}";
}

function hex(byte) {
	return byte.toString(16).toUpperCase().padStart(2, "0");
}

// Length of the UTF-8 sequence at `at`, 0 if it is broken.
function sequenceLength(bytes, at) {
	const first = bytes[at];
	const length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
	try {
		strict.decode(bytes.subarray(at, at + length));
		return length;
	} catch {
		return 0;
	}
}

// Text of bytes that are not all UTF-8: those that are not become \xHH.
function decodeBroken(bytes) {
	let text = "";
	for (let at = 0; at < bytes.length;) {
		const length = sequenceLength(bytes, at);
		text += length > 0 ? loose.decode(bytes.subarray(at, at + length)) : "\\x" + hex(bytes[at]);
		at += length > 0 ? length : 1;
	}
	return text;
}

export function visibleText(text) {
	return unseen.test(text) ? text.replace(unseenAll, escapeUnseen) : text;
}

export function visibleBytes(bytes) {
	const text = loose.decode(bytes);
	return visibleText(text.includes("\uFFFD") ? decodeBroken(bytes) : text);
}

// All names of a blob in which each ends with a NUL, at once: that is much faster than one by one.
export function visibleAll(blob, bytesAt) {
	const names = loose.decode(blob).split("\0");
	names.pop();
	if (isPlain(blob))
		return names;
	return names.map((name, i) => name.includes("\uFFFD") ? visibleBytes(bytesAt(i)) : visibleText(name));
}

// Whether all are printable characters of ASCII, and NULs.
function isPlain(bytes) {
	for (const byte of bytes) {
		if (byte > 126 || (byte < 32 && byte !== 0))
			return false;
	}
	return true;
}

// Percent-encodes bytes for a URL: only what can never be read as part of its form stays.
export function encodeBytes(bytes) {
	let text = "";
	for (const byte of bytes) {
		const plain = (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) ||
			byte === 45 || byte === 46 || byte === 95 || byte === 126;
		text += plain ? String.fromCharCode(byte) : "%" + hex(byte);
	}
	return text;
}
