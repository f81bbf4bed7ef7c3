/* SPDX-License-Identifier: MIT */
#include "source/ignore.h"

#include "base/arena.h"
#include "base/hash.h"
#include "base/memory.h"
#include "source/wildmatch.h"

#include <stdlib.h>
#include <string.h>

/* Rules to be tried in turn, by a byte that an entry must have for them: its last one, the name's first one, or none. */
enum { GROUP_LAST = 0, GROUP_FIRST = 256, GROUP_OTHER = 512, GROUPS };

/* So many are tried as they are. */
enum { WILD_FEW = 8 };

/* How a rule that holds no other wildcard is found: the part of an entry that must equal its key. */
enum key_kind { KEY_NAME, KEY_EXTENSION, KEY_PATH, KEY_KINDS };

struct rule {
	text pattern;   /* no leading '!' and '/', no trailing '/' */
	size_t literal; /* bytes of it before the first special one */
	size_t tail;    /* and behind the last; 0 where that is not plain */
	bool anchored;  /* over the path from the rules' folder; else over the name */
	bool folder_only, negative;
};

/* The last rules of one key; rules are numbered from 1, 0 is none. */
struct key {
	text bytes;
	uint64_t hash;
	enum key_kind kind;
	uint32_t any, folder;
};

struct ignore_rules {
	arena *arena;
	struct rule *rules;
	size_t count, capacity;
	uint32_t *wild; /* numbers of the rules that have no key; those of a group in a row */
	size_t wild_count, wild_capacity;
	size_t *wild_starts; /* of each group, and the end; NULL: they are few */
	struct key *keys;    /* sorted: unlike a hash table it cannot be flooded by chosen names */
	size_t key_count, key_capacity;
	bool has_kind[KEY_KINDS];
};

static uint64_t hash_bytes(text bytes)
{
	return hash128_of(bytes.data, bytes.len, 0).low;
}

static text text_from(text t, size_t offset)
{
	return (text){t.data + offset, t.len - offset};
}

ignore_entry ignore_entry_of(text path, bool folder)
{
	const char *slash = memrchr(path.data, '/', path.len);
	ignore_entry entry = {
		.path = path, .folder = folder, .name = slash != NULL ? (size_t)(slash + 1 - path.data) : 0};
	text name = text_from(path, entry.name);
	entry.name_hash = hash_bytes(name);

	const char *dot = name.len > 0 ? memrchr(name.data, '.', name.len) : NULL;
	entry.has_extension = dot != NULL;
	entry.extension = dot != NULL ? (size_t)(dot + 1 - path.data) : path.len;
	entry.extension_hash = hash_bytes(text_from(path, entry.extension));
	return entry;
}

ignore_rules *ignore_create(void)
{
	ignore_rules *rules = memory_zero(1, sizeof(*rules));
	rules->arena = arena_create();
	return rules;
}

void ignore_destroy(ignore_rules *rules)
{
	if (rules == NULL)
		return;
	arena_destroy(rules->arena);
	free(rules->rules);
	free(rules->wild);
	free(rules->wild_starts);
	free(rules->keys);
	free(rules);
}

bool ignore_is_empty(const ignore_rules *rules)
{
	return rules->count == 0;
}

static uint32_t larger(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

static void key_add(ignore_rules *rules, enum key_kind kind, text bytes, uint32_t number, bool folder_only)
{
	memory_reserve(&rules->keys, &rules->key_capacity, rules->key_count + 1, sizeof(*rules->keys));
	rules->keys[rules->key_count++] = (struct key){
		.bytes = bytes,
		.hash = hash_bytes(bytes),
		.kind = kind,
		.any = folder_only ? 0 : number,
		.folder = folder_only ? number : 0,
	};
	rules->has_kind[kind] = true;
}

static int key_compare(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->bytes.len != b->bytes.len)
		return a->bytes.len < b->bytes.len ? -1 : 1;
	return memcmp(a->bytes.data, b->bytes.data, a->bytes.len);
}

static size_t rule_group(const struct rule *rule)
{
	text pattern = rule->pattern;
	if (rule->tail > 0)
		return GROUP_LAST + (size_t)(unsigned char)pattern.data[pattern.len - 1];
	if (rule->literal > 0 && !rule->anchored)
		return GROUP_FIRST + (size_t)(unsigned char)pattern.data[0];
	return GROUP_OTHER;
}

/* Each group keeps the order of its rules. */
static void group_wild(ignore_rules *rules)
{
	if (rules->wild_count <= WILD_FEW)
		return;
	size_t *starts = memory_zero(GROUPS + 1, sizeof(*starts));
	uint32_t *grouped = memory_alloc(rules->wild_count * sizeof(*grouped));
	for (size_t i = 0; i < rules->wild_count; i++)
		starts[rule_group(&rules->rules[rules->wild[i] - 1])]++;
	for (size_t group = 1; group <= GROUPS; group++)
		starts[group] += starts[group - 1];
	for (size_t i = rules->wild_count; i > 0; i--)
		grouped[--starts[rule_group(&rules->rules[rules->wild[i - 1] - 1])]] = rules->wild[i - 1];
	free(rules->wild);
	rules->wild = grouped;
	rules->wild_starts = starts;
}

void ignore_close(ignore_rules *rules)
{
	group_wild(rules);
	if (rules->key_count == 0)
		return;
	qsort(rules->keys, rules->key_count, sizeof(*rules->keys), key_compare);
	size_t kept = 0;
	for (size_t i = 1; i < rules->key_count; i++) {
		struct key *last = &rules->keys[kept], *next = &rules->keys[i];
		if (key_compare(last, next) != 0) {
			rules->keys[++kept] = *next;
			continue;
		}
		last->any = larger(last->any, next->any);
		last->folder = larger(last->folder, next->folder);
	}
	rules->key_count = kept + 1;
}

/* Gives the rule its key, or a place among those that are tried in turn. */
static void rule_index(ignore_rules *rules, const struct rule *rule, uint32_t number)
{
	text pattern = rule->pattern;
	if (rule->literal == pattern.len) {
		key_add(rules, rule->anchored ? KEY_PATH : KEY_NAME, pattern, number, rule->folder_only);
		return;
	}
	if (!rule->anchored && pattern.len >= 2 && memcmp(pattern.data, "*.", 2) == 0) {
		text extension = text_from(pattern, 2);
		if (wildmatch_literal_length(extension) == extension.len &&
		    memchr(extension.data, '.', extension.len) == NULL) {
			key_add(rules, KEY_EXTENSION, extension, number, rule->folder_only);
			return;
		}
	}
	memory_reserve(&rules->wild, &rules->wild_capacity, rules->wild_count + 1, sizeof(*rules->wild));
	rules->wild[rules->wild_count++] = number;
}

/* Bytes that any path must end with for the pattern to cover it; of its last part, since "**" and '/' may stand for nothing. */
static size_t tail_length(text pattern)
{
	size_t len = 0;
	while (len < pattern.len && strchr("*?[]\\/", pattern.data[pattern.len - 1 - len]) == NULL)
		len++;
	return len;
}

uint32_t ignore_add(ignore_rules *rules, text pattern, bool folder_only, bool negative)
{
	if (pattern.len > 0 && pattern.data[pattern.len - 1] == '/') {
		pattern.len--;
		folder_only = true;
	}
	if (pattern.len == 0 || rules->count >= UINT32_MAX - 1)
		return 0;
	bool anchored = memchr(pattern.data, '/', pattern.len) != NULL;
	if (pattern.data[0] == '/')
		pattern = text_from(pattern, 1);
	if (pattern.len == 0)
		return 0;

	struct rule rule = {
		.pattern = {arena_copy(rules->arena, pattern.data, pattern.len), pattern.len},
		.literal = wildmatch_literal_length(pattern),
		.tail = tail_length(pattern),
		.anchored = anchored,
		.folder_only = folder_only,
		.negative = negative,
	};
	memory_reserve(&rules->rules, &rules->capacity, rules->count + 1, sizeof(*rules->rules));
	rules->rules[rules->count++] = rule;
	rule_index(rules, &rule, (uint32_t)rules->count);
	return (uint32_t)rules->count;
}

/* Without the blanks at its end, but for one that a backslash keeps. */
static text trim_end(text line)
{
	size_t keep = 0;
	for (size_t i = 0; i < line.len; i++) {
		if (line.data[i] == ' ')
			continue;
		if (line.data[i] == '\\')
			i++;
		keep = i + 1;
	}
	line.len = keep < line.len ? keep : line.len;
	return line;
}

static void parse_line(ignore_rules *rules, text line)
{
	if (line.len == 0 || line.data[0] == '#')
		return;
	/* git reads a line as a C string. */
	line.len = strnlen(line.data, line.len);
	line = trim_end(line);
	bool negative = line.len > 0 && line.data[0] == '!';
	ignore_add(rules, negative ? text_from(line, 1) : line, false, negative);
}

ignore_rules *ignore_parse(text content)
{
	ignore_rules *rules = ignore_create();
	if (text_starts_with(content, text_of("\xEF\xBB\xBF")))
		content = text_from(content, 3);
	while (content.len > 0) {
		const char *newline = memchr(content.data, '\n', content.len);
		size_t len = newline != NULL ? (size_t)(newline - content.data) : content.len;
		text line = {content.data, len};
		if (len > 0 && line.data[len - 1] == '\r')
			line.len--;
		parse_line(rules, line);
		content = text_from(content, newline != NULL ? len + 1 : len);
	}
	ignore_close(rules);
	return rules;
}

/* The highest number among the rules of that key that hold for the entry; 0: none. */
static uint32_t key_number(const ignore_rules *rules, enum key_kind kind, text bytes, uint64_t hash, bool folder)
{
	struct key wanted = {.bytes = bytes, .hash = hash, .kind = kind};
	const struct key *key = bsearch(&wanted, rules->keys, rules->key_count, sizeof(wanted), key_compare);
	if (key == NULL)
		return 0;
	return folder && key->folder > key->any ? key->folder : key->any;
}

/* git compares what precedes the first special byte first, and takes what is left for a pattern of its own. */
static bool rule_covers(const struct rule *rule, text path, text name)
{
	text subject = rule->anchored ? path : name;
	/* Most fail by a byte. */
	if (rule->tail > 0 && subject.len > 0 &&
	    subject.data[subject.len - 1] != rule->pattern.data[rule->pattern.len - 1])
		return false;
	if (rule->literal > 0 && subject.len > 0 && subject.data[0] != rule->pattern.data[0])
		return false;
	if (subject.len < rule->literal || memcmp(subject.data, rule->pattern.data, rule->literal) != 0)
		return false;
	/* Most rules are `*` and an ending. */
	if (subject.len < rule->tail || memcmp(subject.data + subject.len - rule->tail,
					       rule->pattern.data + rule->pattern.len - rule->tail, rule->tail) != 0)
		return false;
	return wildmatch(text_from(rule->pattern, rule->literal), text_from(subject, rule->literal));
}

/* The highest number among `best` and the rules from `start` to `end` that cover the entry. */
static uint32_t try_rules(const ignore_rules *rules, size_t start, size_t end, const ignore_entry *entry, size_t base,
			  uint32_t best)
{
	text path = text_from(entry->path, base);
	text name = text_from(entry->path, entry->name);
	for (size_t i = end; i > start && rules->wild[i - 1] > best; i--) {
		const struct rule *rule = &rules->rules[rules->wild[i - 1] - 1];
		if ((!rule->folder_only || entry->folder) && rule_covers(rule, path, name))
			return rules->wild[i - 1];
	}
	return best;
}

static uint32_t try_groups(const ignore_rules *rules, const ignore_entry *entry, size_t base, uint32_t best)
{
	const size_t *starts = rules->wild_starts;
	text name = text_from(entry->path, entry->name);
	if (name.len > 0) {
		size_t last = GROUP_LAST + (size_t)(unsigned char)name.data[name.len - 1];
		size_t first = GROUP_FIRST + (size_t)(unsigned char)name.data[0];
		best = try_rules(rules, starts[last], starts[last + 1], entry, base, best);
		best = try_rules(rules, starts[first], starts[first + 1], entry, base, best);
	}
	return try_rules(rules, starts[GROUP_OTHER], starts[GROUP_OTHER + 1], entry, base, best);
}

uint32_t ignore_match_rule(const ignore_rules *rules, const ignore_entry *entry, size_t base)
{
	text path = text_from(entry->path, base);
	text name = text_from(entry->path, entry->name);
	uint32_t best = 0;
	if (rules->has_kind[KEY_NAME])
		best = key_number(rules, KEY_NAME, name, entry->name_hash, entry->folder);
	if (rules->has_kind[KEY_EXTENSION] && entry->has_extension)
		best = larger(best, key_number(rules, KEY_EXTENSION, text_from(entry->path, entry->extension),
					       entry->extension_hash, entry->folder));
	if (rules->has_kind[KEY_PATH])
		best = larger(best, key_number(rules, KEY_PATH, path, hash_bytes(path), entry->folder));
	return rules->wild_starts != NULL ? try_groups(rules, entry, base, best)
					  : try_rules(rules, 0, rules->wild_count, entry, base, best);
}

enum ignore_verdict ignore_match(const ignore_rules *rules, const ignore_entry *entry, size_t base)
{
	uint32_t rule = ignore_match_rule(rules, entry, base);
	if (rule == 0)
		return IGNORE_SILENT;
	return rules->rules[rule - 1].negative ? IGNORE_KEEP : IGNORE_OUT;
}
