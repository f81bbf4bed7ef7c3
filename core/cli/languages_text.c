/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "cli/languages.h"
#include "language/lexis.h"

#include <stdio.h>
#include <string.h>

/* NULL: nothing. */
static void add_list(buffer *out, const char *const *items)
{
	for (size_t i = 0; items != NULL && items[i] != NULL; i++)
		buffer_printf(out, "%s%s", i > 0 ? " " : "", items[i]);
}

void languages_print_row(const language *language)
{
	buffer known = BUFFER_INIT;
	add_list(&known, language->extensions);
	if (language->filenames[0] != NULL) {
		buffer_add_string(&known, known.len > 0 ? " " : "");
		add_list(&known, language->filenames);
	}
	printf("%-24s %-12s %-12s %s\n", language->name, language_type_name(language->type),
	       language->plugin != NULL && !language->lexical_first ? language->plugin : "lexical",
	       buffer_string(&known));
	buffer_finish(&known);
}

static void print_field(const char *name, const char *const *items)
{
	buffer line = BUFFER_INIT;
	add_list(&line, items);
	if (line.len > 0)
		printf("  %-15s %s\n", name, line.data);
	buffer_finish(&line);
}

static void print_patterns(const char *what, const char *const *patterns)
{
	for (; patterns != NULL && *patterns != NULL; patterns++)
		printf("    %-13s %s\n", what, *patterns);
}

/* What decides where others claim a key of the language too: all rules in order, the language's own with their patterns. */
static void print_rules(const language_map *map, const language *language, enum language_claim claim, const char *key)
{
	language_rule rule;
	if (!language_map_rule(map, claim, key, 0, &rule))
		return;
	printf("  %s '%s' is shared; the first rule that holds says what a file is\n", languages_claim_names[claim],
	       key);
	for (size_t i = 0; language_map_rule(map, claim, key, i, &rule); i++) {
		bool open = rule.any == NULL && rule.all == NULL && rule.none == NULL;
		printf("    %zu. %s%s\n", i + 1, rule.language->name, open ? ": all else" : "");
		if (rule.language != language)
			continue;
		print_patterns("one of", rule.any);
		print_patterns("each of", rule.all);
		print_patterns("none of", rule.none);
	}
}

static const struct {
	unsigned flag;
	const char *words;
} places[] = {
	{LEXIS_LINE_START, "at the first column"},
	{LEXIS_FIRST, "first on its line"},
	{LEXIS_WORD, "as a word"},
	{LEXIS_NOT_BEHIND_WORD, "not behind a word"},
	{LEXIS_OPERAND, "where an operand may begin"},
	{LEXIS_BEHIND_BLANK, "behind a blank"},
	{LEXIS_ALONE, "alone on its line"},
	{LEXIS_BEHIND_OPERAND, "behind an operand"},
	{LEXIS_COLUMN_7, "at column 7"},
};

static void add_place(buffer *out, unsigned place, const char *prefix)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if ((place & places[i].flag) != 0)
			buffer_printf(out, ", %s%s", prefix, places[i].words);
}

static void print_line(const char *name, buffer *line)
{
	printf("  %-15s %s\n", name, buffer_string(line));
	buffer_clear(line);
}

static void print_comments(const lexis *lexis, buffer *line)
{
	for (size_t i = 0; i < lexis->line_comment_count; i++) {
		buffer_add_string(line, lexis->line_comments[i].open);
		add_place(line, lexis->line_comments[i].place, "");
		print_line("line comment", line);
	}
	for (size_t i = 0; i < lexis->block_comment_count; i++) {
		const lexis_block_comment *comment = &lexis->block_comments[i];
		buffer_printf(line, "%s ... %s%s%s", comment->open,
			      comment->close != NULL ? comment->close : "(end of file)",
			      comment->nested ? ", nested" : "", comment->strings ? ", strings within hide marks" : "");
		add_place(line, comment->place, "");
		add_place(line, comment->close_place, "its end ");
		print_line("block comment", line);
	}
}

static void print_string(const lexis_string *string, buffer *line)
{
	static const struct {
		size_t offset;
		const char *words;
	} flags[] = {
		{offsetof(lexis_string, multiline), "over lines"},
		{offsetof(lexis_string, doubled), "doubled marks stand for themselves"},
		{offsetof(lexis_string, character), "one character"},
		{offsetof(lexis_string, docstring), "documentation as a statement"},
		{offsetof(lexis_string, nested), "nested"},
		{offsetof(lexis_string, twice), "two parts"},
	};
	buffer_printf(line, "%s ... %s", string->open, string->close);
	for (size_t i = 0; i < sizeof(flags) / sizeof(flags[0]); i++)
		if (*(const bool *)((const char *)string + flags[i].offset))
			buffer_printf(line, ", %s", flags[i].words);
	if (string->escape != '\0')
		buffer_printf(line, ", escape %c", string->escape);
	if (string->interpolation_open != NULL)
		buffer_printf(line, ", code in %s %s", string->interpolation_open, string->interpolation_close);
	add_place(line, string->place, "");
	add_place(line, string->close_place, "its end ");
	print_line("string", line);
}

static void print_lexis(const lexis *lexis)
{
	buffer line = BUFFER_INIT;
	print_comments(lexis, &line);
	for (size_t i = 0; i < lexis->string_count; i++)
		print_string(&lexis->strings[i], &line);
	for (size_t i = 0; i < lexis->heredoc_count; i++) {
		buffer_printf(&line, "%sWORD", lexis->heredocs[i].open);
		print_line("here-document", &line);
	}
	for (size_t i = 0; i < lexis->doubt_count; i++) {
		buffer_add_string(&line, lexis->doubts[i].open);
		add_place(&line, lexis->doubts[i].place, "");
		print_line("needs syntax", &line);
	}
	if (lexis->code_open != NULL) {
		buffer_printf(&line, "%s ... %s", lexis->code_open, lexis->code_close);
		print_line("code within", &line);
	}
	if (lexis->ignore_case)
		printf("  %-15s ignored in marks\n", "case");
	if (lexis->backslash_continues_line_comment)
		printf("  %-15s a backslash at a line's end continues a line comment\n", "backslash");
	if (lexis->line_ends_statement)
		printf("  %-15s ends a statement: what leads a line begins an operand\n", "a line's end");
	print_field("operand behind", lexis->operand_words);
	print_field("statement heads", lexis->statement_heads);
	print_field("docstring heads", lexis->docstring_heads);
	buffer_finish(&line);
}

void languages_print_whole(const language_map *map, const language *language)
{
	printf("%s\n  %-15s %s\n", language->name, "type", language_type_name(language->type));
	if (language->plugin != NULL && language->lexical_first)
		printf("  %-15s lexically, by the marks below; by syntax, plugin '%s', with --engine syntax\n",
		       "counted", language->plugin);
	else if (language->plugin != NULL)
		printf("  %-15s by syntax, plugin '%s'; by the marks below where that fails%s\n", "counted",
		       language->plugin, language->lexis.certified ? ", or where lines alone are asked for" : "");
	else
		printf("  %-15s lexically, by the marks below\n", "counted");
	if (language->lexis.skeleton.words != NULL)
		printf("  %-15s the grammar is not shown brackets and blocks that hold no function\n", "skeleton");
	print_field("aliases", language->aliases);
	print_field("extensions", language->extensions);
	print_field("file names", language->filenames);
	print_field("interpreters", language->interpreters);
	if (language->color != NULL)
		printf("  %-15s %s\n", "colour", language->color);
	for (int claim = LANGUAGE_CLAIM_EXTENSION; claim <= LANGUAGE_CLAIM_INTERPRETER; claim++) {
		const char *const *keys = languages_claims(language, (enum language_claim)claim);
		for (; *keys != NULL; keys++)
			print_rules(map, language, (enum language_claim)claim, *keys);
	}
	print_lexis(&language->lexis);
}
