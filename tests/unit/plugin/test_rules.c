/* SPDX-License-Identifier: MIT */
/* Tables of rules: which row a node gets, the tests of a row, and tables of older and newer plugins. */
#include "plugin_check.h"

#include "plugin/rules.h"

static const char source[] = "package p\n"
			     "// comment\n"
			     "func F() {\n"
			     "\tcall(one, 2)\n"
			     "\tcall(two)\n"
			     "\tother()\n"
			     "}\n"
			     "func G() {}\n";

typedef struct setup {
	plugin_set *plugins;
	const TSLanguage *go;
} setup;

static int set_up(void **state)
{
	static setup made;
	char folder[PATH_MAX];
	find_plugins(folder);
	made.plugins = plugin_set_create((const char *const[]){folder, NULL});
	made.go = load_grammar(made.plugins, "go", "Go");
	*state = &made;
	return 0;
}

static int tear_down(void **state)
{
	setup *made = *state;
	plugin_set_destroy(made->plugins);
	return 0;
}

/* The row, from 1, that the `number`-th node of the kind gets; 0: none. */
static size_t find_row(const rule_table *table, const char *kind, size_t number)
{
	place place;
	place_open(&place, table->grammar, source, kind, number);
	const rule *rule = table->by_symbol[ts_node_symbol(place.site.node)];
	while (rule != NULL && !rule_holds(rule, &place.site))
		rule = rule->next;
	place_close(&place);
	return rule != NULL ? (size_t)(rule - table->rules) + 1 : 0;
}

static rule_table *make(const setup *setup, const onflame_rule *rules)
{
	error error;
	rule_table *table = rule_table_create(setup->go, rules, sizeof(*rules), &error);
	if (table == NULL)
		fail_msg("%s", error.message);
	return table;
}

/* Of the rows for a kind the first whose tests all hold. */
static void test_order(void **state)
{
	const setup *setup = *state;
	static const onflame_rule rules[] = {
		{.role = ONFLAME_COMMENT, .kind = "comment"},
		{.role = ONFLAME_FUNCTION,
		 .kind = "call_expression",
		 .label = "a",
		 .head = "function",
		 .words = "other"},
		{.role = ONFLAME_FUNCTION, .kind = "function_declaration", .label = "b"},
		{.role = ONFLAME_FUNCTION, .kind = "call_expression", .label = "c", .head = "arguments/:int_literal"},
		{.role = ONFLAME_IGNORE, .kind = "call_expression"},
		{.role = ONFLAME_FUNCTION, .kind = "call_expression", .label = "never"},
		{.role = ONFLAME_END},
		{.role = ONFLAME_FUNCTION, .kind = "behind the end"},
	};
	rule_table *table = make(setup, rules);
	assert_int_equal(table->rule_count, 6);
	assert_int_equal(find_row(table, "comment", 1), 1);
	assert_int_equal(find_row(table, "function_declaration", 2), 3);
	assert_int_equal(find_row(table, "call_expression", 1), 4);
	assert_int_equal(find_row(table, "call_expression", 2), 5);
	assert_int_equal(find_row(table, "call_expression", 3), 2);
	assert_int_equal(find_row(table, "block", 1), 0);
	assert_false(table->wants_order);
	rule_table_destroy(table);
}

/* The row of one test, and for which of the nodes of a kind it holds: a letter a node, y or n. */
static void test_single_rows(void **state)
{
	const setup *setup = *state;
	static const struct {
		onflame_rule rule;
		const char *holds;
	} rows[] = {
		/* parent: one of several kinds, directly above */
		{{.kind = "identifier", .parent = "function_declaration"}, "ynnnnny"},
		{{.kind = "identifier", .parent = "call_expression argument_list"}, "nyyyyyn"},
		{{.kind = "identifier", .parent = "  argument_list  "}, "nnynynn"},
		{{.kind = "identifier", .parent = "source_file"}, "nnnnnnn"},
		{{.kind = "source_file", .parent = "block"}, "n"},
		{{.kind = "source_file"}, "y"},
		/* head: a path that leads somewhere, or does not */
		{{.kind = "call_expression", .head = "arguments/:int_literal"}, "ynn"},
		{{.kind = "call_expression", .head = "!arguments/:int_literal"}, "nyy"},
		{{.kind = "call_expression", .head = "arguments/#"}, "yyn"},
		{{.kind = "call_expression", .head = "!arguments/#"}, "nny"},
		{{.kind = "call_expression", .head = "!arguments/:int_literal|arguments/#"}, "nny"},
		/* words: the text there is one of them, as a whole */
		{{.kind = "call_expression", .head = "function", .words = "call"}, "yyn"},
		{{.kind = "call_expression", .head = "function", .words = "x  other call"}, "yyy"},
		{{.kind = "call_expression", .head = "function", .words = "cal calls oth"}, "nnn"},
		{{.kind = "call_expression", .head = "!function", .words = "call"}, "nny"},
		{{.kind = "call_expression", .head = "arguments/#", .words = "two"}, "nyn"},
		/* where the path leads nowhere no word is there */
		{{.kind = "call_expression", .head = "!arguments/#", .words = "two"}, "yny"},
		{{.kind = "call_expression", .head = ".", .words = "other()"}, "nny"},
		/* first: no named sibling but comments before it */
		{{.kind = "expression_statement", .flags = ONFLAME_FIRST}, "ynn"},
		{{.kind = "function_declaration", .flags = ONFLAME_FIRST}, "nn"},
		{{.kind = "package_clause", .flags = ONFLAME_FIRST}, "y"},
		{{.kind = "source_file", .flags = ONFLAME_FIRST}, "y"},
		{{.kind = "function_declaration", .head = "</name"}, "ny"},
		{{.kind = "function_declaration", .head = "</:package_identifier"}, "yn"}, /* the comment aside */
		/* all tests at once */
		{{.kind = "identifier", .parent = "argument_list", .head = "^/:int_literal", .words = "2"}, "nnynnnn"},
		/* anonymous kinds */
		{{.kind = "\"func\""}, "yy"},
		{{.kind = "\",\"", .parent = "argument_list"}, "y"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		onflame_rule rules[] = {rows[i].rule, {.role = ONFLAME_END}};
		rules[0].role = ONFLAME_IGNORE;
		rule_table *table = make(setup, rules);
		const char *kind = rows[i].rule.kind;
		char plain[64];
		snprintf(plain, sizeof(plain), "%.*s", (int)strcspn(kind + (kind[0] == '"'), "\""),
			 kind + (kind[0] == '"'));
		for (size_t number = 1; rows[i].holds[number - 1] != '\0'; number++) {
			bool holds = find_row(table, plain, number) == 1;
			if (holds != (rows[i].holds[number - 1] == 'y'))
				fail_msg("row %zu, %s number %zu", i, plain, number);
		}
		rule_table_destroy(table);
	}
}

static void test_refused(void **state)
{
	const setup *setup = *state;
	static const struct {
		onflame_rule rule;
		const char *refusal;
	} rows[] = {
		{{.role = ONFLAME_COMMENT}, "rule 2: no kind"},
		{{.role = ONFLAME_COMMENT, .kind = "commnet"}, "rule 2: no node kind 'commnet'"},
		{{.role = ONFLAME_COMMENT, .kind = ""}, "rule 2: no node kind ''"},
		{{.role = ONFLAME_COMMENT, .kind = "ERROR"}, "rule 2: kind 'ERROR'"},
		{{.role = ONFLAME_COMMENT, .kind = "E"}, "rule 2: no node kind 'E'"},
		{{.role = ONFLAME_COMMENT, .kind = "_expression"}, "rule 2: kind '_expression' is a supertype"},
		{{.role = 99, .kind = "comment"}, "rule 2: no role 99"},
		{{.role = ONFLAME_FUNCTION, .kind = "func_literal"}, "rule 2: a frame needs a label"},
		{{.role = ONFLAME_CONTAINER, .kind = "type_spec"}, "rule 2: a frame needs a label"},
		{{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "fork"}, "rule 2: no branch label 'fork'"},
		{{.role = ONFLAME_INJECTION, .kind = "comment"}, "rule 2: an injection needs a label or a name"},
		{{.role = ONFLAME_COMMENT, .kind = "comment", .words = "a"}, "rule 2: words without a head"},
		{{.role = ONFLAME_COMMENT, .kind = "comment", .parent = "block blokc"}, "rule 2: no node kind 'blokc'"},
		{{.role = ONFLAME_COMMENT, .kind = "comment", .head = "!"}, "rule 2: an empty step"},
		{{.role = ONFLAME_COMMENT, .kind = "comment", .head = ""}, "rule 2: an empty step"},
		{{.role = ONFLAME_COMMENT, .kind = "comment", .head = "!nmae"}, "rule 2: no field 'nmae'"},
		{{.role = ONFLAME_FUNCTION, .kind = "func_literal", .label = "f", .name = "nmae"}, "no field 'nmae'"},
		{{.role = ONFLAME_FUNCTION, .kind = "func_literal", .label = "f", .start = "^^"}, "no node kind '^'"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		const onflame_rule rules[] = {
			{.role = ONFLAME_COMMENT, .kind = "comment"}, rows[i].rule, {.role = ONFLAME_END}};
		error error = {""};
		assert_null(rule_table_create(setup->go, rules, sizeof(*rules), &error));
		if (strstr(error.message, rows[i].refusal) == NULL)
			fail_msg("row %zu: %s", i, error.message);
	}
	/* errors may be a parent, and a step of a path */
	const onflame_rule rules[] = {
		{.role = ONFLAME_COMMENT, .kind = "comment", .parent = "ERROR", .head = "!^ERROR"},
		{.role = ONFLAME_END}};
	rule_table *table = make(setup, rules);
	rule_table_destroy(table);
	rule_table_destroy(NULL);
}

/* No rows at all are a table too. */
static void test_empty(void **state)
{
	const setup *setup = *state;
	static const onflame_rule rules[] = {{.role = ONFLAME_END}};
	rule_table *table = make(setup, rules);
	assert_int_equal(table->rule_count, 0);
	assert_int_equal(find_row(table, "comment", 1), 0);
	rule_table_destroy(table);
}

static void test_branches(void **state)
{
	const setup *setup = *state;
	/* as the plugin header has them: cyclomatic, cognitive, by nesting, nests, run */
	static const struct {
		const char *label;
		int cyclomatic, cognitive;
		bool by_nesting, nests, run;
	} rows[] = {
		{NULL, 1, 1, true, true, false},     {"if", 1, 1, true, true, false},
		{"switch", 0, 1, true, true, false}, {"case", 1, 0, false, false, false},
		{"elif", 1, 1, false, false, false}, {"else if", 1, 0, false, false, false},
		{"else", 0, 1, false, false, false}, {"logical", 1, 1, false, false, true},
		{"jump", 0, 1, false, false, false},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		const onflame_rule rules[] = {{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = rows[i].label},
					      {.role = ONFLAME_END}};
		rule_table *table = make(setup, rules);
		const rule_branch *branch = table->rules[0].branch;
		assert_non_null(branch);
		assert_int_equal(branch->cyclomatic, rows[i].cyclomatic);
		assert_int_equal(branch->cognitive, rows[i].cognitive);
		assert_int_equal(branch->by_nesting, rows[i].by_nesting);
		assert_int_equal(branch->nests, rows[i].nests);
		assert_int_equal(branch->run, rows[i].run);
		rule_table_destroy(table);
	}
}

/* Rows of a newer plugin are longer, of an older one shorter: what is not known here is left, what is missing is zero. */
static void test_row_sizes(void **state)
{
	const setup *setup = *state;
	const struct {
		onflame_rule known;
		const void *more[3];
	} newer[] = {
		{{.role = ONFLAME_COMMENT, .kind = "comment"}, {"x", "y", "z"}},
		{{.role = ONFLAME_FUNCTION,
		  .kind = "function_declaration",
		  .label = "f",
		  .name = "name",
		  .flags = ONFLAME_TOP_LEVEL},
		 {"x", "y", "z"}},
		{{.role = ONFLAME_END}, {"x", "y", "z"}},
	};
	error error;
	rule_table *table = rule_table_create(setup->go, &newer[0].known, sizeof(newer[0]), &error);
	if (table == NULL)
		fail_msg("%s", error.message);
	assert_int_equal(table->rule_count, 2);
	assert_int_equal(find_row(table, "function_declaration", 1), 2);
	assert_string_equal(table->rules[1].source->label, "f");
	assert_int_equal(table->rules[1].source->flags, ONFLAME_TOP_LEVEL);
	rule_table_destroy(table);

	/* as if `start` and `flags` had not been there yet */
	enum { OLD_SIZE = offsetof(onflame_rule, start) };
	_Alignas(onflame_rule) char older[3 * OLD_SIZE];
	for (size_t i = 0; i < 3; i++)
		memcpy(older + i * OLD_SIZE, &newer[i].known, OLD_SIZE);
	table = rule_table_create(setup->go, (const onflame_rule *)(const void *)older, OLD_SIZE, &error);
	if (table == NULL)
		fail_msg("%s", error.message);
	assert_int_equal(table->rule_count, 2);
	assert_int_equal(find_row(table, "comment", 1), 1);
	assert_string_equal(table->rules[1].source->kind, "function_declaration");
	assert_int_equal(table->rules[1].source->flags, 0);
	assert_null(table->rules[1].source->start);
	rule_table_destroy(table);
}

static void test_name_and_start(void **state)
{
	const setup *setup = *state;
	static const onflame_rule rules[] = {
		{.role = ONFLAME_FUNCTION, .kind = "function_declaration", .label = "f", .name = "name", .start = "^"},
		{.role = ONFLAME_FUNCTION, .kind = "block", .label = "f"},
		{.role = ONFLAME_FUNCTION,
		 .kind = "call_expression",
		 .label = "f",
		 .name = "arguments/#",
		 .start = "arguments/#"},
		{.role = ONFLAME_END},
	};
	rule_table *table = make(setup, rules);
	buffer name = BUFFER_INIT;
	place place;
	place_open(&place, setup->go, source, "function_declaration", 2);
	assert_true(rule_name(&table->rules[0], &place.site, &name));
	assert_string_equal(name.data, "G");
	assert_int_equal(ts_node_start_byte(rule_start(&table->rules[0], &place.site)), 0);
	/* without a path there is neither */
	assert_false(rule_name(&table->rules[1], &place.site, &name));
	assert_string_equal(name.data, "G");
	assert_true(ts_node_is_null(rule_start(&table->rules[1], &place.site)));
	place_close(&place);
	/* nor where it leads nowhere */
	place_open(&place, setup->go, source, "call_expression", 3);
	assert_false(rule_name(&table->rules[2], &place.site, &name));
	assert_true(ts_node_is_null(rule_start(&table->rules[2], &place.site)));
	place_close(&place);
	buffer_finish(&name);
	rule_table_destroy(table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),          cmocka_unit_test(test_single_rows),
		cmocka_unit_test(test_refused),        cmocka_unit_test(test_empty),
		cmocka_unit_test(test_branches),       cmocka_unit_test(test_row_sizes),
		cmocka_unit_test(test_name_and_start),
	};
	return cmocka_run_group_tests_name("rules", tests, set_up, tear_down);
}
