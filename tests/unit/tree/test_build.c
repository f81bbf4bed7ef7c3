/* SPDX-License-Identifier: MIT */
/* Records in, a tree out: order, sums, languages, balance. */
#include "fixture.h"

/* '-' and '.' come before '/' in ASCII: whole paths in byte order would tear the folder "a" apart. */
static void test_children_are_ordered_by_name(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	list(&fixture, 0, "a-b/x.go");
	list(&fixture, 0, "a.go");
	list(&fixture, 0, "a/x.go");
	list(&fixture, 0, "a/y/z.go");
	list(&fixture, 0, "b.go");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	const uint32_t order[] = {3, 0, 4, 2, 1};
	for (size_t i = 0; i < 5; i++)
		add(&fixture, order[i], "Go", order[i] + 1);
	tree_close(fixture.tree);

	expect_paths(&fixture, ". a a/x.go a/y a/y/z.go a-b a-b/x.go a.go b.go");
	/* Files stay in the order of the source list. */
	for (size_t i = 0; i < 5; i++)
		assert_ptr_equal(fixture.tree->files[i].source, &fixture.files[i]);
	const tree_node *a = fixture.tree->root->first;
	assert_string_equal(a->name, "a");
	assert_int_equal(a->total.code, 3 + 4);
	assert_int_equal(a->files, 2);
	assert_int_equal(a->own.code, 0);
	assert_int_equal(fixture.tree->root->total.code, 1 + 2 + 3 + 4 + 5);
	assert_int_equal(fixture.tree->root->files, 5);
	assert_null(tree_find_imbalance(fixture.tree));
	finish(&fixture);
}

static void test_several_roots_stand_below_the_root(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	fixture.roots[0] = "../two/";
	fixture.roots[1] = "one.go";
	fixture.roots[2] = "/abs";
	fixture.roots[3] = "/";
	fixture.source.root_count = 4;
	list(&fixture, 0, "x.go");
	list(&fixture, 1, "one.go");
	list(&fixture, 2, "d/y.go");
	list(&fixture, 3, "etc/z.go");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	for (uint32_t i = 0; i < 4; i++)
		add(&fixture, i, "Go", 1);
	tree_close(fixture.tree);
	expect_paths(&fixture, ". ../two ../two/x.go / /etc /etc/z.go /abs /abs/d /abs/d/y.go one.go");
	assert_int_equal(fixture.tree->root->first->kind, TREE_FOLDER);
	finish(&fixture);
}

static void test_single_file_is_not_named_twice(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	fixture.roots[0] = "./src/a.go";
	list(&fixture, 0, "src/a.go");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	add(&fixture, 0, "Go", 1);
	tree_close(fixture.tree);
	expect_paths(&fixture, ". src src/a.go");
	assert_string_equal(fixture.tree->root->name, ".");
	finish(&fixture);
}

static record_frame frame(const char *name, bool is_function, uint32_t depth, counts counts)
{
	record_frame made = {.name = name,
			     .kind = is_function ? "method" : "class",
			     .is_function = is_function,
			     .start = 1,
			     .end = 2,
			     .depth = depth,
			     .counts = counts};
	made.counts.functions = is_function ? 1 : 0;
	return made;
}

static void test_frames_nest_and_own_is_the_rest(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	list(&fixture, 0, "a.go");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	record_frame frames[] = {frame("A", false, 0, lines(10, 2, 1)), frame("m", true, 1, lines(4, 1, 0)),
				 frame("n", true, 1, lines(3, 0, 1)), frame("B", false, 0, lines(2, 0, 0))};
	frames[0].counts.functions = 2;
	record record = {.language = "Go",
			 .engine = RECORD_SYNTAX,
			 .counts = lines(20, 5, 5),
			 .frames = frames,
			 .frame_count = 4};
	record.counts.functions = 2;
	tree_add(fixture.tree, &record);
	tree_close(fixture.tree);

	const tree_node *file = fixture.tree->files[0].node;
	const tree_node *a = file->first;
	assert_int_equal(file->own.code, 20 - 10 - 2);
	assert_int_equal(file->own.comment, 5 - 2);
	assert_int_equal(file->own.blank, 5 - 1);
	assert_int_equal(file->own.functions, 0);
	assert_string_equal(a->name, "A");
	assert_int_equal(a->own.code, 10 - 4 - 3);
	assert_int_equal(a->own.lines, 13 - 5 - 4);
	assert_false(tree_is_function(a));
	assert_string_equal(a->first->name, "m");
	assert_true(tree_is_function(a->first));
	assert_ptr_equal(a->first->file, &fixture.tree->files[0]);
	assert_string_equal(a->first->next->name, "n");
	assert_null(a->first->next->next);
	assert_string_equal(a->next->name, "B");
	/* One copy of a label serves all. */
	assert_ptr_equal(a->label, a->next->label);
	assert_null(tree_find_imbalance(fixture.tree));
	finish(&fixture);
}

static void test_languages_are_summed(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	list(&fixture, 0, "a.go");
	list(&fixture, 0, "b.go");
	list(&fixture, 0, "c.css");
	list(&fixture, 0, "binary");
	list(&fixture, 0, "what");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	record_embedded css = {"CSS", lines(2, 1, 0)};
	tree_add(fixture.tree, &(record){.file = 0,
					 .language = "Go",
					 .engine = RECORD_SYNTAX,
					 .bytes = 7,
					 .counts = lines(5, 1, 0),
					 .embedded = &css,
					 .embedded_count = 1});
	add(&fixture, 1, "Go", 3);
	tree_add(fixture.tree,
		 &(record){.file = 2, .language = "CSS", .engine = RECORD_LEXICAL, .counts = lines(50, 0, 0)});
	tree_add(fixture.tree, &(record){.file = 3, .engine = RECORD_UNCOUNTED, .failure = "binary"});
	add(&fixture, 4, "Never heard of", 1);
	tree_close(fixture.tree);

	const tree *tree = fixture.tree;
	assert_int_equal(tree->file_count, 4);
	assert_int_equal(tree->syntax_files, 3);
	assert_int_equal(tree->lexical_files, 1);
	assert_int_equal(tree->language_count, 3);
	assert_string_equal(tree->languages[0].language->name, "CSS");
	assert_int_equal(tree->languages[0].files, 1);
	assert_int_equal(tree->languages[0].total.code, 50);
	assert_int_equal(tree->languages[0].embedded_files, 1);
	assert_int_equal(tree->languages[0].embedded.comment, 1);
	assert_string_equal(tree->languages[1].language->name, "Go");
	assert_int_equal(tree->languages[1].files, 2);
	assert_int_equal(tree->languages[1].bytes, 17);
	assert_int_equal(tree->languages[1].total.code, 8);
	assert_string_equal(tree->languages[2].language->name, "(unknown)");
	assert_int_equal(tree->root->total.code, 5 + 3 + 50 + 1);
	finish(&fixture);
}

/* A file of 10 lines with a frame that is said to hold `inner`. */
static void expect_balance(counts outer, counts inner, bool holds)
{
	fixture fixture;
	init(&fixture);
	list(&fixture, 0, "d/a.go");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	record_frame only = frame("f", false, 0, inner);
	tree_add(
		fixture.tree,
		&(record){
			.language = "Go", .engine = RECORD_SYNTAX, .counts = outer, .frames = &only, .frame_count = 1});
	tree_close(fixture.tree);
	assert_int_equal(tree_find_imbalance(fixture.tree) == NULL, holds);
	finish(&fixture);
}

static void test_imbalance_is_found(void **state)
{
	(void)state;
	expect_balance(lines(10, 0, 0), lines(10, 0, 0), true);
	expect_balance(lines(10, 0, 0), lines(11, 0, 0), false); /* more than its file */
	expect_balance(lines(10, 0, 0), lines(9, 1, 0), false);  /* the same number, another class */
	counts askew = lines(10, 0, 0);
	askew.lines = 11;
	expect_balance(askew, lines(1, 0, 0), false);
	counts busy = lines(1, 0, 0);
	busy.cognitive = 1;
	expect_balance(lines(10, 0, 0), busy, false);
}

static void test_imbalance_of_a_folder_is_found(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	list(&fixture, 0, "d/a.go");
	list(&fixture, 0, "d/b.go");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	add(&fixture, 0, "Go", 4);
	add(&fixture, 1, "Go", 6);
	tree_close(fixture.tree);
	assert_null(tree_find_imbalance(fixture.tree));
	tree_node *folder = fixture.tree->root->first;
	folder->total.complexity++;
	assert_non_null(tree_find_imbalance(fixture.tree));
	folder->total.complexity--;
	folder->first->next->total.code++;
	folder->first->next->own.code++;
	assert_ptr_equal(tree_find_imbalance(fixture.tree), folder);
	finish(&fixture);
}

static void test_depth_takes_no_stack(void **state)
{
	(void)state;
	enum { DEPTH = 200000 };
	fixture fixture;
	init(&fixture);
	char *path = malloc(2 * DEPTH + 2);
	assert_non_null(path);
	for (size_t i = 0; i < DEPTH; i++)
		memcpy(path + 2 * i, "d/", 2);
	memcpy(path + 2 * DEPTH, "f", 2);
	list(&fixture, 0, path);
	record_frame *frames = calloc(DEPTH, sizeof(*frames));
	assert_non_null(frames);
	for (uint32_t i = 0; i < DEPTH; i++)
		frames[i] = frame("f", false, i, lines(DEPTH - i, 0, 0));
	fixture.tree = tree_create(&fixture.source, fixture.map);
	tree_add(fixture.tree, &(record){.language = "Go",
					 .engine = RECORD_SYNTAX,
					 .counts = lines(DEPTH, 0, 0),
					 .frames = frames,
					 .frame_count = DEPTH});
	tree_close(fixture.tree);
	assert_null(tree_find_imbalance(fixture.tree));
	size_t nodes = 0;
	for (const tree_node *node = fixture.tree->root; node != NULL; node = tree_next(node, fixture.tree->root, true))
		nodes++;
	assert_int_equal(nodes, 1 + DEPTH + 1 + DEPTH);
	buffer shown = BUFFER_INIT;
	tree_add_path(&shown, fixture.tree->files[0].node);
	assert_string_equal(shown.data, path);
	buffer_finish(&shown);
	finish(&fixture);
	free(frames);
	free(path);
}

static void test_nothing_counted(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	fixture.tree = tree_create(&fixture.source, fixture.map);
	tree_close(fixture.tree);
	expect_paths(&fixture, ".");
	assert_int_equal(fixture.tree->language_count, 0);
	assert_null(tree_find_imbalance(fixture.tree));
	finish(&fixture);
	tree_destroy(NULL);
}

static void test_odd_paths(void **state)
{
	(void)state;
	fixture fixture;
	init(&fixture);
	list(&fixture, 0, "/etc//hosts");
	list(&fixture, 0, "./a/./b");
	list(&fixture, 0, "../x");
	list(&fixture, 0, "");
	fixture.tree = tree_create(&fixture.source, fixture.map);
	for (uint32_t i = 0; i < 4; i++)
		add(&fixture, i, "Go", 1);
	tree_close(fixture.tree);
	expect_paths(&fixture, ". (unnamed) .. ../x /etc /etc/hosts a a/b");
	assert_null(tree_find_imbalance(fixture.tree));
	finish(&fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_children_are_ordered_by_name),
		cmocka_unit_test(test_several_roots_stand_below_the_root),
		cmocka_unit_test(test_single_file_is_not_named_twice),
		cmocka_unit_test(test_frames_nest_and_own_is_the_rest),
		cmocka_unit_test(test_languages_are_summed),
		cmocka_unit_test(test_imbalance_is_found),
		cmocka_unit_test(test_imbalance_of_a_folder_is_found),
		cmocka_unit_test(test_depth_takes_no_stack),
		cmocka_unit_test(test_nothing_counted),
		cmocka_unit_test(test_odd_paths),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
