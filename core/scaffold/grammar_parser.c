/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/memory.h"
#include "scaffold/file.h"
#include "scaffold/grammar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

/* Strings of a table in C, ordered. */
typedef struct name_set {
	const char **items;
	size_t count, capacity;
} name_set;

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* All plain strings within the initializer of `table`; nothing if the source has no such table. */
static void read_table(const char *source, const char *table, name_set *out, arena *arena)
{
	const char *at = strstr(source, table);
	const char *end = at != NULL ? strstr(at, "\n};") : NULL;
	while (at != NULL && at < end) {
		const char *open = memchr(at, '"', (size_t)(end - at));
		if (open == NULL)
			break;
		const char *close = open + 1;
		while (close < end && *close != '"')
			close += *close == '\\' ? 2 : 1;
		if (close >= end)
			break;
		memory_reserve(&out->items, &out->capacity, out->count + 1, sizeof(*out->items));
		out->items[out->count++] = arena_copy(arena, open + 1, (size_t)(close - open - 1));
		at = close + 1;
	}
	if (out->count > 0)
		qsort(out->items, out->count, sizeof(*out->items), compare_strings);
}

static bool has(const name_set *set, const char *name)
{
	return set->count == 0 || bsearch(&name, set->items, set->count, sizeof(name), compare_strings) != NULL;
}

static void drop_fields(node_type *type, const name_set *fields, arena *arena)
{
	node_field *kept = arena_zero(arena, type->field_count + 1, sizeof(*kept));
	size_t count = 0;
	for (size_t i = 0; i < type->field_count; i++) {
		if (has(fields, type->fields[i].name))
			kept[count++] = type->fields[i];
	}
	type->fields = kept;
	type->field_count = count;
}

/* node-types.json may be older than the parser beside it. */
static void drop_strangers(node_types *types, const char *source, arena *arena)
{
	name_set symbols = {0}, fields = {0};
	read_table(source, "ts_symbol_names[] = {", &symbols, arena);
	read_table(source, "ts_field_names[] = {", &fields, arena);
	size_t kept = 0;
	for (size_t i = 0; i < types->count; i++) {
		node_type *type = &types->items[i];
		if (type->named && !type->supertype && !has(&symbols, type->name))
			continue;
		drop_fields(type, &fields, arena);
		types->items[kept++] = *type;
	}
	types->count = kept;
	free(symbols.items);
	free(fields.items);
}

/* The function that gives the grammar: "const TSLanguage *tree_sitter_x(void)". */
static const char *find_function(const char *source, arena *arena)
{
	static const char before[] = "const TSLanguage *";
	static const char prefix[] = "tree_sitter_";
	for (const char *at = strstr(source, before); at != NULL; at = strstr(at, before)) {
		at += sizeof(before) - 1;
		size_t len = strspn(at, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
		if (strncmp(at, prefix, sizeof(prefix) - 1) == 0 && at[len] == '(')
			return arena_copy(arena, at, len);
	}
	return NULL;
}

static int check_abi(grammar *grammar, const char *source, error *error)
{
	static const char define[] = "#define LANGUAGE_VERSION ";
	const char *at = strstr(source, define);
	grammar->abi = at != NULL ? (uint32_t)strtoul(at + sizeof(define) - 1, NULL, 10) : 0;
	if (grammar->abi < TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION || grammar->abi > TREE_SITTER_LANGUAGE_VERSION)
		return error_set(error,
				 "%s/parser.c: grammar of tree-sitter ABI %u, but %d to %d are known; generate it "
				 "anew with: tree-sitter generate",
				 grammar->source, grammar->abi, TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION,
				 TREE_SITTER_LANGUAGE_VERSION);
	return 0;
}

int grammar_read_parser(grammar *grammar, arena *arena, error *error)
{
	const char *path = arena_printf(arena, "%s/parser.c", grammar->source);
	buffer content = BUFFER_INIT;
	int status = file_read(path, FILE_SIZE_MAX, &content, error);
	const char *source = buffer_string(&content);
	if (status == 0)
		status = check_abi(grammar, source, error);
	if (status == 0) {
		grammar->function = find_function(source, arena);
		if (grammar->function == NULL)
			status = error_set(error, "%s: no function tree_sitter_...(): not made by tree-sitter", path);
	}
	if (status == 0)
		drop_strangers(&grammar->types, source, arena);
	buffer_finish(&content);
	return status;
}
