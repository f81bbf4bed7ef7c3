/* SPDX-License-Identifier: MIT */
/* JSON, laid out to be read: a file or a frame a line. */
#include "report/emit.h"

#include "base/memory.h"

#include <jansson.h>
#include <stdlib.h>

typedef struct json_level {
	bool map, empty, broken; /* broken: its end stands on a line of its own */
	enum emit_layout layout;
} json_level;

typedef struct json_emitter {
	emitter emitter; /* first */
	bool lines;
	bool failed;
	json_level *levels;
	size_t count, capacity;
	size_t indent; /* levels that are laid out over lines */
} json_emitter;

static void write_break(json_emitter *json, size_t indent)
{
	fputc('\n', json->emitter.out);
	for (size_t i = 0; i < indent; i++)
		fputs("  ", json->emitter.out);
}

/* What stands before a value: a comma, a line break, its key. `block` is a container over several lines. */
static void begin_value(json_emitter *json, const char *key)
{
	FILE *out = json->emitter.out;
	if (json->count > 0) {
		json_level *level = &json->levels[json->count - 1];
		bool block = level->layout == EMIT_BLOCK && !json->lines;
		if (!level->empty)
			fputs(block || json->lines ? "," : ", ", out);
		if (block) {
			write_break(json, json->indent);
			level->broken = true;
		}
		level->empty = false;
	}
	if (key != NULL)
		fprintf(out, json->lines ? "\"%s\":" : "\"%s\": ", key);
}

static void json_open(emitter *emitter, const char *key, bool map, enum emit_layout layout)
{
	json_emitter *json = (json_emitter *)emitter;
	begin_value(json, key);
	fputc(map ? '{' : '[', emitter->out);
	memory_reserve(&json->levels, &json->capacity, json->count + 1, sizeof(*json->levels));
	json->levels[json->count++] = (json_level){.map = map, .empty = true, .layout = layout};
	json->indent += layout == EMIT_BLOCK ? 1 : 0;
}

static void json_close(emitter *emitter)
{
	json_emitter *json = (json_emitter *)emitter;
	json_level level = json->levels[--json->count];
	json->indent -= level.layout == EMIT_BLOCK ? 1 : 0;
	if (level.broken)
		write_break(json, json->indent);
	fputc(level.map ? '}' : ']', emitter->out);
}

static int write_piece(const char *bytes, size_t len, void *out)
{
	return fwrite(bytes, 1, len, out) == len ? 0 : -1;
}

static void json_text(emitter *emitter, const char *key, text value)
{
	json_emitter *json = (json_emitter *)emitter;
	begin_value(json, key);
	json_t *string = json_stringn_nocheck(value.data, value.len);
	if (string == NULL)
		memory_exhausted();
	if (json_dump_callback(string, write_piece, emitter->out, JSON_ENCODE_ANY | JSON_COMPACT) != 0)
		json->failed = true;
	json_decref(string);
}

static void json_plain(emitter *emitter, const char *key, text value)
{
	begin_value((json_emitter *)emitter, key);
	fwrite(value.data, 1, value.len, emitter->out);
}

void emit_line_end(emitter *emitter)
{
	fputc('\n', emitter->out);
}

static int json_destroy(emitter *emitter)
{
	json_emitter *json = (json_emitter *)emitter;
	if (!json->lines)
		fputc('\n', emitter->out);
	int result = json->failed || fflush(emitter->out) != 0 || ferror(emitter->out) != 0 ? -1 : 0;
	free(json->levels);
	free(json);
	return result;
}

static const emit_format json_format = {json_open, json_close, json_text, json_plain, json_destroy};

static json_emitter *create(FILE *out)
{
	json_emitter *made = memory_zero(1, sizeof(*made));
	made->emitter = (emitter){&json_format, out};
	return made;
}

emitter *emit_json_create(FILE *out)
{
	return &create(out)->emitter;
}

emitter *emit_json_lines_create(FILE *out)
{
	json_emitter *made = create(out);
	made->lines = true;
	return &made->emitter;
}
