/* SPDX-License-Identifier: MIT */
#include "work/codec.h"

#include "base/memory.h"
#include "work/guard.h"
#include "work/layout.h"

#include <msgpack.h>
#include <string.h>

/* The values of one array, taken in order. The first that is wrong is named in `wrong`; what is taken then is empty. */
typedef struct reader {
	const msgpack_object *at;
	size_t left;
	size_t bytes; /* length of the whole record: bounds what a list may claim */
	arena *arena;
	const char **wrong;
} reader;

static void refuse(const reader *reader, const char *what)
{
	if (*reader->wrong == NULL)
		*reader->wrong = what;
}

/* The next value, or NULL where there is none of that type. */
static const msgpack_object *take(reader *reader, msgpack_object_type type, const char *what)
{
	if (*reader->wrong != NULL)
		return NULL;
	if (reader->left == 0 || reader->at->type != type) {
		refuse(reader, what);
		return NULL;
	}
	reader->left--;
	return reader->at++;
}

static uint64_t take_number(reader *reader, uint64_t max, const char *what)
{
	const msgpack_object *value = take(reader, MSGPACK_OBJECT_POSITIVE_INTEGER, what);
	if (value == NULL)
		return 0;
	if (value->via.u64 > max)
		refuse(reader, what);
	return value->via.u64;
}

static uint32_t take_uint32(reader *reader, const char *what)
{
	return (uint32_t)take_number(reader, UINT32_MAX, what);
}

static bool take_bool(reader *reader, const char *what)
{
	const msgpack_object *value = take(reader, MSGPACK_OBJECT_BOOLEAN, what);
	return value != NULL && value->via.boolean;
}

static const char *take_string(reader *reader, const char *what)
{
	const msgpack_object *value = take(reader, MSGPACK_OBJECT_STR, what);
	if (value == NULL)
		return "";
	text string = {value->via.str.ptr, value->via.str.size};
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
	if (*reader->wrong == NULL && reader->left > 0 && reader->at->type == MSGPACK_OBJECT_NIL) {
		reader->left--;
		reader->at++;
		return NULL;
	}
	return take_string(reader, what);
}

/* The next value as an array; `fields` is the number of its elements, 0 for any. */
static reader take_array(reader *from, size_t fields, const char *what)
{
	reader inner = {.bytes = from->bytes, .arena = from->arena, .wrong = from->wrong};
	const msgpack_object *value = take(from, MSGPACK_OBJECT_ARRAY, what);
	if (value == NULL)
		return inner;
	inner.at = value->via.array.ptr;
	inner.left = value->via.array.size;
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
	if (!guard_check(bytes, LAYOUT_DEPTH))
		return error_set(error, "not a record: broken MessagePack");

	msgpack_unpacked unpacked;
	msgpack_unpacked_init(&unpacked);
	msgpack_unpack_return status = msgpack_unpack_next(&unpacked, bytes.data, bytes.len, NULL);
	if (status == MSGPACK_UNPACK_NOMEM_ERROR)
		memory_exhausted();
	const char *wrong = NULL;
	if (status == MSGPACK_UNPACK_SUCCESS) {
		reader top = {.at = &unpacked.data, .left = 1, .bytes = bytes.len, .arena = arena, .wrong = &wrong};
		take_record(&top, out);
	} else {
		wrong = "MessagePack";
	}
	msgpack_unpacked_destroy(&unpacked);
	if (wrong != NULL)
		return error_set(error, "not a record: wrong %s", wrong);
	return 0;
}
