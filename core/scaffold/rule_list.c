/* SPDX-License-Identifier: MIT */
#include "scaffold/rule_list.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void rule_list_init(rule_list *list, arena *arena)
{
	*list = (rule_list){.arena = arena};
}

void rule_list_finish(rule_list *list)
{
	free(list->items);
}

static bool same(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Whether whatever `later` takes, `earlier` takes before it. */
static bool shadows(const onflame_rule *earlier, const onflame_rule *later)
{
	if (strcmp(earlier->kind, later->kind) != 0)
		return false;
	bool any_parent = earlier->parent == NULL || same(earlier->parent, later->parent);
	bool any_head =
		earlier->head == NULL || (same(earlier->head, later->head) && same(earlier->words, later->words));
	return any_parent && any_head;
}

static const char *copy(const rule_list *list, const char *string)
{
	return string != NULL ? arena_copy_string(list->arena, string) : NULL;
}

void rule_list_add(rule_list *list, const onflame_rule *rule)
{
	for (size_t i = 0; i < list->count; i++) {
		if (shadows(&list->items[i], rule))
			return;
	}
	memory_reserve(&list->items, &list->capacity, list->count + 1, sizeof(*list->items));
	list->items[list->count++] = (onflame_rule){
		.role = rule->role,
		.kind = copy(list, rule->kind),
		.parent = copy(list, rule->parent),
		.head = copy(list, rule->head),
		.words = copy(list, rule->words),
		.name = copy(list, rule->name),
		.label = copy(list, rule->label),
		.start = copy(list, rule->start),
		.flags = rule->flags,
	};
}

bool rule_list_covers(const rule_list *list, const char *kind)
{
	onflame_rule any = {.kind = kind};
	for (size_t i = 0; i < list->count; i++) {
		if (shadows(&list->items[i], &any))
			return true;
	}
	return false;
}

bool rule_list_names(const rule_list *list, uint32_t role, const char *kind)
{
	for (size_t i = 0; i < list->count; i++) {
		if (list->items[i].role == role && strcmp(list->items[i].kind, kind) == 0)
			return true;
	}
	return false;
}

size_t rule_list_count(const rule_list *list, uint32_t role)
{
	size_t count = 0;
	for (size_t i = 0; i < list->count; i++)
		count += list->items[i].role == role;
	return count;
}

static const char *const role_names[] = {
	[ONFLAME_COMMENT] = "COMMENT",     [ONFLAME_STRING] = "STRING",         [ONFLAME_DOCSTRING] = "DOCSTRING",
	[ONFLAME_FUNCTION] = "FUNCTION",   [ONFLAME_CONTAINER] = "CONTAINER",   [ONFLAME_BRANCH] = "BRANCH",
	[ONFLAME_INJECTION] = "INJECTION", [ONFLAME_ANNOTATION] = "ANNOTATION", [ONFLAME_PARAMETER] = "PARAMETER",
	[ONFLAME_IGNORE] = "IGNORE",
};

/* Whatever the string holds, it is one literal: '?' could begin a trigraph. */
static void write_string(buffer *out, const char *key, const char *value)
{
	if (value == NULL)
		return;
	buffer_printf(out, ", .%s = \"", key);
	for (const char *at = value; *at != '\0'; at++) {
		unsigned char c = (unsigned char)*at;
		if (c == '"' || c == '\\')
			buffer_printf(out, "\\%c", c);
		else if (c < 0x20 || c >= 0x7f || c == '?')
			buffer_printf(out, "\\%03o", c);
		else
			buffer_add_char(out, (char)c);
	}
	buffer_add_char(out, '"');
}

void rule_list_write(const rule_list *list, buffer *out)
{
	for (size_t i = 0; i < list->count; i++) {
		const onflame_rule *rule = &list->items[i];
		if (i > 0 && rule->role != list->items[i - 1].role)
			buffer_add_char(out, '\n');
		buffer_printf(out, "\t{.role = ONFLAME_%s", role_names[rule->role]);
		write_string(out, "kind", rule->kind);
		write_string(out, "parent", rule->parent);
		write_string(out, "head", rule->head);
		write_string(out, "words", rule->words);
		write_string(out, "name", rule->name);
		write_string(out, "label", rule->label);
		write_string(out, "start", rule->start);
		if ((rule->flags & ONFLAME_ENTER) != 0)
			buffer_add_string(out, ", .flags = ONFLAME_ENTER");
		buffer_add_string(out, "},\n");
	}
}
