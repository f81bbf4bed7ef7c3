/* SPDX-License-Identifier: MIT */
/*
 * Stacks for flamegraph.pl, inferno and speedscope: `folder;file;Class;method 42`, each with its own count of the metric.
 * No name can forge a frame or a count: see safe_name().
 */
#include "report/formats.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/*
 * Deeper stacks are summed up as --depth does: each is written in full, so that functions nested without end would make
 * output that grows with the square of their number. Longer than any path may be.
 */
enum { DEPTH_MOST = 4096 };

/* A sibling and what it is called in the stacks. */
typedef struct sibling {
	const tree_node *node;
	const char *name;
	size_t index;
	uint32_t twin; /* 0: the only one of its name; else its number among those of the same name and line, from 1 */
} sibling;

typedef struct folded_level {
	sibling *siblings;
	size_t count, at;
	size_t stack_len; /* of the parent's stack */
} folded_level;

typedef struct folded_writer {
	FILE *out;
	const report_options *options;
	size_t depth;
	arena *names; /* those that had to be changed */
	buffer stack;
	folded_level *levels;
	size_t level_count, level_capacity;
} folded_writer;

static bool is_digits(const char *at)
{
	return *at != '\0' && at[strspn(at, "0123456789.")] == '\0';
}

/*
 * A name as it may stand in a stack: ';', control and broken bytes as escapes, blanks at both ends as '_', and likewise
 * one before digits at the end, since flamegraph.pl reads a second number at the end of a line as a difference.
 */
static void add_safe(buffer *out, const char *name)
{
	buffer visible = BUFFER_INIT;
	text_add_visible(&visible, text_of(name));
	const char *start = buffer_string(&visible);
	const char *end = start + visible.len;
	bool inner = false; /* something visible was before */
	for (const char *at = start; at < end;) {
		size_t space = text_space_length(at, end);
		if (space > 0) {
			const char *behind = at + space;
			size_t more;
			while (behind < end && (more = text_space_length(behind, end)) > 0)
				behind += more;
			bool plain = inner && behind < end && !is_digits(behind);
			if (plain)
				buffer_add(out, at, (size_t)(behind - at));
			else
				buffer_add_char(out, '_');
			at = behind;
		} else if (*at == ';') {
			buffer_add_string(out, "\\x3B");
			at++;
		} else {
			buffer_add_char(out, *at++);
		}
		inner = true;
	}
	if (visible.len == 0)
		buffer_add_char(out, '_');
	buffer_finish(&visible);
}

/* Most names are safe: letters, digits and marks of ASCII. */
static bool is_safe(const char *name)
{
	if (name[0] == '\0')
		return false;
	for (; *name != '\0'; name++) {
		if (*name <= ' ' || *name > '~' || *name == ';')
			return false;
	}
	return true;
}

/* The name itself or a changed copy, which lives as long as the writer. */
static const char *safe_name(folded_writer *writer, const char *name)
{
	if (is_safe(name))
		return name;
	buffer changed = BUFFER_INIT;
	add_safe(&changed, name);
	const char *safe = buffer_string(&changed);
	const char *kept = strcmp(safe, name) == 0 ? name : arena_copy(writer->names, safe, changed.len);
	buffer_finish(&changed);
	return kept;
}

static int compare_twins(const void *left, const void *right)
{
	const sibling *a = left;
	const sibling *b = right;
	int order = strcmp(a->name, b->name);
	if (order == 0)
		order = (a->node->start > b->node->start) - (a->node->start < b->node->start);
	return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static int compare_places(const void *left, const void *right)
{
	const sibling *a = left;
	const sibling *b = right;
	return (a->index > b->index) - (a->index < b->index);
}

/* Finds the siblings of equal name. */
static void number_twins(folded_level *level)
{
	sibling *siblings = level->siblings;
	if (level->count < 2)
		return;
	qsort(siblings, level->count, sizeof(*siblings), compare_twins);
	for (size_t i = 1; i < level->count; i++) {
		if (strcmp(siblings[i - 1].name, siblings[i].name) != 0)
			continue;
		if (siblings[i - 1].twin == 0)
			siblings[i - 1].twin = 1;
		bool same_line = siblings[i - 1].node->start == siblings[i].node->start;
		siblings[i].twin = same_line ? siblings[i - 1].twin + 1 : 1;
	}
	qsort(siblings, level->count, sizeof(*siblings), compare_places);
}

/* Whether `node` has a place of its own in the stacks: --by directory and --by file leave out what is below those. */
static bool is_shown(const report_options *options, const tree_node *node)
{
	if (!options->by_given)
		return true;
	if (options->by == REPORT_BY_DIRECTORY)
		return node->kind == TREE_FOLDER;
	return options->by != REPORT_BY_FILE || node->kind != TREE_FRAME;
}

static void open_level(folded_writer *writer, const tree_node *parent)
{
	folded_level level = {.stack_len = writer->stack.len};
	size_t capacity = 0;
	for (const tree_node *child = parent->first; child != NULL; child = child->next) {
		if (!is_shown(writer->options, child))
			continue;
		memory_reserve(&level.siblings, &capacity, level.count + 1, sizeof(*level.siblings));
		level.siblings[level.count] =
			(sibling){.node = child, .name = safe_name(writer, child->name), .index = level.count};
		level.count++;
	}
	number_twins(&level);
	memory_reserve(&writer->levels, &writer->level_capacity, writer->level_count + 1, sizeof(*writer->levels));
	writer->levels[writer->level_count++] = level;
}

static void push_name(folded_writer *writer, const sibling *sibling)
{
	if (writer->stack.len > 0)
		buffer_add_char(&writer->stack, ';');
	buffer_add_string(&writer->stack, sibling->name);
	if (sibling->twin > 0 && sibling->node->kind == TREE_FRAME)
		buffer_printf(&writer->stack, ":%" PRIu32, sibling->node->start);
	if (sibling->twin > 1)
		buffer_printf(&writer->stack, ":%" PRIu32, sibling->twin);
}

/* What is not in the stacks of the children. */
static uint64_t own_value(const folded_writer *writer, const tree_node *node, bool with_children)
{
	enum report_metric metric = writer->options->metric;
	uint64_t value = report_value(&node->total, metric);
	for (const tree_node *child = with_children ? node->first : NULL; child != NULL; child = child->next) {
		if (is_shown(writer->options, child))
			value -= report_value(&child->total, metric);
	}
	return value;
}

static void write_stack(folded_writer *writer, uint64_t value)
{
	if (value == 0)
		return;
	fwrite(buffer_string(&writer->stack), 1, writer->stack.len, writer->out);
	fprintf(writer->out, " %" PRIu64 "\n", value);
}

/* Files beside the first folders have no stack to stand in when only folders are drawn: they stand in the root's. */
static void write_root(folded_writer *writer, const tree_node *root, bool with_children)
{
	buffer_add_string(&writer->stack, safe_name(writer, root->name));
	write_stack(writer, own_value(writer, root, with_children));
	buffer_clear(&writer->stack);
}

static void write_levels(folded_writer *writer, const tree_node *root)
{
	open_level(writer, root);
	while (writer->level_count > 0) {
		folded_level *level = &writer->levels[writer->level_count - 1];
		buffer_truncate(&writer->stack, level->stack_len);
		if (level->at == level->count) {
			free(level->siblings);
			writer->level_count--;
			continue;
		}
		const sibling *next = &level->siblings[level->at++];
		const tree_node *node = next->node;
		push_name(writer, next);
		bool deeper = node->first != NULL && writer->level_count < writer->depth;
		write_stack(writer, own_value(writer, node, deeper));
		if (deeper)
			open_level(writer, node);
	}
}

int report_write_folded(FILE *out, const tree *tree, const report_options *options)
{
	folded_writer writer = {.out = out,
				.options = options,
				.depth = options->depth < DEPTH_MOST ? options->depth : DEPTH_MOST,
				.names = arena_create()};
	write_root(&writer, tree->root, options->depth > 0);
	if (options->depth > 0)
		write_levels(&writer, tree->root);
	arena_destroy(writer.names);
	buffer_finish(&writer.stack);
	free(writer.levels);
	return report_flush(out);
}
