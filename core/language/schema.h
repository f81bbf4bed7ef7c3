/* SPDX-License-Identifier: MIT */
/* Nodes into structs by tables: what keys a mapping may have and where each one's value goes. Private to this module. */
#ifndef ONFLAME_LANGUAGE_SCHEMA_H
#define ONFLAME_LANGUAGE_SCHEMA_H

#include "language/document.h"

#include <stdint.h>

typedef struct schema_reader {
	arena *arena; /* holds all that is read */
	error *error;
	bool trusted;
} schema_reader;

typedef struct schema_field schema_field;
typedef int schema_read_value(schema_reader *reader, const node *value, const schema_field *field, void *out);

/* A key and what reads its value, at `offset` in the struct. */
struct schema_field {
	const char *name;
	schema_read_value *read;
	size_t offset;
	unsigned flag; /* what a reader of flags sets */
	bool required;
};

typedef struct schema {
	const char *what; /* "string", "block comment": for messages */
	const schema_field *fields;
	size_t count;
} schema;

/*
 * Reads a mapping into the struct at `out`. `given`, if not NULL, holds a mark for each field: that of the value where the
 * key is there, untouched where not.
 */
int schema_read(schema_reader *reader, const node *mapping, const schema *schema, void *out, mark *given);

/* Sets "file:line:column: what (expected ...)". Returns -1. */
int schema_refuse(const schema_reader *reader, const node *at, const char *expected, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* "a list", "'text'" ...: what a node is, for messages; lives in the reader's arena. */
const char *schema_describe(const schema_reader *reader, const node *node);

/* 0 if it is a text and not empty; a plain number, true, false or null is none. `what` names it in the message. */
int schema_check_text(const schema_reader *reader, const node *value, const char *what);

/* Readers of values. */
schema_read_value schema_read_text;      /* const char *, not empty */
schema_read_value schema_read_text_null; /* the same; null gives NULL */
schema_read_value schema_read_bool;      /* bool */
schema_read_value schema_read_flag;      /* unsigned: true adds field->flag */
schema_read_value schema_read_choice;    /* signed char: 0 or 1 */
schema_read_value schema_read_texts;     /* const char *const *, ends with NULL */

#endif
