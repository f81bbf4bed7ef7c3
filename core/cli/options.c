/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "cli/option_table.h"

#include <errno.h>
#include <getopt.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Values of getopt_long() above all letters: the number of the row. */
enum { FIRST_ROW = 256, ROWS_MAX = 128 };

void word_list_add(word_list *list, const char *word)
{
	memory_reserve(&list->items, &list->capacity, list->count + 2, sizeof(*list->items));
	list->items[list->count++] = word;
	list->items[list->count] = NULL;
}

bool word_list_has(const word_list *list, const char *word)
{
	for (size_t i = 0; i < list->count; i++) {
		if (strcasecmp(list->items[i], word) == 0)
			return true;
	}
	return false;
}

/* All rows in a line, so that a number finds one. */
static size_t list_rows(const option_row **out)
{
	size_t count = 0;
	for (const option_section *section = option_sections; section->title != NULL; section++) {
		for (const option_row *row = section->rows; row->name != NULL && count < ROWS_MAX; row++)
			out[count++] = row;
	}
	return count;
}

static bool takes_argument(const option_row *row)
{
	return row->kind != OPTION_FLAG && row->kind != OPTION_SET && row->kind != OPTION_FORMAT;
}

static int read_number(const option_row *row, const char *value, bool units, uint64_t *out, error *error)
{
	static const char suffixes[] = "KMGT";
	char *end = NULL;
	errno = 0;
	unsigned long long number = strtoull(value, &end, 10);
	const char *suffix = units && *end != '\0' ? strchr(suffixes, *end & ~0x20) : NULL;
	uint64_t shift = 0;
	if (suffix != NULL) {
		shift = 10 * (uint64_t)(suffix - suffixes + 1);
		end++;
		if (*end == 'B' || *end == 'b')
			end++;
	}
	if (value[0] >= '0' && value[0] <= '9' && *end == '\0' && (errno != 0 || number > UINT64_MAX >> shift))
		return error_set(error, "--%s: '%s' is too large", row->name, value);
	if (value[0] < '0' || value[0] > '9' || *end != '\0')
		return error_set(error, "--%s: '%s' is not a %s", row->name, value,
				 units ? "size (such as 500K or 2M)" : "number");
	*out = (uint64_t)number << shift;
	return 0;
}

static int read_measure(const option_row *row, const char *value, const char *unit, double *out, error *error)
{
	char *end = NULL;
	double number = strtod(value, &end);
	if (end == value || *end != '\0' || !isfinite(number) || number < 0)
		return error_set(error, "--%s: '%s' is not a number of %s", row->name, value, unit);
	*out = number;
	return 0;
}

static int read_choice(const option_row *row, const char *value, int *out, error *error)
{
	char known[256] = "";
	for (const option_choice *choice = row->choices; choice->word != NULL; choice++) {
		if (strcmp(choice->word, value) == 0) {
			*out = choice->value;
			return 0;
		}
		size_t len = strlen(known);
		snprintf(known + len, sizeof(known) - len, "%s%s", len > 0 ? ", " : "", choice->word);
	}
	return error_set(error, "--%s: '%s' is none of %s", row->name, value, known);
}

static void read_words(word_list *list, const char *value, arena *arena)
{
	char *copy = arena_copy_string(arena, value);
	char *rest = NULL;
	for (char *word = strtok_r(copy, ",", &rest); word != NULL; word = strtok_r(NULL, ",", &rest))
		word_list_add(list, word);
}

static int apply(cli_options *options, const option_row *row, const char *value, arena *arena, error *error)
{
	void *target = (char *)options + row->offset;
	switch (row->kind) {
	case OPTION_FLAG:
		*(bool *)target = true;
		return 0;
	case OPTION_SET:
		*(int *)target = row->value;
		return 0;
	case OPTION_FORMAT:
		*(const char **)target = row->name;
		return 0;
	case OPTION_TEXT:
		*(const char **)target = arena_copy_string(arena, value);
		return 0;
	case OPTION_CHOICE:
		return read_choice(row, value, target, error);
	case OPTION_WORDS:
		read_words(target, value, arena);
		return 0;
	case OPTION_WORD:
		word_list_add(target, arena_copy_string(arena, value));
		return 0;
	case OPTION_NUMBER:
		return read_number(row, value, false, target, error);
	case OPTION_SIZE:
		return read_number(row, value, true, target, error);
	case OPTION_SECONDS:
		return read_measure(row, value, "seconds", target, error);
	case OPTION_PIXELS:
		return read_measure(row, value, "pixels", target, error);
	}
	return 0;
}

/* getopt's own form of the table. */
static void translate(const option_row **rows, size_t count, struct option *longs, char *shorts)
{
	*shorts++ = ':'; /* a missing argument is told apart from an unknown option */
	for (size_t i = 0; i < count; i++) {
		int has_argument = takes_argument(rows[i]) ? required_argument : no_argument;
		longs[i] = (struct option){rows[i]->name, has_argument, NULL, FIRST_ROW + (int)i};
		if (rows[i]->letter == 0)
			continue;
		*shorts++ = (char)rows[i]->letter;
		if (has_argument == required_argument)
			*shorts++ = ':';
	}
	longs[count] = (struct option){NULL, 0, NULL, 0};
	*shorts = '\0';
}

static const option_row *find_row(const option_row **rows, size_t count, int code)
{
	if (code >= FIRST_ROW)
		return rows[code - FIRST_ROW];
	for (size_t i = 0; i < count; i++) {
		if (rows[i]->letter == code)
			return rows[i];
	}
	return NULL;
}

/* The long options that begin as the word does, "--a, --b", and how many they are; `exact` is the one it is in full. */
static size_t list_alike(const char *word, const struct option *longs, const char **exact, buffer *out)
{
	size_t count = 0, len = strcspn(word, "=");
	for (; longs->name != NULL; longs++) {
		if (strncmp(longs->name, word, len) != 0)
			continue;
		buffer_printf(out, "%s--%s", count++ > 0 ? ", " : "", longs->name);
		if (longs->name[len] == '\0')
			*exact = longs->name;
	}
	return count;
}

static int refuse(int code, const char *word, const struct option *longs, error *error)
{
	if (code == ':')
		return error_set(error, "option '%s' needs an argument; see --help", word);
	const char *exact = NULL;
	buffer alike = BUFFER_INIT;
	size_t count = strncmp(word, "--", 2) == 0 ? list_alike(word + 2, longs, &exact, &alike) : 0;
	if (count == 0)
		error_set(error, "unknown option '%s'; see --help", word);
	else if (exact != NULL)
		error_set(error, "option '%s': --%s takes no value", word, exact);
	else if (count == 1)
		error_set(error, "option '%s': %s takes no value", word, buffer_string(&alike));
	else
		error_set(error, "ambiguous option '%s': one of %s", word, buffer_string(&alike));
	buffer_finish(&alike);
	return -1;
}

int cli_options_parse(cli_options *options, int argc, char **argv, arena *arena, error *error)
{
	const option_row *rows[ROWS_MAX];
	size_t count = list_rows(rows);
	struct option longs[ROWS_MAX + 1];
	char shorts[2 * ROWS_MAX + 2];
	translate(rows, count, longs, shorts);

	opterr = 0;
	optind = 0; /* glibc: begin anew */
	for (;;) {
		int at = optind > 0 ? optind : 1;
		int code = getopt_long(argc, argv, shorts, longs, NULL);
		if (code == -1)
			break;
		if (code == '?' || code == ':')
			return refuse(code, argv[optind > at ? optind - 1 : at], longs, error);
		const option_row *row = find_row(rows, count, code);
		if (row == NULL || apply(options, row, optarg, arena, error) != 0)
			return -1;
	}
	for (int i = optind; i < argc; i++)
		word_list_add(&options->operands, argv[i]);
	return 0;
}

/* "--by file" and "--by=file" both; the value goes on to the line's end. */
static int read_line(cli_options *options, char *line, arena *arena, error *error)
{
	char *words[3] = {arena_copy_string(arena, "onflame"), line, NULL};
	int count = 2;
	size_t len = strcspn(line, " \t=");
	if (line[len] == ' ' || line[len] == '\t') {
		line[len] = '\0';
		words[count++] = line + len + 1 + strspn(line + len + 1, " \t");
	}
	char *argv[4] = {words[0], words[1], words[2], NULL};
	size_t operands = options->operands.count;
	if (cli_options_parse(options, count, argv, arena, error) != 0)
		return -1;
	if (options->operands.count != operands)
		return error_set(error, "'%s' is not an option", options->operands.items[operands]);
	return 0;
}

int cli_options_read(cli_options *options, const char *path, arena *arena, error *error)
{
	FILE *file = fopen(path, "re");
	if (file == NULL)
		return error_set_errno(error, "%s", path);
	char *line = NULL;
	size_t capacity = 0;
	int status = 0;
	for (size_t number = 1; status == 0 && getline(&line, &capacity, file) >= 0; number++) {
		line[strcspn(line, "\r\n")] = '\0';
		char *text = line + strspn(line, " \t");
		struct error why;
		if (*text == '\0' || *text == '#')
			continue;
		status = read_line(options, arena_copy_string(arena, text), arena, &why);
		if (status != 0)
			error_set(error, "%s:%zu: %s", path, number, why.message);
	}
	free(line);
	fclose(file);
	return status;
}

void cli_options_finish(cli_options *options)
{
	word_list *lists[] = {
		&options->exclude_dirs,  &options->excludes,      &options->include_exts,  &options->exclude_exts,
		&options->include_langs, &options->exclude_langs, &options->include_types, &options->exclude_types,
		&options->language_maps, &options->plugin_dirs,   &options->operands,
	};
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++)
		free(lists[i]->items);
}
