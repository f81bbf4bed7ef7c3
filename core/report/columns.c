/* SPDX-License-Identifier: MIT */
#include "report/columns.h"

static uint64_t files(const report_row *row)
{
	return row->files;
}

static uint64_t lines(const report_row *row)
{
	return row->counts->lines;
}

static uint64_t code(const report_row *row)
{
	return row->counts->code;
}

static uint64_t comment(const report_row *row)
{
	return row->counts->comment;
}

static uint64_t blank(const report_row *row)
{
	return row->counts->blank;
}

static uint64_t functions(const report_row *row)
{
	return row->counts->functions;
}

static uint64_t complexity(const report_row *row)
{
	return row->counts->complexity;
}

static uint64_t cognitive(const report_row *row)
{
	return row->counts->cognitive;
}

/* With and without functions. */
static const report_column of_groups[] = {
	{"Files", "Files", files, 0},          {"Lines", "Lines", lines, 3}, {"Code", "Code", code, 0},
	{"Comment", "Comment", comment, 1},    {"Blank", "Blank", blank, 2}, {"Functions", "Funcs", functions, 4},
	{"Complexity", "Cplx", complexity, 5}, {NULL, NULL, NULL, 0}};

static const report_column of_group_lines[] = {{"Files", "Files", files, 0}, {"Lines", "Lines", lines, 3},
					       {"Code", "Code", code, 0},    {"Comment", "Comment", comment, 1},
					       {"Blank", "Blank", blank, 2}, {NULL, NULL, NULL, 0}};

static const report_column of_files[] = {{"Lines", "Lines", lines, 3},
					 {"Code", "Code", code, 0},
					 {"Comment", "Comment", comment, 1},
					 {"Blank", "Blank", blank, 2},
					 {"Functions", "Funcs", functions, 4},
					 {"Complexity", "Cplx", complexity, 5},
					 {NULL, NULL, NULL, 0}};

static const report_column of_file_lines[] = {{"Lines", "Lines", lines, 3},
					      {"Code", "Code", code, 0},
					      {"Comment", "Comment", comment, 1},
					      {"Blank", "Blank", blank, 2},
					      {NULL, NULL, NULL, 0}};

static const report_column of_functions[] = {{"Lines", "Lines", lines, 0},
					     {"Code", "Code", code, 2},
					     {"Complexity", "Cplx", complexity, 0},
					     {"Cognitive", "Cogn", cognitive, 1},
					     {NULL, NULL, NULL, 0}};

const report_columns *columns_for(enum report_by by, bool functions)
{
	static const report_columns all[][2] = {
		[REPORT_BY_LANGUAGE] = {{"Language", of_group_lines}, {"Language", of_groups}},
		[REPORT_BY_DIRECTORY] = {{"Directory", of_group_lines}, {"Directory", of_groups}},
		[REPORT_BY_ROLE] = {{"Role", of_group_lines}, {"Role", of_groups}},
		[REPORT_BY_FILE] = {{"File", of_file_lines}, {"File", of_files}},
		[REPORT_BY_FUNCTION] = {{"Function", of_functions}, {"Function", of_functions}}};
	return &all[by][functions];
}
