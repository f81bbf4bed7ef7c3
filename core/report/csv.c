/* SPDX-License-Identifier: MIT */
/*
 * CSV as RFC 4180 has it, lines ending with LF; by language and by file in cloc's form. TSV holds the same, without the
 * blank line that cloc's users cut off; there `\t`, `\n`, `\r` and `\\` stand for a tab, line breaks and a backslash.
 */
#include "report/formats.h"
#include "report/rows.h"

#include <inttypes.h>
#include <string.h>

typedef struct csv_writer {
	FILE *out;
	const char *delimiter;
	bool escaped; /* TSV */
	bool begun;   /* the line has a field */
	buffer room;
} csv_writer;

static void write_quoted(FILE *out, text field)
{
	fputc('"', out);
	for (size_t i = 0; i < field.len; i++) {
		if (field.data[i] == '"')
			fputc('"', out);
		fputc(field.data[i], out);
	}
	fputc('"', out);
}

static void write_escaped(FILE *out, text field)
{
	static const char plain[] = "\t\n\r\\";
	static const char letters[] = "tnr\\";
	for (size_t i = 0; i < field.len; i++) {
		const char *special = memchr(plain, field.data[i], sizeof(plain) - 1);
		if (special != NULL) {
			fputc('\\', out);
			fputc(letters[special - plain], out);
		} else {
			fputc(field.data[i], out);
		}
	}
}

static bool needs_quotes(const csv_writer *csv, text field)
{
	return memchr(field.data, '"', field.len) != NULL || memchr(field.data, '\n', field.len) != NULL ||
	       memchr(field.data, '\r', field.len) != NULL ||
	       memmem(field.data, field.len, csv->delimiter, strlen(csv->delimiter)) != NULL;
}

static void write_field(csv_writer *csv, text field)
{
	if (csv->begun)
		fputs(csv->delimiter, csv->out);
	csv->begun = true;
	if (csv->escaped)
		write_escaped(csv->out, field);
	else if (needs_quotes(csv, field))
		write_quoted(csv->out, field);
	else
		fwrite(field.data, 1, field.len, csv->out);
}

static void write_string(csv_writer *csv, const char *field)
{
	write_field(csv, text_of(field));
}

static void write_number(csv_writer *csv, uint64_t number)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%" PRIu64, number);
	write_field(csv, (text){digits, (size_t)len});
}

static void end_line(csv_writer *csv)
{
	fputc('\n', csv->out);
	csv->begun = false;
}

static void write_header(csv_writer *csv, const char *const *titles)
{
	for (; *titles != NULL; titles++)
		write_string(csv, *titles);
	end_line(csv);
}

/* The field that names the row: its path, or the frame's name. */
static void write_name(csv_writer *csv, const report_rows *rows, const report_row *row)
{
	buffer_clear(&csv->room);
	rows_add_name(&csv->room, rows, row);
	write_field(csv, (text){buffer_string(&csv->room), csv->room.len});
}

static void write_classes(csv_writer *csv, const counts *counts)
{
	write_number(csv, counts->blank);
	write_number(csv, counts->comment);
	write_number(csv, counts->code);
}

/* Of a language or a role. */
static void write_group_row(csv_writer *csv, const report_rows *rows, const report_row *row)
{
	write_number(csv, row->files);
	write_name(csv, rows, row);
	write_classes(csv, row->counts);
}

static void write_file_row(csv_writer *csv, const report_rows *rows, const report_row *row)
{
	write_string(csv, row->of.node->file->language->name);
	write_name(csv, rows, row);
	write_classes(csv, row->counts);
}

static void write_directory_row(csv_writer *csv, const report_rows *rows, const report_row *row)
{
	write_name(csv, rows, row);
	write_number(csv, row->files);
	write_number(csv, row->counts->lines);
	write_classes(csv, row->counts);
	if (!rows->functions)
		return;
	write_number(csv, row->counts->functions);
	write_number(csv, row->counts->complexity);
}

static void write_function_row(csv_writer *csv, const report_rows *rows, const report_row *row)
{
	const tree_node *frame = row->of.node;
	write_string(csv, frame->file->language->name);
	buffer_clear(&csv->room);
	tree_add_path(&csv->room, frame->file->node);
	write_field(csv, (text){buffer_string(&csv->room), csv->room.len});
	write_name(csv, rows, row);
	write_string(csv, frame->label);
	const uint64_t numbers[] = {
		frame->start,         frame->end,        row->counts->lines,      row->counts->blank,
		row->counts->comment, row->counts->code, row->counts->complexity, row->counts->cognitive,
		frame->nesting,       frame->parameters};
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		write_number(csv, numbers[i]);
}

/* What a file by language, directory, file or function looks like. */
typedef struct csv_form {
	const char *const *titles;
	void (*write_row)(csv_writer *csv, const report_rows *rows, const report_row *row);
	bool blank_line; /* before the header, where cloc's first line stands */
	bool sum;
} csv_form;

static const csv_form with_functions = {(const char *const[]){"directory", "files", "lines", "blank", "comment", "code",
							      "functions", "complexity", NULL},
					write_directory_row, false, false};

static const csv_form forms[] = {
	[REPORT_BY_LANGUAGE] = {(const char *const[]){"files", "language", "blank", "comment", "code", NULL},
				write_group_row, false, true},
	[REPORT_BY_DIRECTORY] = {(const char *const[]){"directory", "files", "lines", "blank", "comment", "code", NULL},
				 write_directory_row, false, false},
	[REPORT_BY_ROLE] = {(const char *const[]){"files", "role", "blank", "comment", "code", NULL}, write_group_row,
			    false, true},
	[REPORT_BY_FILE] = {(const char *const[]){"language", "filename", "blank", "comment", "code", NULL},
			    write_file_row, true, true},
	[REPORT_BY_FUNCTION] = {(const char *const[]){"language", "filename", "function", "kind", "start", "end",
						      "lines", "blank", "comment", "code", "complexity", "cognitive",
						      "nesting", "parameters", NULL},
				write_function_row, false, false},
};

/* The sum is that of the whole tree, whatever --top has cut. */
static void write_sum(csv_writer *csv, const tree *tree, enum report_by by)
{
	if (by == REPORT_BY_LANGUAGE || by == REPORT_BY_ROLE) {
		write_number(csv, tree->file_count);
		write_string(csv, "SUM");
	} else {
		write_string(csv, "SUM");
		write_string(csv, "");
	}
	write_classes(csv, &tree->root->total);
	end_line(csv);
}

static int write_all(csv_writer *csv, const tree *tree, const report_options *options)
{
	const csv_form *form = &forms[options->by];
	if (options->by == REPORT_BY_DIRECTORY && options->functions)
		form = &with_functions;
	report_rows rows;
	rows_init(&rows, tree, options, options->by);
	if (form->blank_line && !csv->escaped)
		fputc('\n', csv->out);
	write_header(csv, form->titles);
	for (size_t i = 0; i < rows.count; i++) {
		form->write_row(csv, &rows, &rows.items[i]);
		end_line(csv);
	}
	if (form->sum && !options->quiet)
		write_sum(csv, tree, options->by);
	rows_finish(&rows);
	buffer_finish(&csv->room);
	return report_flush(csv->out);
}

int report_write_csv(FILE *out, const tree *tree, const report_options *options)
{
	bool given = options->delimiter != NULL && options->delimiter[0] != '\0';
	csv_writer csv = {.out = out, .delimiter = given ? options->delimiter : ","};
	return write_all(&csv, tree, options);
}

int report_write_tsv(FILE *out, const tree *tree, const report_options *options)
{
	csv_writer csv = {.out = out, .delimiter = "\t", .escaped = true};
	return write_all(&csv, tree, options);
}
