/* SPDX-License-Identifier: MIT */
/* Sums by role, and files that hold what others hold. */
#include "fixture.h"

/* A record of that content and those roles. */
static void add_content(fixture *fixture, uint32_t file, const char *language, uint64_t code, uint64_t content,
			role_set roles)
{
	record record = {
		.file = file,
		.language = language,
		.engine = RECORD_SYNTAX,
		.bytes = 10,
		.counts = lines(code, 0, 0),
		.roles = roles,
		.hash = {.high = content & UINT64_C(0xF000000000000000), .low = content},
	};
	tree_add(fixture->tree, &record);
}

static const tree_node *find(const tree *tree, const char *path)
{
	for (const tree_node *node = tree->root; node != NULL; node = tree_next(node, tree->root, true)) {
		buffer name = BUFFER_INIT;
		tree_add_path(&name, node);
		bool same = node->kind != TREE_FRAME && strcmp(name.data, path) == 0;
		buffer_finish(&name);
		if (same)
			return node;
	}
	fail_msg("no %s", path);
	return NULL;
}

static void expect_role(const tree *tree, const char *path, enum role role, uint64_t files, uint64_t code)
{
	const tree_roles *roles = find(tree, path)->roles;
	assert_non_null(roles);
	assert_int_equal(roles->files[role], files);
	assert_int_equal(roles->sums[role].code, code);
}

static void test_sums_by_role(void **state)
{
	(void)state;
	const role_set both = ROLE_BIT(ROLE_TEST) | ROLE_BIT(ROLE_VENDORED);
	fixture fixture;
	init(&fixture);
	list(&fixture, 0, "a.go");
	list(&fixture, 0, "lib/b.go");
	list(&fixture, 0, "lib/x/c.go");
	list(&fixture, 0, "own/d.go");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	add_content(&fixture, 2, "Go", 4, 0, both);
	add_content(&fixture, 0, "Go", 1, 0, ROLE_BIT(ROLE_TEST));
	add_content(&fixture, 3, "Go", 8, 0, 0);
	add_content(&fixture, 1, "Go", 2, 0, ROLE_BIT(ROLE_VENDORED));
	tree_close(fixture.tree);
	expect_role(fixture.tree, ".", ROLE_TEST, 2, 5);
	expect_role(fixture.tree, ".", ROLE_VENDORED, 2, 6);
	expect_role(fixture.tree, "lib", ROLE_VENDORED, 2, 6);
	expect_role(fixture.tree, "lib", ROLE_TEST, 1, 4);
	expect_role(fixture.tree, "lib/x", ROLE_TEST, 1, 4);
	expect_role(fixture.tree, "lib", ROLE_GENERATED, 0, 0);
	assert_null(find(fixture.tree, "own")->roles);
	assert_null(find(fixture.tree, "a.go")->roles);
	finish(&fixture);
}

/* Files 0 and 2 hold the same, and so do 1, 3 and 4; 5 and 6 are empty, which no content is. `unit`: what hashes are multiples of. */
static void add_copies(fixture *fixture, uint64_t unit)
{
	static const struct {
		const char *path, *language;
		uint64_t code, content;
	} files[] = {
		{"a.go", "Go", 1, 7},   {"b/b.go", "Go", 2, 9}, {"b/c.go", "Go", 1, 7}, {"c/d.css", "CSS", 2, 9},
		{"c/e.go", "Go", 2, 9}, {"x.go", "Go", 0, 0},   {"y.go", "Go", 0, 0},
	};
	static const uint32_t order[] = {4, 2, 6, 0, 5, 3, 1};
	for (size_t i = 0; i < 7; i++)
		list(fixture, 0, files[i].path);
	fixture->tree = tree_create(&fixture->source, fixture->map);
	for (size_t i = 0; i < 7; i++) {
		uint32_t file = order[i];
		add_content(fixture, file, files[file].language, files[file].code, files[file].content * unit, 0);
	}
}

static void check_duplicates(uint64_t unit)
{
	fixture fixture;
	init(&fixture);
	add_copies(&fixture, unit);
	tree_close(fixture.tree);
	assert_int_equal(fixture.tree->file_count, 7);
	assert_int_equal(fixture.tree->dropped_count, 0);
	assert_int_equal(fixture.tree->root->total.code, 8);
	expect_role(fixture.tree, ".", ROLE_DUPLICATE, 3, 5);
	expect_role(fixture.tree, "b", ROLE_DUPLICATE, 1, 1);
	for (size_t i = 0; i < 7; i++) {
		const tree_file *file = &fixture.tree->files[i];
		bool copy = i == 2 || i == 3 || i == 4;
		assert_int_equal(file->roles, copy ? ROLE_BIT(ROLE_DUPLICATE) : 0);
		assert_ptr_equal(file->same_as, !copy ? NULL : &fixture.files[i == 2 ? 0 : 1]);
	}
	finish(&fixture);
}

/* Hashes that begin alike, as those of somebody's choice may, and such as do not. */
static void test_duplicates(void **state)
{
	(void)state;
	check_duplicates(1);
	check_duplicates(UINT64_C(1) << 60);
}

static void test_unique(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	add_copies(&fixture, 1);
	tree_set_unique(fixture.tree);
	tree_close(fixture.tree);
	expect_paths(&fixture, ". a.go b b/b.go x.go y.go");
	assert_int_equal(fixture.tree->root->total.code, 3);
	assert_int_equal(fixture.tree->root->files, 4);
	assert_int_equal(fixture.tree->syntax_files, 4);
	assert_int_equal(fixture.tree->language_count, 1);
	assert_int_equal(fixture.tree->languages[0].total.code, 3);
	assert_int_equal(fixture.tree->languages[0].bytes, 40);
	assert_null(tree_find_imbalance(fixture.tree));
	assert_int_equal(fixture.tree->dropped_count, 3);
	assert_ptr_equal(fixture.tree->dropped[0].file, &fixture.files[2]);
	assert_ptr_equal(fixture.tree->dropped[0].first, &fixture.files[0]);
	assert_ptr_equal(fixture.tree->dropped[1].file, &fixture.files[3]);
	assert_ptr_equal(fixture.tree->dropped[1].first, &fixture.files[1]);
	finish(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sums_by_role),
		cmocka_unit_test(test_duplicates),
		cmocka_unit_test(test_unique),
	};
	return cmocka_run_group_tests_name("roles", tests, NULL, NULL);
}
