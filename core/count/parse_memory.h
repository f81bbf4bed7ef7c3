/* SPDX-License-Identifier: MIT */
/*
 * Where tree-sitter's memory comes from: one region a process, handed out from bottom to top and given back as a whole
 * behind each file. It is never freed piece by piece: on real code this saves a tenth of the time that parsing takes.
 *
 * tree-sitter's allocator is one for the process (ts_set_allocator), hence so is this.
 */
#ifndef ONFLAME_COUNT_PARSE_MEMORY_H
#define ONFLAME_COUNT_PARSE_MEMORY_H

/* Before the first use of tree-sitter in this process. May be called again. */
void parse_memory_start(void);

/* Gives all back. No parser, tree or cursor may be in use any more. */
void parse_memory_reset(void);

#endif
