/* SPDX-License-Identifier: MIT */
#include "report/emit.h"

#include "base/buffer.h"

void emit_map(emitter *emitter, const char *key, enum emit_layout layout)
{
	emitter->format->open(emitter, key, true, layout);
}

void emit_list(emitter *emitter, const char *key, enum emit_layout layout)
{
	emitter->format->open(emitter, key, false, layout);
}

void emit_end(emitter *emitter)
{
	emitter->format->close(emitter);
}

void emit_text(emitter *emitter, const char *key, text value)
{
	if (text_is_utf8(value)) {
		emitter->format->text(emitter, key, value);
		return;
	}
	buffer visible = BUFFER_INIT;
	text_add_visible(&visible, value);
	emitter->format->text(emitter, key, (text){visible.data, visible.len});
	buffer_finish(&visible);
}

void emit_string(emitter *emitter, const char *key, const char *value)
{
	emit_text(emitter, key, text_of(value));
}

void emit_number(emitter *emitter, const char *key, uint64_t value)
{
	char digits[24];
	char *end = digits + sizeof(digits);
	char *at = end;
	do {
		*--at = (char)('0' + value % 10);
		value /= 10;
	} while (value > 0);
	emitter->format->plain(emitter, key, (text){at, (size_t)(end - at)});
}

void emit_bool(emitter *emitter, const char *key, bool value)
{
	emitter->format->plain(emitter, key, text_of(value ? "true" : "false"));
}

int emit_destroy(emitter *emitter)
{
	return emitter->format->destroy(emitter);
}
