/* SPDX-License-Identifier: MIT */
/* Skeletons of a language whose blocks are made by indentation. */
#include "skeleton_check.h"

static const char *const words[] = {"lambda", NULL};
static const char *const branches[] = {"if", "for", "elif", "case", NULL};
static const char *const bodies[] = {"def", NULL};
static const char *const types[] = {"class", "@", NULL};
static const char *const keeps[] = {"elif", "else", "except", "case", NULL};
static const lexis python = {
	.skeleton = {.words = words,
		     .branches = branches,
		     .bodies = bodies,
		     .types = types,
		     .keeps = keeps,
		     .parameters = true,
		     .layout = true},
};

static void leaves(const char *source, const char *expected)
{
	check(&python, false, source, expected);
}

static void cuts_statements(void **state)
{
	(void)state;
	leaves("", "");
	leaves("x = 1\ny = f(2)\n", "");
	leaves("import x\n\n\ndef f():\n\ty = 1\n\treturn y\nz = f()\n", "def f():\n\ty\n");
	leaves("class A:\n  x = 1\n  def f(self): pass\n  y = 2\n  z = 3\n", "class A:\n  def f(): pass\n  3\n");
	leaves("def f(): pass", "def f(): pass");
	leaves("def f():\n  pass", "def f():\n  pass");
	leaves("x = [\nlambda: 1]\n", "x = [\nlambda: 1]\n");
}

/* A block ends where it did, with what can stand alone. */
static void keeps_last_tokens(void **state)
{
	(void)state;
	leaves("def f():\n  x = a.b\n", "def f():\n  b\n");
	leaves("def f():\n  return g(1,\n 2)  \n", "def f():\n  ()\n");
	leaves("def f():\n  x = {1: [2]}\n", "def f():\n  {}\n");
	leaves("def f():\n  x += 1.5\n", "def f():\n  5\n");
	leaves("def f():\n  x = 'a' rb\"c\"\n", "def f():\n  \"\"\n");
	leaves("def f():\n  \"a\nb\"\n", "def f():\n  \"\"\n");
	leaves("def f(): ...\ndef g():\n  x; ...\n", "def f(): ...\ndef g():\n  ...\n");
	leaves("def f():\n  g(1)\n  x = 1,\n", "def f():\n  x = 1,\n");
}

static void cuts_whole_clauses(void **state)
{
	(void)state;
	leaves("def f():\n  if x:\n    y = 1\n  elif z:\n    y = 2\n  else: w = 3\n", "def f():\n  3\n");
	leaves("def f():\n  while x:\n    y = 1\n    z = 2\n  return\n", "def f():\n  return\n");
	leaves("try:\n  import x\nexcept E:\n  def x(): pass\n", "try:\n  x\nexcept E:\n  def x(): pass\n");
	leaves("try:\n  def x(): pass\nexcept E:\n  y = 1\nz = 1\n", "try:\n  def x(): pass\nexcept E:\n  1\n");
	leaves("match x:\n  case 1:\n    y = 1\n  case 2:\n    z(lambda: 1)\n  case 3: y\nz\n",
	       "match x:\n  case 1:\n    1\n  case 2:\n    z(lambda: 1)\n  case 3: y\n");
}

static void empties_heads(void **state)
{
	(void)state;
	leaves("@g(1)\ndef f(a, b=(2), c=\"d\") -> X[int]:\n  pass\n", "@g()\ndef f() -> X[int]:\n  pass\n");
	leaves("class A(B, m=C(1)):\n  pass\n", "class A():\n  pass\n");
	leaves("def f(a=lambda: (1), b=2):\n  pass\n", "def f(a=lambda: (1), b=2):\n  pass\n");
}

static void keeps_branches_where_asked(void **state)
{
	(void)state;
	const char *source =
		"class A(B):\n  x = 1\n  def f(a, b):\n    y = [c for c in d]\n    if y:\n      z = 1\n    e = 1\n";
	check(&python, true, source, "class A():\n  def f(a, b):\n    y = [c for c in d]\n    if y:\n      1\n    1\n");
	check(&python, false, source, "class A():\n  def f():\n    1\n");
}

/* A string with letters before it may compute. */
static void looks_into_strings(void **state)
{
	(void)state;
	leaves("x = f\"{(lambda: 1)()}\"\ny = \"lambda\"\n", "x = f\"{(lambda: 1)()}\"\n");
}

static void leaves_comments_out(void **state)
{
	(void)state;
	leaves("def f(): # a\n# b\n  # c\n  x = [1, # d (\n 2]\n # e\n", "def f(): \n  []\n");
	leaves("def f():\n  g(lambda: 1, # a\n 2)\n", "def f():\n  g(lambda: 1, \n 2)\n");
}

static void goes_on_behind_backslashes(void **state)
{
	(void)state;
	leaves("x = 1 + \\\n  2\ndef f():\n  y = 1 + \\\n2\n  z = \\\r\n 3\r\n", "def f():\n  3\n");
}

static void measures_as_the_grammar(void **state)
{
	(void)state;
	leaves("class A:\n        def f(): pass\n\tdef g(): pass\n",
	       "class A:\n        def f(): pass\n\tdef g(): pass\n");
	leaves("\fclass A: pass\n", "class A: pass\n");
	leaves("class A:\n\tdef f():\n\t\tx = 1\n\ty = 2\n", "class A:\n\tdef f():\n\t\t1\n\t2\n");
	/* The last line's blanks are not those of the block that it would have to stand in. */
	leaves("def f():\n\tx = 1\n        y = 2\n", NULL);
}

static void refuses_what_is_not_sure(void **state)
{
	(void)state;
	leaves("  x = 1\ny = 2\n  z = 3\n", NULL);
	leaves("if x:\ny = 1\n", NULL);
	leaves("if x:\n  y = 1\n z = 2\n", NULL);
	leaves("if x:\n", NULL);
	leaves("f(1\n", NULL);
	leaves("f(1]\n", NULL);
	leaves("f 1)\n", NULL);
	leaves("x = 1\ry = 2\n", NULL);
	leaves("\\\nx = 1\n", NULL);
}

/* Blocks in blocks: no more than Python takes, and each byte is looked at a fixed number of times. */
static void goes_deep(void **state)
{
	(void)state;
	enum { LEVELS = 150, LONG = 200000 };
	char *source = malloc(LEVELS * (LEVELS + 8) + 2 * LONG);
	char *at = source;
	for (int i = 0; i < LEVELS; i++)
		at += sprintf(at, "%*sif x:\n", i, "");
	sprintf(at, "%*sy\n", LEVELS, "");
	leaves(source, NULL);
	memset(source, '(', LONG);
	memset(source + LONG, ')', LONG);
	source[2 * LONG] = '\0';
	leaves(source, "");
	free(source);
}

static void notes(const char *source, const char *expected, const char *statements)
{
	check_noted(&python, false, source, expected, statements);
}

/* Those that hold no block of interest, and are not the last of theirs: a block is never left empty. */
static void notes_statements(void **state)
{
	(void)state;
	notes("def a():\n  b\ndef c():\n  d\n", "def a():\n  b\ndef c():\n  d\n", "<|def a():\n  b><|def c():\n  d>");
	notes("class A(B):\n  def c(self):\n    d\n  def e(self): f\n", "class A():\n  def c():\n    d\n  def e(): f\n",
	      "<class A():|def c():\n    d>");
	notes("class A:\n  def c(): d\n  e = 1\n", "class A:\n  def c(): d\n  1\n", "<class A:|def c(): d>");
	notes("def a():\n  def b(): c\n  d(1)\n  e()\nf\n", "def a():\n  def b(): c\n  ()\n", "<def a():|def b(): c>");
	check_noted(&python, true, "def a(): b\ndef c(): d\n", "def a(): b\ndef c(): d\n", "");
}

/* What is noted once the others are left out: those that held them. */
static void notes_outer(const char *source, const char *expected, const char *statements)
{
	skeleton_rules *rules = skeleton_rules_create(&python);
	skeleton skeleton = {0};
	buffer noted = BUFFER_INIT;
	const skeleton_source whole = {.text = text_of(source), .range = {0, (uint32_t)strlen(source)}};
	assert_true(skeleton_make(&skeleton, rules, &whole, false));
	skeleton_leave_out(&skeleton, skeleton.statement_count);
	list_statements(&skeleton, &noted);
	assert_string_equal(buffer_string(&skeleton.text), expected);
	assert_string_equal(buffer_string(&noted), statements);
	check_places(&skeleton, source);
	skeleton_leave_out(&skeleton, skeleton.statement_count);
	assert_int_equal(skeleton.statement_count, 0);
	buffer_finish(&noted);
	skeleton_finish(&skeleton);
	skeleton_rules_destroy(rules);
}

static void notes_statements_around_those(void **state)
{
	(void)state;
	notes_outer("def a(): b\nclass C:\n  def d(): e\n  def f(): g\ndef h(): i\n", "class C:\n  def f(): g\n",
		    "<|class C:\n  def f(): g>");
	notes_outer("class A:\n  def b(): c\nd = 1\n@e\nclass F:\n  def g(): h\n",
		    "class A:\n  def b(): c\n@e\nclass F:\n  def g(): h\n",
		    "<|class A:\n  def b(): c><|@e\nclass F:\n  def g(): h>");
	notes_outer("if a:\n  def b(): c\nelse:\n  def b(): d\nclass E:\n  class F:\n    def g(): h\n",
		    "if a:\n  def b(): c\nelse:\n  def b(): d\nclass E:\n  class F:\n    def g(): h\n",
		    "<|if a:\n  def b(): c\nelse:\n  def b(): d><|class E:\n  class F:\n    def g(): h>");
	notes_outer("def a(): b\n", "", "");
}

/* A decorator goes with what it decorates; behind if and the like, what a function is called depends on more than one line. */
static void notes_no_part_of_a_statement(void **state)
{
	(void)state;
	notes("@a\n@b.c(1)\ndef d(): e\nf = lambda: g\n", "@a\n@b.c()\ndef d(): e\nf = lambda: g\n",
	      "<|@a\n@b.c()\ndef d(): e><|f = lambda: g>");
	notes("class A:\n  @a\n  def b(): c\n  @d\n  def e(): f\n",
	      "class A:\n  @a\n  def b(): c\n  @d\n  def e(): f\n", "<class A:|@a\n  def b(): c>");
	notes("if a:\n  def b(): c\n  def d(): e\n", "if a:\n  def b(): c\n  def d(): e\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cuts_statements),
		cmocka_unit_test(keeps_last_tokens),
		cmocka_unit_test(cuts_whole_clauses),
		cmocka_unit_test(empties_heads),
		cmocka_unit_test(keeps_branches_where_asked),
		cmocka_unit_test(looks_into_strings),
		cmocka_unit_test(leaves_comments_out),
		cmocka_unit_test(goes_on_behind_backslashes),
		cmocka_unit_test(measures_as_the_grammar),
		cmocka_unit_test(refuses_what_is_not_sure),
		cmocka_unit_test(notes_statements),
		cmocka_unit_test(notes_statements_around_those),
		cmocka_unit_test(notes_no_part_of_a_statement),
		cmocka_unit_test(goes_deep),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
