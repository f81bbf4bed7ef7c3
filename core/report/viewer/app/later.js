// SPDX-License-Identifier: MIT
// Work that can wait: done in slices, between which frames are drawn and the pointer is followed, and not while the picture moves.

const SLICE = 5; // milliseconds
const MOVING_PAUSE = 40; // milliseconds until it is looked again whether the picture still moves

export class Later {
	// `busy()`: whether the picture moves.
	constructor(busy) {
		this.busy = busy;
		this.job = null;
	}

	// `job`: an iterator, each step of which takes well below a slice. It takes the place of the one before, done or not.
	start(job) {
		const begun = this.job !== null;
		this.job = job;
		if (!begun)
			this.wait(0);
	}

	wait(pause) {
		requestAnimationFrame(() => setTimeout(() => this.run(), pause));
	}

	run() {
		if (this.busy())
			return this.wait(MOVING_PAUSE);
		const until = performance.now() + SLICE;
		while (performance.now() < until) {
			if (this.job.next().done) {
				this.job = null;
				return;
			}
		}
		this.wait(0);
	}
}
