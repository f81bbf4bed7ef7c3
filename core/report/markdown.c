/* SPDX-License-Identifier: MIT */
/* A table for GitHub. */
#include "report/closing.h"
#include "report/columns.h"
#include "report/formats.h"

#include <string.h>

/* Adds text in one line that no renderer takes for markup. */
static void add_escaped(buffer *out, text t)
{
	static const struct {
		char plain;
		const char *entity;
	} entities[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {0, NULL}};
	static const char marks[] = "\\`*_[]|~$";
	buffer visible = BUFFER_INIT;
	text_add_visible(&visible, t);
	for (size_t i = 0; i < visible.len; i++) {
		char c = visible.data[i];
		size_t entity = 0;
		while (entities[entity].entity != NULL && entities[entity].plain != c)
			entity++;
		if (entities[entity].entity != NULL) {
			buffer_add_string(out, entities[entity].entity);
			continue;
		}
		if (memchr(marks, c, sizeof(marks) - 1) != NULL)
			buffer_add_char(out, '\\');
		buffer_add_char(out, c);
	}
	buffer_finish(&visible);
}

static void add_heading(buffer *line, const report_columns *columns, bool by_function)
{
	buffer_printf(line, "| %s |", columns->name);
	if (by_function)
		buffer_add_string(line, " Kind | Location |");
	for (const report_column *column = columns->numbers; column->title != NULL; column++)
		buffer_printf(line, " %s |", column->title);
	buffer_add_string(line, "\n|:---|");
	if (by_function)
		buffer_add_string(line, ":---|:---|");
	for (const report_column *column = columns->numbers; column->title != NULL; column++)
		buffer_add_string(line, "---:|");
	buffer_add_char(line, '\n');
}

static void add_numbers(buffer *line, const report_columns *columns, const report_row *row, const char *mark)
{
	for (const report_column *column = columns->numbers; column->title != NULL; column++) {
		buffer_add_char(line, ' ');
		buffer_add_string(line, mark);
		draw_number(line, column->value(row));
		buffer_add_string(line, mark);
		buffer_add_string(line, " |");
	}
	buffer_add_char(line, '\n');
}

static void add_row(buffer *line, buffer *room, const report_rows *rows, const report_row *row)
{
	buffer_clear(room);
	rows_add_name(room, rows, row);
	buffer_add_string(line, "| ");
	add_escaped(line, (text){buffer_string(room), room->len});
	buffer_add_string(line, " |");
	if (rows->by == REPORT_BY_FUNCTION) {
		buffer_add_char(line, ' ');
		add_escaped(line, text_of(row->of.node->label));
		buffer_clear(room);
		rows_add_location(room, row->of.node);
		buffer_add_string(line, " | ");
		add_escaped(line, (text){buffer_string(room), room->len});
		buffer_add_string(line, " |");
	}
	add_numbers(line, columns_for(rows->by, rows->functions), row, "");
}

static void add_rest(buffer *line, const report_rows *rows)
{
	if (rows->cut == 0)
		return;
	buffer_add_string(line, "| ");
	draw_more(line, (pen){.utf8 = true}, rows->cut);
	buffer_add_string(line, " |");
	const report_columns *columns = columns_for(rows->by, rows->functions);
	if (rows->by != REPORT_BY_FUNCTION) {
		add_numbers(line, columns, &(report_row){.counts = &rows->rest, .files = rows->rest_files}, "");
		return;
	}
	buffer_add_string(line, " | |");
	for (const report_column *column = columns->numbers; column->title != NULL; column++)
		buffer_add_string(line, " |");
	buffer_add_char(line, '\n');
}

static void add_total(buffer *line, const tree *tree, const report_rows *rows)
{
	report_row total = {.counts = &tree->root->total, .files = tree->file_count};
	buffer_add_string(line, rows->by == REPORT_BY_FUNCTION ? "| **Total** | | |" : "| **Total** |");
	add_numbers(line, columns_for(rows->by, rows->functions), &total, "**");
}

static void add_embedded(buffer *line, const tree *tree, bool functions)
{
	bool any = false;
	for (size_t i = 0; i < tree->language_count; i++) {
		const tree_language *language = &tree->languages[i];
		if (language->embedded_files == 0)
			continue;
		if (!any) {
			buffer_add_string(line, "\nEmbedded in files of other languages and counted there:\n\n");
			add_heading(line, columns_for(REPORT_BY_LANGUAGE, functions), false);
		}
		any = true;
		buffer_add_string(line, "| ");
		add_escaped(line, text_of(language->language->name));
		buffer_add_string(line, " |");
		add_numbers(line, columns_for(REPORT_BY_LANGUAGE, functions),
			    &(report_row){.counts = &language->embedded, .files = language->embedded_files}, "");
	}
}

int report_write_markdown(FILE *out, const tree *tree, const report_options *options)
{
	report_rows rows;
	buffer line = BUFFER_INIT;
	buffer room = BUFFER_INIT;
	rows_init(&rows, tree, options, options->by);
	add_heading(&line, columns_for(rows.by, rows.functions), rows.by == REPORT_BY_FUNCTION);
	for (size_t i = 0; i < rows.count; i++) {
		add_row(&line, &room, &rows, &rows.items[i]);
		closing_flush(out, &line);
	}
	add_rest(&line, &rows);
	add_total(&line, tree, &rows);
	if (rows.by == REPORT_BY_LANGUAGE)
		add_embedded(&line, tree, rows.functions);
	buffer_add_char(&line, '\n');
	closing_add_files(&line, tree, options);
	buffer_add_string(&line, ".\n");
	if (closing_add_roles(&line, tree))
		buffer_add_string(&line, ".\n");
	closing_flush(out, &line);
	buffer_finish(&room);
	buffer_finish(&line);
	rows_finish(&rows);
	return report_flush(out);
}
