/* SPDX-License-Identifier: MIT */
/* The map as it is compiled at build time says the same as its YAML, and is left aside where it does not belong to it. */
#include "sample.h"

#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char yaml_path[] = ONFLAME_SOURCE_DIR "/config/languages.yaml";

static char *temporary(void)
{
	char *path = strdup("/tmp/onflame-map-XXXXXX");
	assert_non_null(path);
	int file = mkstemp(path);
	assert_true(file >= 0);
	close(file);
	return path;
}

static buffer read_all(const char *path)
{
	buffer content = BUFFER_INIT;
	char piece[4096];
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	for (size_t got; (got = fread(piece, 1, sizeof(piece), file)) > 0;)
		buffer_add(&content, piece, got);
	fclose(file);
	return content;
}

static void write_all(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static language_map *load_own(const char *path, const char *compiled)
{
	error error = {""};
	language_map *map = language_map_create();
	if (language_map_load_own(map, path, compiled, &error) != 0 || language_map_seal(map, &error) != 0)
		fail_msg("%s", error.message);
	return map;
}

static void assert_same_texts(const char *const *a, const char *const *b)
{
	for (; *a != NULL && *b != NULL; a++, b++)
		assert_string_equal(*a, *b);
	assert_true(*a == NULL && *b == NULL);
}

static void assert_same(const language_map *a, const language_map *b)
{
	assert_int_equal(language_map_count(a), language_map_count(b));
	for (size_t i = 0; i < language_map_count(a); i++) {
		const language *left = language_map_at(a, i), *right = language_map_at(b, i);
		assert_string_equal(left->name, right->name);
		assert_int_equal(left->type, right->type);
		assert_same_texts(left->extensions, right->extensions);
		assert_same_texts(left->filenames, right->filenames);
		assert_int_equal(left->lexis.string_count, right->lexis.string_count);
		for (size_t j = 0; j < left->lexis.string_count; j++)
			assert_string_equal(left->lexis.strings[j].open, right->lexis.strings[j].open);
		assert_int_equal(left->lexis.block_comment_count, right->lexis.block_comment_count);
	}
	assert_string_equal(language_detect(b, "a.h", text_of("class A;\n"), NULL)->name, "C++");
	assert_string_equal(language_detect(b, "a.h", text_of("int a;\n"), NULL)->name, "C");
}

static void test_same_as_yaml(void **state)
{
	(void)state;
	error error = {""};
	char *compiled = temporary();
	assert_int_equal(language_map_compile(yaml_path, compiled, &error), 0);
	language_map *plain = project_map();
	language_map *own = load_own(yaml_path, compiled);
	assert_same(plain, own);
	language_map_destroy(own);
	own = load_own(yaml_path, NULL);
	assert_same(plain, own);
	language_map_destroy(own);
	language_map_destroy(plain);
	unlink(compiled);
	free(compiled);
}

/* What was compiled of another file, is cut or was changed is not used. */
static void test_not_used_where_it_does_not_belong(void **state)
{
	(void)state;
	static const char first[] = "A: {type: data, extensions: [.a]}\n",
			  second[] = "B: {type: data, extensions: [.a]}\n";
	error error = {""};
	char *yaml = temporary(), *compiled = temporary();
	write_all(yaml, first, strlen(first));
	assert_int_equal(language_map_compile(yaml, compiled, &error), 0);
	write_all(yaml, second, strlen(second));
	language_map *map = load_own(yaml, compiled);
	assert_detected(map, "x.a", "", "B", LANGUAGE_BY_EXTENSION);
	language_map_destroy(map);

	write_all(yaml, first, strlen(first));
	buffer bytes = read_all(compiled);
	for (size_t len = 0; len < bytes.len; len++) {
		write_all(compiled, bytes.data, len);
		map = load_own(yaml, compiled);
		assert_detected(map, "x.a", "", "A", LANGUAGE_BY_EXTENSION);
		language_map_destroy(map);
	}
	/* Broken anywhere behind its head it may say something else, but is read within its bounds. */
	for (size_t i = 16; i < bytes.len; i++) {
		for (unsigned bit = 0; bit < 8; bit++) {
			bytes.data[i] = (char)(bytes.data[i] ^ (1 << bit));
			write_all(compiled, bytes.data, bytes.len);
			bytes.data[i] = (char)(bytes.data[i] ^ (1 << bit));
			map = language_map_create();
			if (language_map_load_own(map, yaml, compiled, &error) == 0)
				(void)language_map_seal(map, &error);
			language_map_destroy(map);
		}
	}
	buffer_finish(&bytes);
	unlink(yaml);
	unlink(compiled);
	free(yaml);
	free(compiled);
}

static void test_errors(void **state)
{
	(void)state;
	error error = {""};
	assert_int_equal(language_map_compile("/nowhere/map.yaml", "/nowhere/out", &error), -1);
	assert_non_null(strstr(error.message, "/nowhere/map.yaml"));
	assert_int_equal(language_map_compile(yaml_path, "/nowhere/out", &error), -1);
	assert_non_null(strstr(error.message, "/nowhere/out"));
	char *yaml = temporary();
	write_all(yaml, "A: [", 4);
	assert_int_equal(language_map_compile(yaml, "/nowhere/out", &error), -1);
	assert_non_null(strstr(error.message, ":1:"));
	unlink(yaml);
	free(yaml);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_as_yaml),
		cmocka_unit_test(test_not_used_where_it_does_not_belong),
		cmocka_unit_test(test_errors),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
