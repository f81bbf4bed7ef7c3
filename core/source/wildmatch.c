/* SPDX-License-Identifier: MIT */
#include "source/wildmatch.h"

#include <string.h>

enum outcome { MATCH, MISMATCH, BROKEN };

/* The named classes, in ASCII whatever the locale; white space is what git takes for it. */
struct class_name {
	const char *name;
	bool (*holds)(unsigned char c);
};

static bool is_upper(unsigned char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool is_lower(unsigned char c)
{
	return c >= 'a' && c <= 'z';
}

static bool is_alpha(unsigned char c)
{
	return is_upper(c) || is_lower(c);
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

static bool is_alnum(unsigned char c)
{
	return is_alpha(c) || is_digit(c);
}

static bool is_blank(unsigned char c)
{
	return c == ' ' || c == '\t';
}

static bool is_space(unsigned char c)
{
	return is_blank(c) || c == '\n' || c == '\r';
}

static bool is_cntrl(unsigned char c)
{
	return c < 0x20 || c == 0x7f;
}

static bool is_print(unsigned char c)
{
	return c >= 0x20 && c < 0x7f;
}

static bool is_graph(unsigned char c)
{
	return c > 0x20 && c < 0x7f;
}

static bool is_punct(unsigned char c)
{
	return is_graph(c) && !is_alnum(c);
}

static bool is_xdigit(unsigned char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static const struct class_name class_names[] = {
	{"alnum", is_alnum}, {"alpha", is_alpha}, {"blank", is_blank}, {"cntrl", is_cntrl},
	{"digit", is_digit}, {"graph", is_graph}, {"lower", is_lower}, {"print", is_print},
	{"punct", is_punct}, {"space", is_space}, {"upper", is_upper}, {"xdigit", is_xdigit},
};

static enum outcome match_class_name(text name, unsigned char c)
{
	for (size_t i = 0; i < sizeof(class_names) / sizeof(class_names[0]); i++) {
		if (text_equals_string(name, class_names[i].name))
			return class_names[i].holds(c) ? MATCH : MISMATCH;
	}
	return BROKEN;
}

/* A set in brackets while it is being read. */
struct set {
	const char *at, *end;
	const char *close; /* the next ']' that was looked up, so that no stretch is searched twice */
	unsigned char c;   /* what is looked for */
	int previous;      /* the byte that may begin a range; -1: none */
	bool found;
};

/* At "[:": a named class, or where no ":]" closes it, a plain '['. */
static enum outcome set_read_named(struct set *set)
{
	const char *name = set->at + 2;
	if (set->close == NULL || set->close < name)
		set->close = memchr(name, ']', (size_t)(set->end - name));
	if (set->close == NULL)
		return BROKEN;
	if (set->close == name || set->close[-1] != ':') {
		set->found |= set->c == '[';
		set->previous = '[';
		set->at++;
		return MATCH;
	}
	enum outcome outcome = match_class_name((text){name, (size_t)(set->close - 1 - name)}, set->c);
	set->found |= outcome == MATCH;
	set->previous = -1;
	set->at = set->close + 1;
	return outcome == BROKEN ? BROKEN : MATCH;
}

/* At '-' behind the first byte of a range. */
static enum outcome set_read_range(struct set *set)
{
	set->at++;
	if (*set->at == '\\' && ++set->at == set->end)
		return BROKEN;
	unsigned char last = (unsigned char)*set->at++;
	set->found |= set->c >= set->previous && set->c <= last;
	set->previous = -1;
	return MATCH;
}

static enum outcome set_read_item(struct set *set)
{
	size_t left = (size_t)(set->end - set->at);
	if (left > 2 && set->at[0] == '-' && set->previous >= 0 && set->at[1] != ']')
		return set_read_range(set);
	if (left > 2 && set->at[0] == '[' && set->at[1] == ':')
		return set_read_named(set);
	if (*set->at == '\\' && ++set->at == set->end)
		return BROKEN;
	set->previous = (unsigned char)*set->at++;
	set->found |= set->c == set->previous;
	return MATCH;
}

/* Whether the set whose '[' is at `*at` holds `c`; moves `*at` behind the set. */
static enum outcome match_set(const char **at, const char *end, unsigned char c)
{
	struct set set = {.at = *at + 1, .end = end, .c = c, .previous = -1};
	bool negated = set.at < end && (*set.at == '!' || *set.at == '^');
	if (negated)
		set.at++;

	/* A ']' that comes first is a member. */
	for (bool first = true; first || set.at == end || *set.at != ']'; first = false) {
		if (set.at == end || set_read_item(&set) == BROKEN)
			return BROKEN;
	}
	*at = set.at + 1;
	return set.found != negated && c != '/' ? MATCH : MISMATCH;
}

/* Where matching stands, and the stars to which it can go back. A star before the last '/' needs no other try. */
struct state {
	const char *pattern, *pattern_start, *pattern_end;
	const char *name, *name_end;
	const char *star_pattern, *star_name; /* behind the last `*` of this part; what it has not taken yet */
	const char *deep_pattern, *deep_name; /* the same for the last `**` */
};

/* At a run of stars. Returns true when the rest of the name is covered whatever it is. */
static bool match_stars(struct state *s)
{
	const char *first = s->pattern;
	const char *after = first;
	while (after < s->pattern_end && *after == '*')
		after++;

	size_t left = (size_t)(s->pattern_end - after);
	bool deep = after - first > 1 && (first == s->pattern_start || first[-1] == '/') &&
		    (left == 0 || after[0] == '/' || (left > 1 && after[0] == '\\' && after[1] == '/'));
	s->pattern = after;
	if (!deep) {
		s->star_pattern = after;
		s->star_name = s->name;
		return false;
	}
	if (left == 0)
		return true;
	s->deep_pattern = after;
	s->deep_name = s->name;
	s->star_pattern = NULL;
	/* No part at all is tried first. An escaped slash has no such reading: it then fails here and goes on deeper. */
	if (after[0] == '/')
		s->pattern++;
	return false;
}

/* One byte of the name against one element of the pattern. */
static enum outcome match_one(struct state *s)
{
	if (s->name == s->name_end || s->pattern == s->pattern_end)
		return MISMATCH;
	char c = *s->name;
	switch (*s->pattern) {
	case '?':
		if (c == '/')
			return MISMATCH;
		s->pattern++;
		break;
	case '[': {
		enum outcome outcome = match_set(&s->pattern, s->pattern_end, (unsigned char)c);
		if (outcome != MATCH)
			return outcome;
		break;
	}
	case '\\':
		if (s->pattern + 1 == s->pattern_end)
			return BROKEN;
		if (s->pattern[1] != c)
			return MISMATCH;
		s->pattern += 2;
		break;
	default:
		if (*s->pattern != c)
			return MISMATCH;
		s->pattern++;
	}
	s->name++;
	if (c == '/')
		s->star_pattern = NULL;
	return MATCH;
}

/* Gives the last star one byte more, or the last `**` one part more. False: no star is left. */
static bool match_retry(struct state *s)
{
	if (s->star_pattern != NULL && s->star_name < s->name_end && *s->star_name != '/') {
		s->name = ++s->star_name;
		s->pattern = s->star_pattern;
		return true;
	}
	if (s->deep_pattern == NULL)
		return false;
	const char *slash = memchr(s->deep_name, '/', (size_t)(s->name_end - s->deep_name));
	if (slash == NULL)
		return false;
	s->name = s->deep_name = slash + 1;
	s->pattern = s->deep_pattern + (*s->deep_pattern == '\\' ? 2 : 1);
	s->star_pattern = NULL;
	return true;
}

bool wildmatch(text pattern, text name)
{
	struct state s = {
		.pattern = pattern.data,
		.pattern_start = pattern.data,
		.pattern_end = pattern.data + pattern.len,
		.name = name.data,
		.name_end = name.data + name.len,
	};
	for (;;) {
		if (s.pattern < s.pattern_end && *s.pattern == '*') {
			if (match_stars(&s))
				return true;
			continue;
		}
		if (s.pattern == s.pattern_end && s.name == s.name_end)
			return true;
		enum outcome outcome = match_one(&s);
		if (outcome == BROKEN || (outcome == MISMATCH && !match_retry(&s)))
			return false;
	}
}

size_t wildmatch_literal_length(text pattern)
{
	static const char special[] = {'*', '?', '[', '\\'};
	size_t len = 0;
	while (len < pattern.len && memchr(special, pattern.data[len], sizeof(special)) == NULL)
		len++;
	return len;
}
