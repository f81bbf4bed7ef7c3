/* SPDX-License-Identifier: MIT */
#include "kernel.h"

#include <string.h>

/* Part of a text. */
typedef struct word {
	const char *text;
	uint32_t len;
} word;

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_like(word word, const char *text)
{
	if (word.len != strlen(text))
		return false;
	for (uint32_t i = 0; i < word.len; i++) {
		if (lower(word.text[i]) != text[i])
			return false;
	}
	return true;
}

/* Names of kernels, magics and formats that the map does not have. */
static const struct alias {
	const char *word, *label;
} aliases[] = {
	{"ir", "R"},
	{"python2", "Python"},
	{"python3", "Python"},
	{"ipython", "Python"},
	{"ipython2", "Python"},
	{"ipython3", "Python"},
	{"pypy", "Python"},
	{"sage", "Python"},
	{"sagemath", "Python"},
	{"pyspark", "Python"},
	{"cython", "Cython"},
	{"xcpp", "C++"},
	{"c++11", "C++"},
	{"c++14", "C++"},
	{"c++17", "C++"},
	{"c++20", "C++"},
	{"cpp", "C++"},
	{"cu", "CUDA"},
	{"cuda", "CUDA"},
	{"ijavascript", "JavaScript"},
	{"gophernotes", "Go"},
	{"octave", "MATLAB"},
	{"bash", "Shell"},
	{"sh", "Shell"},
	{"zsh", "Shell"},
	{"system", "Shell"},
	{"sx", "Shell"},
	{"!", "Shell"},
	{"cmd", "Batchfile"},
	{"pwsh", "PowerShell"},
	{"latex", "TeX"},
	{"bigquery", "SQL"},
	{"kql", "Kusto"},
	{"text/html", "HTML"},
	{"text/latex", "TeX"},
	{"text/markdown", "Markdown"},
	{"text/restructuredtext", "reStructuredText"},
	{"text/asciidoc", "AsciiDoc"},
	{"text/x-python", "Python"},
};

static tongue tongue_of(word word)
{
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++) {
		if (is_like(word, aliases[i].word))
			return (tongue){.label = aliases[i].label};
	}
	return (tongue){.tag = word.text, .tag_len = word.len};
}

bool tongue_is(const tongue *tongue, const char *label)
{
	if (tongue->label != NULL)
		return strcmp(tongue->label, label) == 0;
	if (tongue->tag_len != strlen(label))
		return false;
	for (uint32_t i = 0; i < tongue->tag_len; i++) {
		if (lower(tongue->tag[i]) != lower(label[i]))
			return false;
	}
	return true;
}

static word word_of(const notebook *notebook, range range)
{
	return (word){notebook->text + range.start, range.end - range.start};
}

/* "julia-1.9" is called julia. */
static word without_version(word name)
{
	while (name.len > 0 && strchr("0123456789.-_", name.text[name.len - 1]) != NULL)
		name.len--;
	return name;
}

tongue kernel_tongue(const notebook *notebook)
{
	const range told[] = {notebook->language_info, notebook->kernel_language, notebook->language};
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
		if (told[i].start < told[i].end)
			return tongue_of(word_of(notebook, told[i]));
	}
	word name = without_version(word_of(notebook, notebook->kernel_name));
	return name.len > 0 ? tongue_of(name) : (tongue){.label = "Python"};
}

bool kernel_cell_tongue(const notebook *notebook, const cell *cell, const tongue *kernel, tongue *out)
{
	word type = word_of(notebook, cell->type);
	word own = word_of(notebook, cell->language);
	if (is_like(type, "code"))
		*out = own.len > 0 ? tongue_of(own) : *kernel;
	else if (is_like(type, "raw"))
		*out = own.len > 0 ? tongue_of(own) : (tongue){.label = "Text"};
	else if (is_like(type, "markdown") || is_like(type, "heading"))
		*out = (tongue){.label = "Markdown"};
	else
		return false;
	return true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

static uint32_t skip_blanks(const char *text, uint32_t at, uint32_t len)
{
	while (at < len && is_blank(text[at]))
		at++;
	return at;
}

static uint32_t line_end(const char *text, uint32_t at, uint32_t len)
{
	const char *feed = at < len ? memchr(text + at, '\n', len - at) : NULL;
	return feed != NULL ? (uint32_t)(feed - text) : len;
}

static word next_word(const char *text, uint32_t *at, uint32_t end)
{
	*at = skip_blanks(text, *at, end);
	uint32_t start = *at;
	while (*at < end && !is_blank(text[*at]))
		(*at)++;
	return (word){text + start, *at - start};
}

/* Magics that are followed by what another program reads: of other magics, %%time, the kernel does. */
static const char *const foreign[] = {
	"bash",    "sh",      "zsh",      "system", "sx",         "!",          "cmd",   "pwsh",     "powershell",
	"html",    "svg",     "css",      "js",     "javascript", "typescript", "latex", "markdown", "perl",
	"ruby",    "sql",     "bigquery", "r",      "julia",      "cython",     "pypy",  "python",   "python2",
	"python3", "cu",      "cuda",     "cpp",    "c++",        "rust",       "go",    "lua",      "kql",
	"scala",   "fortran", "mermaid",  "yaml",   "json",
};

/* What follows the last such character; all where there is none. */
static word behind_last(word word, char mark)
{
	uint32_t at = word.len;
	while (at > 0 && word.text[at - 1] != mark)
		at--;
	return (struct word){word.text + at, word.len - at};
}

/* What the file that a cell is written to holds, by its ending. */
static word ending_of(word name)
{
	word ending = behind_last(name, '.');
	return ending.len < name.len ? ending : (word){"text", 4};
}

uint32_t kernel_cell_magic(const char *text, uint32_t len, tongue *out)
{
	uint32_t at = 0;
	while (at < len && (is_blank(text[at]) || text[at] == '\n'))
		at++;
	uint32_t end = line_end(text, at, len);
	if (end - at < 3 || memcmp(text + at, "%%", 2) != 0)
		return 0;
	at += 2;
	word magic = next_word(text, &at, end);
	if (is_like(magic, "script")) {
		word program = behind_last(next_word(text, &at, end), '/');
		*out = tongue_of(program);
		return end;
	}
	if (is_like(magic, "writefile") || is_like(magic, "file")) {
		word name = next_word(text, &at, end);
		while (name.len > 0 && name.text[0] == '-')
			name = next_word(text, &at, end);
		*out = tongue_of(ending_of(name));
		return end;
	}
	for (size_t i = 0; i < sizeof(foreign) / sizeof(foreign[0]); i++) {
		if (is_like(magic, foreign[i])) {
			*out = tongue_of(magic);
			return end;
		}
	}
	return 0;
}

/* A name from `at` to where the line ends that no backslash carries on; returns that end. */
static uint32_t hide(char *text, uint32_t at, uint32_t len)
{
	uint32_t end = line_end(text, at, len);
	while (end < len && end > at && text[end - 1] == '\\')
		end = line_end(text, end + 1, len);
	for (uint32_t i = at; i < end; i++) {
		if (text[i] != '\n') {
			text[i] = '_';
		} else if (i > at + 2) {
			text[i - 1] = '\\';
			text[i - 2] = ',';
		}
	}
	return end;
}

/* Behind the string that the quote at `at` opens; one of a single line ends there. */
static uint32_t skip_string(const char *text, uint32_t at, uint32_t len)
{
	char quote = text[at];
	bool triple = len - at >= 3 && text[at + 1] == quote && text[at + 2] == quote;
	for (at += triple ? 3 : 1; at < len; at++) {
		if (text[at] == '\\')
			at++;
		else if (triple ? len - at >= 3 && text[at] == quote && text[at + 1] == quote && text[at + 2] == quote
				: text[at] == quote)
			return at + (triple ? 3 : 1);
		else if (!triple && text[at] == '\n')
			return at;
	}
	return len;
}

/* Whether what follows `=` is a command: files = !ls, t = %timeit f(). */
static bool is_command(const char *text, uint32_t at, uint32_t len)
{
	return at < len && (text[at] == '%' || (text[at] == '!' && (at + 1 == len || text[at + 1] != '=')));
}

static uint32_t hide_statement(char *text, uint32_t at, uint32_t len)
{
	at = skip_blanks(text, at, len);
	bool asks = at < len && text[at] == '?';
	return asks || is_command(text, at, len) ? hide(text, at, len) : at;
}

void kernel_hide_magics(char *text, uint32_t len)
{
	uint32_t depth = 0;
	uint32_t at = hide_statement(text, 0, len);
	while (at < len) {
		char c = text[at];
		if (c == '"' || c == '\'') {
			at = skip_string(text, at, len);
			continue;
		}
		if (c == '#') {
			at = line_end(text, at, len);
			continue;
		}
		if (strchr("([{", c) != NULL && c != '\0')
			depth++;
		else if (strchr(")]}", c) != NULL && c != '\0' && depth > 0)
			depth--;
		at++;
		if (depth > 0)
			continue;
		if (c == '\n') {
			at = hide_statement(text, at, len);
		} else if (c == '?') {
			text[at - 1] = '_'; /* Python has none: name? shows the help */
		} else if (c == '=' && at >= 2 && strchr("=!<>", text[at - 2]) == NULL) {
			uint32_t right = skip_blanks(text, at, len);
			if (is_command(text, right, len))
				at = hide(text, right, len);
		}
	}
}
