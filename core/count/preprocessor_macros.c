/* SPDX-License-Identifier: MIT */
/* Macros are told by their capitals, and by where they stand. */
#include "count/preprocessor_pass.h"

/* Whether a word begins at `at` that is written in capitals; `*behind` is where it ends. */
static bool is_capital(const preprocessor_pass *pass, uint32_t at, uint32_t end, uint32_t *behind)
{
	const char *code = pass->code;
	uint32_t start = at;
	bool letter = false, small = false;
	for (; at < end && pass_is_word(code[at]); at++) {
		small = small || (code[at] & 0x80) != 0 || (code[at] >= 'a' && code[at] <= 'z');
		letter = letter || (code[at] >= 'A' && code[at] <= 'Z');
	}
	*behind = at;
	return at >= start + 2 && letter && !small && !(code[start] >= '0' && code[start] <= '9');
}

/* A name in capitals, and what it is given, is all there is between `at` and the line's end. */
static bool is_macro(const preprocessor_pass *pass, uint32_t at, uint32_t end)
{
	const char *code = pass->code;
	size_t depth = 0;
	if (!is_capital(pass, at, end, &at))
		return false;
	at = pass_skip_blanks(pass, at, end);
	if (at < end && code[at] != '(')
		return false;
	for (; at < end; at++) {
		if (strchr("{};", code[at]) != NULL)
			return false;
		depth += code[at] == '(';
		if (code[at] == ')' && --depth == 0)
			return pass_skip_blanks(pass, at + 1, end) == end;
	}
	return depth == 0;
}

/* What stands behind the line that ends at `end` begins anew: behind an empty line, or with the end of what is around it. */
static bool is_apart(const preprocessor_pass *pass, uint32_t end)
{
	uint32_t at = end;
	unsigned lines = 0;
	for (; at < pass->end && (pass->code[at] == '\n' || pass_is_blank(pass->code[at])); at++)
		lines += pass->code[at] == '\n';
	if (at == pass->end || pass->code[at] == '}' || pass->code[at] == '#')
		return true;
	return lines > 1 && (pass_is_word(pass->code[at]) || pass->code[at] == '~');
}

uint32_t macros_find(preprocessor_pass *pass, uint32_t start, uint32_t at, uint32_t end)
{
	if (start < pass->no_macro || pass_is_in_round(pass) || (pass->last != 0 && strchr(";{}#", pass->last) == NULL))
		return 0;
	while (is_macro(pass, at, end)) {
		if (is_apart(pass, end))
			return end;
		pass->no_macro = end + 1;
		uint32_t next = end + 1;
		end = pass_line_end(pass, next);
		at = pass_skip_blanks(pass, next, end);
	}
	return 0;
}

/* How far back what a macro is given is looked for. */
enum { GIVEN_MAX = 512 };

static uint32_t skip_back(const preprocessor_pass *pass, uint32_t at)
{
	while (at > 0 && (pass->code[at - 1] == '\n' || pass_is_blank(pass->code[at - 1])))
		at--;
	return at;
}

/* Where the round brackets that end at `end` begin; `end`: not to be told. */
static uint32_t find_given(const preprocessor_pass *pass, uint32_t end)
{
	size_t depth = 0;
	uint32_t least = end > GIVEN_MAX ? end - GIVEN_MAX : 0;
	for (uint32_t at = end; at > least; at--) {
		char byte = pass->code[at - 1];
		if (byte == ';' || byte == '{' || byte == '}')
			break;
		depth += byte == ')';
		if (byte == '(' && --depth == 0)
			return at - 1;
	}
	return end;
}

static uint32_t word_start(const preprocessor_pass *pass, uint32_t end)
{
	while (end > 0 && pass_is_word(pass->code[end - 1]))
		end--;
	return end;
}

static bool is_listed(const preprocessor_pass *pass, const char *const *words, uint32_t start, uint32_t end)
{
	const text word = {pass->code + start, end - start};
	for (size_t i = 0; words != NULL && words[i] != NULL; i++)
		if (text_equals_string(word, words[i]))
			return true;
	return false;
}

static bool is_behind_parameters(const preprocessor_pass *pass, uint32_t end)
{
	return (end > 0 && pass->code[end - 1] == ')') ||
	       is_listed(pass, pass->told->qualifiers, word_start(pass, end), end);
}

/* No further back than macros are looked for. */
static uint32_t line_start(const preprocessor_pass *pass, uint32_t at)
{
	uint32_t least = at > GIVEN_MAX ? at - GIVEN_MAX : 0;
	const char *feed = memrchr(pass->code + least, '\n', at - least);
	return feed != NULL ? (uint32_t)(feed - pass->code) + 1 : least;
}

static bool begins_line(const preprocessor_pass *pass, uint32_t at)
{
	uint32_t start = line_start(pass, at);
	return pass_skip_blanks(pass, start, at) == at;
}

/* A macro on the next line is of the head before it if it is further in: else it is a head itself, SUITE(a) and TEST(b) { */
static bool is_further_in(const preprocessor_pass *pass, uint32_t start, uint32_t before)
{
	uint32_t line = line_start(pass, before);
	return !begins_line(pass, start) ||
	       start - line_start(pass, start) > pass_skip_blanks(pass, line, before) - line;
}

/* Where the macro that ends at `end` begins, with what it is given; `end`: none does. */
static uint32_t macro_start(const preprocessor_pass *pass, uint32_t end)
{
	uint32_t name_end = end, behind;
	if (end > 0 && pass->code[end - 1] == ')')
		name_end = skip_back(pass, find_given(pass, end));
	uint32_t start = word_start(pass, name_end);
	return is_capital(pass, start, name_end, &behind) && behind == name_end ? start : end;
}

void macros_meet_brace(preprocessor_pass *pass, uint32_t at)
{
	uint32_t least = at > GIVEN_MAX ? at - GIVEN_MAX : 0;
	for (uint32_t end = skip_back(pass, at); end > least;) {
		uint32_t start = macro_start(pass, end);
		uint32_t before = skip_back(pass, start);
		if (start == end || !is_further_in(pass, start, before))
			return;
		if (is_behind_parameters(pass, before))
			pass_blank(pass, start, at);
		end = before;
	}
}

static uint32_t word_end(const preprocessor_pass *pass, uint32_t at)
{
	while (at < pass->end && pass_is_word(pass->code[at]))
		at++;
	return at;
}

static uint32_t skip_on(const preprocessor_pass *pass, uint32_t at)
{
	while (at < pass->end && (pass->code[at] == '\n' || pass_is_blank(pass->code[at])))
		at++;
	return at;
}

/* Whether a type's body or bases stand at `at`, or a word that they follow. */
static bool is_body(const preprocessor_pass *pass, uint32_t at)
{
	if (pass->end - at < 2)
		return false;
	if (is_listed(pass, pass->told->qualifiers, at, word_end(pass, at)))
		return true;
	return pass->code[at] == '{' || (pass->code[at] == ':' && pass->code[at + 1] != ':');
}

void macros_meet_type(preprocessor_pass *pass, uint32_t at)
{
	uint32_t end = word_end(pass, at), behind;
	if (!is_listed(pass, pass->told->types, at, end))
		return;
	uint32_t macro = skip_on(pass, end);
	if (!is_capital(pass, macro, pass->end, &behind))
		return;
	uint32_t name = skip_on(pass, behind);
	uint32_t name_end = word_end(pass, name);
	if (name_end > name && is_body(pass, skip_on(pass, name_end)) && !is_body(pass, name))
		pass_blank(pass, macro, behind);
}
