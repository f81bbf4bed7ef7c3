/* SPDX-License-Identifier: MIT */
/*
 * The language map: any bytes are a map, and, behind a NUL, a file's content. What is refused has a message of one line with
 * a place, and leaves the map as it was; what is accepted can be asked.
 */
#include "fuzz.h"

#include "language/language.h"

#include <stdlib.h>
#include <string.h>

static void need(bool holds)
{
	if (!holds)
		abort();
}

static void check_language(const language_map *map, size_t index)
{
	const language *language = language_map_at(map, index);
	need(language->index == index && language->name[0] != '\0');
	need(index == 0 || strcmp(language_map_at(map, index - 1)->name, language->name) < 0);
	need(language_map_find(map, text_of(language->name)) == language);
	need(language_type_name(language->type) != NULL);
	for (size_t i = 0; i < language->lexis.string_count; i++)
		need(language->lexis.strings[i].open[0] != '\0' && language->lexis.strings[i].close != NULL);
	for (size_t i = 0; i < language->lexis.block_comment_count; i++)
		need(language->lexis.block_comments[i].open[0] != '\0');
}

static void ask(const language_map *map, text content)
{
	static const char *const paths[] = {"a.c", "a.h", "Makefile", "x/README", "a.b.c.d", "", "script"};
	for (size_t i = 0; i < language_map_count(map); i++)
		check_language(map, i);
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		enum language_evidence evidence;
		const language *found = language_detect(map, paths[i], content, &evidence);
		need((found == NULL) == (evidence == LANGUAGE_BY_NOTHING));
		language_path_is_known(map, paths[i]);
	}
}

/* Roles, decided by patterns that are anybody's. */
static void ask_roles(const language_map *map, text content)
{
	static const char *const paths[] = {"a.c", "b.min.js", "x/README"};
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		const language_evidence_text file = {paths[i], LANGUAGE_PROGRAMMING, content, content};
		role_verdict verdict = {.no = ROLE_BIT(ROLE_TEST)};
		language_decide_roles(map, &file, &verdict);
		need((verdict.yes & verdict.no) == 0 && (verdict.yes & ~ROLE_ALL) == 0);
		for (int role = 0; role < ROLE_COUNT; role++) {
			need(((verdict.yes & ROLE_BIT(role)) != 0) == (verdict.why[role] != NULL));
			need(language_map_role_paths(map, (enum role)role) != NULL);
		}
	}
}

static void check(text yaml, text content, bool trusted)
{
	error error = {""};
	language_map *map = language_map_create();
	need(language_map_parse(map, "below", text_of("C: {type: programming, extensions: [.c]}"), true, &error) == 0);
	if (language_map_parse(map, "map", yaml, trusted, &error) != 0) {
		need(strncmp(error.message, "map:", 4) == 0 && strchr(error.message, '\n') == NULL);
		need(language_map_seal(map, &error) == 0 && language_map_count(map) == 1);
	} else if (language_map_seal(map, &error) != 0) {
		need(error.message[0] != '\0' && language_map_count(map) == 0);
	}
	ask(map, content);
	ask_roles(map, content);
	language_map_destroy(map);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = size > 0 ? (const char *)data : "";
	const char *nul = memchr(bytes, '\0', size);
	text yaml = {bytes, nul != NULL ? (size_t)(nul - bytes) : size};
	text content = {bytes + yaml.len + (nul != NULL), nul != NULL ? size - yaml.len - 1 : 0};
	check(yaml, content, true);
	check(yaml, content, false);
	return 0;
}
