/* SPDX-License-Identifier: MIT */
#include "report/svg_words.h"

#include "report/draw.h"
#include "report/svg_text.h"

#include <inttypes.h>
#include <string.h>

/* Of longer paths the end is shown, of deeper nesting the innermost frames: the picture stays in proportion to the tree. */
enum { PATH_MOST = 1024, FRAMES_MOST = 8, NAME_MOST = 256 };

static const struct {
	const char *before, *one, *many;
} metrics[] = {
	[REPORT_CODE] = {"", " line of code", " lines of code"},
	[REPORT_COMMENT] = {"", " comment line", " comment lines"},
	[REPORT_BLANK] = {"", " blank line", " blank lines"},
	[REPORT_LINES] = {"", " line", " lines"},
	[REPORT_FUNCTIONS] = {"", " function", " functions"},
	[REPORT_COMPLEXITY] = {"complexity ", "", ""},
};

void svg_words_add_value(buffer *out, uint64_t value, enum report_metric metric)
{
	buffer_add_string(out, metrics[metric].before);
	draw_number(out, value);
	buffer_add_string(out, value == 1 ? metrics[metric].one : metrics[metric].many);
}

void svg_words_add_share(buffer *out, uint64_t part, uint64_t whole)
{
	uint64_t tenths = draw_share(part, whole);
	if (tenths == 0 && part > 0) {
		buffer_add_string(out, "<0.1%");
		return;
	}
	draw_tenths(out, tenths);
	buffer_add_char(out, '%');
}

text svg_words_title(const tree *tree, const report_options *options)
{
	if (options->title != NULL)
		return text_of(options->title);
	text name = text_of(tree->root->name);
	for (size_t at = name.len; at-- > 0;) {
		if (name.data[at] == '/' && at + 1 < name.len)
			return (text){name.data + at + 1, name.len - at - 1};
	}
	return name;
}

void svg_words_add_name(buffer *out, const svg_box *box)
{
	if (box->merged == 0) {
		buffer_add_string(out, box->node->name);
		return;
	}
	buffer_add_string(out, "… ");
	draw_number(out, box->merged);
	buffer_add_string(out, " more");
}

/* Adds `raw` without what is more than `most` bytes at its end. */
static void add_end(buffer *out, text raw, size_t most)
{
	if (raw.len > most) {
		size_t cut = raw.len - most;
		while (cut < raw.len && ((unsigned char)raw.data[cut] & 0xC0) == 0x80)
			cut++;
		buffer_add_string(out, "…");
		raw = (text){raw.data + cut, raw.len - cut};
	}
	svg_text_add(out, raw);
}

/* "T › (*T).Do": the frames around it, from the outermost of those that are shown. */
static void add_frames(buffer *out, const tree_node *frame)
{
	const tree_node *shown[FRAMES_MOST];
	size_t count = 0;
	for (const tree_node *at = frame; at->kind == TREE_FRAME; at = at->parent) {
		if (count == FRAMES_MOST) {
			buffer_add_string(out, " … ›");
			break;
		}
		shown[count++] = at;
	}
	for (size_t i = count; i-- > 0;) {
		buffer_add_char(out, ' ');
		add_end(out, text_of(shown[i]->name), NAME_MOST);
		buffer_add_string(out, i > 0 ? " ›" : "");
	}
}

/* "core / report / svg.c": steps of a way, as the page has them above its picture; a picture that is published tells no path. */
static void add_way(buffer *out, const tree_node *file)
{
	buffer path = BUFFER_INIT, way = BUFFER_INIT;
	tree_add_path(&path, file);
	for (size_t i = 0; i < path.len; i++) {
		char byte = buffer_string(&path)[i];
		if (byte == '/')
			buffer_add_string(&way, " / ");
		else
			buffer_add_char(&way, byte);
	}
	add_end(out, (text){buffer_string(&way), way.len}, PATH_MOST);
	buffer_finish(&way);
	buffer_finish(&path);
}

static void add_place(buffer *out, const tree_node *node, text root)
{
	const tree_node *file = node->file != NULL ? node->file->node : node;
	if (file->kind == TREE_ROOT)
		add_end(out, root, PATH_MOST);
	else
		add_way(out, file);
	if (node->kind != TREE_FRAME)
		return;
	buffer_printf(out, ":%" PRIu32, node->start);
	add_frames(out, node);
}

void svg_words_add_tip(buffer *out, const svg_box *box, text root, uint64_t whole, enum report_metric metric)
{
	const tree_node *node = box->node;
	add_place(out, node, root);
	if (box->merged > 0) {
		buffer_add_string(out, " … ");
		draw_number(out, box->merged);
		buffer_add_string(out, " more");
	}
	buffer_add_char(out, '\n');
	if (box->merged == 0 && node->kind == TREE_FRAME) {
		add_end(out, text_of(node->label), NAME_MOST);
		buffer_add_string(out, ", ");
	} else if (box->merged == 0 && node->kind == TREE_FILE) {
		add_end(out, text_of(node->file->language->name), NAME_MOST);
		buffer_add_string(out, ", ");
	}
	svg_words_add_value(out, box->value, metric);
	buffer_add_string(out, ", ");
	buffer share = BUFFER_INIT;
	svg_words_add_share(&share, box->value, whole);
	svg_text_escape(out, (text){buffer_string(&share), share.len});
	buffer_finish(&share);
}
