/* SPDX-License-Identifier: MIT */
/* Tags of fences, scripts and here-documents, as people write them. */
#include "counter_check.h"

#include "count/tag.h"

static void test_tags(void **state)
{
	const setup *setup = *state;
	static const struct {
		const char *tag, *language; /* NULL: none */
	} rows[] = {
		{"python", "Python"},
		{"Python", "Python"},
		{"PY", "Python"},
		{" c++ ", "C++"},
		{"C#", "C#"},
		{"emacs lisp", "Emacs Lisp"}, /* a name with a blank, not the name "emacs" */
		{"js title=\"x.py\"", "JavaScript"},
		{"rust,ignore", "Rust"},
		{"js:line-numbers", "JavaScript"},
		{"{.json}", "JSON"},
		{"{ .python .numberLines startFrom=3 }", "Python"},
		{"{#id .python}", "Python"},
		{"{r, echo=FALSE}", "R"},
		{"{code-cell} python", NULL},
		{"language-go", "Go"},
		{"lang-ruby", "Ruby"},
		{"", NULL},
		{"  ", NULL},
		{"{}", NULL},
		{"#", NULL},
		{"no such language", NULL},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		const language *found = tag_find(setup->map, rows[i].tag);
		const char *name = found != NULL ? found->name : NULL;
		if ((name == NULL) != (rows[i].language == NULL) ||
		    (name != NULL && strcmp(name, rows[i].language) != 0))
			fail_msg("'%s': %s", rows[i].tag, name != NULL ? name : "none");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(test_tags)};
	return cmocka_run_group_tests_name("tag", tests, set_up, tear_down);
}
