// SPDX-License-Identifier: MIT
// The ways to look at the tree. A view is a class whose instances have
//   camera(scene, zoom, size)  numbers that say what part of the tree is seen; the stage moves from one camera to the next
//   paint(brush, scene, camera, size, marks)   draws; `size`: width, height, scroll, row (least height of one), least (width)
//   hit(marks, x, y)           the mark there, or null
//   outline(context, mark, size)   adds the mark's outline to the path
//   step(key)                  where an arrow key leads: "in", "out", "before", "after"
//   wantedHeight(tree, size)   how high the stage need be at most
//   contentHeight(size), span(scene, node, size), startsAtBottom()   for views that can be scrolled
import {flameView, icicleView} from "../views/flame.js";

export const VIEWS = [flameView, icicleView];

export function viewOf(id) {
	return VIEWS.find(view => view.id === id) ?? VIEWS[0];
}
