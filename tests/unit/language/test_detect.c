/* SPDX-License-Identifier: MIT */
/* The steps of detection, each for itself and in their order. */
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>

static const char yaml[] =
	"C: {type: programming, extensions: [.c]}\n"
	"C++: {type: programming, aliases: [cpp], extensions: [.cpp, .C]}\n"
	"Blade: {type: markup, extensions: [.blade.php]}\n"
	"PHP: {type: programming, extensions: [.php], interpreters: [php]}\n"
	"Python: {type: programming, extensions: [.py], interpreters: [python, pypy]}\n"
	"Perl: {type: programming, extensions: [.pl], interpreters: [perl]}\n"
	"Raku: {type: programming, interpreters: [perl6]}\n"
	"JavaScript: {type: programming, extensions: [.js], interpreters: [node]}\n"
	"TypeScript: {type: programming, extensions: [.ts, .d.ts], interpreters: [node]}\n"
	"Shell: {type: programming, aliases: [sh, bash], extensions: [.sh], interpreters: [sh, bash], filenames: [.bashrc]}\n"
	"Makefile: {type: programming, aliases: [make], extensions: [.mk], filenames: [Makefile, 'Makefile.*']}\n"
	"Deep: {type: programming, filenames: ['Makefile.*.deep', '*.x*y']}\n"
	"Tcl: {type: programming, interpreters: [tclsh]}\n"
	"interpreter_rules: {node: [{language: JavaScript}]}\n";

static int make_map(void **state)
{
	*state = sample_map(yaml);
	return 0;
}

static int drop_map(void **state)
{
	language_map_destroy(*state);
	return 0;
}

static void test_extension(void **state)
{
	assert_detected(*state, "a.c", "", "C", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "src/x.y/a.c", "", "C", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "a.C", "", "C++", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "A.PY", "", "Python", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "a.blade.php", "", "Blade", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "A.Blade.PHP", "", "Blade", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "a.b.php", "", "PHP", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, ".php", "", "PHP", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "c", "", NULL, LANGUAGE_BY_NOTHING);
	assert_detected(*state, "a.c/b", "", NULL, LANGUAGE_BY_NOTHING);
	assert_detected(*state, "a.c.", "", NULL, LANGUAGE_BY_NOTHING);
	assert_detected(*state, "a.unknown", "", NULL, LANGUAGE_BY_NOTHING);
	assert_detected(*state, "", "", NULL, LANGUAGE_BY_NOTHING);
	assert_detected(*state, "dir/", "", NULL, LANGUAGE_BY_NOTHING);
}

static void test_filename(void **state)
{
	assert_detected(*state, "Makefile", "", "Makefile", LANGUAGE_BY_FILENAME);
	assert_detected(*state, "a/.bashrc", "", "Shell", LANGUAGE_BY_FILENAME);
	assert_detected(*state, "Makefile.c", "", "Makefile", LANGUAGE_BY_FILENAME);
	assert_detected(*state, "Makefile.a.deep", "", "Deep", LANGUAGE_BY_FILENAME);
	assert_detected(*state, "a.xy", "", "Deep", LANGUAGE_BY_FILENAME);
	assert_detected(*state, "a.xyxyz.y", "", "Deep", LANGUAGE_BY_FILENAME);
	assert_detected(*state, "a.xyz", "", NULL, LANGUAGE_BY_NOTHING);
	assert_detected(*state, "makefile", "", NULL, LANGUAGE_BY_NOTHING);
	assert_detected(*state, "xMakefile", "", NULL, LANGUAGE_BY_NOTHING);
}

static void test_shebang(void **state)
{
	static const struct {
		const char *content, *name;
	} cases[] = {
		{"#!/bin/sh\n", "Shell"},
		{"#!/bin/sh", "Shell"},
		{"#!/bin/bash -e\r\necho\r\n", "Shell"},
		{"#! /usr/bin/perl -w\n", "Perl"},
		{"#!/usr/bin/python3.11\n", "Python"},
		{"#!/usr/bin/env python3\n", "Python"},
		{"#!/usr/bin/env -S python3 -u\n", "Python"},
		{"#!/usr/bin/env -Spython3 -u\n", "Python"},
		{"#!/usr/bin/env --split-string=python3 -u\n", "Python"},
		{"#!/usr/bin/env -i -u HOME PATH=/bin X=1 python3\n", "Python"},
		{"#!/usr/bin/env pypy3\n", "Python"},
		{"#!/usr/bin/perl6\n", "Raku"},
		{"#!/usr/bin/perl5.36\n", "Perl"},
		{"#!/usr/bin/env node\n", "JavaScript"},
		{"\xEF\xBB\xBF#!/usr/bin/php\n", "PHP"},
		{"#!/bin/sh\n# the next line is for the shell \\\nexec tclsh \"$0\" \"$@\"\n", "Tcl"},
		{"#!/bin/sh\n''':'\nexec /usr/bin/python3 -u \"$0\" \"$@\"\n'''\n", "Python"},
		{"#!/bin/sh\nexec ls \"$@\"\n", "Shell"},
		{"#!/bin/sh\n\n\n\n\n\nexec tclsh \"$0\" \"$@\"\n", "Shell"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_detected(*state, "script", cases[i].content, cases[i].name, LANGUAGE_BY_SHEBANG);
	static const char *const none[] = {
		"#!",           "#!\n",          "#!/usr/bin/env\n",    "#!/usr/bin/env -S\n", "#!/opt/own/thing\n",
		" #!/bin/sh\n", "\n#!/bin/sh\n", "#!/usr/bin/env A=b\n"};
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_detected(*state, "script", none[i], NULL, LANGUAGE_BY_NOTHING);
}

/* node runs TypeScript too; what the extension says is then truer than the interpreter. */
static void test_shared_interpreter(void **state)
{
	assert_detected(*state, "cli.ts", "#!/usr/bin/env node\n", "TypeScript", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "cli.js", "#!/usr/bin/env node\n", "JavaScript", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "tool.sh", "#!/usr/bin/env node\n", "JavaScript", LANGUAGE_BY_SHEBANG);
}

static void test_modeline(void **state)
{
	static const struct {
		const char *content, *name;
	} cases[] = {
		{"/* -*- C++ -*- */\n", "C++"},
		{"// -*-c++-*-\n", "C++"},
		{"# -*- mode: python -*-\n", "Python"},
		{"# -*- coding: utf-8; mode: python -*-\n", "Python"},
		{"# -*- Mode: Python; tab-width: 4; -*-\n", "Python"},
		{"# -*-MODE:perl;x:1-*-\n", "Perl"},
		{"# vim: set ft=python :\n", "Python"},
		{"# vim: ft=python\n", "Python"},
		{"# vim:ts=4:sw=4:filetype=python:et\n", "Python"},
		{"# vim: se syntax=python:\n", "Python"},
		{"# vim>700: set ft=python:\n", "Python"},
		{"# vi: ft=sh\n", "Shell"},
		{"x ex: ft=sh\n", "Shell"},
		{"vim: ft=sh.doxygen\n", "Shell"},
		{"vi: ft=sh", "Shell"},
		{"a: b:\n# vim: ft=make\n", "Makefile"},
		{"1\n2\n3\n4\n5\n6\n# vim: ft=make\n8\n9\n10\n11", "Makefile"},
		{"1\n2\n3\n4\n5\n6\n# -*- Makefile -*-\r\r\r\r11\n", "Makefile"},
		{"1\n2\n3\n4\n# vim: ft=make\n", "Makefile"},
		{"# vim: ft=make\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "Makefile"},
		{"1\n2\n3\n4\n5\n6\n7\n8\n# vim: ft=make\n10\n11\n12\n13\n", "Makefile"},
		{"1\r2\r3\r4\r5\r6\r7\r8\r# vim: ft=make\r10\r11\r12\r13", "Makefile"},
		{"1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n# vim: ft=make\r\n10\r\n11\r\n12\r\n13\r\n", "Makefile"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_detected(*state, "a.c", cases[i].content, cases[i].name, LANGUAGE_BY_MODELINE);
	static const char *const none[] = {
		"# -*- coding: utf-8 -*-\n",
		"# -*- python\n",
		"# -*- mode: unknown -*-\n",
		"# -*-*- \n",
		"-*--*-",
		"# vim: ts=4\n",
		"# vim: set ft=python\n", /* without the closing colon Vim reads nothing */
		"# vim: ft=nothing\n",
		"# novim: ft=python\n",
		"ex: ft=python\n",
		"# ft=python\n",
		"1\n2\n3\n4\n5\n# vim: ft=python\n7\n8\n9\n10\n11",
		"# vim: let=1 lift=python\n",
		"1\n2\n3\n4\n5\n# vim: ft=python\n7\n8\n9\n10\n11\n",
	};
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_detected(*state, "a.c", none[i], "C", LANGUAGE_BY_EXTENSION);
}

/* Where the content was cut, its last lines are not the file's. */
static void test_cut_content(void **state)
{
	char *content = malloc(LANGUAGE_HEAD_SIZE + 1);
	assert_non_null(content);
	memset(content, '\n', LANGUAGE_HEAD_SIZE);
	const char modeline[] = "# vim: ft=make";
	memcpy(content + LANGUAGE_HEAD_SIZE - sizeof(modeline), modeline, sizeof(modeline) - 1);
	content[LANGUAGE_HEAD_SIZE] = '\0';
	assert_detected(*state, "a.c", content, "C", LANGUAGE_BY_EXTENSION);
	assert_detected(*state, "a.c", content + 1, "Makefile", LANGUAGE_BY_MODELINE);
	free(content);
}

static void test_order(void **state)
{
	assert_detected(*state, "Makefile", "#!/bin/sh\n# vim: ft=perl\n", "Perl", LANGUAGE_BY_MODELINE);
	assert_detected(*state, "Makefile", "#!/bin/sh\n", "Makefile", LANGUAGE_BY_FILENAME);
	assert_detected(*state, "a.c", "#!/bin/sh\n", "Shell", LANGUAGE_BY_SHEBANG);
	assert_detected(*state, "a.c", "#!/own/thing\n", "C", LANGUAGE_BY_EXTENSION);
}

static void test_path_alone(void **state)
{
	assert_true(language_path_is_known(*state, "x/a.c"));
	assert_true(language_path_is_known(*state, "Makefile"));
	assert_true(language_path_is_known(*state, "Makefile.in"));
	assert_false(language_path_is_known(*state, "README"));
	assert_false(language_path_is_known(*state, "a.unknown"));
}

/* Bytes that no text holds, and nothing at all. */
static void test_hostile_content(void **state)
{
	static const char bytes[] = "\0#!\0\xFF-*-\0-*- vim:\0ft=\0:::::ex:set ";
	for (size_t len = 0; len < sizeof(bytes); len++)
		assert_null(language_detect(*state, "\xFF\x01.\xFE", (text){bytes, len}, NULL));
	static const char shebang[] = "#!/bin/sh\0x\n";
	assert_null(language_detect(*state, "a", (text){shebang, sizeof(shebang) - 1}, NULL));
	assert_null(language_detect(*state, "a", (text){NULL, 0}, NULL));

	char name[4096];
	memset(name, '.', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_null(language_detect(*state, name, text_of(""), NULL));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_extension),       cmocka_unit_test(test_filename),
		cmocka_unit_test(test_shebang),         cmocka_unit_test(test_shared_interpreter),
		cmocka_unit_test(test_modeline),        cmocka_unit_test(test_cut_content),
		cmocka_unit_test(test_order),           cmocka_unit_test(test_path_alone),
		cmocka_unit_test(test_hostile_content),
	};
	return cmocka_run_group_tests(tests, make_map, drop_map);
}
