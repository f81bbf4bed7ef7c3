/* SPDX-License-Identifier: MIT */
#include "report/pack.h"

#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

/* A multiple of three, so that base64 needs padding at the end alone. */
enum { SQUEEZED = 3 * 8192, HELD = 16384 };

/* 15 bits of window; 16 more ask zlib for gzip's frame, whose checksum the browser proves. */
enum { WINDOW_BITS = 15 + 16, MEMORY_LEVEL = 9 };

/* More takes up to four times as long, and saves a hundredth; of names without any sense a thirtieth. */
enum { EFFORT = 6 };

struct pack {
	FILE *out;
	z_stream stream;
	size_t held; /* bytes waiting in `input` */
	unsigned char input[HELD];
	unsigned char squeezed[SQUEEZED];
	char letters[SQUEEZED / 3 * 4];
};

pack *pack_create(FILE *out)
{
	pack *made = memory_zero(1, sizeof(*made));
	made->out = out;
	if (deflateInit2(&made->stream, EFFORT, Z_DEFLATED, WINDOW_BITS, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
		memory_exhausted(); /* its only cause: the parameters are constants */
	made->stream.next_out = made->squeezed;
	made->stream.avail_out = SQUEEZED;
	return made;
}

static char letter(unsigned bits)
{
	return "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[bits & 63];
}

/* Writes `len` squeezed bytes as base64. */
static void write_letters(pack *pack, size_t len)
{
	size_t at = 0;
	for (size_t i = 0; i < len; i += 3) {
		unsigned second = i + 1 < len ? pack->squeezed[i + 1] : 0;
		unsigned third = i + 2 < len ? pack->squeezed[i + 2] : 0;
		unsigned bits = (unsigned)pack->squeezed[i] << 16 | second << 8 | third;
		pack->letters[at++] = letter(bits >> 18);
		pack->letters[at++] = letter(bits >> 12);
		pack->letters[at++] = i + 1 < len ? letter(bits >> 6) : '=';
		pack->letters[at++] = i + 2 < len ? letter(bits) : '=';
	}
	fwrite(pack->letters, 1, at, pack->out);
}

static void squeeze(pack *pack, int flush)
{
	pack->stream.next_in = pack->input;
	pack->stream.avail_in = (uInt)pack->held;
	for (;;) {
		int status = deflate(&pack->stream, flush);
		bool full = pack->stream.avail_out == 0;
		if (full || status == Z_STREAM_END) {
			write_letters(pack, SQUEEZED - pack->stream.avail_out);
			pack->stream.next_out = pack->squeezed;
			pack->stream.avail_out = SQUEEZED;
		}
		if (status == Z_STREAM_END || !full)
			break;
	}
	pack->held = 0;
}

void pack_bytes(pack *pack, const void *bytes, size_t len)
{
	const unsigned char *from = bytes;
	while (len > 0) {
		size_t room = HELD - pack->held;
		size_t part = len < room ? len : room;
		memcpy(pack->input + pack->held, from, part);
		pack->held += part;
		from += part;
		len -= part;
		if (pack->held == HELD)
			squeeze(pack, Z_NO_FLUSH);
	}
}

void pack_number(pack *pack, uint64_t number)
{
	unsigned char bytes[10];
	size_t len = 0;
	while (number >= 128) {
		bytes[len++] = (unsigned char)(number | 128);
		number >>= 7;
	}
	bytes[len++] = (unsigned char)number;
	pack_bytes(pack, bytes, len);
}

void pack_difference(pack *pack, int64_t number)
{
	uint64_t bits = (uint64_t)number << 1;
	pack_number(pack, number < 0 ? ~bits : bits);
}

void pack_destroy(pack *pack)
{
	squeeze(pack, Z_FINISH);
	deflateEnd(&pack->stream);
	free(pack);
}
