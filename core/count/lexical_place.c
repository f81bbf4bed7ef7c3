/* SPDX-License-Identifier: MIT */
/* Where a mark counts: columns, words, operands. */
#include "count/lexical_scan.h"

#include <string.h>

enum { GROUP_MAX = 512 }; /* bytes that are looked at for the bracket that belongs to another */

static bool is_one_of(byte b, const char *set)
{
	return b != '\0' && strchr(set, b) != NULL;
}

static bool is_line_start(const scan *scan, size_t at)
{
	return at == scan->begin || (at > 0 && scan->text[at - 1] == '\n');
}

bool place_is_first(const scan *scan, size_t at)
{
	while (!is_line_start(scan, at)) {
		if (at == 0 || !byte_is_blank(scan->text[at - 1]))
			return false;
		at--;
	}
	return true;
}

bool place_is_alone(const scan *scan, size_t end)
{
	while (end < scan->len && byte_is_blank(scan->text[end]))
		end++;
	return end == scan->len || scan->text[end] == '\n';
}

static bool is_word(const scan *scan, size_t start, size_t end)
{
	return (start == scan->begin || !byte_is_word(scan->text[start - 1])) &&
	       (end == scan->len || !byte_is_word(scan->text[end]));
}

static bool is_behind_word(const scan *scan, size_t start)
{
	if (start == scan->begin)
		return false;
	byte mark = scan->text[start], before = scan->text[start - 1];

	/* Right behind a string: 'a''b' are two, but a letter is a flag of it: /a/s, */
	if (start == scan->gap)
		return scan->before == LEXICAL_LITERAL && byte_is_letter(mark);
	if (byte_is_word(before) || before == ')' || before == ']' || before == '}')
		return true;
	if (mark == '\'' || mark == '"' || mark == '`')
		return before == mark; /* the second prime of x'' */
	/* Perl: $q, @q, %q, &q, ->q and $#list are names. */
	return before == '$' || before == '@' || before == '%' || before == '&' ||
	       (before == '>' && start - 1 > scan->begin && scan->text[start - 2] == '-');
}

static bool is_behind_blank(const scan *scan, size_t start)
{
	if (is_line_start(scan, start))
		return true;
	byte before = scan->text[start - 1];
	return byte_is_blank(before) || is_one_of(before, ";&|()");
}

static bool is_column_7(const scan *scan, size_t start)
{
	return start >= scan->begin + 6 && is_line_start(scan, start - 6) &&
	       memchr(scan->text + start - 6, '\n', 6) == NULL;
}

size_t place_before(const scan *scan, size_t at)
{
	while (at > scan->gap && (byte_is_blank(scan->text[at - 1]) || scan->text[at - 1] == '\n'))
		at--;
	return at > scan->gap ? at - 1 : scan->before;
}

/* Behind whatever could be part of a longer word that the map may list. */
enum { WORD_LIMIT = 32 };

static text word_before(const scan *scan, size_t end)
{
	size_t start = end;
	while (start > scan->gap && end - start <= WORD_LIMIT && byte_is_word(scan->text[start - 1]))
		start--;
	return (text){(const char *)scan->text + start, end - start};
}

static bool is_listed(const char *const *words, text word)
{
	for (size_t i = 0; words != NULL && words[i] != NULL; i++)
		if (text_equals_string(word, words[i]))
			return true;
	return false;
}

bool place_is_behind_operand_word(const scan *scan, size_t end)
{
	text word = word_before(scan, end);
	size_t start = end - word.len;
	if (start > scan->gap && is_one_of(scan->text[start - 1], ".$@%>"))
		return false; /* a member or a variable of that name */
	return is_listed(scan->scanner->lexis->operand_words, word);
}

/* Ruby: `puts %w(a b)` prints a list, `a % b` and `a%b` divide. */
static bool is_argument(const scan *scan, size_t start, size_t last)
{
	byte before = scan->text[last];
	return scan->text[start] == '%' && last + 1 < start && !(before >= '0' && before <= '9');
}

/* Where a statement ends with its line, what leads the next one is no operator, but behind a backslash. */
static bool leads_statement(const scan *scan, size_t start)
{
	if (!scan->scanner->lexis->line_ends_statement || !place_is_first(scan, start))
		return false;
	while (!is_line_start(scan, start))
		start--;
	size_t end = start > scan->begin ? scan_before_break(scan, scan->begin, start - 1) : scan->begin;
	return end == scan->begin || scan->text[end - 1] != '\\';
}

static bool is_operand(const scan *scan, size_t start)
{
	if (leads_statement(scan, start))
		return true;
	size_t last = place_before(scan, start);
	if (last == LEXICAL_NONE)
		return true;
	if (last == LEXICAL_LITERAL)
		return false;

	byte before = scan->text[last];
	if (byte_is_word(before))
		return place_is_behind_operand_word(scan, last + 1) || is_argument(scan, start, last);
	if ((before == '+' || before == '-') && last > scan->gap && scan->text[last - 1] == before)
		return false; /* i++ / 2 */
	/* '<' for JSX's </div>, '$' for Perl's $/, '\\' for what is escaped. */
	return !is_one_of(before, ")]}.<$\\\"'`");
}

/* Whether the '(' at `open` is of a statement's head: `for await (x of y)` is one, a member of that name is not. */
static bool is_of_head(const scan *scan, size_t open)
{
	size_t last = place_before(scan, open);
	if (last >= scan->len)
		return true; /* not seen */
	text word = word_before(scan, last + 1);
	size_t start = last + 1 - word.len;
	return is_listed(scan->scanner->lexis->statement_heads, word) &&
	       (start == scan->gap || !is_one_of(scan->text[start - 1], ".$#@"));
}

/* Whether the ')' at `last` ends what has a value: a call, or brackets around an expression. Looked at as far as no string is in it. */
static bool ends_value(const scan *scan, size_t last)
{
	size_t depth = 0;
	for (size_t at = last + 1; at > scan->gap && last + 1 - at < GROUP_MAX;) {
		byte b = scan->text[--at];
		depth += b == ')';
		if (b == '(' && --depth == 0)
			return !is_of_head(scan, at);
	}
	return false;
}

/*
 * Behind ')' and '}' it is the whole statement that tells a division from a regular expression: `if (x) /"/.test(y)`. It
 * matters where what would be the expression holds a mark.
 */
bool place_may_hold_operand(const scan *scan, size_t at)
{
	size_t last = place_before(scan, at);
	if (last >= scan->len || !is_one_of(scan->text[last], ")}") || leads_statement(scan, at))
		return false;
	bool marks = false;
	for (at++; at < scan->len && scan->text[at] != '\n' && scan->text[at] != '/'; at++)
		marks = marks || is_one_of(scan->text[at], "'\"`[\\");
	return marks && at < scan->len && scan->text[at] == '/' && (scan->text[last] != ')' || !ends_value(scan, last));
}

bool place_holds(const scan *scan, unsigned place, size_t start, size_t end)
{
	if (place == LEXIS_ANYWHERE)
		return true;
	return (!(place & LEXIS_LINE_START) || is_line_start(scan, start)) &&
	       (!(place & LEXIS_FIRST) || place_is_first(scan, start)) &&
	       (!(place & LEXIS_WORD) || is_word(scan, start, end)) &&
	       (!(place & LEXIS_NOT_BEHIND_WORD) || !is_behind_word(scan, start)) &&
	       (!(place & LEXIS_BEHIND_BLANK) || is_behind_blank(scan, start)) &&
	       (!(place & LEXIS_ALONE) || place_is_alone(scan, end)) &&
	       (!(place & LEXIS_COLUMN_7) || is_column_7(scan, start)) &&
	       (!(place & LEXIS_BEHIND_OPERAND) || !is_operand(scan, start)) &&
	       (!(place & LEXIS_OPERAND) || is_operand(scan, start));
}

bool place_ends_statement(scan *scan, size_t end)
{
	const lexical_scanner *scanner = scan->scanner;

	while (end < scan->len && byte_is_blank(scan->text[end]))
		end++;
	if (end == scan->len || scan->text[end] == '\n' || scan->text[end] == ';')
		return true;
	byte first = scan->text[end];
	for (size_t i = scanner->first[first]; i < scanner->first[first + 1]; i++) {
		const rule *rule = &scanner->rules[scanner->candidates[i]];
		fence fence;
		if (rule->kind == RULE_LINE && mark_match_open(scan, &rule->open, end, &fence) > 0)
			return true;
	}
	return false;
}
