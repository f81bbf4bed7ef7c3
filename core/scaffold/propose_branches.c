/* SPDX-License-Identifier: MIT */
/* Where paths part: conditions, loops, choices, operators. */
#include "scaffold/propose.h"
#include "scaffold/words.h"

#include <string.h>

#define STATEMENTS "statement stmt expression expr loop modifier command instruction"

/* How a kind's name tells what it does: the first row that fits. */
static const struct branch_word {
	const char *first, *last, *never; /* first and last word; words that it may not have */
	bool bare;                        /* the first word alone will do */
	const char *label;
} branch_words[] = {
	{"elif elsif elseif", "clause branch block " STATEMENTS, "", true, "elif"},
	{"if unless", STATEMENTS, "else then let", true, "if"},
	{"while until for foreach repeat", STATEMENTS, "clause header", true, "if"},
	{"do", STATEMENTS, "", false, "if"},
	{"loop", STATEMENTS, "", true, "if"},
	{"ternary conditional", "operator ternary conditional " STATEMENTS, "access", true, "if"},
	{"catch except rescue", "clause block handler " STATEMENTS, "", true, "if"},
	{"else", "clause branch block " STATEMENTS, "if", true, "else"},
	{"switch match", STATEMENTS, "", true, "switch"},
	{"when", "expression statement", "", false, "switch"},
	{"goto", STATEMENTS, "", false, "jump"},
};

static const char *label_by_words(const node_type *type)
{
	words words;
	words_split(type->name, &words);
	if (words_have(&words, "preproc type import export pattern default directive macro"))
		return NULL;
	if (words.count > 2 && words_begin(&words, "else") && strcmp(words.items[1], "if") == 0)
		return "elif";
	if (words.count == 2 && words_begin(&words, "if") && words_end(&words, "else"))
		return "if";
	/* "enhanced_for_statement", "c_style_for_statement": the second last word will do as well. */
	words.items[0] =
		words.count > 2 && words_end(&words, STATEMENTS) &&
				words_list_has("if while until for foreach repeat do", words.items[words.count - 2])
			? words.items[words.count - 2]
			: words.items[0];
	for (size_t i = 0; i < sizeof(branch_words) / sizeof(branch_words[0]); i++) {
		const struct branch_word *word = &branch_words[i];
		if (!words_begin(&words, word->first) || words_have(&words, word->never))
			continue;
		if (words.count == 1 ? word->bare : words_end(&words, word->last))
			return word->label;
	}
	return NULL;
}

/* What a way of a choice begins with; it may be the only part of it that has a kind. */
static bool is_case_label(const node_type *type)
{
	words words;
	words_split(type->name, &words);
	return words_end(&words, "label");
}

/* One way of a choice. */
static bool is_case(const node_type *type)
{
	words words;
	words_split(type->name, &words);
	if (words_have(&words, "default enum type pattern else lower upper block body list"))
		return false;
	if (words.count > 1 && words_end(&words, "case arm"))
		return true;
	return words_begin(&words, "case when switch match") &&
	       words_end(&words, "clause item entry section label branch alternative");
}

static bool is_choice(const node_types *types, const char *label)
{
	for (size_t i = 0; i < types->count; i++) {
		const node_type *type = &types->items[i];
		const char *found = type->named && !type->supertype ? label_by_words(type) : NULL;
		if (found != NULL && strcmp(found, label) == 0)
			return true;
	}
	return false;
}

static bool holds(const node_types *types, const node_type *type, const char *kind)
{
	if (node_refs_allow(types, &type->children, kind))
		return true;
	for (size_t i = 0; i < type->field_count; i++) {
		if (node_refs_allow(types, &type->fields[i].types, kind))
			return true;
	}
	return false;
}

/* Whether the case is a part of another: one of them is counted. */
static bool is_part_of_case(const node_types *types, const node_type *type)
{
	for (size_t i = 0; i < types->count; i++) {
		const node_type *other = &types->items[i];
		if (other != type && other->named && !other->supertype && is_case(other) && !is_case_label(other) &&
		    is_case_label(type) && holds(types, other, type->name))
			return true;
	}
	return false;
}

/* "case" as a kind: the whole choice in one language, one way of it in another that has a word for the whole. */
static const char *label_of_case(const node_types *types, const node_type *type)
{
	words words;
	words_split(type->name, &words);
	bool whole = words_begin(&words, "case") &&
		     (words.count == 1 || words_end(&words, "statement expression expr stmt"));
	if (whole)
		return is_choice(types, "switch") ? "case" : "switch";
	if (strcmp(type->name, "when") == 0 || is_case(type))
		return is_part_of_case(types, type) ? NULL : "case";
	return NULL;
}

static bool is_if(const node_type *type)
{
	words words;
	words_split(type->name, &words);
	const char *label = type->named && !type->supertype && words_begin(&words, "if") ? label_by_words(type) : NULL;
	return label != NULL && strcmp(label, "if") == 0 && !words_end(&words, "modifier");
}

static void add_else_if_row(const char *kind, const char *parent, const char *field, rule_list *out)
{
	rule_list_add(out, &(onflame_rule){
				   .role = ONFLAME_BRANCH,
				   .kind = kind,
				   .parent = parent,
				   .head = field != NULL ? arena_printf(out->arena, "@%s", field) : NULL,
				   .label = "else if",
			   });
}

/* The if stands in a field of another. */
static void add_alternative(const node_types *types, const node_type *type, const node_type *other, rule_list *out)
{
	static const char *const fields[] = {"alternative", "alternate", "else",
					     "else_branch", "else_body", "otherwise"};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		const node_field *field = node_type_field(other, fields[i]);
		if (field == NULL || !node_refs_allow(types, &field->types, type->name))
			continue;
		add_else_if_row(type->name, other->name, field->name, out);
		if (node_types_find(types, "else", false) != NULL)
			rule_list_add(out, &(onflame_rule){.role = ONFLAME_BRANCH,
							   .kind = "\"else\"",
							   .parent = other->name,
							   .label = "else"});
		return;
	}
}

/*
 * An if behind an else goes on from it: before the row for the if alone. Where there is a word for both, an if behind an else is
 * one of its statements.
 */
static void add_else_if(const node_types *types, const node_type *type, rule_list *out)
{
	if (!is_if(type) || is_choice(types, "elif"))
		return;
	for (size_t i = 0; i < types->count; i++) {
		const node_type *other = &types->items[i];
		const char *label = other->named && !other->supertype ? label_by_words(other) : NULL;
		if (label != NULL && strcmp(label, "else") == 0 && holds(types, other, type->name))
			add_else_if_row(type->name, other->name, NULL, out);
		else if (is_if(other))
			add_alternative(types, type, other, out);
	}
}

/* The kinds that hold the operator in a field, blank-separated. NULL: fields say nothing of it. */
static const char *holders_of(const node_types *types, const char *operator, arena * arena)
{
	const char *out = NULL;
	for (size_t i = 0; i < types->count; i++) {
		const node_type *type = &types->items[i];
		bool has = false;
		for (size_t f = 0; f < type->field_count && type->named && !type->supertype; f++) {
			const node_refs *refs = &type->fields[f].types;
			for (size_t r = 0; r < refs->count; r++)
				has = has || (!refs->named[r] && strcmp(refs->names[r], operator) == 0);
		}
		if (has && (out == NULL || strlen(out) < 512))
			out = arena_printf(arena, "%s%s%s", out != NULL ? out : "", out != NULL ? " " : "", type->name);
	}
	return out;
}

static void add_operators(const node_types *types, rule_list *out)
{
	static const char *const operators[] = {"&&", "||", "and", "or", "??", "andalso", "orelse", "AND", "OR"};
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
		if (node_types_find(types, operators[i], false) == NULL)
			continue;
		rule_list_add(out, &(onflame_rule){
					   .role = ONFLAME_BRANCH,
					   .kind = arena_printf(out->arena, "\"%s\"", operators[i]),
					   .parent = holders_of(types, operators[i], out->arena),
					   .label = "logical",
				   });
	}
}

/* `do ... end` is a block in one language, a loop in another, where it has a condition. */
static bool loops(const node_type *type)
{
	return node_type_field(type, "condition") != NULL || type->children.count > 1;
}

/* Some grammars give words of the language a kind: `kAnd`, `keyword_or`; or signs: `and_and`. */
static void add_named_operators(const node_types *types, rule_list *out)
{
	for (size_t i = 0; i < types->count; i++) {
		const node_type *type = &types->items[i];
		words words;
		words_split(type->name, &words);
		bool leaf = type->named && !type->supertype && type->field_count == 0 && type->children.count == 0;
		bool sign = words_list_has("and_and or_or", type->name);
		bool word = words.count == 2 && words_begin(&words, "k kw keyword") && words_end(&words, "and or");
		if (leaf && (sign || word))
			rule_list_add(out,
				      &(onflame_rule){.role = ONFLAME_BRANCH, .kind = type->name, .label = "logical"});
	}
}

void propose_branches(const node_types *types, rule_list *out)
{
	for (size_t i = 0; i < types->count; i++) {
		const node_type *type = &types->items[i];
		bool leaf = type->field_count == 0 && type->children.count == 0;
		if (!type->named || type->supertype || type->root || leaf || rule_list_covers(out, type->name))
			continue;
		const char *label = label_of_case(types, type);
		if (label == NULL)
			label = label_by_words(type);
		if (label == NULL || (strcmp(type->name, "do_statement") == 0 && !loops(type)))
			continue;
		add_else_if(types, type, out);
		rule_list_add(out, &(onflame_rule){.role = ONFLAME_BRANCH, .kind = type->name, .label = label});
	}
	add_operators(types, out);
	add_named_operators(types, out);
}
