/* SPDX-License-Identifier: MIT */
/* Where marks alone do not tell, the scan says so: then the file is for the grammar. */
#include "lexical_check.h"

static const lexis_mark script_lines[] = {{"//", 0}};
static const lexis_block_comment script_blocks[] = {{.open = "/*", .close = "*/"}};
static const lexis_string script_strings[] = {
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
static const lexis_mark script_doubts[] = {{"</", 0}, {"`", LEXIS_BEHIND_OPERAND}};
static const char *const script_words[] = {"return", NULL};
static const char *const script_heads[] = {"await", "for", "if", "while", NULL};
static const lexis script = {LINES(script),
			     BLOCKS(script),
			     STRINGS(script),
			     .operand_words = script_words,
			     .statement_heads = script_heads,
			     .doubts = script_doubts,
			     .doubt_count = COUNT(script_doubts)};

static const lexis_mark c_lines[] = {{"//", 0}};
static const lexis_block_comment c_blocks[] = {{.open = "/*", .close = "*/"}};
static const lexis_string c_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\'},
	{.open = "'", .close = "'", .escape = '\\', .character = true},
};
static const lexis c = {LINES(c), BLOCKS(c), STRINGS(c)};

static const lexis_mark python_lines[] = {{"#", 0}};
static const lexis_string python_strings[] = {
	{.open = "\"\"\"", .close = "\"\"\"", .escape = '\\', .multiline = true, .docstring = true},
	{.open = "\"", .close = "\"", .escape = '\\', .docstring = true},
};
static const char *const python_heads[] = {"class", "def", "async def", NULL};
static const lexis python = {LINES(python), STRINGS(python), .docstring_heads = python_heads};

static const lexis_string shell_strings[] = {{.open = "\"", .close = "\"", .multiline = true}};
static const lexis_heredoc shell_heredocs[] = {{.open = "<<", .quotes = "'\""}};
static const lexis shell = {STRINGS(shell), HEREDOCS(shell)};

/* `map`: the languages that are known, with Ruby for the language of the lexis; NULL: none are. */
static bool is_sure_among(const language_map *map, const lexis *lexis, const char *source)
{
	lexical_scanner *scanner = lexical_scanner_create(lexis);
	span_list spans = {0};
	if (map != NULL)
		lexical_scanner_know(scanner, map, language_map_find(map, text_of("Ruby")));
	bool sure = lexical_scan_surely(scanner, (text){source, strlen(source)}, &spans);
	span_list_finish(&spans);
	lexical_scanner_destroy(scanner);
	return sure;
}

static bool is_sure(const lexis *lexis, const char *source)
{
	return is_sure_among(NULL, lexis, source);
}

static void knows_plain_code(void **state)
{
	(void)state;
	assert_true(is_sure(&script, ""));
	assert_true(is_sure(&script, "a = 'b' + \"c\" // d\n/* e */ f = `g${h + `i`}\n`"));
	assert_true(is_sure(&script, "a = b / c; d = /[/\"]/.test(e)\n"));
	assert_true(is_sure(&c, "char a = '\"', b[] = \"/*\"; /* ' */ int d = 1'000;\n"));
	assert_true(is_sure(&shell, "a \"b\n\" < c\n"));
}

static void doubts_what_has_no_end(void **state)
{
	(void)state;
	assert_false(is_sure(&script, "a = 'b\nc"));
	assert_false(is_sure(&script, "a = 'b"));
	assert_false(is_sure(&script, "a = `b\n"));
	assert_false(is_sure(&script, "a = `b${c\n"));
	assert_false(is_sure(&script, "a /* b\n"));
	assert_false(is_sure(&c, "#error it \"is\n"));
	assert_false(is_sure(&shell, "cat <<X\n\n"));
	assert_true(is_sure(&c, "// a\r\nint b;\n"));
	assert_false(is_sure(&c, "// a\rint b;\n"));
}

/* The text of a shell's may hold commands with comments, but where its word is quoted. */
static void doubts_here_documents(void **state)
{
	(void)state;
	assert_true(is_sure(&shell, "cat <<EOF\n# $a\nEOF\n"));
	assert_true(is_sure(&shell, "cat <<_A_\n$(b)\n_A_\n"));
	assert_true(is_sure(&shell, "cat <<EOF\n$(a # b\n)\nEOF\n"));
	assert_true(is_sure(&shell, "cat <<EOF\n# a `b` c\n# d\nEOF\n"));
	assert_false(is_sure(&shell, "cat <<EOF\n$(a\n # b\n)\nEOF\n"));
	assert_false(is_sure(&shell, "cat <<EOF\n`a\n# b\n`\nEOF\n"));
	assert_false(is_sure(&shell, "cat <<EOF\n`a \\\n# b\n`\nEOF\n"));
	assert_true(is_sure(&shell, "cat <<\"EOF\"\n`a\n# b\n`\nEOF\n"));
	assert_true(is_sure(&shell, "cat <<\\EOF\n$(a\n# b\n)\nEOF\n"));
}

static const lexis_mark ruby_lines[] = {{"#", 0}};
static const lexis_string ruby_strings[] = {
	{.open = ":/", .close = "", .place = LEXIS_OPERAND},
	{.open = "\"", .close = "\"", .multiline = true},
	{.open = "/", .close = "/", .escape = '\\', .place = LEXIS_OPERAND},
	{.open = "%w(", .close = ")", .place = LEXIS_OPERAND, .multiline = true},
};
static const lexis_heredoc ruby_heredocs[] = {
	{.open = "<<", .signs = "-~", .quotes = "'\"`", .upper = true, .data = true}};
static const lexis_mark ruby_doubts[] = {{":/", LEXIS_BEHIND_OPERAND}, {"%w", 0}};
static const char *const ruby_words[] = {"if", "return", NULL};
static const lexis ruby = {LINES(ruby),
			   STRINGS(ruby),
			   HEREDOCS(ruby),
			   .doubts = ruby_doubts,
			   .doubt_count = COUNT(ruby_doubts),
			   .operand_words = ruby_words,
			   .line_ends_statement = true};

/* Its word may name the language of its text: in another it is counted by that one's rules, in its own it is data. */
static void doubts_texts_in_other_languages(void **state)
{
	(void)state;
	static const char known[] =
		"Ruby: {type: programming}\nSQL: {type: data}\nPython: {type: data, aliases: [python3]}\n";
	error error;
	language_map *map = language_map_create();
	assert_int_equal(language_map_parse(map, "m.yaml", text_of(known), true, &error), 0);
	assert_int_equal(language_map_seal(map, &error), 0);
	assert_false(is_sure_among(map, &shell, "cat <<SQL\nSELECT\nSQL\n"));
	assert_false(is_sure_among(map, &shell, "cat <<'sql'\nSELECT\nsql\n"));
	assert_false(is_sure_among(map, &shell, "cat <<python3\npass\npython3\n"));
	assert_false(is_sure_among(map, &shell, "cat <<RUBY\n:a\nRUBY\n"));
	assert_true(is_sure_among(map, &shell, "cat <<MSG\na\nMSG\n"));
	assert_true(is_sure_among(map, &shell, "cat <<A_SQL\na\nA_SQL\n"));
	assert_true(is_sure_among(map, &ruby, "a <<~RUBY\n# b\nRUBY\n"));
	assert_false(is_sure_among(map, &ruby, "a <<~SQL\n-- b\nSQL\n"));
	language_map_destroy(map);
}

/* The code in a text may hold a comment on a line of its own, and braces in its quotes. */
static void doubts_comments_in_code_of_a_text(void **state)
{
	(void)state;
	assert_true(is_sure(&ruby, "a <<~B\n# c\n#{d}\n# e\nB\n"));
	assert_true(is_sure(&ruby, "a <<~B\n`c\n# d\nB\n"));
	assert_true(is_sure(&ruby, "a <<~B\n#{c { d }}\n# e\nB\n"));
	assert_true(is_sure(&ruby, "a <<~B\n\\#{c\n# d\nB\n"));
	assert_true(is_sure(&ruby, "a <<~'B'\n#{c\n# d\nB\n"));
	assert_false(is_sure(&ruby, "a <<~B\n#{c\n# d\n}\nB\n"));
	assert_false(is_sure(&ruby, "a <<~B\n#{c { d }\n  # e\n}\nB\n"));
	assert_false(is_sure(&ruby, "a <<~B\n#{c \"}\"\n# d\n}\nB\n"));
	assert_false(is_sure(&ruby, "a <<~B\n#{c \\\n# d\n}\nB\n"));
}

/* No operator leads a line of Ruby, but behind a backslash. */
static void knows_operands_at_the_beginning_of_a_line(void **state)
{
	(void)state;
	assert_true(is_sure(&ruby, "f(a)\n%w(b \" c).each\n"));
	assert_true(is_sure(&ruby, "f(a)\r\n  %w(b \" c).each\r\n"));
	assert_true(is_sure(&ruby, "f(a)\n/\"/.match?(b)\n"));
	assert_true(is_sure(&ruby, "%w(\")\n"));
	assert_false(is_sure(&ruby, "f(a) \\\n%w(b)\n"));
	assert_false(is_sure(&ruby, "f(a) %w(b)\n"));
	assert_false(is_sure(&script, "f(a)\n/[\"]/.test(b)\n/c/d"));
	assert_true(is_sure(&ruby, "f(:/, \"a\")"));
	assert_false(is_sure(&ruby, "f :/, \"a\""));
}

static void doubts_marks_of_the_language(void **state)
{
	(void)state;
	assert_false(is_sure(&script, "x = <p>text</p>;"));
	assert_true(is_sure(&script, "x = '</p>'; // </p>"));
	assert_false(is_sure(&script, "x = tag`text`;"));
	assert_false(is_sure(&script, "x = f()`text`;"));
	assert_true(is_sure(&script, "return `text`;"));
	assert_false(is_sure(&script, "return /* HTML */ `text`;"));
	assert_true(is_sure(&script, "f(/* a */ 'text');"));
}

static void doubts_a_slash_that_may_begin_an_expression(void **state)
{
	(void)state;
	assert_false(is_sure(&script, "if (a) /[\"]/.test(b);"));
	assert_false(is_sure(&script, "if (a) { } /'/.test(b); c = '';"));
	assert_true(is_sure(&script, "a = (b + c) / d / e;"));
	assert_true(is_sure(&script, "a = (b + c) / d + 'e';"));
}

/* Brackets of a call or around an expression have a value, which can be divided; those of a statement's head have none. */
static void knows_a_division_behind_brackets(void **state)
{
	(void)state;
	assert_true(is_sure(&script, "a = (b + c) / d + 'e' / f;"));
	assert_true(is_sure(&script, "a = b(c(d), e()) / f + 'g' / h;"));
	assert_true(is_sure(&script, "a.if(b) / c + 'd' / e;"));
	assert_true(is_sure(&script, "gif(b) / c + 'd' / e;"));
	assert_true(is_sure(&script, "$if(b) / c + 'd' / e;"));
	assert_false(is_sure(&script, "while (a(b)) /'/.test(c);"));
	assert_false(is_sure(&script, "for await (a of b()) /'/.test(c);"));
	assert_false(is_sure(&script, "if /* a */ (b) /'/.test(c);"));
	assert_false(is_sure(&script, "if (a['b']) /'/.test(c);"));
	assert_false(is_sure(&script, ") /'/.test(c);"));
}

/* The grammar sees the comment; the string of the scan holds it. A line that has more than it is code to both. */
static void doubts_a_comment_in_code_of_a_string(void **state)
{
	(void)state;
	assert_true(is_sure(&script, "a = `${b /* c */}`;"));
	assert_true(is_sure(&script, "a = `${b // c\n}`;"));
	assert_false(is_sure(&script, "a = `${b /* c\n */}`;"));
	assert_false(is_sure(&script, "a = `${\n // c\nb}`;"));
}

static void doubts_long_characters_with_marks(void **state)
{
	(void)state;
	assert_false(is_sure(&c, "int a = '//ab';"));
	assert_true(is_sure(&c, "int a = 'abcd'; // b"));
	assert_true(is_sure(&c, "f('a / b');"));
}

static void doubts_docstrings_that_lines_do_not_tell(void **state)
{
	(void)state;
	assert_true(is_sure(&python, "\"\"\"a\n\"\"\"\ndef f():\n  \"b\"\n  if c:\n    \"d\"\n"));
	assert_true(is_sure(&python, "def f(\n  a,\n) -> b:\n  \"c\"\n"));
	assert_true(is_sure(&python, "a = {\n  b:\n    \"c\"}\n"));
	assert_true(is_sure(&python, "a = {\n  ')': \"\"\"b\nc\"\"\"}\n"));
	assert_true(is_sure(&python, "a = f(r\"\"\"b\nc\"\"\")\n"));
	assert_true(is_sure(&python, "rule b:\n  \"c\"\n"));
	assert_false(is_sure(&python, "def f(\n  a): \"\"\"b\n\"\"\"\n"));
	assert_false(is_sure(&python, "def f() \\\n  : \"\"\"b\n\"\"\"\n"));
	assert_false(is_sure(&python, "def f(a=\"\"\"\n\"\"\" + b): \"\"\"c\n\"\"\"\n"));
	assert_false(is_sure(&python, "def f():\n  \"b\" \"c\"\n"));
	assert_false(is_sure(&python, "def f(): \"\"\"b\n\n\"\"\"\n"));
	assert_true(is_sure(&python, "def f(a:\n   \"b\"): pass\n"));
}

/* A quote in the code of a field is not the end of the string, and lines of it are lines of code. */
static void doubts_fields_with_quotes_or_lines(void **state)
{
	(void)state;
	assert_true(is_sure(&python, "a = f\"{b}{{\" # c\n"));
	assert_false(is_sure(&python, "a = f\"{b[\"#\"]}\"\n"));
	assert_false(is_sure(&python, "a = rF\"\"\"{b[\"\"\"c\"\"\"]}\"\"\"\n"));
	assert_false(is_sure(&python, "a = f\"\"\"{b\n}\"\"\"\n"));
	assert_true(is_sure(&python, "a = f\"\"\"{b}\n{{\n\"\"\"\n"));
	assert_true(is_sure(&python, "a = b\"{\"\n"));
}

static const lexis_mark page_lines[] = {{"//", 0}};
static const lexis_block_comment page_blocks[] = {{.open = "/*", .close = "*/"}};
static const lexis_string page_strings[] = {{.open = "'", .close = "'", .escape = '\\', .multiline = true}};
static const lexis page = {LINES(page), BLOCKS(page), STRINGS(page), .code_open = "<?php", .code_close = "?>"};

/* What stands outside is not the language's own. */
static void doubts_what_is_not_all_code(void **state)
{
	(void)state;
	assert_true(is_sure(&page, "<?php\na();\n"));
	assert_true(is_sure(&page, "\xEF\xBB\xBF<?php a();\n?>\n"));
	assert_true(is_sure(&page, "<?php a();\n?>\r\n"));
	assert_true(is_sure(&page, "<?php '?>'; /* ?> */ b();\n"));
	assert_false(is_sure(&page, "<?php a();\n?>\n\n"));
	assert_false(is_sure(&page, "<?php a(); // ?> <b>\n"));
	assert_false(is_sure(&page, "<?php a(); ?><b>\n"));
	assert_false(is_sure(&page, "<b><?php a();\n"));
	assert_false(is_sure(&page, "<?phpa();\n"));
	assert_false(is_sure(&page, "<?php"));
	assert_false(is_sure(&page, ""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_plain_code),
		cmocka_unit_test(doubts_what_has_no_end),
		cmocka_unit_test(doubts_here_documents),
		cmocka_unit_test(doubts_texts_in_other_languages),
		cmocka_unit_test(doubts_comments_in_code_of_a_text),
		cmocka_unit_test(knows_operands_at_the_beginning_of_a_line),
		cmocka_unit_test(knows_a_division_behind_brackets),
		cmocka_unit_test(doubts_marks_of_the_language),
		cmocka_unit_test(doubts_a_slash_that_may_begin_an_expression),
		cmocka_unit_test(doubts_a_comment_in_code_of_a_string),
		cmocka_unit_test(doubts_long_characters_with_marks),
		cmocka_unit_test(doubts_docstrings_that_lines_do_not_tell),
		cmocka_unit_test(doubts_fields_with_quotes_or_lines),
		cmocka_unit_test(doubts_what_is_not_all_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
