/* SPDX-License-Identifier: MIT */
/* Each line for the innermost frame that covers its first token; sums, depths, regions of other languages. */
#include "count_check.h"

#include "base/memory.h"
#include "count/outline.h"

enum { FRAMES_MAX = 16 };

/*
 * Marks in the source: '\1' begins a frame, '\2' ends the innermost one, '\3' begins and '\4' ends a comment,
 * '\5' begins and '\6' ends a region in "Guest".
 */
typedef struct sample {
	char text[512];
	size_t len;
	findings found;
	outline_region regions[8];
	size_t region_count;
	arena *arena;
	record record;
} sample;

static void unmark(sample *sample, const char *source)
{
	static const char *const names[FRAMES_MAX] = {"a", "b", "c", "d", "e", "f", "g", "h"};
	size_t open[FRAMES_MAX], depth = 0;
	findings *found = &sample->found;
	for (; *source != '\0'; source++) {
		uint32_t at = (uint32_t)sample->len;
		switch (*source) {
		case 1:
			memory_reserve(&found->frames, &found->frame_capacity, found->frame_count + 1,
				       sizeof(*found->frames));
			found->frames[found->frame_count] = (found_frame){.start = at,
									  .name = names[found->frame_count],
									  .kind = "function",
									  .is_function = true,
									  .cyclomatic = 1,
									  .cognitive = 10};
			open[depth++] = found->frame_count++;
			break;
		case 2:
			found->frames[open[--depth]].end = at;
			break;
		case 3:
			span_list_add(&found->spans, at, at, SPAN_COMMENT, UINT16_MAX);
			break;
		case 4:
			found->spans.items[found->spans.count - 1].end = at;
			break;
		case 5:
			sample->regions[sample->region_count++] = (outline_region){at, at, "Guest"};
			break;
		case 6:
			sample->regions[sample->region_count - 1].end = at;
			break;
		default:
			sample->text[sample->len++] = *source;
		}
	}
	assert_int_equal(depth, 0);
}

static void fill(sample *sample, const char *source)
{
	*sample = (struct sample){.arena = arena_create()};
	unmark(sample, source);
	sample->found.cyclomatic = 2;
	sample->found.cognitive = 100;
	outline_source outline = {
		.text = {sample->text, sample->len},
		.told = {sample->text, sample->len},
		.found = &sample->found,
		.regions = sample->regions,
		.region_count = sample->region_count,
		.policy = count_policy_find("default"),
		.language = "Host",
	};
	outline_fill(&outline, sample->arena, &sample->record);
}

static void finish(sample *sample)
{
	findings_finish(&sample->found);
	arena_destroy(sample->arena);
}

/* A frame as "depth name start-end lines code comment blank". */
static void check(const char *source, const char *const *expected)
{
	sample sample;
	fill(&sample, source);
	const record *record = &sample.record;
	size_t i = 0;
	for (; i < record->frame_count; i++) {
		const record_frame *frame = &record->frames[i];
		char line[128];
		snprintf(line, sizeof(line), "%u %s %u-%u %llu %llu %llu %llu", frame->depth, frame->name, frame->start,
			 frame->end, (unsigned long long)frame->counts.lines, (unsigned long long)frame->counts.code,
			 (unsigned long long)frame->counts.comment, (unsigned long long)frame->counts.blank);
		if (expected[i] == NULL || strcmp(line, expected[i]) != 0)
			fail_msg("%s, not %s, in:\n%.*s", line, expected[i] != NULL ? expected[i] : "(no more)",
				 (int)sample.len, sample.text);
	}
	assert_null(expected[i]);
	assert_int_equal(record->counts.lines, record->counts.code + record->counts.comment + record->counts.blank);
	assert_int_equal(record->counts.functions, record->frame_count);
	assert_int_equal(record->counts.complexity, 2 + record->frame_count);
	assert_int_equal(record->counts.cognitive, 100 + 10 * record->frame_count);
	finish(&sample);
}

#define CHECK(source, ...) check(source, (const char *const[]){__VA_ARGS__, NULL})

static void test_first_token(void **state)
{
	(void)state;
	CHECK("\1f() {\n\tx;\n}\2\n", "0 a 1-3 3 3 0 0");
	/* indented: the white space before it is of no account */
	CHECK("  \1f() {\n  }\2\n", "0 a 1-2 2 2 0 0");
	/* code before a frame on its line: the line is not the frame's */
	CHECK("int x; \1f() {\n}\2\n", "0 a 1-2 1 1 0 0");
	CHECK("int x; \1f() { }\2\n", "0 a 1-1 0 0 0 0");
	/* a comment before it is a token too */
	CHECK("\3/* c */\4 \1f() {\n}\2\n", "0 a 1-2 1 1 0 0");
	/* two frames on a line: it is the first one's */
	CHECK("\1f() { }\2 \1g() { }\2\n", "0 a 1-1 1 1 0 0", "0 b 1-1 0 0 0 0");
	CHECK("\1f() {\n}\2 \1g() {\n}\2\n", "0 a 1-2 2 2 0 0", "0 b 2-3 1 1 0 0");
	/* code behind the closing token on its line */
	CHECK("\1f() {\n}\2 x;\ny;\n", "0 a 1-2 2 2 0 0");
}

static void test_nested(void **state)
{
	(void)state;
	/* counts take in what is nested */
	CHECK("\1class {\n\t\1f() {\n\t}\2\n\n\t\1g() {\n\t}\2\n}\2\n", "0 a 1-7 7 6 0 1", "1 b 2-3 2 2 0 0",
	      "1 c 5-6 2 2 0 0");
	/* both begin with the same token: the innermost has the line */
	CHECK("\1\1f() {\n}\2 + 1;\2\n", "0 a 1-2 2 2 0 0", "1 b 1-2 2 2 0 0");
	/* an inner frame that begins on the outer one's line, behind it */
	CHECK("\1f() { \1g() {\n}\2 }\2\n", "0 a 1-2 2 2 0 0", "1 b 1-2 1 1 0 0");
	CHECK("\1a\n\1b\n\1c\n\2\2\2d\n", "0 a 1-3 3 3 0 0", "1 b 2-3 2 2 0 0", "2 c 3-3 1 1 0 0");
	/* the inner one is on no line of its own */
	CHECK("\1f() {\n\tx = \1y\2;\n}\2\n", "0 a 1-3 3 3 0 0", "1 b 2-2 0 0 0 0");
}

static void test_comments_and_blanks(void **state)
{
	(void)state;
	/* inside they are the frame's, outside not */
	CHECK("\3// above\4\n\n\1f() {\n\n\t\3// in\4\n}\2\n\n\3// below\4\n", "0 a 3-6 4 2 1 1");
	/* a comment around the frame's beginning */
	CHECK("\3/*\n*/\4 \1f() {\n}\2\n", "0 a 2-3 1 1 0 0");
	/* white space that a grammar takes in behind the closing token is not the frame's */
	CHECK("\1f() {\n}\n\n\n\2x\n", "0 a 1-2 2 2 0 0");
	CHECK("\1def f:\n\tx\n\n\2\1def g:\n\ty\n\2", "0 a 1-2 2 2 0 0", "0 b 4-5 2 2 0 0");
	/* the file ends without line break, within the frame */
	CHECK("\1f() {\n\tx\2", "0 a 1-2 2 2 0 0");
	CHECK("\1f() {\r\n}\r\n\2", "0 a 1-2 2 2 0 0");
}

static void test_no_text(void **state)
{
	(void)state;
	CHECK("\1\2", "0 a 1-1 0 0 0 0");
	CHECK("x\n\1\2", "0 a 1-1 0 0 0 0");
	CHECK("\n\n\1\2\n", "0 a 3-3 0 0 0 0");
}

static void check_guest(const char *source, uint64_t code, uint64_t comment, uint64_t blank, uint64_t lines)
{
	sample sample;
	fill(&sample, source);
	assert_int_equal(sample.record.counts.lines, lines);
	if (sample.record.embedded_count == 0) {
		assert_int_equal(code + comment + blank, 0);
	} else {
		assert_int_equal(sample.record.embedded_count, 1);
		assert_string_equal(sample.record.embedded[0].language, "Guest");
		assert_int_equal(sample.record.embedded[0].counts.code, code);
		assert_int_equal(sample.record.embedded[0].counts.comment, comment);
		assert_int_equal(sample.record.embedded[0].counts.blank, blank);
	}
	finish(&sample);
}

/* A line is of the region that covers its first token, whatever comes behind. */
static void test_regions(void **state)
{
	(void)state;
	check_guest("<script>\5\nx\n\n\3// c\4\n\6</script>\n", 1, 1, 1, 5);
	check_guest("<script>\5x\6</script>\n", 0, 0, 0, 1);
	check_guest("  \5x\6 </script>\ny\n", 1, 0, 0, 2);
	check_guest("\5a\n\6b\n\5c\n\6", 2, 0, 0, 3);
	check_guest("", 0, 0, 0, 0);
}

/* A region within a region: the inner one has the line, and only it. */
static void test_regions_nested(void **state)
{
	(void)state;
	arena *arena = arena_create();
	findings found = {.arena = arena};
	const outline_region regions[] = {{2, 10, "Outer"}, {4, 8, "Inner"}, {12, 14, "Alone"}};
	outline_source outline = {
		.text = TEXT("0\n2\n4\n6\n8\n0\n2\n"),
		.told = TEXT("0\n2\n4\n6\n8\n0\n2\n"),
		.found = &found,
		.regions = regions,
		.region_count = COUNT(regions),
		.policy = count_policy_find("default"),
		.language = "Host",
	};
	record record = {0};
	outline_fill(&outline, arena, &record);
	assert_int_equal(record.counts.code, 7);
	assert_int_equal(record.embedded_count, 3);
	/* ordered by name */
	assert_string_equal(record.embedded[0].language, "Alone");
	assert_int_equal(record.embedded[0].counts.lines, 1);
	assert_string_equal(record.embedded[1].language, "Inner");
	assert_int_equal(record.embedded[1].counts.lines, 2);
	assert_string_equal(record.embedded[2].language, "Outer");
	assert_int_equal(record.embedded[2].counts.lines, 2);
	arena_destroy(arena);
}

/* What --explain hears: every line once, in order, with the innermost frame. */
typedef struct told {
	char lines[128];
	uint32_t last;
} told;

static void hear(void *payload, const count_explanation *line)
{
	told *told = payload;
	assert_int_equal(line->number, told->last + 1);
	told->last = line->number;
	char *end = told->lines + strlen(told->lines);
	snprintf(end, sizeof(told->lines) - (size_t)(end - told->lines), "%.*s=%s:%s:%s;", (int)line->content.len,
		 line->content.data, line_class_name(line->class), line->frame != NULL ? line->frame->name : "-",
		 line->language);
}

static void test_explain(void **state)
{
	(void)state;
	sample sample;
	fill(&sample, "x\n\1f\n\ng\2\n\5s\6\n\3#\4");
	told told = {.lines = ""};
	outline_source outline = {
		.text = {sample.text, sample.len},
		.told = {sample.text, sample.len},
		.found = &sample.found,
		.regions = sample.regions,
		.region_count = sample.region_count,
		.policy = count_policy_find("default"),
		.language = "Host",
		.explain = hear,
		.payload = &told,
	};
	outline_fill(&outline, sample.arena, &sample.record);
	assert_string_equal(told.lines, "x=code:-:Host;f=code:a:Host;=blank:a:Host;g=code:a:Host;s=code:-:Guest;"
					"#=comment:-:Host;");
	finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_token),
		cmocka_unit_test(test_nested),
		cmocka_unit_test(test_comments_and_blanks),
		cmocka_unit_test(test_no_text),
		cmocka_unit_test(test_regions),
		cmocka_unit_test(test_regions_nested),
		cmocka_unit_test(test_explain),
	};
	return cmocka_run_group_tests_name("outline", tests, NULL, NULL);
}
