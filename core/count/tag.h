/* SPDX-License-Identifier: MIT */
/* From what a text says of its language to the language: private to this module. */
#ifndef ONFLAME_COUNT_TAG_H
#define ONFLAME_COUNT_TAG_H

#include "language/language.h"

/*
 * The language that a tag names: a name or alias of the map as it stands, or else as attributes of a fence have it: "js title=x",
 * "rust,ignore", "{.python #id}", "{r, echo=FALSE}", "lang-c", "Language-Ada". NULL: none.
 */
const language *tag_find(const language_map *map, const char *tag);

#endif
