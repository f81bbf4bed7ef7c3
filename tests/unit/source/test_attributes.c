/* SPDX-License-Identifier: MIT */
/* .gitattributes: written cases, and random ones judged by git itself. */
#include "sandbox.h"

#include "base/buffer.h"

static const source_file *find(const source_list *list, const char *shown)
{
	for (size_t i = 0; i < list->file_count; i++)
		if (strcmp(list->files[i].shown, shown) == 0)
			return &list->files[i];
	fail_msg("%s is not in the list", shown);
	return NULL;
}

static const char *language_of(const source_list *list, const char *shown)
{
	const char *language = find(list, shown)->attributes.language;
	return language != NULL ? language : "(none)";
}

#define assert_language(list, shown, name) assert_string_equal(language_of(list, shown), name)

static void nearest_file_wins(void **state)
{
	(void)state;
	sandbox_folders(".git/info/");
	sandbox_file(".gitattributes", "*.x linguist-language=Top linguist-vendored\n"
				       "/only.x linguist-language=Only\n"
				       "a/b/*.x linguist-language=Path\n");
	sandbox_file("a/.gitattributes", "*.x linguist-language=A -linguist-vendored\n");
	sandbox_file("a/b/.gitattributes", "z.x !linguist-language linguist-generated=false\n");
	sandbox_file(".git/info/attributes", "first.x linguist-language=First\n");
	sandbox_files("only.x", "t.x", "c/only.x", "a/1.x", "a/b/2.x", "a/b/z.x", "a/first.x");
	source_list *list = sandbox_list(".", NULL);
	assert_language(list, "only.x", "Only");
	assert_language(list, "t.x", "Top");
	assert_language(list, "c/only.x", "Top");
	assert_language(list, "a/1.x", "A");
	assert_language(list, "a/b/2.x", "A");
	assert_language(list, "a/b/z.x", "(none)");
	assert_language(list, "a/first.x", "First");
	assert_int_equal(find(list, "t.x")->attributes.vendored, 1);
	assert_int_equal(find(list, "a/1.x")->attributes.vendored, 0);
	assert_int_equal(find(list, "a/b/z.x")->attributes.generated, 0);
	assert_int_equal(find(list, "a/1.x")->attributes.generated, -1);
	assert_int_equal(find(list, "t.x")->attributes.detectable, -1);
	source_list_destroy(list);
}

static void folders_above_hold(void **state)
{
	(void)state;
	sandbox_folders("repo/.git/");
	sandbox_file(".gitattributes", "* linguist-language=Outside\n");
	sandbox_file("repo/.gitattributes", "*.x linguist-language=Top\n/a/b/c.y linguist-language=Y\n");
	sandbox_files("repo/a/b/1.x", "repo/a/b/c.y", "repo/a/b/z");
	source_list *list = sandbox_list("repo/a/b", NULL);
	assert_language(list, "1.x", "Top");
	assert_language(list, "c.y", "Y");
	assert_language(list, "z", "(none)");
	source_list_destroy(list);
	list = sandbox_list("repo/a/b/c.y", NULL);
	assert_language(list, "repo/a/b/c.y", "Y");
	source_list_destroy(list);
	assert_int_equal(chdir("repo/a/b"), 0);
	list = sandbox_list("1.x", NULL);
	assert_language(list, "1.x", "Top");
	source_list_destroy(list);
}

static void a_repository_within_has_its_own(void **state)
{
	(void)state;
	sandbox_folders(".git/");
	sandbox_folders("sub/.git/");
	sandbox_file(".gitattributes", "[attr]ours linguist-language=Ours\n*.x ours\n");
	sandbox_file("sub/.gitattributes", "*.y ours\n*.z linguist-language=Z\n");
	sandbox_files("1.x", "sub/1.x", "sub/1.y", "sub/1.z");
	source_list *list = sandbox_list(".", NULL);
	assert_language(list, "1.x", "Ours");
	assert_language(list, "sub/1.x", "(none)");
	assert_language(list, "sub/1.y", "(none)");
	assert_language(list, "sub/1.z", "Z");
	source_list_destroy(list);
}

static void without_repository_they_hold_from_the_path_down(void **state)
{
	(void)state;
	sandbox_file("top/.gitattributes", "*.x linguist-language=Top\n");
	sandbox_file("top/a/.gitattributes", "*.y linguist-language=A\n");
	sandbox_files("top/a/1.x", "top/a/1.y");
	source_options options = {.no_ignore = true};
	source_list *list = sandbox_list("top", &options);
	assert_language(list, "a/1.x", "Top");
	assert_language(list, "a/1.y", "A");
	source_list_destroy(list);
	list = sandbox_list("top/a", NULL);
	assert_language(list, "1.x", "(none)");
	assert_language(list, "1.y", "A");
	source_list_destroy(list);
}

static void lines_are_read_as_git_does(void **state)
{
	(void)state;
	sandbox_folders(".git/");
	sandbox_file(".gitattributes",
		     "\xEF\xBB\xBF# comment\r\n"
		     "  a.x   linguist-language=A  \r\n"
		     "\"b c.x\" linguist-language=B-C\n"
		     "\"d\\056x\" linguist-language=D\n"
		     "!e.x linguist-language=E\n"
		     "f.x linguist-language=F wrong(name)\n"
		     "dir/ linguist-language=Dir\n"
		     "all/** linguist-language=All\n"
		     "g.x linguist-language\n"
		     "h.x linguist-language=H -linguist-language\n"
		     "i.x linguist-detectable=false linguist-documentation=true linguist-generated=0\n");
	sandbox_file("sub/.gitattributes", "[attr]m linguist-language=M\n*.x m\n");
	sandbox_link("sub/.gitattributes", "linked/.gitattributes");
	sandbox_files("a.x", "b c.x", "d.x", "e.x", "f.x", "dir/1.x", "all/deep/1.x", "g.x", "h.x", "i.x", "sub/1.x");
	source_list *list = sandbox_list(".", NULL);
	assert_language(list, "a.x", "A");
	assert_language(list, "b c.x", "B-C");
	assert_language(list, "d.x", "D");
	assert_language(list, "e.x", "(none)");
	assert_language(list, "f.x", "(none)");
	assert_language(list, "dir/1.x", "(none)");
	assert_language(list, "all/deep/1.x", "All");
	assert_language(list, "g.x", "(none)");
	assert_language(list, "h.x", "(none)");
	assert_language(list, "sub/1.x", "(none)");
	assert_int_equal(find(list, "i.x")->attributes.detectable, 0);
	assert_int_equal(find(list, "i.x")->attributes.documentation, 1);
	assert_int_equal(find(list, "i.x")->attributes.generated, 1);
	source_list_destroy(list);
}

static void macros_that_lead_back_to_themselves_end(void **state)
{
	(void)state;
	sandbox_folders(".git/");
	sandbox_file(".gitattributes", "[attr]a b linguist-vendored\n[attr]b a\n[attr]binary linguist-generated -diff\n"
				       "1 a\n2 b\n3 binary\n");
	sandbox_files("1", "2", "3");
	source_list *list = sandbox_list(".", NULL);
	assert_int_equal(find(list, "1")->attributes.vendored, 1);
	assert_int_equal(find(list, "2")->attributes.vendored, 1);
	assert_int_equal(find(list, "3")->attributes.generated, 1);
	source_list_destroy(list);
}

static void listed_files_have_theirs(void **state)
{
	(void)state;
	sandbox_folders("r/.git/");
	sandbox_file("r/.gitattributes", "a.x linguist-language=A\n/sub/b.x linguist-language=B\n");
	sandbox_files("r/a.x", "r/sub/b.x", "r/sub/a.x", "c.x");
	sandbox_file("list", "r/a.x\nr/sub/b.x\n./c.x\nr/sub/a.x\n");
	source_list *list = source_list_create();
	source_options options = {0};
	error error;
	assert_int_equal(source_add_list(list, "list", false, &options, &error), 0);
	source_list_close(list);
	assert_language(list, "r/a.x", "A");
	assert_language(list, "r/sub/b.x", "B");
	assert_language(list, "r/sub/a.x", "A");
	assert_language(list, "c.x", "(none)");
	source_list_destroy(list);
}

static unsigned random_below(uint64_t *seed, size_t limit)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((*seed >> 33) % limit);
}

#define random_of(seed, array) ((array)[random_below(seed, sizeof(array) / sizeof((array)[0]))])

static const char *const patterns[] = {"*",       "*.c",    "a*", "/b.c",    "x/*.c", "**/y/*", "y",     "/x/**", "a.c",
				       "\"a.c\"", "[ab].c", "x/", "x/y/a.c", "*.h",   "b.*",    "\\a.c", "/*/*"};
static const char *const words[] = {"linguist-language=A",
				    "linguist-language=B",
				    "-linguist-language",
				    "!linguist-language",
				    "linguist-vendored",
				    "-linguist-vendored",
				    "linguist-vendored=false",
				    "!linguist-vendored",
				    "linguist-generated",
				    "-linguist-generated",
				    "m1",
				    "m1",
				    "-m1",
				    "!m1",
				    "m2",
				    "m2=x",
				    "-m2",
				    "binary",
				    "text",
				    "-diff"};

static void write_attributes(uint64_t *seed, const char *path, bool macros)
{
	static const char *const names[] = {"m1", "m2", "binary"};
	buffer content = BUFFER_INIT;
	for (unsigned i = macros ? random_below(seed, 3) : 0; i > 0; i--) {
		buffer_printf(&content, "[attr]%s", random_of(seed, names));
		for (unsigned j = random_below(seed, 3); j > 0; j--)
			buffer_printf(&content, " %s", random_of(seed, words));
		buffer_add_char(&content, '\n');
	}
	for (unsigned i = random_below(seed, 5); i > 0; i--) {
		buffer_add_string(&content, random_of(seed, patterns));
		for (unsigned j = random_below(seed, 4); j > 0; j--)
			buffer_printf(&content, " %s", random_of(seed, words));
		buffer_add_char(&content, '\n');
	}
	sandbox_file(path, buffer_string(&content));
	buffer_finish(&content);
}

/* As git prints it: unspecified, set, unset or the value. */
static void check_line(const source_list *list, unsigned round, const char *path, const char *name, const char *says)
{
	const source_attributes *ours = &find(list, path)->attributes;
	bool is_value = strcmp(says, "unspecified") != 0 && strcmp(says, "set") != 0 && strcmp(says, "unset") != 0;
	if (strcmp(name, "linguist-language") == 0) {
		const char *have = ours->language != NULL ? ours->language : "(none)";
		if (strcmp(have, is_value ? says : "(none)") != 0)
			fail_msg("round %u: %s is %s, git says %s", round, path, have, says);
		return;
	}
	int have = strcmp(name, "linguist-vendored") == 0 ? ours->vendored : ours->generated;
	int wanted = strcmp(says, "unspecified") == 0                           ? -1
		     : strcmp(says, "unset") == 0 || strcmp(says, "false") == 0 ? 0
										: 1;
	if (have != wanted)
		fail_msg("round %u: %s %s is %d, git says %s", round, path, name, have, says);
}

static void git_agrees(void **state)
{
	(void)state;
	if (sandbox_run((char *[]){"git", "init", "-q", ".", NULL}, NULL) != 0) {
		print_message("git is not here: nothing to compare with\n");
		skip();
	}
	sandbox_files("a.c", "b.c", "a.h", "x/a.c", "x/b.h", "x/y/a.c", "x/y/b.c", "y/a.h");
	static char *const arguments[] = {"git",
					  "check-attr",
					  "linguist-language",
					  "linguist-vendored",
					  "linguist-generated",
					  "--",
					  "a.c",
					  "b.c",
					  "a.h",
					  "x/a.c",
					  "x/b.h",
					  "x/y/a.c",
					  "x/y/b.c",
					  "y/a.h",
					  NULL};
	uint64_t seed = 7;
	size_t said = 0;
	for (unsigned round = 0; round < 150; round++) {
		write_attributes(&seed, ".gitattributes", true);
		write_attributes(&seed, "x/.gitattributes", false);
		write_attributes(&seed, "x/y/.gitattributes", false);
		write_attributes(&seed, ".git/info/attributes", round % 3 == 0);
		assert_int_equal(sandbox_run(arguments, "../git-says"), 0);
		source_list *list = sandbox_list(".", NULL);
		FILE *file = fopen("../git-says", "rb");
		assert_non_null(file);
		char path[64], name[64], says[64];
		size_t lines = 0;
		while (fscanf(file, "%63[^:]: %63[^:]: %63s\n", path, name, says) == 3) {
			check_line(list, round, path, name, says);
			said += strcmp(says, "unspecified") != 0;
			lines++;
		}
		assert_int_equal(lines, 24);
		fclose(file);
		source_list_destroy(list);
	}
	assert_true(said > 500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(nearest_file_wins),
		sandbox_test(folders_above_hold),
		sandbox_test(a_repository_within_has_its_own),
		sandbox_test(without_repository_they_hold_from_the_path_down),
		sandbox_test(lines_are_read_as_git_does),
		sandbox_test(macros_that_lead_back_to_themselves_end),
		sandbox_test(listed_files_have_theirs),
		sandbox_test(git_agrees),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
