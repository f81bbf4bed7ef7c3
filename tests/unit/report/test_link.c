/* SPDX-License-Identifier: MIT */
/* Which templates of --link are taken: those whose scheme opens a file and whose host no name can change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/link.h"

static void test_taken(void **state)
{
	(void)state;
	static const char *const templates[] = {
		"vscode://file/src/{path}:{line}",
		"https://example.org/blob/v1/{path}#L{start}-L{end}",
		"http://localhost:8080/{path}",
		"idea://open?file={path}&line={line}",
		"txmt:open?{path}",
		"file:///src/{path}",
		"HTTPS://example.org/nothing",
		"vscode-insiders://file/{path}",
	};
	for (size_t i = 0; i < sizeof(templates) / sizeof(templates[0]); i++) {
		error error = {""};
		if (link_check(templates[i], &error) != 0)
			fail_msg("%s: %s", templates[i], error.message);
	}
}

static void test_refused(void **state)
{
	(void)state;
	static const char *const templates[] = {
		"",
		"{path}",
		"src/{path}",
		"//example.org/{path}",
		":{path}",
		"1a:{path}",
		"javascript:open('{path}')",
		"JaVaScRiPt:{path}",
		"vbscript:{path}",
		"data:text/html,{path}",
		"blob:{path}",
		"https://{path}",
		"https://example.{path}/",
		"https://example.org/{file}",
		"https://example.org/{",
		"https://example.org/ {path}",
		"java\nscript:{path}",
		" https://example.org/",
	};
	for (size_t i = 0; i < sizeof(templates) / sizeof(templates[0]); i++) {
		error error = {""};
		if (link_check(templates[i], &error) == 0)
			fail_msg("taken: %s", templates[i]);
		assert_non_null(strstr(error.message, "--link"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
