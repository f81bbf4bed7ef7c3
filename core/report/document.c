/* SPDX-License-Identifier: MIT */
#include "report/document.h"

#include "report/rows.h"

#include <string.h>

/* Bytes that are not UTF-8, and '%' so that it can be undone, as %XX; all else as it is. */
static void add_percent(buffer *out, text path)
{
	const char *at = path.data;
	const char *end = path.data + path.len;
	while (at < end) {
		size_t len = 1;
		while (len <= 4 && at + len <= end && !text_is_utf8((text){at, len}))
			len++;
		bool whole = len <= 4 && at + len <= end;
		if (whole && *at != '%') {
			buffer_add(out, at, len);
			at += len;
		} else {
			buffer_printf(out, "%%%02X", (unsigned)(unsigned char)*at);
			at++;
		}
	}
}

/* A path and, where it had to be encoded, how. */
static void emit_path(emitter *emitter, const char *key, const char *encoding_key, text path)
{
	if (text_is_utf8(path)) {
		emit_text(emitter, key, path);
		return;
	}
	buffer encoded = BUFFER_INIT;
	add_percent(&encoded, path);
	emit_text(emitter, key, (text){encoded.data, encoded.len});
	emit_string(emitter, encoding_key, "percent");
	buffer_finish(&encoded);
}

static void emit_roots(emitter *emitter, const source_list *source)
{
	bool encoded = false;
	for (size_t i = 0; i < source->root_count; i++)
		encoded = encoded || !text_is_utf8(text_of(source->roots[i]));
	emit_list(emitter, "roots", EMIT_LINE);
	buffer path = BUFFER_INIT;
	for (size_t i = 0; i < source->root_count; i++) {
		buffer_clear(&path);
		if (encoded)
			add_percent(&path, text_of(source->roots[i]));
		else
			buffer_add_string(&path, source->roots[i]);
		emit_text(emitter, NULL, (text){buffer_string(&path), path.len});
	}
	buffer_finish(&path);
	emit_end(emitter);
	if (encoded)
		emit_string(emitter, "roots_encoding", "percent");
}

static void emit_lines(emitter *emitter, const counts *counts)
{
	emit_number(emitter, "lines", counts->lines);
	emit_number(emitter, "code", counts->code);
	emit_number(emitter, "comment", counts->comment);
	emit_number(emitter, "blank", counts->blank);
}

static void emit_counts(emitter *emitter, const counts *counts)
{
	emit_lines(emitter, counts);
	emit_number(emitter, "functions", counts->functions);
	emit_number(emitter, "complexity", counts->complexity);
	emit_number(emitter, "cognitive", counts->cognitive);
}

void document_emit_head(emitter *emitter, const tree *tree, const report_options *options)
{
	emit_number(emitter, "schema", 1);
	emit_map(emitter, "generator", EMIT_LINE);
	emit_string(emitter, "name", "onflame");
	emit_string(emitter, "version", options->version != NULL ? options->version : "");
	emit_end(emitter);
	emit_string(emitter, "policy", options->policy != NULL ? options->policy : "default");
	emit_roots(emitter, tree->source);
}

void document_emit_total(emitter *emitter, const tree *tree)
{
	uint64_t bytes = 0;
	for (size_t i = 0; i < tree->language_count; i++)
		bytes += tree->languages[i].bytes;
	emit_number(emitter, "files", tree->file_count);
	emit_counts(emitter, &tree->root->total);
	emit_number(emitter, "bytes", bytes);
	emit_number(emitter, "syntax_files", tree->syntax_files);
	emit_number(emitter, "lexical_files", tree->lexical_files);
}

static void emit_language(emitter *emitter, const tree_language *language)
{
	emit_map(emitter, NULL, EMIT_LINE);
	emit_string(emitter, "name", language->language->name);
	emit_string(emitter, "type", language_type_name(language->language->type));
	emit_number(emitter, "files", language->files);
	emit_counts(emitter, &language->total);
	emit_number(emitter, "bytes", language->bytes);
	if (language->embedded_files > 0) {
		emit_map(emitter, "embedded", EMIT_LINE);
		emit_number(emitter, "files", language->embedded_files);
		emit_lines(emitter, &language->embedded);
		emit_end(emitter);
	}
	emit_end(emitter);
}

void document_emit_languages(emitter *emitter, const tree *tree, const report_options *options)
{
	report_options chosen = *options;
	if (options->by != REPORT_BY_LANGUAGE) {
		chosen.top = 0;
		chosen.sort = REPORT_SORT_DEFAULT;
		chosen.reverse = false;
	}
	report_rows rows;
	rows_init(&rows, tree, &chosen, REPORT_BY_LANGUAGE);
	emit_list(emitter, "languages", EMIT_BLOCK);
	for (size_t i = 0; i < rows.count; i++)
		emit_language(emitter, rows.items[i].of.language);
	/* Languages that occur only within files of others. */
	for (size_t i = 0; i < tree->language_count && chosen.top == 0; i++) {
		if (tree->languages[i].files == 0)
			emit_language(emitter, &tree->languages[i]);
	}
	emit_end(emitter);
	rows_finish(&rows);
}

static void emit_role(emitter *emitter, enum role role, uint64_t files, const counts *counts)
{
	emit_map(emitter, NULL, EMIT_LINE);
	emit_string(emitter, "name", role_name(role));
	emit_number(emitter, "files", files);
	emit_counts(emitter, counts);
	emit_end(emitter);
}

void document_emit_roles(emitter *emitter, const tree *tree)
{
	const tree_roles *roles = tree->root->roles;
	emit_list(emitter, "roles", EMIT_BLOCK);
	for (int role = 0; role < ROLE_COUNT && roles != NULL; role++)
		if (roles->files[role] > 0)
			emit_role(emitter, (enum role)role, roles->files[role], &roles->sums[role]);
	emit_end(emitter);
}

static void emit_by_role(emitter *emitter, const tree *tree, const report_options *options)
{
	report_rows rows;
	rows_init(&rows, tree, options, REPORT_BY_ROLE);
	emit_list(emitter, "by_role", EMIT_BLOCK);
	for (size_t i = 0; i < rows.count; i++)
		emit_role(emitter, rows.items[i].of.role->role, rows.items[i].files, rows.items[i].counts);
	emit_end(emitter);
	rows_finish(&rows);
}

static void emit_frame(emitter *emitter, const tree_node *frame, uint64_t depth)
{
	emit_map(emitter, NULL, EMIT_LINE);
	emit_string(emitter, "name", frame->name);
	emit_string(emitter, "kind", frame->label);
	emit_number(emitter, "start", frame->start);
	emit_number(emitter, "end", frame->end);
	emit_number(emitter, "depth", depth);
	emit_counts(emitter, &frame->total);
	emit_number(emitter, "nesting", frame->nesting);
	emit_number(emitter, "parameters", frame->parameters);
	emit_end(emitter);
}

static void emit_frames(emitter *emitter, const tree_node *file)
{
	emit_list(emitter, "frames", EMIT_BLOCK);
	uint64_t depth = 0;
	const tree_node *previous = file;
	for (const tree_node *node = file->first; node != NULL; node = tree_next(node, file, true)) {
		for (; previous != node->parent; previous = previous->parent)
			depth--;
		emit_frame(emitter, node, depth);
		depth++;
		previous = node;
	}
	emit_end(emitter);
}

static void emit_embedded(emitter *emitter, const tree_file *file)
{
	emit_list(emitter, "embedded", EMIT_LINE);
	for (size_t i = 0; i < file->embedded_count; i++) {
		emit_map(emitter, NULL, EMIT_LINE);
		emit_string(emitter, "language", file->embedded[i].language);
		emit_lines(emitter, &file->embedded[i].counts);
		emit_end(emitter);
	}
	emit_end(emitter);
}

static void emit_roles(emitter *emitter, role_set roles)
{
	emit_list(emitter, "roles", EMIT_LINE);
	for (int role = 0; role < ROLE_COUNT; role++)
		if ((roles & ROLE_BIT(role)) != 0)
			emit_string(emitter, NULL, role_name((enum role)role));
	emit_end(emitter);
}

void document_emit_file(emitter *emitter, const tree_file *file, bool with_frames)
{
	buffer path = BUFFER_INIT;
	tree_add_path(&path, file->node);
	emit_path(emitter, "path", "path_encoding", (text){buffer_string(&path), path.len});
	buffer_finish(&path);
	emit_string(emitter, "language", file->language->name);
	emit_string(emitter, "type", language_type_name(file->language->type));
	emit_string(emitter, "engine", record_engine_name(file->engine));
	emit_counts(emitter, &file->node->total);
	emit_number(emitter, "bytes", file->bytes);
	emit_embedded(emitter, file);
	emit_roles(emitter, file->roles);
	emit_list(emitter, "notes", EMIT_LINE);
	for (size_t i = 0; i < file->note_count; i++)
		emit_string(emitter, NULL, file->notes[i]);
	emit_end(emitter);
	if (with_frames)
		emit_frames(emitter, file->node);
}

void document_each_file(emitter *emitter, const tree *tree, const report_options *options, document_file_fn *each)
{
	report_options chosen = *options;
	if (options->sort == REPORT_SORT_DEFAULT && options->top == 0)
		chosen.sort = REPORT_SORT_NAME;
	if (options->by < REPORT_BY_FILE)
		chosen.top = 0;
	report_rows rows;
	rows_init(&rows, tree, &chosen, REPORT_BY_FILE);
	for (size_t i = 0; i < rows.count; i++)
		each(emitter, rows.items[i].of.node->file, options);
	rows_finish(&rows);
}

static void emit_file_item(emitter *emitter, const tree_file *file, const report_options *options)
{
	emit_map(emitter, NULL, EMIT_ITEM);
	document_emit_file(emitter, file, options->by == REPORT_BY_FUNCTION);
	emit_end(emitter);
}

static void emit_directories(emitter *emitter, const tree *tree, const report_options *options)
{
	report_rows rows;
	buffer path = BUFFER_INIT;
	rows_init(&rows, tree, options, REPORT_BY_DIRECTORY);
	emit_list(emitter, "directories", EMIT_BLOCK);
	for (size_t i = 0; i < rows.count; i++) {
		buffer_clear(&path);
		rows_add_name(&path, &rows, &rows.items[i]);
		emit_map(emitter, NULL, EMIT_LINE);
		emit_path(emitter, "path", "path_encoding", (text){buffer_string(&path), path.len});
		emit_number(emitter, "files", rows.items[i].files);
		emit_counts(emitter, rows.items[i].counts);
		emit_end(emitter);
	}
	emit_end(emitter);
	buffer_finish(&path);
	rows_finish(&rows);
}

void document_emit_skip(emitter *emitter, const source_skip *skip)
{
	emit_path(emitter, "path", "path_encoding", text_of(skip->path));
	emit_string(emitter, "why", skip->why);
	emit_bool(emitter, "failed", skip->failed);
}

void document_emit(emitter *emitter, const tree *tree, const report_options *options)
{
	emit_map(emitter, NULL, EMIT_BLOCK);
	document_emit_head(emitter, tree, options);
	emit_map(emitter, "total", EMIT_LINE);
	document_emit_total(emitter, tree);
	emit_end(emitter);
	document_emit_languages(emitter, tree, options);
	document_emit_roles(emitter, tree);
	if (options->by_given && options->by == REPORT_BY_DIRECTORY)
		emit_directories(emitter, tree, options);
	if (options->by_given && options->by == REPORT_BY_ROLE)
		emit_by_role(emitter, tree, options);
	if (options->by_given && options->by >= REPORT_BY_FILE) {
		emit_list(emitter, "files", EMIT_BLOCK);
		document_each_file(emitter, tree, options, emit_file_item);
		emit_end(emitter);
	}
	emit_list(emitter, "skipped", EMIT_BLOCK);
	for (size_t i = 0; i < tree->source->skip_count; i++) {
		emit_map(emitter, NULL, EMIT_LINE);
		document_emit_skip(emitter, &tree->source->skips[i]);
		emit_end(emitter);
	}
	emit_end(emitter);
	emit_end(emitter);
}
