/* SPDX-License-Identifier: MIT */
/* A source list and a map made by hand, for the tests of the tree. */
#ifndef ONFLAME_TESTS_TREE_FIXTURE_H
#define ONFLAME_TESTS_TREE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "tree/tree.h"

#include <stdlib.h>
#include <string.h>

enum { FILES = 16 };

typedef struct fixture {
	source_list source;
	source_file files[FILES];
	const char *roots[4];
	language_map *map;
	tree *tree;
} fixture;

static inline void init(fixture *fixture)
{
	static const char yaml[] =
		"Go:\n  type: programming\n  extensions: [.go]\nCSS:\n  type: markup\n  extensions: [.css]\n";
	error error = {{0}};
	memset(fixture, 0, sizeof(*fixture));
	fixture->map = language_map_create();
	assert_int_equal(language_map_parse(fixture->map, "map", text_of(yaml), true, &error), 0);
	assert_int_equal(language_map_seal(fixture->map, &error), 0);
	fixture->roots[0] = ".";
	fixture->source.files = fixture->files;
	fixture->source.roots = fixture->roots;
	fixture->source.root_count = 1;
}

static inline void finish(fixture *fixture)
{
	tree_destroy(fixture->tree);
	language_map_destroy(fixture->map);
}

static inline void list(fixture *fixture, uint32_t root, const char *shown)
{
	fixture->files[fixture->source.file_count++] = (source_file){.path = shown, .shown = shown, .root = root};
}

static inline counts lines(uint64_t code, uint64_t comment, uint64_t blank)
{
	return (counts){.lines = code + comment + blank, .code = code, .comment = comment, .blank = blank};
}

static inline void add(fixture *fixture, uint32_t file, const char *language, uint64_t code)
{
	record record = {
		.file = file, .language = language, .engine = RECORD_SYNTAX, .bytes = 10, .counts = lines(code, 0, 0)};
	tree_add(fixture->tree, &record);
}

/* The paths of all folders and files in the order of the tree, separated by blanks. */
static inline char *paths(const tree *tree)
{
	buffer out = BUFFER_INIT;
	for (const tree_node *node = tree->root; node != NULL;
	     node = tree_next(node, tree->root, node->kind != TREE_FILE)) {
		if (node != tree->root)
			buffer_add_char(&out, ' ');
		tree_add_path(&out, node);
	}
	return out.data;
}

static inline void expect_paths(const fixture *fixture, const char *expected)
{
	char *found = paths(fixture->tree);
	assert_string_equal(found, expected);
	free(found);
}

#endif
