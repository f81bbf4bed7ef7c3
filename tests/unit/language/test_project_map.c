/* SPDX-License-Identifier: MIT */
/* config/languages.yaml as a whole. */
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>

static int make_map(void **state)
{
	*state = project_map();
	return 0;
}

static int drop_map(void **state)
{
	language_map_destroy(*state);
	return 0;
}

static void test_counts(void **state)
{
	const language_map *map = *state;
	size_t plugins = 0;
	size_t lexical = 0;
	for (size_t i = 0; i < language_map_count(map); i++) {
		const language *language = language_map_at(map, i);
		const lexis *lexis = &language->lexis;
		bool marks = lexis->line_comment_count + lexis->block_comment_count + lexis->string_count > 0;
		plugins += language->plugin != NULL;
		lexical += language->plugin == NULL && marks;
	}
	assert_true(language_map_count(map) >= 700);
	assert_true(plugins >= 22);
	assert_true(lexical >= 500);
}

/* What counts by syntax must be countable without it as well; prose has no marks, all of it is comment. */
static void test_fallbacks(void **state)
{
	const language_map *map = *state;
	for (size_t i = 0; i < language_map_count(map); i++) {
		const language *language = language_map_at(map, i);
		const lexis *lexis = &language->lexis;
		if (language->type != LANGUAGE_PROGRAMMING)
			continue;
		/* All that is no instruction is comment there. */
		if (strcmp(language->name, "Brainfuck") == 0)
			continue;
		if (lexis->line_comment_count + lexis->block_comment_count == 0)
			fail_msg("%s has no comments", language->name);
	}
}

static void check_mark(const language *language, const char *mark)
{
	if (mark == NULL || mark[0] == '\0' || strchr(mark, '\n') != NULL)
		fail_msg("%s has a bad mark", language->name);
}

static void test_marks(void **state)
{
	const language_map *map = *state;
	for (size_t i = 0; i < language_map_count(map); i++) {
		const language *language = language_map_at(map, i);
		const lexis *lexis = &language->lexis;
		for (size_t j = 0; j < lexis->line_comment_count; j++)
			check_mark(language, lexis->line_comments[j].open);
		for (size_t j = 0; j < lexis->block_comment_count; j++)
			check_mark(language, lexis->block_comments[j].open);
		for (size_t j = 0; j < lexis->string_count; j++) {
			check_mark(language, lexis->strings[j].open);
			assert_non_null(lexis->strings[j].close);
		}
		for (size_t j = 0; j < lexis->heredoc_count; j++)
			check_mark(language, lexis->heredocs[j].open);
	}
}

/* Each name, alias, extension, file name and interpreter leads back to its language, or to a rule's choice. */
static void test_claims(void **state)
{
	const language_map *map = *state;
	char content[300];
	for (size_t i = 0; i < language_map_count(map); i++) {
		const language *language = language_map_at(map, i);
		assert_ptr_equal(language_map_find(map, text_of(language->name)), language);
		for (const char *const *alias = language->aliases; *alias != NULL; alias++)
			assert_ptr_equal(language_map_find(map, text_of(*alias)), language);
		for (const char *const *name = language->filenames; *name != NULL; name++)
			if (strchr(*name, '*') == NULL && language_path_is_known(map, *name))
				assert_ptr_equal(language_detect(map, *name, text_of(""), NULL), language);
		for (const char *const *name = language->interpreters; *name != NULL; name++) {
			snprintf(content, sizeof(content), "#!/usr/bin/env %s\n", *name);
			assert_non_null(language_detect(map, "x", text_of(content), NULL));
		}
		for (const char *const *end = language->extensions; *end != NULL; end++) {
			snprintf(content, sizeof(content), "x%s", *end);
			if (language_path_is_known(map, content))
				assert_non_null(language_detect(map, content, text_of(""), NULL));
		}
	}
}

static void test_well_known(void **state)
{
	static const struct {
		const char *path, *name;
	} known[] = {
		{"main.go", "Go"},
		{"a.c", "C"},
		{"a.cc", "C++"},
		{"a.C", "C++"},
		{"a.hpp", "C++"},
		{"a.py", "Python"},
		{"a.pyi", "Python"},
		{"a.js", "JavaScript"},
		{"a.jsx", "JavaScript"},
		{"a.mjs", "JavaScript"},
		{"a.rs", "Rust"},
		{"A.java", "Java"},
		{"a.cs", "C#"},
		{"a.rb", "Ruby"},
		{"Gemfile", "Ruby"},
		{"Rakefile", "Ruby"},
		{"a.php", "PHP"},
		{"a.sh", "Shell"},
		{"a.bash", "Shell"},
		{"a.zsh", "Shell"},
		{".bashrc", "Shell"},
		{"a.kt", "Kotlin"},
		{"a.kts", "Kotlin"},
		{"a.swift", "Swift"},
		{"a.json", "JSON"},
		{"a.yml", "YAML"},
		{"a.yaml", "YAML"},
		{"Cargo.toml", "TOML"},
		{"Cargo.lock", "TOML"},
		{"a.css", "CSS"},
		{"a.html", "HTML"},
		{"README.md", "Markdown"},
		{"Makefile", "Makefile"},
		{"a.mk", "Makefile"},
		{"Makefile.am", "Makefile"},
		{"CMakeLists.txt", "CMake"},
		{"Dockerfile", "Dockerfile"},
		{"Dockerfile.dev", "Dockerfile"},
		{"go.mod", "Go Module"},
		{"notes.txt", "Text"},
		{"LICENSE", "Text"},
		{"README", "Text"},
		{"requirements.txt", "Pip Requirements"},
		{"a.sql", "SQL"},
		{"a.proto", "Protocol Buffer"},
		{"a.dart", "Dart"},
		{"a.ex", "Elixir"},
		{"a.hs", "Haskell"},
		{"a.lua", "Lua"},
		{"a.R", "R"},
		{"a.r", "R"},
		{"a.scala", "Scala"},
		{"a.S", "Unix Assembly"},
		{"a.s", "Unix Assembly"},
		{"a.vue", "Vue"},
		{"a.tf", "HCL"},
		{"a.f90", "Fortran Free Form"},
		{"a.F90", "Fortran Free Form"},
		{"a.f", "Fortran"},
		{"a.sv", "SystemVerilog"},
		{"a.d", "D"},
		{"a.el", "Emacs Lisp"},
		{"a.ps1", "PowerShell"},
		{"a.bat", "Batchfile"},
		{"a.xml", "XML"},
		{"Kconfig", "Kconfig"},
		{"a.dts", "Devicetree"},
		{"tsconfig.json", "JSON with Comments"},
		{"build.gradle", "Gradle"},
		{"build.gradle.kts", "Kotlin"},
		{"a.d.ts", "TypeScript"},
		{"configure.ac", "M4Sugar"},
		{".gitignore", "Ignore List"},
		{"a.ipynb", "Jupyter Notebook"},
	};
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		const language *found = language_detect(*state, known[i].path, text_of(""), NULL);
		if (found == NULL || strcmp(found->name, known[i].name) != 0)
			fail_msg("%s is %s, not %s", known[i].path, found != NULL ? found->name : "nothing",
				 known[i].name);
	}
	assert_string_equal(language_map_find(*state, text_of("bash"))->name, "Shell");
	assert_string_equal(language_map_find(*state, text_of("jsx"))->name, "JavaScript");
	assert_null(language_detect(*state, "a.png", text_of("\x89PNG"), NULL));
	assert_false(language_path_is_known(*state, "configure"));
	assert_false(language_path_is_known(*state, "a.h"));
}

/* The keys that the reader knows, as it lists them when it meets one it does not know. */
static char *known_keys(const char *yaml)
{
	error error = {""};
	language_map *map = language_map_create();
	assert_int_equal(language_map_parse(map, "m", text_of(yaml), true, &error), -1);
	language_map_destroy(map);
	const char *list = strstr(error.message, "expected one of ");
	assert_non_null(list);
	char *keys = strdup(list + strlen("expected one of "));
	assert_non_null(keys);
	assert_int_equal(keys[strlen(keys) - 1], ')');
	keys[strlen(keys) - 1] = '\0';
	return keys;
}

/* Editors check maps by languages.schema.json: it must know each key that the reader knows. */
static void test_json_schema(void **state)
{
	(void)state;
	static const char *const maps[] = {"X: {0x0: 1}",
					   "X: {line_comments: [{0x0: 1}]}",
					   "X: {block_comments: [{0x0: 1}]}",
					   "X: {strings: [{0x0: 1}]}",
					   "X: {heredocs: [{0x0: 1}]}",
					   "extension_rules: {.x: [{0x0: 1}]}",
					   "roles: {test: {0x0: 1}}",
					   "roles: {test: {content: [{0x0: 1}]}}"};
	static char schema[65536];
	FILE *file = fopen(ONFLAME_SOURCE_DIR "/config/languages.schema.json", "rb");
	assert_non_null(file);
	size_t len = fread(schema, 1, sizeof(schema) - 1, file);
	assert_true(len > 0 && len < sizeof(schema) - 1);
	fclose(file);
	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++) {
		char *keys = known_keys(maps[i]);
		char *rest = NULL;
		for (char *key = strtok_r(keys, ", ", &rest); key != NULL; key = strtok_r(NULL, ", ", &rest)) {
			char quoted[80];
			snprintf(quoted, sizeof(quoted), "\"%s\": {", key);
			if (strstr(schema, quoted) == NULL)
				fail_msg("the schema does not know '%s'", key);
		}
		free(keys);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts), cmocka_unit_test(test_fallbacks),  cmocka_unit_test(test_marks),
		cmocka_unit_test(test_claims), cmocka_unit_test(test_well_known), cmocka_unit_test(test_json_schema),
	};
	return cmocka_run_group_tests(tests, make_map, drop_map);
}
