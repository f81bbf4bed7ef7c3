/* SPDX-License-Identifier: MIT */
/* The content of JSON, NDJSON and YAML reports: INTERFACE's stable schema, version 1. Of this module alone. */
#ifndef ONFLAME_REPORT_DOCUMENT_H
#define ONFLAME_REPORT_DOCUMENT_H

#include "report/emit.h"
#include "report/report.h"

/* The whole document as one map. */
void document_emit(emitter *emitter, const tree *tree, const report_options *options);

/* Its parts, each into the map that is open. */
void document_emit_head(emitter *emitter, const tree *tree, const report_options *options);
void document_emit_total(emitter *emitter, const tree *tree);
void document_emit_languages(emitter *emitter, const tree *tree, const report_options *options);
void document_emit_roles(emitter *emitter, const tree *tree);
void document_emit_file(emitter *emitter, const tree_file *file, bool with_frames);
void document_emit_skip(emitter *emitter, const source_skip *skip);

/* Calls `each` for the files in the order and number asked for: as in the source, or sorted if that is asked. */
typedef void document_file_fn(emitter *emitter, const tree_file *file, const report_options *options);
void document_each_file(emitter *emitter, const tree *tree, const report_options *options, document_file_fn *each);

#endif
