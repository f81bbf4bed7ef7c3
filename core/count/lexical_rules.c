/* SPDX-License-Identifier: MIT */
/* From a lexis to rules and tables by first byte. */
#include "count/lexical_scan.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is_token(const lexis_string *string)
{
	return !string->character && (string->close == NULL || string->close[0] == '\0');
}

static void compile_line(rule *rule, const lexis_mark *line, bool fold)
{
	*rule = (struct rule){.kind = RULE_LINE, .place = line->place, .open = mark_compile(line->open, fold)};
}

static void compile_block(rule *rule, const lexis_block_comment *block, bool fold)
{
	*rule = (struct rule){
		.kind = RULE_BLOCK,
		.place = block->place,
		.close_place = block->close_place,
		.open = mark_compile(block->open, fold),
		.close = mark_compile(block->close, fold),
		.nested = block->nested,
		.strings = block->strings,
	};
	rule->to_end = mark_length(&rule->close) == 0;
	mark_add_first(&rule->close, &rule->stops);
	if (rule->nested)
		mark_add_first(&rule->open, &rule->stops);
}

static void compile_string(rule *rule, const lexis_string *string, bool fold)
{
	*rule = (struct rule){
		.kind = RULE_STRING,
		.place = string->place,
		.close_place = string->close_place,
		.open = mark_compile(string->open, fold),
		.close = mark_compile(string->close, fold),
		.inner_open = mark_compile(string->interpolation_open, fold),
		.inner_close = mark_compile(string->interpolation_close, fold),
		.token = is_token(string),
		.string = string,
	};
	stops *stops = &rule->stops;
	size_t open_len = strlen(string->open);

	mark_add_first(&rule->close, stops);
	mark_add_first(&rule->inner_open, stops);
	if (string->escape != '\0')
		stops->at[(byte)string->escape] = 1;
	if (!string->multiline)
		stops->at['\n'] = 1;
	if (string->nested && open_len > 0) {
		rule->nest_open = (byte)string->open[open_len - 1];
		stops->at[rule->nest_open] = 1;
	}
	rule->class = (string->place & LEXIS_OPERAND) != 0 && strcmp(string->open, "/") == 0;
	if (rule->class)
		stops->at['['] = stops->at[']'] = 1;
}

static void compile_heredoc(rule *rule, const lexis_heredoc *heredoc, bool fold)
{
	*rule = (struct rule){.kind = RULE_HEREDOC, .open = mark_compile(heredoc->open, fold), .heredoc = heredoc};
}

static void compile_doubt(rule *rule, const lexis_mark *doubt, bool fold)
{
	*rule = (struct rule){.kind = RULE_DOUBT, .place = doubt->place, .open = mark_compile(doubt->open, fold)};
}

/* The mark behind which no code stands. */
static void compile_code_end(rule *rule, const char *close, bool fold)
{
	*rule = (struct rule){.kind = RULE_CODE_END, .open = mark_compile(close, fold)};
}

static void compile_all(lexical_scanner *scanner)
{
	const lexis *lexis = scanner->lexis;
	bool fold = lexis->ignore_case;
	rule *rule = scanner->rules;

	for (size_t i = 0; i < lexis->line_comment_count; i++)
		compile_line(rule++, &lexis->line_comments[i], fold);
	for (size_t i = 0; i < lexis->block_comment_count; i++)
		compile_block(rule++, &lexis->block_comments[i], fold);
	for (size_t i = 0; i < lexis->string_count; i++)
		compile_string(rule++, &lexis->strings[i], fold);
	for (size_t i = 0; i < lexis->heredoc_count; i++)
		compile_heredoc(rule++, &lexis->heredocs[i], fold);
	for (size_t i = 0; i < lexis->doubt_count; i++)
		compile_doubt(rule++, &lexis->doubts[i], fold);
	if (lexis->code_close != NULL)
		compile_code_end(rule++, lexis->code_close, fold);
	for (size_t i = 0; i < scanner->rule_count; i++)
		scanner->rules[i].number = (uint16_t)i;
}

/* A comment that holds strings must also stop where one may begin. */
static void add_string_stops(lexical_scanner *scanner)
{
	for (size_t i = 0; i < scanner->rule_count; i++)
		for (size_t j = 0; scanner->rules[i].strings && j < scanner->rule_count; j++)
			if (scanner->rules[j].kind == RULE_STRING)
				mark_add_first(&scanner->rules[j].open, &scanner->rules[i].stops);
}

/* Longest first; among equals doubts, which take nothing, then in the order of the lexis. */
static int compare_rules(const void *a, const void *b)
{
	const rule *left = *(const rule *const *)a, *right = *(const rule *const *)b;
	size_t left_len = mark_length(&left->open), right_len = mark_length(&right->open);
	if (left_len != right_len)
		return left_len > right_len ? -1 : 1;
	if ((left->kind == RULE_DOUBT) != (right->kind == RULE_DOUBT))
		return left->kind == RULE_DOUBT ? -1 : 1;
	return left->number < right->number ? -1 : 1;
}

static void index_rules(lexical_scanner *scanner)
{
	size_t count = scanner->rule_count;
	const rule **order = memory_alloc(count * sizeof(const rule *));
	stops *begin = memory_zero(count, sizeof(*begin));
	size_t total = 0;

	for (size_t i = 0; i < count; i++)
		order[i] = &scanner->rules[i];
	qsort(order, count, sizeof(const rule *), compare_rules);
	for (size_t i = 0; i < count; i++) {
		mark_add_first(&order[i]->open, &begin[i]);
		for (size_t b = 0; b < 256; b++) {
			total += begin[i].at[b];
			if (begin[i].at[b])
				mark_add_second(&order[i]->open, (byte)b, scanner->second[b]);
		}
	}
	scanner->candidates = memory_alloc(total * sizeof(uint16_t));
	size_t next = 0;
	for (size_t b = 0; b < 256; b++) {
		scanner->first[b] = next;
		for (size_t i = 0; i < count; i++)
			if (begin[i].at[b])
				scanner->candidates[next++] = order[i]->number;
	}
	scanner->first[256] = next;
	free(begin);
	free(order);
}

static void add_code_stops(lexical_scanner *scanner)
{
	stops *code = scanner->code;

	for (size_t b = 0; b < 256; b++)
		code[0].at[b] = scanner->first[b + 1] > scanner->first[b];
	for (size_t mode = 1; mode < 4; mode++) {
		code[mode] = code[0];
		if (mode & CODE_NEWLINES)
			code[mode].at['\n'] = 1;
		for (size_t i = 0; (mode & CODE_BRACKETS) && i < scanner->rule_count; i++) {
			const rule *rule = &scanner->rules[i];
			const char *open = rule->kind == RULE_STRING ? rule->string->interpolation_open : NULL;
			if (open == NULL || open[0] == '\0')
				continue;
			code[mode].at[(byte)open[strlen(open) - 1]] = 1;
			mark_add_first(&rule->inner_close, &code[mode]);
		}
	}
}

void rules_compile(lexical_scanner *scanner)
{
	const lexis *lexis = scanner->lexis;
	size_t count = lexis->line_comment_count + lexis->block_comment_count + lexis->string_count +
		       lexis->heredoc_count + lexis->doubt_count + (lexis->code_close != NULL);

	scanner->rules = memory_zero(count, sizeof(*scanner->rules));
	scanner->rule_count = count;
	compile_all(scanner);
	add_string_stops(scanner);
	index_rules(scanner);
	add_code_stops(scanner);
}
