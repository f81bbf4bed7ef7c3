/* SPDX-License-Identifier: MIT */
/*
 * Jupyter notebooks: a cell is a text in the language of the kernel, in one that the cell names, or in Markdown. Its lines are
 * strings of the JSON around it, quotes and escapes and commas aside; all else, outputs too, is the notebook's own.
 */
#include "kernel.h"

#include <onflame/plugin.h>

#include <stdlib.h>
#include <string.h>

/*
 * A cell is no module: but for the first one, a string that it begins with documents nothing. A statement in front, which stands
 * for nothing in the file, says so.
 */
static const char FRONT[] = "0\n";

enum { FRONT_LEN = sizeof(FRONT) - 1 };

/* The text of a cell, behind FRONT, and the strings that it is made of. */
typedef struct page {
	const onflame_host *host;
	notebook *notebook;
	char *text;
	uint32_t len;
	size_t capacity;
	onflame_piece *pieces;
	size_t piece_count, piece_capacity;
	bool told; /* of a cell in Python */
} page;

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The number of \uXXXX, -1: it is none. `at` is at the backslash. */
static int32_t read_unit(const char *at, const char *end)
{
	int32_t unit = 0;
	if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++) {
		int digit = hex_value(at[i]);
		if (digit < 0)
			return -1;
		unit = unit * 16 + digit;
	}
	return unit;
}

/* Never more bytes than the escape has. */
static char *put_character(char *to, int32_t code)
{
	if (code < 0x80) {
		*to++ = code == 0 ? ' ' : (char)code;
		return to;
	}
	if (code < 0x800) {
		*to++ = (char)(0xC0 | code >> 6);
	} else if (code < 0x10000) {
		*to++ = (char)(0xE0 | code >> 12);
		*to++ = (char)(0x80 | (code >> 6 & 0x3F));
	} else {
		*to++ = (char)(0xF0 | code >> 18);
		*to++ = (char)(0x80 | (code >> 12 & 0x3F));
		*to++ = (char)(0x80 | (code >> 6 & 0x3F));
	}
	*to++ = (char)(0x80 | (code & 0x3F));
	return to;
}

static const char *read_escape(const char *at, const char *end, char **to)
{
	static const char marks[] = "nrtbf";
	static const char meant[] = "\n\r\t\b\f";
	int32_t unit = read_unit(at, end);
	if (unit >= 0) {
		int32_t low = unit >= 0xD800 && unit < 0xDC00 ? read_unit(at + 6, end) : -1;
		bool pair = low >= 0xDC00 && low < 0xE000;
		if (pair)
			unit = 0x10000 + (unit - 0xD800) * 0x400 + (low - 0xDC00);
		else if (unit >= 0xD800 && unit < 0xE000)
			unit = 0xFFFD;
		*to = put_character(*to, unit);
		return at + (pair ? 12 : 6);
	}
	const char *mark = end - at >= 2 && at[1] != '\0' ? strchr(marks, at[1]) : NULL;
	*(*to)++ = mark != NULL ? meant[mark - marks] : end - at >= 2 ? at[1] : ' ';
	return end - at >= 2 ? at + 2 : end;
}

static char *decode(const char *at, const char *end, char *to)
{
	while (at < end) {
		if (*at == '\\')
			at = read_escape(at, end, &to);
		else
			*to++ = *at++;
	}
	return to;
}

/* Behind the comma that follows the string on its line, if one does. */
static uint32_t behind_comma(const notebook *notebook, uint32_t at)
{
	uint32_t end = at;
	while (end < notebook->len && (notebook->text[end] == ' ' || notebook->text[end] == '\t'))
		end++;
	return end < notebook->len && notebook->text[end] == ',' ? end + 1 : at;
}

/* Makes room for a piece, and for a text of so many bytes. */
static bool reserve(page *page, size_t more)
{
	void *items = page->pieces;
	if (!notebook_grow(page->notebook, &items, &page->piece_capacity, page->piece_count, sizeof(*page->pieces)))
		return false;
	page->pieces = items;
	while (page->capacity < page->len + more) {
		items = page->text;
		if (!notebook_grow(page->notebook, &items, &page->capacity, page->capacity, 1))
			return false;
		page->text = items;
	}
	return true;
}

static bool add_string(page *page, range string)
{
	const notebook *notebook = page->notebook;
	if (!reserve(page, string.end - string.start))
		return false;
	page->pieces[page->piece_count++] =
		(onflame_piece){page->len, string.start - 1, behind_comma(notebook, string.end + 1)};
	const char *end = decode(notebook->text + string.start, notebook->text + string.end, page->text + page->len);
	page->len = (uint32_t)(end - page->text);
	return true;
}

static bool read_page(page *page, const cell *cell)
{
	const range *strings = page->notebook->strings + cell->first;
	page->len = 0;
	page->piece_count = 0;
	if (!reserve(page, FRONT_LEN))
		return false;
	memcpy(page->text, FRONT, FRONT_LEN);
	page->len = FRONT_LEN;
	page->pieces[page->piece_count++] = (onflame_piece){0, strings->start - 1, strings->start - 1};
	for (size_t i = 0; i < cell->count; i++) {
		if (!add_string(page, strings[i]))
			return false;
	}
	return true;
}

/* Tells of [start, end) of the page; a string may be cut there, and pieces are changed. */
static int tell(page *page, uint32_t start, uint32_t end, const tongue *tongue)
{
	size_t first = 0;
	while (first + 1 < page->piece_count && page->pieces[first + 1].at <= start)
		first++;
	size_t last = first;
	while (last + 1 < page->piece_count && page->pieces[last + 1].at < end)
		last++;
	if (start >= end)
		return 0;
	onflame_piece *pieces = page->pieces + first;
	uint32_t whole_end = page->pieces[last].end;
	if (end < page->len && (last + 1 == page->piece_count || page->pieces[last + 1].at > end))
		page->pieces[last].end = page->pieces[last].start + (end - page->pieces[last].at);
	if (start > pieces->at) {
		pieces->start += start - pieces->at;
		pieces->at = start;
	}
	for (size_t i = first; i <= last; i++)
		page->pieces[i].at -= start;
	int status = page->host->emit_text(page->host, &(onflame_text){
							       .size = sizeof(onflame_text),
							       .len = end - start,
							       .piece_count = (uint32_t)(last - first + 1),
							       .name_len = tongue->tag_len,
							       .text = page->text + start,
							       .pieces = pieces,
							       .name = tongue->tag,
							       .label = tongue->label,
						       });
	for (size_t i = first; i <= last; i++)
		page->pieces[i].at += start;
	page->pieces[last].end = whole_end;
	return status;
}

/* Python as IPython has it. */
static int tell_python(page *page, uint32_t end, const tongue *tongue)
{
	kernel_hide_magics(page->text + FRONT_LEN, end - FRONT_LEN);
	uint32_t start = page->told ? 0 : FRONT_LEN;
	page->told = true;
	return tell(page, start, end, tongue);
}

static int tell_cell(page *page, const tongue *tongue)
{
	if (!tongue_is(tongue, "Python"))
		return tell(page, FRONT_LEN, page->len, tongue);
	struct tongue other;
	uint32_t magic = kernel_cell_magic(page->text + FRONT_LEN, page->len - FRONT_LEN, &other);
	if (magic == 0)
		return tell_python(page, page->len, tongue);
	uint32_t next = FRONT_LEN + magic;
	next += next < page->len;
	int status = tell_python(page, next, tongue);
	return status != 0 ? status : tell(page, next, page->len, &other);
}

static int tell_all(page *page)
{
	const notebook *notebook = page->notebook;
	tongue kernel = kernel_tongue(notebook);
	int status = 0;
	for (size_t i = 0; i < notebook->cell_count && status == 0; i++) {
		tongue tongue;
		const cell *cell = &notebook->cells[i];
		if (cell->count == 0 || !kernel_cell_tongue(notebook, cell, &kernel, &tongue))
			continue;
		if (!read_page(page, cell))
			return page->host->fail(page->host, notebook->why);
		if (page->len > FRONT_LEN)
			status = tell_cell(page, &tongue);
	}
	return status;
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	if (host->size < sizeof(*host))
		return host->fail(host, "the program is older than this plugin");
	notebook notebook;
	notebook_read(&notebook, text, len);
	page page = {.host = host, .notebook = &notebook};
	int status = notebook.why != NULL ? host->fail(host, notebook.why) : tell_all(&page);
	free(page.text);
	free(page.pieces);
	notebook_finish(&notebook);
	return status;
}

static const onflame_language jupyter = {.name = "Jupyter Notebook", .scan = scan};
static const onflame_language *const languages[] = {&jupyter, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "jupyter", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
