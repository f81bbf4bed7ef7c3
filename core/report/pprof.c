/* SPDX-License-Identifier: MIT */
/*
 * A profile for pprof: profile.proto, compressed. A sample for each node that has something of its own, with a value for
 * each metric; a function and a location for each frame.
 */
#include "report/formats.h"

#include "base/buffer.h"
#include "report/stacks.h"
#include "report/svg_words.h"
#include "report/wire.h"

#include <inttypes.h>
#include <string.h>

/* Numbers of the fields in profile.proto. */
enum { PROFILE_SAMPLE_TYPE = 1, PROFILE_SAMPLE, PROFILE_MAPPING, PROFILE_LOCATION, PROFILE_FUNCTION, PROFILE_STRING };
enum { PROFILE_DEFAULT_SAMPLE_TYPE = 14 };
enum { VALUE_TYPE_TYPE = 1, VALUE_TYPE_UNIT };
enum { SAMPLE_LOCATION = 1, SAMPLE_VALUE };
enum { MAPPING_ID = 1, MAPPING_FILE = 5, MAPPING_HAS_FUNCTIONS = 7, MAPPING_HAS_FILES, MAPPING_HAS_LINES };
enum { LOCATION_ID = 1, LOCATION_MAPPING, LOCATION_LINE = 4 };
enum { LINE_FUNCTION = 1, LINE_NUMBER };
enum { FUNCTION_ID = 1, FUNCTION_NAME, FUNCTION_SYSTEM_NAME, FUNCTION_FILE, FUNCTION_START };

enum { MAPPING = 1 };

/* In the order of a sample's values. */
static const struct {
	enum report_metric metric;
	const char *name, *unit;
} metrics[] = {
	{REPORT_CODE, "code", "lines"},           {REPORT_COMMENT, "comment", "lines"},
	{REPORT_BLANK, "blank", "lines"},         {REPORT_LINES, "lines", "lines"},
	{REPORT_FUNCTIONS, "functions", "count"}, {REPORT_COMPLEXITY, "complexity", "count"},
};
enum { METRICS = sizeof(metrics) / sizeof(metrics[0]) };

typedef struct profile {
	wire *wire;
	const report_options *options;
	uint64_t strings;      /* written so far */
	const tree_file *file; /* of the last frame ... */
	uint64_t file_string;  /* ... and its path */
	buffer message, inner, text;
} profile;

/* Writes a string, made visible, and returns its number. */
static uint64_t put_string(profile *profile, text raw)
{
	buffer visible = BUFFER_INIT;
	text_add_visible(&visible, raw);
	wire_write(profile->wire, PROFILE_STRING, (text){buffer_string(&visible), visible.len});
	buffer_finish(&visible);
	return profile->strings++;
}

/* Writes the message that was put together and empties it. */
static void put_message(profile *profile, unsigned field)
{
	wire_write(profile->wire, field, (text){buffer_string(&profile->message), profile->message.len});
	buffer_clear(&profile->message);
}

static void put_sample_types(profile *profile)
{
	uint64_t chosen = 0;
	for (size_t i = 0; i < METRICS; i++) {
		uint64_t name = put_string(profile, text_of(metrics[i].name));
		wire_add_number(&profile->message, VALUE_TYPE_TYPE, name);
		wire_add_number(&profile->message, VALUE_TYPE_UNIT, put_string(profile, text_of(metrics[i].unit)));
		put_message(profile, PROFILE_SAMPLE_TYPE);
		if (metrics[i].metric == profile->options->metric)
			chosen = name;
	}
	wire_write_number(profile->wire, PROFILE_DEFAULT_SAMPLE_TYPE, chosen);
}

/* One mapping that says that nothing is left to be looked up in a program. */
static void put_mapping(profile *profile, const tree *tree)
{
	wire_add_number(&profile->message, MAPPING_ID, MAPPING);
	wire_add_number(&profile->message, MAPPING_FILE, put_string(profile, svg_words_title(tree, profile->options)));
	wire_add_number(&profile->message, MAPPING_HAS_FUNCTIONS, 1);
	wire_add_number(&profile->message, MAPPING_HAS_FILES, 1);
	wire_add_number(&profile->message, MAPPING_HAS_LINES, 1);
	put_message(profile, PROFILE_MAPPING);
}

/*
 * pprof takes functions of one name for one, so that each is called by its place: "pkg/", "pkg/a.go", "pkg/a.go:T.Do"; a line
 * is added where there is no name.
 */
static void add_name(buffer *out, const stacks *stacks, const tree_node *node)
{
	if (node->kind == TREE_ROOT) {
		text title = svg_words_title(stacks->tree, &stacks->options);
		buffer_add(out, title.data, title.len);
		return;
	}
	tree_add_path(out, node->kind == TREE_FRAME ? node->file->node : node);
	if (node->kind == TREE_FOLDER)
		buffer_add_char(out, '/');
	if (node->kind != TREE_FRAME)
		return;
	buffer_add_char(out, ':');
	if (node->parent->kind == TREE_FRAME) {
		buffer_add_string(out, node->parent->name);
		buffer_add_char(out, '.');
	}
	buffer_add_string(out, node->name);
	if (node->name[0] == '(' && strcmp(node->name, "(anonymous)") == 0)
		buffer_printf(out, ":%" PRIu32, node->start);
}

static uint64_t put_path(profile *profile, const tree_node *node)
{
	buffer *path = &profile->text;
	if (node->file != NULL && node->file == profile->file)
		return profile->file_string;
	buffer_clear(path);
	tree_add_path(path, node->file != NULL ? node->file->node : node);
	profile->file = node->file;
	profile->file_string = put_string(profile, (text){buffer_string(path), path->len});
	return profile->file_string;
}

/* Function and location `number`, from 1. */
static void put_frame(profile *profile, const stacks *stacks, const tree_node *node, uint64_t number)
{
	buffer *name = &profile->inner;
	buffer_clear(name);
	add_name(name, stacks, node);
	uint64_t name_string = put_string(profile, (text){buffer_string(name), name->len});
	wire_add_number(&profile->message, FUNCTION_ID, number);
	wire_add_number(&profile->message, FUNCTION_NAME, name_string);
	wire_add_number(&profile->message, FUNCTION_SYSTEM_NAME, name_string);
	wire_add_number(&profile->message, FUNCTION_FILE, put_path(profile, node));
	wire_add_number(&profile->message, FUNCTION_START, node->start);
	put_message(profile, PROFILE_FUNCTION);

	buffer *line = &profile->inner;
	buffer_clear(line);
	wire_add_number(line, LINE_FUNCTION, number);
	wire_add_number(line, LINE_NUMBER, node->start);
	wire_add_number(&profile->message, LOCATION_ID, number);
	wire_add_number(&profile->message, LOCATION_MAPPING, MAPPING);
	wire_add_bytes(&profile->message, LOCATION_LINE, (text){buffer_string(line), line->len});
	put_message(profile, PROFILE_LOCATION);
}

/* The innermost frame comes first. */
static void put_sample(profile *profile, const stacks *stacks)
{
	buffer *list = &profile->inner;
	buffer_clear(list);
	for (size_t i = stacks->depth; i-- > 0;)
		wire_add_packed(list, stacks->stack[i] + 1);
	wire_add_bytes(&profile->message, SAMPLE_LOCATION, (text){buffer_string(list), list->len});
	buffer_clear(list);
	for (size_t i = 0; i < METRICS; i++)
		wire_add_packed(list, report_value(&stacks->own, metrics[i].metric));
	wire_add_bytes(&profile->message, SAMPLE_VALUE, (text){buffer_string(list), list->len});
	put_message(profile, PROFILE_SAMPLE);
}

int report_write_pprof(FILE *out, const tree *tree, const report_options *options)
{
	profile profile = {.wire = wire_create(out), .options = options};
	stacks stacks;
	stacks_init(&stacks, tree, options);
	put_string(&profile, text_of("")); /* number 0 stands for none */
	put_sample_types(&profile);
	put_mapping(&profile, tree);
	for (size_t i = 0; i < stacks.frame_count; i++)
		put_frame(&profile, &stacks, stacks.frames[i], i + 1);
	while (stacks_next(&stacks))
		put_sample(&profile, &stacks);
	wire_destroy(profile.wire);
	stacks_finish(&stacks);
	buffer_finish(&profile.message);
	buffer_finish(&profile.inner);
	buffer_finish(&profile.text);
	return report_flush(out);
}
