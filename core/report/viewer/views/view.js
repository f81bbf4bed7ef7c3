// SPDX-License-Identifier: MIT
// What holds for a view that says nothing else: it fills the stage, as high as the window allows, and is not scrolled.
const AS_HIGH_AS_CAN_BE = 1e5; // pixels

export class View {
	wantedHeight() {
		return AS_HIGH_AS_CAN_BE;
	}

	layout() {
	}

	contentHeight(size) {
		return size.height;
	}

	span() {
		return [0, 0];
	}

	startsAtBottom() {
		return false;
	}
}
