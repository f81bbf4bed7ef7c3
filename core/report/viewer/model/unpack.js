// SPDX-License-Identifier: MIT
// The page's data: base64 of a gzip stream of columns of numbers.

function bytesOfBase64(text) {
	if (Uint8Array.fromBase64)
		return Uint8Array.fromBase64(text);
	const letters = atob(text);
	const bytes = new Uint8Array(letters.length);
	for (let i = 0; i < letters.length; i++)
		bytes[i] = letters.charCodeAt(i);
	return bytes;
}

export async function unpack(text) {
	const packed = new Blob([bytesOfBase64(text)]).stream();
	const plain = packed.pipeThrough(new DecompressionStream("gzip"));
	return new Uint8Array(await new Response(plain).arrayBuffer());
}

// Takes numbers from bytes, one behind the other; what ends too early is an error, not zeros.
export class Reader {
	constructor(bytes) {
		this.bytes = bytes;
		this.at = 0;
	}

	number() {
		let byte = this.bytes[this.at++];
		if (byte < 128)
			return byte;
		let value = byte & 127;
		for (let scale = 128; byte >= 128; scale *= 128) {
			byte = this.bytes[this.at++];
			value += (byte & 127) * scale;
		}
		if (byte === undefined)
			throw new RangeError("the data ends too early");
		return value;
	}

	difference() {
		const value = this.number();
		return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
	}

	take(length) {
		this.at += length;
		if (this.at > this.bytes.length)
			throw new RangeError("the data ends too early");
		return this.bytes.subarray(this.at - length, this.at);
	}

	// Fills `ends` but for its first with where each of so many strings ends, NUL included, counted from where the first begins.
	strings(ends) {
		const {bytes} = this;
		const from = this.at;
		let at = from;
		for (let i = 1; i < ends.length; i++) {
			while (bytes[at] > 0)
				at++;
			ends[i] = ++at - from;
		}
		return this.take(at - from);
	}
}
