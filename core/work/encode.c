/* SPDX-License-Identifier: MIT */
#include "work/codec.h"
#include "work/layout.h"

#include <msgpack.h>
#include <string.h>

static int write_buffer(void *out, const char *bytes, size_t len)
{
	buffer_add(out, bytes, len);
	return 0;
}

static void pack_string(msgpack_packer *packer, const char *string)
{
	if (string == NULL)
		msgpack_pack_nil(packer);
	else
		msgpack_pack_str_with_body(packer, string, strlen(string));
}

static void pack_bool(msgpack_packer *packer, bool value)
{
	if (value)
		msgpack_pack_true(packer);
	else
		msgpack_pack_false(packer);
}

static void pack_counts(msgpack_packer *packer, const counts *counts)
{
	msgpack_pack_array(packer, LAYOUT_COUNTS_FIELDS);
	msgpack_pack_uint64(packer, counts->lines);
	msgpack_pack_uint64(packer, counts->code);
	msgpack_pack_uint64(packer, counts->comment);
	msgpack_pack_uint64(packer, counts->blank);
	msgpack_pack_uint64(packer, counts->functions);
	msgpack_pack_uint64(packer, counts->complexity);
	msgpack_pack_uint64(packer, counts->cognitive);
}

static void pack_frame(msgpack_packer *packer, const record_frame *frame)
{
	msgpack_pack_array(packer, LAYOUT_FRAME_FIELDS);
	pack_string(packer, frame->name);
	pack_string(packer, frame->kind);
	pack_bool(packer, frame->is_function);
	msgpack_pack_uint32(packer, frame->start);
	msgpack_pack_uint32(packer, frame->end);
	msgpack_pack_uint32(packer, frame->depth);
	msgpack_pack_uint32(packer, frame->nesting);
	msgpack_pack_uint32(packer, frame->parameters);
	pack_counts(packer, &frame->counts);
}

static void pack_lists(msgpack_packer *packer, const record *record)
{
	msgpack_pack_array(packer, record->frame_count);
	for (size_t i = 0; i < record->frame_count; i++)
		pack_frame(packer, &record->frames[i]);

	msgpack_pack_array(packer, record->embedded_count);
	for (size_t i = 0; i < record->embedded_count; i++) {
		msgpack_pack_array(packer, LAYOUT_EMBEDDED_FIELDS);
		pack_string(packer, record->embedded[i].language);
		pack_counts(packer, &record->embedded[i].counts);
	}

	msgpack_pack_array(packer, record->note_count);
	for (size_t i = 0; i < record->note_count; i++)
		pack_string(packer, record->notes[i]);
}

void record_encode(buffer *out, const record *record)
{
	msgpack_packer packer;
	msgpack_packer_init(&packer, out, write_buffer);
	msgpack_pack_array(&packer, LAYOUT_RECORD_FIELDS);
	msgpack_pack_uint32(&packer, LAYOUT_VERSION);
	msgpack_pack_uint32(&packer, record->file);
	pack_string(&packer, record->language);
	msgpack_pack_uint32(&packer, (uint32_t)record->engine);
	pack_bool(&packer, record->failed);
	pack_string(&packer, record->failure);
	msgpack_pack_uint64(&packer, record->bytes);
	pack_counts(&packer, &record->counts);
	pack_lists(&packer, record);
	msgpack_pack_uint32(&packer, record->error_bytes);
	msgpack_pack_uint32(&packer, record->roles);
	msgpack_pack_uint64(&packer, record->hash.high);
	msgpack_pack_uint64(&packer, record->hash.low);
}
