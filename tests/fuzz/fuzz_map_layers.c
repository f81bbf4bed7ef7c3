/* SPDX-License-Identifier: MIT */
/*
 * Maps laid over each other: layers with a NUL between, the first letter of each telling whose it is: 'o' the counted tree's own, all
 * else trusted. What is refused leaves the map as it was, so that the map is that of the accepted layers alone.
 */
#include "fuzz.h"

#include "language/language.h"

#include <stdlib.h>
#include <string.h>

enum { LAYERS_MAX = 8 };

typedef struct given {
	text yaml;
	bool trusted, accepted;
} given;

static void need(bool holds)
{
	if (!holds)
		abort();
}

static size_t split(text all, given *layers)
{
	size_t count = 0;
	while (all.len > 0 && count < LAYERS_MAX) {
		const char *nul = memchr(all.data, '\0', all.len);
		size_t len = nul != NULL ? (size_t)(nul - all.data) : all.len;
		if (len > 0)
			layers[count++] = (given){{all.data + 1, len - 1}, all.data[0] != 'o', false};
		size_t passed = len + (nul != NULL);
		all = (text){all.data + passed, all.len - passed};
	}
	return count;
}

static language_map *lay(given *layers, size_t count, bool accepted_only)
{
	language_map *map = language_map_create();
	for (size_t i = 0; i < count; i++) {
		error error = {""};
		if (accepted_only && !layers[i].accepted)
			continue;
		bool accepted = language_map_parse(map, "layer", layers[i].yaml, layers[i].trusted, &error) == 0;
		need(accepted || (strncmp(error.message, "layer:", 6) == 0 && strchr(error.message, '\n') == NULL));
		need(!accepted_only || accepted);
		layers[i].accepted = accepted;
	}
	return map;
}

static bool same_word(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static void compare(const language_map *map, const language_map *other)
{
	static const char *const paths[] = {"a.c", "a.h", "Makefile", "x/README", "a.b.c.d", "", "script"};
	text content = text_of("#!/bin/sh -*- mode: c -*-\n");
	need(language_map_count(map) == language_map_count(other));
	for (size_t i = 0; i < language_map_count(map); i++) {
		const language *a = language_map_at(map, i), *b = language_map_at(other, i);
		need(strcmp(a->name, b->name) == 0 && a->type == b->type && same_word(a->plugin, b->plugin));
		need(a->lexis.string_count == b->lexis.string_count);
		need(language_map_find(map, text_of(a->name)) == a);
	}
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		enum language_evidence how, other_how;
		const language *a = language_detect(map, paths[i], content, &how);
		const language *b = language_detect(other, paths[i], content, &other_how);
		need(how == other_how && (a == NULL) == (b == NULL));
		need(a == NULL || strcmp(a->name, b->name) == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	given layers[LAYERS_MAX];
	size_t count = split((text){size > 0 ? (const char *)data : "", size}, layers);
	language_map *map = lay(layers, count, false);
	language_map *accepted = lay(layers, count, true);
	error error = {""}, other_error = {""};
	int status = language_map_seal(map, &error);
	need(status == language_map_seal(accepted, &other_error));
	need(strcmp(error.message, other_error.message) == 0 && (status == 0 || error.message[0] != '\0'));
	compare(map, accepted);
	language_map_destroy(map);
	language_map_destroy(accepted);
	return 0;
}
