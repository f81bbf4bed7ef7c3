/* SPDX-License-Identifier: MIT */
/* Skeletons: what is left of a text, and where it stood. */
#include "skeleton_check.h"

static const char *const go_words[] = {"func", "type ", NULL};
static const char *const go_branches[] = {"if", "&&", NULL};
static const char *const go_keeps[] = {"func", "type", NULL};
static const lexis go = {
	.skeleton = {.words = go_words, .branches = go_branches, .keeps = go_keeps, .calls = true, .parameters = true}};

static const char *const java_words[] = {"->", "static {", NULL};
static const char *const java_types[] = {"class", NULL};
static const char *const java_keeps[] = {"if", "return", NULL};
static const lexis java = {
	.skeleton = {.words = java_words, .types = java_types, .keeps = java_keeps, .functions = true, .calls = true}};

static const char *const js_words[] = {"function", "=>", NULL};
static const lexis_string js_strings[] = {
	{.open = "\"", .close = "\"", .interpolation_open = "${", .interpolation_close = "}"}};
static const lexis js = {
	.strings = js_strings,
	.string_count = 1,
	.skeleton = {.words = js_words, .functions = true, .calls = true, .parameters = true},
};

static const char *const c_words[] = {"#if", NULL};
static const char *const c_bodies[] = {"struct", NULL};
static const lexis c = {.skeleton = {.words = c_words, .bodies = c_bodies, .blocks = true}};

static void empties_what_holds_nothing(void **state)
{
	(void)state;
	check(&go, false, "", "");
	check(&go, false, "func", "func");
	check(&go, false, "func f() { a(b, c) }", "func f() {}");
	check(&go, false, "import (\n\t\"a\"\n\t\"b\"\n)\nfunc", "import (\n)\nfunc");
	check(&go, false, "func f(a int) (b int) { return }", "func f() () {}");
}

/* What lay on two lines still does, for a frame may begin on the line of its declaration or not. */
static void keeps_lines_apart(void **state)
{
	(void)state;
	check(&go, false, "a(\n\n1)\nfunc", "a(\n)\nfunc");
	check(&go, false, "a(1) func", "a() func");
	check(&c, false, "#define a {\\\n b \\\n}\n", "#define a {\\\n}\n");
}

static void keeps_what_is_of_interest(void **state)
{
	(void)state;
	check(&go, false, "func (s *T) f() { go func() { x(1) }() }", "func (s *T) f() { go func() {}() }");
	check(&go, false, "func f() { functions(1); type_(2); x.type() }", "func f() {}");
	check(&go, false, "func f() { type T struct { a int } }", "func f() { type T struct {} }");
	check(&go, false, "type (\n\tA struct { b int }\n)", "type (\n\tA struct {}\n)");
}

static const char *const go_labels[] = {"case", "default", NULL};
static const lexis go_lines = {.skeleton = {.words = go_words,
					    .branches = go_branches,
					    .keeps = go_keeps,
					    .labels = go_labels,
					    .lines = true,
					    .calls = true,
					    .parameters = true}};

/* The Go Programming Language Specification, "Semicolons". */
static void cuts_statements_that_end_with_their_line(void **state)
{
	(void)state;
	check(&go_lines, false, "package p\n\nvar a = 1\nfunc f() {}\n", "\nfunc f() {}\n");
	check(&go_lines, false, "func f() {\n\ta()\n\tb := func() {}\n\tc()\n}\n", "func f() {\n\tb := func() {}\n}\n");
	check(&go_lines, false, "a.\n\tb(func() {})\n", "a.\n\tb(func() {})\n");
	check(&go_lines, false, "a +\n\tb\nfunc f() {}", "func f() {}");
	check(&go_lines, false, "a++\nb--\nc+\nfunc() {}()", "c+\nfunc() {}()");
	check(&go_lines, false, "a = \"b\" // c\nfunc f() {}", "func f() {}");
	check(&go_lines, false, "a = b, // c\n\tfunc() {}", "a = b,\n\tfunc() {}");
	check(&go_lines, false, "if a {\n\tb()\n} else {\n\tfunc() {}()\n}\n", "if a {\n} else {\n\tfunc() {}()\n}\n");
	check(&go_lines, true, "func f() {\n\ta()\n\tif b {\n\t\tc()\n\t}\n}\n", "func f() {\n\tif b {\n}\n}\n");
}

/* In front of what is kept a case must stand; what a kept bracket holds may be a frame without a word that tells. */
static void keeps_statements_that_others_need(void **state)
{
	(void)state;
	check(&go_lines, false, "switch a {\ncase 1:\n\tb()\n\tc()\ndefault:\n\tfunc() {}()\n}\n",
	      "switch a {\ncase 1:\n\tb()\ndefault:\n\tfunc() {}()\n}\n");
	check(&go_lines, false, "type (\n\tA struct {\n\t\ta int\n\t}\n)\n", "type (\n\tA struct {\n}\n)\n");
}

static void keeps_branches_where_asked(void **state)
{
	(void)state;
	const char *source = "func f(a int) { if x(1) { y(2); z() }; { u(3) } }";
	check(&go, false, source, "func f() {}");
	check(&go, true, source, "func f(a int) { if x(1) {}; {} }");
}

static void knows_functions_without_words(void **state)
{
	(void)state;
	check(&java, false, "class A { int f(int a) { return b(c); } }", "class A { int f(int a) {} }");
	check(&java, false, "class A { void f() { if (a) { b(); } } }", "class A { void f() {} }");
	check(&java, false, "class A { void f() { g(new B(1) { int h() { return 1; } }); } }",
	      "class A { void f() { g(new B() { int h() {} }); } }");
	check(&java, false, "class A { void f() { a.b(c -> { d(1); }); } }", "class A { void f() { a.b(c -> {}); } }");
	check(&java, false, "class A { static { b(1); } static int c = 1; }",
	      "class A { static {} static int c = 1; }");
	check(&java, false, "class A { Map a = new M() {{ put(1); }}; }", "class A { Map a = new M() {{}}; }");
}

static void knows_bodies(void **state)
{
	(void)state;
	check(&c, false, "struct s { int a; };", "struct s {;};");
	check(&c, false, "struct s *f(int a) { return a; }", "struct s *f(int a) {;}");
	check(&c, false, "void f() { struct s { int a; } b; }", "void f() { struct s {;} b; }");
	check(&c, false, "void f() { struct s b = { 1 }; }", "void f() {;}");
	check(&c, false, "void f() {\n#if a\n}\n", "void f() {\n#if a\n}\n");
}

/* What a text computes is of interest where it may hold a function. */
static void looks_into_texts(void **state)
{
	(void)state;
	check(&js, false, "function f() { g(\"a ${b} => {\"); }", "function f() { g(\"a ${b} => {\"); }");
	check(&js, false, "function f() { g(\"a ${b} c\"); }", "function f() {}");
	check(&js, false, "function f() { g(\"a => {\"); }", "function f() {}");
	check(&js, false, "function f() { g(\"${b => c}\"); }", "function f() { g(\"${b => c}\"); }");
	check(&js, false, "function f() { g(\"${{}}\"); }", "function f() { g(\"${{}}\"); }");
}

static const char *const c_labels[] = {"#", NULL};
static const char *const c_directives[] = {"#define", "#include", NULL};
static const char *const c_externs[] = {"extern", NULL};
static const char *const c_none[] = {NULL};
static const lexis c_file = {.skeleton = {.words = c_none,
					  .bodies = c_bodies,
					  .types = c_externs,
					  .labels = c_labels,
					  .directives = c_directives,
					  .semicolons = true,
					  .heads = true}};

static void leaves_directives_out(void **state)
{
	(void)state;
	check(&c_file, false, "#include <a.h>\n#include <b.h>\nint a() { b; }\n", "\n\nint a() {}\n");
	check(&c_file, false, "#define a b;\\\n\tc { \\\n d\nint a() { b; }\n", "\nint a() {}\n");
	check(&c_file, false, "#define a \"b\" c // d\n#include \"e\"\nint a() {}\n", "\n\nint a() {}\n");
	check(&c_file, false, "#define a /* b\nc */ d\nint a() {}\n", "\nint a() {}\n");
	check(&c_file, false, "a #define b\nint a() {}", "a #define b\nint a() {}");
	check(&c_file, false, "#defined b\nint a() {}", "#defined b\nint a() {}");
	check(&c_file, false, "int a()\n#define b\n{ c; }", "int a()\n\n{}");
	check(&c_file, false, "#include\n<b.h>\nint a() {}", "#include\n<b.h>\nint a() {}");
	check(&c_file, false, "#define \\\nb {\nint a() {}", NULL);
}

static void cuts_statements_that_end_with_a_semicolon(void **state)
{
	(void)state;
	check(&c_file, false, "int a;\nint b(int c);\nint d() { e; }\n", "\n\nint d() {}\n");
	check(&c_file, false, "#if a\nint b;\n#endif\nint c;\nint d() {}\n", "#if a\n\n#endif\n\nint d() {}\n");
	check(&c_file, false, "struct a { b; };\nstruct c d = { e };\n", "struct a {};\n\n");
	check(&c_file, false, "extern \"C\" {\nint a;\nint b() {}\n}\n", "extern \"C\" {\nint b() {}\n}\n");
}

/* What stands behind braces may still be of the statement: what is declared, more of the head. */
static void ends_statements_with_the_braces_of_a_function(void **state)
{
	(void)state;
	check(&c_file, false, "int a() {}\nint b;\nint c;\n", "int a() {}\n\n\n");
	check(&c_file, false, "int a() {}\nint b = { c };\n", "int a() {}\n\n");
	check(&c_file, false, "struct a {} b;\nint c;\n", "struct a {} b;\n\n");
	check(&c_file, false, "struct A(1) a {} *b;\nint c;\n", "struct A(1) a {} *b;\n\n");
	check(&c_file, false, "int a() {} // b\nint c;\n", "int a() {}\nint c;\n");
	check(&c_file, false, "extern \"C\" {\nint a() {}\n}\nint b;\n", "extern \"C\" {\nint a() {}\n}\n\n");
	check(&c_file, false, "int a() {}\n#endif // b\nint c;\n", "int a() {}\n#endif\n\n");
	check(&c_file, false, "int a() {}\n#if b /* c */ && \\\nd\nint e;\n", "int a() {}\n#if b  && \\\nd\n\n");
}

/* Those in no bracket, without the directives before them. */
static void notes_statements(void **state)
{
	(void)state;
	check_noted(&c_file, false, "int a() {}\n#if b // c\nstruct d {} e;\nint f;\n",
		    "int a() {}\n#if b\nstruct d {} e;\n\n", "<|int a() {}><|struct d {} e;>");
	check_noted(&c_file, false, "extern \"C\" {\nint a() {}\n}\n", "extern \"C\" {\nint a() {}\n}\n",
		    "<|extern \"C\" {\nint a() {}\n}>");
	check_noted(&go_lines, false, "func a() {\n\tb = func() {}\n}\nvar c = 1\nfunc d() {}\n",
		    "func a() {\n\tb = func() {}\n}\nfunc d() {}\n", "<|func a() {\n\tb = func() {}\n}><|func d() {}>");
}

/* Names that macros make of what they are given need that. */
static void empties_the_heads_of_functions(void **state)
{
	(void)state;
	check(&c_file, false, "int a(int b, char *c) {}", "int a() {}");
	check(&c_file, false, "A *b(void)\n{}", "A *b()\n{}");
	check(&c_file, false, "static A\nb(\n\tc *d)\n{}", "static A\nb(\n)\n{}");
	check(&c_file, true, "int a(int b) {}", "int a(int b) {}");
	check(&c_file, false, "A(b, int c) {}", "A(b, int c) {}");
	check(&c_file, false, "#if a\nA(int c) {}", "#if a\nA(int c) {}");
	check(&c_file, false, "static A(b) {}", "static A(b) {}");
	check(&c_file, false, "int a(b, c) {}", "int a(b, c) {}");
	check(&c_file, false, "int a(b /* c d */) {}", "int a(b ) {}");
	check(&c_file, false, "A(1, 2) int b(int c) {}", "A(1, 2) int b(int c) {}");
	check(&c_file, false, "A(b)\nint c(int d) {}", "A(b)\nint c() {}");
	check(&c_file, false, "int (*a(int b))(int c) {}", "int (*a(int b))(int c) {}");
	check(&c_file, false, "int a(int b) A {}", "int a(int b) A {}");
}

/* int b; may be of a function of the old style. */
static void refuses_braces_behind_what_was_cut(void **state)
{
	(void)state;
	check(&c_file, false, "int a(b)\n\tint b;\n{ c; }\n", NULL);
	check(&c_file, false, "int a(b)\n\tint b; /* c */\n{ c; }\n", NULL);
}

static const char *const tree_labels[] = {"#ifdef", "#endif", NULL};
static const char *const tree_directives[] = {"#define", "#include", NULL};
static const lexis device_tree = {.skeleton = {.words = c_none,
					       .branches = c_none,
					       .labels = tree_labels,
					       .directives = tree_directives,
					       .semicolons = true,
					       .nested = true}};

/* Nodes are left, and what they hold in turn. The braces of a path are none of a node's. */
static void cuts_statements_in_nested_braces(void **state)
{
	(void)state;
	for (int branches = 0; branches < 2; branches++) {
		check(&device_tree, branches, "/dts-v1/;\n/ {\n\ta = <1>, \"b;{\";\n\tc@1 { d; #e = <2>; };\n};\n",
		      "\n/ {\n\tc@1 {  };\n};\n");
		check(&device_tree, branches, "#include <a.h>\n#define B { \\\n; }\n&c { d = <&{/e}>; f; };\n",
		      "\n\n&c { d = <&{/e}>;  };\n");
		check(&device_tree, branches, "a {\n#ifdef B\n\tc = <1>;\n\td {};\n#endif\n};\n",
		      "a {\n#ifdef B\n\t\n\td {};\n#endif\n};\n");
		check(&device_tree, branches, "&{/a/b} { c; }; /* d */\n", "&{/a/b} { };\n");
		check(&device_tree, branches, "a { b; {", NULL);
	}
}

static const char *const php_words[] = {"function", "fn", NULL};
static const lexis php = {.skeleton = {.words = php_words,
				       .types = java_types,
				       .keeps = java_keeps,
				       .calls = true,
				       .parameters = true,
				       .members = true}};

/* A class without a name may have arguments; what a property has in braces may be functions without a word. */
static void keeps_what_properties_have_in_braces(void **state)
{
	(void)state;
	check(&php, false, "class A { function b($c) { if ($d) { e(); } } }", "class A { function b() {} }");
	check(&php, false, "class A { public $b { get { return f($c); } } }", "class A { public $b { get {} } }");
	check(&php, false, "class A { public $b = [1] { get => 2; } function d() { e(1); } }",
	      "class A { public $b = [1] { get => 2; } function d() {} }");
	check(&php, false, "class A { function b(public $c { get => 1; }, $d = 2) { e(); } }",
	      "class A { function b(public $c { get => 1; }, $d = 2) {} }");
	check(&php, false, "function a() { return new class(1) { var $b; }; }",
	      "function a() { return new class() { var $b; }; }");
	check(&php, false, "function a() { $b->{$c} = d::class; { e(); } }", "function a() {}");
}

/* Where words tell all frames and there are none, nothing is left. */
static void leaves_nothing_without_words(void **state)
{
	(void)state;
	check(&php, false, "$a['b'] = c(1);\nif ($d) { e(); }\n", "");
	check(&go, false, "package a\n\nconst b = 1\n", "");
	check(&go, true, "package a\n\nvar b = c && d\n", "package a\n\nvar b = c && d\n");
	check(&php, false, "class a { var $b; }\n", "class a { var $b; }\n");
	check(&java, false, "int a;\n", "int a;\n");
}

static void leaves_comments_out(void **state)
{
	(void)state;
	check(&go, false, "a // b { (\nfunc", "a\nfunc");
	check(&go, false, "a /* b */ func", "a  func");
	check(&go, false, "a/* b */func", "a/* b */func");
	check(&go, false, "a /* b\nc\n */ func", "a \n func");
	check(&go, false, "func = \"{ ( func\"", "func = \"{ ( func\"");
}

static void refuses_what_does_not_match(void **state)
{
	(void)state;
	check(&go, false, "func f() {", NULL);
	check(&go, false, "}", NULL);
	check(&go, false, "( ]", NULL);
	check(&go, false, "{ ( } )", NULL);
}

/* Brackets in brackets, on one line: each byte is looked at a fixed number of times. */
static void goes_deep(void **state)
{
	(void)state;
	enum { DEPTH = 50000, LONG = 200000 };
	char *source = malloc(2 * LONG + 1);
	memset(source, '{', DEPTH);
	memset(source + DEPTH, '}', DEPTH);
	source[2 * DEPTH] = '\0';
	check(&c, false, source, "{}");
	memset(source, '(', LONG);
	memset(source + LONG, ')', LONG);
	source[2 * LONG] = '\0';
	check(&go, false, source, NULL);
	free(source);
}

static void has_none_without_words(void **state)
{
	(void)state;
	static const lexis plain = {0};
	assert_null(skeleton_rules_create(&plain));
	skeleton_rules_destroy(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empties_what_holds_nothing),
		cmocka_unit_test(keeps_lines_apart),
		cmocka_unit_test(keeps_what_is_of_interest),
		cmocka_unit_test(cuts_statements_that_end_with_their_line),
		cmocka_unit_test(keeps_statements_that_others_need),
		cmocka_unit_test(keeps_branches_where_asked),
		cmocka_unit_test(knows_functions_without_words),
		cmocka_unit_test(knows_bodies),
		cmocka_unit_test(looks_into_texts),
		cmocka_unit_test(leaves_directives_out),
		cmocka_unit_test(cuts_statements_that_end_with_a_semicolon),
		cmocka_unit_test(ends_statements_with_the_braces_of_a_function),
		cmocka_unit_test(empties_the_heads_of_functions),
		cmocka_unit_test(notes_statements),
		cmocka_unit_test(refuses_braces_behind_what_was_cut),
		cmocka_unit_test(cuts_statements_in_nested_braces),
		cmocka_unit_test(keeps_what_properties_have_in_braces),
		cmocka_unit_test(leaves_nothing_without_words),
		cmocka_unit_test(leaves_comments_out),
		cmocka_unit_test(refuses_what_does_not_match),
		cmocka_unit_test(goes_deep),
		cmocka_unit_test(has_none_without_words),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
