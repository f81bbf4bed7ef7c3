/* SPDX-License-Identifier: MIT */
/* Read by hand: the library makes an object of each value, which took longer than all else that becomes of a small file's record. */
#include "work/codec.h"

#include "base/memory.h"
#include "work/layout.h"

#include <string.h>

/* The values of one array, taken in order. The first that is wrong is named in `wrong`; what is taken then is empty. */
typedef struct reader {
	const unsigned char **at; /* the next value */
	const unsigned char *end; /* of the whole record */
	size_t left;
	size_t bytes; /* length of the whole record: bounds what a list may claim */
	arena *arena;
	const char **wrong;
} reader;

/* The bytes that a value may begin with: those for the number in the byte itself, then those for numbers of growing size behind it. */
typedef struct kind {
	unsigned char first, last;
	unsigned char first_sized, last_sized;
	unsigned char least; /* bytes of the number behind `first_sized` */
} kind;

static const kind number_kind = {0x00, 0x7f, 0xcc, 0xcf, 1};
static const kind string_kind = {0xa0, 0xbf, 0xd9, 0xdb, 1};
static const kind array_kind = {0x90, 0x9f, 0xdc, 0xdd, 2};

static void refuse(const reader *reader, const char *what)
{
	if (*reader->wrong == NULL)
		*reader->wrong = what;
}

/* Whether the next value begins with one of these bytes. */
static bool is_next(const reader *reader, unsigned char first, unsigned char last)
{
	return *reader->wrong == NULL && reader->left > 0 && *reader->at < reader->end && **reader->at >= first &&
	       **reader->at <= last;
}

static unsigned char pass_head(reader *reader)
{
	reader->left--;
	return *(*reader->at)++;
}

/* The number that the next value begins with: itself, or its length. False: it is not of that kind. */
static bool take(reader *reader, const kind *kind, uint64_t *number, const char *what)
{
	*number = 0;
	if (is_next(reader, kind->first, kind->last)) {
		*number = (uint64_t)(pass_head(reader) - kind->first);
		return true;
	}
	if (!is_next(reader, kind->first_sized, kind->last_sized)) {
		refuse(reader, what);
		return false;
	}
	unsigned size = (unsigned)kind->least << (pass_head(reader) - kind->first_sized);
	if ((size_t)(reader->end - *reader->at) < size) {
		refuse(reader, what);
		return false;
	}
	for (; size > 0; size--)
		*number = *number << 8 | *(*reader->at)++;
	return true;
}

/* The same where it is a length: so many bytes, or elements of a byte at least, must follow. */
static bool take_length(reader *reader, const kind *kind, size_t *length, const char *what)
{
	uint64_t number;
	*length = 0;
	if (!take(reader, kind, &number, what))
		return false;
	if (number > (size_t)(reader->end - *reader->at)) {
		refuse(reader, what);
		return false;
	}
	*length = (size_t)number;
	return true;
}

static uint64_t take_number(reader *reader, uint64_t max, const char *what)
{
	uint64_t number;
	if (take(reader, &number_kind, &number, what) && number > max)
		refuse(reader, what);
	return number;
}

static uint32_t take_uint32(reader *reader, const char *what)
{
	return (uint32_t)take_number(reader, UINT32_MAX, what);
}

static bool take_bool(reader *reader, const char *what)
{
	if (is_next(reader, 0xc2, 0xc3))
		return pass_head(reader) == 0xc3;
	refuse(reader, what);
	return false;
}

static const char *take_string(reader *reader, const char *what)
{
	text string = {NULL, 0};
	if (!take_length(reader, &string_kind, &string.len, what))
		return "";
	string.data = (const char *)*reader->at;
	*reader->at += string.len;
	if (string.len > 0 && (memchr(string.data, '\0', string.len) != NULL || !text_is_utf8(string)))
		refuse(reader, what);
	return arena_copy(reader->arena, string.data, string.len);
}

/* A string that becomes part of a stack or a row: one line. */
static const char *take_name(reader *reader, const char *what)
{
	const char *name = take_string(reader, what);
	if (strpbrk(name, "\r\n") != NULL)
		refuse(reader, what);
	return name;
}

static const char *take_string_or_nil(reader *reader, const char *what)
{
	if (!is_next(reader, 0xc0, 0xc0))
		return take_string(reader, what);
	(void)pass_head(reader);
	return NULL;
}

/* The next value as an array; `fields` is the number of its elements, 0 for any. */
static reader take_array(reader *from, size_t fields, const char *what)
{
	reader inner = *from;
	if (!take_length(from, &array_kind, &inner.left, what))
		return inner;
	if (fields != 0 && inner.left != fields)
		refuse(from, what);
	return inner;
}

/*
 * The next value as a list of arrays of `fields` values: each takes at least so many bytes, so that a list of nils
 * cannot ask for memory far beyond its length.
 */
static reader take_list(reader *from, size_t fields, const char *what)
{
	reader list = take_array(from, 0, what);
	if (list.left > list.bytes / fields) {
		refuse(from, what);
		list.left = 0;
	}
	return list;
}

static void take_counts(reader *from, counts *out, const char *what)
{
	reader fields = take_array(from, LAYOUT_COUNTS_FIELDS, what);
	out->lines = take_number(&fields, UINT64_MAX, what);
	out->code = take_number(&fields, UINT64_MAX, what);
	out->comment = take_number(&fields, UINT64_MAX, what);
	out->blank = take_number(&fields, UINT64_MAX, what);
	out->functions = take_number(&fields, UINT64_MAX, what);
	out->complexity = take_number(&fields, UINT64_MAX, what);
	out->cognitive = take_number(&fields, UINT64_MAX, what);
	/* In this order no difference can be less than none. */
	if (out->code > out->lines || out->comment > out->lines - out->code ||
	    out->blank != out->lines - out->code - out->comment)
		refuse(from, what);
}

static void take_frame(reader *from, uint32_t depth_max, record_frame *out)
{
	reader fields = take_array(from, LAYOUT_FRAME_FIELDS, "frame");
	out->name = take_name(&fields, "frame's name");
	out->kind = take_name(&fields, "frame's kind");
	out->is_function = take_bool(&fields, "frame's is-function");
	out->start = take_uint32(&fields, "frame's start");
	out->end = take_uint32(&fields, "frame's end");
	out->depth = take_uint32(&fields, "frame's depth");
	out->nesting = take_uint32(&fields, "frame's nesting");
	out->parameters = take_uint32(&fields, "frame's parameters");
	take_counts(&fields, &out->counts, "frame's counts");
	if (out->start == 0 || out->start > out->end)
		refuse(from, "frame's lines");
	if (out->depth > depth_max)
		refuse(from, "frame's depth");
}

static void take_frames(reader *from, record *out)
{
	reader list = take_list(from, LAYOUT_FRAME_FIELDS + LAYOUT_COUNTS_FIELDS, "frames");
	out->frame_count = list.left;
	out->frames = arena_zero(from->arena, list.left, sizeof(*out->frames));
	uint32_t depth_max = 0;
	for (size_t i = 0; i < out->frame_count && *from->wrong == NULL; i++) {
		take_frame(&list, depth_max, &out->frames[i]);
		depth_max = out->frames[i].depth < UINT32_MAX ? out->frames[i].depth + 1 : UINT32_MAX;
	}
}

static void take_embedded(reader *from, record *out)
{
	reader list = take_list(from, LAYOUT_EMBEDDED_FIELDS + LAYOUT_COUNTS_FIELDS, "embedded languages");
	out->embedded_count = list.left;
	out->embedded = arena_zero(from->arena, list.left, sizeof(*out->embedded));
	for (size_t i = 0; i < out->embedded_count && *from->wrong == NULL; i++) {
		reader fields = take_array(&list, LAYOUT_EMBEDDED_FIELDS, "embedded language");
		out->embedded[i].language = take_name(&fields, "embedded language's name");
		take_counts(&fields, &out->embedded[i].counts, "embedded language's counts");
	}
}

static void take_notes(reader *from, record *out)
{
	reader list = take_array(from, 0, "notes");
	out->note_count = list.left;
	out->notes = arena_zero(from->arena, list.left, sizeof(*out->notes));
	for (size_t i = 0; i < out->note_count && *from->wrong == NULL; i++)
		out->notes[i] = take_string(&list, "note");
}

static void take_record(reader *from, record *out)
{
	reader fields = take_array(from, LAYOUT_RECORD_FIELDS, "number of fields");
	if (take_uint32(&fields, "version") != LAYOUT_VERSION)
		refuse(from, "version");
	out->file = take_uint32(&fields, "file");
	out->language = take_string_or_nil(&fields, "language");
	out->engine = (enum record_engine)take_number(&fields, RECORD_CERTIFIED, "engine");
	out->failed = take_bool(&fields, "failed");
	out->failure = take_string_or_nil(&fields, "failure");
	out->bytes = take_number(&fields, UINT64_MAX, "bytes");
	take_counts(&fields, &out->counts, "counts");
	take_frames(&fields, out);
	take_embedded(&fields, out);
	take_notes(&fields, out);
	out->error_bytes = take_uint32(&fields, "error bytes");
	out->roles = (role_set)take_number(&fields, ROLE_ALL, "roles");
	out->hash.high = take_number(&fields, UINT64_MAX, "hash");
	out->hash.low = take_number(&fields, UINT64_MAX, "hash");
	if ((out->engine == RECORD_UNCOUNTED) != (out->failure != NULL))
		refuse(from, "failure");
	if (out->engine != RECORD_UNCOUNTED && out->language == NULL)
		refuse(from, "language");
}

int record_decode(text bytes, arena *arena, record *out, error *error)
{
	memset(out, 0, sizeof(*out));
	const char *wrong = NULL;
	const unsigned char *at = (const unsigned char *)bytes.data;
	reader top = {.at = &at, .left = 1, .bytes = bytes.len, .arena = arena, .wrong = &wrong};
	top.end = bytes.len > 0 ? at + bytes.len : at;
	take_record(&top, out);
	if (at != top.end)
		refuse(&top, "end");
	if (wrong != NULL)
		return error_set(error, "not a record: wrong %s", wrong);
	return 0;
}
