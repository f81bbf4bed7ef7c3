/* SPDX-License-Identifier: MIT */
/* One map over another: entry by entry, key by key. */
#include "sample.h"

static const char below[] = "Go:\n"
			    "  type: programming\n"
			    "  aliases: [golang]\n"
			    "  extensions: [.go]\n"
			    "  plugin: go\n"
			    "  color: '#00ADD8'\n"
			    "  line_comments: ['//']\n"
			    "  block_comments: [['/*', '*/'], {open: '(*', close: '*)', nested: false}]\n"
			    "C: {type: programming, extensions: [.c, .h]}\n";

static language_map *lay(const char *above, bool trusted)
{
	error error = {""};
	language_map *map = language_map_create();
	assert_int_equal(language_map_parse(map, "below", text_of(below), true, &error), 0);
	if (language_map_parse(map, "above", text_of(above), trusted, &error) != 0 ||
	    language_map_seal(map, &error) != 0)
		fail_msg("%s", error.message);
	return map;
}

static void test_key_replaces_key(void **state)
{
	(void)state;
	language_map *map = lay("Go: {extensions: [.golang], color: '#123456'}", false);
	const language *go = language_map_find(map, text_of("Go"));
	assert_non_null(go);
	assert_string_equal(go->extensions[0], ".golang");
	assert_null(go->extensions[1]);
	assert_string_equal(go->color, "#123456");
	assert_string_equal(go->plugin, "go");
	assert_string_equal(go->aliases[0], "golang");
	assert_int_equal(go->lexis.line_comment_count, 1);
	assert_int_equal(language_map_count(map), 2);
	assert_null(language_detect(map, "a.go", text_of(""), NULL));
	assert_ptr_equal(language_detect(map, "a.golang", text_of(""), NULL), go);
	language_map_destroy(map);
}

static void test_null_takes_away(void **state)
{
	(void)state;
	language_map *map = lay("Go: {plugin: null, color: ~, line_comments: []}", true);
	const language *go = language_map_find(map, text_of("go"));
	assert_null(go->plugin);
	assert_null(go->color);
	assert_int_equal(go->lexis.line_comment_count, 0);
	assert_int_equal(go->lexis.block_comment_count, 2);
	language_map_destroy(map);
}

static void test_new_entry(void **state)
{
	(void)state;
	language_map *map = lay("Zed: {type: data, extensions: [.zed]}\nAha: {type: prose}", false);
	assert_int_equal(language_map_count(map), 4);
	assert_string_equal(language_map_at(map, 0)->name, "Aha");
	assert_string_equal(language_map_at(map, 3)->name, "Zed");
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(language_map_at(map, i)->index, i);
	assert_int_equal(language_map_find(map, text_of("AHA"))->type, LANGUAGE_PROSE);
	language_map_destroy(map);
}

/* nested_comments speaks for the block comments that do not speak for themselves, also from another layer. */
static void test_nesting(void **state)
{
	(void)state;
	language_map *map = lay("Go: {nested_comments: true}", false);
	const lexis *lexis = &language_map_find(map, text_of("go"))->lexis;
	assert_true(lexis->block_comments[0].nested);
	assert_false(lexis->block_comments[1].nested);
	language_map_destroy(map);
}

/* What was proven of a language's marks is not proven of others; its colour has nothing to do with it. */
static void test_certificate(void **state)
{
	(void)state;
	static const struct {
		const char *above;
		bool certified;
	} maps[] = {
		{"Go: {certified: true, color: '#000000'}", true},
		{"Go: {strings: ['x']}", false},
		{"Go: {line_comments: ['x']}", false},
		{"Go: {nested_comments: true}", false},
		{"Go: {doubts: ['x']}", false},
		{"Go: {plugin: other}", false},
		{"Go: {strings: ['x'], certified: true}", true},
	};
	error error = {""};
	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++) {
		language_map *map = lay("Go: {certified: true}", true);
		assert_int_equal(language_map_parse(map, "top", text_of(maps[i].above), true, &error), 0);
		assert_int_equal(language_map_seal(map, &error), 0);
		assert_int_equal(language_map_find(map, text_of("go"))->lexis.certified, maps[i].certified);
		language_map_destroy(map);
	}
}

/* The last map that says so decides, one of the counted tree as well: no plugin comes in by that. */
static void test_default_engine(void **state)
{
	(void)state;
	static const struct {
		const char *above;
		bool lexical_first;
	} maps[] = {
		{"Go: {color: '#000000'}", true},
		{"Go: {default_engine: syntax}", false},
		{"Go: {default_engine: lexical}", true},
	};
	error error = {""};
	language_map *plain = lay("Go: {color: '#000000'}", true);
	assert_false(language_map_find(plain, text_of("go"))->lexical_first);
	language_map_destroy(plain);
	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++) {
		language_map *map = lay("Go: {default_engine: lexical}", true);
		assert_int_equal(language_map_parse(map, "top", text_of(maps[i].above), false, &error), 0);
		assert_int_equal(language_map_seal(map, &error), 0);
		assert_int_equal(language_map_find(map, text_of("go"))->lexical_first, maps[i].lexical_first);
		language_map_destroy(map);
	}
	language_map *map = language_map_create();
	assert_int_equal(language_map_parse(map, "m", text_of("Go: {default_engine: fast}"), true, &error), -1);
	assert_string_equal(error.message, "m:1:22: unknown engine 'fast' (expected syntax or lexical)");
	assert_int_equal(language_map_parse(map, "m", text_of("Go: {default_engine: true}"), true, &error), -1);
	language_map_destroy(map);
}

static void test_rules_replace_rules(void **state)
{
	(void)state;
	language_map *map = lay("New: {type: data, extensions: [.h]}\n"
				"extension_rules: {.h: [{language: New, pattern: '^new'}, {language: C}]}",
				false);
	assert_detected(map, "a.h", "old\nnew\n", "New", LANGUAGE_BY_CONTENT);
	error error = {""};
	assert_int_equal(
		language_map_parse(map, "top", text_of("extension_rules: {.h: [{language: C}]}"), false, &error), 0);
	assert_int_equal(language_map_seal(map, &error), 0);
	assert_detected(map, "a.h", "old\nnew\n", "C", LANGUAGE_BY_EXTENSION);
	language_map_destroy(map);
}

/* A new language that older rules cannot know of would never be found: that is said. */
static void test_claim_above_rules(void **state)
{
	(void)state;
	error error = {""};
	language_map *map = lay("extension_rules: {.h: [{language: C}]}", false);
	assert_int_equal(
		language_map_parse(map, "top", text_of("New:\n  type: data\n  extensions: [.h]\n"), false, &error), 0);
	assert_int_equal(language_map_seal(map, &error), -1);
	assert_non_null(strstr(error.message, "top:3:15: extension '.h' of New"));
	assert_non_null(strstr(error.message, "(above:1:19)"));
	assert_int_equal(
		language_map_parse(map, "more", text_of("extension_rules: {.h: [{language: New}]}"), false, &error), 0);
	assert_int_equal(language_map_seal(map, &error), 0);
	assert_detected(map, "a.h", "", "New", LANGUAGE_BY_EXTENSION);
	language_map_destroy(map);
}

/* What fails changes nothing, however much of it was good. */
static void test_failure_leaves_all(void **state)
{
	(void)state;
	error error = {""};
	language_map *map = lay("# nothing", false);
	assert_int_equal(
		language_map_parse(map, "bad", text_of("C: {color: '#111111'}\nGo: {type: nonsense}"), true, &error),
		-1);
	assert_int_equal(language_map_count(map), 2);
	assert_int_equal(language_map_seal(map, &error), 0);
	assert_null(language_map_find(map, text_of("C"))->color);
	assert_string_equal(language_map_find(map, text_of("golang"))->name, "Go");
	language_map_destroy(map);
}

static void test_empty_maps(void **state)
{
	(void)state;
	static const char *const empty[] = {"", "\n\n", "# only a comment\n", "---\n", "{}", "null", "\xEF\xBB\xBF"};
	for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
		language_map *map = sample_map(empty[i]);
		assert_int_equal(language_map_count(map), 0);
		assert_null(language_map_find(map, text_of("go")));
		assert_null(language_detect(map, "a.go", text_of("#!/bin/sh\n"), NULL));
		assert_false(language_path_is_known(map, "a.go"));
		language_map_destroy(map);
	}
	language_map_destroy(NULL);
}

/* Each short and long form comes out as lexis.h has it. */
static void test_lexis(void **state)
{
	(void)state;
	language_map *map = sample_map(
		"X:\n"
		"  type: programming\n"
		"  line_comments: ['#', {open: C, line_start: true, word: true}]\n"
		"  block_comments: [{open: =pod, close: =cut, line_start: true, close_line_start: true, strings: true},\n"
		"                   {open: __END__, first: true}]\n"
		"  strings: [{open: 'r{#}\"', close: '\"{#}', multiline: true, doubled: true},\n"
		"            {open: '\"', escape: '\\', interpolation: ['${', '}'], docstring: true},\n"
		"            {open: 'q{', close: '}', nested: true, twice: true, operand: true, not_behind_word: true},\n"
		"            {open: '?', close: '', character: true, alone: true, behind_blank: true}]\n"
		"  heredocs: ['<<<', {open: '<<', signs: '-~', quotes: '\"', indented: true, alone: true, data: true, upper: true, spaced: true}]\n"
		"  doubts: [</, {open: '`', behind_operand: true}]\n"
		"  certified: true\n"
		"  marks_where_broken: true\n"
		"  ignore_case: true\n"
		"  backslash_continues_line_comment: true\n"
		"  line_ends_statement: true\n"
		"  operand_words: [return, in]\n"
		"  statement_heads: [if]\n"
		"  docstring_heads: [async def]\n"
		"  preprocessor: {opens: [a], turns: [b], closes: [c], types: [d], qualifiers: [e, f]}\n"
		"  code_within: ['<?', '?>']\n");
	const lexis *lexis = &language_map_at(map, 0)->lexis;
	assert_int_equal(lexis->line_comment_count, 2);
	assert_string_equal(lexis->line_comments[0].open, "#");
	assert_int_equal(lexis->line_comments[0].place, LEXIS_ANYWHERE);
	assert_int_equal(lexis->line_comments[1].place, LEXIS_LINE_START | LEXIS_WORD);
	assert_int_equal(lexis->block_comment_count, 2);
	assert_string_equal(lexis->block_comments[0].close, "=cut");
	assert_int_equal(lexis->block_comments[0].place, LEXIS_LINE_START);
	assert_int_equal(lexis->block_comments[0].close_place, LEXIS_LINE_START);
	assert_true(lexis->block_comments[0].strings);
	assert_null(lexis->block_comments[1].close);
	assert_int_equal(lexis->block_comments[1].place, LEXIS_FIRST);
	assert_int_equal(lexis->string_count, 4);
	assert_string_equal(lexis->strings[0].close, "\"{#}");
	assert_true(lexis->strings[0].multiline && lexis->strings[0].doubled && !lexis->strings[0].character);
	assert_string_equal(lexis->strings[1].close, "\"");
	assert_int_equal(lexis->strings[1].escape, '\\');
	assert_string_equal(lexis->strings[1].interpolation_open, "${");
	assert_string_equal(lexis->strings[1].interpolation_close, "}");
	assert_true(lexis->strings[1].docstring);
	assert_true(lexis->strings[2].nested && lexis->strings[2].twice);
	assert_int_equal(lexis->strings[2].place, LEXIS_OPERAND | LEXIS_NOT_BEHIND_WORD);
	assert_string_equal(lexis->strings[3].close, "");
	assert_int_equal(lexis->strings[3].place, LEXIS_ALONE | LEXIS_BEHIND_BLANK);
	assert_int_equal(lexis->heredoc_count, 2);
	assert_string_equal(lexis->heredocs[0].open, "<<<");
	assert_null(lexis->heredocs[0].signs);
	assert_string_equal(lexis->heredocs[1].signs, "-~");
	assert_true(lexis->heredocs[1].indented && lexis->heredocs[1].upper);
	assert_true(lexis->heredocs[1].alone && lexis->heredocs[1].data && lexis->heredocs[1].spaced);
	assert_int_equal(lexis->doubt_count, 2);
	assert_string_equal(lexis->doubts[0].open, "</");
	assert_int_equal(lexis->doubts[1].place, LEXIS_BEHIND_OPERAND);
	assert_true(lexis->certified && lexis->marks_where_broken);
	assert_true(lexis->ignore_case && lexis->backslash_continues_line_comment && lexis->line_ends_statement);
	assert_string_equal(lexis->operand_words[1], "in");
	assert_null(lexis->operand_words[2]);
	assert_string_equal(lexis->statement_heads[0], "if");
	assert_string_equal(lexis->docstring_heads[0], "async def");
	assert_string_equal(lexis->preprocessor.types[0], "d");
	assert_string_equal(lexis->preprocessor.qualifiers[1], "f");
	assert_string_equal(lexis->code_open, "<?");
	assert_string_equal(lexis->code_close, "?>");
	language_map_destroy(map);
}

/* A list of opening marks stands for as many strings. */
static void test_alike_strings(void **state)
{
	(void)state;
	language_map *map =
		sample_map("X:\n  type: data\n"
			   "  strings: [\"'\", {open: ['q(', 'w('], close: ')', nested: true}, {open: ['`', '~']}]\n");
	const lexis *lexis = &language_map_at(map, 0)->lexis;
	static const char *const marks[][2] = {{"'", "'"}, {"q(", ")"}, {"w(", ")"}, {"`", "`"}, {"~", "~"}};
	assert_int_equal(lexis->string_count, 5);
	for (size_t i = 0; i < 5; i++) {
		assert_string_equal(lexis->strings[i].open, marks[i][0]);
		assert_string_equal(lexis->strings[i].close, marks[i][1]);
		assert_int_equal(lexis->strings[i].nested, i == 1 || i == 2);
	}
	language_map_destroy(map);
}

static void test_names(void **state)
{
	(void)state;
	language_map *map = sample_map("Objective-C: {type: programming, aliases: [objc]}\n"
				       "Common Lisp: {type: programming}\n"
				       "C: {type: programming, aliases: [common-lisp]}\n");
	assert_string_equal(language_map_find(map, text_of("OBJC"))->name, "Objective-C");
	assert_string_equal(language_map_find(map, text_of("common lisp"))->name, "Common Lisp");
	assert_string_equal(language_map_find(map, text_of("common-lisp"))->name, "C");
	assert_null(language_map_find(map, text_of("")));
	assert_null(language_map_find(map, (text){"c\0", 2}));
	assert_null(language_map_find(map, text_of("lisp")));
	assert_string_equal(language_type_name(LANGUAGE_MARKUP), "markup");
	language_map_destroy(map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_key_replaces_key),
		cmocka_unit_test(test_null_takes_away),
		cmocka_unit_test(test_new_entry),
		cmocka_unit_test(test_nesting),
		cmocka_unit_test(test_certificate),
		cmocka_unit_test(test_default_engine),
		cmocka_unit_test(test_rules_replace_rules),
		cmocka_unit_test(test_failure_leaves_all),
		cmocka_unit_test(test_empty_maps),
		cmocka_unit_test(test_lexis),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_alike_strings),
		cmocka_unit_test(test_claim_above_rules),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
