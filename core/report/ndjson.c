/* SPDX-License-Identifier: MIT */
/* One JSON object a line; its first member, "record", says which: header, file, skipped, total. */
#include "report/document.h"
#include "report/formats.h"

static void begin(emitter *emitter, const char *record)
{
	emit_map(emitter, NULL, EMIT_LINE);
	emit_string(emitter, "record", record);
}

static void end(emitter *emitter)
{
	emit_end(emitter);
	emit_line_end(emitter);
}

static void emit_file(emitter *emitter, const tree_file *file, const report_options *options)
{
	begin(emitter, "file");
	document_emit_file(emitter, file, options->by_given && options->by == REPORT_BY_FUNCTION);
	end(emitter);
}

int report_write_ndjson(FILE *out, const tree *tree, const report_options *options)
{
	emitter *emitter = emit_json_lines_create(out);
	begin(emitter, "header");
	document_emit_head(emitter, tree, options);
	end(emitter);
	document_each_file(emitter, tree, options, emit_file);
	for (size_t i = 0; i < tree->source->skip_count; i++) {
		begin(emitter, "skipped");
		document_emit_skip(emitter, &tree->source->skips[i]);
		end(emitter);
	}
	begin(emitter, "total");
	document_emit_total(emitter, tree);
	document_emit_languages(emitter, tree, options);
	document_emit_roles(emitter, tree);
	end(emitter);
	return emit_destroy(emitter);
}
