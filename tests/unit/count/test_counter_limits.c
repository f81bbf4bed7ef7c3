/* SPDX-License-Identifier: MIT */
/* Where counting ends: engines, time, lines, missing plugins, and what is not counted. */
#include "counter_check.h"

#include <sys/stat.h>

static void test_edges(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	static const struct {
		const char *source;
		uint64_t code, comment, blank;
	} rows[] = {
		{"", 0, 0, 0},   {"\n", 0, 0, 1},   {"x", 1, 0, 0},        {" ", 0, 0, 1},
		{"/", 1, 0, 0},  {"/*", 0, 1, 0}, /* never closed */
		{"//", 0, 1, 0}, {"//\n", 0, 1, 0}, {"{", 1, 0, 0},        {"\"", 1, 0, 0},
		{"\r", 0, 0, 1}, {"\f\n", 0, 0, 1}, {"x;\n\n\n", 1, 0, 2}, {"\n\nx", 1, 0, 2},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		for (int engine = COUNT_AUTO; engine <= COUNT_LEXICAL; engine++) {
			count_options chosen = options;
			chosen.engine = (enum count_engine)engine;
			record record;
			/* what is no C at all need not be understood, but its lines be counted */
			count(setup, &chosen, "a.c", text_of(rows[i].source), &record);
			assert_null(record.failure);
			bool broken = strcmp(rows[i].source, "/*") == 0;
			if (record.counts.blank != rows[i].blank ||
			    (!broken &&
			     (record.counts.code != rows[i].code || record.counts.comment != rows[i].comment)))
				fail_msg("row %zu, engine %d: %llu code, %llu comment, %llu blank", i, engine,
					 (unsigned long long)record.counts.code,
					 (unsigned long long)record.counts.comment,
					 (unsigned long long)record.counts.blank);
			assert_int_equal(record.counts.lines, rows[i].code + rows[i].comment + rows[i].blank);
		}
	}
}

static void test_not_counted(void **state)
{
	const setup *setup = *state;
	count_options options = default_options();
	record record;

	count(setup, &options, "a.c", TEXT("int x;\0\n"), &record);
	assert_int_equal(record.engine, RECORD_UNCOUNTED);
	assert_string_equal(record.failure, "binary");
	assert_false(record.failed);

	count(setup, &options, "a.nobody-knows-this", TEXT("text\n"), &record);
	assert_int_equal(record.engine, RECORD_UNCOUNTED);
	assert_string_equal(record.failure, "language not known");
	assert_null(record.language);
	assert_false(record.failed);

	bool *wanted = calloc(language_map_count(setup->map), sizeof(*wanted));
	assert_non_null(wanted);
	wanted[language_map_find(setup->map, text_of("Go"))->index] = true;
	options.wanted = wanted;
	count(setup, &options, "a.c", TEXT("int x;\n"), &record);
	assert_int_equal(record.engine, RECORD_UNCOUNTED);
	assert_ptr_equal(record.failure, count_not_wanted);
	count(setup, &options, "a.go", TEXT("package p\n"), &record);
	assert_int_equal(record.counts.code, 1);
	free(wanted);

	/* only languages with a plugin */
	options = default_options();
	options.engine = COUNT_SYNTAX;
	count(setup, &options, "a.own", TEXT("x\n"), &record);
	assert_int_equal(record.engine, RECORD_UNCOUNTED);
	assert_string_equal(record.failure, "no plugin for its language");
	count(setup, &options, "a.go", TEXT("package p\n"), &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
}

static void test_lexical_engine(void **state)
{
	const setup *setup = *state;
	count_options options = default_options();
	options.engine = COUNT_LEXICAL;
	record record;
	count(setup, &options, "a.go", TEXT("package p\n\n// c\nfunc F() {\n}\n"), &record);
	assert_int_equal(record.engine, RECORD_LEXICAL);
	assert_int_equal(record.counts.code, 3);
	assert_int_equal(record.counts.comment, 1);
	assert_int_equal(record.counts.blank, 1);
	assert_int_equal(record.note_count, 0); /* it was asked for: nothing to explain */
}

/* For lines alone a certified language needs no parse; where its marks do not tell, it gets one. */
static void test_lines_alone(void **state)
{
	const setup *setup = *state;
	count_options options = default_options();
	record record;
	options.detail = COUNT_LINES;
	count(setup, &options, "a.go", TEXT("package p\n\n// c\nfunc F() {\n}\n"), &record);
	assert_int_equal(record.engine, RECORD_CERTIFIED);
	assert_true(record.counts.code == 3 && record.counts.comment == 1 && record.counts.blank == 1);
	assert_true(record.counts.functions == 0 && record.frame_count == 0);
	count(setup, &options, "a.tsx", TEXT("const a = <p>\n  // text\n</p>;\n"), &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
	assert_true(record.counts.code == 3 && record.counts.functions == 0 && record.frame_count == 0);
	options.detail = COUNT_SUMS;
	count(setup, &options, "a.go", TEXT("package p\nfunc F() {\n}\n"), &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
	assert_true(record.counts.functions == 1 && record.frame_count == 0);
	options.engine = COUNT_SYNTAX;
	options.detail = COUNT_LINES;
	count(setup, &options, "a.go", TEXT("package p\n"), &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
}

/* Over its time, a file is counted lexically, and the record says so; the next file is counted by syntax again. */
static void test_timeout(void **state)
{
	const setup *setup = *state;
	count_options options = default_options();
	options.timeout = 1e-6;
	buffer large = BUFFER_INIT;
	for (int i = 0; i < 20000; i++)
		buffer_printf(&large, "// c\nint f%d(void) { return 0; }\n", i);
	counter *counter = counter_create(setup->map, setup->plugins, &options);
	record record = {0};
	counter_count_text(counter, "a.c", (text){large.data, large.len}, setup->arena, &record);
	assert_int_equal(record.engine, RECORD_LEXICAL);
	assert_true(has_note(&record, "counted lexically: syntax counting took over 1e-06 s"));
	assert_int_equal(record.counts.code, 20000);
	assert_int_equal(record.counts.comment, 20000);
	assert_int_equal(record.frame_count, 0);
	assert_false(record.failed);
	counter_destroy(counter);
	options.timeout = 0; /* none */
	count(setup, &options, "a.c", (text){large.data, large.len}, &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
	assert_int_equal(record.frame_count, 20000);
	assert_int_equal(record.counts.code, 20000);
	buffer_finish(&large);
}

/* A grammar may not be able to take a file of very many lines. */
static void test_max_lines(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	const uint32_t most = 1000;
	error error;
	const plugin *plugin = plugin_set_load(setup->plugins, "toml", &error);
	assert_non_null(plugin);
	/* As if the plugin said so. */
	plugin_language *toml = (plugin_language *)(uintptr_t)plugin_find_language(plugin, "TOML", NULL);
	assert_non_null(toml);
	toml->max_lines = most;
	buffer text_buffer = BUFFER_INIT;
	for (uint32_t i = 0; i < most; i++)
		buffer_add_string(&text_buffer, "a = 1 # c\n");
	record record;
	count(setup, &options, "a.toml", (text){text_buffer.data, text_buffer.len}, &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
	assert_int_equal(record.counts.code, most);
	buffer_add_string(&text_buffer, "# one more");
	count(setup, &options, "a.toml", (text){text_buffer.data, text_buffer.len}, &record);
	toml->max_lines = 0;
	assert_int_equal(record.engine, RECORD_LEXICAL);
	assert_true(has_note(&record, "lines, which its grammar cannot take"));
	assert_int_equal(record.counts.code, most);
	assert_int_equal(record.counts.comment, 1);
	buffer_finish(&text_buffer);
}

/* Without its plugin a language is counted all the same, and the record says why. */
static void test_no_plugin(void **state)
{
	const setup *setup = *state;
	struct setup bare = *setup;
	bare.plugins = plugin_set_create((const char *const[]){"/nonexistent/folder", NULL});
	const count_options options = default_options();
	record record;
	count(&bare, &options, "a.go", TEXT("package p // c\n// c\n"), &record);
	assert_int_equal(record.engine, RECORD_LEXICAL);
	assert_true(has_note(&record, "counted lexically: plugin 'go': no go.so in /nonexistent/folder"));
	assert_int_equal(record.counts.code, 1);
	assert_int_equal(record.counts.comment, 1);
	plugin_set_destroy(bare.plugins);
}

/* What a listing says of the size is no more than said. */
static void test_listed_size(void **state)
{
	const setup *setup = *state;
	static const char content[] = "package p\n// c\nvar x int\n";
	static const uint64_t listed[] = {0,     1,      sizeof(content) - 2, sizeof(content) - 1, sizeof(content),
					  65535, 1 << 20};
	const count_options options = default_options();
	counter *counter = counter_create(setup->map, setup->plugins, &options);
	char path[] = "/tmp/onflame-counter-XXXXXX.go";
	int fd = mkstemps(path, 3);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, sizeof(content) - 1), sizeof(content) - 1);
	close(fd);
	for (size_t i = 0; i < COUNT(listed); i++) {
		record record;
		counter_set_size(counter, listed[i]);
		counter_count_file(counter, path, false, NULL, setup->arena, &record);
		assert_int_equal(record.bytes, sizeof(content) - 1);
		assert_int_equal(record.counts.code, 2);
		assert_int_equal(record.counts.comment, 1);
	}
	unlink(path);
	assert_int_equal(mkfifo(path, 0600), 0);
	const char *const others[] = {"/tmp", path};
	for (size_t i = 0; i < COUNT(others); i++) {
		record record;
		counter_set_size(counter, 10);
		counter_count_file(counter, others[i], false, NULL, setup->arena, &record);
		assert_int_equal(record.engine, RECORD_UNCOUNTED);
		assert_non_null(record.failure);
	}
	unlink(path);
	counter_destroy(counter);
}

/* The second try behind a crash: by the map alone, with the reason in the notes. */
static void test_second_try(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	counter *counter = counter_create(setup->map, setup->plugins, &options);
	char path[] = "/tmp/onflame-counter-XXXXXX.go";
	int fd = mkstemps(path, 3);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, "package p\nfunc F() {\n}\n", 22), 22);
	close(fd);
	record record = {.file = 3};
	counter_count_file(counter, path, true, "crashed: segmentation fault", setup->arena, &record);
	assert_int_equal(record.engine, RECORD_LEXICAL);
	assert_int_equal(record.counts.code, 3);
	assert_int_equal(record.frame_count, 0);
	assert_true(has_note(&record, "counted lexically: crashed: segmentation fault"));
	counter_count_file(counter, path, false, NULL, setup->arena, &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
	assert_int_equal(record.note_count, 0);
	assert_int_equal(record.frame_count, 1);
	assert_int_equal(record.file, 3);
	unlink(path);
	counter_count_file(counter, path, false, NULL, setup->arena, &record);
	assert_int_equal(record.engine, RECORD_UNCOUNTED);
	assert_true(record.failed);
	assert_string_equal(record.failure, "No such file or directory");
	counter_count_file(counter, "/tmp", false, NULL, setup->arena, &record);
	assert_int_equal(record.engine, RECORD_UNCOUNTED);
	assert_non_null(record.failure);
	counter_destroy(counter);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_edges),          cmocka_unit_test(test_not_counted),
		cmocka_unit_test(test_lexical_engine), cmocka_unit_test(test_lines_alone),
		cmocka_unit_test(test_timeout),        cmocka_unit_test(test_max_lines),
		cmocka_unit_test(test_no_plugin),      cmocka_unit_test(test_listed_size),
		cmocka_unit_test(test_second_try),
	};
	return cmocka_run_group_tests_name("counter_limits", tests, set_up, tear_down);
}
