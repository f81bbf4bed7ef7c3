/* SPDX-License-Identifier: MIT */
/* The lexical counter: nested and fenced comments, and the places of marks. */
#include "lexical_check.h"

static const lexis_mark lua_lines[] = {{"--", 0}};
static const lexis_block_comment lua_blocks[] = {{.open = "--[{=}[", .close = "]{=}]"}};
static const lexis_string lua_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\'},
	{.open = "[{=}[", .close = "]{=}]", .multiline = true},
};
static const lexis lua = {LINES(lua), BLOCKS(lua), STRINGS(lua)};

static void knows_long_brackets_of_lua(void **state)
{
	(void)state;
	CHECK(&lua, "--[[ a\n]=] ]] x", "C--[[ a\n]=] ]]");
	CHECK(&lua, "--[==[ a ]] ]=] ]===] ]==] x", "C--[==[ a ]] ]=] ]===] ]==]");
	CHECK(&lua, "--[x[ line\ny", "C--[x[ line");
	CHECK(&lua, "--[=x line\ny", "C--[=x line");
	CHECK(&lua, "s = [=[ -- ]] ]=] -- c", "S[=[ -- ]] ]=]", "C-- c");
	CHECK(&lua, "t[u[1]] = 2 -- c", "C-- c");
	CHECK(&lua, "t[a] [==[x]==]", "S[==[x]==]");
}

static const lexis_mark haskell_lines[] = {{"--", 0}};
static const lexis_block_comment haskell_blocks[] = {{.open = "{-", .close = "-}", .nested = true}};
static const lexis_string haskell_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\'},
	{.open = "'", .close = "'", .escape = '\\', .character = true, .place = LEXIS_NOT_BEHIND_WORD},
};
static const lexis haskell = {LINES(haskell), BLOCKS(haskell), STRINGS(haskell)};

static void nests_comments_where_the_language_does(void **state)
{
	(void)state;
	CHECK(&haskell, "{- a {- b -} c -} x", "C{- a {- b -} c -}");
	CHECK(&haskell, "{-{--}-} x -- c", "C{-{--}-}", "C-- c");
	CHECK(&haskell, "{- {- -} x", "C{- {- -} x");
	CHECK(&haskell, "x' = f x'' '\"' 'a' -- c", "S'\"'", "S'a'", "C-- c");
	CHECK(&haskell, "(foldl' g 'x' \"'\")", "S'x'", "S\"'\"");
	CHECK(&haskell, "a '\\DEL' '\\'' '\\x1F600'", "S'\\DEL'", "S'\\''", "S'\\x1F600'");
}

static const lexis_mark d_lines[] = {{"//", 0}};
static const lexis_block_comment d_blocks[] = {
	{.open = "/*", .close = "*/"},
	{.open = "/+", .close = "+/", .nested = true},
};
static const lexis d = {LINES(d), BLOCKS(d)};

static void nests_each_kind_by_itself(void **state)
{
	(void)state;
	CHECK(&d, "/+ /* +/ x /* /+ */ y", "C/+ /* +/", "C/* /+ */");
	CHECK(&d, "/+ a /+ b +/ // +/ c", "C/+ a /+ b +/ // +/");
	CHECK(&d, "/* /* */ c", "C/* /* */");
}

static const lexis_mark lisp_lines[] = {{";", 0}};
static const lexis_block_comment lisp_blocks[] = {{.open = "#|", .close = "|#", .nested = true}};
static const lexis_string lisp_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\', .multiline = true},
	{.open = "#\\", .close = "", .character = true},
};
static const lexis lisp = {LINES(lisp), BLOCKS(lisp), STRINGS(lisp)};

static void knows_lisp(void **state)
{
	(void)state;
	CHECK(&lisp, "#| a #| b |# ; |# (x) ; c", "C#| a #| b |# ; |#", "C; c");
	CHECK(&lisp, "(list #\\\" #\\; #\\space) ; c", "S#\\\"", "S#\\;", "S#\\s", "C; c");
	CHECK(&lisp, "(f \"a ; \\\" \n\n|#\") ; c", "S\"a ; \\\" \n\n|#\"", "C; c");
}

static const lexis_block_comment ocaml_blocks[] = {{.open = "(*", .close = "*)", .nested = true, .strings = true}};
static const lexis_string ocaml_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\', .multiline = true},
	{.open = "{{_}|", .close = "|{_}}", .multiline = true},
	{.open = "'", .close = "'", .escape = '\\', .character = true, .place = LEXIS_NOT_BEHIND_WORD},
};
static const lexis ocaml = {BLOCKS(ocaml), STRINGS(ocaml)};

static void passes_strings_within_comments_of_ocaml(void **state)
{
	(void)state;
	CHECK(&ocaml, "(* \"*)\" *) x", "C(* \"*)\" *)");
	CHECK(&ocaml, "(* '\"' don't {|*)|} *) x", "C(* '\"' don't {|*)|} *)");
	CHECK(&ocaml, "let s = {sql|(* |} |sql} (* c *)", "S{sql|(* |} |sql}", "C(* c *)");
	CHECK(&ocaml, "\"(*\" (* (* *) *)", "S\"(*\"", "C(* (* *) *)");
	CHECK(&ocaml, "f' '\\'' (* c *)", "S'\\''", "C(* c *)");
}

static const lexis_mark perl_lines[] = {{"#", 0}};
static const lexis_block_comment perl_blocks[] = {
	{.open = "=pod", .close = "=cut", .place = LEXIS_LINE_START, .close_place = LEXIS_LINE_START},
	{.open = "__END__", .place = LEXIS_LINE_START},
};
static const lexis perl = {LINES(perl), BLOCKS(perl)};

static void knows_pod(void **state)
{
	(void)state;
	CHECK(&perl, "x\n=pod\n\n x =cut\n\n=cut rest\ny # c", "C=pod\n\n x =cut\n\n=cut rest", "C# c");
	CHECK(&perl, "=pod\r\n=cut\r\ny", "C=pod\r\n=cut");
	CHECK(&perl, "=pod\n=cut", "C=pod\n=cut");
	CHECK(&perl, "$x\n =pod\n# c", "C# c");
	CHECK(&perl, "x\n__END__\n# all\n\"", "C__END__\n# all\n\"");
	CHECK(&perl, " __END__\n# c\n", "C# c");
}

static const lexis_mark batch_lines[] = {
	{"rem", LEXIS_FIRST | LEXIS_WORD},
	{"::", LEXIS_FIRST},
};
static const lexis batch = {LINES(batch), .ignore_case = true};

static void knows_words_in_any_case(void **state)
{
	(void)state;
	CHECK(&batch, "REM a\n rem b\r\n\tReM\nremove\nrem_x\necho rem\n:: c\n a :: b", "CREM a", "Crem b", "CReM",
	      "C:: c");
	CHECK(&batch, "rem", "Crem");
}

static const lexis_mark fortran_lines[] = {
	{"c", LEXIS_LINE_START},
	{"*", LEXIS_LINE_START},
	{"!", 0},
};
static const lexis_string fortran_strings[] = {{.open = "'", .close = "'", .doubled = true}};
static const lexis fortran = {LINES(fortran), STRINGS(fortran), .ignore_case = true};

static void knows_columns(void **state)
{
	static const lexis_mark cobol_lines[] = {{"*", LEXIS_COLUMN_7}, {"*>", 0}};
	static const lexis cobol = {LINES(cobol)};
	(void)state;

	CHECK(&fortran, "C one\n      CALL C\nc two\n* three\n      A = B * C ! 4", "CC one", "Cc two", "C* three",
	      "C! 4");
	CHECK(&fortran, "      A = 'it''s ! no' ! c", "S'it''s ! no'", "C! c");
	/* The numbers in front of the indicator belong to the comment. */
	CHECK(&cobol, "000100* one\n000200 A * B\n      * two\r\n     * C *> 3\n*", "C000100* one", "C      * two",
	      "C*> 3");
	CHECK_NONE(&cobol, "1\n234*\n");
}

static const lexis_mark matlab_lines[] = {{"%", 0}};
static const lexis_block_comment matlab_blocks[] = {{
	.open = "%{",
	.close = "%}",
	.place = LEXIS_FIRST | LEXIS_ALONE,
	.close_place = LEXIS_FIRST | LEXIS_ALONE,
	.nested = true,
}};
static const lexis_string matlab_strings[] = {
	{.open = "'", .close = "'", .doubled = true, .place = LEXIS_NOT_BEHIND_WORD},
	{.open = ".'", .close = ""},
};
static const lexis matlab = {LINES(matlab), BLOCKS(matlab), STRINGS(matlab)};

static void knows_matlab(void **state)
{
	(void)state;
	CHECK(&matlab, "%{\n a\n %} no\n %}  \nx", "C%{\n a\n %} no\n %}  ");
	CHECK(&matlab, "%{ line\nx = 'a' % c", "C%{ line", "S'a'", "C% c");
	CHECK(&matlab, "y = x' * [1]' * z.' * w'' % c", "C% c");
	CHECK(&matlab, "disp('50%') % c", "S'50%'", "C% c");
	CHECK(&matlab, "%{\n%{\n%}\n%}\nx", "C%{\n%{\n%}\n%}");
}

static const lexis_mark shell_lines[] = {{"#", LEXIS_BEHIND_BLANK}};
static const lexis shell = {LINES(shell)};

static void wants_a_blank_before_a_shells_comment(void **state)
{
	(void)state;
	CHECK(&shell, "# a\nx=${#y} z#w ${a#b} $# # c\n;# d\n\t# e", "C# a", "C# c", "C# d", "C# e");
}

static const lexis_string ada_strings[] = {
	{.open = "'", .close = "'", .character = true, .place = LEXIS_NOT_BEHIND_WORD},
	{.open = "\"", .close = "\"", .doubled = true},
};
static const lexis ada = {LINES(lua), STRINGS(ada)};

static void tells_attributes_from_characters(void **state)
{
	(void)state;
	CHECK(&ada, "X'Range; C := '''; D := '\"'; -- c", "S'''", "S'\"'", "C-- c");
	CHECK(&ada, "Character'('-'), A(1)'Length -- c", "S'-'", "C-- c");
	CHECK(&ada, "\"a\"\"--\" -- c", "S\"a\"\"--\"", "C-- c");
}

static const lexis_mark vb_lines[] = {{"'", 0}, {"Rem", LEXIS_WORD}};
static const lexis_string vb_strings[] = {{.open = "\"", .close = "\"", .doubled = true}};
static const lexis vb = {LINES(vb), STRINGS(vb), .ignore_case = true};

static void knows_visual_basic(void **state)
{
	(void)state;
	CHECK(&vb, "s = \"it's \"\"x\"\" '\" ' c \"", "S\"it's \"\"x\"\" '\"", "C' c \"");
	CHECK(&vb, "REM x\nRemove()", "CREM x");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_long_brackets_of_lua),
		cmocka_unit_test(nests_comments_where_the_language_does),
		cmocka_unit_test(nests_each_kind_by_itself),
		cmocka_unit_test(knows_lisp),
		cmocka_unit_test(passes_strings_within_comments_of_ocaml),
		cmocka_unit_test(knows_pod),
		cmocka_unit_test(knows_words_in_any_case),
		cmocka_unit_test(knows_columns),
		cmocka_unit_test(knows_matlab),
		cmocka_unit_test(wants_a_blank_before_a_shells_comment),
		cmocka_unit_test(tells_attributes_from_characters),
		cmocka_unit_test(knows_visual_basic),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
