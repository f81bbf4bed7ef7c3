/* SPDX-License-Identifier: MIT */
#include "report/html_data.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "report/emit.h"
#include "report/html_walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Kinds beyond these are summed up in the last: a made-up language map may have any number. */
enum { KIND_MOST = 128, FAILURES_MOST = 100 };

/* Numbers of the kinds that are no frames; those of frames follow. */
enum { KIND_ROOT, KIND_FOLDER, KIND_FILE, KIND_FRAMES };

typedef struct html_data {
	pack *pack;
	const tree *tree;
	const report_options *options;
	const char *labels[KIND_MOST];
	size_t label_count;
	uint64_t nodes;
	int64_t line; /* where the last frame began */
} html_data;

static size_t find_label(const html_data *data, const char *label)
{
	size_t at = 0;
	while (at < data->label_count && data->labels[at] != label && strcmp(data->labels[at], label) != 0)
		at++;
	return at;
}

/* Counts the nodes and collects the frames' kinds. */
static void survey(html_data *data)
{
	html_walk walk = html_walk_begin(data->tree, data->options);
	for (const tree_node *node; (node = html_walk_next(&walk)) != NULL;) {
		data->nodes++;
		if (node->kind != TREE_FRAME || find_label(data, node->label) < data->label_count)
			continue;
		if (data->label_count < KIND_MOST) {
			bool last = data->label_count == KIND_MOST - 1;
			data->labels[data->label_count++] = last ? "other" : node->label;
		}
	}
}

static void add_languages(emitter *emitter, const tree *tree)
{
	emit_list(emitter, "languages", EMIT_LINE);
	for (size_t i = 0; i < tree->language_count; i++) {
		const language *language = tree->languages[i].language;
		emit_map(emitter, NULL, EMIT_LINE);
		emit_string(emitter, "name", language->name);
		emit_string(emitter, "type", language_type_name(language->type));
		if (language->color != NULL)
			emit_string(emitter, "color", language->color);
		emit_end(emitter);
	}
	emit_end(emitter);
}

static void add_failures(emitter *emitter, const source_list *source)
{
	uint64_t failures = 0;
	emit_list(emitter, "failures", EMIT_LINE);
	for (size_t i = 0; i < source->skip_count; i++) {
		const source_skip *skip = &source->skips[i];
		if (!skip->failed || ++failures > FAILURES_MOST)
			continue;
		emit_map(emitter, NULL, EMIT_LINE);
		emit_text(emitter, "path", text_of(skip->path));
		emit_string(emitter, "why", skip->why);
		emit_end(emitter);
	}
	emit_end(emitter);
	emit_number(emitter, "failed", failures);
}

static void add_words(emitter *emitter, const char *key, const char *const *words, size_t count)
{
	emit_list(emitter, key, EMIT_LINE);
	for (size_t i = 0; i < count; i++)
		emit_string(emitter, NULL, words[i]);
	emit_end(emitter);
}

static const char *const fixed_kinds[] = {[KIND_ROOT] = "repository", [KIND_FOLDER] = "folder", [KIND_FILE] = "file"};

static void add_kinds(emitter *emitter, const html_data *data)
{
	const char *kinds[KIND_FRAMES + KIND_MOST];
	memcpy(kinds, fixed_kinds, sizeof(fixed_kinds));
	for (size_t i = 0; i < data->label_count; i++)
		kinds[KIND_FRAMES + i] = data->labels[i];
	add_words(emitter, "kinds", kinds, KIND_FRAMES + data->label_count);
}

static void add_roles(emitter *emitter)
{
	const char *names[ROLE_ROWS];
	for (int role = 0; role < ROLE_ROWS; role++)
		names[role] = role_name((enum role)role);
	add_words(emitter, "roles", names, ROLE_ROWS);
}

static void pack_children(html_data *data, const html_walk *walk)
{
	pack_number(data->pack, html_walk_children(walk));
}

static void pack_kind(html_data *data, const html_walk *walk)
{
	const tree_node *node = walk->node;
	size_t kind = KIND_ROOT;
	if (node->kind == TREE_FRAME) {
		size_t label = find_label(data, node->label);
		kind = KIND_FRAMES + (label < data->label_count ? label : data->label_count - 1);
	} else if (node->kind != TREE_ROOT) {
		kind = node->kind == TREE_FILE ? KIND_FILE : KIND_FOLDER;
	}
	pack_number(data->pack, kind);
}

static void pack_name(html_data *data, const html_walk *walk)
{
	pack_bytes(data->pack, walk->node->name, strlen(walk->node->name) + 1);
}

static void pack_language(html_data *data, const html_walk *walk)
{
	if (walk->node->kind != TREE_FILE)
		return;
	size_t at = 0;
	while (at < data->tree->language_count && data->tree->languages[at].language != walk->node->file->language)
		at++;
	pack_number(data->pack, at);
}

static void pack_engine(html_data *data, const html_walk *walk)
{
	if (walk->node->kind == TREE_FILE)
		pack_number(data->pack, walk->node->file->engine);
}

static void pack_roles(html_data *data, const html_walk *walk)
{
	if (walk->node->kind == TREE_FILE)
		pack_number(data->pack, walk->node->file->roles);
}

/* Frames come in the order of their first lines, so that the way from one to the next is short. */
static void pack_start(html_data *data, const html_walk *walk)
{
	if (walk->node->kind == TREE_FILE)
		data->line = 0;
	if (walk->node->kind != TREE_FRAME)
		return;
	pack_difference(data->pack, (int64_t)walk->node->start - data->line);
	data->line = walk->node->start;
}

static void pack_span(html_data *data, const html_walk *walk)
{
	if (walk->node->kind == TREE_FRAME)
		pack_difference(data->pack, (int64_t)walk->node->end - (int64_t)walk->node->start);
}

#define PACK_OWN(member)                                                                                               \
	static void pack_##member(html_data *data, const html_walk *walk)                                              \
	{                                                                                                              \
		pack_number(data->pack, html_walk_own(walk).member);                                                   \
	}
PACK_OWN(code)
PACK_OWN(comment)
PACK_OWN(blank)
PACK_OWN(functions)
PACK_OWN(complexity)
PACK_OWN(cognitive)

static const struct {
	const char *name;
	void (*pack)(html_data *data, const html_walk *walk);
} columns[] = {
	{"children", pack_children},     {"kind", pack_kind},           {"name", pack_name},
	{"language", pack_language},     {"engine", pack_engine},       {"roles", pack_roles},
	{"start", pack_start},           {"span", pack_span},           {"code", pack_code},
	{"comment", pack_comment},       {"blank", pack_blank},         {"functions", pack_functions},
	{"complexity", pack_complexity}, {"cognitive", pack_cognitive},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

/* Names that the page's own words for the metrics follow. */
static const char *const metric_names[] = {
	[REPORT_CODE] = "code",   [REPORT_COMMENT] = "comment",     [REPORT_BLANK] = "blank",
	[REPORT_LINES] = "lines", [REPORT_FUNCTIONS] = "functions", [REPORT_COMPLEXITY] = "complexity"};

static void add_options(emitter *emitter, const report_options *options)
{
	emit_string(emitter, "metric", metric_names[options->metric]);
	emit_string(emitter, "order", options->sort == REPORT_SORT_NAME ? "name" : "weight");
	emit_bool(emitter, "inverted", options->inverted);
	if (options->palette == REPORT_PALETTE_KIND || options->palette == REPORT_PALETTE_ROLE)
		emit_string(emitter, "colour", options->palette == REPORT_PALETTE_KIND ? "kind" : "role");
	emit_string(emitter, "policy", options->policy != NULL ? options->policy : "default");
	if (options->title != NULL)
		emit_text(emitter, "title", text_of(options->title));
	if (options->link != NULL)
		emit_text(emitter, "link", text_of(options->link));
	if (options->min_width > 0) {
		char number[32];
		snprintf(number, sizeof(number), "%.3f", options->min_width);
		emit_string(emitter, "minWidth", number);
	}
}

static void add_header(emitter *emitter, const html_data *data)
{
	emit_map(emitter, NULL, EMIT_LINE);
	emit_number(emitter, "schema", 1);
	emit_string(emitter, "version", data->options->version != NULL ? data->options->version : "");
	add_options(emitter, data->options);
	emit_number(emitter, "nodes", data->nodes);
	emit_number(emitter, "files", data->tree->file_count);
	emit_bool(emitter, "several", data->tree->source->root_count > 1);
	add_kinds(emitter, data);
	add_languages(emitter, data->tree);
	add_roles(emitter);
	add_failures(emitter, data->tree->source);
	const char *names[COLUMNS];
	for (size_t i = 0; i < COLUMNS; i++)
		names[i] = columns[i].name;
	add_words(emitter, "columns", names, COLUMNS);
	emit_end(emitter);
}

static void pack_header(html_data *data)
{
	char *text = NULL;
	size_t len = 0;
	FILE *memory = open_memstream(&text, &len);
	if (memory == NULL)
		memory_exhausted();
	emitter *emitter = emit_json_lines_create(memory);
	add_header(emitter, data);
	if (emit_destroy(emitter) != 0 || fclose(memory) != 0)
		memory_exhausted(); /* nothing else can fail in memory */
	pack_number(data->pack, len);
	pack_bytes(data->pack, text, len);
	free(text);
}

void html_data_write(pack *pack, const tree *tree, const report_options *options)
{
	html_data data = {.pack = pack, .tree = tree, .options = options};
	survey(&data);
	pack_header(&data);
	for (size_t i = 0; i < COLUMNS; i++) {
		html_walk walk = html_walk_begin(tree, options);
		while (html_walk_next(&walk) != NULL)
			columns[i].pack(&data, &walk);
	}
}
