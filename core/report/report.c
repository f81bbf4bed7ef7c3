/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include "report/formats.h"

#include <string.h>
#include <strings.h>

const report_format report_formats[] = {
	{"table", ".txt", "columns for a terminal", COUNT_LINES, report_write_table},
	{"tree", NULL, "folders, files and functions with shares and bars", COUNT_FRAMES, report_write_tree},
	{"csv", ".csv", "comma-separated values, in cloc's form", COUNT_LINES, report_write_csv},
	{"tsv", ".tsv", "the same separated by tabs", COUNT_LINES, report_write_tsv},
	{"json", ".json", "one document; described by report.schema.json", COUNT_SUMS, report_write_json},
	{"ndjson", ".ndjson", "JSON, an object a line: header, files, total", COUNT_SUMS, report_write_ndjson},
	{"yaml", ".yaml", "the JSON document as YAML", COUNT_SUMS, report_write_yaml},
	{"markdown", ".md", "a table for GitHub", COUNT_LINES, report_write_markdown},
	{"folded", ".folded", "stacks for flamegraph.pl, inferno, speedscope", COUNT_FRAMES, report_write_folded},
	{"html", ".html", "a page that draws the tree: flame graphs to explore, without network", COUNT_ALL,
	 report_write_html},
	{"svg", ".svg", "a flame graph that stands still, for READMEs", COUNT_FRAMES, report_write_svg},
	{"speedscope", ".speedscope.json", "a profile for speedscope", COUNT_FRAMES, report_write_speedscope},
	{"pprof", ".pb.gz", "a profile for go tool pprof", COUNT_ALL, report_write_pprof},
	{NULL, NULL, NULL, COUNT_LINES, NULL},
};

/* Other endings and names that people use. */
static const struct {
	const char *other, *name;
} names[] = {{"md", "markdown"}, {"yml", "yaml"},    {"jsonl", "ndjson"}, {"stacks", "folded"},
	     {"htm", "html"},    {"pprof", "pprof"}, {NULL, NULL}};

const report_format *report_format_find(const char *name)
{
	for (size_t i = 0; names[i].other != NULL; i++) {
		if (strcmp(name, names[i].other) == 0)
			name = names[i].name;
	}
	for (const report_format *format = report_formats; format->name != NULL; format++) {
		if (strcmp(name, format->name) == 0)
			return format;
	}
	return NULL;
}

static bool has_ending(const char *file, const char *ending)
{
	size_t len = strlen(file);
	size_t ending_len = ending != NULL ? strlen(ending) : 0;
	return ending_len > 0 && len >= ending_len && strcasecmp(file + len - ending_len, ending) == 0;
}

/* Of endings that fit the longest wins: "x.speedscope.json" is no plain JSON. */
const report_format *report_format_for_file(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *file = slash != NULL ? slash + 1 : path;
	const char *dot = strrchr(file, '.');
	if (dot == NULL)
		return NULL;
	const report_format *found = NULL;
	for (const report_format *format = report_formats; format->name != NULL; format++) {
		if (has_ending(file, format->extension) &&
		    (found == NULL || strlen(format->extension) > strlen(found->extension)))
			found = format;
	}
	if (found != NULL)
		return found;
	for (size_t i = 0; names[i].other != NULL; i++) {
		if (strcasecmp(dot + 1, names[i].other) == 0)
			return report_format_find(names[i].name);
	}
	return NULL;
}

static bool is_of_functions(int key)
{
	return key == REPORT_FUNCTIONS || key == REPORT_COMPLEXITY;
}

enum count_detail report_detail(const report_format *format, const report_options *options)
{
	if (options->by == REPORT_BY_FUNCTION)
		return COUNT_ALL;
	if (!options->functions && !is_of_functions((int)options->metric) && !is_of_functions(options->sort))
		return format->detail;
	return format->detail == COUNT_FRAMES || format->detail == COUNT_ALL ? COUNT_ALL : COUNT_SUMS;
}

uint64_t report_value(const counts *counts, enum report_metric metric)
{
	const uint64_t values[] = {[REPORT_CODE] = counts->code,           [REPORT_COMMENT] = counts->comment,
				   [REPORT_BLANK] = counts->blank,         [REPORT_LINES] = counts->lines,
				   [REPORT_FUNCTIONS] = counts->functions, [REPORT_COMPLEXITY] = counts->complexity};
	return values[metric];
}

int report_flush(FILE *out)
{
	return fflush(out) != 0 || ferror(out) != 0 ? -1 : 0;
}
