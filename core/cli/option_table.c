/* SPDX-License-Identifier: MIT */
#include "cli/option_table.h"

#include "cli/options.h"
#include "count/count.h"
#include "report/report.h"

#define AT(member) offsetof(cli_options, member)

static const option_choice by_choices[] = {
	{"language", REPORT_BY_LANGUAGE},
	{"directory", REPORT_BY_DIRECTORY},
	{"file", REPORT_BY_FILE},
	{"function", REPORT_BY_FUNCTION},
	{"folder", REPORT_BY_DIRECTORY},
	{"role", REPORT_BY_ROLE},
	{NULL, 0},
};

static const option_choice metric_choices[] = {
	{"code", REPORT_CODE},
	{"comment", REPORT_COMMENT},
	{"blank", REPORT_BLANK},
	{"lines", REPORT_LINES},
	{"functions", REPORT_FUNCTIONS},
	{"complexity", REPORT_COMPLEXITY},
	{NULL, 0},
};

static const option_choice sort_choices[] = {
	{"code", REPORT_CODE},      {"comment", REPORT_COMMENT},     {"blank", REPORT_BLANK},
	{"lines", REPORT_LINES},    {"functions", REPORT_FUNCTIONS}, {"complexity", REPORT_COMPLEXITY},
	{"name", REPORT_SORT_NAME}, {"files", REPORT_SORT_FILES},    {NULL, 0},
};

static const option_choice when_choices[] = {
	{"auto", CLI_AUTO}, {"always", CLI_ALWAYS}, {"never", CLI_NEVER}, {NULL, 0}};
static const option_choice engine_choices[] = {
	{"auto", COUNT_AUTO}, {"syntax", COUNT_SYNTAX}, {"lexical", COUNT_LEXICAL}, {NULL, 0}};
static const option_choice class_choices[] = {
	{"code", LINE_CODE}, {"comment", LINE_COMMENT}, {"blank", LINE_BLANK}, {NULL, 0}};

static const option_choice embedded_choices[] = {{"own", 1}, {"host", 0}, {NULL, 0}};

static const option_choice palette_choices[] = {
	{"language", REPORT_PALETTE_LANGUAGE}, {"kind", REPORT_PALETTE_KIND},
	{"role", REPORT_PALETTE_ROLE},         {"hot", REPORT_PALETTE_HOT},
	{"mem", REPORT_PALETTE_MEM},           {"io", REPORT_PALETTE_IO},
	{"red", REPORT_PALETTE_RED},           {"green", REPORT_PALETTE_GREEN},
	{"blue", REPORT_PALETTE_BLUE},         {"aqua", REPORT_PALETTE_AQUA},
	{"yellow", REPORT_PALETTE_YELLOW},     {"purple", REPORT_PALETTE_PURPLE},
	{"orange", REPORT_PALETTE_ORANGE},     {NULL, 0},
};

static const option_row report_rows[] = {
	{"format", 'f', OPTION_TEXT, AT(format), "F", "what to print: see Formats", NULL, 0},
	{"output", 'o', OPTION_TEXT, AT(output), "FILE", "where to; the format follows its ending", NULL, 0},
	{"by", 0, OPTION_CHOICE, AT(by), "WHAT", "a row is a language, directory, role, file or function", by_choices,
	 0},
	{"by-file", 0, OPTION_SET, AT(by), NULL, "--by file", NULL, REPORT_BY_FILE},
	{"files", 0, OPTION_SET, AT(by), NULL, NULL, NULL, REPORT_BY_FILE},
	{"depth", 0, OPTION_NUMBER, AT(depth), "N", "sum up folders, and frames in files, deeper than N", NULL, 0},
	{"metric", 0, OPTION_CHOICE, AT(metric), "M",
	 "code, comment, blank, lines, functions or complexity: widths, shares, order", metric_choices, 0},
	{"sort", 0, OPTION_CHOICE, AT(sort), "KEY", "order by a metric, name or files", sort_choices, 0},
	{"functions", 0, OPTION_FLAG, AT(functions), NULL,
	 "tables also tell the functions and their complexity, which costs a parse", NULL, 0},
	{"reverse", 0, OPTION_FLAG, AT(reverse), NULL, "the other way round", NULL, 0},
	{"top", 0, OPTION_NUMBER, AT(top), "N", "the first N rows", NULL, 0},
	{"color", 0, OPTION_CHOICE, AT(colour), "WHEN", "auto, always or never", when_choices, 0},
	{"colour", 0, OPTION_CHOICE, AT(colour), "WHEN", NULL, when_choices, 0},
	{"csv", 0, OPTION_FORMAT, AT(format), NULL, "-f csv, as cloc has it", NULL, 0},
	{"json", 0, OPTION_FORMAT, AT(format), NULL, NULL, NULL, 0},
	{"yaml", 0, OPTION_FORMAT, AT(format), NULL, NULL, NULL, 0},
	{"csv-delimiter", 0, OPTION_TEXT, AT(delimiter), "C", "what stands between the fields of csv", NULL, 0},
	{"quiet", 0, OPTION_FLAG, AT(quiet), NULL, "csv without the closing SUM row; no notes but errors", NULL, 0},
	{"title", 0, OPTION_TEXT, AT(title), "TEXT", "of a picture", NULL, 0},
	{"link", 0, OPTION_TEXT, AT(link), "TEMPLATE",
	 "open frames there: vscode://file/SRC/{path}:{line}; {start} {end}", NULL, 0},
	{"min-width", 0, OPTION_PIXELS, AT(min_width), "PIXELS", "merge a picture's frames that are narrower", NULL, 0},
	{"width", 0, OPTION_PIXELS, AT(picture_width), "PIXELS", "of svg; default 1200", NULL, 0},
	{"palette", 0, OPTION_CHOICE, AT(palette), "P",
	 "colours: language, kind, role; for svg also hot, mem, io, green, blue ... as flamegraph.pl", palette_choices,
	 0},
	{"inverted", 0, OPTION_FLAG, AT(inverted), NULL, "a picture grows downwards: an icicle graph", NULL, 0},
	{"interactive", 0, OPTION_FLAG, AT(interactive), NULL, "svg with a script: a click zooms, / searches", NULL, 0},
	{NULL, 0, OPTION_FLAG, 0, NULL, NULL, NULL, 0},
};

static const option_row file_rows[] = {
	{"exclude-dir", 0, OPTION_WORDS, AT(exclude_dirs), "D,..", "leave out folders of these names (wildcards too)",
	 NULL, 0},
	{"exclude", 0, OPTION_WORD, AT(excludes), "PATTERN", "leave out what the pattern names, as in .gitignore", NULL,
	 0},
	{"include-ext", 0, OPTION_WORDS, AT(include_exts), "E,..", "only files of these extensions", NULL, 0},
	{"exclude-ext", 0, OPTION_WORDS, AT(exclude_exts), "E,..", "no files of these extensions", NULL, 0},
	{"include-lang", 0, OPTION_WORDS, AT(include_langs), "L,..", "only these languages", NULL, 0},
	{"exclude-lang", 0, OPTION_WORDS, AT(exclude_langs), "L,..", "not these languages", NULL, 0},
	{"include-type", 0, OPTION_WORDS, AT(include_types), "T,..", "only programming, markup, data or prose", NULL,
	 0},
	{"exclude-type", 0, OPTION_WORDS, AT(exclude_types), "T,..", "not these types", NULL, 0},
	{"hidden", 0, OPTION_FLAG, AT(hidden), NULL, "names that begin with a dot too", NULL, 0},
	{"no-ignore", 0, OPTION_FLAG, AT(no_ignore), NULL, "do not obey .gitignore, .ignore, .onflameignore", NULL, 0},
	{"no-vendored", 0, OPTION_FLAG, AT(no_vendored), NULL,
	 "leave out what was copied in: node_modules, third_party ...", NULL, 0},
	{"no-generated", 0, OPTION_FLAG, AT(no_generated), NULL, "leave out what a machine wrote, minified or not",
	 NULL, 0},
	{"no-gen", 0, OPTION_FLAG, AT(no_generated), NULL, NULL, NULL, 0},
	{"no-min-gen", 0, OPTION_FLAG, AT(no_generated), NULL, NULL, NULL, 0},
	{"no-minified", 0, OPTION_FLAG, AT(no_minified), NULL, "leave out what is minified", NULL, 0},
	{"no-min", 0, OPTION_FLAG, AT(no_minified), NULL, NULL, NULL, 0},
	{"no-tests", 0, OPTION_FLAG, AT(no_tests), NULL, "leave out tests", NULL, 0},
	{"no-documentation", 0, OPTION_FLAG, AT(no_documentation), NULL, "leave out documentation and examples", NULL,
	 0},
	{"unique", 0, OPTION_FLAG, AT(unique), NULL, "count the same content once: the first file in order of paths",
	 NULL, 0},
	{"no-duplicates", 'd', OPTION_FLAG, AT(unique), NULL, NULL, NULL, 0},
	{"follow-links", 0, OPTION_FLAG, AT(follow_links), NULL, "follow symbolic links", NULL, 0},
	{"max-file-size", 0, OPTION_SIZE, AT(max_file_size), "SIZE", "leave out larger files; K, M, G", NULL, 0},
	{"list-file", 0, OPTION_TEXT, AT(list_file), "FILE", "count the files that FILE lists; - is standard input",
	 NULL, 0},
	{"null", 0, OPTION_FLAG, AT(null), NULL, "the list has NULs in place of line breaks", NULL, 0},
	{NULL, 0, OPTION_FLAG, 0, NULL, NULL, NULL, 0},
};

static const option_row count_rows[] = {
	{"policy", 0, OPTION_TEXT, AT(policy), "P", "class lines as default, cloc, tokei or scc do", NULL, 0},
	{"blank-in-comment", 0, OPTION_CHOICE, AT(blank_in_comment), "C", "comment or blank", class_choices, 0},
	{"blank-in-string", 0, OPTION_CHOICE, AT(blank_in_string), "C", "code or blank", class_choices, 0},
	{"docstring", 0, OPTION_CHOICE, AT(docstring), "C", "comment or code", class_choices, 0},
	{"shebang", 0, OPTION_CHOICE, AT(shebang), "C", "comment or code", class_choices, 0},
	{"prose", 0, OPTION_CHOICE, AT(prose), "C", "comment or code: Markdown, plain text", class_choices, 0},
	{"embedded", 0, OPTION_CHOICE, AT(embedded), "R", "own or host: whose rules embedded languages count by",
	 embedded_choices, 0},
	{"engine", 0, OPTION_CHOICE, AT(engine), "E",
	 "auto, syntax (all languages that have a plugin, no others) or lexical", engine_choices, 0},
	{"explain", 0, OPTION_TEXT, AT(explain), "FILE", "every line of FILE with its class, frame and reason", NULL,
	 0},
	{NULL, 0, OPTION_FLAG, 0, NULL, NULL, NULL, 0},
};

static const option_row run_rows[] = {
	{"jobs", 'j', OPTION_NUMBER, AT(jobs), "N",
	 "files counted, and folders listed, at a time; default: one a processor", NULL, 0},
	{"timeout", 0, OPTION_SECONDS, AT(timeout), "S",
	 "processor seconds a file, then it is counted lexically; 0: none", NULL, 0},
	{"memory", 0, OPTION_SIZE, AT(memory), "SIZE", "memory a worker may take; 0: any", NULL, 0},
	{"no-cache", 0, OPTION_FLAG, AT(no_cache), NULL, "neither use nor fill the cache of what former runs counted",
	 NULL, 0},
	{"cache-size", 0, OPTION_SIZE, AT(cache_size), "SIZE", "what the cache may take; default 1G", NULL, 0},
	{"progress", 0, OPTION_CHOICE, AT(progress), "WHEN", "auto (on a terminal), always or never", when_choices, 0},
	{"language-map", 0, OPTION_WORD, AT(language_maps), "FILE", "lay FILE over the language map", NULL, 0},
	{"plugin-dir", 0, OPTION_WORD, AT(plugin_dirs), "DIR", "look for plugins in DIR first", NULL, 0},
	{"config", 0, OPTION_TEXT, AT(config), "FILE", "read options from FILE, one a line", NULL, 0},
	{"languages", 'l', OPTION_FLAG, AT(list_languages), NULL, "list the languages", NULL, 0},
	{"match", 0, OPTION_TEXT, AT(match), "TEXT", "languages: only those with TEXT in a name, extension ...", NULL,
	 0},
	{"plugin", 0, OPTION_TEXT, AT(plugin), "NAME", "languages: only those that the plugin counts", NULL, 0},
	{"help", 'h', OPTION_FLAG, AT(help), NULL, "this text", NULL, 0},
	{"version", 'V', OPTION_FLAG, AT(version), NULL, "the version and the plugins' ABI", NULL, 0},
	{NULL, 0, OPTION_FLAG, 0, NULL, NULL, NULL, 0},
};

static const option_row plugin_rows[] = {
	{"grammar", 0, OPTION_TEXT, AT(grammar), "DIR", "plugins new: folder of a tree-sitter grammar", NULL, 0},
	{"into", 0, OPTION_TEXT, AT(into), "DIR", "plugins new, build: make or install it there", NULL, 0},
	{NULL, 0, OPTION_FLAG, 0, NULL, NULL, NULL, 0},
};

const option_section option_sections[] = {
	{"The report", report_rows}, {"Which files", file_rows},     {"How lines are counted", count_rows},
	{"How it runs", run_rows},   {"New languages", plugin_rows}, {NULL, NULL},
};
