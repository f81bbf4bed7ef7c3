/* SPDX-License-Identifier: MIT */
/*
 * How a record lies in MessagePack: arrays of fixed order, so that no name travels with a value. A reader refuses another
 * number of fields; whoever adds one raises the version.
 *
 * record   [version, file, language or nil, engine, failed, failure or nil, bytes, counts, [frame...], [embedded...],
 *           [note...], error bytes, roles, hash's high half, its low half]
 * counts   [lines, code, comment, blank, functions, complexity, cognitive]
 * frame    [name, kind, is function, start, end, depth, nesting, parameters, counts]
 * embedded [language, counts]
 */
#ifndef ONFLAME_WORK_LAYOUT_H
#define ONFLAME_WORK_LAYOUT_H

#define LAYOUT_VERSION 2
#define LAYOUT_RECORD_FIELDS 15
#define LAYOUT_COUNTS_FIELDS 7
#define LAYOUT_FRAME_FIELDS 9
#define LAYOUT_EMBEDDED_FIELDS 2

#endif
