/* SPDX-License-Identifier: MIT */
/* The same rules over the same files, judged by git itself. Chosen by a fixed generator, so that every run is the same. */
#include "sandbox.h"

#include "base/buffer.h"

enum { ROUNDS = 60, DEPTH = 4 };

static const char *const names[] = {"a",    "b", "ab", "abc", "b.c", "a-b", "foo", "a b",  "[a]",  "a*",
				    "x\\y", "Z", "1",  "#c",  "!d",  "a ",  ".h",  "a\nb", "\xE9", "\xC3\xA9"};

static const char *const pieces[] = {
	"*",        "?",    "a",  "b",   "c",   ".",   "foo",   "-",           "[a-c]",        "[!a]",
	"[^b]",     "[]a]", "[a", "\\a", "\\*", "**",  "[a-]",  "[[:alpha:]]", "[[:punct:]b]", "[\\]a]",
	"[[:no:]]", "[/a]", "\\", "***", " ",   "\\ ", "[b-a]", "[--/]",       "\xC3\xA9",     "[\x80-\xFF]",
	"[[:a]",    "\t",   "#",
};

static unsigned random_below(uint64_t *seed, size_t limit)
{
	*seed = *seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((*seed >> 33) % limit);
}

#define random_of(seed, array) ((array)[random_below(seed, sizeof(array) / sizeof((array)[0]))])

static void make_tree(uint64_t *seed, const char *folder, int depth)
{
	for (unsigned i = 0; i < 7; i++) {
		char path[512];
		const char *name = random_of(seed, names);
		snprintf(path, sizeof(path), "%s%s", folder, name);
		struct stat status;
		if (lstat(path, &status) == 0)
			continue;
		bool file = depth == DEPTH || random_below(seed, 2) == 0;
		if (!file)
			snprintf(path, sizeof(path), "%s%s/", folder, name);
		sandbox_file(path, "x");
		if (!file)
			make_tree(seed, path, depth + 1);
	}
}

static void add_part(uint64_t *seed, buffer *rules)
{
	switch (random_below(seed, 6)) {
	case 0:
		buffer_add_string(rules, "**");
		break;
	case 1:
	case 2: {
		const char *name = random_of(seed, names);
		buffer_add_string(rules, strchr(name, '\n') == NULL ? name : "a");
		break;
	}
	default:
		for (unsigned i = random_below(seed, 4); i < 4; i++)
			buffer_add_string(rules, random_of(seed, pieces));
	}
}

static void add_rule(uint64_t *seed, buffer *rules)
{
	static const char *const before[] = {"", "", "", "", "", "!", "!", "/", "!/", "#", " "};
	static const char *const after[] = {"", "", "", "", "/", "/", " ", "  ", "/**", "//", "\\"};
	static const char *const between[] = {"/", "/", "/", "/**/", "\\/"};
	static const char *const ends[] = {"\n", "\n", "\r\n", "\n\n"};
	buffer_add_string(rules, random_of(seed, before));
	add_part(seed, rules);
	for (unsigned i = random_below(seed, 6); i >= 4 || i == 1; i = i == 5 ? 4 : 0) {
		buffer_add_string(rules, random_of(seed, between));
		add_part(seed, rules);
	}
	buffer_add_string(rules, random_of(seed, after));
	buffer_add_string(rules, random_of(seed, ends));
}

static void write_rules(uint64_t *seed, const char *path, unsigned most)
{
	buffer rules = BUFFER_INIT;
	if (random_below(seed, 12) == 0)
		buffer_add_string(&rules, "\xEF\xBB\xBF");
	for (unsigned i = random_below(seed, most + 1); i > 0; i--)
		add_rule(seed, &rules);
	sandbox_file(path, buffer_string(&rules));
	buffer_finish(&rules);
}

/* What git gives, sorted as ours is; NUL between names. */
static char *read_file(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	char *content = calloc(1, 1 << 20);
	assert_non_null(content);
	*len = fread(content, 1, (1 << 20) - 1, file);
	fclose(file);
	return content;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void compare(unsigned round)
{
	char *const arguments[] = {"git", "ls-files", "-o", "-z", "--exclude-standard", NULL};
	assert_int_equal(sandbox_run(arguments, "../git-says"), 0);
	size_t len, count = 0;
	char *content = read_file("../git-says", &len);
	const char **theirs = calloc(len + 1, sizeof(*theirs));
	assert_non_null(theirs);
	for (const char *at = content; at < content + len; at += strlen(at) + 1)
		theirs[count++] = at;
	qsort(theirs, count, sizeof(*theirs), compare_names);

	source_options options = {.hidden = true};
	source_list *list = sandbox_list(".", &options);
	for (size_t i = 0; i < count && i < list->file_count; i++) {
		if (strcmp(theirs[i], list->files[i].shown) != 0)
			fail_msg("round %u: git has \"%s\", we have \"%s\"", round, theirs[i], list->files[i].shown);
	}
	assert_int_equal(list->file_count, count);
	source_list_destroy(list);
	free(theirs);
	free(content);
}

static void git_agrees(void **state)
{
	(void)state;
	if (sandbox_run((char *[]){"git", "init", "-q", ".", NULL}, NULL) != 0) {
		print_message("git is not here: nothing to compare with\n");
		skip();
	}
	uint64_t seed = 20240229;
	make_tree(&seed, "", 0);
	source_options options = {0};
	source_list *all = sandbox_list(".", &options);
	assert_true(all->file_count > 100);
	for (unsigned round = 0; round < ROUNDS; round++) {
		write_rules(&seed, ".gitignore", 5);
		write_rules(&seed, ".git/info/exclude", 2);
		write_rules(&seed, "../home/.config/git/ignore", 2);
		for (unsigned i = 0; i < 3; i++) {
			const char *file = all->files[random_below(&seed, all->file_count)].path;
			char path[512];
			const char *slash = strrchr(file, '/');
			snprintf(path, sizeof(path), "%.*s/.gitignore", slash != NULL ? (int)(slash - file) : 1,
				 slash != NULL ? file : ".");
			write_rules(&seed, path, 3);
		}
		compare(round);
	}
	source_list_destroy(all);
}

int main(void)
{
	const struct CMUnitTest tests[] = {sandbox_test(git_agrees)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
