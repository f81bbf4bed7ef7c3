/* SPDX-License-Identifier: MIT */
/*
 * A document written piece by piece as JSON or YAML: what the pieces are is said once (document.h), how they look here.
 * Nothing is kept but the containers that are open. Of this module alone.
 */
#ifndef ONFLAME_REPORT_EMIT_H
#define ONFLAME_REPORT_EMIT_H

#include "base/text.h"

#include <stdint.h>
#include <stdio.h>

/* How a container is laid out. */
enum emit_layout {
	EMIT_BLOCK, /* its items stand on lines of their own */
	EMIT_ITEM,  /* JSON: on one line but for blocks within; YAML: as a block */
	EMIT_LINE   /* on one line; all within is EMIT_LINE too */
};

typedef struct emitter emitter;

emitter *emit_json_create(FILE *out);
/* JSON without a line break in it; emit_line_end() ends an object of its own. */
emitter *emit_json_lines_create(FILE *out);
emitter *emit_yaml_create(FILE *out);

/* Ends the document. Returns 0, or -1 for a write that failed. */
int emit_destroy(emitter *emitter);

/* `key` NULL within a list and at the top. Keys are plain words. */
void emit_map(emitter *emitter, const char *key, enum emit_layout layout);
void emit_list(emitter *emitter, const char *key, enum emit_layout layout);
void emit_end(emitter *emitter);                               /* of the innermost map or list */
void emit_text(emitter *emitter, const char *key, text value); /* bytes that are not UTF-8 are made visible */
void emit_string(emitter *emitter, const char *key, const char *value);
void emit_number(emitter *emitter, const char *key, uint64_t value);
void emit_bool(emitter *emitter, const char *key, bool value);
void emit_line_end(emitter *emitter);

/* What a format must do; emit.c holds all that is common to them. */
typedef struct emit_format {
	void (*open)(emitter *emitter, const char *key, bool map, enum emit_layout layout);
	void (*close)(emitter *emitter);
	void (*text)(emitter *emitter, const char *key, text value);  /* valid UTF-8 */
	void (*plain)(emitter *emitter, const char *key, text value); /* a number, true, false */
	int (*destroy)(emitter *emitter);
} emit_format;

struct emitter {
	const emit_format *format;
	FILE *out;
};

#endif
