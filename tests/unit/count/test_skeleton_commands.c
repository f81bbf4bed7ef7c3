/* SPDX-License-Identifier: MIT */
/* Skeletons of a shell's text: its functions. */
#include "skeleton_check.h"

static const char *const words[] = {"function", NULL};
static const lexis shell = {.skeleton = {.words = words, .commands = true}};

static void leaves(const char *source, const char *expected)
{
	check(&shell, false, source, expected);
}

static void leaves_nothing_but_functions(void **state)
{
	(void)state;
	leaves("", "");
	leaves("a\nif b; then c; fi\n", "");
	leaves("a() { b; }\n", "a() { }");
	leaves("a\nb ()\n{\n\tc $d\n}\ne\n", "b ()\n{\n\n}");
	leaves("a() {\n}\nb() {\n\tc\n}\n", "a() {\n}\nb() {\n\n}");
	leaves("function a {\n\tb\n}; function c () {\n\td\n}", "function a {\n\n};function c () {\n\n}");
}

static void keeps_what_functions_hold_in_them(void **state)
{
	(void)state;
	leaves("a() {\n\tb\n\tc() { d; }\n\te\n}\n", "a() {\n\nc() { }\n}");
	leaves("if a; then\n\tb() {\n\tc\n\t}\nfi\n", "b() {\n\n}");
	leaves("a() { b() { c; }; }", "a() { b() { };}");
}

/* The grammar wants a command between the brackets of a subshell. */
static void keeps_a_letter_of_a_subshell(void **state)
{
	(void)state;
	leaves("a() (\n\tb c\n)\n", "a() (b)");
	leaves("a() ( b() { c; }; d )\n", "a() (b() { };)");
	leaves("a() ( )\n", NULL);
}

/* Shell Command Language, 2.4: a brace is one where a command may begin or end. */
static void tells_braces_from_bytes(void **state)
{
	(void)state;
	leaves("a() {\n\techo } { {b,c} ${d:-{} {}\n}\n", "a() {\n\n}");
	leaves("a() {\n\tb && {\n\t\tc\n\t}\n\t{ d; }\n}\n", "a() {\n\n}");
	leaves("a() {\n\tfor b in c; do { d; } done\n}\n", "a() {\n\n}");
	leaves("a() { b $(c; { d; }) ${e%% }; }", "a() { }");
	leaves("a() {\n\tb \\\n\t}\n}\n", "a() {\n\n}");
}

static void passes_patterns(void **state)
{
	(void)state;
	leaves("a() {\n\tcase $b in\n\tc|d) e ;;\n\t(f) { g; } ;;\n\t*) (h) ;; esac\n}\n", "a() {\n\n}");
	leaves("a() (\n\tcase b in c) d;; esac\n)\n", "a() (c)");
	leaves("case a in b) c() { d; } ;; esac\n", "c() { }");
	leaves("a() {\n\tcase b in\n\tc) d\n}\n", NULL);
}

static void passes_empty_brackets_that_are_no_functions(void **state)
{
	(void)state;
	leaves("a=()\nb $() <() >()\nlocal c+=()\n", "");
	leaves("a=()\nb() { c; }\n", "b() { }");
}

/* What looks like one, and may be none, or may end elsewhere. */
static void has_none_where_in_doubt(void **state)
{
	(void)state;
	leaves("a() {\n\tb\n", NULL);
	leaves("a() { b; }\n}\n", NULL);
	leaves("a() { b() { c; } }", NULL);
	leaves("a() b\n", NULL);
	leaves("a() [[ b ]]\n", NULL);
	leaves("a() {b; }\n", NULL);
	leaves("() { a; }\n", NULL);
	leaves("=() { a; }\n", NULL);
	leaves("a b() { c; }\n", NULL);
	leaves("\"a\"b() { c; }\n", NULL);
	leaves("function\n", "");
	leaves("function a b { c; }\n", NULL);
	leaves("echo function a\n", "");
	leaves("a() { b; } >\"c\nd\"\n", NULL);
	leaves("a() { b; } >c \"d\ne\"\n", NULL);
	leaves("a() { b; } >c\n\"d\ne\"\n", "a() { }");
	leaves("a() { b; }; \"c\nd\"\n", "a() { }");
}

/* Brackets that do not match are nothing to a text without functions. */
static void needs_no_brackets_where_nothing_may_be_a_function(void **state)
{
	(void)state;
	leaves("a ) }\n( {\n", "");
	leaves("} \nb() { c; }\n", NULL);
	leaves("}\nfunction b { c; }\n", NULL);
}

/* Commands in a text may hold functions. */
static void looks_into_texts(void **state)
{
	(void)state;
	leaves("a \"b() { c; }\"\n", "");
	leaves("a \"$(b() { c; }; b)\"\n", NULL);
	leaves("a \"`b() { c; }`\"\n", NULL);
	leaves("a \"`b` c() { d; }\"\n", "");
	leaves("a \"$(b 'c)' (d)) e() { f; }\"\n", "");
	leaves("a \"$(b '(c' (d) e() { f; })\"\n", NULL);
	leaves("a \"$(case b in c) d;; esac; e() { f; })\"\n", NULL);
	leaves("a \"$(b # )\ne() { f; })\"\n", NULL);
	leaves("a \"\\$(b() { c; })\"\n", "");
}

static void passes_comments(void **state)
{
	(void)state;
	leaves("a() { # b }\n\tc # { (\n}\n", "a() { \n}");
	leaves("a() # b\n{\n\tc\n}\n", "a() # b\n{\n\n}");
	leaves("#!/bin/sh -c (\na() { b; }\n", "a() { }");
}

/* However long, each byte is looked at a fixed number of times. */
static void is_linear(void **state)
{
	(void)state;
	enum { TIMES = 100000 };
	static const struct {
		const char *text;
		bool served;
	} parts[] = {
		{"(", false},          {"{ ", false},        {"${", false},  {"a ", true},
		{"}", true},           {";}", false},        {"() ", false}, {"'", true},
		{"case a in ", false}, {"function ", false}, {"`", true},    {" \\\n", true},
	};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		buffer source = BUFFER_INIT;
		for (size_t j = 0; j < TIMES; j++)
			buffer_add_string(&source, parts[i].text);
		buffer_add_string(&source, "\na() { b; }\n");
		skeleton_rules *rules = skeleton_rules_create(&shell);
		skeleton made = {0};
		const skeleton_source whole = {.text = {source.data, source.len}, .range = {0, (uint32_t)source.len}};
		bool served = skeleton_make(&made, rules, &whole, false);
		assert_int_equal(served, parts[i].served);
		skeleton_finish(&made);
		skeleton_rules_destroy(rules);
		buffer_finish(&source);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_nothing_but_functions),
		cmocka_unit_test(keeps_what_functions_hold_in_them),
		cmocka_unit_test(keeps_a_letter_of_a_subshell),
		cmocka_unit_test(tells_braces_from_bytes),
		cmocka_unit_test(passes_patterns),
		cmocka_unit_test(passes_empty_brackets_that_are_no_functions),
		cmocka_unit_test(has_none_where_in_doubt),
		cmocka_unit_test(needs_no_brackets_where_nothing_may_be_a_function),
		cmocka_unit_test(looks_into_texts),
		cmocka_unit_test(passes_comments),
		cmocka_unit_test(is_linear),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
