/* SPDX-License-Identifier: MIT */
/* A profile for speedscope: a sample for each node that has lines of its own, as heavy as those are many. */
#include "report/formats.h"

#include "base/buffer.h"
#include "report/emit.h"
#include "report/stacks.h"
#include "report/svg_words.h"

static void emit_frame(emitter *emitter, const stacks *stacks, const tree_node *node, buffer *path)
{
	const tree_node *place = node->file != NULL ? node->file->node : node;
	buffer_clear(path);
	tree_add_path(path, place);
	emit_map(emitter, NULL, EMIT_LINE);
	bool root = node->kind == TREE_ROOT;
	emit_text(emitter, "name", root ? svg_words_title(stacks->tree, &stacks->options) : text_of(node->name));
	emit_text(emitter, "file", (text){buffer_string(path), path->len});
	if (node->kind == TREE_FRAME)
		emit_number(emitter, "line", node->start);
	emit_end(emitter);
}

static void emit_frames(emitter *emitter, const stacks *stacks)
{
	buffer path = BUFFER_INIT;
	emit_map(emitter, "shared", EMIT_LINE);
	emit_list(emitter, "frames", EMIT_LINE);
	for (size_t i = 0; i < stacks->frame_count; i++)
		emit_frame(emitter, stacks, stacks->frames[i], &path);
	emit_end(emitter);
	emit_end(emitter);
	buffer_finish(&path);
}

static void emit_samples(emitter *emitter, stacks *stacks, enum report_metric metric)
{
	emit_list(emitter, "samples", EMIT_LINE);
	for (stacks_rewind(stacks); stacks_next(stacks);) {
		if (report_value(&stacks->own, metric) == 0)
			continue;
		emit_list(emitter, NULL, EMIT_LINE);
		for (size_t i = 0; i < stacks->depth; i++)
			emit_number(emitter, NULL, stacks->stack[i]);
		emit_end(emitter);
	}
	emit_end(emitter);
}

static void emit_weights(emitter *emitter, stacks *stacks, enum report_metric metric)
{
	emit_list(emitter, "weights", EMIT_LINE);
	for (stacks_rewind(stacks); stacks_next(stacks);) {
		uint64_t weight = report_value(&stacks->own, metric);
		if (weight > 0)
			emit_number(emitter, NULL, weight);
	}
	emit_end(emitter);
}

static void emit_profile(emitter *emitter, stacks *stacks, const tree *tree, const report_options *options)
{
	buffer name = BUFFER_INIT;
	uint64_t total = report_value(&tree->root->total, options->metric);
	svg_words_add_value(&name, total, options->metric);
	emit_list(emitter, "profiles", EMIT_LINE);
	emit_map(emitter, NULL, EMIT_LINE);
	emit_string(emitter, "type", "sampled");
	emit_text(emitter, "name", (text){buffer_string(&name), name.len});
	emit_string(emitter, "unit", "none");
	emit_number(emitter, "startValue", 0);
	emit_number(emitter, "endValue", total);
	emit_samples(emitter, stacks, options->metric);
	emit_weights(emitter, stacks, options->metric);
	emit_end(emitter);
	emit_end(emitter);
	buffer_finish(&name);
}

int report_write_speedscope(FILE *out, const tree *tree, const report_options *options)
{
	emitter *emitter = emit_json_lines_create(out);
	buffer exporter = BUFFER_INIT;
	stacks stacks;
	stacks_init(&stacks, tree, options);
	buffer_printf(&exporter, "onflame@%s", options->version != NULL ? options->version : "");
	emit_map(emitter, NULL, EMIT_LINE);
	emit_string(emitter, "$schema", "https://www.speedscope.app/file-format-schema.json");
	emit_text(emitter, "name", svg_words_title(tree, options));
	emit_string(emitter, "exporter", buffer_string(&exporter));
	emit_number(emitter, "activeProfileIndex", 0);
	emit_frames(emitter, &stacks);
	emit_profile(emitter, &stacks, tree, options);
	emit_end(emitter);
	emit_line_end(emitter);
	stacks_finish(&stacks);
	buffer_finish(&exporter);
	return emit_destroy(emitter) != 0 || report_flush(out) != 0 ? -1 : 0;
}
