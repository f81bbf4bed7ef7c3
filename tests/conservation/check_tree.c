/* SPDX-License-Identifier: MIT */
/*
 * Checks that nothing is lost or counted twice: check_tree [--lexical|--syntax] MAP PLUGIN_FOLDER MAX_SIZE FOLDER...
 * Every file of the folders is counted by workers, since a grammar may crash; its lines are counted once more by other means. At
 * every node, for every count, own + children = total; frames lie within each other; the files sum up to the root.
 */
#include "base/memory.h"
#include "count/count.h"
#include "source/source.h"
#include "tree/tree.h"
#include "work/work.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TIMEOUT = 5 }; /* seconds a file */

typedef struct check {
	enum count_engine engine;
	language_map *map;
	plugin_set *plugins;
	source_list *list;
	tree *tree;
	counter *counter; /* of a worker */
	buffer bytes;
	counts sum;      /* of all records */
	uint64_t *lines; /* by file, as counted by other means */
	size_t counted, uncounted, syntax, frames, failures;
	const char *shown; /* the file at hand */
} check;

#define FAIL(check, ...)                                                                                               \
	do {                                                                                                           \
		printf("%s: ", (check)->shown);                                                                        \
		printf(__VA_ARGS__);                                                                                   \
		printf("\n");                                                                                          \
		(check)->failures++;                                                                                   \
	} while (0)

static _Noreturn void give_up(const char *what, const char *where)
{
	fprintf(stderr, "check_tree: %s: %s\n", what, where);
	exit(2);
}

/* Every count by itself. */
enum { COUNTS = 7 };

static const char *const count_names[COUNTS] = {"lines",     "code",       "comment",  "blank",
						"functions", "complexity", "cognitive"};

static void spread(const counts *from, uint64_t out[COUNTS])
{
	const uint64_t all[COUNTS] = {from->lines,     from->code,       from->comment,  from->blank,
				      from->functions, from->complexity, from->cognitive};
	memcpy(out, all, sizeof(all));
}

static void check_parts(check *check, const counts *parts, const counts *whole, const char *what)
{
	uint64_t part[COUNTS], all[COUNTS];
	spread(parts, part);
	spread(whole, all);
	for (size_t i = 0; i < COUNTS; i++) {
		if (part[i] > all[i])
			FAIL(check, "%s: parts have %llu %s, the whole %llu", what, (unsigned long long)part[i],
			     count_names[i], (unsigned long long)all[i]);
	}
	if (whole->lines != whole->code + whole->comment + whole->blank)
		FAIL(check, "%s: %llu lines are not %llu code, %llu comment, %llu blank", what,
		     (unsigned long long)whole->lines, (unsigned long long)whole->code,
		     (unsigned long long)whole->comment, (unsigned long long)whole->blank);
}

static void read_file(check *check, const char *path)
{
	buffer_clear(&check->bytes);
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		give_up("cannot read", path);
	for (size_t got = 1; got > 0;) {
		buffer_reserve(&check->bytes, 65536);
		got = fread(check->bytes.data + check->bytes.len, 1, 65536, file);
		buffer_truncate(&check->bytes, check->bytes.len + got);
	}
	fclose(file);
}

/* Size of the units that the text is made of, and where they begin; 1 for UTF-8 and Latin-1. */
static size_t find_units(const unsigned char *at, size_t len, size_t *first, bool *big)
{
	*big = len >= 2 && at[0] != 0xFF;
	if (len >= 4 && (memcmp(at, "\xFF\xFE\0\0", 4) == 0 || memcmp(at, "\0\0\xFE\xFF", 4) == 0))
		return *first = 4;
	if (len >= 2 && (memcmp(at, "\xFF\xFE", 2) == 0 || memcmp(at, "\xFE\xFF", 2) == 0))
		return *first = 2;
	*first = len >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	return 1;
}

/* Line breaks, and one for a last line without; a lone CR ends a line where there is no LF. */
static uint64_t count_lines(const char *bytes, size_t len)
{
	const unsigned char *at = (const unsigned char *)bytes;
	size_t first = 0;
	bool big = false;
	size_t unit = find_units(at, len, &first, &big);
	uint64_t feeds = 0, returns = 0;
	unsigned last = '\n';
	for (size_t i = first; i < len; i += unit) {
		last = 'x';
		if (i + unit <= len) {
			last = 0;
			for (size_t j = 0; j < unit; j++)
				last = last << 8 | at[big ? i + j : i + unit - 1 - j];
		}
		feeds += last == '\n';
		returns += last == '\r';
	}
	if (feeds > 0)
		return feeds + (last != '\n');
	return returns + (last != '\r' && len > first);
}

static void check_frames(check *check, const record *record)
{
	const record_frame *stack[64] = {NULL};
	counts *children = memory_zero(record->frame_count + 1, sizeof(*children));
	counts top = {0};
	size_t *parents = memory_zero(record->frame_count + 1, sizeof(*parents));
	for (size_t i = 0; i < record->frame_count; i++) {
		const record_frame *frame = &record->frames[i];
		if (frame->depth > (i > 0 ? record->frames[i - 1].depth + 1 : 0))
			FAIL(check, "frame %zu (%s) is %u deep", i, frame->name, frame->depth);
		if (frame->start < 1 || frame->start > frame->end || frame->end > record->counts.lines)
			FAIL(check, "frame %s from line %u to %u of %llu", frame->name, frame->start, frame->end,
			     (unsigned long long)record->counts.lines);
		if (frame->counts.lines > frame->end - frame->start + 1)
			FAIL(check, "frame %s has %llu lines from %u to %u", frame->name,
			     (unsigned long long)frame->counts.lines, frame->start, frame->end);
		if (!text_is_utf8(text_of(frame->name)) || frame->name[0] == '\0' || strchr(frame->name, '\n') != NULL)
			FAIL(check, "frame in line %u: its name is empty, of two lines, or no UTF-8", frame->start);
		if (i > 0 && frame->start < record->frames[i - 1].start)
			FAIL(check, "frame %s begins before the one before it", frame->name);
		/* deeper ones are checked by their sums alone */
		if (frame->depth < sizeof(stack) / sizeof(stack[0])) {
			stack[frame->depth] = frame;
			const record_frame *above = frame->depth > 0 ? stack[frame->depth - 1] : NULL;
			if (above != NULL && (frame->start < above->start || frame->end > above->end))
				FAIL(check, "frame %s, lines %u to %u, lies not within %s, %u to %u", frame->name,
				     frame->start, frame->end, above->name, above->start, above->end);
		}
		/* the parent: the last one before it that is one less deep */
		size_t parent = i;
		while (parent > 0 && record->frames[parent - 1].depth >= frame->depth)
			parent = parents[parent - 1];
		parents[i] = parent;
		counts_add(parent > 0 ? &children[parent - 1] : &top, &frame->counts);
	}
	for (size_t i = 0; i < record->frame_count; i++)
		check_parts(check, &children[i], &record->frames[i].counts, record->frames[i].name);
	check_parts(check, &top, &record->counts, "the file");
	check->frames += record->frame_count;
	free(parents);
	free(children);
}

static void check_embedded(check *check, const record *record)
{
	counts sum = {0};
	for (size_t i = 0; i < record->embedded_count; i++) {
		check_parts(check, &(counts){0}, &record->embedded[i].counts, record->embedded[i].language);
		counts_add(&sum, &record->embedded[i].counts);
	}
	check_parts(check, &sum, &record->counts, "embedded languages");
}

/* In a worker. */
static void *start_worker(void *payload)
{
	check *check = payload;
	const count_options options = {
		.engine = check->engine, .policy = *count_policy_find("default"), .timeout = TIMEOUT};
	check->counter = counter_create(check->map, check->plugins, &options);
	return check;
}

static void count_file(void *state, uint32_t index, const char *why, arena *arena, record *out)
{
	check *check = state;
	counter_count_file(check->counter, check->list->files[index].path, why != NULL, why, arena, out);
}

/* In this process: the record has come through a pipe. */
static void check_record(void *payload, const record *record)
{
	check *check = payload;
	uint32_t index = record->file;
	const source_file *file = &check->list->files[index];
	check->shown = file->shown;
	if (record->engine == RECORD_UNCOUNTED) {
		check->uncounted++;
		if (record->failure == NULL || record->failed)
			FAIL(check, "not counted: %s", record->failure != NULL ? record->failure : "(no reason)");
		return;
	}
	check->counted++;
	check->syntax += record->engine == RECORD_SYNTAX;
	read_file(check, file->path);
	check->lines[index] = count_lines(buffer_string(&check->bytes), check->bytes.len);
	if (record->counts.lines != check->lines[index])
		FAIL(check, "%llu lines, but it has %llu", (unsigned long long)record->counts.lines,
		     (unsigned long long)check->lines[index]);
	if (record->bytes != check->bytes.len)
		FAIL(check, "%llu bytes, but it has %zu", (unsigned long long)record->bytes, check->bytes.len);
	for (size_t i = 0; i < record->note_count; i++) {
		if (strncmp(record->notes[i], "counted lexically", 17) == 0)
			printf("%s: %s\n", check->shown, record->notes[i]);
	}
	check_frames(check, record);
	check_embedded(check, record);
	counts_add(&check->sum, &record->counts);
	tree_add(check->tree, record);
}

static void check_nodes(check *check)
{
	buffer path = BUFFER_INIT;
	uint64_t files = 0;
	const tree_node *root = check->tree->root;
	for (const tree_node *node = root; node != NULL; node = tree_next(node, root, true)) {
		counts below = {0};
		for (const tree_node *child = node->first; child != NULL; child = child->next)
			counts_add(&below, &child->total);
		buffer_clear(&path);
		if (node->kind == TREE_FRAME)
			buffer_add_string(&path, node->name);
		else
			tree_add_path(&path, node);
		check->shown = buffer_string(&path);
		check_parts(check, &below, &node->total, "node");
		counts_add(&below, &node->own);
		if (memcmp(&below, &node->total, sizeof(below)) != 0)
			FAIL(check, "own and children are not the whole");
		if (node->kind != TREE_FILE)
			continue;
		files++;
		if (node->total.lines != check->lines[node->file->source - check->list->files])
			FAIL(check, "a node of %llu lines", (unsigned long long)node->total.lines);
	}
	check->shown = "the whole tree";
	if (files != check->counted || root->files != check->counted)
		FAIL(check, "%llu files, not %zu", (unsigned long long)files, check->counted);
	if (memcmp(&check->sum, &root->total, sizeof(check->sum)) != 0)
		FAIL(check, "the files do not sum up to the root");
	const tree_node *odd = tree_find_imbalance(check->tree);
	if (odd != NULL)
		FAIL(check, "%s is out of balance", odd->name);
	buffer_finish(&path);
}

static void open_check(check *check, char **argv)
{
	error error;
	source_options options = {.hidden = true, .no_ignore = true, .max_file_size = strtoull(argv[3], NULL, 10)};
	check->map = language_map_create();
	if (language_map_load(check->map, argv[1], true, &error) != 0 || language_map_seal(check->map, &error) != 0)
		give_up("language map", error.message);
	check->plugins = plugin_set_create((const char *const[]){argv[2], NULL});
	check->list = source_list_create();
	for (char **folder = argv + 4; *folder != NULL; folder++) {
		if (source_add_path(check->list, *folder, &options, &error) != 0)
			give_up(*folder, error.message);
	}
	source_list_close(check->list);
	check->tree = tree_create(check->list, check->map);
	check->lines = memory_zero(check->list->file_count + 1, sizeof(*check->lines));
}

static void close_check(check *check)
{
	tree_destroy(check->tree);
	source_list_destroy(check->list);
	plugin_set_destroy(check->plugins);
	language_map_destroy(check->map);
	buffer_finish(&check->bytes);
	free(check->lines);
}

int main(int argc, char **argv)
{
	check check = {.shown = ""};
	if (argc > 1 && strncmp(argv[1], "--", 2) == 0) {
		check.engine = strcmp(argv[1], "--syntax") == 0 ? COUNT_SYNTAX : COUNT_LEXICAL;
		argc--;
		argv++;
	}
	if (argc < 5)
		give_up("usage", "check_tree [--lexical|--syntax] MAP PLUGIN_FOLDER MAX_SIZE FOLDER...");
	setlocale(LC_CTYPE, "C.UTF-8");
	error error;
	open_check(&check, argv);
	const work_options options = {
		.jobs = work_processor_count(), .timeout = TIMEOUT, .memory_limit = (size_t)1 << 31};
	const work_hooks hooks = {.start = start_worker, .count = count_file, .done = check_record};
	if (work_run(check.list->file_count, NULL, &options, &hooks, &check, &error) != 0)
		give_up("workers", error.message);
	if (check.counted + check.uncounted != check.list->file_count)
		FAIL(&check, "%zu files done, not %zu", check.counted + check.uncounted, check.list->file_count);
	tree_close(check.tree);
	check_nodes(&check);
	printf("%zu files, %zu by syntax, %zu not counted, %zu frames, %llu lines: %zu failures\n", check.counted,
	       check.syntax, check.uncounted, check.frames, (unsigned long long)check.sum.lines, check.failures);
	bool by_other = (check.syntax > 0) == (check.engine == COUNT_LEXICAL);
	if (by_other)
		printf("none or all was counted by the engine that was not asked for\n");
	int status = check.failures == 0 && !by_other ? 0 : 1;
	close_check(&check);
	return status;
}
