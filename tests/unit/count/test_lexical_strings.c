/* SPDX-License-Identifier: MIT */
/* The lexical counter: raw strings, docstrings, regular expressions, code within strings, strings in parts. */
#include "lexical_check.h"

static const lexis_mark slash_lines[] = {{"//", 0}};
static const lexis_block_comment slash_blocks[] = {{.open = "/*", .close = "*/", .nested = true}};
static const lexis_mark hash_lines[] = {{"#", 0}};

static const lexis_string rust_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\', .multiline = true},
	{.open = "r{#}\"", .close = "\"{#}", .multiline = true},
	{.open = "'", .close = "'", .escape = '\\', .character = true},
};
static const lexis rust = {LINES(slash), BLOCKS(slash), STRINGS(rust)};

static void knows_rust(void **state)
{
	(void)state;
	CHECK(&rust, "fn f<'a>(x: &'static str, y: &'a u8) -> '\"' // c", "S'\"'", "C// c");
	CHECK(&rust, "r#\"a\" // \"# // c", "Sr#\"a\" // \"#", "C// c");
	CHECK(&rust, "r\"\\\" // c", "Sr\"\\\"", "C// c");
	CHECK(&rust, "br##\"\"# \n\n/*\"## /* /* */ */ x", "Sr##\"\"# \n\n/*\"##", "C/* /* */ */");
	CHECK(&rust, "r#type + r#\"x\"#", "Sr#\"x\"#");
	CHECK(&rust, "'\\u{1F600}' 'x' b'\\\\' '\\''", "S'\\u{1F600}'", "S'x'", "S'\\\\'", "S'\\''");
	CHECK(&rust, "\"a\n\n// b\" // c", "S\"a\n\n// b\"", "C// c");
}

static const lexis_string swift_strings[] = {
	{.open = "{#}\"", .close = "\"{#}", .escape = '\\', .interpolation_open = "\\(", .interpolation_close = ")"},
	{.open = "{#}\"\"\"", .close = "\"\"\"{#}", .multiline = true},
};
static const lexis swift = {LINES(slash), BLOCKS(slash), STRINGS(swift)};

static void lets_a_fence_begin_a_mark(void **state)
{
	(void)state;
	CHECK(&swift, "##\"a \"# b\"## // c", "S##\"a \"# b\"##", "C// c");
	CHECK(&swift, "#\"\"\" \"\"\" \n \"\"\"# // c", "S#\"\"\" \"\"\" \n \"\"\"#", "C// c");
	CHECK(&swift, "#if x // c", "C// c");
	CHECK(&swift, "\"\\(f(\")\"))\" // c", "S\"\\(f(\")\"))\"", "C// c");
	CHECK(&swift, "\"\\\\(\" // c", "S\"\\\\(\"", "C// c");
}

static const lexis_string python_strings[] = {
	{.open = "\"\"\"", .close = "\"\"\"", .escape = '\\', .multiline = true, .docstring = true},
	{.open = "'''", .close = "'''", .escape = '\\', .multiline = true, .docstring = true},
	{.open = "\"", .close = "\"", .escape = '\\', .docstring = true},
	{.open = "'", .close = "'", .escape = '\\', .docstring = true},
};
static const char *const python_heads[] = {"class", "def", "async def", NULL};
static const lexis python = {LINES(hash), STRINGS(python), .docstring_heads = python_heads};

static void tells_docstrings_from_strings(void **state)
{
	(void)state;
	CHECK(&python, "#!x\n\n\"\"\"module\n\ntext\"\"\"\nx = 1\n", "C#!x", "D\"\"\"module\n\ntext\"\"\"");
	CHECK(&python, "def f():\n    '''doc'''\n    '''not'''\n", "D'''doc'''", "S'''not'''");
	CHECK(&python, "def f(): # c\n    # d\n    r'''doc'''; # e\n", "C# c", "C# d", "Dr'''doc'''", "C# e");
	CHECK(&python, "class A:\n\n  'doc'\n  x = 1\n  'not'\n", "D'doc'", "S'not'");
	CHECK(&python, "x = '''a\n\nb'''\n", "S'''a\n\nb'''");
	CHECK(&python, "def f():\n  '''a''' + x\n", "S'''a'''");
	CHECK(&python, "def f(): '''a'''\n", "S'''a'''");
	CHECK(&python, "if x:\n  'not'\nelse: # c\n  'not'\n", "S'not'", "C# c", "S'not'");
	CHECK(&python, "def f(\n    a):\n  'doc'\n", "D'doc'");
	CHECK(&python, "async def f():\n  'doc'\nasync with x:\n  'not'\n", "D'doc'", "S'not'");
	CHECK(&python, "x\n'''a'''\n", "S'''a'''");
	CHECK(&python, "def f():\n  b'''a'''\n", "S'''a'''");
	CHECK(&python, "'''\nnever", "S'''\nnever");
	CHECK(&python, "\r\n'''a'''\r\n", "D'''a'''");
}

static void takes_the_longest_mark(void **state)
{
	(void)state;
	CHECK(&python, "f(\"\"\"a \"b\" # \"\"\") # c", "S\"\"\"a \"b\" # \"\"\"", "C# c");
	CHECK(&python, "f(\"\" '') # c", "S\"\"", "S''", "C# c");
	CHECK(&python, "f(\"\"\"a\\\"\"\"\"\"\") # c", "S\"\"\"a\\\"\"\"\"\"\"", "C# c");
	/* Kotlin and Scala: a quote may stand right before the closing mark. */
	CHECK(&python, "f(\"\"\"a\"\"\"\") # c", "S\"\"\"a\"\"\"\"", "C# c");
}

static const lexis_string js_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\'},
	{.open = "'", .close = "'", .escape = '\\'},
	{.open = "`",
	 .close = "`",
	 .escape = '\\',
	 .multiline = true,
	 .interpolation_open = "${",
	 .interpolation_close = "}"},
	{.open = "/", .close = "/", .escape = '\\', .place = LEXIS_OPERAND},
};
static const lexis_block_comment js_blocks[] = {{.open = "/*", .close = "*/"}};
static const char *const js_words[] = {"case", "return", "typeof", NULL};
static const char *const js_heads[] = {"await", "for", "if", "while", NULL};
static const lexis js = {LINES(slash), BLOCKS(js), STRINGS(js), .operand_words = js_words, .statement_heads = js_heads};

static void tells_regular_expressions_from_divisions(void **state)
{
	(void)state;
	CHECK(&js, "a = /\"/ // c", "S/\"/", "C// c");
	CHECK(&js, "a = b / c; d = \"/\" // c", "S\"/\"", "C// c");
	CHECK(&js, "/[/'\"]/.test(x) // c", "S/[/'\"]/", "C// c");
	CHECK(&js, "f(/\\/'/, /\\[/) // c", "S/\\/'/", "S/\\[/", "C// c");
	CHECK(&js, "(a) / 2 + b[0] / 3 + 4 / 5 + '6' / 7 // c", "S'6'", "C// c");
	CHECK(&js, "return /'/; typeof /'/", "S/'/", "S/'/");
	CHECK(&js, "case /'/:\n x.return / y // c'", "S/'/", "C// c'");
	CHECK(&js, "i++ / 2 /* ' */ / 3", "C/* ' */");
	CHECK(&js, "x => /'/ // c", "S/'/", "C// c");
	CHECK(&js, "/* a */ /'/", "C/* a */", "S/'/");
	CHECK(&js, "b /* a */ / '/'", "C/* a */", "S'/'");
	CHECK(&js, "<a></a> // c", "C// c");
	CHECK(&js, "a = x\n/ y / '/'", "S'/'");
	/* Not closed on its line: no regular expression. */
	CHECK(&js, "= / x\n// c\n", "C// c");
	CHECK(&js, "= / ' \n// c\n", "S' ", "C// c");
}

/* What was no string of one kind tells nothing of the other kinds. */
static void forgets_failed_searches_of_other_rules(void **state)
{
	static const lexis_string operand_strings[] = {
		{.open = "%(", .close = ")", .multiline = true, .place = LEXIS_OPERAND},
		{.open = "%w[", .close = "]", .multiline = true, .nested = true, .place = LEXIS_OPERAND},
		{.open = "/", .close = "/", .escape = '\\', .place = LEXIS_OPERAND},
	};
	static const lexis operand = {LINES(hash), STRINGS(operand)};
	(void)state;
	CHECK(&operand, "(%(x, /['#]/, 1 / 2 # c", "S/['#]/", "C# c");
	CHECK(&operand, "(%(a[#) # c", "S%(a[#)", "C# c");
	CHECK(&operand, "puts %w[#] # c", "S%w[#]", "C# c");
	CHECK(&operand, "a % w; 5 %w[0]; a%w[0] # c", "C# c");
	CHECK(&operand, "= %w[a [#] #] # c", "S%w[a [#] #]", "C# c");
}

static void looks_into_templates(void **state)
{
	(void)state;
	CHECK(&js, "`a ${b} // c` // d", "S`a ${b} // c`", "C// d");
	CHECK(&js, "`${f(`${\"`\"}`)}` // d", "S`${f(`${\"`\"}`)}`", "C// d");
	CHECK(&js, "`${ {a: {b: 1}} } }` // d", "S`${ {a: {b: 1}} } }`", "C// d");
	CHECK(&js, "`${ /* ` } */ /[}`]/ } ` // d", "S`${ /* ` } */ /[}`]/ } `", "C// d");
	CHECK(&js, "`${ // ` }\n 1}` // d", "S`${ // ` }\n 1}`", "C// d");
	CHECK(&js, "`\\${` // d", "S`\\${`", "C// d");
	CHECK(&js, "`a\n\n//\n` /* d */ `", "S`a\n\n//\n`", "C/* d */", "S`");
	CHECK(&js, "x `${ a `b", "S`${ a `b");
	CHECK(&js, "} // d", "C// d");
}

static void bounds_the_depth_of_templates(void **state)
{
	(void)state;
	enum { DEEP = 5000 };
	static char source[DEEP * 6 + 8];
	char *at = source;
	/* Properly nested, but deeper than is followed; what counts is that it ends, in one string, within the text. */
	for (int i = 0; i < DEEP; i++, at += 3)
		memcpy(at, "`${", 3);
	memcpy(at, "\n", 1);
	at++;
	size_t len = (size_t)(at - source);
	lexical_scanner *scanner = lexical_scanner_create(&js);
	span_list spans = {0};
	lexical_scan(scanner, (text){source, len}, &spans);
	assert_int_equal(spans.count, 1);
	assert_int_equal(spans.items[0].start, 0);
	assert_int_equal(spans.items[0].end, len);
	span_list_finish(&spans);
	lexical_scanner_destroy(scanner);
}

static const lexis_string kotlin_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\', .interpolation_open = "${", .interpolation_close = "}"},
	{.open = "$\"", .close = "\"", .escape = '\\', .interpolation_open = "{", .interpolation_close = "}"},
};
static const lexis kotlin = {LINES(slash), BLOCKS(slash), STRINGS(kotlin)};

static void looks_into_strings_of_one_line(void **state)
{
	(void)state;
	CHECK(&kotlin, "\"${a(\"x\")} // no\" // c", "S\"${a(\"x\")} // no\"", "C// c");
	CHECK(&kotlin, "\"${if (a)\n \"x\" else \"y\"}\" // c", "S\"${if (a)\n \"x\" else \"y\"}\"", "C// c");
	/* A line comment would hide the end of the string: it cannot be one. */
	CHECK(&kotlin, "\"${a // b}\" // c", "S\"${a // b}\"", "C// c");
	/* C#: a doubled brace is a brace. */
	CHECK(&kotlin, "$\"{{ {x[\"}\"]} }}\" // c", "S$\"{{ {x[\"}\"]} }}\"", "C// c");
	CHECK(&kotlin, "\"${a} open\n// c", "S\"${a} open", "C// c");
}

static const lexis_string perl_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\', .multiline = true},
	{.open = "q{", .close = "}", .escape = '\\', .multiline = true, .nested = true, .place = LEXIS_NOT_BEHIND_WORD},
	{.open = "s/", .close = "/", .escape = '\\', .multiline = true, .twice = true, .place = LEXIS_NOT_BEHIND_WORD},
	{.open = "s{",
	 .close = "}",
	 .escape = '\\',
	 .multiline = true,
	 .nested = true,
	 .twice = true,
	 .place = LEXIS_NOT_BEHIND_WORD},
	{.open = "$#", .close = ""},
};
static const lexis perl = {LINES(hash), STRINGS(perl)};

static void knows_quotes_of_perl(void **state)
{
	(void)state;
	CHECK(&perl, "q{a {b} # } # c", "Sq{a {b} # }", "C# c");
	CHECK(&perl, "$x =~ s/#\"/'/; # c", "Ss/#\"/'/", "C# c");
	CHECK(&perl, "s{a{2}} {#}g # c", "Ss{a{2}} {#}", "C# c");
	CHECK(&perl, "s{a}\n{#\"}g # c", "Ss{a}\n{#\"}", "C# c");
	CHECK(&perl, "s{a}/#/ # c", "Ss{a}", "C#/ # c");
	CHECK(&perl, "$s{x} %s/ &q{ $h->q{ # c", "C# c");
	CHECK(&perl, "$#list + $#{$x} # c", "C# c");
	CHECK(&perl, "qs/a # c", "C# c");
	/* Directly behind a string, s is its flag. */
	CHECK(&perl, "\"x\"s/a # c", "S\"x\"", "C# c");
}

static const lexis_string here_strings[] = {
	{.open = "@\"", .close = "\"@", .multiline = true, .place = LEXIS_ALONE, .close_place = LEXIS_LINE_START},
	{.open = "\"", .close = "\"", .escape = '`', .multiline = true},
	{.open = "$\\", .close = "", .character = true, .place = LEXIS_NOT_BEHIND_WORD},
	{.open = "$", .close = "", .escape = '\\', .character = true, .place = LEXIS_NOT_BEHIND_WORD},
};
static const lexis here = {LINES(hash), STRINGS(here)};

static void places_closing_marks(void **state)
{
	(void)state;
	CHECK(&here, "@\"\n # \"@ \n\"@ # c", "S@\"\n # \"@ \n\"@", "C# c");
	CHECK(&here, "\"`\"#\" # c", "S\"`\"#\"", "C# c");
	/* Erlang's characters */
	CHECK(&here, "[$\", $#, $a, $\xc3\xa4] # c", "S$\"", "S$#", "S$a", "S$\xc3\xa4", "C# c");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_rust),
		cmocka_unit_test(lets_a_fence_begin_a_mark),
		cmocka_unit_test(tells_docstrings_from_strings),
		cmocka_unit_test(takes_the_longest_mark),
		cmocka_unit_test(tells_regular_expressions_from_divisions),
		cmocka_unit_test(forgets_failed_searches_of_other_rules),
		cmocka_unit_test(looks_into_templates),
		cmocka_unit_test(bounds_the_depth_of_templates),
		cmocka_unit_test(looks_into_strings_of_one_line),
		cmocka_unit_test(knows_quotes_of_perl),
		cmocka_unit_test(places_closing_marks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
