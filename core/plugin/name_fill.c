/* SPDX-License-Identifier: MIT */
#include "plugin/path.h"

#include "plugin/path_types.h"

enum { NAME_MAX_SIZE = 1024 };

/* White space folded to one blank, none at the ends. */
static void add_folded(buffer *out, text name)
{
	name = text_trim(name);
	buffer plain = BUFFER_INIT;
	bool folded = false;
	for (size_t i = 0; i < name.len && plain.len < NAME_MAX_SIZE; i++) {
		bool space = name.data[i] == ' ' || (name.data[i] >= '\t' && name.data[i] <= '\r');
		if (!space || !folded)
			buffer_add_char(&plain, space ? ' ' : name.data[i]);
		folded = space;
	}
	/* A long name may have been cut within a character. */
	while (!text_is_utf8((text){buffer_string(&plain), plain.len}))
		buffer_truncate(&plain, plain.len - 1);
	text_add_visible(out, (text){buffer_string(&plain), plain.len});
	buffer_finish(&plain);
}

static bool fill_alternative(const alternative *alternative, const rule_site *site, buffer *out)
{
	for (size_t i = 0; i < alternative->count; i++) {
		const piece *piece = &alternative->pieces[i];
		if (piece->path == NULL) {
			buffer_add(out, piece->literal.data, piece->literal.len);
			continue;
		}
		TSNode node = path_follow(piece->path, site);
		if (ts_node_is_null(node))
			return false;
		size_t before = out->len;
		uint32_t start = ts_node_start_byte(node);
		add_folded(out, (text){site->text + start, ts_node_end_byte(node) - start});
		if (out->len == before)
			return false;
	}
	return alternative->count > 0;
}

bool name_template_fill(const name_template *name, const rule_site *site, buffer *out)
{
	size_t before = out->len;
	for (size_t i = 0; i < name->count; i++) {
		if (fill_alternative(&name->alternatives[i], site, out) && out->len > before)
			return true;
		buffer_truncate(out, before);
	}
	return false;
}
