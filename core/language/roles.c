/* SPDX-License-Identifier: MIT */
/* Which roles a file has, as far as its content tells. */
#include "language/map.h"

#include <string.h>
#include <strings.h>

/* What is looked at of a file: markers stand at its ends, and a line of minified code may be megabytes long. */
enum { HEAD_BYTES = 16384, TAIL_LINES = 3, TAIL_BYTES = 4096 };

static const char *const no_paths[] = {NULL};

static size_t count_texts(const char *const *texts)
{
	size_t count = 0;
	while (texts != NULL && texts[count] != NULL)
		count++;
	return count;
}

static int compile_rule(language_map *map, const layer *layer, const role_rule *rule, compiled_role_rule *out,
			error *error)
{
	out->source = rule;
	if (map_compile_patterns(map, rule->comment, rule->where, layer->proven, &out->comment, error) != 0 ||
	    map_compile_patterns(map, rule->head, rule->where, layer->proven, &out->head, error) != 0)
		return -1;
	return map_compile_patterns(map, rule->tail, rule->where, layer->proven, &out->tail, error);
}

/* Puts together what the layers say of a role, the strongest last. */
static int index_role(language_map *map, int role, error *error)
{
	map_role *out = &map->roles[role];
	size_t paths = 0, rules = 0;
	for (size_t i = 0; i < map->layer_count; i++) {
		paths += count_texts(map->layers[i]->roles[role].paths);
		rules += map->layers[i]->roles[role].count;
	}
	out->paths = arena_zero(map->arena, paths + 1, sizeof(*out->paths));
	out->rules = arena_zero(map->arena, rules, sizeof(*out->rules));
	paths = 0;
	for (size_t i = 0; i < map->layer_count; i++) {
		const role_rules *from = &map->layers[i]->roles[role];
		for (size_t j = 0; from->paths != NULL && from->paths[j] != NULL; j++)
			out->paths[paths++] = from->paths[j];
		for (size_t j = 0; j < from->count; j++)
			if (compile_rule(map, map->layers[i], &from->rules[j], &out->rules[out->count++], error) != 0)
				return -1;
	}
	return 0;
}

int map_index_roles(language_map *map, error *error)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (index_role(map, role, error) != 0)
			return -1;
	return 0;
}

const char *const *language_map_role_paths(const language_map *map, enum role role)
{
	return map->sealed ? (const char *const *)map->roles[role].paths : no_paths;
}

static text head_of(text content)
{
	text head = {content.data, content.len < HEAD_BYTES ? content.len : HEAD_BYTES};
	size_t at = 0;
	for (int line = 0; line < LANGUAGE_HEAD_LINES && at < head.len; line++) {
		const char *feed = memchr(head.data + at, '\n', head.len - at);
		at = feed != NULL ? (size_t)(feed + 1 - head.data) : head.len;
	}
	head.len = at;
	return head;
}

static text tail_of(text content)
{
	size_t least = content.len > TAIL_BYTES ? content.len - TAIL_BYTES : 0, at = content.len;
	for (int line = 0; line < TAIL_LINES && at > least; line++) {
		size_t end = at - (content.data[at - 1] == '\n');
		const char *feed = end > least ? memrchr(content.data + least, '\n', end - least) : NULL;
		at = feed != NULL ? (size_t)(feed + 1 - content.data) : least;
	}
	return (text){content.data + at, content.len - at};
}

/* Characters that a line has on average, without its end. What follows the last line's end is a line too. */
static size_t mean_line(text content)
{
	size_t characters = 0, lines = 1;
	for (size_t i = 0; i < content.len; i++) {
		lines += content.data[i] == '\n';
		characters += ((unsigned char)content.data[i] & 0xC0) != 0x80;
	}
	return (characters - (lines - 1)) / lines;
}

static bool has_extension(const char *const *extensions, text name)
{
	for (; *extensions != NULL; extensions++) {
		size_t len = strlen(*extensions);
		if (name.len > len && strncasecmp(name.data + name.len - len, *extensions, len) == 0)
			return true;
	}
	return false;
}

/* A file, and the parts of it that rules look at. */
typedef struct shown {
	const language_evidence_text *file;
	text name, head, tail;
} shown;

/* The word that stands in the text; NULL: none of them does. */
static const char *find_word(const char *const *words, text content)
{
	for (; *words != NULL; words++)
		if (content.len > 0 && memmem(content.data, content.len, *words, strlen(*words)) != NULL)
			return *words;
	return NULL;
}

/* Whether a test of the rule holds; `why` becomes the pattern that was found, unless a test before has told. */
static bool test_holds(pattern *const *patterns, const char *const *texts, text content, const char **why)
{
	if (patterns == NULL)
		return true;
	for (; *patterns != NULL; patterns++, texts++) {
		if (!pattern_found(*patterns, content))
			continue;
		if (*why == NULL)
			*why = *texts;
		return true;
	}
	return false;
}

/* What of the rule held; NULL: it does not hold. */
static const char *rule_holds(const compiled_role_rule *rule, const shown *shown)
{
	const role_rule *source = rule->source;
	const char *why = NULL;
	if (source->extensions != NULL ? !has_extension(source->extensions, shown->name)
				       : shown->file->type == LANGUAGE_PROSE)
		return NULL;
	const char *word = source->words != NULL ? find_word(source->words, shown->file->comments) : NULL;
	if (source->words != NULL && word == NULL)
		return NULL;
	if (!test_holds(rule->comment, source->comment, shown->file->comments, &why) ||
	    !test_holds(rule->head, source->head, shown->head, &why) ||
	    !test_holds(rule->tail, source->tail, shown->tail, &why) ||
	    (source->mean_line != 0 && mean_line(shown->file->content) < source->mean_line))
		return NULL;
	if (why == NULL)
		why = word;
	return why != NULL ? why : "mean length of its lines";
}

void language_decide_roles(const language_map *map, const language_evidence_text *file, role_verdict *verdict)
{
	const char *slash = strrchr(file->path, '/');
	shown shown = {
		.file = file,
		.name = text_of(slash != NULL ? slash + 1 : file->path),
		.head = head_of(file->content),
		.tail = tail_of(file->content),
	};
	for (int role = 0; role < ROLE_COUNT && map->sealed; role++) {
		const map_role *rules = &map->roles[role];
		for (size_t i = 0; i < rules->count && ((verdict->yes | verdict->no) & ROLE_BIT(role)) == 0; i++) {
			const char *why = rule_holds(&rules->rules[i], &shown);
			if (why != NULL)
				role_decide(verdict, (enum role)role, true, why);
		}
	}
}
