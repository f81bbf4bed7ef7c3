/* SPDX-License-Identifier: MIT */
/*
 * Checks one case: check_case MAP PLUGIN_FOLDER CASE_FOLDER
 * A case holds one file `input.*` (or the one file that is not `expected`) and `expected`; CONTRIBUTING tells its form.
 * What is counted is printed in the same form, then compared line by line.
 */
#include "base/buffer.h"
#include "base/memory.h"
#include "count/count.h"

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Noreturn void give_up(const char *what, const char *where)
{
	fprintf(stderr, "check_case: %s: %s\n", what, where);
	exit(2);
}

/* Behind the engine's name: of a language that is counted lexically by default, as --engine syntax has it. */
static const char asked_for[] = ", asked for";

/* The classes, as runs of lines. */
typedef struct runs {
	buffer *out;
	uint32_t first, last;
	enum line_class class;
} runs;

static void end_run(runs *runs)
{
	if (runs->last == 0)
		return;
	if (runs->first == runs->last)
		buffer_printf(runs->out, "%u %s\n", runs->first, line_class_name(runs->class));
	else
		buffer_printf(runs->out, "%u-%u %s\n", runs->first, runs->last, line_class_name(runs->class));
}

static void take_line(void *payload, const count_explanation *line)
{
	runs *runs = payload;
	if (runs->last == 0 || line->class != runs->class) {
		end_run(runs);
		runs->first = line->number;
		runs->class = line->class;
	}
	runs->last = line->number;
}

static void print_record(const record *record, buffer *out)
{
	for (size_t i = 0; i < record->embedded_count; i++) {
		const record_embedded *embedded = &record->embedded[i];
		buffer_printf(out, "embedded %s %llu %llu %llu\n", embedded->language,
			      (unsigned long long)embedded->counts.code, (unsigned long long)embedded->counts.comment,
			      (unsigned long long)embedded->counts.blank);
	}
	buffer_add_string(out, "frames\n");
	for (size_t i = 0; i < record->frame_count; i++) {
		const record_frame *frame = &record->frames[i];
		buffer_printf(
			out, "%*s%u-%u %s lines=%llu complexity=%llu cognitive=%llu parameters=%u nesting=%u %s\n",
			(int)frame->depth * 2, "", frame->start, frame->end, frame->kind,
			(unsigned long long)frame->counts.lines, (unsigned long long)frame->counts.complexity,
			(unsigned long long)frame->counts.cognitive, frame->parameters, frame->nesting, frame->name);
	}
}

static char *read_file(const char *path)
{
	FILE *file = fopen(path, "r");
	if (file == NULL)
		give_up("cannot read", path);
	buffer content = BUFFER_INIT;
	char piece[4096];
	for (size_t got = fread(piece, 1, sizeof(piece), file); got > 0; got = fread(piece, 1, sizeof(piece), file))
		buffer_add(&content, piece, got);
	fclose(file);
	char *text = memory_copy_string(buffer_string(&content));
	buffer_finish(&content);
	return text;
}

static char *find_input(const char *folder)
{
	DIR *listing = opendir(folder);
	if (listing == NULL)
		give_up("cannot read", folder);
	char *found = NULL;
	for (struct dirent *at = readdir(listing); at != NULL; at = readdir(listing)) {
		if (strcmp(at->d_name, ".") == 0 || strcmp(at->d_name, "..") == 0 ||
		    strcmp(at->d_name, "expected") == 0)
			continue;
		if (found != NULL)
			give_up("more than one input", folder);
		buffer path = BUFFER_INIT;
		buffer_printf(&path, "%s/%s", folder, at->d_name);
		found = memory_copy_string(path.data);
		buffer_finish(&path);
	}
	closedir(listing);
	if (found == NULL)
		give_up("no input", folder);
	return found;
}

/* The next line that says something: not empty, not a comment. NULL: none. Cut out of the text. */
static char *next_line(char **text)
{
	while (*text != NULL && **text != '\0') {
		char *line = *text;
		char *feed = strchr(line, '\n');
		*text = feed != NULL ? feed + 1 : line + strlen(line);
		if (feed != NULL)
			*feed = '\0';
		size_t len = strlen(line);
		while (len > 0 && line[len - 1] == ' ')
			line[--len] = '\0';
		if (len > 0 && line[0] != '#')
			return line;
	}
	return NULL;
}

/* Whether `word` stands in `line` between blanks. */
static bool has_word(const char *line, const char *word, size_t len)
{
	for (const char *at = strstr(line, " "); at != NULL; at = strstr(at + 1, " ")) {
		if (strncmp(at + 1, word, len) == 0 && (at[1 + len] == ' ' || at[1 + len] == '\0'))
			return true;
	}
	return false;
}

/* The name behind the range, the kind and the keys; `keys` gets where the keys begin. */
static const char *name_of_frame(const char *line, const char **keys)
{
	const char *at = line + strspn(line, " ");
	at += strcspn(at, " ");
	at += strspn(at, " ");
	/* A kind may have blanks ("else if" has none here): one word. */
	at += strcspn(at, " ");
	*keys = at;
	for (;;) {
		const char *word = at + strspn(at, " ");
		size_t len = strcspn(word, " ");
		const char *equals = memchr(word, '=', len);
		static const char *const known[] = {"lines", "complexity", "cognitive", "parameters", "nesting"};
		bool key = false;
		for (size_t i = 0; equals != NULL && i < sizeof(known) / sizeof(known[0]); i++) {
			size_t known_len = strlen(known[i]);
			key = key || ((size_t)(equals - word) == known_len && strncmp(word, known[i], known_len) == 0);
		}
		if (!key)
			return word;
		at = word + len;
	}
}

/* An expected frame names only the keys that it cares for. */
static bool frame_matches(const char *expected, const char *actual)
{
	const char *expected_keys, *actual_keys;
	const char *expected_name = name_of_frame(expected, &expected_keys);
	const char *actual_name = name_of_frame(actual, &actual_keys);
	size_t head = (size_t)(expected_keys - expected);
	if (head != (size_t)(actual_keys - actual) || strncmp(expected, actual, head) != 0)
		return false;
	if (strcmp(expected_name, actual_name) != 0)
		return false;
	for (const char *at = expected_keys + strspn(expected_keys, " "); at < expected_name;) {
		size_t len = strcspn(at, " ");
		if (!has_word(actual, at, len))
			return false;
		at += len;
		at += strspn(at, " ");
	}
	return true;
}

static int compare(char *expected, char *actual, const char *whole)
{
	bool frames = false;
	for (;;) {
		char *want = next_line(&expected);
		char *got = next_line(&actual);
		/* Frames need not be expected. */
		if (want == NULL && (got == NULL || (!frames && strcmp(got, "frames") == 0)))
			return 0;
		if (want != NULL && got != NULL && (strcmp(want, got) == 0 || (frames && frame_matches(want, got)))) {
			frames = frames || strcmp(want, "frames") == 0;
			continue;
		}
		printf("expected: %s\n     got: %s\n\nAll that was counted:\n%s",
		       want != NULL ? want : "(nothing more)", got != NULL ? got : "(nothing more)", whole);
		return 1;
	}
}

static bool same_lines(const counts *a, const counts *b)
{
	return a->code == b->code && a->comment == b->comment && a->blank == b->blank;
}

static bool same_frame(const record_frame *a, const record_frame *b)
{
	return strcmp(a->name, b->name) == 0 && strcmp(a->kind, b->kind) == 0 && a->start == b->start &&
	       a->end == b->end && a->depth == b->depth && same_lines(&a->counts, &b->counts);
}

/* Explaining notes more than counting does, and shows the grammar all; the sums must not depend on it. */
static void check_plain(counter *counter, const char *input, arena *arena, const record *explained)
{
	record plain = {0};
	counter_count_file(counter, input, false, NULL, arena, &plain);
	bool same = plain.frame_count == explained->frame_count &&
		    memcmp(&plain.counts, &explained->counts, sizeof(plain.counts)) == 0;
	for (size_t i = 0; same && i < plain.frame_count; i++) {
		const record_frame *a = &plain.frames[i], *b = &explained->frames[i];
		same = same_frame(a, b) && memcmp(&a->counts, &b->counts, sizeof(a->counts)) == 0 &&
		       a->nesting == b->nesting && a->parameters == b->parameters;
	}
	if (!same)
		give_up("counting and explaining differ", input);
}

/* What is met again may be found in another way: a counter notes the shapes of statements. */
enum { ROUNDS = 3 };

/* Where frames are asked for without their complexity, the grammar may be shown less: it finds the same. */
static void check_frames(const language_map *map, plugin_set *plugins, const char *input, arena *arena,
			 const record *explained)
{
	count_options options = {.policy = *count_policy_find("default"), .detail = COUNT_FRAMES};
	counter *counter = counter_create(map, plugins, &options);
	for (int round = 0; round < ROUNDS; round++) {
		record frames = {0};
		counter_count_file(counter, input, false, NULL, arena, &frames);
		bool same =
			frames.frame_count == explained->frame_count && same_lines(&frames.counts, &explained->counts);
		for (size_t i = 0; same && i < frames.frame_count; i++)
			same = same_frame(&frames.frames[i], &explained->frames[i]);
		if (!same)
			give_up("frames alone are found otherwise: the language's skeleton does not hold", input);
	}
	counter_destroy(counter);
}

/* Where lines alone are asked for another counter may do, if its language is certified: to the same end. */
static void check_lines(const language_map *map, plugin_set *plugins, const char *input, arena *arena,
			const record *explained)
{
	count_options options = {.policy = *count_policy_find("default"), .detail = COUNT_LINES};
	counter *counter = counter_create(map, plugins, &options);
	record lines = {0};
	counter_count_file(counter, input, false, NULL, arena, &lines);
	bool same = lines.frame_count == 0 && same_lines(&lines.counts, &explained->counts) &&
		    lines.embedded_count == explained->embedded_count;
	for (size_t i = 0; same && i < lines.embedded_count; i++)
		same = same_lines(&lines.embedded[i].counts, &explained->embedded[i].counts);
	if (!same)
		give_up("lines alone are counted otherwise: the language is certified and should not be", input);
	counter_destroy(counter);
}

static void count(const char *map_path, const char *plugins_path, const char *input, bool asked, buffer *out)
{
	error error;
	language_map *map = language_map_create();
	if (language_map_load(map, map_path, true, &error) != 0 || language_map_seal(map, &error) != 0)
		give_up("language map", error.message);
	const char *folders[] = {plugins_path, NULL};
	plugin_set *plugins = plugin_set_create(folders);
	count_options options = {.policy = *count_policy_find("default"), .engine = asked ? COUNT_SYNTAX : COUNT_AUTO};
	counter *counter = counter_create(map, plugins, &options);
	arena *arena = arena_create();
	record record = {0};
	buffer classes = BUFFER_INIT;
	runs runs = {.out = &classes};
	counter_explain_file(counter, input, arena, &record, take_line, &runs);
	end_run(&runs);
	for (int round = 0; round < ROUNDS; round++)
		check_plain(counter, input, arena, &record);
	if (!asked)
		check_lines(map, plugins, input, arena, &record);
	if (!asked)
		check_frames(map, plugins, input, arena, &record);
	buffer_printf(out, "language %s\nengine %s%s\n%s", record.language != NULL ? record.language : "unknown",
		      record_engine_name(record.engine), asked ? asked_for : "", buffer_string(&classes));
	print_record(&record, out);
	for (size_t i = 0; i < record.note_count; i++)
		printf("note: %s\n", record.notes[i]);
	buffer_finish(&classes);
	arena_destroy(arena);
	counter_destroy(counter);
	plugin_set_destroy(plugins);
	language_map_destroy(map);
}

int main(int argc, char **argv)
{
	if (argc != 4)
		give_up("usage", "check_case MAP PLUGIN_FOLDER CASE_FOLDER");
	setlocale(LC_CTYPE, "C.UTF-8");
	char *input = find_input(argv[3]);
	buffer path = BUFFER_INIT;
	buffer_printf(&path, "%s/expected", argv[3]);
	char *expected = read_file(path.data);
	buffer actual = BUFFER_INIT;
	count(argv[1], argv[2], input, strstr(expected, asked_for) != NULL, &actual);
	char *whole = memory_copy_string(buffer_string(&actual));
	int status = compare(expected, actual.data, whole);
	free(expected);
	free(whole);
	free(input);
	buffer_finish(&path);
	buffer_finish(&actual);
	return status;
}
