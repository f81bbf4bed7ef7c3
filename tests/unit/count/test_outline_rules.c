/* SPDX-License-Identifier: MIT */
/* What the flags of a rule do to frames and lines, on tables made for it and the grammar of Go. */
#include "counter_check.h"

#include "count/outline.h"
#include "count/syntax.h"

static const TSLanguage *find_go(const setup *setup)
{
	error error;
	const plugin *plugin = plugin_set_load(setup->plugins, "go", &error);
	if (plugin == NULL)
		fail_msg("%s", error.message);
	return plugin_find_language(plugin, "Go", NULL)->grammar;
}

/* Counts the text by the rows; the record's frames must be `frames`, and the lines of class `classes`, a letter each. */
static void check(const setup *setup, const onflame_rule *rules, const char *source, const char *frames,
		  const char *classes, record *out)
{
	error error;
	const TSLanguage *go = find_go(setup);
	rule_table *table = rule_table_create(go, rules, sizeof(*rules), &error);
	if (table == NULL)
		fail_msg("%s", error.message);
	const plugin_language language = {.name = "Go", .grammar = go, .rules = table};
	findings found = {.arena = setup->arena};
	assert_int_equal(syntax_count(&language, text_of(source), NULL, 0, 0, &found), 0);
	const outline_source outline = {
		.text = text_of(source), .found = &found, .policy = count_policy_find("default"), .language = "Go"};
	*out = (record){.file = 0};
	outline_fill(&outline, setup->arena, out);
	buffer listed = BUFFER_INIT;
	if (strcmp(list_frames(out, &listed), frames) != 0)
		fail_msg("frames %s, not %s, in:\n%s", buffer_string(&listed), frames, source);
	if (classes != NULL) {
		line_reader reader = {
			{source, strlen(source)}, found.spans.items, found.spans.count, outline.policy, 0, 0};
		line line;
		for (; line_reader_next(&reader, &line); classes++) {
			char letter = line_class_name(line.class)[line.class == LINE_COMMENT ? 2 : 0];
			if (letter != *classes)
				fail_msg("'%c' and not '%c' in:\n%s", letter, *classes, source + line.start);
		}
		assert_int_equal(*classes, '\0');
	}
	buffer_finish(&listed);
	findings_finish(&found);
	rule_table_destroy(table);
}

#define FUNCTIONS                                                                                                      \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = "function_declaration", .label = "function", .name = "name"          \
	}
#define END                                                                                                            \
	{                                                                                                              \
		.role = ONFLAME_END                                                                                    \
	}

/* `namespace A;`: to the next of its kind beside it, or to the end of what is around it. */
static void test_to_sibling(void **state)
{
	const setup *setup = *state;
	static const onflame_rule rules[] = {
		{.role = ONFLAME_CONTAINER,
		 .kind = "type_declaration",
		 .label = "module",
		 .name = "#/name",
		 .flags = ONFLAME_TO_SIBLING},
		FUNCTIONS,
		END,
	};
	record record;
	check(setup, rules, "package p\ntype A int\nfunc f() {}\n\ntype B int\nfunc g() {}\nvar x int\n",
	      "A:2-3:0 f:3-3:1 B:5-7:0 g:6-6:1", NULL, &record);
	assert_int_equal(record.frames[0].counts.lines, 2); /* the blank line is between the two */
	assert_int_equal(record.frames[0].counts.functions, 1);
	assert_int_equal(record.frames[2].counts.lines, 3);
	/* within a block: to its end */
	check(setup, rules, "package p\nfunc f() {\n\ttype A int\n\tx()\n\ty()\n}\nfunc g() {}\n",
	      "f:2-6:0 A:3-5:1 g:7-7:0", NULL, &record);
	/* one right behind the other, and one alone */
	check(setup, rules, "package p\ntype A int\ntype B int\n", "A:2-2:0 B:3-3:0", NULL, &record);
	check(setup, rules, "package p\ntype A int\n", "A:2-2:0", NULL, &record);
	/* one in a deeper block ends with that */
	check(setup, rules, "package p\nfunc f() {\n\ttype A int\n\t{\n\t\ttype B int\n\t\tz()\n\t}\n}\n",
	      "f:2-8:0 A:3-7:1 B:5-6:2", NULL, &record);
}

/* C has no functions in functions. */
static void test_top_level(void **state)
{
	const setup *setup = *state;
	static const onflame_rule rules[] = {
		FUNCTIONS,
		{.role = ONFLAME_FUNCTION, .kind = "func_literal", .label = "lambda", .flags = ONFLAME_TOP_LEVEL},
		{.role = ONFLAME_CONTAINER, .kind = "struct_type", .label = "struct"},
		END,
	};
	record record;
	check(setup, rules, "package p\nvar x = func() {}\nfunc f() {\n\ty := func() {}\n}\n",
	      "(anonymous):2-2:0 f:3-5:0", NULL, &record);
	assert_int_equal(record.counts.functions, 2);
	/* containers are no functions */
	check(setup, rules, "package p\nfunc f() {\n\tvar s struct {\n\t\ta int\n\t}\n}\n", "f:2-6:0 (anonymous):3-5:1",
	      NULL, &record);
	assert_int_equal(record.counts.functions, 1);
}

/* A frame begins at a node before it on its line; with the flag, on whatever line. */
static void test_start(void **state)
{
	const setup *setup = *state;
	onflame_rule rules[] = {
		{.role = ONFLAME_FUNCTION,
		 .kind = "func_literal",
		 .label = "lambda",
		 .name = "^var_spec/name",
		 .start = "^var_declaration"},
		END,
	};
	record record;
	check(setup, rules, "package p\nvar f = func() {\n}\n", "f:2-3:0", NULL, &record);
	assert_int_equal(record.frames[0].counts.lines, 2);
	check(setup, rules, "package p\nvar f =\n\tfunc() {\n}\n", "f:3-4:0", NULL, &record);
	assert_int_equal(record.frames[0].counts.lines, 2);
	/* two of one declaration: the second begins behind the first */
	check(setup, rules, "package p\nvar f, g = func() {}, func() {\n}\n", "f:2-2:0 f:2-3:0", NULL, &record);
	assert_int_equal(record.frames[0].counts.lines, 1);
	assert_int_equal(record.frames[1].counts.lines, 1);
	rules[0].flags = ONFLAME_FAR_START;
	check(setup, rules, "package p\nvar f =\n\tfunc() {\n}\n", "f:2-4:0", NULL, &record);
	assert_int_equal(record.frames[0].counts.lines, 3);
	/* without `start` the line belongs to what its first token belongs to */
	rules[0].start = NULL;
	check(setup, rules, "package p\nvar f = func() {\n}\n", "f:2-3:0", NULL, &record);
	assert_int_equal(record.frames[0].counts.lines, 1);
}

static void test_spans(void **state)
{
	const setup *setup = *state;
	static const onflame_rule rules[] = {
		{.role = ONFLAME_COMMENT, .kind = "comment"},
		{.role = ONFLAME_COMMENT, .kind = "int_literal", .flags = ONFLAME_WHOLE_LINE},
		{.role = ONFLAME_DOCSTRING, .kind = "raw_string_literal", .parent = "expression_statement"},
		{.role = ONFLAME_STRING, .kind = "raw_string_literal"},
		END,
	};
	record record;
	check(setup, rules, "package p\n/* c\n\n*/\nvar x = 12\nvar y = `a\n\nb`\n", "", "cmmmmccc", &record);
	assert_int_equal(record.counts.comment, 4);
	/* a docstring is comment where the row says so, a string elsewhere */
	check(setup, rules, "package p\nfunc f() {\n\t`doc\n\n`\n\tx := `a\n\n`\n}\n", "", "ccmmmcccc", &record);
}

/* A row may take a node out of later rows; what is inside is looked at all the same. */
static void test_ignore(void **state)
{
	const setup *setup = *state;
	static const onflame_rule rules[] = {
		{.role = ONFLAME_IGNORE, .kind = "function_declaration", .head = "name", .words = "skipped"},
		FUNCTIONS,
		{.role = ONFLAME_FUNCTION, .kind = "func_literal", .label = "lambda"},
		END,
	};
	record record;
	check(setup, rules, "package p\nfunc skipped() {\n\tx := func() {}\n}\nfunc kept() {}\n",
	      "(anonymous):3-3:0 kept:5-5:0", NULL, &record);
}

/* Parameters and branches are those of the innermost function; nesting goes on within it, one deeper. */
static void test_metrics(void **state)
{
	const setup *setup = *state;
	static const onflame_rule rules[] = {
		FUNCTIONS,
		{.role = ONFLAME_FUNCTION, .kind = "func_literal", .label = "lambda"},
		{.role = ONFLAME_CONTAINER, .kind = "struct_type", .label = "struct"},
		{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "parameter_declaration"},
		{.role = ONFLAME_BRANCH, .kind = "if_statement", .parent = "if_statement", .label = "else if"},
		{.role = ONFLAME_BRANCH, .kind = "if_statement"},
		{.role = ONFLAME_BRANCH, .kind = "\"else\"", .label = "else"},
		{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .label = "logical"},
		{.role = ONFLAME_BRANCH, .kind = "\"||\"", .label = "logical"},
		END,
	};
	record record;
	check(setup, rules,
	      "package p\n"
	      "func f(a, b int, c bool) {\n"
	      "\tif a > 0 && b > 0 && c {\n" /* if 1, run of && 1 */
	      "\t\tif c || a > 1 {\n"        /* if 2, run of || 1 */
	      "\t\t}\n"
	      "\t} else if c {\n" /* else 1 */
	      "\t} else {\n"      /* else 1 */
	      "\t}\n"
	      "}\n",
	      "f:2-9:0", NULL, &record);
	assert_int_equal(record.frames[0].parameters, 3);
	assert_int_equal(record.frames[0].nesting, 2);
	/* one way through, and one more for: if && && if || and the else's if */
	assert_int_equal(record.frames[0].counts.complexity, 7);
	assert_int_equal(record.frames[0].counts.cognitive, 1 + 1 + 2 + 1 + 1 + 1);

	check(setup, rules,
	      "package p\n"
	      "func f(a bool) {\n"
	      "\tif a {\n"
	      "\t\tg(func(x int) {\n"
	      "\t\t\tif x > 0 {\n" /* nested in the if and in the lambda: 3 */
	      "\t\t\t}\n"
	      "\t\t})\n"
	      "\t}\n"
	      "}\n",
	      "f:2-9:0 (anonymous):4-7:1", NULL, &record);
	assert_int_equal(record.frames[1].parameters, 1);
	assert_int_equal(record.frames[1].nesting, 1);
	assert_int_equal(record.frames[1].counts.cognitive, 3);
	assert_int_equal(record.frames[1].counts.complexity, 2);
	assert_int_equal(record.frames[0].counts.cognitive, 1 + 3);
	assert_int_equal(record.frames[0].counts.complexity, 2 + 2); /* with what is nested */
	assert_int_equal(record.frames[0].parameters, 1);
	assert_int_equal(record.counts.complexity, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_to_sibling), cmocka_unit_test(test_top_level), cmocka_unit_test(test_start),
		cmocka_unit_test(test_spans),      cmocka_unit_test(test_ignore),    cmocka_unit_test(test_metrics),
	};
	return cmocka_run_group_tests_name("outline_rules", tests, set_up, tear_down);
}
