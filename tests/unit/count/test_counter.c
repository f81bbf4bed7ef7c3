/* SPDX-License-Identifier: MIT */
/* Whole files through the counter: each language, each form that a text can come in, languages within others. */
#include "counter_check.h"

/* One text a language: lines of code, comment, blank, and the frames. */
static const struct {
	const char *path, *language, *source;
	uint64_t code, comment, blank;
	const char *frames;
} samples[] = {
	{"a.go", "Go", "package p\n\n// F does.\nfunc F() {\n\ts := `a\n\nb`\n}\n", 6, 1, 1, "F:4-8:0"},
	{"a.c", "C", "#include <a.h>\n\n/* f\n\n */\nint f(void)\n{\n\treturn 0; /* c */\n}\n", 5, 3, 1, "f:6-9:0"},
	{"a.cpp", "C++", "namespace n {\nclass A {\n\tA() {}\n\t// m\n\tint m() { return 1; }\n};\n}\n", 6, 1, 0,
	 "n:1-7:0 A:2-6:1 A:3-3:2 m:5-5:2"},
	{"a.py", "Python",
	 "#!/usr/bin/env python3\n\"\"\"Module.\n\nDoc.\"\"\"\n\n@dec\ndef f():\n    # c\n    return '''a\n\nb'''\n", 5,
	 5, 1, "f:7-11:0"},
	{"a.js", "JavaScript", "const f = () => {\n};\nclass A {\n  m() {\n\n  }\n}\n", 6, 0, 1,
	 "f:1-2:0 A:3-7:0 m:4-6:1"},
	{"a.ts", "TypeScript", "interface I {\n  a: number;\n}\nfunction f(a: number): void {\n}\n", 5, 0, 0,
	 "I:1-3:0 f:4-5:0"},
	{"a.tsx", "TSX", "const C = () => {\n  return <div>\n  </div>;\n};\n", 4, 0, 0, "C:1-4:0"},
	{"a.rs", "Rust", "/// Doc.\nfn f() {\n    let s = \"a\n\n\";\n}\n", 5, 1, 0, "f:2-6:0"},
	{"A.java", "Java", "class A {\n\t/** Doc. */\n\t@Override\n\tpublic void m() {\n\t}\n}\n", 5, 1, 0,
	 "A:1-6:0 m:4-5:1"},
	{"A.cs", "C#", "class A\n{\n\t// c\n\tvoid M()\n\t{\n\t}\n}\n", 6, 1, 0, "A:1-7:0 M:4-6:1"},
	{"a.rb", "Ruby", "class A\n  # c\n  def m\n  end\nend\n=begin\n\n=end\n", 4, 4, 0, "A:1-5:0 m:3-4:1"},
	{"a.php", "PHP", "<?php\nfunction f() {\n\t# c\n\treturn 1;\n}\n", 4, 1, 0, "f:2-5:0"},
	{"a.sh", "Shell", "#!/bin/sh\nf() {\n\techo a # c\n}\n\ncat <<E\n# no comment\n\nE\n", 7, 1, 1, "f:2-4:0"},
	{"a.kt", "Kotlin", "class A {\n    // c\n    fun m() {\n    }\n}\n", 4, 1, 0, "A:1-5:0 m:3-4:1"},
	{"a.swift", "Swift", "class A {\n    // c\n    func m() {\n    }\n}\n", 4, 1, 0, "A:1-5:0 m:3-4:1"},
	{"a.json", "JSON", "{\n\n  \"a\": \"b\"\n}\n", 3, 0, 1, ""},
	{"a.yaml", "YAML", "# c\na: b\n\nc:\n  - d\n", 3, 1, 1, ""},
	{"a.toml", "TOML", "# c\n[a]\nb = 1\n\n", 2, 1, 1, ""},
	{"a.css", "CSS", "/* c */\na {\n\n  color: red;\n}\n", 3, 1, 1, ""},
	{"a.html", "HTML", "<p>\n<!-- c\n\n-->\n</p>\n", 2, 3, 0, ""},
	{"a.md", "Markdown", "# Title\n\ntext\n", 0, 2, 1, "Title:1-3:0"},
	{"Makefile", "Makefile", "# c\na: b\n\tc\n\n", 2, 1, 1, "a:2-3:0"},
	/* lexically */
	{"a.own", "Own", "# c\nx # c\n\n#[\n\n]# y\n", 2, 3, 1, ""},
};

static void test_languages(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	buffer frames = BUFFER_INIT;
	for (size_t i = 0; i < COUNT(samples); i++) {
		record record;
		count(setup, &options, samples[i].path, text_of(samples[i].source), &record);
		if (record.failure != NULL)
			fail_msg("%s: %s", samples[i].path, record.failure);
		if (has_note(&record, "counted lexically"))
			fail_msg("%s: %s", samples[i].path, record.notes[0]);
		assert_string_equal(record.language, samples[i].language);
		if (record.counts.code != samples[i].code || record.counts.comment != samples[i].comment ||
		    record.counts.blank != samples[i].blank)
			fail_msg("%s: %llu code, %llu comment, %llu blank", samples[i].path,
				 (unsigned long long)record.counts.code, (unsigned long long)record.counts.comment,
				 (unsigned long long)record.counts.blank);
		assert_int_equal(record.counts.lines, record.counts.code + record.counts.comment + record.counts.blank);
		assert_int_equal(record.bytes, strlen(samples[i].source));
		if (samples[i].frames != NULL && strcmp(list_frames(&record, &frames), samples[i].frames) != 0)
			fail_msg("%s: frames %s", samples[i].path, buffer_string(&frames));
		arena_reset(setup->arena);
	}
	buffer_finish(&frames);
}

/* The forms that a text can come in. */
enum form { FORM_CRLF, FORM_CR, FORM_MARK, FORM_UTF16LE, FORM_UTF16BE, FORM_UTF32LE, FORM_UTF32BE, FORMS };

static const char *const form_names[] = {"CR LF",    "CR",       "UTF-8 with mark", "UTF-16LE",
					 "UTF-16BE", "UTF-32LE", "UTF-32BE"};

static void add_unit(buffer *out, unsigned c, size_t size, bool big)
{
	for (size_t i = 0; i < size; i++) {
		size_t shift = 8 * (big ? size - 1 - i : i);
		buffer_add_char(out, (char)(shift < 32 ? c >> shift & 0xFF : 0));
	}
}

/* `source` is ASCII. */
static void convert(const char *source, enum form form, buffer *out)
{
	buffer_clear(out);
	size_t size = form >= FORM_UTF32LE ? 4 : form >= FORM_UTF16LE ? 2 : 1;
	bool big = form == FORM_UTF16BE || form == FORM_UTF32BE;
	if (size > 1)
		add_unit(out, 0xFEFF, size, big);
	if (form == FORM_MARK)
		buffer_add_string(out, "\xEF\xBB\xBF");
	for (; *source != '\0'; source++) {
		if (*source == '\n' && form == FORM_CRLF)
			buffer_add_char(out, '\r');
		char c = *source == '\n' && form == FORM_CR ? '\r' : *source;
		add_unit(out, (unsigned char)c, size, big);
	}
}

/* A text in another encoding, or with other line ends, has the same counts and the same frames. */
static void test_forms(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	buffer raw = BUFFER_INIT, plain_frames = BUFFER_INIT, frames = BUFFER_INIT;
	for (size_t i = 0; i < COUNT(samples); i++) {
		for (int form = 0; form < FORMS; form++) {
			record plain, other;
			count(setup, &options, samples[i].path, text_of(samples[i].source), &plain);
			convert(samples[i].source, (enum form)form, &raw);
			count(setup, &options, samples[i].path, (text){raw.data, raw.len}, &other);
			list_frames(&plain, &plain_frames);
			if (other.language == NULL || memcmp(&plain.counts, &other.counts, sizeof(plain.counts)) != 0 ||
			    strcmp(buffer_string(&plain_frames), list_frames(&other, &frames)) != 0)
				fail_msg("%s as %s: %s, %llu code, %llu comment, %llu blank, frames %s",
					 samples[i].path, form_names[form], other.failure != NULL ? other.failure : "",
					 (unsigned long long)other.counts.code,
					 (unsigned long long)other.counts.comment,
					 (unsigned long long)other.counts.blank, buffer_string(&frames));
			assert_int_equal(plain.engine, other.engine);
			assert_int_equal(other.bytes, raw.len);
			assert_true(has_note(&other, "encoding: UTF-16") ==
				    (form == FORM_UTF16LE || form == FORM_UTF16BE));
			arena_reset(setup->arena);
		}
	}
	buffer_finish(&raw);
	buffer_finish(&plain_frames);
	buffer_finish(&frames);
}

static void test_latin1(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	record record;
	count(setup, &options, "a.c", TEXT("/* gr\xFC\xDF */\nint f(void)\n{\n\tputs(\"\xE4\");\n}\n"), &record);
	assert_int_equal(record.counts.comment, 1);
	assert_int_equal(record.counts.code, 4);
	assert_true(has_note(&record, "encoding: Latin-1"));
	assert_int_equal(record.frame_count, 1);
	assert_string_equal(record.frames[0].name, "f");
	assert_int_equal(record.frames[0].start, 2);
	assert_int_equal(record.frames[0].end, 5);
	/* a name that is not ASCII is UTF-8 in the record, whatever the file has */
	count(setup, &options, "a.py", TEXT("def \xFC():\n    pass\n"), &record);
	assert_int_equal(record.frame_count, 1);
	assert_string_equal(record.frames[0].name, "\xC3\xBC");
}

/* What the grammar has to make up to go on was not understood, though no byte of the text is wrong. */
static void test_missing(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	record record;
	count(setup, &options, "a.c", TEXT("int f(void)\n{\n\treturn 1;\n}\n"), &record);
	assert_int_equal(record.error_bytes, 0);
	assert_int_equal(record.note_count, 0);
	count(setup, &options, "a.c", TEXT("int f(void)\n{\n\treturn 1\n}\n"), &record);
	assert_int_equal(record.error_bytes, 1);
	assert_true(has_note(&record, "1 bytes not understood"));
	assert_int_equal(record.frame_count, 1);
}

static const counts *find_embedded(const record *record, const char *language)
{
	for (size_t i = 0; i < record->embedded_count; i++) {
		if (strcmp(record->embedded[i].language, language) == 0)
			return &record->embedded[i].counts;
	}
	fail_msg("no %s", language);
	return NULL;
}

/* Text in other languages is counted by their rules, and by UTF-16's bytes it lies elsewhere than in the decoded text. */
static void test_embedded(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	static const char html[] =
		"<html>\n<style>\n/* c */\na { }\n\n</style>\n<script>\n// c\nfunction f() {\n}\n</script>\n"
		"</html>\n";
	buffer raw = BUFFER_INIT;
	for (int form = -1; form < FORMS; form++) {
		text source = text_of(html);
		if (form >= 0) {
			convert(html, (enum form)form, &raw);
			source = (text){raw.data, raw.len};
		}
		record record;
		count(setup, &options, "a.html", source, &record);
		assert_int_equal(record.counts.lines, 12);
		assert_int_equal(record.counts.code, 9);
		assert_int_equal(record.counts.comment, 2);
		assert_int_equal(record.counts.blank, 1);
		const counts *css = find_embedded(&record, "CSS");
		assert_int_equal(css->code, 1);
		assert_int_equal(css->comment, 1);
		assert_int_equal(css->blank, 1);
		const counts *script = find_embedded(&record, "JavaScript");
		assert_int_equal(script->code, 2);
		assert_int_equal(script->comment, 1);
		assert_int_equal(record.frame_count, 1);
		assert_string_equal(record.frames[0].name, "f");
		assert_int_equal(record.frames[0].start, 9);
		assert_int_equal(record.frames[0].end, 10);
	}
	buffer_finish(&raw);
	record record;
	count(setup, &options, "a.md",
	      TEXT("# Title\n\n```python\n# c\ndef f():\n    '''doc'''\n    return 1\n```\n\ntext\n"), &record);
	const counts *python = find_embedded(&record, "Python");
	assert_int_equal(python->code, 2);
	assert_int_equal(python->comment, 2);
	assert_int_equal(record.counts.lines, 10);
	assert_int_equal(record.counts.code, 2);
	assert_int_equal(record.counts.blank, 2);
}

/* A frame in what leads another frame is beside it, not in it. */
static void test_frame_in_annotation(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	buffer frames = BUFFER_INIT;
	record record;
	count(setup, &options, "a.py", TEXT("@dec(lambda x: x)\ndef f():\n    pass\n"), &record);
	assert_string_equal(list_frames(&record, &frames), "(anonymous):1-1:0 f:2-3:0");
	count(setup, &options, "a.ts", TEXT("@dec(() => 1)\nclass A {\n  m() {}\n}\n"), &record);
	assert_string_equal(list_frames(&record, &frames), "(anonymous):1-1:0 A:2-4:0 m:3-3:1");
	/* `} function b() {`: the line is of the one that its first token closes */
	count(setup, &options, "a.js", TEXT("function a() {\n  x;\n} function b() {\n  y;\n}\n"), &record);
	assert_string_equal(list_frames(&record, &frames), "a:1-3:0 b:3-5:0");
	assert_int_equal(record.frames[0].counts.lines, 3);
	assert_int_equal(record.frames[1].counts.lines, 2);
	buffer_finish(&frames);
}

/* One counter, file after file: nothing of one is left in the next. */
static void test_file_after_file(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	counter *counter = counter_create(setup->map, setup->plugins, &options);
	for (int turn = 0; turn < 3; turn++) {
		for (size_t i = 0; i < COUNT(samples); i++) {
			record record = {.notes = NULL};
			counter_count_text(counter, samples[i].path, text_of(samples[i].source), setup->arena, &record);
			assert_int_equal(record.counts.code, samples[i].code);
			assert_int_equal(record.counts.comment, samples[i].comment);
			counter_count_text(counter, "a.c", TEXT("\0"), setup->arena, &record);
			assert_int_equal(record.counts.lines, 0);
			assert_int_equal(record.frame_count, 0);
			assert_int_equal(record.note_count, 0);
			assert_null(record.language);
		}
		arena_reset(setup->arena);
	}
	counter_destroy(counter);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_languages),       cmocka_unit_test(test_forms),
		cmocka_unit_test(test_latin1),          cmocka_unit_test(test_missing),
		cmocka_unit_test(test_embedded),        cmocka_unit_test(test_frame_in_annotation),
		cmocka_unit_test(test_file_after_file),
	};
	return cmocka_run_group_tests_name("counter", tests, set_up, tear_down);
}
