/* SPDX-License-Identifier: MIT */
#include "plugin/path.h"

#include "base/text.h"

#include <string.h>

enum { MAX_STEPS = 16, MAX_ALTERNATIVES = 16, MAX_VISITED = 4096, MAX_NAME = 1024 };

enum step_kind {
	STEP_SELF,
	STEP_FIELD,
	STEP_FIELD_REPEATED,
	STEP_CHILD,
	STEP_LAST_CHILD,
	STEP_DESCENDANT,
	STEP_PARENT,
	STEP_ANCESTOR,
	STEP_FIRST_NAMED,
	STEP_IN_FIELD,
	STEP_PREVIOUS
};

typedef struct step {
	enum step_kind kind;
	uint16_t id; /* symbol or field */
} step;

typedef struct path {
	step steps[MAX_STEPS];
	size_t count;
} path;

struct path_list {
	path *paths;
	size_t count;
};

/* A part of a name: text, or the text that a path leads to. */
typedef struct piece {
	text literal;
	path_list *path; /* NULL: literal */
} piece;

typedef struct alternative {
	piece *pieces;
	size_t count;
} alternative;

struct name_template {
	alternative *alternatives;
	size_t count;
};

int path_resolve_kind(const TSLanguage *grammar, const char *kind, size_t len, TSSymbol *out, error *error)
{
	bool named = !(len >= 2 && kind[0] == '"' && kind[len - 1] == '"');
	const char *name = named ? kind : kind + 1;
	size_t name_len = named ? len : len - 2;

	TSSymbol symbol = ts_language_symbol_for_name(grammar, name, (uint32_t)name_len, named);
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

static int parse_step(const TSLanguage *grammar, text source, step *out, error *error)
{
	static const struct {
		const char *prefix;
		enum step_kind kind, bare; /* with a kind behind the prefix, without one */
	} prefixes[] = {
		{"..", STEP_DESCENDANT, STEP_DESCENDANT},  {":", STEP_CHILD, STEP_CHILD},
		{"^", STEP_ANCESTOR, STEP_PARENT},         {".", STEP_SELF, STEP_SELF},
		{"#", STEP_FIRST_NAMED, STEP_FIRST_NAMED}, {"<", STEP_PREVIOUS, STEP_PREVIOUS},
		{">", STEP_LAST_CHILD, STEP_LAST_CHILD},
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
		if (out->count == MAX_STEPS)
			return error_set(error, "over %d steps", MAX_STEPS);
		if (parse_step(grammar, (text){at, (size_t)(stop - at)}, &out->steps[out->count], error) != 0)
			return -1;
		if (out->count > 0 && out->steps[out->count].kind == STEP_PREVIOUS)
			return error_set(error, "'<' behind another step");
		out->count++;
		at = stop + 1;
	}
	return 0;
}

static path_list *parse_list(const TSLanguage *grammar, const char *at, const char *end, arena *arena, error *error)
{
	path_list *list = arena_zero(arena, 1, sizeof(*list));
	list->paths = arena_zero(arena, MAX_ALTERNATIVES, sizeof(*list->paths));
	while (at <= end) {
		const char *stop = find_end(at, end, '|');
		if (list->count == MAX_ALTERNATIVES) {
			error_set(error, "over %d alternatives", MAX_ALTERNATIVES);
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
		if (out->count == MAX_STEPS)
			return error_set(error, "over %d parts in a name", MAX_STEPS);
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
	out->pieces = arena_zero(arena, MAX_STEPS, sizeof(*out->pieces));
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
	made->alternatives = arena_zero(arena, MAX_ALTERNATIVES, sizeof(*made->alternatives));
	/* The alternatives point into the text. */
	const char *at = arena_copy_string(arena, source);
	const char *end = at + strlen(at);
	while (at <= end) {
		const char *stop = find_end(at, end, '|');
		if (made->count == MAX_ALTERNATIVES) {
			error_set(error, "over %d alternatives", MAX_ALTERNATIVES);
			return NULL;
		}
		if (parse_alternative(grammar, at, stop, &made->alternatives[made->count], arena, error) != 0)
			return NULL;
		made->count++;
		at = stop + 1;
	}
	return made;
}

static const TSNode NOWHERE = {.id = NULL};

/* Among the first MAX_VISITED children. A cursor: to ask for a child by its number costs as much as its number. */
static TSNode search_children(TSNode node, TSSymbol symbol, bool last)
{
	TSNode found = NOWHERE;
	TSTreeCursor cursor = ts_tree_cursor_new(node);
	bool more = ts_tree_cursor_goto_first_child(&cursor);
	for (size_t i = 0; more && i < MAX_VISITED; i++) {
		TSNode child = ts_tree_cursor_current_node(&cursor);
		if (ts_node_symbol(child) == symbol) {
			found = child;
			if (!last)
				break;
		}
		more = ts_tree_cursor_goto_next_sibling(&cursor);
	}
	ts_tree_cursor_delete(&cursor);
	return found;
}

static TSNode find_child(TSNode node, TSSymbol symbol)
{
	return search_children(node, symbol, false);
}

static TSNode find_last_child(TSNode node, TSSymbol symbol)
{
	return search_children(node, symbol, true);
}

/* In source order, the node itself aside. Gives up behind MAX_VISITED nodes: a name does not lie that far off. */
static TSNode find_descendant(TSNode node, TSSymbol symbol)
{
	TSTreeCursor cursor = ts_tree_cursor_new(node);
	TSNode found = NOWHERE;
	size_t visited = 0;
	bool more = ts_tree_cursor_goto_first_child(&cursor);
	while (more && visited++ < MAX_VISITED) {
		TSNode at = ts_tree_cursor_current_node(&cursor);
		if (ts_node_symbol(at) == symbol) {
			found = at;
			break;
		}
		more = ts_tree_cursor_goto_first_child(&cursor);
		while (!more && !ts_tree_cursor_goto_next_sibling(&cursor)) {
			if (!ts_tree_cursor_goto_parent(&cursor))
				goto done;
		}
		more = true;
	}
done:
	ts_tree_cursor_delete(&cursor);
	return found;
}

/* Where a path has led so far. */
typedef struct place {
	const rule_site *site;
	TSNode node;
	size_t depth;            /* number of the site's ancestors above the node where the trail begins */
	TSNode trail[MAX_STEPS]; /* nodes above, as far as the path has come down one by one */
	size_t trail_count;
	bool lost; /* the path has come down by several at once: only a search tells what is above the trail */
} place;

static TSNode go_up(place *place)
{
	if (place->trail_count > 0)
		return place->trail[--place->trail_count];
	if (place->lost)
		return ts_node_parent(place->node);
	if (place->depth == 0)
		return NOWHERE;
	return place->site->ancestors[--place->depth];
}

static TSNode find_ancestor(place *place, TSSymbol symbol)
{
	do
		place->node = go_up(place);
	while (!ts_node_is_null(place->node) && ts_node_symbol(place->node) != symbol);
	return place->node;
}

/* To a child of the node. */
static TSNode go_down(place *place, TSNode child)
{
	place->trail[place->trail_count++] = place->node;
	return child;
}

/* To a node that lies below by an unknown number of levels. */
static TSNode go_far_down(place *place, TSNode found)
{
	place->trail_count = 0;
	place->lost = true;
	return found;
}

static TSNode repeat_field(TSNode node, TSFieldId field)
{
	TSNode at = ts_node_child_by_field_id(node, field);
	TSNode last = at;
	for (size_t i = 0; !ts_node_is_null(at) && i < MAX_VISITED; i++) {
		last = at;
		at = ts_node_child_by_field_id(at, field);
	}
	return last;
}

/* The node, if it stands in that field of the node above it. */
static TSNode stay_in_field(const place *from, TSFieldId field)
{
	place up = *from;
	TSNode above = go_up(&up);
	if (ts_node_is_null(above) || !ts_node_eq(ts_node_child_by_field_id(above, field), from->node))
		return NOWHERE;
	return from->node;
}

static TSNode take_step(step step, place *place)
{
	TSNode node = place->node;
	switch (step.kind) {
	case STEP_PARENT:
		return go_up(place);
	case STEP_ANCESTOR:
		return find_ancestor(place, step.id);
	case STEP_SELF:
		return node;
	case STEP_IN_FIELD:
		return stay_in_field(place, step.id);
	case STEP_PREVIOUS:
		return place->site->previous;
	case STEP_FIELD:
		return go_down(place, ts_node_child_by_field_id(node, step.id));
	case STEP_FIELD_REPEATED:
		return go_far_down(place, repeat_field(node, step.id));
	case STEP_CHILD:
		return go_down(place, find_child(node, step.id));
	case STEP_LAST_CHILD:
		return go_down(place, find_last_child(node, step.id));
	case STEP_DESCENDANT:
		return go_far_down(place, find_descendant(node, step.id));
	case STEP_FIRST_NAMED:
		return go_down(place, ts_node_named_child(node, 0));
	}
	return NOWHERE;
}

TSNode path_follow(const path_list *paths, const rule_site *site)
{
	for (size_t i = 0; i < paths->count; i++) {
		const path *path = &paths->paths[i];
		place place;
		place.site = site;
		place.node = site->node;
		place.depth = site->depth;
		place.trail_count = 0;
		place.lost = false;
		for (size_t j = 0; j < path->count && !ts_node_is_null(place.node); j++)
			place.node = take_step(path->steps[j], &place);
		if (!ts_node_is_null(place.node))
			return place.node;
	}
	return NOWHERE;
}

/* White space folded to one blank, none at the ends. */
static void add_folded(buffer *out, text name)
{
	name = text_trim(name);
	buffer plain = BUFFER_INIT;
	for (size_t i = 0; i < name.len && plain.len < MAX_NAME; i++) {
		bool space = name.data[i] == ' ' || (name.data[i] >= '\t' && name.data[i] <= '\r');
		if (!space)
			buffer_add_char(&plain, name.data[i]);
		else if (plain.data[plain.len - 1] != ' ')
			buffer_add_char(&plain, ' ');
	}
	/* A long name may have been cut within a character. */
	while (!text_is_utf8((text){buffer_string(&plain), plain.len}))
		buffer_truncate(&plain, plain.len - 1);
	text_add_visible(out, (text){buffer_string(&plain), plain.len});
	buffer_finish(&plain);
}

static bool fill_alternative(const alternative *alternative, const rule_site *site, buffer *out)
{
	for (size_t i = 0; i < alternative->count; i++) {
		const piece *piece = &alternative->pieces[i];
		if (piece->path == NULL) {
			buffer_add(out, piece->literal.data, piece->literal.len);
			continue;
		}
		TSNode node = path_follow(piece->path, site);
		if (ts_node_is_null(node))
			return false;
		size_t before = out->len;
		uint32_t start = ts_node_start_byte(node);
		add_folded(out, (text){site->text + start, ts_node_end_byte(node) - start});
		if (out->len == before)
			return false;
	}
	return alternative->count > 0;
}

bool name_template_fill(const name_template *name, const rule_site *site, buffer *out)
{
	size_t before = out->len;
	for (size_t i = 0; i < name->count; i++) {
		if (fill_alternative(&name->alternatives[i], site, out) && out->len > before)
			return true;
		buffer_truncate(out, before);
	}
	return false;
}
