/* SPDX-License-Identifier: MIT */
/* What is blanked of a text before its grammar is shown it: the further alternatives, and macros that are no C. */
#include "count/preprocessor.h"

#include "skeleton_check.h"

static const char *const opens[] = {"#if", "#ifdef", "#ifndef", NULL};
static const char *const turns[] = {"#else", "#elif", NULL};
static const char *const closes[] = {"#endif", NULL};
static const char *const types[] = {"class", "struct", "union", NULL};
static const char *const qualifiers[] = {"const", "final", "noexcept", "override", NULL};
static const lexis_preprocessor conditions = {opens, turns, closes, types, qualifiers};

static char *run(const char *source)
{
	span_list spans = {0};
	find_spans(source, &spans);
	char *out = preprocessor_blank(&conditions, text_of(source), (syntax_range){0, (uint32_t)strlen(source)},
				       spans.items, spans.count);
	span_list_finish(&spans);
	return out;
}

/* A ` in what is expected stands for a byte that is blanked. */
static void check_blanked(const char *source, const char *expected)
{
	char *out = run(source);
	assert_non_null(out);
	assert_int_equal(strlen(source), strlen(expected));
	for (size_t i = 0; expected[i] != '\0'; i++)
		if (out[i] != (expected[i] == '`' ? ' ' : expected[i]))
			fail_msg("byte %zu of:\n%s\nin place of:\n%s", i, out, expected);
	free(out);
}

static void check_kept(const char *source)
{
	char *out = run(source);
	if (out != NULL)
		fail_msg("blanked:\n%s", out);
}

static void leaves_the_first_of_open_alternatives(void **state)
{
	(void)state;
	check_blanked("#if a\nif (b) {\n#else\nif (c) {\n#endif\n}\n", "`````\nif (b) {\n`````\n````````\n``````\n}\n");
	check_blanked("#ifdef a\nint b(int c) {\n#elif d\nint e() {\n#else\nf\n#endif\n}\n",
		      "````````\nint b(int c) {\n```````\n`````````\n`````\n`\n``````\n}\n");
	check_blanked("#if a\n} else {\n#else // b\n} else if (c) { // d\n#endif /* e */\n}\n",
		      "`````\n} else {\n``````// b\n``````````````` // d\n```````/* e */\n}\n");
	check_blanked("#if a /* b */\n{\n#else /* c */\n{\n#endif\n}\n",
		      "````` /* b */\n{\n````` /* c */\n`\n``````\n}\n");
	check_blanked("#if a \\\n || b\n{\n#else\n#if c\n{{\n#endif\n#endif\n}\n",
		      "```````\n`````\n{\n`````\n`````\n``\n``````\n``````\n}\n");
}

static void leaves_directives_out_of_round_brackets(void **state)
{
	(void)state;
	check_blanked("f(a,\n#ifdef b\nc,\n#else\nd,\n#endif\ne);\n", "f(a,\n````````\nc,\n`````\n``\n``````\ne);\n");
	check_blanked("#ifdef a\nextern \"C\" {\n#endif\n", "````````\nextern \"C\" {\n``````\n");
}

static void leaves_out_a_later_alternative_that_is_open(void **state)
{
	(void)state;
	check_blanked("#if a\nb;\n#else\nif (c) {\n#endif\nd;\n", "#if a\nb;\n#else\n````````\n#endif\nd;\n");
}

static void keeps_alternatives_that_are_whole(void **state)
{
	(void)state;
	check_kept("#if a\nint b() { }\n#else\nint c() { }\n#endif\n");
	check_kept("#ifndef a\n#define b {\n#define c \\\n {\n#endif\n");
	check_kept("#else\n#endif\n#endif\n{\n#elif\n");
	check_kept("#if a // {\nb(\"{\");\n#else\n#endif\n");
	check_kept("#if a\n{\n");
}

static void leaves_out_macros_on_lines_of_their_own(void **state)
{
	(void)state;
	check_blanked("#include <a>\nBEGIN_B\n\nint c;\n", "#include <a>\n```````\n\nint c;\n");
	check_blanked("A_1\nBC(c, (d))\n\nclass E {\n\tQ_OBJECT\n\npublic:\n\tGH(h)\n};\n",
		      "```\n``````````\n\nclass E {\n\t````````\n\npublic:\n\t`````\n};\n");
	check_blanked("AB // c\n\nint d;\n", "`` // c\n\nint d;\n");
}

/* What may be a type, a head, a value or a name is none. */
static void keeps_what_may_be_more(void **state)
{
	(void)state;
	check_kept("ABC\nint_of_old_c() { }\n");
	check_kept("int a = 1 +\nABC\n\n+ 2;\n");
	check_kept("TEST(a)\n\n{\n}\n");
	check_kept("f(\nABC\n\n);\n");
	check_kept("Abc\n\nint a;\n");
	check_kept("AB(c) d\n\nint e;\n");
	check_kept("AB(c;)\n\nint e;\n");
	check_kept("A\n\nint e;\n");
}

static void leaves_out_macros_behind_parameters(void **state)
{
	(void)state;
	check_blanked("void f() SAFE {\n}\n", "void f() ```` {\n}\n");
	check_blanked("int f() const EXCLUDES(m) LOCKED\n{\n}\n", "int f() const ``````````` ``````\n{\n}\n");
	check_blanked("int f() AB(c) DE(f)\n  GH\n{\n}\n", "int f() ````` `````\n  ``\n{\n}\n");
	check_blanked("void f()\n\tSAFE(a) {\n}\n", "void f()\n\t``````` {\n}\n");
}

static void leaves_out_macros_before_names_of_types(void **state)
{
	(void)state;
	check_blanked("class AB c : public d {\n};\n", "class `` c : public d {\n};\n");
	check_blanked("struct AB c final\n{\n};\n", "struct `` c final\n{\n};\n");
	check_blanked("union AB\nc\n{\n};\n", "union ``\nc\n{\n};\n");
	check_kept("struct AB c = {1};\nclass AB final {\n};\nclass AB::c : d {\n};\nstruct AB *c() {\n}\n");
}

static void keeps_heads_in_capitals(void **state)
{
	(void)state;
	check_kept("SUITE(a)\nTEST(b) {\n}\n");
	check_kept("TEST(a) {\n}\n");
	check_kept("#define A(b)\n  TEST(c) {\n}\n");
	check_kept("if (a) {\n}\n");
	check_kept("struct AB b() {\n}\n");
}

/* C 6.4.6, C++ [lex.digraph]; the exception for a<::b is [lex.pptoken]'s. */
static void spells_brackets_out(void **state)
{
	(void)state;
	check_blanked("%:define a\nint b(void) <% c<:0:> = d; %>\n", "# define a\nint b(void) {  c[ 0]  = d; } \n");
	check_blanked("int a<::>;\n", "int a[ ] ;\n");
	check_blanked("a<:::b:>;\n", "a[ ::b] ;\n");
	check_blanked("%:if a\nif (b) <%\n%:else\nif (c) <%\n%:endif\n%>\n",
		      "``````\nif (b) { \n``````\n`````````\n```````\n} \n");
	check_blanked("<%", "{ ");
	check_blanked("<% // %>\n", "{  // %>\n");
	check_kept("a<::b> c; d = \"<% %>\"; // <: :>\n");
	check_kept("e = f % g < h ? i : j > k; l::m n; %");
}

/* Each place is looked at a few times, however often it might be asked for. */
static void goes_on_at_length(void **state)
{
	(void)state;
	static const char *const lines[] = {"#if a\n{\n#else\n", ") AB {",           "AB(\n", "AB\n",
					    "AB(((((\n\n",       "#if a\n#else\n{\n"};
	enum { TIMES = 60000 };
	for (size_t i = 0; i < COUNT(lines); i++) {
		size_t len = strlen(lines[i]);
		char *source = malloc(len * TIMES + 1);
		for (size_t j = 0; j < TIMES; j++)
			memcpy(source + j * len, lines[i], len);
		source[len * TIMES] = '\0';
		free(run(source));
		free(source);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_the_first_of_open_alternatives),
		cmocka_unit_test(leaves_directives_out_of_round_brackets),
		cmocka_unit_test(leaves_out_a_later_alternative_that_is_open),
		cmocka_unit_test(keeps_alternatives_that_are_whole),
		cmocka_unit_test(leaves_out_macros_on_lines_of_their_own),
		cmocka_unit_test(keeps_what_may_be_more),
		cmocka_unit_test(leaves_out_macros_behind_parameters),
		cmocka_unit_test(leaves_out_macros_before_names_of_types),
		cmocka_unit_test(keeps_heads_in_capitals),
		cmocka_unit_test(spells_brackets_out),
		cmocka_unit_test(goes_on_at_length),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
