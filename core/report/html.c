/* SPDX-License-Identifier: MIT */
/*
 * One page that holds the tree and all that draws it: opened from disk, it asks nothing of any network. What it is made of
 * lies in viewer/; the build joins that into viewer_page.
 */
#include "report/formats.h"

#include "base/buffer.h"
#include "base/text.h"
#include "report/html_data.h"
#include "report/viewer_page.h"

#include <string.h>

/* Text that stands for itself alone, wherever in HTML. */
static void write_text(FILE *out, text t)
{
	static const char *const marks[256] = {
		['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;", ['\''] = "&#39;"};
	buffer visible = BUFFER_INIT;
	text_add_visible(&visible, t);
	for (size_t i = 0; i < visible.len; i++) {
		const char *mark = marks[(unsigned char)visible.data[i]];
		if (mark != NULL)
			fputs(mark, out);
		else
			fputc(visible.data[i], out);
	}
	buffer_finish(&visible);
}

static void write_part(FILE *out, viewer_part part)
{
	fwrite(part.data, 1, part.len, out);
}

int report_write_html(FILE *out, const tree *tree, const report_options *options)
{
	write_part(out, viewer_page.before_title);
	write_text(out, text_of(options->title != NULL ? options->title : tree->root->name));
	write_part(out, viewer_page.before_data);
	pack *pack = pack_create(out);
	html_data_write(pack, tree, options);
	pack_destroy(pack);
	write_part(out, viewer_page.behind_data);
	return report_flush(out);
}
