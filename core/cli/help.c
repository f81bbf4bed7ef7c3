/* SPDX-License-Identifier: MIT */
#include "cli/option_table.h"
#include "cli/options.h"
#include "count/count.h"
#include "report/report.h"

#include <string.h>

void cli_options_init(cli_options *options)
{
	*options = (cli_options){
		.by = -1,
		.metric = REPORT_CODE,
		.sort = REPORT_SORT_DEFAULT,
		.top = UINT64_MAX,
		.depth = UINT64_MAX,
		.policy = "default",
		.blank_in_comment = -1,
		.blank_in_string = -1,
		.docstring = -1,
		.shebang = -1,
		.prose = -1,
		.embedded = -1,
		.engine = COUNT_AUTO,
		.timeout = 10,
		.memory = (uint64_t)2 << 30,
		.cache_size = (uint64_t)1 << 30,
	};
}

enum { HELP_COLUMN = 29, HELP_WIDTH = 100 };

/* The text from HELP_COLUMN on, broken at blanks where it is too wide. */
static void print_wrapped(FILE *out, const char *text)
{
	const size_t room = HELP_WIDTH - HELP_COLUMN;
	while (strlen(text) > room) {
		size_t len = room;
		while (len > 0 && text[len] != ' ')
			len--;
		if (len == 0)
			break;
		fprintf(out, "%.*s\n%*s", (int)len, text, HELP_COLUMN, "");
		text += len + 1;
	}
	fprintf(out, "%s\n", text);
}

static void print_row(FILE *out, const option_row *row)
{
	char left[64];
	char letter[8] = "    ";
	if (row->letter != 0)
		snprintf(letter, sizeof(letter), "-%c, ", row->letter);
	snprintf(left, sizeof(left), "  %s--%s%s%s", letter, row->name, row->argument != NULL ? " " : "",
		 row->argument != NULL ? row->argument : "");
	fprintf(out, "%-*s ", HELP_COLUMN - 1, left);
	print_wrapped(out, row->help);
}

static void print_formats(FILE *out)
{
	fputs("\nFormats (-f):\n", out);
	for (const report_format *format = report_formats; format->name != NULL; format++)
		fprintf(out, "  %-10s %s\n", format->name, format->help);
}

void cli_print_help(FILE *out)
{
	fputs("onflame shows where the code is: lines of code, comment and blank, down to each function.\n"
	      "\n"
	      "  onflame [OPTION]... [PATH]...   count PATHs (default: .) and print a report\n"
	      "  onflame languages [NAME]...     the languages that are known, or some of them in full\n"
	      "  onflame languages FILE...       what each file is, and why\n"
	      "  onflame plugins                 the installed plugins\n"
	      "  onflame plugins check [NAME [FILE]...]   prove their tables; what one of them meets in FILEs\n"
	      "  onflame plugins new NAME --grammar DIR   make a plugin for a tree-sitter grammar\n"
	      "  onflame plugins build [DIR]     compile a plugin, prove it and install it for you\n"
	      "  onflame cache stats             what is kept of former runs, and where\n"
	      "  onflame cache clear             forget it\n",
	      out);
	for (const option_section *section = option_sections; section->title != NULL; section++) {
		fprintf(out, "\n%s:\n", section->title);
		for (const option_row *row = section->rows; row->name != NULL; row++) {
			if (row->help != NULL)
				print_row(out, row);
		}
	}
	print_formats(out);
	fputs("\n"
	      "What costs what: reports of lines alone (table, markdown, csv, tsv) parse no file of a certified\n"
	      "language; functions alone (folded, tree, svg, speedscope by code) need a parse of each file, or of\n"
	      "its skeleton where the map has one for its language; complexity (--functions, --by function, html,\n"
	      "json ...) needs a parse of most of it, and --engine syntax of all. What has not changed since a\n"
	      "former run is not counted again, unless --no-cache.\n"
	      "\n"
	      "Options may be shortened; values follow a blank or '='. A folder called like a command is given\n"
	      "as ./languages. Exit status: 0 counted; 1 some files could not be counted or the report not\n"
	      "written; 2 wrong usage or configuration; 3 a failed check.\n",
	      out);
}
