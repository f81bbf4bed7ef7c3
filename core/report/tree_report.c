/* SPDX-License-Identifier: MIT */
/* The tree with counts, shares and bars. */
#include "report/closing.h"
#include "report/formats.h"
#include "report/rows.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* One child of an open node, or (node NULL) all that --top cut off. */
typedef struct branch {
	const tree_node *node;
	uint64_t key, value, files;
	size_t index; /* for `node` NULL: how many */
} branch;

typedef struct tree_level {
	branch *branches;
	size_t count, at; /* at: the next to be shown */
} tree_level;

typedef struct tree_printer {
	FILE *out;
	const tree *tree;
	const report_options *options;
	enum report_by by;
	pen pen;
	uint64_t whole;
	size_t name_columns, files_columns, value_columns, bar_columns;
	tree_level *levels; /* the open nodes below the root */
	size_t level_count, level_capacity;
	buffer line;
} tree_printer;

enum { INDENT = 4, NAME_LEAST = 16, NAME_MOST = 100, BAR_LEAST = 8, BAR_MOST = 20, GAP = 2 };

static const char *metric_title(enum report_metric metric)
{
	static const char *const titles[] = {
		[REPORT_CODE] = "Code",   [REPORT_COMMENT] = "Comment",     [REPORT_BLANK] = "Blank",
		[REPORT_LINES] = "Lines", [REPORT_FUNCTIONS] = "Functions", [REPORT_COMPLEXITY] = "Complexity"};
	return titles[metric];
}

static bool is_shown(const tree_printer *printer, const tree_node *node)
{
	static const enum report_by least[] = {[TREE_ROOT] = REPORT_BY_DIRECTORY,
					       [TREE_FOLDER] = REPORT_BY_DIRECTORY,
					       [TREE_FILE] = REPORT_BY_FILE,
					       [TREE_FRAME] = REPORT_BY_FUNCTION};
	return printer->by >= least[node->kind];
}

static int most_first(const void *left, const void *right)
{
	const branch *a = left;
	const branch *b = right;
	if (a->key != b->key)
		return a->key < b->key ? 1 : -1;
	return (a->index > b->index) - (a->index < b->index);
}

static int by_frame_name(const void *left, const void *right)
{
	const branch *a = left;
	const branch *b = right;
	int order = strcmp(a->node->name, b->node->name);
	return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static void order_branches(const tree_printer *printer, tree_level *level)
{
	const report_options *options = printer->options;
	if (level->count == 0)
		return;
	if (options->sort != REPORT_SORT_NAME)
		qsort(level->branches, level->count, sizeof(branch), most_first);
	else if (level->branches[0].node->kind == TREE_FRAME)
		qsort(level->branches, level->count, sizeof(branch), by_frame_name);
	if (!options->reverse)
		return;
	for (size_t i = 0, j = level->count - 1; i < j; i++, j--) {
		branch kept = level->branches[i];
		level->branches[i] = level->branches[j];
		level->branches[j] = kept;
	}
}

/* What --top cuts off becomes one line. */
static void cut_branches(tree_level *level, size_t top)
{
	if (top == 0 || level->count <= top)
		return;
	branch rest = {.index = level->count - top};
	for (size_t i = top; i < level->count; i++) {
		rest.value += level->branches[i].value;
		rest.files += level->branches[i].files;
	}
	level->branches[top] = rest;
	level->count = top + 1;
}

static void open_level(tree_printer *printer, const tree_node *parent)
{
	tree_level level = {0};
	size_t capacity = 0;
	for (const tree_node *child = parent->first; child != NULL; child = child->next) {
		if (!is_shown(printer, child))
			continue;
		memory_reserve(&level.branches, &capacity, level.count + 1, sizeof(*level.branches));
		level.branches[level.count] = (branch){.node = child,
						       .key = rows_key(printer->options, &child->total, child->files),
						       .value = report_value(&child->total, printer->options->metric),
						       .files = child->files,
						       .index = level.count};
		level.count++;
	}
	order_branches(printer, &level);
	cut_branches(&level, printer->options->top);
	memory_reserve(&printer->levels, &printer->level_capacity, printer->level_count + 1, sizeof(*printer->levels));
	printer->levels[printer->level_count++] = level;
}

static void end_line(tree_printer *printer)
{
	buffer *line = &printer->line;
	while (line->len > 0 && line->data[line->len - 1] == ' ')
		buffer_truncate(line, line->len - 1);
	buffer_add_char(line, '\n');
	closing_flush(printer->out, line);
}

/* The lines that lead to a name; where they would leave no room for it, the number of the level stands instead. */
static size_t add_guides(tree_printer *printer)
{
	static const char *const fine[] = {"│   ", "├── ", "└── ", "    "};
	static const char *const ascii[] = {"|   ", "|-- ", "`-- ", "    "};
	const char *const *guides = printer->pen.utf8 ? fine : ascii;
	size_t most = (printer->name_columns - NAME_LEAST) / INDENT;
	size_t shown = printer->level_count;
	size_t start = printer->line.len;
	if (shown > most)
		shown = most > 0 ? most - 1 : 0;
	draw_style(&printer->line, printer->pen, DRAW_DIM);
	for (size_t i = 0; i < shown; i++) {
		const tree_level *level = &printer->levels[i];
		bool last = level->at == level->count;
		bool leaf = i + 1 == printer->level_count;
		buffer_add_string(&printer->line, guides[leaf ? (last ? 2 : 1) : (last ? 3 : 0)]);
	}
	if (shown < printer->level_count)
		buffer_printf(&printer->line, "(%zu) ", printer->level_count);
	size_t columns = text_columns((text){printer->line.data + start, printer->line.len - start});
	draw_plain(&printer->line, printer->pen);
	return columns;
}

static void add_numbers(tree_printer *printer, uint64_t files, uint64_t value)
{
	buffer *line = &printer->line;
	draw_blanks(line, GAP);
	if (files > 0)
		draw_number_right(line, files, printer->files_columns);
	else
		draw_blanks(line, printer->files_columns);
	draw_blanks(line, GAP);
	draw_number_right(line, value, printer->value_columns);
	draw_blanks(line, GAP);
	draw_share_right(line, value, printer->whole);
	if (printer->bar_columns > 0) {
		draw_blanks(line, GAP);
		draw_bar(line, printer->pen, value, printer->whole, printer->bar_columns);
	}
}

/* A name in what room is left, with the mark of its kind: a folder's '/', a frame's line. */
static void add_name(tree_printer *printer, const tree_node *node, size_t room)
{
	buffer mark = BUFFER_INIT;
	bool folder = node->kind == TREE_FOLDER;
	if (folder)
		buffer_add_char(&mark, '/');
	else if (node->kind == TREE_FRAME)
		buffer_printf(&mark, ":%u", (unsigned)node->start);
	size_t columns = room > mark.len ? room - mark.len : 0;
	if (folder || node->kind == TREE_ROOT)
		draw_style(&printer->line, printer->pen, DRAW_FOLDER);
	size_t used = draw_cut(&printer->line, printer->pen, text_of(node->name), columns) + mark.len;
	if (node->kind == TREE_FRAME)
		draw_style(&printer->line, printer->pen, DRAW_DIM);
	buffer_add(&printer->line, buffer_string(&mark), mark.len);
	draw_plain(&printer->line, printer->pen);
	draw_blanks(&printer->line, room > used ? room - used : 0);
	buffer_finish(&mark);
}

static void print_branch(tree_printer *printer, const branch *branch)
{
	size_t used = add_guides(printer);
	size_t room = printer->name_columns > used ? printer->name_columns - used : 0;
	if (branch->node != NULL) {
		add_name(printer, branch->node, room);
	} else {
		buffer name = BUFFER_INIT;
		draw_more(&name, printer->pen, branch->index);
		draw_left(&printer->line, printer->pen, (text){name.data, name.len}, room);
		buffer_finish(&name);
	}
	/* A file's own count of files says nothing. */
	bool group = branch->node == NULL || branch->node->kind == TREE_FOLDER;
	add_numbers(printer, group ? branch->files : 0, branch->value);
	end_line(printer);
}

static void print_heading(tree_printer *printer)
{
	const tree_node *root = printer->tree->root;
	buffer *line = &printer->line;
	draw_style(line, printer->pen, DRAW_BOLD);
	draw_blanks(line, printer->name_columns + GAP);
	draw_right(line, text_of("Files"), printer->files_columns);
	draw_blanks(line, GAP);
	draw_right(line, text_of(metric_title(printer->options->metric)), printer->value_columns);
	draw_blanks(line, GAP);
	draw_right(line, text_of("Share"), DRAW_SHARE_COLUMNS);
	draw_plain(line, printer->pen);
	end_line(printer);
	add_name(printer, root, printer->name_columns);
	add_numbers(printer, root->files, printer->whole);
	end_line(printer);
}

/* Numbers take what they need, the bar a part of the rest, names all else. */
static void lay_out(tree_printer *printer)
{
	size_t width = printer->options->width;
	size_t title = strlen(metric_title(printer->options->metric));
	printer->value_columns = draw_number_columns(printer->whole);
	if (printer->value_columns < title)
		printer->value_columns = title;
	printer->files_columns = draw_number_columns(printer->tree->file_count);
	if (printer->files_columns < strlen("Files"))
		printer->files_columns = strlen("Files");
	size_t numbers = GAP + printer->files_columns + GAP + printer->value_columns + GAP + DRAW_SHARE_COLUMNS;
	size_t rest = width > numbers ? width - numbers : 0;
	printer->bar_columns = rest / 5;
	if (printer->bar_columns > BAR_MOST)
		printer->bar_columns = BAR_MOST;
	if (printer->bar_columns < BAR_LEAST)
		printer->bar_columns = rest >= NAME_LEAST * 2 + BAR_LEAST + GAP ? BAR_LEAST : 0;
	if (printer->bar_columns > 0)
		rest -= printer->bar_columns + GAP;
	printer->name_columns = rest < NAME_LEAST ? NAME_LEAST : rest > NAME_MOST ? NAME_MOST : rest;
}

static void print_levels(tree_printer *printer)
{
	if (printer->options->depth > 0)
		open_level(printer, printer->tree->root);
	while (printer->level_count > 0) {
		tree_level *level = &printer->levels[printer->level_count - 1];
		if (level->at == level->count) {
			free(level->branches);
			printer->level_count--;
			continue;
		}
		const branch *next = &level->branches[level->at++];
		const tree_node *node = next->node;
		print_branch(printer, next);
		if (node != NULL && node->first != NULL && printer->level_count < printer->options->depth)
			open_level(printer, node);
	}
}

int report_write_tree(FILE *out, const tree *tree, const report_options *options)
{
	/* Languages and roles are no levels of a tree. */
	bool levels = options->by_given && (options->by == REPORT_BY_DIRECTORY || options->by >= REPORT_BY_FILE);
	tree_printer printer = {.out = out,
				.tree = tree,
				.options = options,
				.by = levels ? options->by : REPORT_BY_FUNCTION,
				.pen = {options->colour, options->utf8},
				.whole = report_value(&tree->root->total, options->metric)};
	lay_out(&printer);
	print_heading(&printer);
	print_levels(&printer);
	buffer_add_char(&printer.line, '\n');
	closing_add_files(&printer.line, tree, options);
	end_line(&printer);
	if (closing_add_roles(&printer.line, tree))
		end_line(&printer);
	closing_add_failures(&printer.line, printer.pen, tree->source, options->width);
	closing_flush(out, &printer.line);
	buffer_finish(&printer.line);
	free(printer.levels);
	return report_flush(out);
}
