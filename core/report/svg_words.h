/* SPDX-License-Identifier: MIT */
/* What a static picture says of its boxes. Of this module alone. */
#ifndef ONFLAME_REPORT_SVG_WORDS_H
#define ONFLAME_REPORT_SVG_WORDS_H

#include "base/buffer.h"
#include "base/text.h"
#include "report/svg_layout.h"

/* Adds "1,234 lines of code". */
void svg_words_add_value(buffer *out, uint64_t value, enum report_metric metric);

/* Adds "12.3%". */
void svg_words_add_share(buffer *out, uint64_t part, uint64_t whole);

/* What the picture is called: as asked for, or as the last part of the counted path is; raw bytes. */
text svg_words_title(const tree *tree, const report_options *options);

/* Adds what stands in the box if there is room: its name or "… 12 more"; raw bytes. */
void svg_words_add_name(buffer *out, const svg_box *box);

/* Adds where the box is and what it holds, over two lines, for XML. */
void svg_words_add_tip(buffer *out, const svg_box *box, text root, uint64_t whole, enum report_metric metric);

#endif
