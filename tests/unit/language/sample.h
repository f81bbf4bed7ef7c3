/* SPDX-License-Identifier: MIT */
/* Maps for tests. */
#ifndef ONFLAME_TESTS_LANGUAGE_SAMPLE_H
#define ONFLAME_TESTS_LANGUAGE_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "language/language.h"

#include <string.h>

/* A sealed map of that YAML. */
static inline language_map *sample_map(const char *yaml)
{
	error error = {""};
	language_map *map = language_map_create();
	if (language_map_parse(map, "map.yaml", text_of(yaml), true, &error) != 0 ||
	    language_map_seal(map, &error) != 0)
		fail_msg("%s", error.message);
	return map;
}

/* The map of the project. */
static inline language_map *project_map(void)
{
	error error = {""};
	language_map *map = language_map_create();
	if (language_map_load(map, ONFLAME_SOURCE_DIR "/config/languages.yaml", true, &error) != 0 ||
	    language_map_seal(map, &error) != 0)
		fail_msg("%s", error.message);
	return map;
}

static inline void assert_detected(const language_map *map, const char *path, const char *content, const char *name,
				   enum language_evidence evidence)
{
	enum language_evidence by = LANGUAGE_BY_NOTHING;
	const language *found = language_detect(map, path, text_of(content), &by);
	const char *found_name = found != NULL ? found->name : "(none)";
	if (strcmp(found_name, name != NULL ? name : "(none)") != 0 || by != evidence)
		fail_msg("%s: %s by %s, expected %s by %s", path, found_name, language_evidence_name(by),
			 name != NULL ? name : "(none)", language_evidence_name(evidence));
}

#endif
