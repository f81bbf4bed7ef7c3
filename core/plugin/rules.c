/* SPDX-License-Identifier: MIT */
#include "plugin/rules.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"
#include "plugin/path.h"

#include <stdlib.h>
#include <string.h>

/* The first is the default. */
static const rule_branch branches[] = {
	{"if", 1, 1, .by_nesting = true, .nests = true, .run = false},
	{"switch", 0, 1, .by_nesting = true, .nests = true, .run = false},
	{"case", 1, 0, .by_nesting = false, .nests = false, .run = false},
	{"elif", 1, 1, .by_nesting = false, .nests = false, .run = false},
	{"else if", 1, 0, .by_nesting = false, .nests = false, .run = false},
	{"else", 0, 1, .by_nesting = false, .nests = false, .run = false},
	{"logical", 1, 1, .by_nesting = false, .nests = false, .run = true},
	{"jump", 0, 1, .by_nesting = false, .nests = false, .run = false},
};

const rule_branch *rule_branch_find(const char *label)
{
	if (label == NULL)
		return &branches[0];
	for (size_t i = 0; i < sizeof(branches) / sizeof(branches[0]); i++) {
		if (strcmp(branches[i].label, label) == 0)
			return &branches[i];
	}
	return NULL;
}

/* The blank-separated words of `source`, at most `max`, copied. */
static size_t split_words(const char *source, char **out, size_t max, arena *arena)
{
	size_t count = 0;
	const char *at = source + strspn(source, " ");
	while (*at != '\0' && count < max) {
		size_t len = strcspn(at, " ");
		out[count++] = arena_copy(arena, at, len);
		at += len;
		at += strspn(at, " ");
	}
	return count;
}

/* The kinds that `source` names; NULL: none. */
static int compile_kinds(const rule_table *table, const char *source, TSSymbol **out, size_t *count, error *error)
{
	if (source == NULL)
		return 0;
	size_t max = strlen(source) / 2 + 1;
	char **names = arena_zero(table->arena, max, sizeof(*names));
	*count = split_words(source, names, max, table->arena);
	*out = arena_zero(table->arena, max, sizeof(**out));
	for (size_t i = 0; i < *count; i++) {
		if (path_resolve_kind(table->grammar, names[i], strlen(names[i]), &(*out)[i], error) != 0)
			return -1;
	}
	return 0;
}

static int compile_head(rule_table *table, rule *rule, error *error)
{
	const char *source = rule->source->head;
	if (source == NULL)
		return rule->source->words == NULL ? 0 : error_set(error, "words without a head");
	rule->head_absent = source[0] == '!';
	rule->head = path_parse(table->grammar, source + (rule->head_absent ? 1 : 0), table->arena, error);
	if (rule->head == NULL)
		return -1;
	const char *words = rule->source->words;
	if (words == NULL)
		return 0;
	size_t max = strlen(words) / 2 + 1;
	rule->words = arena_zero(table->arena, max, sizeof(*rule->words));
	rule->word_count = split_words(words, rule->words, max, table->arena);
	return 0;
}

/* What a role demands of its row. */
static int check_role(rule *rule, error *error)
{
	const onflame_rule *source = rule->source;
	switch (source->role) {
	case ONFLAME_FUNCTION:
	case ONFLAME_CONTAINER:
		return source->label != NULL ? 0 : error_set(error, "a frame needs a label");
	case ONFLAME_BRANCH:
		rule->branch = rule_branch_find(source->label);
		return rule->branch != NULL ? 0 : error_set(error, "no branch label '%s'", source->label);
	case ONFLAME_INJECTION:
		if (source->label == NULL && source->name == NULL)
			return error_set(error, "an injection needs a label or a name");
		return 0;
	case ONFLAME_COMMENT:
	case ONFLAME_STRING:
	case ONFLAME_DOCSTRING:
	case ONFLAME_ANNOTATION:
	case ONFLAME_PARAMETER:
	case ONFLAME_IGNORE:
		return 0;
	default:
		return error_set(error, "no role %u", (unsigned)source->role);
	}
}

/* Whether a path of the row may have that step; such a character in a kind's name does no harm. */
static bool has_step(const onflame_rule *row, char step)
{
	const char *const paths[] = {row->head, row->name, row->start};
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		if (paths[i] != NULL && strchr(paths[i], step) != NULL)
			return true;
	}
	return false;
}

static int compile_rule(rule_table *table, rule *rule, error *error)
{
	const onflame_rule *source = rule->source;
	if (source->kind == NULL)
		return error_set(error, "no kind");
	if (path_resolve_kind(table->grammar, source->kind, strlen(source->kind), &rule->symbol, error) != 0)
		return -1;
	if (rule->symbol == PATH_ERROR_SYMBOL)
		return error_set(error, "kind 'ERROR' is no grammar's own: only a path or a parent may name it");
	if (check_role(rule, error) != 0 ||
	    compile_kinds(table, source->parent, &rule->parents, &rule->parent_count, error) != 0 ||
	    compile_kinds(table, source->holes, &rule->holes, &rule->hole_count, error) != 0 ||
	    compile_head(table, rule, error) != 0)
		return -1;
	if (source->name != NULL) {
		rule->name = name_template_parse(table->grammar, source->name, table->arena, error);
		if (rule->name == NULL)
			return -1;
	}
	if (source->start != NULL) {
		rule->start = path_parse(table->grammar, source->start, table->arena, error);
		if (rule->start == NULL)
			return -1;
	}
	table->tells_frames = table->tells_frames || source->role == ONFLAME_FUNCTION ||
			      source->role == ONFLAME_CONTAINER || source->role == ONFLAME_INJECTION;
	table->wants_order = table->wants_order || (source->flags & ONFLAME_FIRST) != 0 || has_step(source, '<');
	table->wants_comment = table->wants_comment || has_step(source, '~');
	return 0;
}

/* A row of an older or newer plugin, cut or filled up with zeros to the size known here. */
static const onflame_rule *copy_row(const onflame_rule *rules, size_t index, size_t rule_size, arena *arena)
{
	onflame_rule *copy = arena_zero(arena, 1, sizeof(*copy));
	size_t size = rule_size < sizeof(*copy) ? rule_size : sizeof(*copy);
	memcpy(copy, (const char *)rules + index * rule_size, size);
	return copy;
}

static size_t count_rows(const onflame_rule *rules, size_t rule_size)
{
	size_t count = 0;
	for (;; count++) {
		uint32_t role;
		memcpy(&role, (const char *)rules + count * rule_size, sizeof(role));
		if (role == ONFLAME_END)
			return count;
	}
}

/* Chains the rows of each symbol, in the order of the table. */
static void index_rules(rule_table *table)
{
	table->by_symbol = arena_zero(table->arena, table->symbol_count, sizeof(rule *));
	for (size_t i = table->rule_count; i-- > 0;) {
		rule *rule = &table->rules[i];
		rule->next = table->by_symbol[rule->symbol];
		table->by_symbol[rule->symbol] = rule;
	}
}

rule_table *rule_table_create(const TSLanguage *grammar, const onflame_rule *rules, size_t rule_size, error *error)
{
	arena *arena = arena_create();
	rule_table *table = arena_zero(arena, 1, sizeof(*table));
	table->arena = arena;
	table->grammar = grammar;
	table->symbol_count = ts_language_symbol_count(grammar);
	table->rule_count = count_rows(rules, rule_size);
	table->rules = arena_zero(arena, table->rule_count, sizeof(rule));
	for (size_t i = 0; i < table->rule_count; i++) {
		struct error why;
		table->rules[i].source = copy_row(rules, i, rule_size, arena);
		if (compile_rule(table, &table->rules[i], &why) != 0) {
			error_set(error, "rule %zu: %s", i + 1, why.message);
			arena_destroy(arena);
			return NULL;
		}
	}
	index_rules(table);
	return table;
}

void rule_table_destroy(rule_table *table)
{
	if (table != NULL)
		arena_destroy(table->arena);
}

static bool has_parent(const rule *rule, const rule_site *site)
{
	if (rule->parent_count == 0)
		return true;
	if (site->depth == 0)
		return false;
	TSSymbol above = ts_node_symbol(site->ancestors[site->depth - 1]);
	for (size_t i = 0; i < rule->parent_count; i++) {
		if (rule->parents[i] == above)
			return true;
	}
	return false;
}

static bool is_mark(char c)
{
	return c != '\0' && strchr("/*#- \t", c) != NULL;
}

/* A comment without its marks. */
static text strip_marks(text comment)
{
	while (comment.len > 0 && is_mark(comment.data[0])) {
		comment.data++;
		comment.len--;
	}
	while (comment.len > 0 && is_mark(comment.data[comment.len - 1]))
		comment.len--;
	return comment;
}

static bool has_word(const rule *rule, const rule_site *site, TSNode node)
{
	uint32_t start = ts_node_start_byte(node);
	text found = {site->text + start, ts_node_end_byte(node) - start};
	if (node.id == site->comment.id)
		found = strip_marks(found);
	for (size_t i = 0; i < rule->word_count; i++) {
		if (text_equals_string(found, rule->words[i]))
			return true;
	}
	return false;
}

static bool has_head(const rule *rule, const rule_site *site)
{
	if (rule->head == NULL)
		return true;
	TSNode node = path_follow(rule->head, site);
	bool there = !ts_node_is_null(node);
	if (there && rule->word_count > 0)
		there = has_word(rule, site, node);
	return there != rule->head_absent;
}

bool rule_holds(const rule *rule, const rule_site *site)
{
	if ((rule->source->flags & ONFLAME_FIRST) != 0 && !ts_node_is_null(site->previous))
		return false;
	return has_parent(rule, site) && has_head(rule, site);
}

bool rule_name(const rule *rule, const rule_site *site, buffer *out)
{
	return rule->name != NULL && name_template_fill(rule->name, site, out);
}

TSNode rule_start(const rule *rule, const rule_site *site)
{
	if (rule->start == NULL)
		return (TSNode){.id = NULL};
	return path_follow(rule->start, site);
}
