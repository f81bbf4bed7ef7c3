/* SPDX-License-Identifier: MIT */
/* Ignore files in real folders: which hold where, and which is stronger. */
#include "sandbox.h"

static void nested_rules_add_up(void **state)
{
	(void)state;
	sandbox_file(".gitignore", "*.o\n/build/\n!keep.o\n");
	sandbox_file("a/.gitignore", "!b.o\n/c\n");
	sandbox_files("x.o", "keep.o", "build/f", "a/b.o", "a/c", "a/d/c", "a/build/g", "a/z.o");
	sandbox_expect(sandbox_list(".", NULL), "a/b.o", "a/build/g", "a/d/c", "keep.o");
}

static void nothing_comes_back_from_an_ignored_folder(void **state)
{
	(void)state;
	sandbox_file(".gitignore", "out/\n!out/keep.c\nlib/*\n!lib/keep.c\n");
	sandbox_file("out/.gitignore", "!*\n");
	sandbox_files("out/keep.c", "lib/keep.c", "lib/drop.c");
	sandbox_expect(sandbox_list(".", NULL), "lib/keep.c");
}

static void stronger_files_win(void **state)
{
	(void)state;
	sandbox_folders(".git/info/");
	sandbox_file(".git/info/exclude", "by-exclude\n!both-user\n");
	sandbox_file("../home/.config/git/ignore", "by-user\nboth-user\nagain\n");
	sandbox_file(".gitignore", "by-git\n!again\ngit-then-ignore\n");
	sandbox_file(".ignore", "by-ignore\n!git-then-ignore\nignore-then-onflame\n");
	sandbox_file(".onflameignore", "by-onflame\n!ignore-then-onflame\n");
	/* A weaker file deeper down does not overrule a stronger one above. */
	sandbox_file("d/.gitignore", "!by-ignore\n!by-onflame\n");
	sandbox_files("by-exclude", "both-user", "by-user", "again", "by-git", "git-then-ignore", "by-ignore",
		      "ignore-then-onflame", "by-onflame", "d/by-ignore", "d/by-onflame", "d/by-git", "free");
	sandbox_expect(sandbox_list(".", NULL), "again", "both-user", "free", "git-then-ignore", "ignore-then-onflame");
	source_options options = {.no_ignore = true};
	source_list *list = sandbox_list(".", &options);
	assert_int_equal(list->file_count, 13);
	source_list_destroy(list);
}

static void folders_above_are_asked(void **state)
{
	(void)state;
	sandbox_folders("top/repo/.git/info/");
	sandbox_file("top/.gitignore", "a\n");
	sandbox_file("top/.ignore", "b\n");
	sandbox_file("top/repo/.gitignore", "c\n/sub/dir/d\n");
	sandbox_file("top/repo/sub/.gitignore", "/dir/e\n");
	sandbox_file("top/repo/.git/info/exclude", "/sub/dir/f\n");
	for (char name[] = "top/repo/sub/dir/a"; name[17] <= 'g'; name[17]++)
		sandbox_files(name);
	sandbox_expect(sandbox_list("top/repo/sub/dir", NULL), "a", "g");
	sandbox_link("top/repo/sub/dir", "link");
	sandbox_expect(sandbox_list("link", NULL), "a", "g");
	assert_int_equal(chdir("top/repo/sub/dir"), 0);
	sandbox_expect(sandbox_list(".", NULL), "a", "g");
	sandbox_expect(sandbox_list("../dir", NULL), "a", "g");
}

static void without_repository_gitignore_holds_from_path_down(void **state)
{
	(void)state;
	sandbox_file("p/.gitignore", "a\n");
	sandbox_file("p/q/.gitignore", "b\n");
	sandbox_files("p/q/a", "p/q/b", "p/q/c");
	sandbox_expect(sandbox_list("p", NULL), "q/c");
	sandbox_expect(sandbox_list("p/q", NULL), "a", "c");
}

static void a_repository_within_obeys_its_own_rules(void **state)
{
	(void)state;
	sandbox_file(".gitignore", "a\nvendored/\n");
	sandbox_file(".onflameignore", "never\n");
	sandbox_folders("inner/.git/info/");
	sandbox_file("inner/.git/info/exclude", "c\n");
	sandbox_file("inner/.gitignore", "b\n");
	sandbox_folders("vendored/.git/");
	sandbox_files("a", "c", "vendored/x", "inner/a", "inner/b", "inner/c", "inner/d/b", "inner/d/never",
		      "inner/d/e");
	sandbox_expect(sandbox_list(".", NULL), "c", "inner/a", "inner/d/e");
}

static void git_files_lead_to_the_git_folder(void **state)
{
	(void)state;
	/* A submodule has its folder elsewhere; a worktree shares that of the main one. */
	sandbox_file("modules/sub/info/exclude", "a\n");
	sandbox_file("super/sub/.git", "gitdir: ../../modules/sub\r\n");
	sandbox_files("super/sub/a", "super/sub/b");
	sandbox_expect(sandbox_list("super/sub", NULL), "b");

	sandbox_file("main/.git/info/exclude", "c\n");
	sandbox_file("main/.git/worktrees/w/commondir", "../..\n");
	sandbox_file("main/.git/worktrees/w/info/exclude", "d\n");
	sandbox_file("w/.git", "gitdir: ../main/.git/worktrees/w\n");
	sandbox_files("w/c", "w/d");
	sandbox_expect(sandbox_list("w", NULL), "d");

	/* Pointers to nowhere and to themselves do no harm. */
	sandbox_file("broken/.git", "gitdir: /no/such\n");
	sandbox_file("odd/.git", "nonsense");
	sandbox_file("self/.git", "gitdir: .git\n");
	sandbox_file("none/.git", "");
	sandbox_files("broken/a", "odd/a", "self/a", "none/a");
	sandbox_expect(sandbox_list("broken", NULL), "a");
	sandbox_expect(sandbox_list("odd", NULL), "a");
	sandbox_expect(sandbox_list("self", NULL), "a");
	sandbox_expect(sandbox_list("none", NULL), "a");
}

static void the_users_file_is_found(void **state)
{
	(void)state;
	sandbox_files("a", "b", "c", "d", "sub/d");
	sandbox_file("../home/.config/git/ignore", "a\n");
	sandbox_expect(sandbox_list(".", NULL), "b", "c", "d", "sub/d");

	sandbox_file("../home/xdg/git/ignore", "b\n");
	char *config = realpath("../home/xdg", NULL);
	setenv("XDG_CONFIG_HOME", config, 1);
	free(config);
	sandbox_expect(sandbox_list(".", NULL), "a", "c", "d", "sub/d");

	sandbox_file("../home/xdg/git/config", "[core]\n\texcludesFile = ~/first\n");
	sandbox_file("../home/first", "c\n");
	sandbox_expect(sandbox_list(".", NULL), "a", "b", "d", "sub/d");

	sandbox_file("../home/.gitconfig", "[CORE] ExcludesFile = \"~/sec\\\"ond\" ; comment\n");
	sandbox_file("../home/sec\"ond", "/d\n");
	sandbox_expect(sandbox_list(".", NULL), "a", "b", "c", "sub/d");

	/* The repository's own word counts most; set to nothing it means none. */
	sandbox_file(".git/config", "[core]\n\texcludesfile = own\n");
	sandbox_file("own", "a\n");
	sandbox_expect(sandbox_list(".", NULL), "b", "c", "d", "own", "sub/d");
	sandbox_file(".git/config", "[core]\n\texcludesfile =\n");
	sandbox_expect(sandbox_list(".", NULL), "a", "b", "c", "d", "own", "sub/d");
	unsetenv("XDG_CONFIG_HOME");
}

static void hidden_names_come_back_by_own_files_only(void **state)
{
	(void)state;
	sandbox_file(".gitignore", "!.a\n!.b\n!.d/\n");
	sandbox_file(".ignore", "!.b\n!.c/\n");
	sandbox_files(".a", ".b", ".c/x", ".c/.y", ".d/z");
	sandbox_expect(sandbox_list(".", NULL), ".b", ".c/x");
}

static void odd_ignore_files_do_no_harm(void **state)
{
	(void)state;
	sandbox_folders(".gitignore/");
	sandbox_link(".ignore", ".ignore");
	sandbox_link("/dev/zero", ".onflameignore");
	sandbox_file("rules", "a\n");
	sandbox_link("../rules", "p/.gitignore"); /* git follows no link here */
	sandbox_link("../rules", "q/.ignore");
	sandbox_files("p/a", "q/a", "q/b");
	source_list *list = sandbox_list(".", NULL);
	assert_int_equal(list->skip_count, 0);
	sandbox_expect(list, "p/a", "q/b", "rules");
}

static void a_huge_ignore_file_is_not_read_but_told(void **state)
{
	(void)state;
	sandbox_file("d/.gitignore", "a\n");
	assert_int_equal(truncate("d/.gitignore", (off_t)17 * 1024 * 1024), 0);
	sandbox_files("d/a");
	source_list *list = sandbox_list("d", NULL);
	assert_false(sandbox_skip(list, "d/.gitignore")->failed);
	sandbox_expect(list, "a");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(nested_rules_add_up),
		sandbox_test(nothing_comes_back_from_an_ignored_folder),
		sandbox_test(stronger_files_win),
		sandbox_test(folders_above_are_asked),
		sandbox_test(without_repository_gitignore_holds_from_path_down),
		sandbox_test(a_repository_within_obeys_its_own_rules),
		sandbox_test(git_files_lead_to_the_git_folder),
		sandbox_test(the_users_file_is_found),
		sandbox_test(hidden_names_come_back_by_own_files_only),
		sandbox_test(odd_ignore_files_do_no_harm),
		sandbox_test(a_huge_ignore_file_is_not_read_but_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
