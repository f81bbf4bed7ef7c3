/* SPDX-License-Identifier: MIT */
/* JSON is read token by token, without recursion: of the values only those are kept that make a cell or tell a language. */
#include "notebook.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 1000 };

/* Where a value stands. */
enum place { OTHER, ROOT, CELLS, CELL, SOURCE, SHEETS, SHEET, METADATA, KERNEL, INFO, CELL_METADATA, CELL_EDITOR };

enum state { VALUE, FIRST_VALUE, KEY, FIRST_KEY, NEXT };

typedef struct level {
	uint8_t place;
	bool array;
} level;

typedef struct reader {
	notebook *out;
	const char *text;
	uint32_t at, len;
	enum state state;
	range key;
	cell cell;
	size_t depth;
	level levels[DEPTH_MAX];
} reader;

/* What an object or array is, by what it stands in and the key; "": an element. */
static const struct way {
	uint8_t from, to;
	const char *key;
} ways[] = {
	{ROOT, CELLS, "cells"},
	{CELLS, CELL, ""},
	{CELL, SOURCE, "source"},
	{CELL, SOURCE, "input"},
	{CELL, CELL_METADATA, "metadata"},
	{CELL_METADATA, CELL_EDITOR, "vscode"},
	{CELL_METADATA, CELL_EDITOR, "polyglot_notebook"},
	{CELL_METADATA, CELL_EDITOR, "dotnet_interactive"},
	{ROOT, SHEETS, "worksheets"},
	{SHEETS, SHEET, ""},
	{SHEET, CELLS, "cells"},
	{ROOT, METADATA, "metadata"},
	{METADATA, KERNEL, "kernelspec"},
	{METADATA, INFO, "language_info"},
};

bool notebook_grow(notebook *notebook, void **items, size_t *capacity, size_t count, size_t size)
{
	if (count < *capacity)
		return true;
	size_t more = *capacity == 0 ? 64 : *capacity * 2;
	void *larger = realloc(*items, more * size);
	if (larger == NULL) {
		notebook->why = "out of memory";
		return false;
	}
	*items = larger;
	*capacity = more;
	return true;
}

static bool is_text(const reader *r, range range, const char *text)
{
	size_t len = strlen(text);
	return range.end - range.start == len && memcmp(r->text + range.start, text, len) == 0;
}

static enum place place_of(const reader *r)
{
	return r->depth > 0 ? (enum place)r->levels[r->depth - 1].place : OTHER;
}

static void refuse(reader *r, const char *why)
{
	if (r->out->why == NULL)
		r->out->why = why;
}

static void open_level(reader *r, bool array)
{
	uint8_t place = r->depth == 0 && !array ? ROOT : OTHER;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]) && r->depth > 0; i++) {
		if (ways[i].from == place_of(r) && is_text(r, r->key, ways[i].key))
			place = ways[i].to;
	}
	if (r->depth == DEPTH_MAX) {
		refuse(r, "nested too deeply");
		return;
	}
	if (place == CELL)
		r->cell = (cell){.first = r->out->string_count};
	r->levels[r->depth++] = (level){place, array};
	r->key = (range){0, 0};
	r->state = array ? FIRST_VALUE : FIRST_KEY;
	r->at++;
}

static void add_cell(reader *r)
{
	notebook *out = r->out;
	void *items = out->cells;
	r->cell.count = out->string_count - r->cell.first;
	if (!notebook_grow(out, &items, &out->cell_capacity, out->cell_count, sizeof(*out->cells)))
		return;
	out->cells = items;
	out->cells[out->cell_count++] = r->cell;
}

static void close_level(reader *r)
{
	char mark = r->text[r->at];
	bool array = r->depth > 0 && r->levels[r->depth - 1].array;
	if (r->depth == 0 || mark != (array ? ']' : '}')) {
		refuse(r, "not JSON: a bracket too many");
		return;
	}
	if (place_of(r) == CELL)
		add_cell(r);
	r->depth--;
	r->state = NEXT;
	r->at++;
}

static void add_source(reader *r, range value)
{
	notebook *out = r->out;
	void *items = out->strings;
	if (!notebook_grow(out, &items, &out->string_capacity, out->string_count, sizeof(*out->strings)))
		return;
	out->strings = items;
	out->strings[out->string_count++] = value;
}

static void take_string(reader *r, range value)
{
	notebook *out = r->out;
	const struct {
		uint8_t place;
		const char *key;
		range *to;
	} known[] = {
		{CELL, "cell_type", &r->cell.type},           {CELL, "language", &r->cell.language},
		{CELL_METADATA, "format", &r->cell.language}, {CELL_METADATA, "raw_mimetype", &r->cell.language},
		{CELL_METADATA, "kernel", &r->cell.language}, {CELL_EDITOR, "languageId", &r->cell.language},
		{CELL_EDITOR, "language", &r->cell.language}, {CELL_EDITOR, "kernelName", &r->cell.language},
		{METADATA, "language", &out->language},       {KERNEL, "language", &out->kernel_language},
		{KERNEL, "name", &out->kernel_name},          {INFO, "name", &out->language_info},
	};
	enum place place = place_of(r);
	if (place == SOURCE || (place == CELL && (is_text(r, r->key, "source") || is_text(r, r->key, "input"))))
		add_source(r, value);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (known[i].place == place && is_text(r, r->key, known[i].key))
			*known[i].to = value;
	}
}

static range read_string(reader *r)
{
	range value = {r->at + 1, r->at + 1};
	while (value.end < r->len && r->text[value.end] != '"') {
		if (r->text[value.end] == '\n' || r->text[value.end] == '\r')
			break;
		value.end += r->text[value.end] == '\\' ? 2 : 1;
	}
	if (value.end >= r->len || r->text[value.end] != '"') {
		refuse(r, "not JSON: a string is not closed");
		return (range){0, 0};
	}
	r->at = value.end + 1;
	return value;
}

/* Numbers and names, Python's NaN among them. */
static void skip_literal(reader *r)
{
	uint32_t start = r->at;
	while (r->at < r->len && r->text[r->at] != '\0' &&
	       strchr("+-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", r->text[r->at]) != NULL)
		r->at++;
	if (r->at == start)
		refuse(r, "not JSON: no value where one is due");
}

static void read_value(reader *r)
{
	char c = r->text[r->at];
	if (c == ']' && r->state == FIRST_VALUE) {
		close_level(r);
		return;
	}
	if (c == '{' || c == '[') {
		open_level(r, c == '[');
		return;
	}
	if (c == '"') {
		range value = read_string(r);
		if (r->out->why == NULL)
			take_string(r, value);
	} else {
		skip_literal(r);
	}
	r->state = NEXT;
}

static void skip_space(reader *r)
{
	while (r->at < r->len && (r->text[r->at] == ' ' || (r->text[r->at] >= '\t' && r->text[r->at] <= '\r')))
		r->at++;
}

static void read_key(reader *r)
{
	if (r->text[r->at] == '}' && r->state == FIRST_KEY) {
		close_level(r);
		return;
	}
	if (r->text[r->at] != '"') {
		refuse(r, "not JSON: no key where one is due");
		return;
	}
	r->key = read_string(r);
	skip_space(r);
	if (r->at == r->len || r->text[r->at] != ':')
		refuse(r, "not JSON: no ':' behind a key");
	r->at++;
	r->state = VALUE;
}

static void read_next(reader *r)
{
	if (r->text[r->at] != ',' || r->depth == 0) {
		close_level(r);
		return;
	}
	bool array = r->levels[r->depth - 1].array;
	r->key = (range){0, 0};
	r->state = array ? VALUE : KEY;
	r->at++;
}

void notebook_read(notebook *notebook, const char *text, uint32_t len)
{
	*notebook = (struct notebook){.text = text, .len = len};
	reader r;
	memset(&r, 0, offsetof(reader, levels));
	r.out = notebook;
	r.text = text;
	r.len = len;
	skip_space(&r);
	if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
		r.at = 3;
	bool empty = r.at == len;
	for (skip_space(&r); r.at < len && notebook->why == NULL; skip_space(&r)) {
		if (r.state == KEY || r.state == FIRST_KEY)
			read_key(&r);
		else if (r.state == NEXT)
			read_next(&r);
		else
			read_value(&r);
	}
	if (!empty && (r.depth > 0 || r.state != NEXT))
		refuse(&r, "not JSON: it ends too early");
}

void notebook_finish(notebook *notebook)
{
	free(notebook->strings);
	free(notebook->cells);
}
