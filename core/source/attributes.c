/* SPDX-License-Identifier: MIT */
#include "source/attributes.h"

#include "base/arena.h"
#include "base/memory.h"
#include "source/attribute_line.h"

#include <stdlib.h>
#include <string.h>

enum known {
	KNOWN_LANGUAGE,
	KNOWN_VENDORED,
	KNOWN_GENERATED,
	KNOWN_DOCUMENTATION,
	KNOWN_DETECTABLE,
	KNOWN_FILTER,
	KNOWN_ENCODING,
	KNOWN_IDENT,
	KNOWN_TEXT,
	KNOWN_EOL,
	KNOWN_CRLF,
	KNOWN_COUNT
};

static const char *const known_names[KNOWN_COUNT] = {
	[KNOWN_LANGUAGE] = "linguist-language",
	[KNOWN_VENDORED] = "linguist-vendored",
	[KNOWN_GENERATED] = "linguist-generated",
	[KNOWN_DOCUMENTATION] = "linguist-documentation",
	[KNOWN_DETECTABLE] = "linguist-detectable",
	[KNOWN_FILTER] = "filter",
	[KNOWN_ENCODING] = "working-tree-encoding",
	[KNOWN_IDENT] = "ident",
	[KNOWN_TEXT] = "text",
	[KNOWN_EOL] = "eol",
	[KNOWN_CRLF] = "crlf",
};

enum { MACROS_MAX = 32, NAMES_MAX = KNOWN_COUNT + MACROS_MAX };

struct macro {
	const char *name;
	struct attribute_setting *settings;
	size_t count;
	size_t file; /* number of the file that defines it */
};

/* An attribute has a number: first those that are known, then the macros. */
struct attribute_macros {
	arena *arena;
	struct macro items[MACROS_MAX];
	size_t count, files;
};

/* Where something is said: the later line, and in a line what stands later, is stronger. */
struct place {
	size_t layer, line, position; /* layer: from the strongest */
};

struct saying {
	struct place place;
	enum attribute_state state;
	const char *value;
};

/* What the lines of a file say of one attribute, each with its pattern, in order. */
struct sayings {
	ignore_rules *patterns; /* NULL: nothing */
	struct saying *items;   /* by the pattern's number, from 1 */
	size_t count, capacity;
};

struct attribute_rules {
	arena *arena;
	struct sayings names[NAMES_MAX];
};

attribute_macros *attribute_macros_create(void)
{
	attribute_macros *macros = memory_zero(1, sizeof(*macros));
	macros->arena = arena_create();
	return macros;
}

void attribute_macros_destroy(attribute_macros *macros)
{
	if (macros == NULL)
		return;
	arena_destroy(macros->arena);
	free(macros);
}

/* NAMES_MAX: of no interest. */
static size_t find_name(const attribute_macros *macros, text name)
{
	for (size_t i = 0; i < KNOWN_COUNT; i++)
		if (text_equals_string(name, known_names[i]))
			return i;
	for (size_t i = 0; i < macros->count; i++)
		if (text_equals_string(name, macros->items[i].name))
			return KNOWN_COUNT + i;
	return NAMES_MAX;
}

static struct attribute_setting *copy_settings(arena *arena, const struct attribute_line *line)
{
	struct attribute_setting *copy = arena_zero(arena, line->count, sizeof(*copy));
	for (size_t i = 0; i < line->count; i++) {
		const struct attribute_setting *from = &line->settings[i];
		copy[i] = *from;
		copy[i].name.data = arena_copy(arena, from->name.data, from->name.len);
		copy[i].value.data = arena_copy(arena, from->value.data, from->value.len);
	}
	return copy;
}

void attribute_macros_read(attribute_macros *macros, text content)
{
	struct attribute_line line = {.pattern = BUFFER_INIT};
	macros->files++;
	while (attribute_line_next(&content, &line)) {
		if (!line.macro)
			continue;
		text name = {buffer_string(&line.pattern), line.pattern.len};
		size_t number = find_name(macros, name);
		if (number == NAMES_MAX && macros->count < MACROS_MAX) {
			number = KNOWN_COUNT + macros->count++;
			macros->items[number - KNOWN_COUNT] = (struct macro){
				.name = arena_copy(macros->arena, name.data, name.len),
				.file = macros->files,
			};
		}
		if (number == NAMES_MAX || number < KNOWN_COUNT)
			continue;
		struct macro *macro = &macros->items[number - KNOWN_COUNT];
		if (macro->file != macros->files)
			continue;
		macro->settings = copy_settings(macros->arena, &line);
		macro->count = line.count;
	}
	attribute_line_finish(&line);
}

static void add_saying(attribute_rules *rules, size_t name, text pattern, const struct attribute_setting *setting,
		       struct place place)
{
	struct sayings *sayings = &rules->names[name];
	if (sayings->patterns == NULL)
		sayings->patterns = ignore_create();
	if (ignore_add(sayings->patterns, pattern, false, false) == 0)
		return;
	memory_reserve(&sayings->items, &sayings->capacity, sayings->count + 1, sizeof(*sayings->items));
	sayings->items[sayings->count++] = (struct saying){
		.place = place,
		.state = setting->state,
		.value = arena_copy(rules->arena, setting->value.data, setting->value.len),
	};
}

attribute_rules *attributes_parse(text content, const attribute_macros *macros)
{
	attribute_rules *rules = memory_zero(1, sizeof(*rules));
	struct attribute_line line = {.pattern = BUFFER_INIT};
	size_t number = 0;
	bool any = false;
	rules->arena = arena_create();
	while (attribute_line_next(&content, &line)) {
		number++;
		text pattern = {buffer_string(&line.pattern), line.pattern.len};
		for (size_t i = 0; i < line.count && !line.macro; i++) {
			size_t name = find_name(macros, line.settings[i].name);
			if (name == NAMES_MAX)
				continue;
			any = true;
			add_saying(rules, name, pattern, &line.settings[i], (struct place){0, number, i});
		}
	}
	attribute_line_finish(&line);
	for (size_t i = 0; i < NAMES_MAX; i++)
		if (rules->names[i].patterns != NULL)
			ignore_close(rules->names[i].patterns);
	if (any)
		return rules;
	attributes_destroy(rules);
	return NULL;
}

void attributes_destroy(attribute_rules *rules)
{
	if (rules == NULL)
		return;
	for (size_t i = 0; i < NAMES_MAX; i++) {
		ignore_destroy(rules->names[i].patterns);
		free(rules->names[i].items);
	}
	arena_destroy(rules->arena);
	free(rules);
}

/* What was found out about the attributes for one entry. */
struct query {
	const attribute_layer *layers;
	const attribute_macros *macros;
	const ignore_entry *entry;
	bool asked[NAMES_MAX];
	struct saying answers[NAMES_MAX];
};

static bool is_stronger(struct place a, struct place b)
{
	if (a.layer != b.layer)
		return a.layer < b.layer;
	return a.line != b.line ? a.line > b.line : a.position > b.position;
}

/* What lines say of the attribute by its own name. */
static struct saying find_direct(const struct query *query, size_t name)
{
	size_t number = 0;
	for (const attribute_layer *layer = query->layers; layer != NULL; layer = layer->next, number++) {
		const struct sayings *sayings = &layer->rules->names[name];
		size_t rule =
			sayings->patterns != NULL ? ignore_match_rule(sayings->patterns, query->entry, layer->base) : 0;
		if (rule == 0)
			continue;
		struct saying found = sayings->items[rule - 1];
		found.place.layer = number;
		return found;
	}
	return (struct saying){.state = ATTRIBUTE_SILENT};
}

/*
 * The strongest saying of an attribute. One that a macro brings is as strong as what sets the macro. A macro that leads back to
 * itself says nothing there; macros are few, so that this goes no deeper than their number.
 */
static struct saying ask(struct query *query, size_t name)
{
	if (query->asked[name])
		return query->answers[name];
	query->asked[name] = true;
	struct saying best = find_direct(query, name);
	for (size_t i = 0; i < query->macros->count; i++) {
		const struct macro *macro = &query->macros->items[i];
		for (size_t j = macro->count; j > 0; j--) {
			const struct attribute_setting *setting = &macro->settings[j - 1];
			if (find_name(query->macros, setting->name) != name)
				continue;
			struct saying through = ask(query, KNOWN_COUNT + i);
			if (through.state == ATTRIBUTE_SET &&
			    (best.state == ATTRIBUTE_SILENT || is_stronger(through.place, best.place)))
				best = (struct saying){through.place, setting->state, setting->value.data};
			break;
		}
	}
	query->answers[name] = best;
	return best;
}

/* As linguist has it: whatever is set is true, but for the word "false". */
static signed char truth(struct query *query, size_t name)
{
	struct saying found = ask(query, name);
	if (found.state == ATTRIBUTE_VALUE)
		return strcmp(found.value, "false") != 0;
	return found.state == ATTRIBUTE_SET ? 1 : found.state == ATTRIBUTE_UNSET ? 0 : -1;
}

static bool is_given(struct query *query, size_t name)
{
	enum attribute_state state = ask(query, name).state;
	return state == ATTRIBUTE_SET || state == ATTRIBUTE_VALUE;
}

source_attributes attributes_match(const attribute_layer *layers, const attribute_macros *macros,
				   const ignore_entry *entry)
{
	struct query query = {.layers = layers, .macros = macros, .entry = entry};
	struct saying language = ask(&query, KNOWN_LANGUAGE);
	return (source_attributes){
		.language = language.state == ATTRIBUTE_VALUE && *language.value != '\0' ? language.value : NULL,
		.vendored = truth(&query, KNOWN_VENDORED),
		.generated = truth(&query, KNOWN_GENERATED),
		.documentation = truth(&query, KNOWN_DOCUMENTATION),
		.detectable = truth(&query, KNOWN_DETECTABLE),
		.filtered = is_given(&query, KNOWN_FILTER) || is_given(&query, KNOWN_ENCODING) ||
			    is_given(&query, KNOWN_IDENT),
		.converted =
			is_given(&query, KNOWN_TEXT) || is_given(&query, KNOWN_EOL) || is_given(&query, KNOWN_CRLF),
	};
}
