/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/gitdir.h"

#include <stdlib.h>
#include <string.h>

/* By git-config(1). A NULL value: not set. */
static const struct {
	const char *config, *value;
} examples[] = {
	{"", NULL},
	{"[core]\nexcludesfile = a", "a"},
	{"[core]\n\texcludesFile=a\n", "a"},
	{"[CORE]EXCLUDESFILE=a", "a"},
	{"[core]\r\nexcludesfile = a b \r\n", "a b"},
	{"\xEF\xBB\xBF[core]\nexcludesfile=a", "a"},
	{"[core]\nexcludesfile=a\nexcludesfile=b", "b"},
	{"[core]\nexcludesfile=a\n[user]\nname=x\n[core]\nexcludesfile=b", "b"},
	{"[core]\n[user]\nexcludesfile=a", NULL},
	{"[core \"x\"]\nexcludesfile=a", NULL},
	{"[core \"]\"]\nexcludesfile=a", NULL},
	{"[xcore]\nexcludesfile=a", NULL},
	{"excludesfile=a", NULL},
	{"[core]\nexcludesfile", NULL},
	{"[core]\nexcludesfile =", ""},
	{"[core]\n# excludesfile = a\n; excludesfile = b", NULL},
	{"[core]\nexcludesfile = a # b", "a"},
	{"[core]\nexcludesfile = a;b", "a"},
	{"[core]\nexcludesfile = \"a # b;\" c  ", "a # b; c"},
	{"[core]\nexcludesfile = \" a \"", " a "},
	{"[core]\nexcludesfile = a\\\\b\\\"c\\td", "a\\b\"c\td"},
	{"[core]\nexcludesfile = a\\\nb", "ab"},
	{"[core]\nexcludesfile = a\\\r\nb", "ab"},
	{"[core]\nexcludesfile = a\\qb", NULL},
	{"[core]\nexcludesfile = \"a\nother = b", NULL},
	{"[core]\nexcludesfilex = a\nexcludes = b", NULL},
	{"[core]\npath = excludesfile\n= a", NULL},
	{"[core\nexcludesfile = a", "a"},
	{"[core]\nexcludesfile = a\\", "a"},
	{"[", NULL},
	{"[core", NULL},
};

static void configurations_are_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		buffer value = BUFFER_INIT;
		bool found = gitdir_parse_excludes_file(text_of(examples[i].config), &value);
		if (found != (examples[i].value != NULL))
			fail_msg("\"%s\": %s", examples[i].config, found ? buffer_string(&value) : "not found");
		if (found)
			assert_string_equal(buffer_string(&value), examples[i].value);
		buffer_finish(&value);
	}
}

static void homes_are_expanded(void **state)
{
	(void)state;
	setenv("HOME", "/my/home", 1);
	static const struct {
		const char *path, *expanded;
	} cases[] = {
		{"~/a", "/my/home/a"}, {"~", "/my/home"}, {"a/~", "a/~"},
		{"/~/a", "/~/a"},      {"", ""},          {"~no-such-user/a", NULL},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		buffer path = BUFFER_INIT;
		buffer_add_string(&path, cases[i].path);
		assert_int_equal(gitdir_expand_home(&path), cases[i].expanded != NULL);
		if (cases[i].expanded != NULL)
			assert_string_equal(buffer_string(&path), cases[i].expanded);
		buffer_finish(&path);
	}
	buffer path = BUFFER_INIT;
	unsetenv("HOME");
	buffer_add_string(&path, "~/a");
	assert_false(gitdir_expand_home(&path));
	buffer_finish(&path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(configurations_are_read),
		cmocka_unit_test(homes_are_expanded),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
