/* SPDX-License-Identifier: MIT */
/* Here-documents: begun in one line, their text in the lines behind it. */
#include "count/lexical_scan.h"
#include "count/tag.h"

#include <string.h>

enum { ARITHMETIC_MAX = 4096 }; /* bytes from a shift to the end of the arithmetic */

static bool is_one_of(byte b, const char *set)
{
	return set != NULL && b != '\0' && strchr(set, b) != NULL;
}

static byte byte_at(const scan *scan, size_t at)
{
	return at < scan->len ? scan->text[at] : '\0';
}

/* Whether `start` stands right behind an operand, as in a<<B. */
static bool is_behind_operand(const scan *scan, size_t start)
{
	if (start == scan->begin || (start == scan->gap && scan->before == LEXICAL_LITERAL))
		return start > scan->begin;
	byte before = scan->text[start - 1];
	return is_one_of(before, ")]}") || (byte_is_word(before) && !place_is_behind_operand_word(scan, start));
}

/*
 * Whether "((" is open before `at` on its line: a shell's arithmetic, where << shifts; in ((a) <<B) it is not, one of the two has
 * been closed. Looks at each byte once.
 */
static bool is_arithmetic(scan *scan, size_t at)
{
	for (; scan->paren_cursor < at; scan->paren_cursor++) {
		byte b = scan->text[scan->paren_cursor];
		if (b == '\n')
			scan->parens = 0;
		else if (b == ')' && scan->parens > 0)
			scan->parens--;
		else if (b == '(' && (scan->parens > 0 || byte_at(scan, scan->paren_cursor + 1) == b))
			scan->parens++;
	}
	return scan->parens > 1;
}

/* Whether )) follows on the line: else (( are two subshells. */
static bool is_closed_twice(const scan *scan, size_t at)
{
	for (size_t end = at + ARITHMETIC_MAX; at + 1 < scan->len && at < end && scan->text[at] != '\n'; at++) {
		if (scan->text[at] == ')' && scan->text[at + 1] == ')')
			return true;
	}
	return false;
}

static bool is_word_start(const lexis_heredoc *heredoc, byte b)
{
	return heredoc->upper ? (b >= 'A' && b <= 'Z') || b == '_'
			      : byte_is_letter(b) || (!heredoc->indented && is_one_of(b, "!=%@+:."));
}

/* A shell's word may hold more than letters; the others' is a name. */
static bool is_word_rest(const lexis_heredoc *heredoc, byte b)
{
	return byte_is_word(b) || (!heredoc->upper && !heredoc->indented && is_one_of(b, "-.:!=+%@"));
}

/* The closing word at `at`, quoted or not. Returns behind it; LEXICAL_NONE if there is none. */
static size_t read_word(const scan *scan, const lexis_heredoc *heredoc, size_t at, pending_heredoc *pending)
{
	const size_t from = at;
	byte quote = byte_at(scan, at);
	bool quoted = at < scan->len && is_one_of(quote, heredoc->quotes);

	if (!quoted && heredoc->quotes != NULL && quote == '\\' && (!heredoc->upper || heredoc->spaced))
		at++;
	at += quoted;
	if (!quoted && !is_word_start(heredoc, byte_at(scan, at)))
		return LEXICAL_NONE;
	size_t end = at;
	while (end < scan->len && end - at <= LEXICAL_HEREDOC_WORD_MAX && scan->text[end] != '\n' &&
	       (quoted ? scan->text[end] != quote : is_word_rest(heredoc, scan->text[end])))
		end++;
	if (end - at > LEXICAL_HEREDOC_WORD_MAX || (quoted && byte_at(scan, end) != quote))
		return LEXICAL_NONE;
	pending->word = at;
	pending->word_len = end - at;
	/* To a shell any quote says that all is meant as it stands, to the others the single one. */
	bool shell = !heredoc->upper && !heredoc->indented;
	pending->raw = quoted ? shell || quote == '\'' : shell && at > from;
	return end + quoted;
}

/* Where << also shifts, it is the blank that tells; but no number shifts by a text in quotes. */
static size_t pass_blanks(const scan *scan, const lexis_heredoc *heredoc, size_t at)
{
	size_t behind = at;
	if (heredoc->upper && !heredoc->spaced)
		return at;
	while (byte_at(scan, behind) == ' ' || byte_at(scan, behind) == '\t')
		behind++;
	return !heredoc->upper || is_one_of(byte_at(scan, behind), heredoc->quotes) ? behind : at;
}

size_t heredoc_start(scan *scan, const rule *rule, size_t start, size_t at)
{
	const lexis_heredoc *heredoc = rule->heredoc;
	pending_heredoc pending = {.rule = rule, .indented = heredoc->indented};
	byte last = scan->text[at - 1];

	/* One sign more is another operator: a shell's <<<. */
	if ((start > scan->begin && scan->text[start - 1] == last) || byte_at(scan, at) == last)
		return LEXICAL_NONE;
	if (scan->pending_count == LEXICAL_PENDING_MAX) {
		scan->doubt = true;
		return LEXICAL_NONE;
	}
	if (is_one_of(byte_at(scan, at), heredoc->signs)) {
		pending.indented = true;
		at++;
	}
	at = pass_blanks(scan, heredoc, at);
	size_t end = read_word(scan, heredoc, at, &pending);
	if (end == LEXICAL_NONE)
		return LEXICAL_NONE;
	if (heredoc->upper ? is_behind_operand(scan, start) : !heredoc->indented && is_arithmetic(scan, start)) {
		scan->doubt = scan->doubt || (!heredoc->upper && !is_closed_twice(scan, at));
		return LEXICAL_NONE;
	}
	scan->pending[scan->pending_count++] = pending;
	return end;
}

/* Behind the closing word if the line at `line` is it; LEXICAL_NONE if not. */
static size_t closing_word(const scan *scan, const pending_heredoc *pending, size_t line, size_t line_end)
{
	size_t text_end = scan_before_break(scan, line, line_end), at = line;

	while (pending->indented && at < text_end && byte_is_blank(scan->text[at]))
		at++;
	if (text_end - at < pending->word_len ||
	    memcmp(scan->text + at, scan->text + pending->word, pending->word_len) != 0)
		return LEXICAL_NONE;
	at += pending->word_len;
	if (at == text_end)
		return at;
	/* PHP: code may go on behind the word. */
	const lexis_heredoc *heredoc = pending->rule->heredoc;
	return heredoc->indented && !heredoc->alone && !byte_is_word(scan->text[at]) ? at : LEXICAL_NONE;
}

/* Whether the word that ends a text may name its language, as SQL does, but not EOF; nor do letters: C is the third text. */
static bool may_name_language(const scan *scan, const pending_heredoc *pending)
{
	const lexical_scanner *scanner = scan->scanner;
	char word[LEXICAL_HEREDOC_WORD_MAX + 1];
	if (scanner->map == NULL || pending->word_len == 1)
		return false;
	memcpy(word, scan->text + pending->word, pending->word_len);
	word[pending->word_len] = '\0';
	const language *named = tag_find(scanner->map, word);
	return named != NULL && !(named == scanner->own && pending->rule->heredoc->data);
}

/*
 * Whether a command within the text, as `...` or $(...), may hold a comment on a line of its own: there a line begins with a '#'.
 * What closes a $( is not looked for.
 */
static bool may_hold_commands_comment(const byte *body, size_t len)
{
	bool back = false, open = false, first = true;
	for (size_t at = 0; at < len; at++) {
		byte b = body[at];
		if (b == '#' && first && (back || open))
			return true;
		first = b == '\n' || (first && byte_is_blank(b));
		if (b == '\\')
			at += at + 1 < len && body[at + 1] != '\n';
		else if (b == '`')
			back = !back;
		else if (b == '(' && at > 0 && body[at - 1] == '$')
			open = true;
	}
	return false;
}

/*
 * Whether code within the text, as in #{...}, may hold a comment on a line of its own: one that begins with a '#'. Where quotes
 * stand in the code its end is not looked for.
 */
static bool may_hold_codes_comment(const byte *body, size_t len)
{
	size_t depth = 0;
	bool first = true, lost = false;
	for (size_t at = 0; at < len; at++) {
		byte b = body[at];
		bool opens = b == '#' && at + 1 < len && body[at + 1] == '{';
		if (b == '#' && first && !opens && (depth > 0 || lost))
			return true;
		first = b == '\n' || (first && byte_is_blank(b));
		if (b == '\\') {
			at += at + 1 < len && body[at + 1] != '\n';
		} else if (opens || (depth > 0 && b == '{')) {
			depth++;
			at += opens;
		} else if (depth > 0) {
			depth -= b == '}';
			lost = lost || b == '"' || b == '\'' || b == '`' || b == '/' || b == '%' || b == '?';
		}
	}
	return false;
}

/* A text may hold a language of its own, and code with comments. */
static bool may_hold_comments(const scan *scan, const pending_heredoc *pending, size_t start, size_t end)
{
	const byte *body = scan->text + start;
	if (may_name_language(scan, pending))
		return true;
	if (pending->raw || memchr(body, '#', end - start) == NULL)
		return false;
	return pending->rule->heredoc->data ? may_hold_codes_comment(body, end - start)
					    : may_hold_commands_comment(body, end - start);
}

size_t heredoc_body(scan *scan, size_t at)
{
	const pending_heredoc pending = scan->pending[0];
	size_t start = at + 1, line = start, end = LEXICAL_NONE;

	scan->pending_count--;
	memmove(scan->pending, scan->pending + 1, scan->pending_count * sizeof(scan->pending[0]));
	while (line < scan->len && end == LEXICAL_NONE) {
		size_t line_end = scan_line_end(scan, line);
		end = closing_word(scan, &pending, line, line_end);
		line = line_end + 1;
	}
	if (end == LEXICAL_NONE) {
		end = scan->len;
		scan->doubt = true;
	}
	start = start < end ? start : end;
	scan_add(scan, start, end, SPAN_STRING, pending.rule);
	scan->doubt = scan->doubt || (scan->sure && may_hold_comments(scan, &pending, start, end));
	return end;
}
