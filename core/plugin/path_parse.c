/* SPDX-License-Identifier: MIT */
#include "plugin/path.h"

#include "plugin/path_types.h"

#include <string.h>

enum { ALTERNATIVES_MAX = 16 };

static const char ERROR_KIND[] = "ERROR";

/* The runtime takes every beginning of "ERROR", an empty name too, for the kind of errors: such names are looked up here. */
static TSSymbol find_symbol(const TSLanguage *grammar, text name, bool named)
{
	TSSymbol symbol = ts_language_symbol_for_name(grammar, name.data, (uint32_t)name.len, named);
	if (symbol != PATH_ERROR_SYMBOL || (named && text_equals_string(name, ERROR_KIND)))
		return symbol;
	TSSymbolType type = named ? TSSymbolTypeRegular : TSSymbolTypeAnonymous;
	uint32_t count = ts_language_symbol_count(grammar);
	for (TSSymbol i = 1; i < count && name.len > 0; i++) {
		if (ts_language_symbol_type(grammar, i) == type &&
		    text_equals_string(name, ts_language_symbol_name(grammar, i)))
			return i;
	}
	return 0;
}

int path_resolve_kind(const TSLanguage *grammar, const char *kind, size_t len, TSSymbol *out, error *error)
{
	bool named = !(len >= 2 && kind[0] == '"' && kind[len - 1] == '"');
	const char *name = named ? kind : kind + 1;
	size_t name_len = named ? len : len - 2;

	TSSymbol symbol = find_symbol(grammar, (text){name, name_len}, named);
	if (symbol == 0)
		return error_set(error, "no %s kind '%.*s'", named ? "node" : "anonymous", (int)name_len, name);
	TSSymbolType type = ts_language_symbol_type(grammar, symbol);
	if (type == TSSymbolTypeSupertype)
		return error_set(error, "kind '%.*s' is a supertype, which no node ever has", (int)name_len, name);
	if (type != (named ? TSSymbolTypeRegular : TSSymbolTypeAnonymous))
		return error_set(error, "kind '%.*s' is hidden", (int)name_len, name);
	*out = symbol;
	return 0;
}

/* The end of the piece of `source` before the next top-level `stop`; quotes and braces hide what they hold. */
static const char *find_end(const char *at, const char *end, char stop)
{
	char quote = 0;
	int braces = 0;
	for (; at < end; at++) {
		if (quote != 0)
			quote = *at == quote ? 0 : quote;
		else if (*at == '"' || *at == '\'')
			quote = *at;
		else if (*at == '{')
			braces++;
		else if (*at == '}')
			braces--;
		else if (*at == stop && braces == 0)
			return at;
	}
	return end;
}

static int parse_field(const TSLanguage *grammar, text source, step *out, error *error)
{
	out->kind = STEP_FIELD;
	if (source.data[0] == '@') {
		out->kind = STEP_IN_FIELD;
		source.data++;
		source.len--;
	}
	if (out->kind == STEP_FIELD && source.data[source.len - 1] == '*') {
		out->kind = STEP_FIELD_REPEATED;
		source.len--;
	}
	out->id = ts_language_field_id_for_name(grammar, source.data, (uint32_t)source.len);
	if (out->id == 0)
		return error_set(error, "no field '%.*s'", (int)source.len, source.data);
	return 0;
}

/* #2 to #9: counted from 1; the step counts from 0. */
static int parse_number(text source, step *out, error *error)
{
	if (source.len != 2 || source.data[1] < '2' || source.data[1] > '9')
		return error_set(error, "malformed step '%.*s'", (int)source.len, source.data);
	out->id = (uint16_t)(source.data[1] - '1');
	return 0;
}

static int parse_step(const TSLanguage *grammar, text source, step *out, error *error)
{
	static const struct {
		const char *prefix;
		enum step_kind kind, bare; /* with a kind behind the prefix, without one */
	} prefixes[] = {
		{"..", STEP_DESCENDANT, STEP_DESCENDANT},
		{":", STEP_CHILD, STEP_CHILD},
		{"^", STEP_ANCESTOR, STEP_PARENT},
		{".", STEP_SELF, STEP_SELF},
		{"#", STEP_NAMED, STEP_NAMED},
		{"<", STEP_PREVIOUS, STEP_PREVIOUS},
		{">", STEP_LAST_CHILD, STEP_LAST_CHILD},
		{"~", STEP_COMMENT, STEP_COMMENT},
	};
	if (source.len == 0)
		return error_set(error, "an empty step");
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		text prefix = text_of(prefixes[i].prefix);
		if (!text_starts_with(source, prefix))
			continue;
		*out = (step){.kind = source.len == prefix.len ? prefixes[i].bare : prefixes[i].kind};
		bool needs_kind = out->kind == STEP_DESCENDANT || out->kind == STEP_CHILD ||
				  out->kind == STEP_LAST_CHILD || out->kind == STEP_ANCESTOR;
		if (!needs_kind && source.len == prefix.len)
			return 0;
		if (out->kind == STEP_NAMED)
			return parse_number(source, out, error);
		if (!needs_kind || source.len == prefix.len)
			return error_set(error, "malformed step '%.*s'", (int)source.len, source.data);
		return path_resolve_kind(grammar, source.data + prefix.len, source.len - prefix.len, &out->id, error);
	}
	return parse_field(grammar, source, out, error);
}

static int parse_path(const TSLanguage *grammar, const char *at, const char *end, path *out, error *error)
{
	out->count = 0;
	while (at <= end) {
		const char *stop = find_end(at, end, '/');
		if (out->count == PATH_STEPS_MAX)
			return error_set(error, "over %d steps", PATH_STEPS_MAX);
		if (parse_step(grammar, (text){at, (size_t)(stop - at)}, &out->steps[out->count], error) != 0)
			return -1;
		enum step_kind kind = out->steps[out->count].kind;
		if (out->count > 0 && (kind == STEP_PREVIOUS || kind == STEP_COMMENT))
			return error_set(error, "'%c' behind another step", *at);
		out->count++;
		at = stop + 1;
	}
	return 0;
}

static path_list *parse_list(const TSLanguage *grammar, const char *at, const char *end, arena *arena, error *error)
{
	path_list *list = arena_zero(arena, 1, sizeof(*list));
	list->paths = arena_zero(arena, ALTERNATIVES_MAX, sizeof(*list->paths));
	while (at <= end) {
		const char *stop = find_end(at, end, '|');
		if (list->count == ALTERNATIVES_MAX) {
			error_set(error, "over %d alternatives", ALTERNATIVES_MAX);
			return NULL;
		}
		if (parse_path(grammar, at, stop, &list->paths[list->count], error) != 0)
			return NULL;
		list->count++;
		at = stop + 1;
	}
	return list;
}

path_list *path_parse(const TSLanguage *grammar, const char *source, arena *arena, error *error)
{
	return parse_list(grammar, source, source + strlen(source), arena, error);
}

/* The '}' of a part; quotes hide what they hold. */
static const char *find_close(const char *at, const char *end)
{
	bool quoted = false;
	while (at < end && (quoted || *at != '}')) {
		quoted = quoted != (*at == '"');
		at++;
	}
	return at;
}

/* Pieces of "(*{path}).{path}". */
static int parse_pieces(const TSLanguage *grammar, const char *at, const char *end, alternative *out, arena *arena,
			error *error)
{
	while (at < end) {
		if (out->count == PATH_STEPS_MAX)
			return error_set(error, "over %d parts in a name", PATH_STEPS_MAX);
		piece *piece = &out->pieces[out->count++];
		const char *open = memchr(at, '{', (size_t)(end - at));
		if (open != at) {
			const char *stop = open != NULL ? open : end;
			piece->literal = (text){at, (size_t)(stop - at)};
			at = stop;
			continue;
		}
		const char *close = find_close(at + 1, end);
		if (close == end)
			return error_set(error, "'{' without '}'");
		piece->path = parse_list(grammar, at + 1, close, arena, error);
		if (piece->path == NULL)
			return -1;
		at = close + 1;
	}
	return 0;
}

static int parse_alternative(const TSLanguage *grammar, const char *at, const char *end, alternative *out, arena *arena,
			     error *error)
{
	out->pieces = arena_zero(arena, PATH_STEPS_MAX, sizeof(*out->pieces));
	if (end - at >= 2 && *at == '\'' && end[-1] == '\'') {
		out->pieces[0].literal = (text){at + 1, (size_t)(end - at - 2)};
		out->count = 1;
		return 0;
	}
	if (at < end && memchr(at, '{', (size_t)(end - at)) != NULL)
		return parse_pieces(grammar, at, end, out, arena, error);
	out->count = 1;
	out->pieces[0].path = parse_list(grammar, at, end, arena, error);
	return out->pieces[0].path != NULL ? 0 : -1;
}

name_template *name_template_parse(const TSLanguage *grammar, const char *source, arena *arena, error *error)
{
	name_template *made = arena_zero(arena, 1, sizeof(*made));
	made->alternatives = arena_zero(arena, ALTERNATIVES_MAX, sizeof(*made->alternatives));
	/* The alternatives point into the text. */
	const char *at = arena_copy_string(arena, source);
	const char *end = at + strlen(at);
	while (at <= end) {
		const char *stop = find_end(at, end, '|');
		if (made->count == ALTERNATIVES_MAX) {
			error_set(error, "over %d alternatives", ALTERNATIVES_MAX);
			return NULL;
		}
		if (parse_alternative(grammar, at, stop, &made->alternatives[made->count], arena, error) != 0)
			return NULL;
		made->count++;
		at = stop + 1;
	}
	return made;
}
