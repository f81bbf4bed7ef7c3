/* SPDX-License-Identifier: MIT */
/*
 * Makes a tree of files that no counter likes: make_hostile CASES_FOLDER TARGET
 * The inputs of the language cases cut off at every 97th byte; and for each extension random bytes, soups of marks, deep brackets,
 * one line of a megabyte, NULs, odd encodings, strings and comments that never end. The same files each time.
 */
#include "base/buffer.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { STEP = 97, DEEP = 3000, LONG_LINE = 1 << 20, SOUP = 6000 };

static const char *const extensions[] = {
	"go", "c",     "h",    "cpp",  "py",   "js",  "jsx",  "ts", "tsx", "rs",  "java", "cs",  "rb",   "php", "sh",
	"kt", "swift", "json", "yaml", "toml", "css", "html", "md", "mk",  "lua", "sql",  "vue", "scss", "pl",  "hs",
};

/* What languages are made of, in no order. */
static const char *const marks[] = {
	"{",
	"}",
	"(",
	")",
	"[",
	"]",
	"<",
	">",
	"\"",
	"'",
	"`",
	"\"\"\"",
	"'''",
	"/*",
	"*/",
	"//",
	"#",
	"--",
	"<!--",
	"-->",
	"<script>",
	"</script>",
	"<style>",
	"</style>",
	"<?php",
	"?>",
	"```\n",
	"```js\n",
	"=begin\n",
	"=end\n",
	"<<EOF\n",
	"EOF\n",
	"\n",
	"\n\n",
	"\r",
	"\t",
	" ",
	"\\",
	"\\\n",
	"${",
	"#{",
	"function f",
	"def f",
	"class A",
	"fn f",
	"func f",
	"if",
	"else",
	"end",
	"=>",
	"->",
	"&&",
	"||",
	"@",
	":",
	";",
	",",
	"x",
	"1",
	"=",
	"\xC3\xA4",
	"\xE4\xB8",
	"\xFF",
	"\xE2\x80\xAE",
	"\x1b[31m",
	"\f",
	"r#\"",
	"%w(",
	"- a\n",
	"a: |\n",
	"#if X\n",
	"#endif\n",
	"namespace a;\n",
	"\"#",
	"$((",
	"*:",
};

static uint32_t seed = 20240229;

static uint32_t draw(uint32_t below)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % below;
}

static _Noreturn void give_up(const char *what, const char *where)
{
	fprintf(stderr, "make_hostile: %s: %s: %s\n", what, where, strerror(errno));
	exit(2);
}

static void make_folder(const char *path)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		give_up("cannot make", path);
}

static void write_file(const char *folder, const char *name, const char *bytes, size_t len)
{
	buffer path = BUFFER_INIT;
	buffer_printf(&path, "%s/%s", folder, name);
	FILE *file = fopen(path.data, "wb");
	if (file == NULL || fwrite(bytes, 1, len, file) != len || fclose(file) != 0)
		give_up("cannot write", path.data);
	buffer_finish(&path);
}

static void read_file(const char *path, buffer *out)
{
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		give_up("cannot read", path);
	buffer_clear(out);
	for (size_t got = 1; got > 0;) {
		buffer_reserve(out, 65536);
		got = fread(out->data + out->len, 1, 65536, file);
		buffer_truncate(out, out->len + got);
	}
	fclose(file);
}

/* The input of one case, cut off again and again: "LANGUAGE.CASE/97/input.go" keeps the name that tells the language. */
static void cut_case(const char *folder, const char *input, const char *target)
{
	buffer path = BUFFER_INIT, bytes = BUFFER_INIT;
	buffer_printf(&path, "%s/%s", folder, input);
	read_file(path.data, &bytes);
	make_folder(target);
	for (size_t len = STEP; len < bytes.len; len += STEP) {
		buffer_clear(&path);
		buffer_printf(&path, "%s/%zu", target, len);
		make_folder(path.data);
		write_file(path.data, input, bytes.data, len);
	}
	buffer_finish(&bytes);
	buffer_finish(&path);
}

/* Calls `take` for each name in a folder, hidden ones aside. */
static void list(const char *folder, void (*take)(const char *path, const char *name, const char *target),
		 const char *target)
{
	DIR *listing = opendir(folder);
	if (listing == NULL)
		give_up("cannot read", folder);
	for (struct dirent *at = readdir(listing); at != NULL; at = readdir(listing)) {
		if (at->d_name[0] != '.')
			take(folder, at->d_name, target);
	}
	closedir(listing);
}

static void take_input(const char *folder, const char *name, const char *target)
{
	if (strcmp(name, "expected") != 0)
		cut_case(folder, name, target);
}

static void take_below(const char *folder, const char *name, const char *target,
		       void (*take)(const char *, const char *, const char *))
{
	struct stat status;
	buffer below = BUFFER_INIT, deeper = BUFFER_INIT;
	buffer_printf(&below, "%s/%s", folder, name);
	buffer_printf(&deeper, "%s.%s", target, name);
	if (stat(below.data, &status) == 0 && S_ISDIR(status.st_mode))
		list(below.data, take, deeper.data);
	buffer_finish(&below);
	buffer_finish(&deeper);
}

static void take_case(const char *folder, const char *name, const char *target)
{
	take_below(folder, name, target, take_input);
}

static void take_language(const char *folder, const char *name, const char *target)
{
	take_below(folder, name, target, take_case);
}

static void add_random(buffer *out, bool text)
{
	for (int i = 0; i < SOUP; i++)
		buffer_add_char(out, (char)(text ? 32 + draw(95) : 1 + draw(255)));
}

static void add_soup(buffer *out)
{
	while (out->len < SOUP)
		buffer_add_string(out, marks[draw(sizeof(marks) / sizeof(marks[0]))]);
}

static void add_repeated(buffer *out, const char *what, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buffer_add_string(out, what);
}

/* Every byte a unit of two or four. */
static void widen(buffer *out, size_t unit, bool big)
{
	buffer narrow = *out;
	*out = (buffer)BUFFER_INIT;
	const char *mark = unit == 4 ? (big ? "\0\0\xFE\xFF" : "\xFF\xFE\0\0") : big ? "\xFE\xFF" : "\xFF\xFE";
	buffer_add(out, mark, unit);
	for (size_t i = 0; i < narrow.len; i++) {
		for (size_t j = 0; j < unit; j++)
			buffer_add_char(out, j == (big ? unit - 1 : 0) ? narrow.data[i] : '\0');
	}
	buffer_add_char(out, 'x'); /* half a unit */
	buffer_finish(&narrow);
}

typedef struct shape {
	const char *name, *head, *repeated;
	size_t times;
} shape;

static const shape shapes[] = {
	{"empty", "", "", 0},
	{"one", "x", "", 0},
	{"feeds", "", "\n", 5000},
	{"returns", "x", "\r", 5000},
	{"mixed", "", "x\r\ny\rz\n\n", 500},
	{"spaces", "", " ", 5000},
	{"mark", "\xEF\xBB\xBF", "", 0},
	{"marks", "", "\xEF\xBB\xBF", 100},
	{"braces", "", "{", DEEP},
	{"parentheses", "x = ", "(", DEEP},
	{"brackets", "x = ", "[", DEEP},
	{"closing", "", "})]", DEEP},
	{"functions", "", "function f() {\n", 300},
	{"lambdas", "", "(() => ", 300},
	{"classes", "", "class A {\n", 300},
	{"definitions", "", "def f():\n", 300},
	{"tags", "", "<div>", DEEP},
	{"quotes", "", "> ", DEEP},
	{"operators", "x = 1", " && 1", 3000},
	{"else", "", "if (x) {} else ", 500},
	{"quote", "x = \"", "a\n", 500},
	{"apostrophe", "x = '", "a\n\n", 500},
	{"comment", "/* ", "a\n\n", 500},
	{"backslash", "", "\\\n", 500},
	{"heredoc", "cat <<A <<B <<C\n", "\n", 500},
	{"fences", "", "```js\nf(\n```\n", 200},
	{"scripts", "", "<script>f(</script>", 200},
	{"php", "", "<?php { ?> x\n", 200},
};

static void make_shapes(const char *target, const char *extension)
{
	buffer name = BUFFER_INIT, bytes = BUFFER_INIT;
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		buffer_clear(&name);
		buffer_clear(&bytes);
		buffer_printf(&name, "%s.%s", shapes[i].name, extension);
		buffer_add_string(&bytes, shapes[i].head);
		add_repeated(&bytes, shapes[i].repeated, shapes[i].times);
		write_file(target, name.data, buffer_string(&bytes), bytes.len);
	}
	buffer_finish(&name);
	buffer_finish(&bytes);
}

static void make_odd(const char *target, const char *extension)
{
	static const char *const names[] = {"random",  "text",    "soup", "soup2",      "soup3", "utf16le",
					    "utf16be", "utf32le", "word", "statements", "nul",   "late-nul"};
	buffer name = BUFFER_INIT, bytes = BUFFER_INIT;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		buffer_clear(&name);
		buffer_clear(&bytes);
		buffer_printf(&name, "%s.%s", names[i], extension);
		if (i < 2)
			add_random(&bytes, i == 1);
		else if (strcmp(names[i], "word") == 0)
			add_repeated(&bytes, "a", LONG_LINE);
		else if (strcmp(names[i], "statements") == 0)
			add_repeated(&bytes, "a=1;", LONG_LINE / 16);
		else
			add_soup(&bytes);
		if (strncmp(names[i], "utf", 3) == 0)
			widen(&bytes, names[i][3] == '3' ? 4 : 2, strstr(names[i], "be") != NULL);
		if (strcmp(names[i], "late-nul") == 0)
			add_repeated(&bytes, "x\n", 4000); /* behind what is looked at for NULs */
		if (strstr(names[i], "nul") != NULL)
			buffer_add(&bytes, "a\0b\n", 4);
		write_file(target, name.data, bytes.data, bytes.len);
	}
	buffer_finish(&name);
	buffer_finish(&bytes);
}

int main(int argc, char **argv)
{
	if (argc != 3)
		give_up("usage", "make_hostile CASES_FOLDER TARGET");
	buffer target = BUFFER_INIT;
	make_folder(argv[2]);
	buffer_printf(&target, "%s/cut", argv[2]);
	list(argv[1], take_language, target.data);
	for (size_t i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++) {
		buffer_clear(&target);
		buffer_printf(&target, "%s/%s", argv[2], extensions[i]);
		make_folder(target.data);
		make_shapes(target.data, extensions[i]);
		make_odd(target.data, extensions[i]);
	}
	buffer_finish(&target);
	return 0;
}
