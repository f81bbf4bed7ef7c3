/* SPDX-License-Identifier: MIT */
/* Texts made of pieces of another: which are taken, how they show there, and where what was found in them stands. */
#include "count_check.h"

#include "base/memory.h"
#include "count/extract.h"

/* Three lines of a quotation, of which the second has a mark alone; the text has none of the marks. */
static const char host[] = "> a\n>\n> b\nc";
static const char guest[] = "a\n\nb\n";
static const onflame_piece lines[] = {{0, 0, 4}, {2, 4, 6}, {3, 6, 10}};

static const extract *make(const char *text, uint32_t len, const onflame_piece *pieces, uint32_t count, arena *arena)
{
	const onflame_text from = {
		.size = sizeof(from), .len = len, .text = text, .pieces = pieces, .piece_count = count};
	return extract_copy(&from, 0, sizeof(host) - 1, arena);
}

static const extract *make_quotation(arena *arena)
{
	const extract *made = make(guest, sizeof(guest) - 1, lines, COUNT(lines), arena);
	assert_non_null(made);
	return made;
}

static void test_refused(void **state)
{
	(void)state;
	static const struct {
		const char *why;
		uint32_t len, count;
		onflame_piece pieces[2];
		bool taken;
	} rows[] = {
		{"no piece", 1, 0, {{0, 0, 0}}, false},
		{"does not begin at 0", 2, 1, {{1, 0, 4}}, false},
		{"more text than file", 5, 1, {{0, 0, 4}}, false},
		{"as much", 4, 1, {{0, 0, 4}}, true},
		{"ends before it starts", 1, 1, {{0, 4, 3}}, false},
		{"behind the file", 1, 1, {{0, 9, 12}}, false},
		{"at the file's end", 1, 1, {{0, 9, 11}}, true},
		{"overlap", 4, 2, {{0, 0, 4}, {2, 3, 6}}, false},
		{"out of order in the file", 4, 2, {{0, 4, 8}, {2, 0, 4}}, false},
		{"out of order in the text", 4, 2, {{0, 0, 4}, {5, 4, 8}}, false},
		{"of nothing", 4, 2, {{0, 4, 4}, {2, 4, 8}}, true},
	};
	arena *arena = arena_create();
	for (size_t i = 0; i < COUNT(rows); i++) {
		bool taken = make("abcdefgh", rows[i].len, rows[i].pieces, rows[i].count, arena) != NULL;
		if (taken != rows[i].taken)
			fail_msg("%s: %s", rows[i].why, taken ? "taken" : "refused");
	}
	arena_destroy(arena);
}

/* Marks are blanks, line breaks stay where they are. */
static void test_draw(void **state)
{
	(void)state;
	arena *arena = arena_create();
	const extract *extract = make_quotation(arena);
	char shown[sizeof(host)];
	memcpy(shown, host, sizeof(host));
	assert_false(extract_is_exact(extract, host));
	extract_draw(extract, guest, shown);
	assert_string_equal(shown, "a  \n \nb  \nc");
	arena_destroy(arena);
}

static void test_exact(void **state)
{
	(void)state;
	static const onflame_piece pieces[] = {{0, 2, 4}, {2, 4, 4}, {3, 8, 10}};
	arena *arena = arena_create();
	assert_true(extract_is_exact(make("a\n_b\n", 5, pieces, COUNT(pieces), arena), host));
	assert_false(extract_is_exact(make("a\n_c\n", 5, pieces, COUNT(pieces), arena), host));
	arena_destroy(arena);
}

static const extract *draw_quotation(arena *arena, char *shown)
{
	const extract *extract = make_quotation(arena);
	memcpy(shown, host, sizeof(host));
	extract_draw(extract, guest, shown);
	return extract;
}

/* A span over all lines is one, the blank line in it too; a frame begins with its first byte and ends behind its last. */
static void test_return(void **state)
{
	(void)state;
	arena *arena = arena_create();
	char shown[sizeof(host)];
	const extract *extract = draw_quotation(arena, shown);
	findings found = {.arena = arena};
	span_list_add(&found.spans, 0, 4, SPAN_STRING, 3);
	*findings_add_frame(&found) = (found_frame){.start = 3, .end = 4, .name = "b"};
	extract_return(extract, shown, &found);
	assert_int_equal(found.spans.count, 1);
	assert_int_equal(found.spans.items[0].start, 0);
	assert_int_equal(found.spans.items[0].end, 7);
	assert_int_equal(found.spans.items[0].role, SPAN_STRING);
	assert_int_equal(found.spans.items[0].rule, 3);
	assert_int_equal(found.frames[0].start, 6);
	assert_int_equal(found.frames[0].end, 7);
	findings_finish(&found);
	arena_destroy(arena);
}

/* What is no white space between two pieces is none of the guest's. */
static void test_holes(void **state)
{
	(void)state;
	static const onflame_piece pieces[] = {{0, 0, 2}, {2, 2, 2}, {4, 6, 8}, {6, 8, 10}};
	arena *arena = arena_create();
	const extract *extract = make("ab__cdef", 8, pieces, COUNT(pieces), arena);
	regions regions = {0};
	const outline_region whole = {0, 8, "SQL"};
	extract_return_region(extract, "ab${x}cdef ", &whole, &regions);
	assert_int_equal(regions.count, 2);
	assert_int_equal(regions.items[0].start, 0);
	assert_int_equal(regions.items[0].end, 2);
	assert_int_equal(regions.items[1].start, 6);
	assert_int_equal(regions.items[1].end, 10);
	assert_string_equal(regions.items[1].language, "SQL");
	range_list ranges = {0};
	extract_ranges(extract, &ranges);
	assert_int_equal(ranges.count, 3);
	range_list_finish(&ranges);
	free(regions.items);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refused), cmocka_unit_test(test_draw),  cmocka_unit_test(test_exact),
		cmocka_unit_test(test_return),  cmocka_unit_test(test_holes),
	};
	return cmocka_run_group_tests_name("extract", tests, NULL, NULL);
}
