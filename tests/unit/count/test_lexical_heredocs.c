/* SPDX-License-Identifier: MIT */
/* The lexical counter: here-documents. */
#include "lexical_check.h"

static const lexis_mark shell_lines[] = {{"#", LEXIS_BEHIND_BLANK}};
static const lexis_string shell_strings[] = {
	{.open = "\"",
	 .close = "\"",
	 .escape = '\\',
	 .multiline = true,
	 .interpolation_open = "$(",
	 .interpolation_close = ")"},
	{.open = "'", .close = "'", .multiline = true},
	{.open = "\\", .close = "", .character = true},
};
static const lexis_heredoc shell_heredocs[] = {{.open = "<<", .signs = "-", .quotes = "'\""}};
static const lexis shell = {LINES(shell), STRINGS(shell), HEREDOCS(shell)};

static void knows_here_documents_of_shells(void **state)
{
	(void)state;
	CHECK(&shell, "cat <<EOF # c\n# \"no\n\n EOF\nEOF2\nEOF\n# d", "C# c", "S# \"no\n\n EOF\nEOF2\nEOF", "C# d");
	CHECK(&shell, "cat << 'E F' | wc\n'\nE F\n# d", "S'\nE F", "C# d");
	CHECK(&shell, "cat <<-\\EOF\n\t'\n\tEOF\n# d", "S\t'\n\tEOF", "C# d");
	CHECK(&shell, "cat <<A <<\"B\"\n'\nA\n\"\nB\n# d", "S'\nA", "S\"\nB", "C# d");
	CHECK(&shell, "cat<<EOF;x\r\n'\r\nEOF\r\n# d", "S'\r\nEOF", "C# d");
	CHECK(&shell, "cat <<EOF-1.a\n'\nEOF-1.a\n# d", "S'\nEOF-1.a", "C# d");
	CHECK(&shell, ": <<=cut\n'\n=cut\n# d", "S'\n=cut", "C# d");
	CHECK(&shell, "cat <<!\n'\n!\n# d", "S'\n!", "C# d");
	CHECK(&shell, "cat <<EOF\nnever", "Snever");
	CHECK_NONE(&shell, "cat <<EOF\n");
	CHECK_NONE(&shell, "cat <<EOF");
	CHECK(&shell, "cat <<EOF\nEOF\n'x'", "SEOF", "S'x'");
}

static void tells_shifts_and_here_strings(void **state)
{
	(void)state;
	CHECK(&shell, "x=$((1<<2))\n# c", "C# c");
	CHECK(&shell, "x=$((a<<b))\n# c", "C# c");
	CHECK(&shell, "((a <<= b))\n# c", "C# c");
	CHECK(&shell, "x=$((a)) cat <<b\n'\nb\n# c", "S'\nb", "C# c");
	CHECK(&shell, "cat <<<\"$x\"\n# c", "S\"$x\"", "C# c");
	CHECK(&shell, "cat <<<word\n# c", "C# c");
	CHECK(&shell, "cat <<\n# c", "C# c");
	CHECK(&shell, "echo \\\" \\# \\' # c", "S\\\"", "S\\#", "S\\'", "C# c");
	CHECK(&shell, "# <<EOF\nx # c", "C# <<EOF", "C# c");
	CHECK(&shell, "'<<EOF'\nx # c", "S'<<EOF'", "C# c");
}

static void finds_here_documents_in_code_within_strings(void **state)
{
	(void)state;
	CHECK(&shell, "x=\"$(cat <<EOF\n)\" # no\nEOF\n)\" # c", "S\"$(cat <<EOF\n)\" # no\nEOF\n)\"", "C# c");
	CHECK(&shell, "x=\"$(cat <<EOF\nnever", "S\"$(cat <<EOF\nnever");
}

static const lexis_mark ruby_lines[] = {{"#", 0}};
static const lexis_block_comment ruby_blocks[] = {
	{.open = "=begin", .close = "=end", .place = LEXIS_LINE_START, .close_place = LEXIS_LINE_START},
};
static const lexis_string ruby_strings[] = {{.open = "\"",
					     .close = "\"",
					     .escape = '\\',
					     .multiline = true,
					     .interpolation_open = "#{",
					     .interpolation_close = "}"}};
static const lexis_heredoc ruby_heredocs[] = {{.open = "<<", .signs = "-~", .quotes = "'\"`", .upper = true}};
static const char *const ruby_words[] = {"print", "return", NULL};
static const lexis ruby = {LINES(ruby), BLOCKS(ruby), STRINGS(ruby), HEREDOCS(ruby), .operand_words = ruby_words};

static void knows_here_documents_of_ruby(void **state)
{
	(void)state;
	CHECK(&ruby, "f(<<A, <<~B) # c\n \" # A\nA\n  \"\n  B\n# d", "C# c", "S \" # A\nA", "S  \"\n  B", "C# d");
	CHECK(&ruby, "x = <<~'a b'.strip\n\"\n a b\n# d", "S\"\n a b", "C# d");
	CHECK(&ruby, "=begin\n<<A\n=end\n# d", "C=begin\n<<A\n=end", "C# d");
	CHECK(&ruby, "\"#{x <<A}\" # c\n\"\nA\n# d", "S\"#{x <<A}\"", "C# c", "S\"\nA", "C# d");
}

static void tells_appending_from_here_documents(void **state)
{
	(void)state;
	CHECK(&ruby, "1 << 3\nx <<y\n# c", "C# c");
	CHECK(&ruby, "x << FOO\n# c", "C# c");
	CHECK(&ruby, "x<<FOO\ny[1]<<FOO\n# c", "C# c");
	CHECK(&ruby, "s<<\"a\"\n# c", "S\"a\"", "C# c");
	CHECK(&ruby, "class << self\n# c", "C# c");
	CHECK(&ruby, "print<<EOF\n\"\nEOF\n# c", "S\"\nEOF", "C# c");
}

/* Perl: blanks may precede the quote, and a backslash is one; a number may still be shifted. */
static void knows_blanks_before_quotes(void **state)
{
	(void)state;
	static const lexis_heredoc perl_heredocs[] = {
		{.open = "<<", .signs = "~", .quotes = "'\"`", .upper = true, .spaced = true}};
	static const lexis perl = {LINES(ruby), STRINGS(ruby), HEREDOCS(perl)};
	CHECK(&perl, "f << \"A\", <<~ 'B'; # c\n# A\nA\n\"\n  B\n# d", "C# c", "S# A\nA", "S\"\n  B", "C# d");
	CHECK(&perl, "eval <<\\A; # c\n# A\nA\n# d", "C# c", "S# A\nA", "C# d");
	CHECK(&perl, "$x << FOO\n# c", "C# c");
	CHECK(&perl, "$x << 3\n# c", "C# c");
}

static const lexis_mark php_lines[] = {{"//", 0}, {"#", 0}};
static const lexis_string php_strings[] = {{.open = "'", .close = "'", .escape = '\\', .multiline = true}};
static const lexis_heredoc php_heredocs[] = {{.open = "<<<", .quotes = "'\"", .indented = true}};
static const lexis php = {LINES(php), STRINGS(php), HEREDOCS(php)};

static void knows_here_documents_of_php(void **state)
{
	(void)state;
	CHECK(&php, "$x = <<<EOT\n' # \nEOTX\nEOT;\n# c", "S' # \nEOTX\nEOT", "C# c");
	CHECK(&php, "f(<<<'EOT'\n'\n  EOT, 'a'); // c", "S'\n  EOT", "S'a'", "C// c");
	CHECK(&php, "$x = <<< \"EOT\"\n'\nEOT . 'a'; // c", "S'\nEOT", "S'a'", "C// c");
	CHECK(&php, "$x << 3; $y <<= 2; // c", "C// c");
}

/* A closing word that must be alone ends no text where more stands behind it. */
static void knows_words_that_stand_alone(void **state)
{
	(void)state;
	static const lexis_heredoc alone_heredocs[] = {{.open = "<<~", .indented = true, .alone = true}};
	static const lexis alone = {LINES(ruby), HEREDOCS(alone)};
	CHECK(&alone, "a <<~b\n b: c\n # d\n  b\n# e", "S b: c\n # d\n  b", "C# e");
}

static void bounds_what_is_pending(void **state)
{
	(void)state;
	enum { MANY = 1000 };
	static char source[MANY * 4 + 64];
	char *at = source;
	for (int i = 0; i < MANY; i++, at += 4)
		memcpy(at, "<<A ", 4);
	/* However many are taken for here-documents: they end, and what comes behind is code. */
	at += sprintf(at, "\n");
	size_t head = (size_t)(at - source);
	lexical_scanner *scanner = lexical_scanner_create(&shell);
	span_list spans = {0};
	lexical_scan(scanner, (text){source, head}, &spans);
	assert_int_equal(spans.count, 0);
	span_list_finish(&spans);
	lexical_scanner_destroy(scanner);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_here_documents_of_shells),
		cmocka_unit_test(tells_shifts_and_here_strings),
		cmocka_unit_test(finds_here_documents_in_code_within_strings),
		cmocka_unit_test(knows_here_documents_of_ruby),
		cmocka_unit_test(knows_blanks_before_quotes),
		cmocka_unit_test(tells_appending_from_here_documents),
		cmocka_unit_test(knows_here_documents_of_php),
		cmocka_unit_test(knows_words_that_stand_alone),
		cmocka_unit_test(bounds_what_is_pending),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
