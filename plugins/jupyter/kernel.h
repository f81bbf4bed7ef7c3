/* SPDX-License-Identifier: MIT */
/* Which language a cell is in, and what IPython lets stand in Python. */
#ifndef ONFLAME_PLUGINS_JUPYTER_KERNEL_H
#define ONFLAME_PLUGINS_JUPYTER_KERNEL_H

#include "notebook.h"

/* A language by label, or by a tag to be looked up where that is NULL. */
typedef struct tongue {
	const char *label, *tag;
	uint32_t tag_len;
} tongue;

/* What the kernel of the notebook speaks; Python where nothing tells. */
tongue kernel_tongue(const notebook *notebook);

/* What the cell is written in; false: it is no text that counts. */
bool kernel_cell_tongue(const notebook *notebook, const cell *cell, const tongue *kernel, tongue *out);

bool tongue_is(const tongue *tongue, const char *label);

/*
 * `%%bash` and the like: the end of the first line, and what follows it is in another language, told in `out`; 0: it is not. The
 * text is a cell's.
 */
uint32_t kernel_cell_magic(const char *text, uint32_t len, tongue *out);

/* Puts a name in the place of each magic and each command for the shell, so that what is left is Python of the same length. */
void kernel_hide_magics(char *text, uint32_t len);

#endif
