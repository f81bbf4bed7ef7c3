/* SPDX-License-Identifier: MIT */
/* Paths and names: every kind of step, alternatives, quotes, literals; what is malformed is refused and said. */
#include "plugin_check.h"

static const char go_source[] = "package p\n"
				"// comment\n"
				"func (t *T) Do(a, b int) error {\n"
				"\tif a > 0 && (b > 1 || x.y.z()) {\n"
				"\t\treturn nil\n"
				"\t}\n"
				"\tf := func(c int) {}\n"
				"}\n"
				"type S struct{ n int }\n";

static const char c_source[] = "static char *(*name(int a))[3] { return 0; }\n"
			       "int x = 1;\n";

typedef struct setup {
	plugin_set *plugins;
	const TSLanguage *go, *c;
	arena *arena;
} setup;

static int set_up(void **state)
{
	static setup made;
	char folder[PATH_MAX];
	find_plugins(folder);
	made.plugins = plugin_set_create((const char *const[]){folder, NULL});
	made.go = load_grammar(made.plugins, "go", "Go");
	made.c = load_grammar(made.plugins, "c", "C");
	made.arena = arena_create();
	*state = &made;
	return 0;
}

static int tear_down(void **state)
{
	setup *made = *state;
	arena_destroy(made->arena);
	plugin_set_destroy(made->plugins);
	return 0;
}

static void test_kinds(void **state)
{
	const setup *setup = *state;
	static const struct {
		const char *kind, *refusal; /* NULL: it resolves */
	} rows[] = {
		{"function_declaration", NULL},
		{"\"func\"", NULL},
		{"\"&&\"", NULL},
		{"fucntion_declaration", "no node kind 'fucntion_declaration'"},
		{"func", "no node kind 'func'"}, /* a word of the language is anonymous */
		{"\"function_declaration\"", "no anonymous kind 'function_declaration'"},
		{"_expression", "kind '_expression' is a supertype"},
		{"", "no node kind ''"},
		{"\"", "no node kind '\"'"},
		{"end", "no node kind 'end'"},
		/* where the parser fails; the runtime takes each of its beginnings for it */
		{"ERROR", NULL},
		{"ERR", "no node kind 'ERR'"},
		{"E", "no node kind 'E'"},
		{"\"ERROR\"", "no anonymous kind 'ERROR'"},
		{"\"E\"", "no anonymous kind 'E'"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		TSSymbol symbol = 0;
		error error = {""};
		int status = path_resolve_kind(setup->go, rows[i].kind, strlen(rows[i].kind), &symbol, &error);
		if (status != (rows[i].refusal == NULL ? 0 : -1))
			fail_msg("'%s': %d, %s", rows[i].kind, status, error.message);
		if (rows[i].refusal != NULL && strstr(error.message, rows[i].refusal) == NULL)
			fail_msg("%s: %s", rows[i].kind, error.message);
		if (rows[i].refusal == NULL)
			assert_int_not_equal(symbol, 0);
	}
	/* a keyword and a node may have one name: each is found by its own form */
	TSSymbol named, anonymous;
	error error;
	assert_int_equal(path_resolve_kind(setup->go, "nil", 3, &named, &error), 0);
	assert_int_equal(path_resolve_kind(setup->go, "\"nil\"", 5, &anonymous, &error), -1);
}

static void test_malformed(void **state)
{
	const setup *setup = *state;
	static const struct {
		const char *path, *refusal;
	} rows[] = {
		{"", "an empty step"},
		{"name/", "an empty step"},
		{"/name", "an empty step"},
		{"name//body", "an empty step"},
		{"name|", "an empty step"},
		{"|name", "an empty step"},
		{"nmae", "no field 'nmae'"},
		{"name/nmae*", "no field 'nmae'"},
		{"*", "no field ''"},
		{"@", "no field ''"},
		{"@nmae", "no field 'nmae'"},
		{":", "malformed step ':'"},
		{">", "malformed step '>'"},
		{"..", "malformed step '..'"},
		{":blokc", "no node kind 'blokc'"},
		{"..blokc", "no node kind 'blokc'"},
		{">blokc", "no node kind 'blokc'"},
		{"^blokc", "no node kind 'blokc'"},
		{":_expression", "is a supertype"},
		{".name", "malformed step '.name'"},
		{"#1", "malformed step '#1'"},
		{"#23", "malformed step '#23'"},
		{"#name", "malformed step '#name'"},
		{"<name", "malformed step '<name'"},
		{"~name", "malformed step '~name'"},
		{"name/<", "'<' behind another step"},
		{"name/~", "'~' behind another step"},
		{"^/<", "'<' behind another step"},
		{":\"fucn\"", "no anonymous kind 'fucn'"},
		{"^/^/^/^/^/^/^/^/^/^/^/^/^/^/^/^/^", "over 16 steps"},
		{"name|name|name|name|name|name|name|name|name|name|name|name|name|name|name|name|name",
		 "over 16 alternatives"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		error error = {""};
		assert_null(path_parse(setup->go, rows[i].path, setup->arena, &error));
		if (strstr(error.message, rows[i].refusal) == NULL || strchr(error.message, '\n') != NULL)
			fail_msg("%s: %s", rows[i].path, error.message);
	}
	/* at the limits all is well */
	error error;
	assert_non_null(path_parse(setup->go, "^/^/^/^/^/^/^/^/^/^/^/^/^/^/^/^", setup->arena, &error));
	assert_non_null(path_parse(setup->go,
				   "name|name|name|name|name|name|name|name|name|name|name|name|name|name|"
				   "name|name",
				   setup->arena, &error));
}

static void test_malformed_names(void **state)
{
	const setup *setup = *state;
	static const struct {
		const char *name, *refusal;
	} rows[] = {
		{"", "an empty step"},
		{"name|", "an empty step"},
		{"{name", "'{' without '}'"},
		{"a{name}b{", "'{' without '}'"},
		{"{}", "an empty step"},
		{"{nmae}", "no field 'nmae'"},
		{"{name/}", "an empty step"},
		{"{name|nmae}", "no field 'nmae'"},
		{"name|'init", "no field ''init'"},
		{"nmae|'init'", "no field 'nmae'"},
		{"{:\"}\"", "'{' without '}'"},
		{"x{name}x{name}x{name}x{name}x{name}x{name}x{name}x{name}x", "over 16 parts"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		error error = {""};
		assert_null(name_template_parse(setup->go, rows[i].name, setup->arena, &error));
		if (strstr(error.message, rows[i].refusal) == NULL || strchr(error.message, '\n') != NULL)
			fail_msg("%s: %s", rows[i].name, error.message);
	}
}

typedef struct row {
	const char *kind; /* of the node to start from ... */
	size_t number;    /* ... and which of its kind */
	const char *path;
	const char *expected; /* the text that it leads to; NULL: nowhere */
} row;

static void check_paths(const setup *setup, const TSLanguage *grammar, const char *source, const row *rows,
			size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const row *row = &rows[i];
		place place;
		error error;
		place_open(&place, grammar, source, row->kind, row->number);
		path_list *path = path_parse(grammar, row->path, setup->arena, &error);
		if (path == NULL)
			fail_msg("%s: %s", row->path, error.message);
		TSNode found = path_follow(path, &place.site);
		if (ts_node_is_null(found)) {
			if (row->expected != NULL)
				fail_msg("%s: %s leads nowhere", row->kind, row->path);
		} else {
			uint32_t start = ts_node_start_byte(found);
			size_t len = ts_node_end_byte(found) - start;
			const char *expected = row->expected != NULL ? row->expected : "(nowhere)";
			if (strlen(expected) != len || strncmp(source + start, expected, len) != 0)
				fail_msg("%s: %s leads to %.*s", row->kind, row->path, (int)len, source + start);
		}
		place_close(&place);
	}
}

static void test_steps(void **state)
{
	const setup *setup = *state;
	static const row rows[] = {
		/* f */
		{"method_declaration", 1, "name", "Do"},
		{"method_declaration", 1, "result", "error"},
		{"method_declaration", 1, "condition", NULL},
		{"block", 1, "name", NULL},
		{"binary_expression", 1, "left/right", "0"},
		/* :k, first and last child */
		{"method_declaration", 1, ":parameter_list", "(t *T)"},
		{"method_declaration", 1, ">parameter_list", "(a, b int)"},
		{"method_declaration", 1, ":identifier", NULL},
		{"method_declaration", 1, ":\"func\"", "func"},
		{"parameter_declaration", 2, ":identifier", "a"},
		{"parameter_declaration", 2, ">identifier", "b"},
		{"parameter_declaration", 2, ">\",\"", ","},
		/* ..k */
		{"method_declaration", 1, "..type_identifier", "T"},
		{"method_declaration", 1, "receiver/..type_identifier", "T"},
		{"method_declaration", 1, "body/..func_literal", "func(c int) {}"},
		{"method_declaration", 1, "body/..\"||\"", "||"},
		{"method_declaration", 1, "..method_declaration", NULL}, /* not the node itself */
		{"parameter_declaration", 1, "..block", NULL},           /* not behind the node */
		/* ^ and ^k */
		{"package_identifier", 1, "^", "package p"},
		{"type_identifier", 1, "^/^/^", "(t *T)"},
		{"type_identifier", 1, "^parameter_list", "(t *T)"},
		{"return_statement", 1, "^method_declaration/name", "Do"},
		{"return_statement", 1, "^type_declaration", NULL},
		{"source_file", 1, "^", NULL},
		{"package_clause", 1, "^/^", NULL},
		/* down and up again */
		{"method_declaration", 1, "name/^/name", "Do"},
		{"method_declaration", 1, "receiver/#/name/^/^", "(t *T)"},
		{"method_declaration", 1, "receiver/..type_identifier/^", "*T"},
		{"method_declaration", 1, "receiver/..type_identifier/^/^/^/^/name", "Do"},
		{"method_declaration", 1, "receiver/..type_identifier/^method_declaration/name", "Do"},
		{"func_literal", 1, "body/^/^/^/left", "f"},
		/* . and # */
		{"package_identifier", 1, ".", "p"},
		{"package_clause", 1, "#", "p"},
		{"block", 3, "#", NULL},
		{"parameter_list", 2, "#", "a, b int"},
		{"method_declaration", 1, "#2", "Do"},
		{"method_declaration", 1, "#2/^/#", "(t *T)"},
		{"method_declaration", 1, "#9", NULL},
		/* @f: the node itself, where it is the first in that field */
		{"field_identifier", 1, "@name", "Do"},
		{"field_identifier", 1, "^/@name", NULL},
		{"parameter_list", 1, "@receiver", "(t *T)"},
		{"parameter_list", 2, "@receiver", NULL},
		{"parameter_list", 2, "@parameters/^/name", "Do"},
		{"identifier", 2, "@name", "a"},
		{"identifier", 3, "@name", NULL}, /* b is the second name */
		{"source_file", 1, "@name", NULL},
		/* <: comments aside */
		{"method_declaration", 1, "<", "package p"},
		{"package_clause", 1, "<", NULL},
		{"type_declaration", 1, "</name", "Do"},
		{"type_declaration", 1, "</^/:package_clause", "package p"},
		/* alternatives: the first that leads somewhere */
		{"method_declaration", 1, "condition|name", "Do"},
		{"method_declaration", 1, "name|result", "Do"},
		{"method_declaration", 1, "condition|^type_declaration|receiver/name", NULL},
		{"if_statement", 1, "alternative|condition/right/#/..\"||\"", "||"},
	};
	check_paths(setup, setup->go, go_source, rows, COUNT(rows));
}

static void test_repeated_field(void **state)
{
	const setup *setup = *state;
	static const row go_rows[] = {
		{"call_expression", 1, "function/operand*", "x"}, /* x.y.z: two down */
		{"selector_expression", 1, "operand*", "x"},
		{"call_expression", 1, "operand*", NULL},
		{"selector_expression", 1, "operand*/^/operand*", "x"},
		{"binary_expression", 1, "right*/right", NULL},
	};
	check_paths(setup, setup->go, go_source, go_rows, COUNT(go_rows));
	static const row c_rows[] = {
		{"function_definition", 1, "declarator/..identifier", "name"},
		/* parentheses have no field: that is where a repeated one stops */
		{"function_definition", 1, "declarator*", "(*name(int a))"},
		{"function_definition", 1, "type", "char"},
		{"init_declarator", 1, "declarator*", "x"},
		{"init_declarator", 1, "^/declarator*", "x"},
	};
	check_paths(setup, setup->c, c_source, c_rows, COUNT(c_rows));
}

static void test_names(void **state)
{
	const setup *setup = *state;
	static const row rows[] = {
		{"method_declaration", 1, "name", "Do"},
		{"method_declaration", 1, "{name}", "Do"},
		{"method_declaration", 1, "(*{receiver/..type_identifier}).{name}", "(*T).Do"},
		{"method_declaration", 1, "{name}{name}", "DoDo"},
		{"method_declaration", 1, "<{name}>", "<Do>"},
		{"method_declaration", 1, "{condition}.{name}|{name}", "Do"}, /* all paths must lead somewhere */
		{"method_declaration", 1, "{condition|name}!", "Do!"},
		{"method_declaration", 1, "condition|'init'", "init"},
		{"method_declaration", 1, "name|'init'", "Do"},
		{"method_declaration", 1, "'a|b{c}'", "a|b{c}"}, /* quotes hide */
		{"method_declaration", 1, "condition", NULL},
		{"method_declaration", 1, "''|name", "Do"}, /* an empty word is no name */
		{"block", 1, "{:\"{\"}", "{"},
		{"block", 1, "[{:\"}\"}]", "[}]"},
		/* white space is folded */
		{"type_declaration", 1, ".", "type S struct{ n int }"},
		{"func_literal", 1, "{.}", "func(c int) {}"},
		{"if_statement", 1, "consequence", "{ return nil }"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		place place;
		error error;
		buffer out = BUFFER_INIT;
		buffer_add_string(&out, "=");
		place_open(&place, setup->go, go_source, rows[i].kind, rows[i].number);
		name_template *name = name_template_parse(setup->go, rows[i].path, setup->arena, &error);
		if (name == NULL)
			fail_msg("%s: %s", rows[i].path, error.message);
		bool filled = name_template_fill(name, &place.site, &out);
		assert_int_equal(filled, rows[i].expected != NULL);
		/* added to what is there; nothing where there is none */
		if (strcmp(out.data + 1, filled ? rows[i].expected : "") != 0)
			fail_msg("%s: %s", rows[i].path, out.data);
		buffer_finish(&out);
		place_close(&place);
	}
}

/* A name is one line of valid UTF-8, and of bounded length. */
static void test_hostile_names(void **state)
{
	const setup *setup = *state;
	error error;
	name_template *name = name_template_parse(setup->go, "#", setup->arena, &error);
	buffer source = BUFFER_INIT, out = BUFFER_INIT;
	buffer_add_string(&source, "package p\nvar x = `");
	/* cut at its longest, it must not be cut within a character */
	for (int i = 0; i < 700; i++)
		buffer_add_string(&source, "\xE4\xB8\xAD");
	buffer_add_string(&source, "`\n");
	place place;
	place_open(&place, setup->go, source.data, "expression_list", 1);
	assert_true(name_template_fill(name, &place.site, &out));
	assert_true(text_is_utf8((text){out.data, out.len}));
	assert_in_range(out.len, 1000, 1100);
	place_close(&place);

	buffer_clear(&out);
	place_open(&place, setup->go, "package p\nvar x = `a\x1b[31m\xE2\x80\xAE \t\n b`\n", "expression_list", 1);
	assert_true(name_template_fill(name, &place.site, &out));
	assert_string_equal(out.data, "`a\\x1B[31m\\u{202E} b`");
	place_close(&place);
	buffer_finish(&source);
	buffer_finish(&out);
}

/* A search for a descendant gives up in a huge tree; a field of a flat list of very many children is found at once. */
static void test_far(void **state)
{
	const setup *setup = *state;
	error error;
	buffer source = BUFFER_INIT;
	buffer_add_string(&source, "package p\nvar x = []int{");
	for (int i = 0; i < 30000; i++)
		buffer_add_string(&source, "1,");
	buffer_add_string(&source, "f()}\n");
	place place;
	place_open(&place, setup->go, source.data, "composite_literal", 1);
	path_list *near = path_parse(setup->go, "..int_literal", setup->arena, &error);
	path_list *far = path_parse(setup->go, "..call_expression", setup->arena, &error);
	path_list *last = path_parse(setup->go, "body/>call_expression", setup->arena, &error);
	for (int i = 0; i < 200; i++) {
		assert_false(ts_node_is_null(path_follow(near, &place.site)));
		assert_true(ts_node_is_null(path_follow(far, &place.site)));
		assert_true(ts_node_is_null(path_follow(last, &place.site)));
	}
	place_close(&place);
	buffer_finish(&source);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),           cmocka_unit_test(test_malformed),
		cmocka_unit_test(test_malformed_names), cmocka_unit_test(test_steps),
		cmocka_unit_test(test_repeated_field),  cmocka_unit_test(test_names),
		cmocka_unit_test(test_hostile_names),   cmocka_unit_test(test_far),
	};
	return cmocka_run_group_tests_name("path", tests, set_up, tear_down);
}
