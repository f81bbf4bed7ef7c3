/* SPDX-License-Identifier: MIT */
/*
 * Statements of one shape differ in their names alone, and so do their frames: the grammar is asked once for each shape.
 * `func (a *B) C() {}` and `func (x *Y) Z() {}` are of one. Private to this module.
 */
#ifndef ONFLAME_COUNT_SHAPES_H
#define ONFLAME_COUNT_SHAPES_H

#include "base/text.h"
#include "count/findings.h"
#include "language/lexis.h"
#include "plugin/plugin.h"

typedef struct shapes shapes;

/* The plugin's language and what the map tells of it must outlive it. Never NULL. */
shapes *shapes_create(const plugin_language *syntax, const lexis_skeleton *told);
void shapes_destroy(shapes *shapes); /* accepts NULL */

/*
 * Adds the frames of a statement, and the complexity outside of them, to `out`; places are those in the statement. `header`:
 * the line that opens the block it stands in; empty: none. false: the grammar does not understand it alone, and nothing was added. `timeout` as
 * in syntax.h.
 */
bool shapes_find(shapes *shapes, text header, text statement, double timeout, findings *out);

#endif
