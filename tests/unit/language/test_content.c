/* SPDX-License-Identifier: MIT */
/* Extensions that languages share, told apart by what the files hold, with the project's map. */
#include "sample.h"

typedef struct sample {
	const char *path, *content, *name;
} sample;

static int make_map(void **state)
{
	*state = project_map();
	return 0;
}

static int drop_map(void **state)
{
	language_map_destroy(*state);
	return 0;
}

static void check_all(const language_map *map, const sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert_detected(map, samples[i].path, samples[i].content, samples[i].name, LANGUAGE_BY_CONTENT);
}

#define CHECK_ALL(state, samples) check_all(*(state), samples, sizeof(samples) / sizeof((samples)[0]))

static void test_c_headers(void **state)
{
	static const sample samples[] = {
		{"a.h", "", "C"},
		{"a.h", "int f(void);\n", "C"},
		{"a.h", "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f(void);\n", "C"},
		{"a.h", "#if defined(__cplusplus)\nextern \"C\" {\n#endif\nint class_of(struct x *);\n", "C"},
		{"a.h", "/* like std::vector, a template<> or a class Foo { } */\nint f(void);\n", "C"},
		{"a.h", "/*\n * class drivers use this\n * public:\n */\nint f(void);\n", "C"},
		{"a.h", "// @interface is a word of Objective-C\n// std::string too\nint f(void);\n", "C"},
		{"a.h", "struct s { struct class *class; int private:1; int new; };\n", "C"},
		{"a.h", "extern struct class block_class;\nstruct class class_one;\n", "C"},
		{"a.h", "#define X(a, b) (((a) & (b)) ? (a & b) : f(a, &b))\n", "C"},
		{"a.h", "static inline void f(void) { asm volatile(\"\" ::: \"memory\"); }\n", "C"},
		{"a.h", "int operator;\nint namespace;\nint this;\nint template;\nbool virtual;\n", "C"},
		{"a.h", "struct s { unsigned a : 3, b : 4; };\nenum e { A, B };\n", "C"},
		{"a.h", "[[nodiscard]] int f(void);\n[[gnu::pure]] int g(void);\n", "C"},
		{"a.h", "int f(const char *s) __attribute__((const));\n", "C"},
		{"a.h", "#include <stdio.h>\n#include <sys/types.h>\n#include \"b.h\"\n", "C"},
	};
	CHECK_ALL(state, samples);
}

static void test_cpp_headers(void **state)
{
	static const sample samples[] = {
		{"a.h", "#include <string>\n", "C++"},
		{"a.h", "#include <unordered_map>\n", "C++"},
		{"a.h", "class Foo;\n", "C++"},
		{"a.h", "class EXPORT Foo final : public Bar {\n};\n", "C++"},
		{"a.h", "class Foo\n{\n  int x;\n};\n", "C++"},
		{"a.h", "namespace a {\nint f();\n}\n", "C++"},
		{"a.h", "namespace a::b\n{\n}\n", "C++"},
		{"a.h", "inline namespace v1 {}\n", "C++"},
		{"a.h", "namespace {\n}\n", "C++"},
		{"a.h", "template <typename T>\nT f(T);\n", "C++"},
		{"a.h", "using namespace a;\n", "C++"},
		{"a.h", "using x = int;\n", "C++"},
		{"a.h", "struct A : B {\n};\n", "C++"},
		{"a.h", "struct A {\npublic:\n  int x;\n};\n", "C++"},
		{"a.h", "enum class E { A };\n", "C++"},
		{"a.h", "struct A {\n  virtual void f();\n};\n", "C++"},
		{"a.h", "struct A {\n  bool f() const;\n};\n", "C++"},
		{"a.h", "struct A {\n  A(A &&) = delete;\n};\n", "C++"},
		{"a.h", "struct A {\n  void f() override;\n};\n", "C++"},
		{"a.h", "struct A {\n  bool operator==(A) ;\n};\n", "C++"},
		{"a.h", "std::string f();\n", "C++"},
		{"a.h", "void f(const Foo &x);\n", "C++"},
		{"a.h", "void f(Foo& x);\n", "C++"},
		{"a.h", "constexpr int x = 1;\n", "C++"},
		{"a.h", "extern \"C\" int f();\n", "C++"},
		{"a.h", "inline int f() { return static_cast<int>(1.0); }\n", "C++"},
		{"a.h", "// a comment\r\nnamespace a {\r\n}\r\n", "C++"},
		{"a.H", "int f();\n", "C++"},
	};
	CHECK_ALL(state, samples);
	assert_detected(*state, "a.h", "// -*- C++ -*-\nint f();\n", "C++", LANGUAGE_BY_MODELINE);
}

static void test_objective_c_headers(void **state)
{
	static const sample samples[] = {
		{"a.h", "#import <Foundation/Foundation.h>\n", "Objective-C"},
		{"a.h", "@interface Foo : NSObject\n- (void)f;\n@end\n", "Objective-C"},
		{"a.h", "@class Foo, Bar;\n", "Objective-C"},
		{"a.h", "@protocol Foo <NSObject>\n@end\n", "Objective-C"},
		{"a.h", "#ifdef __cplusplus\nextern \"C\" {\n#endif\n@interface Foo (Bar)\n@end\n", "Objective-C"},
	};
	CHECK_ALL(state, samples);
}

static void test_m(void **state)
{
	static const sample samples[] = {
		{"a.m", "#import \"Foo.h\"\n@implementation Foo\n@end\n", "Objective-C"},
		{"a.m", "#include <stdio.h>\nint main(void) { return 0; }\n", "Objective-C"},
		{"a.m", "% a comment\nfunction y = f(x)\n  y = x';\nend\n", "MATLAB"},
		{"a.m", "classdef Foo < handle\nend\n", "MATLAB"},
		{"a.m", "x = [1 2 3];\nplot(x)\n", "MATLAB"},
		{"a.m", ":- module hello.\n:- interface.\n", "Mercury"},
	};
	CHECK_ALL(state, samples);
}

static void test_scripts(void **state)
{
	static const sample samples[] = {
		{"a.pl", "use strict;\nmy $x = 1;\n", "Perl"},
		{"a.pl", "print \"hello\\n\";\n", "Perl"},
		{"a.pl", ":- module(a, [b/1]).\nb(X) :- c(X).\n", "Prolog"},
		{"a.pl", "parent(tom, bob).\nparent(bob, ann).\n", "Prolog"},
		{"a.pl", "use v6;\nsay 'x';\n", "Raku"},
		{"a.pm", "package A;\nuse strict;\n1;\n", "Perl"},
		{"a.pm", "unit module A;\n", "Raku"},
		{"a.t", "use Test::More;\nok(1);\n", "Perl"},
		{"a.t", "use v6;\nuse Test;\n", "Raku"},
	};
	CHECK_ALL(state, samples);
	assert_detected(*state, "a.t", "plain words\n", NULL, LANGUAGE_BY_NOTHING);
}

static void test_xml_in_disguise(void **state)
{
	static const sample samples[] = {
		{"a.ts", "const x: number = 1;\n", "TypeScript"},
		{"a.ts", "", "TypeScript"},
		{"a.ts", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n<TS version=\"2.1\">\n", "XML"},
		{"a.ts", "<!DOCTYPE TS><TS>\n", "XML"},
		{"a.ts", "<TSomething>x;\n", "TypeScript"},
		{"a.tsx", "export const A = () => <b/>;\n", "TSX"},
		{"a.tsx", "<?xml version=\"1.0\"?>\n<tileset/>\n", "XML"},
		{"a.yy", "{\n  \"resourceType\": \"GMScript\"\n}\n", "JSON"},
		{"a.yy", "%{\n#include <x.h>\n%}\n%%\n", "Yacc"},
	};
	CHECK_ALL(state, samples);
}

static void test_others(void **state)
{
	static const sample samples[] = {
		{"a.v",
		 "module counter(input clk, output reg [3:0] q);\nalways @(posedge clk) q <= q + 1;\nendmodule\n",
		 "Verilog"},
		{"a.v", "Require Import List.\nTheorem t : True.\nProof. exact I. Qed.\n", "Rocq Prover"},
		{"a.v", "module main\n\nimport os\n\nfn main() {\n\tprintln('x')\n}\n", "V"},
		{"a.fs", "module A\nlet x = 1\n", "F#"},
		{"a.fs", ": square dup * ;\n", "Forth"},
		{"a.fs", "#version 330\nout vec4 c;\nvoid main() { c = vec4(1.0); }\n", "GLSL"},
		{"a.ml", "let rec f x = x\n", "OCaml"},
		{"a.ml", "structure A = struct\n  fun f x = x\nend\n", "Standard ML"},
		{"a.cl", "(defun f (x) x)\n", "Common Lisp"},
		{"a.cl", "__kernel void f(__global int *x) {}\n", "OpenCL"},
		{"a.pp", "class ntp {\n  package { 'ntp': ensure => installed }\n}\n", "Puppet"},
		{"a.pp", "unit a;\ninterface\nimplementation\nend.\n", "Pascal"},
		{"a.pro", "QT += core\nSOURCES += main.cpp\n", "QMake"},
		{"a.pro", "likes(mary, wine).\nhappy(X) :- likes(X, wine).\n", "Prolog"},
		{"a.cls", "\\NeedsTeXFormat{LaTeX2e}\n", "TeX"},
		{"a.cls", "VERSION 1.0 CLASS\nBEGIN\nEND\nAttribute VB_Name = \"X\"\n", "VBA"},
		{"a.cls", "public with sharing class Foo {\n}\n", "Apex"},
		{"a.m4", "AC_DEFUN([X], [])\n", "M4Sugar"},
		{"a.m4", "define(`x', `y')\n", "M4"},
		{"a.1", ".TH GIT 1\n.SH NAME\n", "Roff"},
		{"a.l", "%{\n%}\n%%\n. ;\n", "Lex"},
		{"a.d", "module a;\nimport std.stdio;\n", "D"},
		{"a.d", "main.o: main.c \\\n  a.h\n", "Makefile"},
		{"a.inc", "<?php\necho 1;\n", "PHP"},
		{"a.inc", "// a table\n{1, 2},\n", "C++"},
		{"a.inc", "%macro x 1\n%endmacro\n", "Assembly"},
		{"a.inc", "procedure x;\nbegin\nend;\n", "Pascal"},
		{"a.hh", "class A;\n", "C++"},
		{"a.hh", "<?hh // strict\n", "Hack"},
	};
	CHECK_ALL(state, samples);
	assert_detected(*state, "lib.so.1", "ELF", NULL, LANGUAGE_BY_NOTHING);
	assert_detected(*state, "log.1", "12:00 started\n", NULL, LANGUAGE_BY_NOTHING);
}

/* A pattern that would try for ages is given up soon, and then does not hold. */
static void test_costly_pattern(void **state)
{
	(void)state;
	language_map *map = sample_map("A: {type: data}\nB: {type: data}\n"
				       "extension_rules: {.x: [{language: A, pattern: '^(a|aa)+$'}, {language: B}]}\n");
	static char content[30000];
	memset(content, 'a', sizeof(content) - 2);
	content[sizeof(content) - 2] = '!';
	assert_detected(map, "a.x", content, "B", LANGUAGE_BY_CONTENT);
	assert_detected(map, "a.x", "aaa\n", "A", LANGUAGE_BY_CONTENT);
	language_map_destroy(map);
}

/* pattern: one is found; all: each; not: none. */
static void test_conditions(void **state)
{
	(void)state;
	language_map *map =
		sample_map("A: {type: data}\nB: {type: data}\n"
			   "extension_rules:\n"
			   "  .x:\n"
			   "    - {language: A, pattern: ['^one$', two], all: [three, four], not: [five, six]}\n"
			   "    - {language: B, not: seven}\n");
	assert_detected(map, "a.x", "one\nthree\nfour\n", "A", LANGUAGE_BY_CONTENT);
	assert_detected(map, "a.x", "two three four", "A", LANGUAGE_BY_CONTENT);
	assert_detected(map, "a.x", "one\r\nthree\r\nfour\r\n", "A", LANGUAGE_BY_CONTENT);
	assert_detected(map, "a.x", "ones three four", "B", LANGUAGE_BY_CONTENT);
	assert_detected(map, "a.x", "two three", "B", LANGUAGE_BY_CONTENT);
	assert_detected(map, "a.x", "two three four six", "B", LANGUAGE_BY_CONTENT);
	assert_detected(map, "a.x", "two three four six seven", NULL, LANGUAGE_BY_NOTHING);
	language_map_destroy(map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_c_headers),
		cmocka_unit_test(test_cpp_headers),
		cmocka_unit_test(test_objective_c_headers),
		cmocka_unit_test(test_m),
		cmocka_unit_test(test_scripts),
		cmocka_unit_test(test_xml_in_disguise),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_costly_pattern),
		cmocka_unit_test(test_conditions),
	};
	return cmocka_run_group_tests(tests, make_map, drop_map);
}
