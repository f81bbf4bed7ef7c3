/* SPDX-License-Identifier: MIT */
/*
 * The rules of .gitattributes files, as gitattributes(5) has them; of all attributes those that linguist knows are kept, and those
 * by which git changes content.
 */
#ifndef ONFLAME_SOURCE_ATTRIBUTES_H
#define ONFLAME_SOURCE_ATTRIBUTES_H

#include "source/ignore.h"
#include "source/source.h"

/* What [attr] lines define, for all attribute files of a repository. */
typedef struct attribute_macros attribute_macros;

/* The rules of one file. */
typedef struct attribute_rules attribute_rules;

/* The files that hold in a folder, the strongest first. */
typedef struct attribute_layer {
	const attribute_rules *rules;
	size_t base; /* offset in the paths of entries at which the path from the file's folder begins */
	const struct attribute_layer *next;
} attribute_layer;

attribute_macros *attribute_macros_create(void);
void attribute_macros_destroy(attribute_macros *macros); /* accepts NULL */

/* Adds the macros that a file defines; of equal names the first file's, and in it the last, counts. */
void attribute_macros_read(attribute_macros *macros, text content);

/* Rules of a file's content, all macros known. NULL: there are none of interest. The bytes are copied. */
attribute_rules *attributes_parse(text content, const attribute_macros *macros);
void attributes_destroy(attribute_rules *rules); /* accepts NULL */

/* What the layers say of an entry. The language lives as long as its rules and macros. */
source_attributes attributes_match(const attribute_layer *layers, const attribute_macros *macros,
				   const ignore_entry *entry);

#endif
