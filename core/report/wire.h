/* SPDX-License-Identifier: MIT */
/*
 * Messages in Protocol Buffers' encoding, compressed (gzip) on their way out: a message within another is put together in a
 * buffer of its own and added whole. Of this module alone.
 */
#ifndef ONFLAME_REPORT_WIRE_H
#define ONFLAME_REPORT_WIRE_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdint.h>
#include <stdio.h>

/* Adds a field of a number; 0 is what a field is that is not there. */
void wire_add_number(buffer *message, unsigned field, uint64_t number);

/* Adds a field of bytes: a string or a message. */
void wire_add_bytes(buffer *message, unsigned field, text bytes);

/* Adds one number of a packed list. */
void wire_add_packed(buffer *list, uint64_t number);

typedef struct wire wire;

wire *wire_create(FILE *out);

/* Writes a field of bytes of the outermost message. */
void wire_write(wire *wire, unsigned field, text bytes);
void wire_write_number(wire *wire, unsigned field, uint64_t number);

/* Writes what is held back and ends. Whether a write failed is for ferror() to say. */
void wire_destroy(wire *wire);

#endif
