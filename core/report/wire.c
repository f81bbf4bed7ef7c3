/* SPDX-License-Identifier: MIT */
#include "report/wire.h"

#include "base/memory.h"

#include <stdlib.h>
#include <zlib.h>

/* How a field's value is encoded. */
enum { WIRE_NUMBER = 0, WIRE_BYTES = 2 };

/* 15 bits of window; 16 more ask zlib for gzip's frame. More effort takes thrice the time and saves a thirtieth. */
enum { WINDOW_BITS = 15 + 16, MEMORY_LEVEL = 9, EFFORT = 4, HELD = 65536, SQUEEZED = 16384 };

struct wire {
	FILE *out;
	z_stream stream;
	buffer held;
	unsigned char squeezed[SQUEEZED];
};

void wire_add_packed(buffer *list, uint64_t number)
{
	while (number >= 128) {
		buffer_add_char(list, (char)(unsigned char)(number | 128));
		number >>= 7;
	}
	buffer_add_char(list, (char)number);
}

static void add_key(buffer *message, unsigned field, unsigned encoding)
{
	wire_add_packed(message, (uint64_t)field << 3 | encoding);
}

void wire_add_number(buffer *message, unsigned field, uint64_t number)
{
	if (number == 0)
		return;
	add_key(message, field, WIRE_NUMBER);
	wire_add_packed(message, number);
}

void wire_add_bytes(buffer *message, unsigned field, text bytes)
{
	add_key(message, field, WIRE_BYTES);
	wire_add_packed(message, bytes.len);
	buffer_add(message, bytes.data, bytes.len);
}

wire *wire_create(FILE *out)
{
	wire *made = memory_zero(1, sizeof(*made));
	made->out = out;
	if (deflateInit2(&made->stream, EFFORT, Z_DEFLATED, WINDOW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
		memory_exhausted(); /* its only cause: the parameters are constants */
	return made;
}

static void squeeze(wire *wire, int flush)
{
	int status;
	wire->stream.next_in = (Bytef *)wire->held.data;
	wire->stream.avail_in = (uInt)wire->held.len;
	do {
		wire->stream.next_out = wire->squeezed;
		wire->stream.avail_out = SQUEEZED;
		status = deflate(&wire->stream, flush);
		fwrite(wire->squeezed, 1, SQUEEZED - wire->stream.avail_out, wire->out);
	} while (wire->stream.avail_out == 0 && status != Z_STREAM_END);
	buffer_clear(&wire->held);
}

static void squeeze_if_full(wire *wire)
{
	if (wire->held.len >= HELD)
		squeeze(wire, Z_NO_FLUSH);
}

void wire_write(wire *wire, unsigned field, text bytes)
{
	wire_add_bytes(&wire->held, field, bytes);
	squeeze_if_full(wire);
}

void wire_write_number(wire *wire, unsigned field, uint64_t number)
{
	wire_add_number(&wire->held, field, number);
	squeeze_if_full(wire);
}

void wire_destroy(wire *wire)
{
	squeeze(wire, Z_FINISH);
	deflateEnd(&wire->stream);
	buffer_finish(&wire->held);
	free(wire);
}
