/* SPDX-License-Identifier: MIT */
/* YAML through libyaml's emitter. Text is always in double quotes, so that no value can be taken for another type. */
#include "report/emit.h"

#include "base/memory.h"

#include <stdlib.h>
#include <yaml.h>

typedef struct yaml_writer {
	emitter emitter; /* first */
	yaml_emitter_t yaml;
	bool failed;
	bool *maps; /* of the open containers, which are maps */
	size_t count, capacity;
} yaml_writer;

static int write_piece(void *out, unsigned char *bytes, size_t len)
{
	return fwrite(bytes, 1, len, out) == len ? 1 : 0;
}

/* The emitter takes the event, whatever happens. Behind a failure libyaml must not be called again. */
static void send(yaml_writer *writer, yaml_event_t *event, int made)
{
	if (made == 0)
		memory_exhausted();
	if (writer->failed) {
		yaml_event_delete(event);
		return;
	}
	if (yaml_emitter_emit(&writer->yaml, event) == 0) {
		if (writer->yaml.error == YAML_MEMORY_ERROR)
			memory_exhausted();
		writer->failed = true;
	}
}

static void send_scalar(yaml_writer *writer, text value, yaml_scalar_style_t style)
{
	yaml_event_t event;
	if (value.len > INT32_MAX)
		value.len = INT32_MAX;
	/* libyaml takes bytes as unsigned and not const, but only copies them. */
	yaml_char_t *bytes = (yaml_char_t *)value.data;
	send(writer, &event, yaml_scalar_event_initialize(&event, NULL, NULL, bytes, (int)value.len, 1, 1, style));
}

static void send_key(yaml_writer *writer, const char *key)
{
	if (key != NULL)
		send_scalar(writer, text_of(key), YAML_PLAIN_SCALAR_STYLE);
}

static void yaml_open(emitter *emitter, const char *key, bool map, enum emit_layout layout)
{
	yaml_writer *writer = (yaml_writer *)emitter;
	yaml_event_t event;
	send_key(writer, key);
	memory_reserve(&writer->maps, &writer->capacity, writer->count + 1, sizeof(*writer->maps));
	writer->maps[writer->count++] = map;
	if (map) {
		yaml_mapping_style_t style = layout == EMIT_LINE ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE;
		send(writer, &event, yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, style));
	} else {
		yaml_sequence_style_t style =
			layout == EMIT_LINE ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE;
		send(writer, &event, yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, style));
	}
}

static void yaml_close(emitter *emitter)
{
	yaml_writer *writer = (yaml_writer *)emitter;
	yaml_event_t event;
	bool map = writer->maps[--writer->count];
	send(writer, &event,
	     map ? yaml_mapping_end_event_initialize(&event) : yaml_sequence_end_event_initialize(&event));
}

static void yaml_text(emitter *emitter, const char *key, text value)
{
	yaml_writer *writer = (yaml_writer *)emitter;
	send_key(writer, key);
	send_scalar(writer, value, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
}

static void yaml_plain(emitter *emitter, const char *key, text value)
{
	yaml_writer *writer = (yaml_writer *)emitter;
	send_key(writer, key);
	send_scalar(writer, value, YAML_PLAIN_SCALAR_STYLE);
}

static int yaml_destroy(emitter *emitter)
{
	yaml_writer *writer = (yaml_writer *)emitter;
	yaml_event_t event;
	send(writer, &event, yaml_document_end_event_initialize(&event, 1));
	send(writer, &event, yaml_stream_end_event_initialize(&event));
	int result = writer->failed || fflush(emitter->out) != 0 || ferror(emitter->out) != 0 ? -1 : 0;
	yaml_emitter_delete(&writer->yaml);
	free(writer->maps);
	free(writer);
	return result;
}

static const emit_format yaml_format = {yaml_open, yaml_close, yaml_text, yaml_plain, yaml_destroy};

emitter *emit_yaml_create(FILE *out)
{
	yaml_writer *made = memory_zero(1, sizeof(*made));
	yaml_event_t event;
	made->emitter = (emitter){&yaml_format, out};
	if (yaml_emitter_initialize(&made->yaml) == 0)
		memory_exhausted();
	yaml_emitter_set_output(&made->yaml, write_piece, out);
	yaml_emitter_set_unicode(&made->yaml, 1);
	yaml_emitter_set_width(&made->yaml, -1);
	send(made, &event, yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING));
	send(made, &event, yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1));
	return &made->emitter;
}
