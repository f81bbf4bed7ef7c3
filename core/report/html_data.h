/* SPDX-License-Identifier: MIT */
/*
 * The tree as the page carries it. Of this module alone.
 *
 * First the length of a JSON header and the header, then one column behind the other, each over the nodes in depth-first order,
 * parents first. `columns` in the header names them in order; core/report/viewer/model/tree.js reads them:
 *
 *   children    of each node: how many
 *   kind        of each node: index into the header's `kinds`; 0 root, 1 folder, 2 file, from 3 on frames
 *   name        of each node: its bytes, ended by a NUL
 *   language    of each file: index into the header's `languages`
 *   engine      of each file: enum record_engine
 *   roles       of each file: a bit for each role that it has, the lowest for the first of the header's `roles`, which has one
 *               more at its end: the name of what has none. Where one must be chosen, the first counts; "duplicate" never does
 *   start       of each frame: its first line, less that of the frame before it in the file; signed
 *   span        of each frame: its last line less its first
 *   code, comment, blank, functions, complexity, cognitive   of each node: its own, without its children's
 *
 * Numbers are as pack_number() writes them.
 */
#ifndef ONFLAME_REPORT_HTML_DATA_H
#define ONFLAME_REPORT_HTML_DATA_H

#include "report/pack.h"
#include "report/report.h"

void html_data_write(pack *pack, const tree *tree, const report_options *options);

#endif
