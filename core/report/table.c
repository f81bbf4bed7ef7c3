/* SPDX-License-Identifier: MIT */
/* The table for a terminal. */
#include "report/closing.h"
#include "report/formats.h"
#include "report/layout.h"

#include "base/memory.h"

#include <stdlib.h>

typedef struct table {
	FILE *out;
	const tree *tree;
	const report_options *options;
	pen pen;
	layout layout;
	buffer line;
} table;

static void end_line(table *table)
{
	buffer *line = &table->line;
	while (line->len > 0 && line->data[line->len - 1] == ' ')
		buffer_truncate(line, line->len - 1);
	buffer_add_char(line, '\n');
	closing_flush(table->out, line);
}

static void write_rule(table *table)
{
	draw_rule(&table->line, table->pen, table->layout.width);
	end_line(table);
}

static void add_text(table *table, enum layout_text which, text t)
{
	const layout *layout = &table->layout;
	if (layout->texts[which] == 0)
		return;
	if (which != LAYOUT_NAME)
		draw_blanks(&table->line, layout->gap);
	draw_left(&table->line, table->pen, t, layout->texts[which]);
}

static void add_numbers(table *table, const report_row *row)
{
	const layout *layout = &table->layout;
	for (size_t i = 0; i < layout->number_count; i++) {
		if (layout->numbers[i] == 0)
			continue;
		draw_blanks(&table->line, layout->gap);
		draw_number_right(&table->line, layout->columns->numbers[i].value(row), layout->numbers[i]);
	}
}

static void write_heading(table *table, const char *name, bool by_function)
{
	const layout *layout = &table->layout;
	draw_style(&table->line, table->pen, DRAW_BOLD);
	add_text(table, LAYOUT_NAME, text_of(name));
	add_text(table, LAYOUT_KIND, text_of(by_function ? "Kind" : ""));
	add_text(table, LAYOUT_LOCATION, text_of(by_function ? "Location" : ""));
	for (size_t i = 0; i < layout->number_count; i++) {
		if (layout->numbers[i] == 0)
			continue;
		draw_blanks(&table->line, layout->gap);
		draw_right(&table->line, text_of(layout_title(layout, i)), layout->numbers[i]);
	}
	draw_plain(&table->line, table->pen);
	end_line(table);
	write_rule(table);
}

static void write_row(table *table, const report_rows *rows, const report_row *row, buffer *room)
{
	buffer_clear(room);
	rows_add_name(room, rows, row);
	add_text(table, LAYOUT_NAME, (text){buffer_string(room), room->len});
	if (rows->by == REPORT_BY_FUNCTION) {
		draw_style(&table->line, table->pen, DRAW_DIM);
		add_text(table, LAYOUT_KIND, text_of(row->of.node->label));
		buffer_clear(room);
		rows_add_location(room, row->of.node);
		add_text(table, LAYOUT_LOCATION, (text){buffer_string(room), room->len});
		draw_plain(&table->line, table->pen);
	}
	add_numbers(table, row);
	end_line(table);
}

/* What --top has cut off. Functions lie within each other, so that a sum of theirs would mean nothing. */
static void write_rest(table *table, const report_rows *rows)
{
	if (rows->cut == 0)
		return;
	buffer name = BUFFER_INIT;
	draw_more(&name, table->pen, rows->cut);
	add_text(table, LAYOUT_NAME, (text){name.data, name.len});
	buffer_finish(&name);
	if (rows->by != REPORT_BY_FUNCTION)
		add_numbers(table, &(report_row){.counts = &rows->rest, .files = rows->rest_files});
	end_line(table);
}

static void write_named(table *table, const char *name, const report_row *row)
{
	add_text(table, LAYOUT_NAME, text_of(name));
	add_text(table, LAYOUT_KIND, text_of(""));
	add_text(table, LAYOUT_LOCATION, text_of(""));
	add_numbers(table, row);
}

static void write_total(table *table)
{
	report_row total = {.counts = &table->tree->root->total, .files = table->tree->file_count};
	write_rule(table);
	draw_style(&table->line, table->pen, DRAW_BOLD);
	write_named(table, "Total", &total);
	draw_plain(&table->line, table->pen);
	end_line(table);
	write_rule(table);
}

/* The languages within files of other languages: part of those files' numbers, so listed apart and not summed. */
static void write_embedded(table *table)
{
	bool any = false;
	for (size_t i = 0; i < table->tree->language_count; i++) {
		const tree_language *language = &table->tree->languages[i];
		if (language->embedded_files == 0)
			continue;
		if (!any) {
			draw_style(&table->line, table->pen, DRAW_DIM);
			buffer_add_string(&table->line, "Embedded in files of other languages and counted there:");
			draw_plain(&table->line, table->pen);
			end_line(table);
		}
		any = true;
		write_named(table, language->language->name,
			    &(report_row){.counts = &language->embedded, .files = language->embedded_files});
		end_line(table);
	}
	if (any)
		write_rule(table);
}

static void write_closing(table *table)
{
	closing_add_files(&table->line, table->tree, table->options);
	end_line(table);
	if (closing_add_roles(&table->line, table->tree))
		end_line(table);
	closing_add_failures(&table->line, table->pen, table->tree->source, table->options->width);
	closing_flush(table->out, &table->line);
}

/* Rows beside the chosen ones, for the width of the columns: total, rest, embedded languages. */
static void lay_out(table *table, const report_rows *rows)
{
	const tree *tree = table->tree;
	report_row *extra = memory_alloc((tree->language_count + 2) * sizeof(*extra));
	size_t count = 0;
	extra[count++] = (report_row){.counts = &tree->root->total, .files = tree->file_count};
	extra[count++] = (report_row){.counts = &rows->rest, .files = rows->rest_files};
	size_t longest = 0;
	if (rows->cut > 0) {
		buffer more = BUFFER_INIT;
		draw_more(&more, table->pen, rows->cut);
		longest = draw_columns((text){more.data, more.len});
		buffer_finish(&more);
	}
	for (size_t i = 0; i < tree->language_count && rows->by == REPORT_BY_LANGUAGE; i++) {
		const tree_language *language = &tree->languages[i];
		if (language->embedded_files == 0)
			continue;
		extra[count++] = (report_row){.counts = &language->embedded, .files = language->embedded_files};
		size_t columns = draw_columns(text_of(language->language->name));
		longest = columns > longest ? columns : longest;
	}
	layout_init(&table->layout, rows, extra, count, longest, table->options->width);
	free(extra);
}

int report_write_table(FILE *out, const tree *tree, const report_options *options)
{
	table table = {.out = out, .tree = tree, .options = options, .pen = {options->colour, options->utf8}};
	report_rows rows;
	buffer room = BUFFER_INIT;
	rows_init(&rows, tree, options, options->by);
	lay_out(&table, &rows);
	write_heading(&table, table.layout.columns->name, rows.by == REPORT_BY_FUNCTION);
	for (size_t i = 0; i < rows.count; i++)
		write_row(&table, &rows, &rows.items[i], &room);
	write_rest(&table, &rows);
	write_total(&table);
	if (rows.by == REPORT_BY_LANGUAGE)
		write_embedded(&table);
	write_closing(&table);
	buffer_finish(&room);
	buffer_finish(&table.line);
	rows_finish(&rows);
	return report_flush(out);
}
