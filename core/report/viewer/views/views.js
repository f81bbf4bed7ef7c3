// SPDX-License-Identifier: MIT
// The ways to look at the tree. A view is a class whose instances have
//   camera(scene, zoom, size)  numbers that say what part of the tree is seen; the stage moves from one camera to the next
//   between(from, to, part)    of two cameras, where numbers half way between theirs would not do
//   depart(brush)              before a motion, if the view wants to know
//   layout(brush, scene, camera, size, marks)  before each picture: after it contentHeight() is known
//   paint(brush, scene, camera, size, marks)   draws, and marks what it has drawn; `size`: width, height, scroll, row (least height of one), least (width), moving
//   hit(marks, x, y)           the mark there, or null
//   outline(context, mark, size)   adds the mark's outline to the path
//   step(key)                  where an arrow key leads: "in", "out", "before", "after"
//   wantedHeight(tree, size)   how high the stage need be at most
//   shape                      "area" where height counts as much as width
//   outOnTop                   whether a click on what is zoomed into leads out
//   contentHeight(size), span(scene, node, size), startsAtBottom()   for views that can be scrolled
import {flameView, icicleView} from "../views/flame.js";
import {sunburstView} from "../views/sunburst.js";
import {treemapView} from "../views/treemap.js";

export const VIEWS = [flameView, icicleView, treemapView, sunburstView];

export function viewOf(id) {
	return VIEWS.find(view => view.id === id) ?? VIEWS[0];
}
