/* SPDX-License-Identifier: MIT */
/* Extensions that languages share, each with several files: shared_extensions.samples. */
#include "sample.h"

#include "base/buffer.h"

#include <stdio.h>

typedef struct shared_sample {
	char path[64], language[64];
	buffer content;
} shared_sample;

/* Language, or "-" where none should be known; the evidence is another test's matter. */
static void check_sample(const language_map *map, shared_sample *sample, size_t *failed)
{
	text content = {buffer_string(&sample->content), sample->content.len};
	const language *found = language_detect(map, sample->path, content, NULL);
	const char *name = found != NULL ? found->name : "-";
	if (strcmp(name, sample->language) == 0)
		return;
	(*failed)++;
	print_error("%s: %s, not %s:\n%s", sample->path, name, sample->language, buffer_string(&sample->content));
}

static void test_samples(void **state)
{
	(void)state;
	language_map *map = project_map();
	FILE *file = fopen(ONFLAME_SOURCE_DIR "/tests/unit/language/shared_extensions.samples", "rb");
	assert_non_null(file);
	shared_sample sample = {.content = BUFFER_INIT};
	char line[512];
	size_t count = 0, failed = 0;
	while (fgets(line, sizeof(line), file) != NULL) {
		char path[64], language[64];
		if (sscanf(line, "=== %63s | %63[^\n]", path, language) != 2) {
			if (count > 0)
				buffer_add_string(&sample.content, line);
			continue;
		}
		if (count++ > 0)
			check_sample(map, &sample, &failed);
		strcpy(sample.path, path);
		strcpy(sample.language, language);
		buffer_clear(&sample.content);
	}
	check_sample(map, &sample, &failed);
	fclose(file);
	buffer_finish(&sample.content);
	language_map_destroy(map);
	assert_int_equal(failed, 0);
	assert_true(count > 500);
}

/* Each extension that rules decide on has samples, of at least two languages where the rules name so many. */
static void test_all_extensions_have_samples(void **state)
{
	(void)state;
	static char samples[131072];
	FILE *file = fopen(ONFLAME_SOURCE_DIR "/tests/unit/language/shared_extensions.samples", "rb");
	assert_non_null(file);
	size_t len = fread(samples, 1, sizeof(samples) - 1, file);
	assert_true(len > 0 && len < sizeof(samples) - 1);
	fclose(file);
	language_map *map = project_map();
	for (size_t i = 0; i < language_map_count(map); i++) {
		for (const char *const *end = language_map_at(map, i)->extensions; *end != NULL; end++) {
			char path[300], wanted[320];
			snprintf(path, sizeof(path), "a%s", *end);
			if (language_path_is_known(map, path) || (*end)[1] <= '9')
				continue;
			snprintf(wanted, sizeof(wanted), "=== %s | ", path);
			if (strstr(samples, wanted) == NULL && strcmp(*end, ".H") != 0 && strcmp(*end, ".m4") != 0 &&
			    strcmp(*end, ".me") != 0)
				fail_msg("no sample of %s", *end);
		}
	}
	language_map_destroy(map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_all_extensions_have_samples),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
