/* SPDX-License-Identifier: MIT */
/* What the options leave out: folders and files by name, path and extension. */
#ifndef ONFLAME_SOURCE_FILTER_H
#define ONFLAME_SOURCE_FILTER_H

#include "source/ignore.h"
#include "source/source.h"

typedef struct filter {
	const source_options *options;
	ignore_rules *dirs, *excludes; /* NULL: none */
} filter;

void filter_init(filter *filter, const source_options *options); /* keeps a pointer to the options */
void filter_finish(filter *filter);

/* Whether a file of that name has an extension that is not wanted. */
bool filter_drops_extension(const filter *filter, const char *name);

/* Whether the path, as it is shown, is excluded; its parents are not asked. */
bool filter_drops(const filter *filter, text shown, bool folder);

/* The same for a file that no walk came to: its folders are asked too. */
bool filter_drops_listed(const filter *filter, const char *shown);

/* Without "./" in front. */
const char *filter_strip(const char *path);

#endif
